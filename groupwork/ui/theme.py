"""The look in use: palette and text size. `theme` is the one instance, like the application's palette.

Widgets keep role names and logical sizes, never colours and pixels:

    theme.color("text2")        QColor of a role now
    theme.size(44)              44 logical px at the present text size, as int
    theme.on("contrast")        is this theme in use?

When palette or text size change, every living widget with a method `restyle()` gets it called (sizes and
fonts must be asked again there), every layout of `widgets.layouts` rescales itself, and all is repainted.
"""

from __future__ import annotations

import gc
from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLayout, QWidget

from groupwork.domain.scripts import Face
from groupwork.ui.faces import face
from groupwork.ui.roles import THEMES, Colours

MODES = ("system", "light", "dark", "contrast")
SMALLEST, LARGEST, STEP = 90, 200, 10
"""Text size in percent."""
FINGER = 48
"""What a finger needs to touch, in logical px."""

_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "canvas"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad"),
    (QPalette.ColorRole.Highlight, "sel"),
    (QPalette.ColorRole.HighlightedText, "on_sel"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "pause"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line2"),
    (QPalette.ColorRole.Dark, "control"),
    (QPalette.ColorRole.Shadow, "shadow"),
    (QPalette.ColorRole.Accent, "accent"),
)


class Theme(QObject):
    """Palette mode and text size; hands out colours and sizes."""

    changed = Signal()
    """After palette or text size changed and every widget was restyled."""

    def __init__(self) -> None:
        super().__init__()
        self._mode = "system"
        self._percent = 100
        self._colours: Colours = THEMES["light"]
        self._touch = False

    @property
    def mode(self) -> str:
        """What was chosen: system, light, dark or contrast."""
        return self._mode

    @property
    def percent(self) -> int:
        """Text size, 90 to 200."""
        return self._percent

    @property
    def name(self) -> str:
        """The table in use: light, dark or contrast."""
        return self._colours.name

    @property
    def scale(self) -> float:
        """The factor on every size."""
        return self._percent / 100

    def on(self, name: str) -> bool:
        """True when the table of this name is in use."""
        return self._colours.name == name

    def color(self, role: str) -> QColor:
        """The colour of a role (a new QColor). KeyError for an unknown role."""
        return QColor(_colour(self._colours[role]))

    def size(self, px: float) -> int:
        """Logical px at 100 % text as device-independent px at the present text size; at least 1 above 0."""
        value = round(px * self._percent / 100)
        return max(1, value) if px > 0 else value

    def sizef(self, px: float) -> float:
        """As `size`, not rounded."""
        return px * self._percent / 100

    @property
    def touch(self) -> bool:
        """Tablet mode: what is pressed is at least as large as a finger needs."""
        return self._touch

    def finger(self, px: float) -> int:
        """As `size`; in tablet mode at least what a finger needs."""
        return self.size(max(px, FINGER) if self._touch else px)

    def set_touch(self, on: bool) -> None:
        """Tablet mode on or off."""
        self._touch = on
        self.apply()

    def set_mode(self, mode: str) -> None:
        """Choose system, light, dark or contrast; anything else counts as system."""
        self._mode = mode if mode in MODES else "system"
        self.apply()

    def set_percent(self, percent: int) -> None:
        """Choose the text size; clipped to 90 to 200."""
        self._percent = min(LARGEST, max(SMALLEST, int(percent)))
        self.apply()

    def apply(self) -> None:
        """Put palette and font on the application and restyle every living widget."""
        self._colours = THEMES[self._mode if self._mode != "system" else system_theme()]
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setPalette(self.palette())
        app.setFont(face(Face.ATKINSON, self.size(14), 400))
        _restyle_all()
        self.changed.emit()

    def palette(self) -> QPalette:
        """The application's palette for the table in use, with its disabled group."""
        palette = QPalette()
        for role, name in _PALETTE:
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text3"))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, self.color("sunken"))
        palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, self.color("sel"))
        return palette


def _restyle_all() -> None:
    """Every widget. Nothing is collected meanwhile: a page that is gone would take widgets with it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        for widget in QApplication.allWidgets():
            restyle(widget)
    finally:
        if collects:
            gc.enable()


def restyle(widget: QWidget) -> None:
    """Ask one widget and its layouts for their sizes again and repaint it."""
    own = getattr(widget, "restyle", None)
    if callable(own):
        own()
    if isinstance(widget, QComboBox):  # another font alone leaves its least size as it was
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    layout = widget.layout()
    if layout is not None:
        for each in (layout, *layout.findChildren(QLayout)):
            again = getattr(each, "restyle", None)
            if callable(again):
                again()
        layout.invalidate()
    widget.updateGeometry()
    widget.update()


def system_theme() -> str:
    """What the system asks for: contrast before dark before light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


theme = Theme()
