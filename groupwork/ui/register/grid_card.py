"""The card of the register: grid, the row for drop-ins, totals; or words where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from groupwork.domain.register import Register
from groupwork.domain.sessions import SessionStatus
from groupwork.i18n import _, ngettext
from groupwork.ui import paint
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.preferences import preferences
from groupwork.ui.register.deck import CardDeck
from groupwork.ui.register.drop_in import DropInRow, Find
from groupwork.ui.register.table import RegisterTable
from groupwork.ui.register.totals import Totals
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.page import EmptyState


class _Sheet(QFrame):
    """The card's ground: one rounded rectangle, its corners over what lies in it."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setSpacing(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), QRectF(self.rect()), 12, "surface", "line")


class GridCard(QStackedWidget):
    """Four faces: the grid with its foot, not held, loading, one person per card."""

    def __init__(self, model: RegisterModel, find: Find, here: Find) -> None:
        super().__init__()
        self._model = model
        self.table = RegisterTable(model)
        self.drop_in = DropInRow(find, here)
        self.drop_in.there.connect(self._to_row)
        self.totals = Totals(self.table, model)
        self.table.resized.connect(self.clip)
        self._nobody = EmptyState("user-plus")
        self._fill = QWidget()
        self._fill.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._sheet = _Sheet()
        for widget, stretch in (
            (self.table, 1000),
            (self._nobody, 1000),
            (self.drop_in, 0),
            (self._fill, 1),
            (self.totals, 0),
        ):
            self._sheet.box.addWidget(widget, stretch)
        self._away = EmptyState("calendar-off", role="info")
        self.reopen_button = self._away.add_button(Button("", "primary", "undo-2"))
        self.reason_button = self._away.add_button(Button("", "ghost"))
        self._waiting = EmptyState("loader")
        self.deck = CardDeck(model, self.table)
        self.deck.add_wanted.connect(self._add)
        deck = self._card(self.deck)
        for face in (self._sheet, self._card(self._away), self._card(self._waiting), deck):
            self.addWidget(face)
        preferences.changed.connect(self._choose_face)
        self.currentChanged.connect(lambda _face: self.updateGeometry())
        self._register: Register | None = None
        self._page_scrolls = False
        self.setCurrentIndex(2)
        self.retranslate()
        self.restyle()

    def minimumSizeHint(self) -> QSize:
        """What the face shown needs: the others do not widen the page."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def _to_row(self, person: int) -> None:
        """The cursor goes to somebody who is on the register already."""
        rows = self._register.rows if self._register is not None else ()
        for n, row in enumerate(rows):
            if row.participant == person:
                self.table.go(n, self._model.place(Kind.MARK))
                self.table.setFocus()

    @staticmethod
    def _card(content: QWidget) -> QWidget:
        sheet = _Sheet()
        sheet.box.addWidget(content)
        return sheet

    def restyle(self) -> None:
        """Margins and the grid's height at the present text size."""
        edge = theme.size(1)
        self._sheet.box.setContentsMargins(edge, theme.size(6), edge, edge)
        self._fit()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.table.setAccessibleName(_("Register"))
        self.drop_in.retranslate()
        self._waiting.set_words(_("One moment …"), "")
        self.reopen_button.set_words(_("It did take place: reopen"))
        self.reason_button.set_words(_("Change the reason"))
        self._say_nobody()
        if self._register is not None:
            self._show_away(self._register)

    def _say_nobody(self) -> None:
        added = _("This session has no list of people. Whoever comes is added below.")
        title = _("Nobody is expected here")
        self._nobody.set_words(title, "" if self.drop_in.isHidden() else added)

    def show_register(self, register: Register, *, writable: bool) -> None:
        """Show the face the session is in."""
        self._register = register
        self._show_away(register)
        self.totals.show_register(register)
        self.drop_in.setVisible(writable)  # nothing inert: who only reads has no row to type in
        self.drop_in.edit.setEnabled(writable)
        self._say_nobody()
        self.table.header.can_change = writable
        self.table.frozen.header.can_change = writable
        for button in (self.reopen_button, self.reason_button):
            button.setVisible(writable)
        self.table.setVisible(bool(register.rows))
        self._nobody.setVisible(not register.rows)
        self._fill.setVisible(bool(register.rows))
        self._choose_face()
        self._fit()

    def _choose_face(self) -> None:
        """Not held, the cards, or the grid; the keyboard goes where the people are."""
        register = self._register
        if register is None:
            return
        away = register.session.status is SessionStatus.NOT_HELD
        cards = preferences.values.cards and bool(register.rows) and not away
        had = self.table.hasFocus() or self.deck.hasFocus()
        self.table.setFocusProxy(self.deck if cards else None)  # type: ignore[arg-type]  # None takes it away
        self.setCurrentIndex(1 if away else 3 if cards else 0)
        self.deck.refresh()
        if had:
            self.table.setFocus()

    def _add(self) -> None:
        """From the cards to the row where a name is typed."""
        preferences.set_cards(False)
        self.drop_in.edit.setFocus()

    def _show_away(self, register: Register) -> None:
        kept = sum(1 for row in register.rows if row.mark.status is not None)
        said = register.session.reason
        if kept:
            more = ngettext(
                "{n} mark is kept and counts nothing.", "{n} marks are kept and count nothing.", kept
            ).format(n=kept)
            said = f"{said}. {more}" if said else more
        self._away.set_words(_("This session did not take place"), said)

    def _fit(self) -> None:
        """The grid is never higher than its rows: its sideways bar, which counts, may come and go."""
        most = max(self.table.content_height(), self.table.minimumSizeHint().height())
        least = most if self._page_scrolls else self.table.minimumSizeHint().height()
        if (self.table.minimumHeight(), self.table.maximumHeight()) != (least, most):
            self.table.setMinimumHeight(least)
            self.table.setMaximumHeight(most)
            self.table.updateGeometry()

    def let_page_scroll(self, on: bool) -> None:
        """On low windows the grid takes its whole height and the page scrolls instead of it."""
        self._page_scrolls = on
        self.deck.let_page_scroll(on)
        self._fit()

    def clip(self) -> None:
        """Keep the grid's height and tell the row below whether rows are cut off above it."""
        self._fit()
        clipped = self.table.isVisible() and self.table.height() < self.table.content_height()
        if clipped != self.drop_in.clipped:
            self.drop_in.clipped = clipped
            self.drop_in.update()
