"""The command `missing`: registers that are not complete, and who is responsible."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from groupwork import i18n
from groupwork.cli import opening, shapes
from groupwork.domain.missing import MissingRegister
from groupwork.i18n import _, ngettext
from groupwork.operations import missing as registers

DONE = 0


def missing(options: Namespace) -> int:
    """List the missing registers of some days, both inclusive; without days those of the running term."""
    with opening.desk(options, write=False) as desk:
        found = registers.missing(desk, options.first, options.last)
    found = tuple(sorted(found, key=lambda line: (line.session.date, line.session.start, line.session.id)))
    if options.json:
        print(json.dumps({"missing": [_shape(line) for line in found]}, ensure_ascii=False, indent=2))
        return DONE
    for line in found:
        print(_line(line))
    if not found:
        print(_("All registers are complete"))
    return DONE


def _shape(line: MissingRegister) -> dict[str, Any]:
    session = line.session
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "start": f"{session.start:%H:%M}",
        "group": shapes.plain(session.group_name or session.title) if session.group is not None else None,
        "title": shapes.plain(session.title),
        "facilitators": [{"code": person.code, "name": person.name} for person in session.staff],
        "blank": line.blank,
    }


def _line(line: MissingRegister) -> str:
    words, session = i18n.current(), line.session
    blank = ngettext("{n} not recorded", "{n} not recorded", line.blank).format(n=line.blank)
    who = ", ".join(line.responsible) or _("nobody named")
    what = f"{shapes.plain(session.title)} · {blank} · {who}"
    return "  ".join((f"{session.id:>6}", f"{words.day(session.date):<11}", f"{session.start:%H:%M}", what))
