"""The sections of a session's plan, built anew from its values each time."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from groupwork.domain.activities import HAZARD_LABELS, PERMISSION_LABELS, HazardLevel, Material, Permission
from groupwork.domain.attendance import Status
from groupwork.domain.groups import STAFF_ROLES
from groupwork.domain.people import ALERT_LABELS
from groupwork.domain.session_plan import (
    AwayLine,
    KnowLine,
    LastTime,
    SessionPlan,
    TimedPhase,
    running,
)
from groupwork.domain.signs import Signs
from groupwork.i18n import _, current, ngettext
from groupwork.ui.activity.words import HAZARD_TONES, PERMISSION_TONES, minutes_words, plain
from groupwork.ui.models.register_words import ALERT_LOOKS
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, column, row

TIME_WIDTH = 46
TOP = Qt.AlignmentFlag.AlignTop


def head(words: str, role: str = "text") -> Label:
    """A section's title."""
    return Label(words, role, 14.5, 700, wrap=True)


def bullet(icon: str, role: str, words: str, about: str = "", ink: str = "text") -> QWidget:
    """An icon, a sentence and a quieter one below it."""
    lines = column(Label(words, ink, 13.5, 500, wrap=True, typed=True), gap=0)
    if about:
        lines.add(Label(about, "text2" if ink == "text" else ink, 13, wrap=True, typed=True))
    return box(row(Icon(icon, role, 16), (lines, 1), gap=8, align=TOP))


def know_card(plan: SessionPlan) -> Card:
    """What to know of the people who are expected, in words; or that there is nothing."""
    urgent = any(not line.away for line in plan.know)
    card = Card(
        fill="warn_soft" if urgent else "surface", line="" if urgent else "line", pad=(14, 11, 12, 11)
    )
    ink = "warn_ink" if urgent else "text"
    card.add(head(_("Know before you start"), ink))
    for line in plan.know:
        card.add(bullet(ALERT_LOOKS[line.kind][0], ink, know_words(line), ink=ink))
    if not plan.know:
        card.add(Label(_("No alerts for the people expected."), "text2", 13.5, wrap=True))
    return card


def know_words(line: KnowLine) -> str:
    """ "Declan, safety: epilepsy, never alone in the room"."""
    kind = _(ALERT_LABELS[line.kind])
    who = _("{name} (away), {kind}") if line.away else _("{name}, {kind}")
    said = who.format(name=line.name.called, kind=kind)
    return f"{said}: {line.words}" if line.words else said


def away_section(plan: SessionPlan, signs: Signs) -> QWidget:
    """Who is known not to come."""
    lines = [bullet("calendar-x", "info", away_words(line, signs, plan.date)) for line in plan.away]
    title = ngettext("{n} known to be away", "{n} known to be away", len(lines)).format(n=len(lines))
    return box(column(head(title), *lines, gap=5))


def away_words(line: AwayLine, signs: Signs, day: date) -> str:
    """ "Zbigniew: hospital, until Fri 6 Nov, knee operation"; on the last day without it."""
    status = signs.label(Status(line.status), _)
    until = _("until {day}").format(day=current().day(line.until)) if line.until not in (None, day) else ""
    return f"{line.name.called}: " + ", ".join(part for part in (status, until, line.words) if part)


def said_card(plan: SessionPlan) -> Card | None:
    """The line that the session before left for this one."""
    if plan.said is None:
        return None
    card = Card(fill="accent_soft", line="", pad=(14, 11, 12, 11), gap=4)
    when = current().day(plan.said.date)
    return card.add(
        head(_("Last time we said"), "accent_ink"),
        Label(plan.said.words, "accent_ink", 14, 500, wrap=True, typed=True),
        Label(when, "accent_ink", 12.5),
    )


def phases_section(plan: SessionPlan, now: time | None) -> QWidget:
    """The phases as clock times; `now` marks the one that runs."""
    at = running(plan.phases, now) if now is not None else None
    lines: Box = column(head(_("Plan")), gap=6)
    for each in plan.phases:
        lines.add(_phase(each, each is at))
    left = plan.minutes - plan.planned_minutes
    if left > 0:
        lines.add(Label(_("{n} min without a plan").format(n=left), "text2", 13))
    elif left < 0:
        lines.add(Label(_("{n} min longer than the session").format(n=-left), "warn_ink", 13))
    return box(lines)


def _phase(each: TimedPhase, now: bool) -> QWidget:
    phase, ink = each.phase, "accent" if now else "text"
    clock = Clock(each.start, ink)
    said = _("{phase} · now").format(phase=phase.name) if now else phase.name
    minutes = minutes_words(phase.minutes)
    title = Label(said, ink, 14, 600, wrap=True, typed=True)
    words = column(row((title, 1), Label(minutes, "text2", 13), gap=6, align=TOP), gap=0)
    if phase.words:
        words.add(Label(phase.words, "text2", 13, wrap=True, typed=True))
    line = box(row(clock, (words, 1), gap=8, align=TOP))
    line.setAccessibleName(f"{each.start:%H:%M} {said}, {minutes}")
    return line


class Clock(Label):
    """A time of day, all of them equally wide: digits are proportional in this face."""

    def __init__(self, at: time, role: str) -> None:
        super().__init__(f"{at:%H:%M}", role, 14, 700)

    def restyle(self) -> None:
        """As wide as the widest time at the present text size."""
        super().restyle()
        self.setFixedWidth(theme.size(TIME_WIDTH))


def materials_section(plan: SessionPlan) -> QWidget:
    """What has to be there; tools with what each asks of the one who takes it."""
    lines: Box = column(head(_("Get ready")), gap=5)
    for each in plan.materials:
        lines.add(_thing(each))
    return box(lines)


def _thing(each: Material) -> QWidget:
    line = bullet("hammer" if each.tool else "square-check", "text2", plain(each.name), each.quantity)
    if each.permission is Permission.FREE:
        return line
    chip = Chip(_(PERMISSION_LABELS[each.permission]), PERMISSION_TONES[each.permission])
    return box(column(line, row(24, chip, None, gap=0), gap=3))


def hazards_section(plan: SessionPlan) -> QWidget:
    """What can go wrong and what is done about it; the activity's own level when it is not low."""
    title = row(head(_("Watch out")), None, gap=8)
    if plan.hazard is not HazardLevel.LOW:
        level = _("hazard {level}").format(level=_(HAZARD_LABELS[plan.hazard]))
        title.add(Chip(level, HAZARD_TONES[plan.hazard]))
    lines: Box = column(title, gap=5)
    for each in plan.hazards:
        lines.add(bullet("triangle-alert", "warn", each.hazard, each.control))
    return box(lines)


def staff_section(plan: SessionPlan) -> QWidget:
    """Who runs it, and as what."""
    lines: Box = column(head(_("Staff")), gap=4)
    for each in plan.staff:
        part = _(STAFF_ROLES[each.part]) if each.part is not None else ""
        about = " · ".join(words for words in (part, each.profession) if words)
        lines.add(bullet("user-round", "text2", each.name, about))
    return box(lines)


def tasks_words(last: LastTime) -> str:
    """ "Sanding 4 of 5, Oiling 2 of 3"."""
    return ", ".join(
        _("{task} {n} of {of}").format(task=plain(task.name), n=task.done, of=task.of) for task in last.tasks
    )


def came_words(last: LastTime) -> str:
    """ "5 of 6 came", with the walk-ins where there were some."""
    said = _("{n} of {of} came").format(n=last.came, of=last.available)
    more = last.there - last.came
    return f"{said} +{more}" if more > 0 else said
