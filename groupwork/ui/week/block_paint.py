"""How a block of the week is painted: tint, band, clash stripe, edge, icon, words (LOOK.md)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.band import band
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.theme import theme
from groupwork.ui.week import short_names
from groupwork.ui.week.facts import Facts

RADIUS = 7.0
ONE_LINE_UNDER, WIDE_FROM, SPACIOUS_FROM = 46, 96, 70
STRIPE = 8
ICON_ALONE_UNDER = 34
"""Logical px for words under which the icon says more than a cut name."""
EDGE_ALPHA = 0.37


@dataclass
class Page:
    """Where the next words of a block go; x, right and bottom in px."""

    painter: QPainter
    x: float
    y: float
    right: float
    bottom: float

    @property
    def room(self) -> float:
        """Width for words."""
        return self.right - self.x

    def fits(self, height: float) -> bool:
        """Whether a line of so many logical px is left."""
        return self.bottom - self.y >= theme.sizef(height)

    def line(
        self, words: str, size: float, role: str, *, weight: int = 400, step: float = 17, left: float = 0
    ) -> None:
        """A line if there is room for it, elided."""
        if not words or not self.fits(step - 1):
            return
        area = QRectF(self.x + left, self.y, self.room - left, theme.sizef(step))
        paint.text(self.painter, area, words, fonts.font(size, weight, words), role)
        self.y += theme.sizef(step)


def ground(painter: QPainter, rect: QRectF, facts: Facts, *, selected: bool, hover: bool) -> None:
    """Tint, band, stripe, edge and the ring of the selected one."""
    category = facts.session.category.value
    painter.save()
    paint.clip_rounded(painter, rect, RADIUS)
    paint.fill(painter, rect, "surface" if facts.lost else f"{category}:tint")
    if hover:
        paint.fill(painter, rect, paint.alpha(f"{category}:strong", 0.08))
    if not facts.lost:
        band(painter, QRectF(rect.left(), rect.top(), _band_width(rect), rect.height()), category)
    if facts.clashes:
        stripe = QRectF(rect.right() - theme.sizef(STRIPE), rect.top(), theme.sizef(STRIPE), rect.height())
        paint.fill(painter, stripe, "bad_soft")
        paint.hatch(painter, stripe, "bad", step=5, width=2)
    painter.restore()
    _edge(painter, rect, facts)
    if selected:
        paint.rounded(painter, rect, RADIUS, None, "focus", theme.sizef(2.5))


def _edge(painter: QPainter, rect: QRectF, facts: Facts) -> None:
    if facts.clashes:
        paint.rounded(painter, rect, RADIUS, None, "bad", theme.sizef(1.6))
        return
    if not facts.lost:
        strong = f"{facts.session.category.value}:strong"
        edge = strong if theme.on("contrast") else paint.alpha(strong, EDGE_ALPHA)
        paint.rounded(painter, rect, RADIUS, None, edge)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("control"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.sizef(RADIUS)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def words(painter: QPainter, rect: QRectF, facts: Facts) -> None:
    """Icon and words, as many as there is room for."""
    px = theme.sizef
    left = rect.left() + _band_width(rect) + px(6 if _spacious(rect) else 3.5)
    right = rect.right() - px(STRIPE if facts.clashes else 2 if _spacious(rect) else 1)
    page = Page(painter, left, rect.top() + px(4), right, rect.bottom() - px(2))
    if rect.height() < px(ONE_LINE_UNDER):
        page.right -= px(13 if facts.open else 0)
        _one_line(page, rect, facts)
    elif page.room < px(WIDE_FROM):
        _narrow(page, facts)
    else:
        _wide(page, facts)
    if facts.open:
        low = rect.height() < px(ONE_LINE_UNDER)
        top = rect.center().y() - px(3.5) if low else rect.top() + px(6)
        paint.rounded(painter, QRectF(right - px(9), top, px(7), px(7)), 3.5, "warn")


def _band_width(rect: QRectF) -> float:
    return theme.sizef(6 if _spacious(rect) else 5)


def _spacious(rect: QRectF) -> bool:
    return rect.width() > theme.sizef(SPACIOUS_FROM)


def _ink(facts: Facts) -> str:
    if facts.lost:
        return "text3"
    return "text" if theme.on("contrast") else f"{facts.session.category.value}:ink"


def _quiet(facts: Facts) -> str:
    return "text3" if facts.lost else "text2"


def _strong(facts: Facts) -> str:
    return "text3" if facts.lost else f"{facts.session.category.value}:strong"


def _one_line(page: Page, rect: QRectF, facts: Facts) -> None:
    """Name, and the number at the right when it fits."""
    name, number = facts.name(), "" if facts.lost else str(facts.number())
    if facts.clashes:
        number = facts.clash_word()
    area = QRectF(page.x, rect.top(), page.room, rect.height())
    used = fonts.width(name, 12.5, 600) + fonts.width(number, 12) + theme.sizef(12)
    if number and used < page.room:
        role = "bad" if facts.clashes else _ink(facts)
        side = area.adjusted(0, 0, -theme.sizef(3), 0)
        paint.text(
            page.painter, side, number, fonts.font(12, 700 if facts.clashes else 400), role, paint.RIGHT
        )
    elif facts.clashes:
        icons.draw_centred(page.painter, "triangle-alert", "bad", _square(page, rect), 14)
        area.setLeft(page.x + theme.sizef(18))
    short = short_names.plain(facts.short())
    shown = name if fonts.width(name, 12.5, 600) <= area.width() else short
    paint.text(page.painter, area, shown, fonts.font(12.5, 600, shown), _ink(facts))


def _square(page: Page, rect: QRectF) -> QRectF:
    return QRectF(page.x, rect.top(), theme.sizef(14), rect.height())


def _narrow(page: Page, facts: Facts) -> None:
    """Icon on its own line, short name, then the clash's word or time and number."""
    painter, px = page.painter, theme.sizef
    icon, role = (
        ("triangle-alert", "bad")
        if facts.clashes
        else (CATEGORY_ICONS[facts.session.category.value], _strong(facts))
    )
    icons.draw(painter, icon, role, QPointF(page.x - px(1), page.y + px(1)), 16)
    page.y += px(18 if facts.clashes else 20)
    size, lines = _short_lines(facts, page.room)
    for line in lines:
        page.line(line, size, _ink(facts), weight=600, step=16)
    if facts.clashes:
        word = facts.clash_word()
        weight_size = 12 if fonts.width(word, 12, 700) <= page.room else 11.5
        page.line(word, weight_size, "bad", weight=700, step=15)
    start = f"{facts.session.start:%H:%M}"
    if fonts.width(start, 12) <= page.room + 1:
        page.line(start, 12, _quiet(facts), step=17)
    if not facts.clashes and fonts.width(facts.count(), 12) <= page.room + 1:
        page.line(facts.count(), 12, _quiet(facts), step=17)


