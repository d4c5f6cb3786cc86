"""A centre whose group says how it is: the register open, three people there, one absent."""

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.mood import Moment
from groupwork.operations.attendance import record_marks
from groupwork.operations.register import take_registers
from groupwork.ui.place import Place
from tests.builders import a_group, a_session, an_activity
from tests.ui.day_centre import MONDAY

CAME = Mark(Status.PRESENT)


def open_register(shell, centre, *, mood=True, tasks=("Saw", "Sand")):
    """Show the register of a group of four; returns (view, group, session)."""
    desk = centre.desk
    activity = an_activity(desk, "Relaxation", tasks=tasks, records_mood=mood)
    group = a_group(desk, with_people=4, activity=activity)
    session = a_session(desk, group)
    take_registers(desk)
    marks = dict.fromkeys(group.people[:3], CAME) | {group.people[3]: Mark(Status.ABSENT)}
    record_marks(desk, session, marks)
    shell.go(Place("register", MONDAY, session))
    return shell.view, group, session


def faces(view):
    """What starts the page of faces from this register."""
    return view._more_menu._faces


def everyone(view, moment=Moment.AFTER):
    """Hand the window to everyone who came."""
    faces(view).for_all(moment)
