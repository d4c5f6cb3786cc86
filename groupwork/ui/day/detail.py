"""The chosen session beside the schedule: facts, clashes in words, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.clashes import Clash, ClashKind
from groupwork.domain.ids import RoomId, SessionId
from groupwork.domain.schedule import RoomBrief
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.i18n import _, current, ngettext
from groupwork.ui.day import words
from groupwork.ui.day.clash_cards import offering_cards
from groupwork.ui.day.not_held import NotHeldForm
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, column, row


@dataclass(frozen=True)
class Beside:
    """What stands beside a session besides its own facts.

    `now` decides whether it is still ahead, `rooms` are offered for a clash, `room_places` are the room's,
    `may_plan` says whether the person may change the plan, `closable` gives the panel a cross.
    """

    now: datetime
    clashes: Sequence[Clash] = ()
    rooms: Sequence[RoomBrief] = ()
    room_places: int | None = None
    may_plan: bool = True
    closable: bool = False
    reasons: Sequence[str] = ()
    """The centre's own reasons for a session that is not held; none: the usual ones."""


class SessionDetail(Card):
    """Facts and actions of one session. Signals carry its id."""

    opened = Signal(object)
    printed = Signal(object)
    plan_wanted = Signal(object)
    """SessionId: what is done in it, on paper."""
    edited = Signal(object)
    removed = Signal(object)
    reopened = Signal(object)
    not_held = Signal(object, str)
    """SessionId and the reason."""
    given_up = Signal(object)
    """SessionId: the reason was not given after all."""
    retyped = Signal()
    """Another reason is being typed."""
    closed = Signal()
    """The panel is not wanted any more."""
    room_taken = Signal(object, object)
    """SessionId and the RoomId to use instead."""
    kept = Signal(object, object)
    """SessionId and the ClashKind that may stay."""

    def __init__(self, session: SessionInfo, beside: Beside) -> None:
        super().__init__(pad=(18, 14, 18, 12), gap=8)
        self._session, self._beside = session, beside
        self._form: NotHeldForm | None = None
        self._again: Button | None = None
        self._add_head()
        self.add(
            *offering_cards(beside.clashes, beside.rooms if beside.may_plan else (), self._take, self._keep)
        )
        self._add_facts()
        self.add(2, Separator())
        self._reason = column(gap=0)
        self.add(self._reason)
        self.body.addStretch(1)
        self._add_actions()

    @property
    def session(self) -> SessionId:
        """Whose details these are."""
        return self._session.id

    def _add_head(self) -> None:
        session = self._session
        number = words.number_words(session.number)
        kind = number or (_("One-off") if session.group is None else _("Group session"))
        chips = Flow(Chip(kind, session.category.value, CATEGORY_ICONS[session.category.value]), gap=6)
        if session.status is SessionStatus.HELD:
            chips.add(Chip(_("held"), "good", "circle-check"))
        elif session.status is SessionStatus.NOT_HELD:
            chips.add(Chip(_("not held"), "neutral", "circle-x"))
        if session.alerts:
            chips.add(Chip(words.alerts_words(session), "warn", "triangle-alert"))
        top = row((chips, 1), gap=4)
        if self._beside.closable:
            cross = Button("", "ghost", "x", small=True, name=_("Close the panel"))
            cross.clicked.connect(self.closed)
            top.add(cross)
            top.setAlignment(cross, Qt.AlignmentFlag.AlignTop)
        when = f"{current().day(session.date)}, {words.time_span(session)}"
        title = Label(session.title, "text", 19, 700, wrap=True, typed=True)
        self.add(top, column(title, Label(when, "text2", 14), gap=2), 1)

    def _add_facts(self) -> None:
        session = self._session
        self.add(fact("map-pin", session.room_name or _("no room"), self._room_words()))
        if not session.staff:
            self.add(fact("user-round", _("no facilitator yet")))
        for person in session.staff:
            self.add(fact("user-round", person.name, person.role))
        if session.status is SessionStatus.HELD:
            self.add(fact("users", words.came_words(session)))
        elif session.off_site or self._beside.room_places is None:
            self.add(fact("users", words.expected_words(session)))
        if session.away:
            self.add(fact("calendar-x", words.away_detail(session)))
        if session.status is SessionStatus.NOT_HELD and session.reason:
            self.add(fact("circle-x", session.reason))

    def _room_words(self) -> str:
        """ "16 places, 3 expected"."""
        places = self._beside.room_places
        if places is None or self._session.off_site:
            return ""
        room = ngettext("{n} place", "{n} places", places).format(n=places)
        if self._session.status is SessionStatus.HELD:
            return room
        return _("{places}, {people}").format(places=room, people=words.expected_words(self._session))

    def _add_actions(self) -> None:
        register = _wide(Button(_("Register"), "primary", "list-checks"))
        sheet = _wide(Button(_("Print"), "secondary", "printer"))
        sheet.setAccessibleName(_("Print the session sheet"))
        register.clicked.connect(self._emit_opened)
        sheet.clicked.connect(self._emit_printed)
        self.add(row((register, 1), (sheet, 1), gap=2, margins=(-3, 0, -3, 0)))
        more = Flow(gap=2)
        plan = Button(_("Plan"), "ghost", "clipboard-list", small=True)
        plan.setAccessibleName(_("Show the session plan"))
        plan.clicked.connect(self._emit_plan)
        more.add(plan)
        if self._beside.may_plan:
            change = Button(_("Edit"), "ghost", "pencil", small=True)
            change.clicked.connect(self._emit_edited)
            more.add(change)
        ahead = self._session.starts > self._beside.now
        if ahead and not self._beside.may_plan:
            pass  # what comes is called off by whoever plans; what was is said by whoever was there
        elif self._session.status is SessionStatus.NOT_HELD:
            again = Button(_("It does take place"), "ghost", "undo-2", small=True)
            again.clicked.connect(self._emit_reopened)
            self._again = again
            more.add(again)
        else:
            words_off = _("Cancel session") if ahead else _("Not held …")
            self._off = Button(words_off, "ghost", "calendar-x" if ahead else "circle-x", small=True)
            self._off.clicked.connect(self.ask_reason)
            more.add(self._off)
        if not self._session.recorded and self._beside.may_plan:
            remove = Button(_("Remove"), "ghost", "trash-2", small=True)
            remove.clicked.connect(self._emit_removed)
            more.add(remove)
        self.add(column(more, margins=(-3, 0, 0, 0)))

    def unfinished(self) -> dict[str, Words]:
        """The half typed reason by its kind, for the lock."""
        reason = self._form.typed().strip() if self._form is not None else ""
        return {reason_kind(self._session.id): {"reason": reason}} if reason else {}

    def restore_reason(self, words: Words | None) -> None:
        """Ask for the reason again, with the words from before the lock; None for nothing."""
        if words is not None and self._session.status is not SessionStatus.NOT_HELD:
            self._open_form().restore(str(words.get("reason", "")))

    def ask_reason(self) -> None:
        """Ask why it does not take place; nothing for a session that is lost already."""
        if self._session.status is not SessionStatus.NOT_HELD:
            (self._form or self._open_form()).focus_reason()

    def focus_asked(self) -> None:
        """The keyboard goes back to what led to a question: the reason, or that it does take place."""
        if self._session.status is SessionStatus.NOT_HELD and self._again is not None:
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask_reason()

    def _open_form(self) -> NotHeldForm:
        self._form = NotHeldForm(self._beside.reasons)
        self._form.said.connect(self._emit_not_held)
        self._form.given_up.connect(self._close_form)
        self._form.retyped.connect(self.retyped)
        self._reason.add(self._form)
        return self._form

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self._off.setFocus(Qt.FocusReason.OtherFocusReason)
            self.given_up.emit(self._session.id)

    def _take(self, room: RoomId) -> None:
        self.room_taken.emit(self._session.id, room)

    def _keep(self, kind: ClashKind) -> None:
        self.kept.emit(self._session.id, kind)

    def _emit_opened(self) -> None:
        self.opened.emit(self._session.id)

    def _emit_printed(self) -> None:
        self.printed.emit(self._session.id)

    def _emit_plan(self) -> None:
        self.plan_wanted.emit(self._session.id)

    def _emit_edited(self) -> None:
        self.edited.emit(self._session.id)

    def _emit_removed(self) -> None:
        self.removed.emit(self._session.id)

    def _emit_reopened(self) -> None:
        self.reopened.emit(self._session.id)

    def _emit_not_held(self, reason: str) -> None:
        self.not_held.emit(self._session.id, reason)


def reason_kind(session: SessionId) -> str:
    """The kind under which a half typed reason is kept."""
    return f"not_held.{session}"


def _wide(button: Button) -> Button:
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def fact(icon: str, text: str, about: str = "") -> QWidget:
    """An icon and words that wrap, with a quieter line below them."""
    lines = column(Label(text, "text", 14, wrap=True, typed=True), gap=0)
    if about:
        lines.add(Label(about, "text2", 13, wrap=True, typed=True))
    line: Box = row(Icon(icon, "text2", 18), (lines, 1), gap=10, align=Qt.AlignmentFlag.AlignTop)
    return box(line)
