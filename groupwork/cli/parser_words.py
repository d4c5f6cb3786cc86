"""The words argparse itself says, in the language in use: it asks gettext, which knows no text of ours."""

from __future__ import annotations

import argparse

from groupwork.i18n import N_, _, ngettext

TEXTS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""As argparse of Python 3.11 spells them; a text it spells otherwise stays English."""


def speak() -> None:
    """Let argparse take its words from our catalogue, from now on and in whatever language is in use."""
    vars(argparse).update({"_": _, "ngettext": ngettext})
