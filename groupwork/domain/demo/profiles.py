"""What the demo centre keeps of its people beside attendance, from resources/demo/profiles.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from groupwork.domain.demo.profile_rows import Consent, Contact, Trait
from groupwork.domain.people import split_name

KINDS = {
    "strengths": "strength",
    "needs": "need",
    "adaptations": "adaptation",
    "interests": "interest",
    "diet": "diet",
    "observances": "observance",
}
"""List in the file → kind of a trait."""


@dataclass(frozen=True)
class Profile:
    """One person's. `columns` go into the participant's row as they are."""

    columns: Mapping[str, str] = field(default_factory=dict)
    key_worker: str = ""
    since: date | None = None
    stage: str = "active"
    referred_by: str = ""
    traits: tuple[tuple[str, str], ...] = ()
    contacts: tuple[tuple[str, str, str, bool], ...] = ()
    """Name, relation, telephone, call first."""
    consents: tuple[tuple[str, bool, date, str, date | None, str], ...] = ()
    """Purpose, given, day, said by, withdrawn on, withdrawn by."""


def read_profiles(
    table: Mapping[str, Any], say: Callable[[Mapping[str, str] | None], str], day: Callable[[date], date]
) -> dict[str, Profile]:
    """The profiles by person's code, in one language and moved to the demo's term."""
    return {p["code"]: _profile(p, say, day) for p in table["profiles"]}


def participant_columns(
    full: str, called: str, profile: Profile, facilitators: Mapping[str, int]
) -> dict[str, object]:
    """The columns of a participant's row that come from the profile."""
    family_first = " " in full and full.endswith(" " + called)
    given, family = split_name(full, family_first=family_first)
    return {
        "given": given,
        "family": family,
        "family_first": family_first,
        "key_worker_id": facilitators.get(profile.key_worker),
        **profile.columns,
    }


def stay_columns(profile: Profile) -> dict[str, object]:
    """The columns of the present stay that come from the profile."""
    columns: dict[str, object] = {"stage": profile.stage, "referred_by": profile.referred_by}
    return columns | ({"start": profile.since.isoformat()} if profile.since is not None else {})


def list_rows(
    profiles: Mapping[str, Profile], people: Mapping[str, int]
) -> Iterator[Contact | Trait | Consent]:
    """Contacts, strengths and needs, consents of everybody, in the order of the file."""
    contacts, traits, consents = count(1), count(1), count(1)
    for code, profile in profiles.items():
        person = people[code]
        for n, (kind, words) in enumerate(profile.traits):
            yield Trait(next(traits), person, n, kind, words)
        for n, (name, relation, phone, emergency) in enumerate(profile.contacts):
            yield Contact(next(contacts), person, n, name, relation, phone, emergency)
        for purpose, given, day, said_by, withdrawn, by in profile.consents:
            ended = withdrawn.isoformat() if withdrawn is not None else None
            yield Consent(next(consents), person, purpose, given, day.isoformat(), said_by, ended, by)


def _profile(
    p: Mapping[str, Any], say: Callable[[Mapping[str, str] | None], str], day: Callable[[date], date]
) -> Profile:
    columns = {name: p[name] for name in ("phone", "speaks", "print_language") if name in p}
    columns |= {name: say(p[name]) for name in ("pronunciation", "address", "note") if name in p}
    return Profile(
        columns=columns,
        key_worker=p.get("key_worker", ""),
        since=day(p["since"]) if "since" in p else None,
        stage=p.get("stage", "active"),
        referred_by=say(p.get("referred_by")),
        traits=tuple((kind, say(words)) for name, kind in KINDS.items() for words in p.get(name, ())),
        contacts=tuple(
            (c["name"], say(c["relation"]), c["phone"], c.get("emergency", False))
            for c in p.get("contacts", ())
        ),
        consents=tuple(_consent(c, say, day) for c in p.get("consents", ())),
    )


def _consent(
    c: Mapping[str, Any], say: Callable[[Mapping[str, str] | None], str], day: Callable[[date], date]
) -> tuple[str, bool, date, str, date | None, str]:
    withdrawn = day(c["withdrawn"]) if "withdrawn" in c else None
    return c["purpose"], c["given"], day(c["on"]), say(c.get("said_by")), withdrawn, say(c.get("by"))
