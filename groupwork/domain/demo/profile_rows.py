"""The rows of the demo centre about people: who they are, stays, contacts, strengths and needs, consents."""

from __future__ import annotations

from typing import NamedTuple


class Participant(NamedTuple):
    """Table participant, with its derived search key."""

    id: int
    code: str
    called: str
    full: str
    rest: str
    native: str
    sort_name: str
    birth_date: str
    language: str
    interpreter: bool
    print_language: str
    active: bool
    search: str
    given: str = ""
    family: str = ""
    family_first: bool = False
    pronunciation: str = ""
    speaks: str = ""
    phone: str = ""
    address: str = ""
    note: str = ""
    key_worker_id: int | None = None


class Episode(NamedTuple):
    """Table episode."""

    id: int
    participant_id: int
    start: str
    end: str | None
    reason: str
    planned: bool | None
    stage: str = "active"
    referred_by: str = ""


class Contact(NamedTuple):
    """Table contact."""

    id: int
    participant_id: int
    position: int
    name: str
    relation: str
    phone: str
    emergency: bool


class Trait(NamedTuple):
    """Table trait."""

    id: int
    participant_id: int
    position: int
    kind: str
    words: str


class Consent(NamedTuple):
    """Table consent."""

    id: int
    participant_id: int
    purpose: str
    given: bool
    date: str
    said_by: str
    withdrawn_on: str | None
    withdrawn_by: str
