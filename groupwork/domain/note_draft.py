"""A first draft of a person's note, from what was recorded about that person and nobody else.

It states facts – there or not, how long, which tasks with how much help – and the phrases that were chosen,
in sentences somebody can sign as they stand. What it meant for the person is left for whoever writes the
note. No other person's data comes in here, and no "he" or "she": nobody recorded which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import time

from groupwork.domain import note_attendance, tasks
from groupwork.domain.attendance import Mark
from groupwork.domain.mood import MOOD_LABELS, PART_LABELS
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
    parts.setdefault(response, []).extend(_how(facts, text))
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

WITH_HELP: dict[int | None, str] = {
    6: N_("Without help: {tasks}."),
    5: N_("After set-up: {tasks}."),
    4: N_("With prompting: {tasks}."),
    3: N_("With some help: {tasks}."),
    2: N_("With much help: {tasks}."),
    1: N_("Done for the person by staff: {tasks}."),
    None: N_("Done: {tasks}."),
}
"""Help level → the sentence of all tasks done with it, the most independent first."""
PARTLY = N_("Partly done: {tasks}.")
"""Of tasks done partly where no level was said: "Done: … (partly done)" would contradict itself."""


def _what(facts: DraftFacts, text: Text) -> str:
    span = f"{facts.start:%H:%M}–{facts.end:%H:%M}"
    return text(N_("Session: {title}, {span}.")).format(title=facts.title, span=span)


def _how(facts: DraftFacts, text: Text) -> Sequence[str]:
    """There or not first; what was done only of somebody who was there."""
    length = _minutes(facts.end) - _minutes(facts.start)
    there = note_attendance.sentence(facts.mark, facts.minutes, length, text)
    if not facts.mark.attended:
        return [there]
    return [there, *_tasks(facts, text), *_taking_part(facts, text), *_mood(facts, text)]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _taking_part(facts: DraftFacts, text: Text) -> Sequence[str]:
    if facts.participation is None:
        return ()
    words = text(PART_LABELS[facts.participation])
    return (text(N_("Taking part: {words} ({n} of 4).")).format(words=words, n=facts.participation),)


def _mood(facts: DraftFacts, text: Text) -> Sequence[str]:
    before, after = (_face(face, text) for face in facts.mood)
    if before and after:
        return (text(N_("Mood before: {before}; after: {after}.")).format(before=before, after=after),)
    if before:
        return (text(N_("Mood before: {before}.")).format(before=before),)
    return (text(N_("Mood after: {after}.")).format(after=after),) if after else ()


def _face(face: int | None, text: Text) -> str:
    if face is None:
        return ""
    return text(N_("{words} ({n} of 5)")).format(words=text(MOOD_LABELS[face]), n=face)


def _tasks(facts: DraftFacts, text: Text) -> Sequence[str]:
    """A sentence for each help level there was, and one for what was not done."""
    said = []
    for sentence in (*WITH_HELP.values(), PARTLY):
        tried = [pair for pair in facts.results if pair[1].was_done and _sentence(pair[1]) == sentence]
        if tried:
            names = "; ".join(_named(name, result, text) for name, result in tried)
            said.append(text(sentence).format(tasks=names))
    left = [pair for pair in facts.results if pair[1].outcome is Outcome.NOT_DONE]
    if left:
        said.append(text(N_("Not done: {tasks}.")).format(tasks=_reasons(left, text)))
    return said


def _sentence(result: TaskResult) -> str:
    """Where a task belongs that was done or partly done."""
    return PARTLY if _only_partly(result) else WITH_HELP[result.level]


def _only_partly(result: TaskResult) -> bool:
    return result.outcome is Outcome.PARTLY and result.level is None


def _named(name: str, result: TaskResult, text: Text) -> str:
    """ "Sand the edges (partly done, 20 min)"."""
    unsaid = result.outcome is Outcome.PARTLY and not _only_partly(result)
    partly = [text(tasks.OUTCOME_LABELS[Outcome.PARTLY])] if unsaid else []
    more = [*partly, *tasks.made_words(result, text)]
    return f"{name} ({', '.join(more)})" if more else name


def _reasons(pairs: Sequence[tuple[str, TaskResult]], text: Text) -> str:
    said = []
    for name, result in pairs:
        reason = tasks.REASON_LABELS.get(result.reason) if result.reason is not None else None
        said.append(f"{name} ({text(reason)})" if reason else name)
    return "; ".join(said)
