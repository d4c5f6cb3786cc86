"""The same content as text, for reading aloud and for the preview without pictures."""

from __future__ import annotations

from datetime import date

from groupwork.domain.layout import Page
from groupwork.domain.mood import MOOD_LABELS
from groupwork.domain.people import ALERT_LABELS
from groupwork.domain.register import RegisterRow
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.sheet_facts import printed_alerts
from groupwork.domain.tasks import HELP_LABELS, Outcome, TaskResult, made_words
from groupwork.i18n import N_
from groupwork.sheets import labels
from groupwork.sheets.session_sheet import Job, not_held, notice, subtitle, where

_OUTCOMES = {
    Outcome.DONE: N_("done"),
    Outcome.PARTLY: N_("partly done"),
    Outcome.NOT_DONE: N_("not done"),
    Outcome.NOT_OFFERED: N_("not offered"),
}


def session_texts(sheet: Job) -> tuple[str, ...]:
    """One text for each page, in the order in which the sheet is read."""
    pages = ["\n".join(_page(sheet, page)) for page in sheet.layout.pages]
    also = sheet.also
    if also is not None and also.within:
        pages[-1] = f"{pages[-1]}\n{also.placed.texts()[0]}"
    elif also is not None:
        session = sheet.facts.register.session
        title = f"{session.title} – {labels.date_line(session, sheet.words)}"
        pages += [f"{title}\n{text}" for text in also.placed.texts()]
    return tuple(pages)


def _page(sheet: Job, page: Page) -> list[str]:
    session = sheet.facts.register.session
    t = sheet.words.text
    head = [
        t(labels.STAFF_ONLY),
        f"{session.title} – {subtitle(sheet)}",
        labels.date_line(session, sheet.words),
        where(sheet, page),
        ", ".join(person.name for person in session.staff) if page.slot("staff") is not None else "",
        not_held(sheet),
        notice(sheet),
    ]
    names = [sheet.facts.register.tasks[task].name.replace("\u00ad", "") for task in page.tasks]
    tasks = [f"{task + 1} {name}" for task, name in zip(page.tasks, names, strict=True)]
    if tasks:
        head.append(t(N_("Tasks: {names}")).format(names="; ".join(tasks)))
    people = [_person(sheet, page, row.index) for row in page.rows if not row.drop_in]
    free = sum(row.drop_in for row in page.rows)
    if free:
        people.append(t(N_("Free rows for people who drop in: {n}")).format(n=free))
    foot = t(N_("page {n} of {of}")).format(n=page.number, of=sheet.pages)
    return [line for line in [*head, *people, foot] if line]


def _person(sheet: Job, page: Page, index: int) -> str:
    person = sheet.facts.register.rows[index]
    name = " · ".join(part for part in (person.name.full or person.name.called, person.name.native) if part)
    kinds = dict.fromkeys(alert.kind for alert in printed_alerts(person.alerts))
    parts = [", ".join(sheet.words.text(ALERT_LABELS[kind]) for kind in kinds)]
    if not sheet.record:
        parts += [_planned(sheet, person), _last(sheet, page, person)]
    elif sheet.facts.register.session.status is not SessionStatus.NOT_HELD:
        parts += [_mark(sheet, person), *_moods(sheet, page, person), *_results(sheet, page, person)]
    told = "; ".join(part for part in parts if part)
    return f"{index + 1} {name}: {told}" if told else f"{index + 1} {name}"


def _planned(sheet: Job, person: RegisterRow) -> str:
    mark = person.mark
    if mark.status is None or not mark.planned:
        return ""
    label = sheet.signs.label(mark.status, sheet.words.text)
    if not person.absence_until:
        return label
    day = sheet.words.day(date.fromisoformat(person.absence_until), weekday=False)
    return f"{label} {sheet.words.text(N_('to {day}')).format(day=day)}"


def _last(sheet: Job, page: Page, person: RegisterRow) -> str:
    levels = [
        f"{task + 1}: {person.last_levels[task]}"
        for task in page.tasks
        if task < len(person.last_levels) and person.last_levels[task] is not None
    ]
    return sheet.words.text(N_("last time {levels}")).format(levels=", ".join(levels)) if levels else ""


def _mark(sheet: Job, person: RegisterRow) -> str:
    mark, t = person.mark, sheet.words.text
    if mark.status is None:
        return t(N_("not recorded"))
    parts = [sheet.signs.label(mark.status, t)]
    if mark.late_min is not None:
        parts.append(t(N_("late {n} min")).format(n=mark.late_min))
    if mark.early_min is not None:
        parts.append(t(N_("left {n} min early")).format(n=mark.early_min))
    return ", ".join(parts)


def _results(sheet: Job, page: Page, person: RegisterRow) -> list[str]:
    told = []
    for task in page.tasks:
        result = person.results[task] if task < len(person.results) else None
        if result is not None:
            told.append(f"{task + 1} {_result(sheet, result)}")
    return told


def _result(sheet: Job, result: TaskResult) -> str:
    t = sheet.words.text
    level = "" if result.level is None else t(HELP_LABELS[result.level])
    return ", ".join(part for part in (t(_OUTCOMES[result.outcome]), level, *made_words(result, t)) if part)


def _moods(sheet: Job, page: Page, person: RegisterRow) -> list[str]:
    """What the faces of this page say."""
    if not any(column.group == "mood" for column in page.columns):
        return []
    t = sheet.words.text
    said = ((N_("mood before: {face}"), person.mood_before), (N_("mood after: {face}"), person.mood_after))
    return [t(source).format(face=t(MOOD_LABELS[mood])) for source, mood in said if mood is not None]
