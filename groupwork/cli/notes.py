"""The note command: reads the notes of a session, writes and signs one."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groupwork import i18n
from groupwork.cli import opening
from groupwork.domain.ids import NoteId, ParticipantId, SessionId
from groupwork.domain.notes import PART_LABELS, NoteInfo, Template
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.operations import note_help, notes, people, settings
from groupwork.operations import register as registers
from groupwork.operations.desk import Desk

DONE = 0


def note(options: Namespace) -> int:
    """Without --part and --sign read only; what the guards point out goes to stderr and stops nothing."""
    parts = _parts(options.parts)
    with opening.desk(options, write=bool(parts) or options.sign) as desk:
        session = SessionId(options.session)
        registers.register(desk, session)  # refused in words for an unknown session
        person = people.participant(desk, options.participant) if options.participant else None
        number = person.id if person is not None else None
        if parts:
            _write(desk, session, number, parts, options)
        if options.sign:
            notes.sign(desk, _there(desk, session, number))
        found = notes.session_notes(desk, session)
        shown = ([found.group] if found.group and person is None else []) + [
            each for each in found.people if number in (None, each.participant)
        ]
        codes = {row.participant: row.code for row in registers.register(desk, session).rows}
    if person is not None:
        codes[person.id] = person.code
    if options.json:
        listed = [shape(each, codes.get(each.participant) if each.participant else None) for each in shown]
        print(json.dumps({"notes": listed}, ensure_ascii=False, indent=2))
        return DONE
    print("\n\n".join("\n".join(_lines(each, codes)) for each in shown) or _("No notes yet."))
    return DONE


def shape(found: NoteInfo, code: str | None) -> dict[str, Any]:
    """A note as JSON; `code` is null for a group note."""
    return {
        "id": found.id,
        "session": found.session,
        "code": code,
        "template": found.template.value,
        "date": found.contact.isoformat(),
        "parts": dict(found.parts),
        "state": found.state.value,
        "author": found.author,
        "written_at": found.written_at.isoformat(timespec="minutes"),
        "late": found.late,
        "late_reason": found.late_reason,
        "signed_by": found.signed_by,
        "signed_at": found.signed_at.isoformat(timespec="minutes") if found.signed_at else None,
        "cosigned_by": found.cosigned_by,
        "cosigned_at": found.cosigned_at.isoformat(timespec="minutes") if found.cosigned_at else None,
        "amendments": [
            {
                "at": added.at.isoformat(timespec="minutes"),
                "by": added.by,
                "reason": added.reason,
                "words": added.words,
            }
            for added in found.amendments
        ],
    }


def _parts(typed: Sequence[str]) -> dict[str, str]:
    """`response=…` as a part and its words. Refused when a part is named twice."""
    found: dict[str, str] = {}
    for each in typed:
        code, equals, words = each.partition("=")
        code = code.strip().lower()
        if not equals or not code:
            raise Refused(
                N_("“{typed}” is not a part of a note. Write it like response=“…”."), typed=each[:40]
            )
        if code in found:
            raise Refused(N_("{code} is named twice."), code=code)
        found[code] = words
    return found


def _write(
    desk: Desk,
    session: SessionId,
    person: ParticipantId | None,
    parts: Mapping[str, str],
    options: Namespace,
) -> None:
    """Put the parts into the note; those that are not named stay as they are."""
    there = notes.session_notes(desk, session)
    before = there.group if person is None else there.of(person)
    template = _template(desk, options, before, group=person is None)
    whole = _merged(before, template, parts)
    for warning in note_help.check(desk, session, person, whole):
        print(_(warning.text).format(**dict(warning.values)), file=sys.stderr)
    if person is None:
        notes.save_group_note(desk, session, whole, late_reason=options.late_reason)
        return
    notes.save_note(desk, session, person, template, whole, late_reason=options.late_reason)


def _template(desk: Desk, options: Namespace, before: NoteInfo | None, *, group: bool) -> Template:
    if group:
        return Template.GROUP
    if options.template:
        return Template(options.template)
    return before.template if before is not None else settings.centre(desk).note_template


def _merged(before: NoteInfo | None, template: Template, parts: Mapping[str, str]) -> dict[str, str]:
    kept = dict(before.parts) if before is not None and before.template is template else {}
    return kept | dict(parts)


def _there(desk: Desk, session: SessionId, person: ParticipantId | None) -> NoteId:
    found = notes.session_notes(desk, session)
    before = found.group if person is None else found.of(person)
    if before is None:
        raise Refused(N_("There is no note to sign. Write it with --part."))
    return before.id


def _lines(found: NoteInfo, codes: Mapping[ParticipantId, str]) -> Iterator[str]:
    who = codes.get(found.participant, "") if found.participant is not None else _("Group note")
    state = _("signed by {name}").format(name=found.signed_by) if found.signed_by else _("not signed")
    yield f"{found.id:>6}  {i18n.current().day(found.contact)}  {who} · {state}"
    for code, words in found.parts:
        yield f"  {_(PART_LABELS[code])}: {words}"
    for added in found.amendments:
        yield "  " + _("Amended by {name}: {words}").format(name=added.by, words=added.words)