def _short_lines(facts: Facts, room: float) -> tuple[float, list[str]]:
    """The short name in lines; on a closed day rather the icon alone than cut words."""
    fitted = short_names.fitted(facts.short(), room + 0.5, _semibold)
    if fitted is not None:
        return fitted
    if facts.day_closed:
        return 12.5, []
    first = facts.short().split(" ")[0]
    fitted = short_names.fitted(first, room + 0.5, _semibold)
    if fitted is not None:
        return fitted
    return 11.5, [short_names.plain(first)] if room >= theme.sizef(ICON_ALONE_UNDER) else []


def _semibold(words: str, size: float) -> float:
    return fonts.width(words, size, 600)


def _wide(page: Page, facts: Facts) -> None:
    """Icon and name on one or two lines, time, room or clash, and at the bottom "4 of 8"."""
    painter, px = page.painter, theme.sizef
    foot = bool(facts.count()) and page.bottom - page.y > px(82)
    icons.draw(
        painter,
        CATEGORY_ICONS[facts.session.category.value],
        _strong(facts),
        QPointF(page.x - px(1), page.y + px(2)),
        15,
    )
    size, lines = _name_lines(facts.name(), page.room - px(20), two=page.bottom - page.y > px(58))
    for line in lines:
        page.line(line, size, _ink(facts), weight=600, step=18, left=px(20))
    if foot:
        page.bottom -= px(20)
    session = facts.session
    page.line(f"{session.start:%H:%M}–{session.end:%H:%M}", 12.5, _quiet(facts))
    if facts.clashes and page.fits(16):
        icons.draw(painter, "triangle-alert", "bad", QPointF(page.x - px(1), page.y + px(1)), 14)
        role = "bad" if theme.on("contrast") else "bad_ink"
        page.line(facts.clash_label(), 12.5, role, weight=700, left=px(17))
    else:
        page.line(session.room_name, 12.5, _quiet(facts))
    if facts.lost:
        page.line(_("not held"), 12.5, "text3", weight=500)
    if foot:
        _foot(page, facts)


def _foot(page: Page, facts: Facts) -> None:
    px = theme.sizef
    icons.draw(page.painter, "users", "text2", QPointF(page.x - px(1), page.bottom + px(1)), 14)
    area = QRectF(page.x + px(18), page.bottom - px(1), page.room - px(18), px(18))
    count = facts.count_words()
    if fonts.width(count, 12.5) > area.width():
        count = facts.count()
    paint.text(page.painter, area, count, fonts.font(12.5), "text2")


def _name_lines(name: str, room: float, *, two: bool) -> tuple[float, list[str]]:
    """The name on one line, or broken once at a space."""
    if fonts.width(name, 13.5, 600) <= room:
        return 13.5, [name]
    if fonts.width(name, 12.5, 600) <= room or not two or " " not in name:
        return 12.5, [name]
    first, rest = name.split(" ", maxsplit=1)[0], name.split(" ")[1:]
    while len(rest) > 1 and fonts.width(f"{first} {rest[0]}", 13.5, 600) <= room:
        first = f"{first} {rest.pop(0)}"
    return 13.5, [first, " ".join(rest)]
