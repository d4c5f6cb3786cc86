"""Help levels, participation and mood as they stand in a cell (LOOK.md "Help levels", "Register")."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.ui import fonts, icons, paint
from groupwork.ui.mood.face import draw_face
from groupwork.ui.theme import theme

LEVELS, STAIR_FROM = 6, 22
"""Steps of the stair, and the room under which it is left out."""


def draw_result(
    painter: QPainter, rect: QRectF, result: TaskResult | None, last: int | None, reason: str
) -> None:
    """One person's result for a task: level with its stair, not done with cross and reason, a dash, or
    nothing but last time's level in grey. `reason` is in the language in use."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if result is None:
        _last_time(painter, rect, last)
    elif result.outcome is Outcome.NOT_OFFERED:
        draw_dash(painter, rect, "text", 700)
    elif result.outcome is Outcome.NOT_DONE:
        _not_done(painter, rect, reason)
    else:
        _level(painter, rect, result.level or 0, made_sign(result), partly=result.outcome is Outcome.PARTLY)
    painter.restore()


def draw_dash(painter: QPainter, rect: QRectF, role: str = "text3", weight: int = 400) -> None:
    """A quiet dash: nothing to say here. What was recorded as not offered is bold, in the text's colour."""
    paint.text(painter, rect, "–", fonts.font(15, weight), role, paint.CENTRE, elide=False)


def made_sign(result: TaskResult) -> str:
    """Quantity and minutes as they stand in a cell: "×5 20′"; "" without either."""
    parts = [f"×{result.quantity}"] if result.quantity is not None else []
    return " ".join([*parts, f"{result.minutes}′"] if result.minutes is not None else parts)


def _level(painter: QPainter, rect: QRectF, level: int, made: str, *, partly: bool) -> None:
    contrast = theme.on("contrast")
    solid = contrast and level == LEVELS
    edge = "text" if contrast and not solid else ("line" if level == 1 else None)
    paint.rounded(painter, rect, 7, f"help:{max(1, level)}", edge)
    ink = "on_accent" if solid else "text"
    left = rect.left() + theme.sizef(8)
    number = QRectF(left, rect.top(), theme.sizef(16), rect.height())
    paint.text(painter, number, str(level) if level else "·", fonts.font(15, 700), ink, elide=False)
    stair = QRectF(rect)
    stair.setLeft(rect.left() + theme.sizef(26))
    stair.setRight(rect.right() - theme.sizef(8))
    if partly:
        _partly(painter, rect, ink)
        stair.setRight(stair.right() - theme.sizef(16))
    if made:
        wide = fonts.width(made, 12, 600) + theme.sizef(4)
        words = QRectF(stair.right() - wide, rect.top(), wide, rect.height())
        paint.text(painter, words, made, fonts.font(12, 600, made), ink, paint.RIGHT, elide=False)
        stair.setRight(stair.right() - wide - theme.sizef(3))
    if stair.width() >= theme.sizef(STAIR_FROM):
        _stair(painter, stair, level, "on_accent" if solid else "stair")


def _stair(painter: QPainter, area: QRectF, level: int, role: str) -> None:
    """Six steps, filled up to the level; the rest are thin lines."""
    gap, rise = theme.sizef(2), area.height() * 0.62
    width = max(2.0, (area.width() + gap) / LEVELS - gap)
    foot = area.bottom() - theme.sizef(7)
    for n in range(LEVELS):
        left = area.left() + n * (width + gap)
        if n < level:
            high = rise * (n + 1.5) / 7.5
            painter.fillRect(QRectF(left, foot - high, width, high), theme.color(role))
        else:
            thin = max(1.0, theme.sizef(2))
            painter.fillRect(QRectF(left, foot - thin, width, thin), paint.alpha(role, 110 / 255))


def _partly(painter: QPainter, rect: QRectF, ink: str) -> None:
    """A half-filled disc at the right: done in part."""
    r = theme.sizef(5)
    centre = QPointF(rect.right() - theme.sizef(12), rect.center().y())
    disc = QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r)
    painter.setPen(QPen(theme.color(ink), max(1.0, theme.sizef(1.4))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    half = QPainterPath(centre)
    half.arcTo(disc, 90, 180)
    painter.fillPath(half, theme.color(ink))


def _not_done(painter: QPainter, rect: QRectF, reason: str) -> None:
    paint.rounded(painter, rect, 7, "sunken", "control")
    if not cross_fits(rect.width(), reason):  # the words say it, on two lines where they must
        area, font = rect.adjusted(2, 0, -2, 0), fonts.font(12, 500, reason)
        paint.text(painter, area, reason, font, "text2", paint.CENTRE, wrap=True)
        return
    at = QPointF(rect.left() + theme.sizef(7), rect.center().y() - theme.size(14) / 2)
    icons.draw(painter, "x", "text", at, 14, stroke=2.5)
    words = QRectF(rect.left() + theme.sizef(24), rect.top(), rect.width() - theme.sizef(27), rect.height())
    paint.text(painter, words, reason, fonts.font(12, 500, reason), "text2")


def cross_fits(width: float, reason: str) -> bool:
    """Whether a cross and the whole reason stand side by side in a tile so wide, in px."""
    return fonts.width(reason, 12, 500) <= width - theme.sizef(27)


def _last_time(painter: QPainter, rect: QRectF, last: int | None) -> None:
    """A bare number in grey with a small clock-arrow: last time, not a record."""
    if last is None:
        return
    number = rect.adjusted(0, 0, -theme.sizef(10), 0)
    paint.text(painter, number, str(last), fonts.font(14, 500), "text3", paint.CENTRE, elide=False)
    at = QPointF(rect.center().x() + theme.sizef(3), rect.center().y() - theme.size(12) / 2)
    icons.draw(painter, "history", "text3", at, 12, stroke=2)


def draw_participation(painter: QPainter, rect: QRectF, value: int | None) -> None:
    """The number and four dots; four empty dots while it is not recorded."""
    painter.save()
    dot, gap, lead = theme.sizef(9), theme.sizef(3), theme.sizef(16)
    left = rect.center().x() - (4 * dot + 3 * gap + lead) / 2
    if value is not None:
        number = QRectF(left, rect.top(), theme.sizef(14), rect.height())
        paint.text(painter, number, str(value), fonts.font(14, 600), "text", elide=False)
    for n in range(4):
        area = QRectF(left + lead + n * (dot + gap), rect.center().y() - dot / 2, dot, dot)
        if value is not None and n < value:
            paint.rounded(painter, area, 9, "accent")
        else:
            empty = "control" if value is None else "line2"  # an empty mark invites, the rest of a number not
            paint.rounded(painter, area, 9, None, empty, theme.sizef(1.5))
    painter.restore()


def draw_mood(painter: QPainter, rect: QRectF, value: int | None) -> None:
    """One of five own-drawn faces, 1 to 5, with its number; an empty ring while it is not recorded."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    r = theme.sizef(11)
    centre = rect.center() - QPointF(0, theme.sizef(6) if value else 0)
    if value:
        draw_face(painter, centre, r, value, "text")
        below = QRectF(rect.left(), centre.y() + r, rect.width(), theme.sizef(15))
        paint.text(painter, below, str(value), fonts.font(12, 600), "text", paint.CENTRE, elide=False)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("control"), theme.sizef(1.6)))
        painter.drawEllipse(centre, r, r)
    painter.restore()
