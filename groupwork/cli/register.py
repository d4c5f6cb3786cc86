"""The command `register`: shows a session's register; what is to be changed is stored first, in one step."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from groupwork.cli import opening, register_lines, register_options, register_table, shapes
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.people import PersonBrief
from groupwork.domain.register import OVER_CAPACITY, Register, takes_room
from groupwork.domain.register_changes import Changes, shown
from groupwork.domain.search import typed_words
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.operations import people, session_plan
from groupwork.operations import register as registers
from groupwork.operations.desk import Desk
from groupwork.operations.late_changes import change_late
from groupwork.operations.places import places
from groupwork.operations.register_changes import record_changes
from groupwork.operations.register_lock import NeedsReason

DONE = 0
MOST_NAMED = 8


def register(options: Namespace) -> int:
    """Show a register, after recording what the options say; what is only pointed out goes to stderr."""
    wanted = register_options.changes(options)
    table = register_table.read(options.table) if options.table else None
    if table is not None:
        wanted = replace(wanted, settings=(*wanted.settings, *table.settings))
    named = bool(options.drop_ins or options.taken_off)
    session = SessionId(options.session)
    with opening.desk(options, write=bool(wanted.count) or named) as desk:
        if wanted.count or named:
            before = registers.register(desk, session)
            if table is not None:
                table.check(before)
            wanted = replace(
                wanted,
                drop_ins=_people(desk, options.drop_ins),
                taken_off=_people(desk, options.taken_off),
            )
            _record(desk, session, wanted, options.reason)
            _point_out(desk, before, registers.register(desk, session))
        found = registers.register(desk, session)
        plan = session_plan.plan(desk, session)
    if options.json:
        print(json.dumps(shapes.register(found, plan), ensure_ascii=False, indent=2))
    elif options.tsv:
        print(register_table.text(found), end="")
    else:
        print("\n".join(register_lines.lines(found, plan)))
    return DONE


def _record(desk: Desk, session: SessionId, wanted: Changes, reason: str) -> None:
    """One step; a locked register takes the reason with it."""
    try:
        record_changes(desk, session, wanted)
    except NeedsReason as locked:
        if not reason:
            raise Refused(
                N_("This register has been locked since {day}. Say why with --reason."), **locked.values
            ) from None
        change_late(desk, locked.sessions, reason, lambda at: record_changes(at, session, wanted))


def _people(desk: Desk, typed: Sequence[str]) -> tuple[ParticipantId, ...]:
    return tuple(_person(desk, each) for each in typed)


def _person(desk: Desk, typed: str) -> ParticipantId:
    """Somebody known, by code or by words of their name. Refused, naming who it may be, unless one fits."""
    found = people.find_people(desk, typed, limit=MOST_NAMED + 1)
    for person in found:
        if person.code.upper() == typed.strip().upper():
            return person.id
    fitting = [person for person in found if _is_called(person, typed)]
    if len(fitting) == 1:
        return fitting[0].id
    if not found:
        raise Refused(
            N_("Nobody is called “{typed}”. Somebody new comes with --new-drop-in."), typed=shown(typed)
        )
    listed = ", ".join(f"{person.code} {person.name.full}" for person in (fitting or found)[:MOST_NAMED])
    raise Refused(
        N_("“{typed}” may be {people}. Use the code or more of the name."), typed=shown(typed), people=listed
    )


def _is_called(person: PersonBrief, typed: str) -> bool:
    """Whether all typed words are whole words of the name: a part of one may be somebody else's."""
    name = person.name
    return set(typed_words(typed)) <= set(fold(f"{name.full} {name.called} {name.native}").split())


def _point_out(desk: Desk, before: Register, after: Register) -> None:
    """What was stored as it was said, and is worth a look."""
    marks = {row.participant: row.mark for row in before.rows}
    for row in after.rows:
        if row.minutes_over and row.mark != marks.get(row.participant):
            print(f"{row.code}: {register_lines.over_words(row)}", file=sys.stderr)
    room, count = places(desk, after.session.id), takes_room(after)
    if room is not None and count > room and len(after.rows) > len(before.rows):
        print(_(OVER_CAPACITY).format(people=count, places=room), file=sys.stderr)
