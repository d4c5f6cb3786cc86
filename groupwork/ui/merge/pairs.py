"""Who may be in the file twice, to choose from; and two fields to name two others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.merging import Likely
from groupwork.domain.people import PersonBrief
from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.day.finder import Finder, Option
from groupwork.ui.merge import words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.fields import labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column
from groupwork.ui.widgets.page import EmptyState

Find = Callable[[str], Sequence[PersonBrief]]


class PairRow(PaintedButton):
    """Two records and why they may be one person."""

    def __init__(self, pair: Likely) -> None:
        self.pair = pair
        self._names = _("{first} and {second}").format(
            first=words.person_words(pair.first), second=words.person_words(pair.second)
        )
        super().__init__(58, f"{self._names}: {words.why(pair)}", inset=6)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Names above, the reason below."""
        px = theme.size
        icons.draw(painter, "users", "accent", QPointF(px(20), rect.center().y() - px(10)), 20)
        width = rect.width() - px(56 + 40)
        upper, lower = QRectF(px(56), px(9), width, px(21)), QRectF(px(56), px(30), width, px(18))
        paint.text(painter, upper, self._names, fonts.font(14.5, 600, self._names))
        paint.text(painter, lower, words.why(self.pair), fonts.font(13), "text2")
        chevron = QRectF(rect.width() - px(36), 0, px(16), rect.height())
        icons.draw_centred(painter, "chevron-right", "text3", chevron, 16)


class PersonFinder(Finder):
    """Finds a person while one types; the one taken stands in the field."""

    def __init__(self, find: Find) -> None:
        super().__init__("")
        self._find = find
        self.person: ParticipantId | None = None
        self.taken.connect(self._keep)
        self.textEdited.connect(self._forget)

    def _offer(self, typed: str) -> None:
        found = self._find(typed)
        self.set_options([Option(int(p.id), words.person_words(p), f"{typed} {p.code}") for p in found])
        super()._offer(typed)

    def _keep(self, option: Option) -> None:
        self.person = ParticipantId(option.id)
        self.setText(option.words)

    def _forget(self, _typed: str) -> None:
        self.person = None


class PairsPart(QWidget):
    """`opened` with two people's numbers."""

    opened = Signal(object, object)

    def __init__(self, find: Find) -> None:
        super().__init__()
        self.rows: list[PairRow] = []
        self._list = Card(pad=(0, 6, 0, 6), gap=0)
        self.empty = EmptyState("check")
        self._empty_card = Card(self.empty, pad=(20, 30, 20, 26))
        self.first, self.second = PersonFinder(find), PersonFinder(find)
        self.compare = Button("", "secondary")
        self._title = Label("", "text", 15.5, 700, wrap=True)
        (first, self._first), (second, self._second) = labelled("", self.first), labelled("", self.second)
        fields = Flow(box(first), box(second), gap=14)
        own = Card(self._title, fields, Flow(self.compare), pad=(18, 14, 18, 12))
        self.setLayout(column(self._list, self._empty_card, own, gap=12))
        self.compare.clicked.connect(self._compare)
        for finder in (self.first, self.second):
            finder.taken.connect(lambda _option: self._enable())
            finder.textEdited.connect(lambda _typed: self._enable())
        self.restyle()
        self._enable()

    def restyle(self) -> None:
        """Width of the fields at the present text size."""
        for finder in (self.first, self.second):
            finder.setFixedWidth(theme.size(300))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Two others"))
        for label, finder, said in (
            (self._first, self.first, _("Record to keep")),
            (self._second, self.second, _("Duplicate of it")),
        ):
            label.set_words(said)
            finder.setAccessibleName(said)
            finder.setPlaceholderText(_("Name or code"))
        self.compare.set_words(_("Compare"))
        self.empty.set_words(
            _("Nobody seems to be here twice"),
            _("Names and dates of birth were compared, accents and spelling aside."),
        )

    def show_pairs(self, pairs: Sequence[Likely]) -> None:
        """The likely ones."""
        clear(self._list.body)
        self.rows = []
        for number, pair in enumerate(pairs):
            if number:
                self._list.add(Separator("line", 18, 18))
            line = PairRow(pair)
            line.clicked.connect(
                lambda _on=False, found=pair: self.opened.emit(found.first.id, found.second.id)
            )
            self._list.add(line)
            self.rows.append(line)
        self._list.setVisible(bool(pairs))
        self._empty_card.setVisible(not pairs)

    def _enable(self) -> None:
        self.compare.setEnabled(self.first.person is not None and self.second.person is not None)

    def _compare(self) -> None:
        self.opened.emit(self.first.person, self.second.person)
