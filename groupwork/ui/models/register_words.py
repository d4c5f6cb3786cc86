"""Words of the register: what a cell says to eyes, tool tips and screen readers, in the language in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groupwork.domain import attendance
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.mood import MOOD_LABELS, PART_LABELS
from groupwork.domain.people import ALERT_LABELS, Alert, AlertKind
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.signs import Signs, plain_signs
from groupwork.domain.tasks import HELP_LABELS, REASON_LABELS, Outcome, TaskResult, made_words
from groupwork.i18n import N_, _, current, ngettext
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.roles import COLOUR_TONES

TITLES: dict[Kind, str] = {
    Kind.NAME: N_("Participant"),
    Kind.LAST: N_("Last four"),
    Kind.MARK: N_("Mark"),
    Kind.MINUTES: N_("Min."),
    Kind.PART: N_("Taking part"),
    Kind.BEFORE: N_("Mood before"),
    Kind.AFTER: N_("Mood after"),
}
SHORT: dict[Status | None, str] = {
    Status.PRESENT: N_("present"),
    Status.TOO_LATE: N_("too late to join"),
    Status.ABSENT: N_("absent"),
    Status.CANCELLED: N_("cancelled"),
    Status.UNWELL: N_("unwell"),
    Status.OTHER: N_("other appointment"),
    Status.DECLINED: N_("declined"),
    Status.TRANSPORT: N_("transport failed"),
    Status.HOSPITAL: N_("in hospital"),
    Status.LEAVE: N_("on leave"),
    Status.NOT_BOOKED: N_("not booked"),
    Status.WALK_IN: N_("walk-in"),
    Status.CENTRE_CANCELLED: N_("centre cancelled"),
    None: N_("open"),
}
"""Short labels for counts and the key strip."""

ALERT_LOOKS: dict[AlertKind, tuple[str, str]] = {
    AlertKind.SAFETY: ("shield-alert", "warn"),
    AlertKind.ONE_TO_ONE: ("user-check", "warn"),
    AlertKind.SUPPORT: ("heart-handshake", "info"),
    AlertKind.LANGUAGE: ("languages", "info"),
    AlertKind.FOOD: ("utensils", "warn"),
    AlertKind.NO_PHOTOS: ("camera-off", "info"),
}


@dataclass(frozen=True)
class Line:
    """The second line of a name cell: an icon, a tone ("warn", "info", "text3" …) and words."""

    icon: str
    tone: str
    text: str


def title(column: Column, register: Register) -> str:
    """A column's heading; a task's own name with its soft hyphens; the last column adds a task."""
    if column.kind is Kind.TASK:
        return register.tasks[column.task].name
    return _("Add task") if column.kind is Kind.ADD else _(TITLES[column.kind])


def plain(name: str) -> str:
    """A task's name without soft hyphens, for screen readers and files."""
    return name.replace("\u00ad", "")


def second_line(row: RegisterRow, signs: Signs | None = None) -> Line | None:
    """What stands under the name: the alert (or how many), a planned absence, a walk-in; else nothing."""
    if len(row.alerts) > 1:
        count = len(row.alerts)
        return Line("triangle-alert", "warn", ngettext("{n} alert", "{n} alerts", count).format(n=count))
    if row.alerts:
        icon, tone = ALERT_LOOKS[row.alerts[0].kind]
        return Line(icon, tone, row.alerts[0].words)
    if row.mark.planned:
        return Line("calendar-check", "info", planned_words(row))
    if said := said_words(row.mark):
        return Line("message-circle", "info", said)
    if row.mark.status is Status.WALK_IN:
        own = signs or plain_signs(current().language)
        return Line("user-plus", COLOUR_TONES[own.colour(Status.WALK_IN)], _("walk-in"))
    return None


def said_words(mark: Mark) -> str:
    """What was said with a mark: "told 12 Nov: dentist", "dentist", or ""."""
    if mark.told_at is None:
        return mark.reason
    day = current().day(mark.told_at, weekday=False)
    if mark.reason:
        return _("told {day}: {words}").format(day=day, words=mark.reason)
    return _("told {day}").format(day=day)


def planned_words(row: RegisterRow) -> str:
    """A planned absence: when it was told and what was said."""
    said = row.absence_words or row.mark.reason
    if row.mark.told_at is not None:
        day = current().day(row.mark.told_at, weekday=False)
        if said:
            return _("told {day}: {words}").format(day=day, words=said)
        return _("told {day}").format(day=day)
    if row.absence_until:
        day = current().day(date.fromisoformat(row.absence_until), weekday=False)
        if said:
            return _("until {day}: {words}").format(day=day, words=said)
        return _("until {day}").format(day=day)
    return said or _("planned absence")


def alert_words(alert: Alert) -> str:
    """An alert with its kind: "safety: dust allergy, mask"."""
    return _("{kind}: {words}").format(kind=_(ALERT_LABELS[alert.kind]), words=alert.words)


def quiet(row: RegisterRow) -> bool:
    """True for somebody known not to have taken part: their cells are dashes, not invitations."""
    return row.mark.status is not None and not row.mark.attended


def nothing_words(row: RegisterRow, signs: Signs | None = None) -> str:
    """Why a dash stands where something could be recorded: "nothing to record: unwell"."""
    return _("nothing to record: {mark}").format(mark=mark_words(row.mark, signs))


