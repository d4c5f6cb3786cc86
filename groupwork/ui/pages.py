"""The pages of the window, in one list: a page added here is in the window, in the rail and in the pictures.

A page's class is imported when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from groupwork.i18n import N_
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.view import View


@dataclass(frozen=True)
class Page:
    """`rail` is the rail item that lights up, `sample` a place to show it at in the pictures."""

    code: str
    rail: str
    load: Callable[[], type[View]]
    sample: Callable[[Gate], Place | None]


@dataclass(frozen=True)
class RailItem:
    """A place in the rail; `label` is a gettext source text, `digit` goes with Ctrl.

    A sign-in without `right` is not offered the place.
    """

    page: str
    icon: str
    label: str
    digit: int
    right: Right = Right.READ


RAIL: tuple[RailItem, ...] = (
    RailItem("today", "sun", N_("Today"), 1),
    RailItem("schedule", "calendar-days", N_("Schedule"), 2),
    RailItem("groups", "users-round", N_("Groups"), 3),
    RailItem("participants", "user-round", N_("Participants"), 4, Right.RECORDS),
    RailItem("activities", "library", N_("Activities"), 6),
    RailItem("settings", "settings", N_("Settings"), 9),
)
"""The last item stands apart, above the foot."""


def _today() -> type[View]:
    from groupwork.ui.views.today import TodayView

    return TodayView


def _schedule() -> type[View]:
    from groupwork.ui.views.schedule import ScheduleView

    return ScheduleView


def _register() -> type[View]:
    from groupwork.ui.views.register import RegisterView

    return RegisterView


def _presence() -> type[View]:
    from groupwork.ui.views.presence import PresenceView

    return PresenceView


def _incidents() -> type[View]:
    from groupwork.ui.views.incidents import IncidentsView

    return IncidentsView


def _absences() -> type[View]:
    from groupwork.ui.views.absences import AbsencesView

    return AbsencesView


def _followups() -> type[View]:
    from groupwork.ui.views.followups import FollowUpsView

    return FollowUpsView


def _preview() -> type[View]:
    from groupwork.ui.views.preview import PreviewView

    return PreviewView


def _groups() -> type[View]:
    from groupwork.ui.views.groups import GroupsView

    return GroupsView


def _group() -> type[View]:
    from groupwork.ui.views.group import GroupView

    return GroupView


def _missing() -> type[View]:
    from groupwork.ui.views.missing import MissingView

    return MissingView


def _block() -> type[View]:
    from groupwork.ui.views.block import BlockView

    return BlockView


def _activities() -> type[View]:
    from groupwork.ui.views.activities import ActivitiesView

    return ActivitiesView


def _activity() -> type[View]:
    from groupwork.ui.views.activity import ActivityView

    return ActivityView


def _settings() -> type[View]:
    from groupwork.ui.views.settings import SettingsView

    return SettingsView


def _history() -> type[View]:
    from groupwork.ui.views.history import HistoryView

    return HistoryView


def _recovery() -> type[View]:
    from groupwork.ui.views.recovery import RecoveryView

    return RecoveryView


def _import() -> type[View]:
    from groupwork.ui.views.people_import import ImportView

    return ImportView


def _participants() -> type[View]:
    from groupwork.ui.views.participants import ParticipantsView

    return ParticipantsView


def _participant() -> type[View]:
    from groupwork.ui.views.participant import ParticipantView

    return ParticipantView


def _merge() -> type[View]:
    from groupwork.ui.views.merge import MergeView

    return MergeView


def _notes() -> type[View]:
    from groupwork.ui.views.notes import NotesView

    return NotesView


def _plain(page: str) -> Callable[[Gate], Place | None]:
    return lambda gate: Place(page, gate.today)


def _first_activity(gate: Gate) -> Place | None:
    from groupwork.operations.activities import activities

    found = gate.ask(activities)
    return Place("activity", activity=found[0].id) if found else None


def _first_group(gate: Gate) -> Place | None:
    from groupwork.operations.groups import group_list

    found = gate.ask(group_list) or ()
    shown = next((each for each in found if each.waiting), next(iter(found), None))
    return Place("group", group=shown.id) if shown is not None else None


def _group_of_today(gate: Gate) -> Place | None:
    """A group that meets today, else the first: its registers side by side."""
    from groupwork.operations.sessions import day

    found = gate.ask(day, gate.today)
    met = [s for s in found.sessions if s.group is not None] if found is not None else []
    if met:
        return Place("block", gate.today, group=met[0].group)
    shown = _first_group(gate)
    return Place("block", gate.today, group=shown.group) if shown is not None else None


def _session(page: str) -> Callable[[Gate], Place | None]:
    def sample(gate: Gate) -> Place | None:
        from groupwork.operations.today import today

        shown = gate.ask(today)
        if shown is None:
            return None
        session = shown.current or next(iter(shown.others), None)
        return Place(page, session.date, session.id) if session is not None else None

    return sample


def _first_incident(gate: Gate) -> Place | None:
    from groupwork.operations.incidents import incidents

    found = gate.ask(incidents)
    return Place("incidents", part=str(found[0].id)) if found else Place("incidents")


def _person(gate: Gate) -> Place | None:
    """The person of the code P05, who has everything in the demo; else anybody."""
    from groupwork.operations.people import find_people

    found = gate.ask(find_people, "P05") or gate.ask(find_people, "P")
    return Place("participant", participant=found[0].id) if found else None


def _two_people(gate: Gate) -> Place | None:
    from groupwork.operations.people import find_people

    found = gate.ask(find_people, "P0") or ()
    return Place("merge", part=f"{found[0].id}+{found[1].id}") if len(found) > 1 else None


PAGES: tuple[Page, ...] = (
    Page("today", "today", _today, _plain("today")),
    Page("schedule", "schedule", _schedule, _plain("schedule")),
    Page("register", "schedule", _register, _session("register")),
    Page("presence", "today", _presence, _plain("presence")),
    Page("notes", "today", _notes, _plain("notes")),
    Page("incidents", "today", _incidents, _first_incident),
    Page("absences", "today", _absences, _plain("absences")),
    Page("followups", "today", _followups, _plain("followups")),
    Page("preview", "schedule", _preview, _session("preview")),
    Page("groups", "groups", _groups, _plain("groups")),
    Page("group", "groups", _group, _first_group),
    Page("missing", "today", _missing, _plain("missing")),
    Page("block", "groups", _block, _group_of_today),
    Page("activities", "activities", _activities, _plain("activities")),
    Page("activity", "activities", _activity, _first_activity),
    Page("participants", "participants", _participants, _plain("participants")),
    Page("participant", "participants", _participant, _person),
    Page("merge", "participants", _merge, _two_people),
    Page("settings", "settings", _settings, _plain("settings")),
    Page("history", "settings", _history, _plain("history")),
    Page("recovery", "settings", _recovery, _plain("recovery")),
    Page("import", "participants", _import, _plain("import")),
)


SHOWN_BY = {"plan": "schedule", "backups": "settings", "sign_ins": "settings"}
"""Places that another page shows: the form for a new session beside the day list, a part of the settings."""


def page(code: str) -> Page:
    """The page that shows a place's code; StopIteration when there is none."""
    shown = SHOWN_BY.get(code, code)
    return next(each for each in PAGES if each.code == shown)
