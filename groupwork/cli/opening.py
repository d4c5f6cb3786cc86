"""Opening a file for a command: who, with which passphrase, and for reading or writing."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groupwork import i18n
from groupwork.errors import Trouble, UserError
from groupwork.i18n import N_, _
from groupwork.operations import vault
from groupwork.operations.desk import Desk

VARIABLE = "GROUPWORK_PASSPHRASE"
LONGEST = 10_000


@contextmanager
def desk(options: Namespace, *, write: bool) -> Iterator[Desk]:
    """The desk of the file named in the options; closed again at the end.

    Without `write` the file is opened for reading only: no lock, nothing written.
    """
    opened = vault.open_file(
        options.file, options.sign_in, passphrase(options.passphrase_file), read_only=not write
    )
    try:
        yield opened.desk(i18n.current().language)
    finally:
        opened.close()


def passphrase(file: Path | None) -> str:
    """From the file named, else the variable GROUPWORK_PASSPHRASE, else asked for without showing it.

    Raises Trouble for a file that cannot be read, UserError when there is nobody to ask.
    """
    given = given_passphrase(file)
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(
            N_("A passphrase is needed: use --passphrase-file or the variable {name}."), name=VARIABLE
        )
    return getpass.getpass(_("Passphrase: "))


def given_passphrase(file: Path | None) -> str | None:
    """The passphrase from the file or the variable; None when neither is there."""
    if file is None:
        return os.environ.get(VARIABLE)
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline(LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise Trouble(N_("The passphrase file “{file}” cannot be read."), file=file.name) from None