def mark_words(mark: Mark, signs: Signs | None = None) -> str:
    """A mark in words, with "planned" when it came from a planned absence."""
    said = signs.words(mark, _) if signs is not None else attendance.words(mark, _)
    return _("{mark}, planned").format(mark=said) if mark.planned and mark.status else said


def task_words(row: RegisterRow, task: int, signs: Signs | None = None) -> str:
    """What a task's cell says; a dash for somebody away is another one than "not offered"."""
    if row.results[task] is None and quiet(row):
        return nothing_words(row, signs)
    return result_words(row.results[task], row.last_levels[task])


def result_words(result: TaskResult | None, last: int | None) -> str:
    """A task's result and last time's level: "prompting, last time some help"."""
    said = _outcome(result)
    if last is None:
        return said
    return _("{result}, last time {level}").format(result=said, level=_(HELP_LABELS[last]))


def _outcome(result: TaskResult | None) -> str:
    if result is None:
        return _("not recorded")
    if result.outcome is Outcome.NOT_OFFERED:
        return _("not offered")
    if result.outcome is Outcome.NOT_DONE:
        if result.reason is None:
            return _("not done")
        return _("not done: {reason}").format(reason=_(REASON_LABELS[result.reason]))
    level = _(HELP_LABELS[result.level]) if result.level else _("done")
    said = _("partly done, {level}").format(level=level) if result.outcome is Outcome.PARTLY else level
    return ", ".join([said, *made_words(result, _)])


def reason_words(result: TaskResult | None) -> str:
    """The reason why a task was not done, or "not done"."""
    if result is None or result.reason is None:
        return _("not done")
    return _(REASON_LABELS[result.reason])


def cell_words(column: Column, row: RegisterRow, register: Register) -> str:
    """What a screen reader says in a cell."""
    name = row.name.full
    if column.kind is Kind.TASK:
        task = plain(register.tasks[column.task].name)
        said = task_words(row, column.task, register.signs)
        return _("{task}: {result}").format(task=task, result=said)
    if column.kind is Kind.NAME:
        return "; ".join([name, *(_name_extras(row))])
    if column.kind is Kind.ADD:
        return ""
    return f"{name}, {_plain_cell(column.kind, row, register.signs)}"


def _name_extras(row: RegisterRow) -> list[str]:
    extras = [alert_words(alert) for alert in row.alerts]
    return [*extras, *_mark_extras(row)]


def _mark_extras(row: RegisterRow) -> list[str]:
    """What was said with a mark, by whomever."""
    said = planned_words(row) if row.mark.planned else said_words(row.mark)
    return [said] if said else []


def _plain_cell(kind: Kind, row: RegisterRow, signs: Signs | None) -> str:
    if kind is Kind.MARK:
        said = "; ".join((mark_words(row.mark, signs), *_mark_extras(row)))
        return _("mark: {words}").format(words=said)
    if kind is Kind.LAST:
        return last_words(row, signs)
    if kind is Kind.MINUTES:
        if row.minutes is None:
            return _("no minutes")
        said = ngettext("{n} minute", "{n} minutes", row.minutes).format(n=row.minutes)
        return f"{said}, {over_words(row)}" if row.minutes_over else said
    numbers = {
        Kind.PART: (_("taking part: {words}"), row.participation, PART_LABELS),
        Kind.BEFORE: (_("mood before: {words}"), row.mood_before, MOOD_LABELS),
        Kind.AFTER: (_("mood after: {words}"), row.mood_after, MOOD_LABELS),
    }
    frame, value, labels = numbers[kind]
    if value is None and quiet(row):
        return frame.format(words=nothing_words(row, signs))
    return _number(frame, value, labels)


def _number(frame: str, value: int | None, labels: dict[int, str]) -> str:
    if value is None:
        return frame.format(words=_("not recorded"))
    said = _("{n} of {of}").format(n=value, of=max(labels))
    return frame.format(words=_("{number}, {words}").format(number=said, words=_(labels[value])))


def last_words(row: RegisterRow, signs: Signs | None = None) -> str:
    """The last four marks in words, oldest first."""
    if not row.last_four:
        return _("first time")
    said = ", ".join(mark_words(mark, signs) for mark in row.last_four)
    return _("last four, oldest first: {marks}").format(marks=said)


def over_words(row: RegisterRow) -> str:
    """Why a minutes cell is pointed out."""
    return _("{n} minutes were typed, longer than the session").format(n=row.mark.minutes or 0)


def tip(column: Column, row: RegisterRow, register: Register) -> str:
    """A cell's tool tip: what its shapes and letters mean, in words; "" where the cell says it all."""
    if column.kind is Kind.NAME:
        native = f" · {row.name.native}" if row.name.native else ""
        return "\n".join([f"{row.name.full} ({row.code}){native}", *_name_extras(row)])
    if column.kind is Kind.LAST:
        return last_words(row, register.signs) if row.last_four else ""
    if column.kind is Kind.MARK:
        return "\n".join([mark_words(row.mark, register.signs), *_mark_extras(row)])
    if column.kind is Kind.MINUTES:
        return over_words(row) if row.minutes_over else ""
    if column.kind is Kind.TASK:
        return task_words(row, column.task, register.signs)
    return ""
