"""An incident in the list: what it was, when, how it begins, and what is still to be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from groupwork.domain.incidents import Incident
from groupwork.ui import fonts, icons, paint
from groupwork.ui.models import incident_words as words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

HEIGHT = 76


class IncidentRow(PaintedButton):
    """Three lines; the chosen one is filled and has a bar at its left."""

    def __init__(self, incident: Incident, today: date) -> None:
        self.incident = incident
        text = incident.text
        self._icon, self._tone = words.KIND_LOOKS[text.kind]
        self._lines = (words.title(incident), words.first_words(text.what))
        late = incident.overdue(today)
        self._due = (
            words.due_words(text.to_do, text.to_do_by, today) if incident.open else words.about(incident)
        )
        self._due_role = "bad" if late else "warn_ink" if incident.open else "text2"
        super().__init__(HEIGHT, ". ".join((*self._lines, self._due)), inset=3)
        self.setCheckable(True)

    def text_shown(self) -> str:
        """The words on it."""
        return "\n".join((*self._lines, self._due))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Bar, icon tile, three lines."""
        px = theme.size
        if self.isChecked():
            paint.rounded(painter, rect.adjusted(px(3), 0, -px(3), 0), 8, "accent_soft")
            paint.rounded(
                painter, QRectF(rect.left(), rect.top() + px(8), px(4), rect.height() - px(16)), 2, "accent"
            )
        tile = QRectF(px(16), px(14), px(32), px(32))
        edge = self._tone if theme.on("contrast") else None
        paint.rounded(painter, tile, 10, f"{self._tone}_soft", edge)
        icons.draw_centred(painter, self._icon, f"{self._tone}_ink", tile, 18, stroke=2)
        left, width = px(60), self.width() - px(74)
        ink = "accent_ink" if self.isChecked() else "text"
        first, second = self._lines
        paint.text(painter, QRectF(left, px(9), width, px(20)), first, fonts.font(14, 600, first), ink)
        paint.text(painter, QRectF(left, px(29), width, px(19)), second, fonts.font(13, 400, second), "text2")
        paint.text(
            painter,
            QRectF(left, px(48), width, px(18)),
            self._due,
            fonts.font(12.5, 500, self._due),
            self._due_role,
        )
