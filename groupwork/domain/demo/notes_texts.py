"""What is written in the demo centre, from resources/demo/notes.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from groupwork.domain.notes import PARTS, Template

Say = Callable[[Mapping[str, str] | None], str]


@dataclass(frozen=True)
class Told:
    """A note about a person as it is described."""

    person: str
    week: int
    weekday: int
    activity: str
    by: str
    template: Template
    parts: Mapping[str, str]
    unsigned: bool = False
    cosigned: str = ""
    late: tuple[int, str] | None = None
    """Days after the session, and why."""
    amended: tuple[int, str, str] | None = None
    """Days after, why, what was added."""


@dataclass(frozen=True)
class NoteTexts:
    """Everything described, in one language."""

    days: int = 14
    minutes_after: int = 20
    missing: tuple[tuple[int, str], ...] = ()
    """(recorded days back, activity) of sessions whose group note nobody wrote."""
    unsigned: tuple[tuple[int, str], ...] = ()
    group: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    notes: tuple[Told, ...] = ()
    phrases: tuple[tuple[str, str, str], ...] = ()
    """Short form, words, part."""


def read_notes(table: Mapping[str, Any], say: Say, language: str) -> NoteTexts:
    """The description of the notes."""
    rules = table["rules"]
    return NoteTexts(
        days=rules["days"],
        minutes_after=rules["minutes_after"],
        missing=tuple((each["back"], each["activity"]) for each in rules["missing"]),
        unsigned=tuple((each["back"], each["activity"]) for each in rules["unsigned"]),
        group={
            each["activity"]: tuple(_parts(text, Template.GROUP, say) for text in each["texts"])
            for each in table["group"]
        },
        notes=tuple(_told(each, say) for each in table["note"]),
        phrases=tuple(
            (each["de_short"] if language == "de" else each["short"], say(each["words"]), each["part"])
            for each in table["phrase"]
        ),
    )


def _told(each: Mapping[str, Any], say: Say) -> Told:
    template = Template(each.get("template", Template.GIRP.value))
    late, amended = each.get("late"), each.get("amended")
    return Told(
        person=each["person"],
        week=each["at"]["week"],
        weekday=each["at"]["weekday"],
        activity=each["activity"],
        by=each["by"],
        template=template,
        parts=_parts(each, template, say),
        unsigned=each.get("unsigned", False),
        cosigned=each.get("cosigned", ""),
        late=(late["days"], say(late["reason"])) if late else None,
        amended=(amended["days"], say(amended["reason"]), say(amended["words"])) if amended else None,
    )


def _parts(table: Mapping[str, Any], template: Template, say: Say) -> Mapping[str, str]:
    return {code: say(table[code]) for code in PARTS[template] if code in table}
