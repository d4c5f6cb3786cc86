"""The centre's logo: read from a file, kept small in the centre's own file, printed where there is room."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from groupwork.domain.logo import Logo
from groupwork.domain.pictures import ReadPicture
from groupwork.errors import Missing, Refused, UserError
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_sessions as reads
from groupwork.store.tables import Picture

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Done

KEY = "logo"
NOT_THERE = N_("The file is not there any more, or may not be read.")
HEAVY = N_("The file is too large for a logo: {size} MB. At most {most} MB can be read.")
NONE = N_("There is no logo to remove.")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LogoPicture:
    """The logo as it is stored: a PNG or JPEG of at most 1600 dots a side."""

    width: int
    height: int
    data: bytes


@allowed(Right.READ)
def logo(desk: Desk) -> LogoPicture | None:
    """The centre's logo, or None (one SELECT, none while nothing was written)."""
    return desk.store.unchanged("logo", partial(_stored, desk.store))


@allowed(Right.SETTINGS)
def read_logo(_desk: Desk, path: Path) -> ReadPicture:
    """A picture's file made small, ready for `set_logo`. Asks nothing of the open file: fit for a long job.

    Raises Missing when it cannot be read and Refused in words when it is no picture, damaged or too large.
    """
    from groupwork.exchange import pictures

    try:
        size = path.stat().st_size
        if size > pictures.MOST_BYTES:
            raise Refused(HEAVY, size=size // 1_000_000, most=pictures.MOST_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError:
        raise Missing(NOT_THERE) from None
    return pictures.read_picture(data)


@allowed(Right.SETTINGS)
def set_logo(desk: Desk, picture: ReadPicture) -> Done:
    """Keep a picture as the centre's logo, in place of the one before. Undoable."""
    with desk.step("logo.set") as step:
        row = Picture.get_or_none(Picture.key == KEY) or Picture(key=KEY)
        row.kind, row.width, row.height = picture.kind, picture.width, picture.height
        row.data = picture.data
        step.save(row)
    return step.done


@allowed(Right.SETTINGS)
def remove_logo(desk: Desk) -> Done:
    """Take the logo away. Undoable."""
    row = Picture.get_or_none(Picture.key == KEY)
    if row is None:
        raise Refused(NONE)
    with desk.step("logo.removed") as step:
        step.delete(row)
    return step.done


def on_paper(store: Store) -> Logo | None:
    """The logo in black and white dots for a sheet's head; None without one. For operations that print.

    Never stops a print: a logo that is damaged in the file is left out.
    """
    return store.unchanged("logo_on_paper", partial(_on_paper, store))


def _stored(store: Store) -> LogoPicture | None:
    found = reads.picture(store.db, KEY)
    return LogoPicture(found[0], found[1], bytes(found[2])) if found is not None else None


def _on_paper(store: Store) -> Logo | None:
    from groupwork.exchange import pictures

    stored = _stored(store)
    if stored is None:
        return None
    try:
        found = pictures.for_paper(stored.data)
    except UserError as error:
        log.warning("logo left out of a sheet: %s", type(error).__name__)
        return None
    return Logo(found.width, found.height, found.data)
