"""The small centre's week on screen, and a mouse that drags over it."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from groupwork.operations import sessions
from tests.ui.day_centre import MONDAY

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
TUESDAY = MONDAY + timedelta(days=1)
PLAIN = Qt.KeyboardModifier.NoModifier


def grid_of(view):
    """The week's grid of the schedule on screen."""
    return view.page.grid


def block_of(view, centre, key):
    """The block of one of the centre's sessions."""
    return grid_of(view).blocks[centre.sessions[key]]


def point(view, day, minute):
    """A point of the grid: a little right of the day's edge, at a minute."""
    frame = grid_of(view).frame
    left, width = frame.x(day)
    return QPoint(round(left + width / 2), round(frame.y(minute)))


def mouse(widget, kind, at, held=PLAIN):
    """Send one mouse event at a point of a widget."""
    down = kind != QEvent.Type.MouseButtonRelease
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(
        kind,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        button,
        LEFT if down else NONE,
        held,
    )
    QApplication.sendEvent(widget, event)


def drag(view, widget, start, day, minute, *, held=PLAIN, drop=True):
    """Take a widget at a point of the grid, move to a minute of a day in two steps, and let go."""
    grid = grid_of(view)
    end = point(view, day, minute)
    here = widget.mapFrom(grid, start)
    mouse(widget, QEvent.Type.MouseButtonPress, here, held)
    for at in (start + (end - start) / 2, end):
        mouse(widget, QEvent.Type.MouseMove, widget.mapFrom(grid, at), held)
    if drop:
        mouse(widget, QEvent.Type.MouseButtonRelease, widget.mapFrom(grid, end), held)


def when(centre, key):
    """Day, start and end of one of the centre's sessions, as stored."""
    found = sessions.session(centre.desk, centre.sessions[key])
    return found.date, f"{found.start:%H:%M}", f"{found.end:%H:%M}"
