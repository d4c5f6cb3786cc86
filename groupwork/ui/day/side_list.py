"""What stands in Today's right column: things to finish, alerts in words, what comes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from groupwork.domain.people import ALERT_LABELS, AlertKind
from groupwork.domain.today import AlertLine, TodayPage
from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.label import Elided, Icon, Label
from groupwork.ui.widgets.layouts import box, column, row

ALERT_ICONS: dict[AlertKind, str] = {
    AlertKind.SAFETY: "shield-alert",
    AlertKind.ONE_TO_ONE: "user-check",
    AlertKind.SUPPORT: "heart-handshake",
    AlertKind.LANGUAGE: "languages",
    AlertKind.FOOD: "utensils",
    AlertKind.NO_PHOTOS: "camera-off",
}
ALERT_TONES: dict[AlertKind, str] = {AlertKind.SAFETY: "warn"}


class TaskRow(PaintedButton):
    """Something to do, as a row with an icon, a title, a second line and a chevron."""

    def __init__(self, icon: str, tone: str, title: str, second: str) -> None:
        super().__init__(54, f"{title}, {second}", inset=6)
        self._icon, self._tone, self._second = icon, tone, second
        self.setText(title)
        self.setToolTip(title)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Icon tile, two lines, chevron."""
        px = theme.size
        tile = QRectF(px(14), px(10), px(34), px(34))
        edge = self._tone if theme.on("contrast") else None
        paint.rounded(painter, tile, 10, f"{self._tone}_soft", edge)
        icons.draw_centred(painter, self._icon, f"{self._tone}_ink", tile, 18, stroke=2)
        chevron = QRectF(self.width() - px(32), 0, px(16), self.height())
        icons.draw_centred(painter, "chevron-right", "text3", chevron, 16)
        width = self.width() - px(96)
        title = QRectF(px(60), px(8), width, px(20))
        second = QRectF(px(60), px(28), width, px(18))
        paint.text(painter, title, self.text(), fonts.font(14, 600, self.text()), "text")
        paint.text(painter, second, self._second, fonts.font(12.5, 400, self._second), "text2")


class AheadLine(QWidget):
    """An icon, a bold beginning and the rest, on one line that elides."""

    def __init__(self, first: str, rest: str, icon: str = "calendar-off", tone: str = "text2") -> None:
        super().__init__()
        line = row(Icon(icon, tone, 18), Label(first, "text", 13.5, 600), gap=10)
        if rest:
            line.add((Elided(rest, "text2", 13.5), 1))
        else:
            line.addStretch(1)
        self.setLayout(line)
        self.setAccessibleName(f"{first} {rest}".strip())


class AlertList(Card):
    """Every alert of the day once, in words, most urgent first; `count` of them."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__(pad=(16, 12, 16, 12), gap=9)
        lines = unique_alerts(page)
        self.count = len(lines)
        for line in lines:
            kind = AlertKind(line.kind)
            icon = Icon(ALERT_ICONS[kind], ALERT_TONES.get(kind, "info"), 18)
            words = column(
                Elided(line.name, "text", 13.5, 600),
                Label(line.words, "text2", 13, wrap=True, typed=True),
                gap=0,
            )
            entry = box(row(icon, (words, 1), gap=10, align=Qt.AlignmentFlag.AlignTop))
            entry.setAccessibleName(
                _("{name}, {kind}: {words}").format(
                    name=line.name, kind=_(ALERT_LABELS[kind]), words=line.words
                )
            )
            self.add(entry)


def unique_alerts(page: TodayPage) -> list[AlertLine]:
    """The day's alerts without repeats, in the order of urgency, then name."""
    order = list(AlertKind)
    seen = {line for _session, lines in page.alerts for line in lines}
    return sorted(seen, key=lambda line: (order.index(AlertKind(line.kind)), line.name))
