"""The journal's verbs as sentences, in the language in use; names are looked up when shown.

A verb that is not here still gives a line, but a test fails: every verb in use has its words here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.attendance import words as mark_words
from groupwork.domain.signs import Signs
from groupwork.domain.tasks import HELP_LABELS, Outcome
from groupwork.i18n import N_, _, current, ngettext
from groupwork.operations import history_presence
from groupwork.operations.history_verbs import PLAIN
from groupwork.operations.settings import SETTINGS
from groupwork.store.names import Names

KINDS = ("participant", "activity", "facilitator", "room", "group", "session", "task", "sign_in")
OUTCOMES: dict[str, str] = {
    Outcome.DONE: N_("done"),
    Outcome.PARTLY: N_("partly done"),
    Outcome.NOT_DONE: N_("not done"),
    Outcome.NOT_OFFERED: N_("not offered"),
}


@dataclass(frozen=True)
class Said:
    """One entry's verb and parameters with the names that go with them."""

    verb: str
    params: Mapping[str, Any]
    names: Names
    signs: Signs | None = None
    """What the centre calls the statuses; None for our own words."""

    def name(self, kind: str) -> str:
        """What people call the row, or words for one that is gone."""
        return self._found(kind) or _gone(kind)

    def known(self, kind: str) -> bool:
        """Whether the row is still there."""
        return self._found(kind) is not None

    def _found(self, kind: str) -> str | None:
        number = self.params.get(kind, self.params.get("code") if kind == "participant" else None)
        return self.names.names.get((kind, number)) if isinstance(number, int | str) else None

    def count(self) -> int:
        """How many entries the step is about."""
        for key in ("count", "cells", "sessions", "rows", "images", "sheets", "pages"):
            if isinstance(self.params.get(key), int):
                return int(self.params[key])
        return 1

    def date(self) -> str:
        """The parameter `date` (or `until`) as a day in words, or empty."""
        value = self.params.get("date") or self.params.get("until")
        if not value:
            return ""
        return current().day(value if isinstance(value, date) else date.fromisoformat(value), year=True)


def sentence(said: Said) -> str:
    """One line about an entry, without who and when."""
    special = SPECIAL.get(said.verb)
    if special is not None:
        return special(said)
    text = PLAIN.get(said.verb)
    if text is None:
        return _("Step: {verb}").format(verb=said.verb.replace(".", ", ").replace("_", " "))
    kinds = {kind: said.name(kind) for kind in KINDS}
    return _(text).format(**kinds, date=said.date(), count=said.count())


def place(said: Said) -> str:
    """Which session an entry is about: "Holz, Mon 16 Nov", or empty when it is about none."""
    number = said.params.get("session")
    day = said.names.days.get(number) if isinstance(number, int) else None
    if day is None:
        return ""
    return _("{session}, {day}").format(
        session=said.name("session"), day=current().day(date.fromisoformat(day))
    )


def _gone(kind: str) -> str:
    return {
        "participant": _("somebody"),
        "activity": _("an activity"),
        "facilitator": _("a facilitator"),
        "room": _("a room"),
        "group": _("a group"),
        "session": _("a session"),
        "task": _("a task"),
        "sign_in": _("somebody"),
    }[kind]


def _mark(said: Said) -> str:
    params = said.params
    code = params.get("status")
    status = Status(code) if code not in (None, "-") else None
    mark = Mark(status, params.get("late_min"), params.get("early_min"), params.get("minutes"))
    return said.signs.words(mark, _) if said.signs is not None else mark_words(mark, _)


def _attendance(said: Said) -> str:
    if "participant" in said.params:
        return _("{name}: {mark}").format(name=said.name("participant"), mark=_mark(said))
    n = said.count()
    if "status" in said.params:
        text = ngettext("{n} mark: {mark}", "{n} marks: {mark}", n)
        return text.format(n=n, mark=_mark(said))
    return ngettext("{n} mark recorded", "{n} marks recorded", n).format(n=n)


def _task(said: Said) -> str:
    if "participant" not in said.params:
        n = said.count()
        return ngettext("{n} task result recorded", "{n} task results recorded", n).format(n=n)
    outcome, level = said.params.get("outcome"), said.params.get("level")
    if outcome is None:
        result = _("not recorded")
    elif outcome == Outcome.DONE and level in HELP_LABELS:
        result = _(HELP_LABELS[level])
    else:
        result = _(OUTCOMES.get(outcome, OUTCOMES[Outcome.DONE]))
    return _("{name}: {task}, {result}").format(
        name=said.name("participant"), task=said.name("task"), result=result
    )


