"""The form for a session: what, when, where, who. Clashes are named while one types; nothing is blocked."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain import series
from groupwork.domain.clashes import Clash, SessionDraft
from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import SessionInfo
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import changes, clashes
from groupwork.operations.register_lock import NeedsReason
from groupwork.operations.series import following
from groupwork.ui.day import plan_saving
from groupwork.ui.day.clash_cards import clash_cards
from groupwork.ui.day.finder import half_typed
from groupwork.ui.day.plan_fields import PlanFields
from groupwork.ui.focus import focus_now
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.unfinished import Words, kept_line
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import Refusal

PAUSE_MS = 150


class PlanForm(Card):
    """Plans a new session (once or as a group) or changes one. Ctrl+Enter saves, Esc closes."""

    finished = Signal(object, object)
    """SessionId planned or changed (None: given up) and its date."""

    def __init__(
        self,
        gate: Gate,
        day: date,
        session: SessionInfo | None,
        times: tuple[time, time] | None = None,
    ) -> None:
        super().__init__(pad=(18, 16, 18, 14), gap=10)
        self._gate, self._session = gate, session
        self.kind = f"plan.{session.id}" if session else "plan"
        self.fields = PlanFields(gate, day, session, self)
        self._refusal, self._kept, self.late = Refusal(), kept_line(), LateAsk(gate)
        self.late.done.connect(self._written_late)
        self.late.left.connect(lambda: focus_now(self._save))
        self._kept.setVisible(False)
        self._clashes = column(gap=6)
        self._lay_out()
        invited = changes.invited(gate.desk(), session.id) if session and not session.register_taken else ()
        self.fields.prefill(invited, times)
        self._untouched = self.fields.words()
        self._kept.setVisible(self.fields.restore(gate.unfinished.of(self.kind)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self.fields.changed.connect(self._later)
        self.check()

    def first_field(self) -> QWidget:
        """Where the cursor goes."""
        return self.fields.what if self._session is None else self.fields.start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc gives up."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.save()
        else:
            super().keyPressEvent(event)

    def move_to(self, day: date, times: tuple[time, time]) -> bool:
        """Another day and time for what is planned; False for a form that changes a session."""
        if self._session is not None:
            return False
        self.fields.set_when(day, times)
        return True

    def draft(self) -> SessionDraft:
        """What the form says now."""
        return self.fields.draft()

    def check(self) -> None:
        """Name the clashes of what is in the form."""
        if not self._gate.open:
            return
        clear(self._clashes)
        try:
            found = self._found()
        except UserError:  # an unfinished time: saving will say it
            found = ()
        self._clashes.add(*clash_cards(found))

    def _found(self) -> tuple[Clash, ...]:
        draft, repeats = self.draft(), self.fields.repeats()
        if repeats is None:
            return clashes.clashes_of(self._gate.desk(), draft)
        days = series.days(repeats.rhythm, draft.date, draft.date, repeats.until)
        return clashes.clashes_of_days(self._gate.desk(), draft, days or (draft.date,))

    def save(self) -> None:
        """Plan or change; a refusal stands in the form and nothing is lost."""
        waiting = half_typed(self.fields.staff, self.fields.people)
        if waiting:
            self._refusal.say(waiting)
            return
        try:
            session = self._write()
        except NeedsReason:
            return  # the question stands there
        except UserError as error:
            self._refusal.say(say(error))
            return
        self._over(session)

    def _written_late(self) -> None:
        if self._session is not None:
            self._over(self._session.id)

    def _over(self, session: SessionId) -> None:
        self._gate.unfinished.drop(self.kind)
        self.finished.emit(session, self.draft().date)

    def give_up(self) -> None:
        """Close without writing."""
        self._gate.unfinished.drop(self.kind)
        self.finished.emit(None, self.draft().date)

    def unfinished(self) -> dict[str, Words]:
        """What is in the form by its kind, when it is not as it was opened; for the lock."""
        words = self.fields.words()
        return {self.kind: words} if words != self._untouched else {}

    def _lay_out(self) -> None:
        session, fields = self._session, self.fields
        title = _("Plan a session") if session is None else _("Change this session")
        self._save = Button(
            _("Plan session") if session is None else _("Save changes"), "primary", small=True
        )
        self._save.setToolTip(_("Ctrl+Enter"))
        self._save.clicked.connect(self.save)
        stop = Button(_("Cancel"), "ghost", small=True)
        stop.clicked.connect(self.give_up)
        # at the top, so that saving is in sight however many clashes are named below
        self.add(Label(title, "text", 17, 700, wrap=True))
        self.add(
            row(self._save, stop, None, gap=2, margins=(-3, 0, 0, 0)), self._refusal, self.late, self._kept
        )
        self._add_reach()
        times = row(labelled(_("From"), fields.start)[0], labelled(_("To"), fields.end)[0], gap=8)
        self.add(labelled(_("What"), fields.what)[0])
        self.add(Flow(box(labelled(_("Day"), fields.date)[0]), box(times)))
        if session is None:
            self.add(labelled(_("How often"), fields.repeat)[0], fields.until_box)
        self.add(labelled(_("Where"), fields.where)[0], labelled(_("Facilitators"), fields.staff)[0])
        if session is None or not session.register_taken:
            besides = session is not None and session.group is not None
            self.add(labelled(_("Besides the members") if besides else _("People"), fields.people)[0])
        self.add(self._clashes)
        QWidget.setTabOrder(fields.people, self._save)
        QWidget.setTabOrder(self._save, stop)

    def _add_reach(self) -> None:
        """Whether the sessions that follow are changed too; asked only where there are any."""
        session = self._session
        grouped = session is not None and session.group is not None
        self._follow = grouped and session is not None and bool(self._gate.ask(following, session.id))
        self.add(self.fields.reach)
        self.fields.reach.setVisible(self._follow)

    def _write(self) -> SessionId:
        draft, place = self.draft(), self.fields.place
        if self._session is None:
            return plan_saving.plan(self._gate, draft, place, self.fields.repeats())
        follow = self._follow and self.fields.reach.current() == 1
        return plan_saving.change(self.late, self._session, draft, place, follow=follow)

    def _later(self) -> None:
        self._refusal.say("")
        self.late.leave()
        self._timer.start()
