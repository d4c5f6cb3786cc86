"""The screenshots command: every screen of the window on the demo centre."""

from __future__ import annotations

from argparse import Namespace

from groupwork import i18n
from groupwork.cli import saving
from groupwork.i18n import ngettext

DONE = 0


def screenshots(options: Namespace) -> int:
    """Save every screen as PNG. The window's libraries are imported here and nowhere else in the commands."""
    folder = saving.ready_folder(options.out)
    from groupwork.ui import screenshots as pictures

    saved = pictures.take(folder, i18n.current().language, options.palette or "light", options.scale or 1.0)
    text = ngettext(
        "Screenshots saved: {n} file in {folder}", "Screenshots saved: {n} files in {folder}", len(saved)
    )
    print(text.format(n=len(saved), folder=folder))
    return DONE
