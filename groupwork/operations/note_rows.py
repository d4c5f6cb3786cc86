"""Rows of notes as values: local wall time, parts in the template's order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from groupwork.domain.ids import NoteId, ParticipantId, SessionId
from groupwork.domain.notes import PARTS, Amendment, NoteInfo, Template, Version
from groupwork.store import reads_notes as reads


def utc(local: datetime) -> datetime:
    """A local wall time as an instant."""
    return local.astimezone(UTC)


def local(stored: str | None) -> datetime | None:
    """A stored instant as local wall time."""
    return None if stored is None else datetime.fromisoformat(stored).astimezone().replace(tzinfo=None)


def in_order(template: Template, parts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The parts that hold words, in the template's order."""
    return tuple((code, parts[code]) for code in PARTS[template] if parts.get(code))


def infos(db: Any, which: str, keys: tuple[object, ...]) -> tuple[NoteInfo, ...]:
    """The notes a question finds, with their amendments. Two SELECTs."""
    added: dict[int, list[Amendment]] = {}
    for note, at, by, reason, words in reads.amendments(db, which, keys):
        added.setdefault(note, []).append(Amendment(_known(at), by, reason, words))
    return tuple(info(row, added.get(row[0], ())) for row in reads.notes(db, which, keys))


def info(row: tuple[Any, ...], amendments: Iterable[Amendment] = ()) -> NoteInfo:
    """One row of `reads_notes`, in its order of columns."""
    (id_, session, person, template, parts, dismissed, contact, written, author, late, *signed) = row
    signed_at, signed_by, cosigned_at, cosigned_by = signed
    kind = Template(template)
    return NoteInfo(
        id=NoteId(id_),
        template=kind,
        parts=in_order(kind, json.loads(parts)),
        contact=date.fromisoformat(contact),
        written_at=_known(written),
        author=author,
        session=None if session is None else SessionId(session),
        participant=None if person is None else ParticipantId(person),
        late_reason=late,
        signed_at=local(signed_at),
        signed_by=signed_by,
        cosigned_at=local(cosigned_at),
        cosigned_by=cosigned_by,
        dismissed=frozenset(json.loads(dismissed) if dismissed else ()),
        amendments=tuple(amendments),
    )


def version(row: tuple[Any, ...]) -> Version:
    """One row of `reads_notes.versions`."""
    at, by, template, parts = row
    kind = Template(template)
    return Version(_known(at), by, kind, in_order(kind, json.loads(parts)))


def _known(stored: str) -> datetime:
    found = local(stored)
    if found is None:  # the column is NOT NULL
        raise ValueError("a stored instant is missing")
    return found
