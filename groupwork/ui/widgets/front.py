"""The pages before a file is open share a frame: the painted panel at the left, words and fields right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from groupwork.i18n import LANGUAGES, _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton, Segments
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Scroll

PANEL, PANEL_BELOW = 400, 900
SIDES = (56, 44, 56, 34)
LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}
"""Each language in its own words: they are not translated."""


class Panel(QWidget):
    """Petrol (dark: rail) with three hills and five people. Decoration; its words are its description."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.restyle()

    def restyle(self) -> None:
        """Width at the present text size."""
        self.setFixedWidth(theme.size(PANEL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light = theme.on("light")
        paint.fill(painter, self.rect(), "accent" if light else "rail")
        self._hills(painter, QColor(Qt.GlobalColor.white) if light else theme.color("accent"))
        self._words(painter, theme.color("on_accent" if light else "text"))

    def _hills(self, painter: QPainter, colour: QColor) -> None:
        w, h = self.width(), self.height()
        painter.setPen(Qt.PenStyle.NoPen)
        for step, strength in enumerate((16, 24, 34)):
            colour.setAlpha(strength)
            painter.setBrush(colour)
            r = theme.sizef(330 - step * 78)
            painter.drawEllipse(QPointF(w * 0.5, h), r, r)
        colour.setAlpha(230)
        painter.setBrush(colour)
        for x, up, r in ((0.5, 154, 26), (0.33, 108, 22), (0.67, 108, 22), (0.18, 54, 19), (0.82, 54, 19)):
            painter.drawEllipse(QPointF(w * x, h - theme.sizef(up)), theme.sizef(r), theme.sizef(r))

    def _words(self, painter: QPainter, ink: QColor) -> None:
        room = self.width() - theme.size(88)
        left, size = theme.size(44), theme.size
        paint.text(painter, QRectF(left, size(48), room, size(44)), "Groupwork", fonts.font(30, 700), ink)
        about = _(
            "Plan the groups, take the register, print the sheets. "
            "All on this computer, nothing on the internet."
        )
        area = QRectF(left, size(104), room, size(120))
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        paint.text(painter, area, about, fonts.font(18), ink, top, wrap=True)
        y = size(250)
        for icon, words in (
            ("lock-keyhole", _("Everything is encrypted")),
            ("undo-2", _("Every step can be undone")),
            ("printer", _("Sheets for every session")),
        ):
            icons.draw(painter, icon, ink, QPointF(left, y), 20)
            line = QRectF(left + size(32), y - size(4), room - size(32), size(28))
            paint.text(painter, line, words, fonts.font(15.5, 500), ink)
            y += size(38)


class Front(QWidget):
    """`body` is the column at the right; the language switch is already at its top right."""

    def __init__(self) -> None:
        super().__init__()
        self._panel = Panel()
        self.languages = Segments([LANGUAGE_NAMES[code] for code in LANGUAGES], _("Language"))
        self.languages.chosen.connect(lambda index: preferences.set_language(LANGUAGES[index]))
        self.head: Box = row(gap=16)
        self.body: Box = column(gap=0)
        content = column(
            row((self.head, 1), self.languages, gap=16, align=Qt.AlignmentFlag.AlignTop),
            self.body,
            None,
            gap=0,
        )
        content.set_margins(SIDES)
        inner = box(content)
        inner.setMaximumWidth(theme.size(960))
        self._inner = inner
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._panel)
        line.addWidget(Scroll(box(row((inner, 1), gap=0))), 1)

    def content_width(self) -> float:
        """The logical px of the column at the right."""
        room = self.width() / theme.scale
        room -= PANEL if room >= PANEL_BELOW else 0
        return min(room, 960) - SIDES[0] - SIDES[2]

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.show_language()

    def show_language(self) -> None:
        """Let the switch show the language in use."""
        names = [LANGUAGE_NAMES[code] for code in LANGUAGES]
        self.languages.set_words(names, _("Language"))
        self.languages.select(LANGUAGES.index(preferences.values.language_in_use))
        self._panel.setAccessibleDescription(_("Everything is encrypted"))
        self._panel.update()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._inner.setMaximumWidth(theme.size(960))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._panel.setVisible(self.width() / theme.scale >= PANEL_BELOW)


class PickCard(PaintedButton):
    """A card to press: icon, title, one or two lines of words."""

    RADIUS = 12

    def __init__(self, icon: str, pressed: Callable[[], None]) -> None:
        super().__init__(104)
        self._icon, self._title, self._words = icon, "", ""
        self.clicked.connect(pressed)

    def set_words(self, title: str, words: str) -> None:
        """Title and line."""
        self._title, self._words = title, words
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.update()

    def text_shown(self) -> str:
        """Title and line, for tests that look for words."""
        return f"{self._title}\n{self._words}"

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        hot = self.underMouse() or self.isDown()
        enabled = self.isEnabled()
        paint.rounded(painter, rect, 12, "hover" if hot and enabled else "surface", "control")
        size, ink = theme.size, "text" if enabled else "text3"
        icons.draw(painter, self._icon, "accent" if enabled else "text3", QPointF(size(16), size(12)), 22)
        width = rect.width() - size(28)
        title = QRectF(size(16), size(38), width, size(22))
        paint.text(painter, title, self._title, fonts.font(15, 600, self._title), ink)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        words = QRectF(size(16), size(60), width, size(42))
        role = "text2" if enabled else "text3"
        paint.text(painter, words, self._words, fonts.font(13, 400, self._words), role, top, wrap=True)
