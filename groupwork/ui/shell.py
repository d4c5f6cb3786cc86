"""The window with a file open: rail, top bar, pages, notices. It goes when the window is locked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupwork.errors import Trouble
from groupwork.i18n import _, current, ngettext, say
from groupwork.operations.desk import Right
from groupwork.operations.today import open_registers
from groupwork.ui import pages
from groupwork.ui.accessibility import announce
from groupwork.ui.done import Done
from groupwork.ui.gate import Gate, Notice
from groupwork.ui.importing.drops import dropped_file
from groupwork.ui.job_strip import JobStrip
from groupwork.ui.place import BACK, Place
from groupwork.ui.rail import Rail
from groupwork.ui.record_views import RecordViews
from groupwork.ui.search.offers import Offer, offers
from groupwork.ui.search.own_commands import carry_out
from groupwork.ui.theme import theme
from groupwork.ui.top_bar import TopBar
from groupwork.ui.view import View
from groupwork.ui.widgets.card import Ground
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.toast import Toast

SLIM_BELOW = 900
"""Logical px of window width under which the rail is slim."""
COUNTED = frozenset({"session", "attendance", "closure"})
REMEMBERED = 50
TAKES_LISTS = frozenset({"today", "participants"})
"""Pages on which a list of people may be dropped; it is imported on the page for that."""


class Shell(QWidget):
    """`lock` when Lock was pressed, `titled` with the window's title after each move.

    `command` with the code of a command of the window that was chosen in the search field.
    """

    lock = Signal()
    command = Signal(str)
    titled = Signal(str)

    def __init__(self, gate: Gate, demo_passphrase: str = "") -> None:
        super().__init__()
        self.gate = gate
        self._demo_passphrase = demo_passphrase
        self._views: dict[str, View] = {}
        self._place = Place("today")
        self._back: list[Place] = []
        self.rail = Rail(gate.centre)
        self.rail.offer(gate.desk().may)
        self.top = TopBar(gate.actor_name, partial(offers, gate))
        self._stack = QStackedWidget()
        self._content = Ground("canvas")
        self._content.setLayout(column(self.top, (self._stack, 1), gap=0))
        self.setLayout(row(self.rail, (self._content, 1), gap=0))
        self.setAcceptDrops(True)
        self.toast = Toast(self._content, below=self.top)
        self.jobs = JobStrip(gate, self._content)
        self._connect()
        gate.begin_day()
        gate.unfinished.read()
        self._looks = RecordViews(gate)
        self._banner()
        self._saved()
        self._count()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go_to)
        self.top.lock.connect(self.lock)
        self.top.search.taken.connect(self._found)
        self.toast.undo.connect(self.gate.undo)
        self.gate.changed.connect(self._follow)
        self.gate.refused.connect(self._refused)
        self.gate.notice.connect(self._notice)
        self.gate.day_changed.connect(self._new_day)
        self.gate.minute.connect(self._count)
        self.gate.busy_changed.connect(self._saved)

    @property
    def place(self) -> Place:
        """Where the person is."""
        return self._place

    @property
    def view(self) -> View:
        """The page shown."""
        return self._views[self._place.page]

    def go_to(self, code: str) -> None:
        """Go to a page's own start: today's day. The Schedule is as it was left; once more, it is today."""
        kept = code == "settings" or (code == "schedule" and self._place.page != "schedule")
        self.go(Place(code, None if kept else self.gate.today))

    def go(self, place: Place) -> None:
        """Show a place; the one before is kept for `back`. `BACK` returns there."""
        if place == BACK:
            self.back()
            return
        if self._place.page in self._views and place != self._place:
            self._back = [*self._back[-REMEMBERED:], self.view.here(self._place)]
        self._show(place)

    def keep_unfinished(self) -> None:
        """Keep what is typed and not saved: the window is locked or closes."""
        for view in self._views.values():
            self.gate.unfinished.keep(view.unfinished())

    def _found(self, offer: Offer) -> None:
        if offer.place is not None:
            self.go(offer.place)
        elif not carry_out(offer.command):
            self.command.emit(offer.command)

    def back(self) -> None:
        """Return to the place before; at the first, as after a lock, to where the rail says it belongs."""
        home = pages.page(self._place.page).rail
        if not self._back and home == self._place.page:
            return
        self.gate.unfinished.keep(self.view.unfinished())
        self._show(self._back.pop() if self._back else Place(home, self.gate.today))

    def _show(self, place: Place) -> None:
        page = pages.page(place.page)
        view = self._views.get(place.page)
        if view is None:
            view = page.load()(self.gate, self.go)
            self._views[place.page] = view
            self._stack.addWidget(view)
            view.words_at_foot.connect(self.toast.keep_above)
        self._place = place
        self.rail.light(page.rail)
        try:
            view.show_place(place)
        except Trouble as error:  # the file is damaged where this page reads: the others may still be read
            self._refused(say(error))
        self._stack.setCurrentWidget(view)
        self._looks.look(place)
        self._title(view)
        (view.first_focus() or view).setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self, view: View) -> None:
        self.titled.emit(f"{view.title()} – {self.gate.centre} – Groupwork")
        announce(self, view.title())

    def retranslate(self) -> None:
        """Every word of frame and pages in the language in use."""
        self.rail.retranslate()
        self.top.retranslate()
        self.toast.retranslate()
        self.jobs.retranslate()
        for view in self._views.values():
            view.retranslate()
        self._banner()
        self._saved()
        self._count()
        if self._place.page in self._views:
            self.view.show_place(self._place)
            self._title(self.view)

    def _follow(self, done: Done) -> None:
        self._saved()
        if self._place.page in self._views:
            self.view.follow(done)
        if not done.tables or done.tables & COUNTED:
            self._count()
        if "setting" in done.tables:
            self._centre()

    def _centre(self) -> None:
        from groupwork.operations.settings import centre

        found = self.gate.ask(centre)
        if found is not None:
            self.gate.file.centre = found.name
            self.rail.set_centre(found.name)
            self._title(self.view)

    def _refused(self, sentence: str) -> None:
        if self._place.page in self._views and self.view.refused(sentence):
            self.toast.hide()  # an older notice would lie over the words
            return
        self.toast.say(sentence, tone="warn")

    def _notice(self, notice: Notice) -> None:
        self.toast.say(notice.sentence, undo=notice.undo, tone=notice.tone)

    def _new_day(self) -> None:
        self._banner()
        self._count()
        self.view.new_day()
        self.gate.announce(
            _("It is {day} now.").format(day=current().day(self.gate.today, long=True)), tone="info"
        )

    def _banner(self) -> None:
        clock = self.gate.file.clock
        if clock.demo:
            day = current().day(self.gate.today, year=True, long=True)
            words = _("Demo centre with invented people. It plays on {day}.").format(day=day)
            if self._demo_passphrase:
                words += " " + _("Passphrase: {passphrase}").format(passphrase=self._demo_passphrase)
            self.top.banner.say(words)
        elif self.gate.file.store.read_only:
            self.top.banner.say(_("Opened for reading: nothing can be changed."), "eye")

    def _saved(self) -> None:
        if self.gate.file.store.read_only:
            self.rail.set_saved(_("Reading only"), icon="eye", role="text2")
        elif self.gate.job:
            self.rail.set_saved(self.gate.job, icon="loader", role="text2")
        elif self.gate.saved_at is None:
            self.rail.set_saved(_("All saved"))
        else:
            self.rail.set_saved(_("Saved {time}").format(time=f"{self.gate.saved_at:%H:%M}"))

    def _count(self) -> None:
        found = self.gate.ask(open_registers)
        number = len(found) if found is not None else 0
        words = ngettext("{n} register still open", "{n} registers still open", number).format(n=number)
        self.rail.set_badge("today", number, words if number else "")

    def fire_list(self) -> None:
        """Show today's fire list, ready to be printed."""
        self.go(Place("preview", self.gate.today, part="fire_list"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        wanted = self._place.page in TAKES_LISTS and self.gate.desk().may(Right.PEOPLE)
        if wanted and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.go(Place("import", self.gate.today))
            self.view.take_file(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def restyle(self) -> None:
        """Fit again at the present text size."""
        self.fit()

    def fit(self) -> None:
        """Slim rail in narrow windows; notices at their place."""
        slim = self.width() / theme.scale < SLIM_BELOW
        self.rail.set_slim(slim)
        self.top.set_narrow(slim)
        self.toast.place()
        self.jobs.place()
