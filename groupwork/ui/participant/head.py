"""The head of a person's page: initials, name, how to say it, where they stand, and a line of facts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.episodes import current, standing
from groupwork.domain.participants import Record
from groupwork.i18n import _
from groupwork.ui.models.person_words import about_line, stage_chip
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import Avatar, Chip
from groupwork.ui.widgets.label import Elided, IconLabel, Label
from groupwork.ui.widgets.layouts import Box, column, row

AVATAR = 58
NARROW = 620


class PersonHead(QWidget):
    """`back` leads to the list, `end` to the end of the stay, `next_` and `before` along the list."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button("", "secondary", "arrow-left", small=True)
        self.end = Button("", "ghost", "log-out", small=True)
        self._avatar = Avatar("", AVATAR)
        self._name, self._native = Elided("", "text", 23, 700), Label("", "text2", 16, 500, typed=True)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chip = Chip("", "neutral")
        self._said = IconLabel("message-circle", "", "text2", 13)
        self._about = Label("", "text2", 14, wrap=True, typed=True)
        first = row(self._name, self._chip, None, gap=12)
        second = row(self._native, (self._said, 1), gap=14)
        self._names: Box = column(first, second, self._about, gap=2)
        tools = row(self.end, gap=4)
        self._box: Box = row(self.back, self._avatar, (self._names, 1), tools, gap=14)
        for widget in (self.back, self._avatar):
            self._box.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._box)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.back.set_name(_("Back to the list"))
        self._fit()

    def show_record(self, record: Record, today: date, *, may: bool) -> None:
        """Show this person."""
        profile = record.profile
        stay = current(record.stays, today)
        where = standing(stay, today)
        self._avatar.set_name(profile.name.full)
        self._name.set_words(profile.name.full)
        self._native.set_words(profile.name.native)
        self._native.setVisible(bool(profile.name.native))
        chip = stage_chip(stay, where)
        self._chip.set_words(chip.words, chip.tone, chip.icon)
        said = _("say: {pronunciation}").format(pronunciation=profile.pronunciation)
        self._said.set_words(said if profile.pronunciation else "")
        self._said.setVisible(bool(profile.pronunciation))
        self._about.set_words(about_line(record, stay, today))
        self.end.setVisible(may and stay is not None and stay.end is None)

    def show_person(self, *, shown: bool) -> None:
        """Whether somebody is shown; else only the way back."""
        for widget in (self._name, self._chip, self._about):
            widget.setVisible(shown)
        self._fit()
        if not shown:
            self._native.hide()
            self._said.hide()
            self.end.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window no initials, and a button without words: the name needs the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() / theme.scale < NARROW
        self._avatar.setVisible(not narrow and not self._name.isHidden())
        self.end.set_words("" if narrow else _("End the stay"), _("End the stay") if narrow else "")
