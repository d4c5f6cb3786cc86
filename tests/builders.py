"""Small centres for tests, built through the journal's own steps and never past it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from groupwork.domain.ids import ActivityId, GroupId, ParticipantId, SessionId
from groupwork.operations.desk import Desk
from groupwork.store import tables
from groupwork.store.row import Row

PASSPHRASE = "kiefer bogen gruppe heute"
"""Of the empty centre each test gets a copy of."""
MONDAY = date(2026, 10, 12)
"""The Monday most tests play on; the desk stands on this day at 09:52."""
NAMES = (
    "Jürgen Hassenpflug-Maier",
    "Zbigniew Łąckorzyński",
    "Björn Thielecke",
    "Moira Tattersley",
    "João Valdevez",
    "Walter Kümmelbein",
)


@dataclass(frozen=True)
class AGroup:
    """A weekly group with its people and activity."""

    id: GroupId
    activity: ActivityId
    people: tuple[ParticipantId, ...]


def put(desk: Desk, *rows: Row) -> None:
    """Save rows in one step; each gets its id."""
    with desk.step("test.built") as step:
        for row in rows:
            step.save(row)


def on(desk: Desk, day: date, at: time = time(9, 52)) -> Desk:
    """The same desk on another day."""
    return replace(desk, today=day, now=datetime.combine(day, at))


def an_activity(
    desk: Desk, name: str = "Wood workshop", *, tasks: tuple[str, ...] = (), usual: bool = True, **fields
) -> ActivityId:
    number = tables.Activity.select().count() + 1
    row = tables.Activity(code=f"A{number:02d}", name=name, category="craft", minutes=120, **fields)
    put(desk, row)
    for position, task in enumerate(tasks):
        put(desk, tables.ActivityTask(activity=row.id, position=position, name=task, usual=usual))
    return ActivityId(row.id)


def a_person(
    desk: Desk,
    full: str = "Moira Tattersley",
    *,
    since: date = date(2026, 1, 5),
    until: date | None = None,
    alerts: tuple[tuple[str, str], ...] = (),
    **fields,
) -> ParticipantId:
    number = tables.Participant.select().count() + 1
    called, _, rest = full.partition(" ")
    named = {"called": called, "rest": rest, "sort_name": f"{rest}, {called}"} | fields
    row = tables.Participant(code=f"P{number:02d}", full=full, **named)
    put(desk, row)
    put(desk, tables.Episode(participant=row.id, start=since, end=until))
    for kind, words in alerts:
        put(desk, tables.Alert(participant=row.id, kind=kind, words=words))
    return ParticipantId(row.id)


def a_group(
    desk: Desk,
    *,
    with_people: int = 3,
    activity: ActivityId | None = None,
    tasks: tuple[str, ...] = (),
    since: date = MONDAY - timedelta(weeks=6),
    all_present: bool = False,
) -> AGroup:
    """A Monday group 09:45–11:45 whose people are NAMES in order."""
    activity = activity or an_activity(desk, tasks=tasks)
    row = tables.Group(
        activity=activity,
        weekday=0,
        start=time(9, 45),
        end=time(11, 45),
        from_date=since,
        all_present=all_present,
    )
    put(desk, row)
    people = tuple(a_person(desk, NAMES[i % len(NAMES)]) for i in range(with_people))
    for person in people:
        put(desk, tables.Membership(group=row.id, participant=person, from_date=since))
    return AGroup(GroupId(row.id), activity, people)


def a_session(
    desk: Desk,
    group: AGroup | None = None,
    *,
    day: date = MONDAY,
    activity: ActivityId | None = None,
    invited: tuple[ParticipantId, ...] = (),
    start: time = time(9, 45),
    end: time = time(11, 45),
    **fields,
) -> SessionId:
    """A planned session of the group, or a one-off with invited people."""
    row = tables.Session(
        group=group.id if group else None,
        activity=group.activity if group else activity or an_activity(desk, "Family meeting"),
        date=day,
        start=start,
        end=end,
        **fields,
    )
    put(desk, row)
    for person in invited:
        put(desk, tables.SessionInvite(session=row.id, participant=person))
    return SessionId(row.id)


def an_absence(desk: Desk, person: ParticipantId, status: str = "H", *, days: int = 0, **fields) -> int:
    """A planned absence from MONDAY on."""
    row = tables.PlannedAbsence(
        participant=person, from_date=MONDAY, to_date=MONDAY + timedelta(days=days), status=status, **fields
    )
    put(desk, row)
    return int(row.id)
