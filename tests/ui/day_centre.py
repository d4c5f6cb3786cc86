"""A small centre on Monday 12 October 2026, 09:52, for tests of the screens that show days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId, SessionId
from groupwork.domain.sessions import Category
from groupwork.operations import sessions, settings, vault
from groupwork.operations.desk import Clock
from groupwork.store.keys import Kdf
from tests.builders import NAMES, a_person

MONDAY = date(2026, 10, 12)
QUICK = Kdf(memory_kib=19 * 1024, passes=1, lanes=1)
PASSPHRASE = "kiefer bogen werk tag"


@dataclass
class DayCentre:
    """What was built, by name."""

    file: vault.OpenFile
    rooms: dict[str, RoomId]
    staff: dict[str, FacilitatorId]
    activities: dict[str, ActivityId]
    people: tuple[ParticipantId, ...]
    sessions: dict[str, SessionId]

    @property
    def desk(self):
        return self.file.desk("en")


def build(folder, *, role="lead") -> DayCentre:
    """Three sessions on Monday, one left open on the Friday before."""
    file = vault.new_file(
        folder / "centre.groupwork", "Kiefernbogen", "Hanna Brückner", PASSPHRASE, "en", kdf=QUICK
    )
    file.clock = Clock(datetime.combine(MONDAY, time(9, 52)))
    file.role = role
    desk = file.desk("en")
    rooms = {n: sessions.add_room(desk, n, 8).id for n in ("Workshop", "Art studio")}
    staff = {n: sessions.add_facilitator(desk, n).id for n in ("Tomasz Wilkowski", "Priya Ramanathan")}
    kinds = {
        "Wood workshop": (Category.CRAFT, 120),
        "Ceramics": (Category.CRAFT, 90),
        "Talk group": (Category.TALK, 60),
    }
    activities = {n: sessions.add_activity(desk, n, c, m).id for n, (c, m) in kinds.items()}
    people = tuple(a_person(desk, name) for name in NAMES)
    settings.set_setting(desk, "hint_closed", True)  # its own tests ask for it
    centre = DayCentre(file, rooms, staff, activities, people, {})
    wood = ("Wood workshop", "Workshop", "Tomasz Wilkowski")
    plan(centre, "friday", *wood, MONDAY - timedelta(days=3), time(9, 45), people)
    plan(centre, "wood", *wood, MONDAY, time(9, 45), people)
    plan(centre, "clay", "Ceramics", "Art studio", "Priya Ramanathan", MONDAY, time(13), people[:4])
    plan(centre, "talk", "Talk group", "Workshop", "Tomasz Wilkowski", MONDAY, time(15), people[3:])
    return centre


def plan(centre, key, activity, room, leader, day, start, people) -> None:
    """Plan a one-off of the activity's own length."""
    minutes = {"Wood workshop": 120, "Ceramics": 90, "Talk group": 60}[activity]
    end = (datetime.combine(day, start) + timedelta(minutes=minutes)).time()
    centre.sessions[key] = sessions.plan_session(
        centre.desk,
        activity=centre.activities[activity],
        date=day,
        start=start,
        end=end,
        room=centre.rooms[room],
        staff=[centre.staff[leader]],
        people=list(people),
    ).session
