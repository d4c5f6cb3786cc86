"""The totals under the grid, standing in the grid's own columns."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTableView, QWidget

from groupwork.domain.register import Register
from groupwork.i18n import _, current, ngettext
from groupwork.ui import fonts, paint
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.models.register_words import SHORT, plain
from groupwork.ui.register.sums import Mean, Sums, TaskSum, sums
from groupwork.ui.theme import theme

HIGH = 52


class Totals(QWidget):
    """Asks the table for its column positions; everything shown is also in the accessible name."""

    def __init__(self, table: QTableView, model: RegisterModel) -> None:
        super().__init__()
        self._table, self._model = table, model
        self._sums: Sums | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.horizontalHeader().sectionResized.connect(self.update)
        table.horizontalHeader().sectionMoved.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(self.update)
        self.restyle()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(HIGH))

    def show_register(self, register: Register) -> None:
        """Count again."""
        fresh = sums(register)
        if fresh != self._sums:
            self._sums = fresh
            self.update()
        self.setAccessibleName(_("Totals"))
        self.setAccessibleDescription(self._spoken(register, fresh))

    def _spoken(self, register: Register, s: Sums) -> str:
        parts = [f"{_('Mark')}: {upper(s)} {lower(s)}".strip(), self._left_words(s)]
        parts.append(ngettext("{n} minute", "{n} minutes", s.minutes).format(n=s.minutes))
        for n, task in enumerate(s.tasks):
            top, foot = task_words(task)
            parts.append(f"{plain(register.tasks[n].name)}: {top} {foot}")
        return "; ".join(part for part in parts if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = theme.size(1)
        paint.fill(painter, QRectF(0, 0, self.width(), line), "line2")
        if self._sums is None:
            return
        frozen = self._frozen_width()
        for section, column in enumerate(self._model.columns):
            if column.kind is Kind.NAME or (frozen and column.kind is Kind.MARK):
                continue
            painter.save()
            painter.setClipRect(QRectF(frozen, 0, self.width() - frozen, self.height()))
            self._paint(painter, section, column, self._table.columnViewportPosition(section))
            painter.restore()
        self._paint_left(painter)
        if frozen:
            section = self._model.place(Kind.MARK)
            left = frozen - self._table.columnWidth(section)
            self._paint(painter, section, self._model.columns[section], left)

    def _frozen_width(self) -> int:
        scrolls = self._table.horizontalScrollBar().maximum() > 0
        kinds = (Kind.NAME, Kind.MARK)
        width = sum(self._table.columnWidth(self._model.place(kind)) for kind in kinds)
        return width if scrolls else 0

    def _paint_left(self, painter: QPainter) -> None:
        if self._sums is None:
            return
        left = theme.sizef(16)
        name = self._table.columnWidth(0)
        last = 0 if self._frozen_width() else self._table.columnWidth(1)
        top = QRectF(left, theme.sizef(5), name - left, theme.sizef(22))
        paint.text(painter, top, _("Totals"), fonts.font(13.5, 700))
        foot = QRectF(left, theme.sizef(26), name + last - left - theme.sizef(4), theme.sizef(20))
        paint.text(painter, foot, self._left_words(self._sums), fonts.font(12.5), "text2")

    def _left_words(self, s: Sums) -> str:
        own = self._model.signs
        parts = [
            _("{n} {status}").format(n=n, status=own.own_label(status.value) or _(SHORT[status]))
            for status, n in s.others
        ]
        if s.open:
            parts.append(_("{n} {status}").format(n=s.open, status=_(SHORT[None])))
        return " · ".join(parts)

    def _paint(self, painter: QPainter, section: int, column: Column, left: float) -> None:
        s = self._sums
        if s is None:
            return
        top, foot = cell_words(column, s)
        task = column.kind is Kind.TASK
        side = Qt.AlignmentFlag.AlignLeft if task else Qt.AlignmentFlag.AlignHCenter
        inset, over = (theme.sizef(5), 0.0) if task else (0.0, theme.sizef(10))
        x = left + inset - over
        width = self._table.columnWidth(section) - inset + 2 * over
        align = side | Qt.AlignmentFlag.AlignVCenter
        size = 15 if column.kind is Kind.MARK else 14
        upper_box = QRectF(x, theme.sizef(5), width, theme.sizef(22))
        paint.text(painter, upper_box, top, fonts.font(size, 700), "text", align, elide=False)
        lower_box = QRectF(x, theme.sizef(26), width, theme.sizef(20))
        paint.text(painter, lower_box, foot, fonts.font(12.5), "text2", align, elide=False)


def cell_words(column: Column, s: Sums) -> tuple[str, str]:
    """The two lines of one column's total."""
    if column.kind is Kind.MARK:
        return upper(s), lower(s)
    if column.kind is Kind.MINUTES:
        if not s.minutes:
            return "–", ""
        return str(s.minutes), _("{hours} h").format(hours=current().number(s.minutes / 60, 1))
    if column.kind is Kind.TASK:
        return task_words(s.tasks[column.task])
    means = {Kind.PART: (s.part, 4), Kind.BEFORE: (s.before, 5), Kind.AFTER: (s.after, 5)}
    if column.kind in means:
        return mean_words(*means[column.kind], narrow=column.kind is not Kind.PART)
    return "", ""


def upper(s: Sums) -> str:
    """ "3/6": came, of those expected."""
    return f"{s.present}/{s.expected}"


def lower(s: Sums) -> str:
    """ "+1 W": walk-ins beside."""
    return _("+{n} W").format(n=s.walk_ins) if s.walk_ins else ""


def mean_words(mean: Mean, of: int, *, narrow: bool = False) -> tuple[str, str]:
    """ "3.3" and "of 4, n=4"; in narrow columns only the n."""
    if not mean.n:
        return "–", ""
    foot = _("n={n}").format(n=mean.n) if narrow else _("of {of}, n={n}").format(of=of, n=mean.n)
    return current().number(mean.tenths / 10, 1), foot


def task_words(task: TaskSum) -> tuple[str, str]:
    """ "3/4" and "done", or a dash and "not yet"."""
    return (f"{task.done}/{task.of}", _("done")) if task.of else ("–", _("not yet"))
