"""Commands about the day's work: the schedule and the register."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence

from groupwork import i18n
from groupwork.cli import opening, shapes
from groupwork.domain.attendance import Mark
from groupwork.domain.attendance import words as mark_words
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.mark_text import MarkFacts, format_mark, parse_facts
from groupwork.domain.register import Register
from groupwork.domain.sessions import STATUS_LABELS, SessionInfo
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.operations import attendance, people, sessions
from groupwork.operations import register as registers
from groupwork.operations.desk import Desk
from groupwork.operations.late_changes import change_late
from groupwork.operations.register_lock import NeedsReason

DONE = 0


def schedule(options: Namespace) -> int:
    """List the sessions of some days, both inclusive."""
    if options.last < options.first:
        raise Refused(N_("The last day lies before the first."))
    with opening.desk(options, write=False) as desk:
        found = sessions.sessions_between(desk, options.first, options.last)
    if options.json:
        print(json.dumps({"sessions": [shapes.session(s) for s in found]}, ensure_ascii=False, indent=2))
        return DONE
    for info in found:
        print(_session_line(info))
    if not found:
        print(_("No sessions on these days."))
    return DONE


def register(options: Namespace) -> int:
    """Show the register of a session; with --set record marks first, all in one step."""
    marks = _marks(options.marks)
    with opening.desk(options, write=bool(marks)) as desk:
        session = SessionId(options.session)
        if marks:
            _record(desk, session, marks, options.reason)
        found = registers.register(desk, session)
    if options.json:
        print(json.dumps(shapes.register(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_register_lines(found)))
    return DONE


def _record(desk: Desk, session: SessionId, marks: dict[str, MarkFacts], reason: str) -> None:
    """One step; a locked register takes the reason with it."""
    wanted = _by_person(desk, session, marks)
    try:
        attendance.record_marks(desk, session, wanted)
    except NeedsReason as locked:
        if not reason:
            raise Refused(
                N_("This register has been locked since {day}. Say why with --reason."), **locked.values
            ) from None
        change_late(desk, locked.sessions, reason, lambda at: attendance.record_marks(at, session, wanted))


def _marks(typed: Sequence[str]) -> dict[str, MarkFacts]:
    """The marks by person code. Refused when a person is named twice."""
    marks: dict[str, MarkFacts] = {}
    for each in typed:
        code, mark = _typed(each)
        if code in marks:
            raise Refused(N_("{code} is named twice."), code=code)
        marks[code] = mark
    return marks


def _typed(text: str) -> tuple[str, MarkFacts]:
    """ "P05=L10" as a code and a mark. Refused in words."""
    code, equals, mark = text.partition("=")
    if not equals or not code.strip():
        raise Refused(N_("“{typed}” is not a mark for a person. Write it like P05=L10."), typed=text[:40])
    return code.strip().upper(), parse_facts(mark)


def _by_person(desk: Desk, session: SessionId, marks: dict[str, MarkFacts]) -> dict[ParticipantId, Mark]:
    """The marks by person; whoever is not on the register is looked up, so that W adds them."""
    found = registers.register(desk, session)
    on_it = {row.code: row.participant for row in found.rows}
    span = found.session.start, found.session.end
    return {
        on_it[code] if code in on_it else people.participant(desk, code).id: facts.on(span)
        for code, facts in marks.items()
    }


def _session_line(info: SessionInfo) -> str:
    words = i18n.current()
    room = info.room_name or _("no room")
    told = info.reason or _(STATUS_LABELS[info.status])
    return "  ".join(
        (
            f"{info.id:>6}",
            f"{words.day(info.date):<11}",
            words.span(info.start, info.end),
            f"{shapes.plain(info.title)} · {room} · {told} · {info.attended}/{info.on_register}",
        )
    )


def _register_lines(found: Register) -> Sequence[str]:
    lines = [_session_line(found.session)]
    for row in found.rows:
        mark = format_mark(row.mark)
        words = found.signs.words(row.mark, _) if found.signs is not None else mark_words(row.mark, _)
        reason = f": {row.mark.reason}" if row.mark.reason else ""
        lines.append(f"{row.code:<5} {mark:<8} {row.name.full}  ({words}{reason})")
    if not found.rows:
        lines.append(_("Nobody is on this register."))
    if not found.stored:
        lines.append(_("Not written yet: the register as it would be."))
    return lines
