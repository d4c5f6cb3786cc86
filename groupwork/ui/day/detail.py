"""The chosen session beside the day list: facts, clashes in words, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import Clash, ClashKind
from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.i18n import _, current
from groupwork.ui.day import words
from groupwork.ui.day.not_held import NotHeldForm
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.chip import CategoryTile, Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, column, row


class SessionDetail(Card):
    """Facts and actions of one session. Signals carry its id."""

    opened = Signal(object)
    printed = Signal(object)
    edited = Signal(object)
    removed = Signal(object)
    reopened = Signal(object)
    not_held = Signal(object, str)
    """SessionId and the reason."""
    given_up = Signal(object)
    """The reason was not given after all."""

    def __init__(self, session: SessionInfo, clashes: Sequence[Clash], number_words: str) -> None:
        super().__init__(pad=(18, 16, 18, 14), gap=8)
        self._session = session
        self._form: NotHeldForm | None = None
        self._add_head(number_words)
        self.add(*clash_cards(clashes))
        self._add_facts()
        self.add(6)
        self._add_actions()
        self.body.addStretch(1)

    def _add_head(self, number_words: str) -> None:
        session = self._session
        when = f"{current().day(session.date)}, {words.time_span(session)}"
        title = column(
            Label(session.title, "text", 17, 700, wrap=True, typed=True),
            Label(when, "text2", 13.5, typed=True),
            gap=1,
        )
        self.add(
            row(CategoryTile(session.category.value, 38), (title, 1), gap=10, align=Qt.AlignmentFlag.AlignTop)
        )
        chips = Flow(gap=6)
        if number_words:
            chips.add(Chip(number_words))
        if session.status is SessionStatus.HELD:
            chips.add(Chip(_("held"), "good", "circle-check"))
        elif session.status is SessionStatus.NOT_HELD:
            chips.add(Chip(_("not held"), "neutral", "circle-x"))
        if session.alerts:
            chips.add(Chip(words.alerts_words(session), "warn", "triangle-alert"))
        self.add(chips)

    def _add_facts(self) -> None:
        session = self._session
        facts = [
            ("map-pin", session.room_name or _("no room")),
            ("user-round", ", ".join(s.name for s in session.staff) or _("no facilitator yet")),
            ("users", self._people_words()),
        ]
        if session.away:
            facts.append(("calendar-x", words.away_detail(session)))
        if session.status is SessionStatus.NOT_HELD and session.reason:
            facts.append(("circle-x", session.reason))
        for icon, text in facts:
            self.add(fact(icon, text))

    def _people_words(self) -> str:
        if self._session.status is SessionStatus.HELD:
            return words.came_words(self._session)
        return words.expected_words(self._session)

    def _add_actions(self) -> None:
        register = Button(_("Open register"), "primary", "list-checks")
        sheet = Button(_("Session sheet"), "secondary", "printer")
        register.clicked.connect(self._emit_opened)
        sheet.clicked.connect(self._emit_printed)
        self.add(_line(Flow(register, sheet, gap=2)), Separator())
        change = Button(_("Change…"), "ghost", "pencil", small=True)
        change.clicked.connect(self._emit_edited)
        more = Flow(change, gap=2)
        if self._session.status is SessionStatus.NOT_HELD:
            again = Button(_("It does take place"), "ghost", "undo-2", small=True)
            again.clicked.connect(self._emit_reopened)
            more.add(again)
        else:
            self._off = Button(_("Not held…"), "ghost", "circle-x", small=True)
            self._off.clicked.connect(self._ask_reason)
            more.add(self._off)
        if not self._session.recorded:
            remove = Button(_("Remove"), "ghost", "trash-2", small=True)
            remove.clicked.connect(self._emit_removed)
            more.add(remove)
        self.add(_line(more))

    def unfinished(self) -> dict[str, Words]:
        """The half typed reason by its kind, for the lock."""
        reason = self._form.typed().strip() if self._form is not None else ""
        return {reason_kind(self._session.id): {"reason": reason}} if reason else {}

    def restore_reason(self, words: Words | None) -> None:
        """Ask for the reason again, with the words from before the lock; None for nothing."""
        if words is not None and self._session.status is not SessionStatus.NOT_HELD:
            self._open_form().restore(str(words.get("reason", "")))

    def _ask_reason(self) -> None:
        if self._form is not None:
            self._form.focus_reason()
            return
        self._open_form().focus_reason()

    def _open_form(self) -> NotHeldForm:
        self._form = NotHeldForm()
        self._form.said.connect(self._emit_not_held)
        self._form.given_up.connect(self._close_form)
        self.body.insertWidget(self.body.count() - 1, self._form)
        return self._form

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self._off.setFocus(Qt.FocusReason.OtherFocusReason)
            self.given_up.emit(self._session.id)

    def _emit_opened(self) -> None:
        self.opened.emit(self._session.id)

    def _emit_printed(self) -> None:
        self.printed.emit(self._session.id)

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


def _line(flow: Flow) -> QWidget:
    """Buttons are 3 px larger than painted: align them with the text."""
    return box(column(flow, margins=(-3, 0, 0, 0)))


def fact(icon: str, text: str) -> QWidget:
    """An icon and words that wrap."""
    line: Box = row(
        Icon(icon, "text2", 18),
        (Label(text, "text", 13.5, wrap=True, typed=True), 1),
        gap=10,
        align=Qt.AlignmentFlag.AlignTop,
    )
    return box(line)


def clash_cards(clashes: Sequence[Clash]) -> list[Card]:
    """One red card a kind of clash: what it is, then each one in words."""
    kinds: dict[ClashKind, list[str]] = {}
    for clash in clashes:
        kinds.setdefault(clash.kind, []).append(words.clash_words(clash))
    return [_clash_card(_(words.CLASH_LABELS[kind]), sentences) for kind, sentences in kinds.items()]


def _clash_card(title: str, sentences: Sequence[str]) -> Card:
    lines = column(Label(title, "bad_ink", 13, 600), gap=1)
    for sentence in sentences:
        lines.add(Label(sentence, "bad_ink", 13, wrap=True, typed=True))
    card = Card(fill="bad_soft", line="", radius=8, pad=(10, 8, 10, 8), gap=2)
    icon = Icon("triangle-alert", "bad_ink", 16)
    card.add(row(icon, (lines, 1), gap=8, align=Qt.AlignmentFlag.AlignTop))
    card.setAccessibleName(f"{title}: {'; '.join(sentences)}")
    return card
