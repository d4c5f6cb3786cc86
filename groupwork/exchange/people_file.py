"""The one door for lists of people: CSV or a workbook, told apart by what is in the file, not by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from groupwork.domain.imports import Table
from groupwork.errors import UserError
from groupwork.exchange import people_csv
from groupwork.exchange.package import Watch
from groupwork.exchange.workbook import is_workbook
from groupwork.i18n import N_

MOST_BYTES = 64 * 1024 * 1024
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")

MISSING = N_("There is no file “{file}”.")
FOLDER = N_("“{file}” is a folder. Choose a file.")
UNOPENED = N_("The file “{file}” cannot be opened. Is it open in another program?")
LARGE = N_("The file is larger than {most} MB. A list of people is much smaller: choose another file.")
WEB_PAGE = N_(
    "This is a web page or XML that is only called a spreadsheet. Open it in your spreadsheet program and "
    "save it as .xlsx."
)

_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table|head|body|meta|style|!--)", re.IGNORECASE
)


def read_table(
    path: Path,
    sheet: str = "",
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """The header and rows of a file; nothing is kept open.

    Raises UserError in words when it holds no table of people, Cancelled when `cancelled` turned true.
    """
    data = _bytes(path)
    watch = Watch()
    if progress is not None and cancelled is not None:
        watch = Watch(progress, cancelled)
    watch.tell(0, 100)
    if is_workbook(data):
        from groupwork.exchange import people_xlsx

        return people_xlsx.parse(data, sheet, watch)
    if _MARKUP.match(data[:4096]) or _MARKUP.match(data[:4096].replace(b"\x00", b"").lstrip(b"\xff\xfe")):
        raise UserError(WEB_PAGE)
    return people_csv.parse(data)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError(FOLDER, file=path.name)
        if path.stat().st_size > MOST_BYTES:
            raise UserError(LARGE, most=MOST_BYTES // 1024 // 1024)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(MISSING, file=path.name) from error
    except (OSError, ValueError) as error:
        raise UserError(UNOPENED, file=path.name) from error
