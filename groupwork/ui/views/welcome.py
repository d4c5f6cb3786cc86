"""Welcome: no file yet. Open a centre, the last one again, or look around in the demo centre."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.errors import Cancelled, Missing, UserError
from groupwork.i18n import LANGUAGES, N_, _, say
from groupwork.ui import background
from groupwork.ui.background import Report
from groupwork.ui.preferences import preferences
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Progress
from groupwork.ui.widgets.front import Front, PickCard
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.page import Refusal, SectionHead

GONE = N_("The file “{file}” is not there. Was it moved or renamed, or a drive unplugged?")
MakeDemo = Callable[[str, Report], Path]


class WelcomeView(Front):
    """`wanted` carries the path of a file to unlock, `choose` asks for the file dialog, `begin_new` for
    the first run."""

    wanted = Signal(object)
    choose = Signal()
    begin_new = Signal()
    restore = Signal()

    def __init__(self, make_demo: MakeDemo) -> None:
        super().__init__()
        self._make_demo = make_demo
        self._job: background.Job | None = None
        self._error: UserError | None = None
        self._title = Label("", "text", 30, 700)
        self._about = Label("", "text2", 15, wrap=True)
        self.head.add((column(self._title, self._about, gap=2), 1))
        last = Path(preferences.values.last_file) if preferences.values.last_file else None
        self._last = last if last is not None and last.exists() else None
        if last is not None and self._last is None:
            self._error = Missing(GONE, file=last.name)
        self._open_head, self._demo_head = SectionHead(), SectionHead()
        self._again = PickCard("clock", self._open_last)
        self._open = PickCard("folder-open", self.choose.emit)
        self._new = Button("", "primary", "building-2")
        self._new.clicked.connect(self.begin_new)
        self._restore = Button("", "ghost", "history")
        self._restore.clicked.connect(self.restore)
        self._demos = {code: PickCard("sparkles", partial(self.start_demo, code)) for code in LANGUAGES}
        self._refusal = Refusal()
        self._build_busy()
        own = row((self._open, 1), gap=12)
        if self._last is not None:
            own.insertWidget(0, self._again, 1)
        self.body.add(26, self._refusal, self._open_head, 8, own, 6)
        self.body.add(row(self._new, self._restore, None, gap=2, margins=(-3, 0, 0, 0)))
        self.body.add(18, self._demo_head, 8)
        self.body.add(row(*((card, 1) for card in self._demos.values()), gap=12), 16, self._busy)
        self.retranslate()

    def _build_busy(self) -> None:
        self._busy_words, self._count = Label("", "text", 14, 600), Label("", "text2", 13)
        self._bar, self._cancel = Progress(), Button("", "secondary", small=True)
        self._cancel.clicked.connect(self._stop)
        self._busy = Card(pad=(16, 12, 13, 12), gap=12, across=True)
        self._busy.add((column(row(self._busy_words, None, self._count), self._bar, gap=6), 1), self._cancel)
        self._busy.hide()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.show_language()
        self._title.set_words(_("Welcome"))
        self._about.set_words(_("Open your centre, or look around first."))
        self._open_head.set_words(_("Your centre"))
        self._demo_head.set_words(_("Look around"))
        if self._last is not None:
            self._again.set_words(_("Open {file} again").format(file=self._last.name), str(self._last.parent))
        self._new.set_words(_("Set up a new centre"))
        self._restore.set_words(_("Restore from a backup"))
        self._open.set_words(_("Open …"), _("A centre’s file on this computer or on a stick"))
        about = _("Invented people and sessions; nothing you do there can break anything")
        self._demos["en"].set_words(_("Demo centre in English"), about)
        self._demos["de"].set_words(_("Demo centre in German"), about)
        self._busy_words.set_words(_("Making the demo centre"))
        self._bar.setAccessibleName(_("Progress"))
        self._cancel.set_words(_("Cancel"))
        if self._error is not None:
            self._refusal.say(say(self._error))

    def begin(self) -> None:
        """Put the focus on what is most likely wanted."""
        first: QWidget = self._again if self._last is not None else self._open
        if self._error is not None:
            first = self._restore
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_demo(self, language: str) -> None:
        """Make the demo centre when it is missing, then ask to open it."""
        if self._job is not None:
            return
        self._refuse(None)
        self._set_busy(True)
        self._job = background.run(
            lambda report: self._make_demo(language, report), self._made, self._failed, self._progress
        )

    def _open_last(self) -> None:
        self.wanted.emit(self._last)

    def _made(self, path: Path) -> None:
        self._job = None
        self._set_busy(False)
        self.wanted.emit(path)

    def _failed(self, error: UserError) -> None:
        self._job = None
        self._set_busy(False)
        if not isinstance(error, Cancelled):
            self._refuse(error)

    def _refuse(self, error: UserError | None) -> None:
        self._error = error
        self._refusal.say(say(error) if error is not None else "")

    def _progress(self, done: int, of: int) -> None:
        self._count.set_words(_("{done} of {of}").format(done=done, of=of) if of else "")
        self._bar.set_value(done / of if of else 0.0)

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        for card in (self._again, self._open, self._new, self._restore, *self._demos.values()):
            card.setEnabled(not busy)
        self._bar.set_value(0.0)
        self._count.set_words("")

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
