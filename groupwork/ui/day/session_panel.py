"""The panel beside the schedule: the chosen session or the form. It writes what is said there."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import ClashKind
from groupwork.domain.ids import RoomId, SessionId
from groupwork.domain.sessions import SessionInfo
from groupwork.i18n import _
from groupwork.operations import changes, sessions
from groupwork.ui.day.detail import Beside, SessionDetail, reason_kind
from groupwork.ui.day.plan_form import PlanForm
from groupwork.ui.day.unfinished_day import drop_reason
from groupwork.ui.focus import focus_now
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.layouts import box, clear, column


class SessionPanel(QWidget):
    """Shows one thing at a time: `detail`, `form`, or something of the page's own."""

    opened = Signal(object)
    """SessionId: the register."""
    printed = Signal(object)
    """SessionId: the session sheet."""
    plan_wanted = Signal(object)
    """SessionId: its plan."""
    edited = Signal(object)
    """SessionId: change it."""
    finished = Signal(object, object)
    """The form is done: SessionId (None: given up) and its date."""
    closed = Signal()
    kept = Signal(object, object)
    """SessionId and the ClashKind that may stay."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self.detail: SessionDetail | None = None
        self.form: PlanForm | None = None
        self.other: QWidget | None = None
        self.late = LateAsk(gate)
        self._asked: SessionId | None = None
        self.late.done.connect(self._said_late)
        self.late.left.connect(self._back_to_session)
        self._layout = column(gap=0)
        self.setLayout(column(self.late, (box(self._layout), 1), gap=8))

    @property
    def empty(self) -> bool:
        """Nothing is shown."""
        return self.detail is None and self.form is None and self.other is None

    def show_session(self, session: SessionInfo | None, beside: Beside, above: QWidget | None = None) -> None:
        """The details of a session; `above` stands over them. None: nothing."""
        if session is None or session.id != self._asked:
            self._ask_no_more()
        self._clear()
        if session is None:
            return
        detail = SessionDetail(session, beside)
        detail.opened.connect(self.opened)
        detail.printed.connect(self.printed)
        detail.plan_wanted.connect(self.plan_wanted)
        detail.edited.connect(self.edited)
        detail.closed.connect(self.closed)
        detail.kept.connect(self._keep)
        detail.removed.connect(self._remove)
        detail.reopened.connect(self._reopen)
        detail.not_held.connect(self._not_held)
        detail.room_taken.connect(self._take_room)
        detail.given_up.connect(partial(drop_reason, self._gate))
        for other in (detail.given_up, detail.retyped):
            other.connect(self._ask_no_more)
        detail.restore_reason(self._gate.unfinished.of(reason_kind(session.id)))
        if above is not None:
            self._layout.add(above, 8)
        self._layout.add((detail, 1))
        self.detail = detail

    def open_form(
        self, day: date, session: SessionInfo | None, times: tuple[time, time] | None = None
    ) -> None:
        """The form for a new session, at these times, or for a change."""
        self._ask_no_more()
        self._clear()
        self.form = PlanForm(self._gate, day, session, times)
        self.form.finished.connect(self._finished)
        self._layout.add(self.form, None)
        focus_now(self.form.first_field())

    def show_other(self, widget: QWidget) -> None:
        """Something of the page's own."""
        self._ask_no_more()
        self._clear()
        self.other = widget
        self._layout.add(widget, None)

    def let_go(self, *, say: bool = True) -> bool:
        """Close the form, or what the page put here; one in which something is typed waits: then False."""
        if self.form is not None and self.form.unfinished():
            if say:
                sentence = _("Save the form beside the week first, or cancel it.")
                self._gate.announce(sentence, tone="info")
            return False
        self.close_form()
        return True

    def close_form(self) -> None:
        """Take the form, or whatever the page put here, away."""
        if self.form is not None or self.other is not None:
            self._clear()

    def unfinished(self) -> dict[str, Words]:
        """What stands in the open form, or half typed why a session was not held."""
        shown = self.form or self.detail
        return shown.unfinished() if shown is not None else {}

    def _clear(self) -> None:
        self.form = self.detail = self.other = None
        clear(self._layout)

    def _finished(self, session: SessionId | None, day: date) -> None:
        self.form = None
        self.finished.emit(session, day)

    def _keep(self, session: SessionId, kind: ClashKind) -> None:
        self.kept.emit(session, kind)

    def _remove(self, session: SessionId) -> None:
        self._gate.do(sessions.remove_session, session)

    def _reopen(self, session: SessionId) -> None:
        self._asked = session
        self.late.do(sessions.reopen, session)

    def _not_held(self, session: SessionId, reason: str) -> None:
        self._asked = session
        if self.late.do(sessions.mark_not_held, session, reason):
            drop_reason(self._gate, session)

    def _said_late(self) -> None:
        """What the lock had refused is done; a half typed reason is not half typed any more."""
        if self._asked is not None:
            drop_reason(self._gate, self._asked)
        self._ask_no_more()

    def _back_to_session(self) -> None:
        """Nothing was said and nothing changed."""
        if self.detail is not None:
            self.detail.focus_asked()

    def _ask_no_more(self) -> None:
        self._asked = None
        self.late.leave()

    def _take_room(self, session: SessionId, room: RoomId) -> None:
        self._gate.do(changes.move, session, room=room)
