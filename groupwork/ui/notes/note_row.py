"""A note in a list: what it is, when and by whom, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from groupwork.domain.notes import NoteInfo
from groupwork.i18n import _, current
from groupwork.operations.note_lists import MissingNote, NoteLine
from groupwork.ui import fonts, icons, paint
from groupwork.ui.notes import words
from groupwork.ui.notes.subject import Subject
from groupwork.ui.theme import theme
from groupwork.ui.widgets.chip import chip_roles
from groupwork.ui.widgets.controls import PaintedButton

HEIGHT = 62
MISSING = "missing"


@dataclass(frozen=True)
class Entry:
    """A line of a list: what it opens, and its words."""

    subject: Subject
    note: NoteInfo | None
    title: str
    second: str

    @property
    def key(self) -> tuple[str, int]:
        """The same line again after reading anew."""
        return self.subject.kind, self.note.id if self.note is not None else 0

    @property
    def look(self) -> tuple[str, str, str]:
        """Words, tone and icon of its chip."""
        if self.note is None:
            return _("Missing"), "warn", "file-plus"
        tone, icon = words.STATE_LOOKS[self.note.state]
        return words.state(self.note), tone, icon


def of_line(line: NoteLine, *, person: bool) -> Entry:
    """A note in a list of one person (the day first), or of several people (the name first)."""
    note = line.note
    day = current().day(note.contact, year=person)
    kind = words.template(note.template)
    title = line.title or _("Without a session, {at}").format(at=f"{note.written_at:%H:%M}")
    late = _("late entry") if note.late else ""
    subject = Subject(
        note.contact,
        note.session,
        note.participant,
        line.called,
        note.id if note.session is None else None,
    )
    if person:
        second = (title, kind, note.author, late)
        return Entry(subject, note, day, " · ".join(part for part in second if part))
    who = line.called or _("Group note")
    second = (day, f"{line.start:%H:%M}" if line.start else "", note.author, late)
    return Entry(subject, note, f"{who} · {title}", " · ".join(part for part in second if part))


def of_missing(line: MissingNote) -> Entry:
    """A group note nobody wrote."""
    when = f"{current().day(line.date)} · {line.start:%H:%M}"
    title = f"{_('Group note')} · {line.title}"
    return Entry(Subject(line.date, line.session), None, title, when)


class NoteRow(PaintedButton):
    """`stepped` by the arrow keys."""

    stepped = Signal(int)

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        said, _tone, _icon = entry.look
        super().__init__(HEIGHT, f"{entry.title}, {entry.second}, {said}", inset=6)
        self.setCheckable(True)
        self.setToolTip(f"{entry.title}\n{entry.second}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on to the next line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Two lines; the chip stands at the right of the first."""
        px = theme.size
        if self.isChecked():
            plate = rect.adjusted(px(6), px(2), -px(6), -px(2))
            edge = "accent" if theme.on("contrast") else None
            paint.rounded(painter, plate, self.RADIUS, "accent_soft", edge)
            bar = QRectF(plate.left(), plate.center().y() - px(14), px(4), px(28))
            paint.rounded(painter, bar, 2, "accent")
        wide = self._chip(painter, rect)
        left, width = px(20), rect.width() - px(40)
        title = QRectF(left, px(9), width - wide - px(8), px(22))
        font = fonts.font(14, 600, self.entry.title)
        paint.text(painter, title, self.entry.title, font, "text")
        second = QRectF(left, px(32), width, px(20))
        paint.text(painter, second, self.entry.second, fonts.font(12.5, 400, self.entry.second), "text2")

    def _chip(self, painter: QPainter, rect: QRectF) -> float:
        said, tone, icon = self.entry.look
        fill, ink, edge = chip_roles(tone)
        wide = fonts.width(said, 12, 500) + theme.size(36)
        area = QRectF(rect.width() - wide - theme.size(18), theme.size(9), wide, theme.size(22))
        paint.rounded(painter, area, 11, fill, edge)
        sign = QRectF(area.left() + theme.size(8), area.top(), theme.size(14), area.height())
        icons.draw_centred(painter, icon, ink, sign, 13, stroke=2)
        text = area.adjusted(theme.size(26), 0, -theme.size(4), 0)
        paint.text(painter, text, said, fonts.font(12, 500), ink, elide=False)
        return wide
