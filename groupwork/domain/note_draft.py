"""A first draft of a person's note, from what was recorded about that person and nobody else.

It states facts – there or not, how long, which tasks with how much help – and the phrases that were chosen.
What it meant for the person is left for whoever writes the note. No other person's data comes in here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import time

from groupwork.domain import attendance, tasks
from groupwork.domain.attendance import Mark
from groupwork.domain.notes import Template
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.i18n import N_

Text = Callable[[str], str]


@dataclass(frozen=True)
class DraftFacts:
    """One person's own facts of one session."""

    title: str
    start: time
    end: time
    mark: Mark
    minutes: int | None
    """Minutes the person was there; None when that is not known."""
    results: tuple[tuple[str, TaskResult], ...] = ()
    """Task name (without soft hyphens) → result, in the session's order; not recorded ones left out."""
    participation: int | None = None
    mood: tuple[int | None, int | None] = (None, None)
    goals: tuple[str, ...] = ()
    phrases: tuple[tuple[str, str], ...] = field(default=())
    """(part code, words) of the phrases to begin with; part "" goes where the response stands."""


def draft(template: Template, facts: DraftFacts, text: Text) -> dict[str, str]:
    """Part code → words; parts about which nothing is known are left out. `text` translates."""
    doing, response = _RESPONSE_PARTS[template]
    parts: dict[str, list[str]] = {}
    if facts.goals:
        parts["goal" if template is Template.GIRP else doing] = list(facts.goals)
    parts.setdefault(doing, []).append(_what(facts, text))
    if facts.mark.attended:
        parts.setdefault(response, []).extend(_how(facts, text))
    else:
        parts.setdefault(response, []).append(_away(facts, text))
    for part, words in facts.phrases:
        parts.setdefault(part or response, []).append(words)
    return {code: " ".join(sentences) for code, sentences in parts.items() if any(sentences)}


_RESPONSE_PARTS: dict[Template, tuple[str, str]] = {
    Template.GIRP: ("intervention", "response"),
    Template.BIRP: ("intervention", "response"),
    Template.DAP: ("data", "data"),
    Template.SOAP: ("objective", "objective"),
    Template.THREE: ("measure", "response"),
    Template.GROUP: ("done", "mood"),
}
"""Template → where it says what was done, and where what the person did with it."""


def _what(facts: DraftFacts, text: Text) -> str:
    span = f"{facts.start:%H:%M}–{facts.end:%H:%M}"
    return text(N_("{title}, {span}.")).format(title=facts.title, span=span)


def _away(facts: DraftFacts, text: Text) -> str:
    return text(N_("Attendance: {mark}.")).format(mark=attendance.words(facts.mark, text))


def _how(facts: DraftFacts, text: Text) -> Sequence[str]:
    said = [_there(facts, text), *_tasks(facts, text)]
    if facts.participation is not None:
        said.append(text(N_("Taking part: {n} of 4.")).format(n=facts.participation))
    before, after = facts.mood
    if before is not None and after is not None:
        said.append(
            text(N_("Mood: {before} before, {after} after (1 to 5).")).format(before=before, after=after)
        )
    return said


def _there(facts: DraftFacts, text: Text) -> str:
    words = attendance.words(facts.mark, text)
    if facts.minutes is None:
        return text(N_("Attendance: {mark}.")).format(mark=words)
    return text(N_("Attendance: {mark}, {minutes} min.")).format(mark=words, minutes=facts.minutes)


def _tasks(facts: DraftFacts, text: Text) -> Sequence[str]:
    """One sentence for what was done or tried, one for what was not."""
    tried = [pair for pair in facts.results if pair[1].outcome in (Outcome.DONE, Outcome.PARTLY)]
    left = [pair for pair in facts.results if pair[1].outcome is Outcome.NOT_DONE]
    said = []
    if tried:
        said.append(text(N_("Tasks: {tasks}.")).format(tasks=_listed(tried, text)))
    if left:
        said.append(text(N_("Not done: {tasks}.")).format(tasks=_reasons(left, text)))
    return said


def _listed(pairs: Sequence[tuple[str, TaskResult]], text: Text) -> str:
    return "; ".join(f"{name} ({tasks.words(result, text)})" for name, result in pairs)


def _reasons(pairs: Sequence[tuple[str, TaskResult]], text: Text) -> str:
    said = []
    for name, result in pairs:
        reason = tasks.REASON_LABELS.get(result.reason) if result.reason is not None else None
        said.append(f"{name} ({text(reason)})" if reason else name)
    return "; ".join(said)
