"""What stands in the schedule on a day without sessions."""

from __future__ import annotations

from collections.abc import Callable

from groupwork.i18n import _
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.page import EmptyState


def nothing_planned(closure: str, plan: Callable[[], None]) -> Card:
    """Why there is nothing, and a button to plan something all the same."""
    if closure:
        title = _("Closed: {name}").format(name=closure)
        state = EmptyState("calendar-off", title, _("Nothing is planned on this day."))
    else:
        sentence = _("Plan a session: activity, time, room and people. Once, or every week.")
        state = EmptyState("calendar-days", _("Nothing planned on this day"), sentence)
    button = Button(_("Plan a session"), "secondary", "calendar-plus")
    button.clicked.connect(plan)
    state.add_button(button)
    return Card(state, pad=(24, 40, 24, 40))
