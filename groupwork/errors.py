"""What can go wrong, in two kinds: what the person can act on, and what the machine did.

Everything that is not one of these is a bug. A message is a gettext source text with named
placeholders; it is translated and filled only where it is shown (`groupwork.i18n.say`).
"""

from __future__ import annotations


class UserError(Exception):
    """The person can act on it. `text` is an English source text, `values` fill its {placeholders}."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.values = values

    def __str__(self) -> str:
        try:
            return self.text.format(**self.values)
        except (KeyError, IndexError):  # a mistake in a text must not hide the refusal itself
            return self.text


class Refused(UserError):
    """The operation would break a rule of the centre or of the field; nothing was written."""


class Misused(UserError):
    """A command was put together wrongly: its words are not refused by the file but by the command."""


class NotAllowed(UserError):
    """The role of this sign-in does not include the right."""


class Trouble(UserError):
    """The environment refused: disk, lock, file. Nothing was half-written."""


class DiskFull(Trouble):
    """No room left; the change was rolled back."""


class Busy(Trouble):
    """Another program holds the file, or another Groupwork writes to it."""


class ReadOnly(Trouble):
    """The file or its folder cannot be written."""


class Damaged(Trouble):
    """The file is ours but its pages do not verify."""


class NotOurs(Trouble):
    """The file is something else: a plain database, a picture, nothing at all."""


class TooNew(Trouble):
    """The file was written by a newer Groupwork."""


class WrongPassphrase(Trouble):
    """The sign-in name or the passphrase does not open this file."""


class KeysLost(Trouble):
    """The file is there but no sidecar with its keys was found."""


class Missing(Trouble):
    """The file or the folder is not there."""


class WrongPlace(Trouble):
    """The folder is no place for this file: a network, a synchronised folder, a name that is taken."""


class TooSoon(Trouble):
    """Too many wrong passphrases: the next try has to wait."""


class Cancelled(Trouble):
    """The person stopped a long job; what it had begun was removed."""
