"""The keys used most, under the grid; a refusal or a hint takes their place for a while."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.attendance import TYPED, Status
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import _, current
from groupwork.ui import fonts, icons, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.theme import theme
from groupwork.ui.view import View

SHOW_MS = 9000
BLANKS, QUANTITY = "+", "#"
"""The key that marks all blanks present."""
DETAILS = ","
"""The key for what goes with a mark: reason, told in advance, times."""


def strip_keys(*, letters: bool, tasks: bool, signs: Signs | None = None) -> tuple[tuple[str, str], ...]:
    """The keys of the language, most used first; what does not fit at the end is left out."""
    own = signs or plain_signs(current().language)
    shown: list[tuple[str, str]] = []
    if letters:
        shown = [
            (own.key_for(Status.PRESENT), own.own_label("P") or _("present")),
            (f"{own.late} 10", _("late")),
            (own.early, _("left early")),
            (own.key_for(Status.ABSENT), own.own_label("A") or _("absent")),
            (own.key_for(Status.CANCELLED), own.own_label("X") or _("cancelled")),
            (own.key_for(Status.UNWELL), own.own_label("U") or _("unwell")),
        ]
    if tasks:
        shown.append(("1–6", _("help")))
    shown += [(BLANKS, _("blanks present")), (".", _("as last time")), (DETAILS, _("reason"))]
    if not letters:
        shown.append((_("Space"), _("choose a mark")))
    return (*shown, ("F1", _("all keys")))


class KeyStrip(QWidget):
    """Key caps with words, or one sentence with a warning sign."""

    claimed = Signal(object)
    """Itself while it shows a sentence, which a notice must not cover; None when it shows the keys again."""
    unseen = Signal(str, str)
    """A sentence and its tone, when the strip is scrolled out of sight: say it elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()
        self._sentence, self._tone = "", "warn"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOW_MS)
        self._timer.timeout.connect(self.quiet)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def serve(self, view: View) -> KeyStrip:
        """Be the strip of a page: its notices leave sentences uncovered and say what is out of sight."""
        self.claimed.connect(view.words_at_foot)
        self.unseen.connect(lambda sentence, tone: view.gate.announce(sentence, tone=tone))
        return self

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(30))

    def sizeHint(self) -> QSize:
        """The card decides the width."""
        return QSize(theme.size(300), theme.size(30))

    def minimumSizeHint(self) -> QSize:
        """Keys that do not fit are left out."""
        return QSize(theme.size(120), theme.size(30))

    def set_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Other keys, after a change of language or register."""
        self._keys = keys
        self.setAccessibleName(_("Keys"))
        self.setAccessibleDescription(", ".join(f"{key}: {does}" for key, does in keys))
        self.update()

    def sentence(self) -> str:
        """The sentence shown, or "" while the keys are."""
        return self._sentence

    def say(self, sentence: str, tone: str = "warn") -> None:
        """Show a sentence in place of the keys and let a screen reader say it."""
        self._sentence, self._tone = sentence, tone
        self.setToolTip(sentence)
        self._timer.start()
        if self.isVisible() and self.visibleRegion().isEmpty():
            self.unseen.emit(sentence, tone)
            return
        announce(self, sentence, urgent=tone == "warn")
        self.claimed.emit(self)
        self.update()

    def quiet(self) -> None:
        """Show the keys again."""
        if self._sentence:
            self._sentence = ""
            self.setToolTip("")
            self.claimed.emit(None)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._sentence:
            self._paint_sentence(painter)
        else:
            self._paint_keys(painter)

    def _paint_sentence(self, painter: QPainter) -> None:
        tone = self._tone
        font = fonts.font(13.5, 500, self._sentence)
        wanted = fonts.width(self._sentence, 13.5, 500) + theme.sizef(44)
        area = QRectF(0, 0, min(wanted, self.width()), self.height())
        edge = f"{tone}_ink" if theme.on("contrast") else None
        paint.rounded(painter, area, 8, f"{tone}_soft", edge)
        sign = QRectF(theme.sizef(8), 0, theme.sizef(18), self.height())
        icon = "triangle-alert" if tone == "warn" else "info"
        icons.draw_centred(painter, icon, f"{tone}_ink", sign, 16)
        words = area.adjusted(theme.sizef(32), 0, -theme.sizef(8), 0)
        paint.text(painter, words, self._sentence, font, f"{tone}_ink")

    def _paint_keys(self, painter: QPainter) -> None:
        widths = [self._width(key, does) for key, does in self._keys]
        shown = list(zip(self._keys, widths, strict=True))
        # F1 always stays: it names all the others
        while len(shown) > 1 and sum(width for _key, width in shown) > self.width():
            del shown[-2]
        x = float(theme.size(2))
        for (key, does), width in shown:
            cap = paint.key_cap_width(key)
            paint.key_cap(painter, QRectF(x, theme.sizef(4), cap, theme.sizef(22)), key)
            words = QRectF(x + cap + theme.sizef(6), 0, width, self.height())
            paint.text(painter, words, does, fonts.font(12.5, 500), "text2", elide=False)
            x += width

    @staticmethod
    def _width(key: str, does: str) -> float:
        return paint.key_cap_width(key) + fonts.width(does, 12.5, 500) + theme.sizef(20)


def all_keys(signs: Signs | None = None) -> tuple[tuple[str, str], ...]:
    """Every key of the grid and what it does, for the overview."""
    own = signs or plain_signs(current().language)
    late, early = own.late, own.early
    letters = tuple((own.key_for(status), own.label(status, _)) for status in TYPED)
    return (
        *letters,
        (f"{late} 10", _("late, with minutes")),
        (f"{early} 20", _("left early, with minutes")),
        (f"{late} 1005", _("arrived at 10:05; after {key}: left at").format(key=early)),
        (DETAILS, _("reason, told on, arrived and left of the mark just made")),
        (".", _("as last time")),
        (_("Del"), _("not recorded")),
        (BLANKS, _("mark blanks present")),
        ("6 … 1", _("help level of a task")),
        ("0", _("task not done, then the reason")),
        ("-", _("task not offered")),
        (QUANTITY, _("quantity and minutes of a task")),
        ("0 … 4", _("taking part")),
        ("1 … 5", _("mood")),
        (_("Space"), _("choose from a menu")),
        (_("Shift+arrows"), _("choose several cells: one key fills them all")),
        (_("Ctrl+D, Ctrl+R"), _("fill down, fill right")),
        (_("Ctrl+C, Ctrl+V"), _("copy and paste, also with Excel")),
        (_("Ctrl+arrows"), _("to the next gap or the end")),
        (_("Ctrl+."), _("fill blanks as in the session before")),
        ("F6", _("all dates of the group")),
    )
