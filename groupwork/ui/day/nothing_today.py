"""What stands on Today on a day without sessions: in a new centre the next step towards the first week."""

from __future__ import annotations

from functools import partial

from groupwork.domain.today import TodayPage
from groupwork.i18n import _
from groupwork.operations.desk import Right
from groupwork.operations.first_steps import FirstStep, next_step
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button, Kind
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.page import EmptyState


def nothing_today(gate: Gate, go: Go, page: TodayPage) -> Card:
    """Why there is nothing, and what to do about it."""
    step = _step(gate) if not page.day.closure else None
    if step is FirstStep.PEOPLE:
        state = _people(go)
    elif step is FirstStep.GROUPS:
        state = _groups(go, page)
    else:
        state = _plain(go, page)
    return Card(state, pad=(24, 48, 24, 48))


def _step(gate: Gate) -> FirstStep | None:
    """The next step, for whoever may take it."""
    step = gate.ask(next_step)
    right = Right.PEOPLE if step is FirstStep.PEOPLE else Right.PLAN
    return step if gate.desk().may(right) and not gate.read_only else None


def _people(go: Go) -> EmptyState:
    state = EmptyState(
        "user-round",
        _("Begin with your people"),
        _("Bring in the list you have already, or add them one by one. Then make the groups of your week."),
    )
    bring = state.add_button(Button(_("Import people"), "primary", "upload"))
    bring.clicked.connect(partial(go, Place("import")))
    one = state.add_button(Button(_("New person"), "ghost", "user-plus"))
    one.clicked.connect(partial(go, Place("participants", part="new")))
    return state


def _groups(go: Go, page: TodayPage) -> EmptyState:
    state = EmptyState(
        "users-round",
        _("Now the groups of your week"),
        _("A group is an activity at a time of the week, with its room, its staff and its people."),
    )
    make = state.add_button(Button(_("New group"), "primary", "plus"))
    make.clicked.connect(partial(go, Place("group", part="new")))
    _plan(state, "ghost", go, page)
    return state


def _plain(go: Go, page: TodayPage) -> EmptyState:
    if page.day.closure:
        state = EmptyState(
            "calendar-off",
            _("Closed today: {name}").format(name=page.day.closure),
            _("No sessions take place. You can look back or plan ahead in the schedule."),
        )
    else:
        state = EmptyState(
            "sun",
            _("No sessions today"),
            _("Plan a session and it appears here, with its register and its sheet."),
        )
    _plan(state, "primary", go, page)
    return state


def _plan(state: EmptyState, kind: Kind, go: Go, page: TodayPage) -> None:
    plan = state.add_button(Button(_("Plan a session"), kind, "calendar-plus"))
    plan.clicked.connect(partial(go, Place("plan", date=page.day.date)))