def _planned(said: Said) -> str:
    n = said.count()
    if n > 1:
        return ngettext("{n} session planned", "{n} sessions planned", n).format(n=n)
    if said.params.get("activity") is None:
        return _("Session planned")
    return _("Session planned: {activity}").format(activity=said.name("activity"))


def _setting(said: Said) -> str:
    declared = SETTINGS.get(str(said.params.get("key")))
    if declared is None:
        return _("Setting changed")
    return _("Setting changed: {setting}").format(setting=_(declared.label))


def _participation(said: Said) -> str:
    if "participant" in said.params:
        return _("{name}: taking part recorded").format(name=said.name("participant"))
    n = said.count()
    text = ngettext("Taking part recorded for {n} person", "Taking part recorded for {n} people", n)
    return text.format(n=n)


def _mood(said: Said) -> str:
    if "participant" in said.params:
        return _("{name}: mood recorded").format(name=said.name("participant"))
    n = said.count()
    return ngettext("Mood recorded for {n} person", "Mood recorded for {n} people", n).format(n=n)


def _joined(said: Said) -> str:
    if "participant" in said.params:
        text = _("{participant} joins {group}")
        return text.format(participant=said.name("participant"), group=said.name("group"))
    n = said.count()
    text = ngettext("{n} person joins {group}", "{n} people join {group}", n)
    return text.format(n=n, group=said.name("group"))


def _viewed(said: Said) -> str:
    people = said.params.get("people", ())
    known = (said.names.names.get(("participant", person)) for person in people)
    names = ", ".join(name for name in known if name)
    return _("Records looked at: {names}").format(names=names) if names else _("Records looked at")


def _new_person(said: Said) -> str:
    """Undone, the person is gone and so is the name: then only what was done."""
    if said.known("participant"):
        return _("New person: {participant}").format(participant=said.name("participant"))
    return _("New person")


def _new_walk_in(said: Said) -> str:
    if said.known("participant"):
        text = _("New person: {participant}, came as a walk-in")
        return text.format(participant=said.name("participant"))
    return _("New person, came as a walk-in")


SPECIAL: dict[str, Callable[[Said], str]] = {
    "attendance.recorded": _attendance,
    "attendance.planned": _attendance,
    "attendance.new_drop_in_added": _new_walk_in,
    "attendance.blanks_filled": lambda s: ngettext(
        "{n} blank marked as present", "{n} blanks marked as present", s.count()
    ).format(n=s.count()),
    "block.recorded": lambda s: ngettext("{n} cell recorded", "{n} cells recorded", s.count()).format(
        n=s.count()
    ),
    "group.made": lambda s: (
        _("Group made: {activity}").format(activity=s.name("activity"))
        if s.params.get("activity") is not None
        else _("Group made")
    ),
    "journal.erased": lambda s: ngettext(
        "{n} old entry erased for good", "{n} old entries erased for good", s.count()
    ).format(n=s.count()),
    "membership.joined": _joined,
    "mood.recorded": _mood,
    "participant.added": _new_person,
    "person.viewed": _viewed,
    "participants.imported": lambda s: ngettext(
        "{n} person imported", "{n} people imported", s.count()
    ).format(n=s.count()),
    "participation.recorded": _participation,
    "presence.recorded": lambda s: history_presence.sentence(
        s.name("participant"), s.params, s.date(), s.signs
    ),
    "register.recorded": lambda s: ngettext(
        "{session}: {n} entry recorded", "{session}: {n} entries recorded", s.count()
    ).format(session=s.name("session"), n=s.count()),
    "register.people_added": lambda s: ngettext(
        "Added to {n} register", "Added to {n} registers", s.count()
    ).format(n=s.count()),
    "register.taken": lambda s: ngettext("{n} register begun", "{n} registers begun", s.count()).format(
        n=s.count()
    ),
    "session.planned": _planned,
    "setting.changed": _setting,
    "task.recorded": _task,
}
"""Verbs whose sentence depends on more than names."""
