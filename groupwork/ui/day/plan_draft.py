"""The plan form's words as they are kept over a lock: read from its fields and put back into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from groupwork.domain.schedule import Choices
from groupwork.ui.day.finder import Finder, Option, Picker
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.fields import Choice, DateField, TimeField

KEYS = frozenset(
    [
        "what",
        "where",
        "day",
        "start",
        "end",
        "staff",
        "staff_typed",
        "people",
        "people_typed",
        "repeat",
        "until",
        "activity",
        "room",
        "place",
    ]
)
"""What has to be there; see `PlanWidgets.words` and the form's own three."""


@dataclass(frozen=True)
class PlanWidgets:
    """Everything in the form that can be typed or chosen."""

    what: Finder
    where: Finder
    day: DateField
    start: TimeField
    end: TimeField
    staff: Picker
    people: Picker
    repeat: Choice
    until: DateField

    def words(self) -> Words:
        """What stands in the fields, half typed names too."""
        return {
            "what": self.what.text(),
            "where": self.where.text(),
            "day": self.day.value().isoformat(),
            "start": self.start.value().isoformat(),
            "end": self.end.value().isoformat(),
            "staff": list(self.staff.ids()),
            "staff_typed": self.staff.typed(),
            "people": list(self.people.ids()),
            "people_typed": self.people.typed(),
            "repeat": self.repeat.value() or 0,
            "until": self.until.value().isoformat(),
        }

    def fill(self, words: Words) -> None:
        """Put kept words back; somebody who is gone since is left out."""
        self.what.setText(words["what"])
        self.where.setText(words["where"])
        self.day.set_value(date.fromisoformat(words["day"]))
        self.start.set_value(time.fromisoformat(words["start"]))
        self.end.set_value(time.fromisoformat(words["end"]))
        self.staff.choose(words["staff"], words["staff_typed"])
        self.people.choose(words["people"], words["people_typed"])
        self.repeat.choose(words["repeat"])
        self.until.set_value(date.fromisoformat(words["until"]))


def fitting(words: Words | None) -> Words | None:
    """The kept words when this form can show them: another version may have kept others."""
    return words if words is not None and words.keys() >= KEYS else None


def known(number: Any, rows: Sequence[Any]) -> Any:
    """The id when one of the rows still has it, else None."""
    return number if any(each.id == number for each in rows) else None


def person_options(choices: Choices) -> list[Option]:
    """People as they are found: by full, called and native name and by code."""
    return [Option(p.id, p.name.full, f"{p.name.called} {p.name.native} {p.code}") for p in choices.people]
