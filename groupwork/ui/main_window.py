"""The window: welcome, unlock, or an open file; its keys, its language, its place on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from groupwork import i18n, paths
from groupwork.domain.backups import BackupInfo
from groupwork.i18n import _
from groupwork.operations import demo_place
from groupwork.operations.vault import OpenFile
from groupwork.ui import messages, paint
from groupwork.ui.actions import KEYED_PAGES, Actions
from groupwork.ui.ahead import Ahead
from groupwork.ui.backups.closing import ClosingBackup
from groupwork.ui.demo_centre import make_demo
from groupwork.ui.gate import Gate
from groupwork.ui.keys_help import KeysHelp
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.privacy import Privacy
from groupwork.ui.qt_words import QtWords
from groupwork.ui.shell import Shell
from groupwork.ui.views.first_run import FirstRunView
from groupwork.ui.views.recover import RecoverView
from groupwork.ui.views.unlock import UnlockView
from groupwork.ui.views.welcome import WelcomeView
from groupwork.ui.widgets.card import Ground
from groupwork.ui.widgets.front import Front
from groupwork.ui.widgets.layouts import column

SIZE = (1366, 768)
TITLE_BAR = 40
MINIMUM = (640, 480)


class MainWindow(QMainWindow):
    """One window, one file at most."""

    def __init__(self) -> None:
        super().__init__()
        self._shell: Shell | None = None
        self._path: Path | None = None
        self.public = {demo_place.demo_path(code) for code in i18n.LANGUAGES}
        """Files whose passphrase is public and may be shown."""
        self._locked: tuple[Path, str, date, Place] | None = None
        self._help: KeysHelp | None = None
        self._words = QtWords(self)
        self._closing = ClosingBackup(self)
        self._pages = QStackedWidget()
        self._ahead = Ahead(self._pages)
        ground = Ground("canvas")
        self.setCentralWidget(ground)
        self.privacy = Privacy(self, self._pages, self.lock, self._is_busy)
        ground.setLayout(column((self._pages, 1), (self.privacy.cover, 1), gap=0))
        self.setWindowIcon(paint.logo_icon(64))
        self.setMinimumSize(*MINIMUM)
        self._actions = Actions(self, self._handlers())
        preferences.language_changed.connect(self.retranslate)
        preferences.changed.connect(self._actions.retranslate)
        self._words.speak()
        self._restore_place()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{page: partial(self._go, page) for page in KEYED_PAGES},
            "fire_list": lambda: self._with_shell(Shell.fire_list),
            "search": lambda: self._with_shell(lambda shell: shell.top.open_search()),
            "back": lambda: self._with_shell(Shell.back),
            "undo": lambda: self._with_shell(lambda shell: shell.gate.undo()),
            "redo": lambda: self._with_shell(lambda shell: shell.gate.redo()),
            "lock": self.lock,
            "blur": self.privacy.toggle,
            "larger": lambda: preferences.step_text(1),
            "smaller": lambda: preferences.step_text(-1),
            "normal": lambda: preferences.step_text(0),
            "tablet": lambda: preferences.set_tablet(not preferences.values.tablet),
            "full": self._full_screen,
            "keys": self.show_keys,
            "quit": self.close,
        }

    @property
    def shell(self) -> Shell | None:
        """The open file's frame, or None."""
        return self._shell

    def page(self) -> QWidget | None:
        """What is shown: welcome, unlock or the shell."""
        return self._pages.currentWidget()

    def show_welcome(self) -> WelcomeView:
        """No file: offer to open one, or the demo."""
        self._leave()
        view = WelcomeView(make_demo)
        view.wanted.connect(self.show_unlock)
        view.choose.connect(self.choose_file)
        view.begin_new.connect(self.show_first_run)
        view.restore.connect(lambda: self.show_restore(preferences.lost_file()))
        self._put(view)
        view.begin()
        return view

    def show_first_run(self) -> FirstRunView:
        """Set up a new centre."""
        self._leave()
        view = FirstRunView()
        view.opened.connect(lambda file, sheet: self.show_file(file, Place("recovery") if sheet else None))
        view.demo.connect(self.open_demo)
        view.elsewhere.connect(self.show_welcome)
        self._put(view)
        view.begin()
        return view

    def open_demo(self, language: str) -> None:
        """Open the demo centre without asking: its passphrase is public. Made first when it is missing."""
        view = self.show_welcome()
        view.wanted.disconnect()
        view.wanted.connect(self._open_demo_file)
        view.start_demo(language)

    def _open_demo_file(self, path: Path) -> None:
        view = self.show_unlock(path)
        view.submit_public()

    def show_unlock(self, path: Path) -> UnlockView:
        """Ask for the passphrase of a file."""
        self._leave()
        self._path = path
        public = path in self.public
        view = UnlockView(path, public=(demo_place.SIGN_IN, demo_place.PUBLIC_PASSPHRASE) if public else None)
        view.opened.connect(self.show_file)
        view.elsewhere.connect(self.choose_file)
        view.start.connect(self.show_welcome)
        view.forgotten.connect(lambda: self.show_recover(path))
        view.restore.connect(lambda: self.show_restore(path))
        self._put(view)
        view.begin()
        return view

    def show_recover(self, path: Path) -> RecoverView:
        """The passphrase is forgotten: ask for the recovery sheet."""
        self._leave()
        view = RecoverView(path)
        view.opened.connect(self._show_recovered)
        view.back.connect(lambda: self.show_unlock(path))
        self._put(view)
        view.begin()
        return view

    def _show_recovered(self, file: OpenFile) -> None:
        shell = self.show_file(file, Place("today", file.clock.today()))
        shell.gate.announce(
            _("The new passphrase opens the centre. Print a new recovery sheet in the settings.")
        )

    def show_restore(self, path: Path | None, chosen: BackupInfo | None = None) -> Front:
        """Offer the backups of a file that is damaged, gone or to be replaced; None: of any centre."""
        from groupwork.ui.views.restore import RestoreView, tell

        self._leave()
        view = RestoreView(path, chosen)
        view.restored.connect(lambda answer: tell(self.show_file(answer.file).gate, answer))
        there = path if path is not None and path.exists() else None
        view.back.connect(partial(self.show_unlock, there) if there is not None else self.show_welcome)
        self._put(view)
        view.begin()
        return view

    def show_file(self, file: OpenFile, place: Place | None = None) -> Shell:
        """Show an open file at a place: the one named, else where it was locked today, else Today."""
        self._path = file.store.path
        preferences.remember_file(file.store.path)
        public = file.store.path in self.public
        shell = Shell(Gate(file), demo_place.PUBLIC_PASSPHRASE if public else "")
        shell.lock.connect(self.lock)
        shell.gate.backups.restore_wanted.connect(partial(self.show_restore, file.store.path))
        shell.command.connect(lambda code: self._actions[code].trigger())
        shell.titled.connect(self.privacy.set_title)
        shell.gate.faces_wanted.connect(partial(self.privacy.faces.begin, shell.gate))
        self._put(shell)
        self._shell = shell
        self._actions.set_open(True)
        self.privacy.begin()
        shell.go(place or self._locked_at(shell.gate) or Place("today", shell.gate.today))
        return shell

    def choose_file(self) -> None:
        """Ask for a centre's file; cancelled, all stays."""
        start = self._path.parent if self._path is not None else paths.data_folder()
        chosen = messages.choose_centre(self, start)
        if chosen is not None:
            self.show_unlock(chosen)

    def lock(self) -> None:
        """Close the file, forget every page but where it was, ask for the passphrase again."""
        if self._shell is not None and self._path is not None:
            gate = self._shell.gate
            place = self._shell.view.here(self._shell.place)
            self._locked = (self._path, gate.actor_name, gate.today, place)
            self.show_unlock(self._path)

    def _is_busy(self) -> bool:
        return self._shell is not None and bool(self._shell.gate.job)

    def _locked_at(self, gate: Gate) -> Place | None:
        """Where this person locked this file earlier today."""
        locked, self._locked = self._locked, None
        if locked is None or locked[:3] != (self._path, gate.actor_name, gate.today):
            return None
        return locked[3]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The window's commands by the Menu key; a right click beside a field means none of them."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._actions.open_menu(self, event.globalPos())

    def show_keys(self) -> None:
        """The overview of keys, or away with it."""
        if self._help is not None and self._help.isVisible():
            self._help.shut()
            return
        view = self._shell.view if self._shell is not None else None
        lines = view.keys() if view is not None else ()
        self._help = KeysHelp(self, view.title() if view is not None else "", lines)
        self._help.destroyed.connect(self._help_gone)

    def _help_gone(self) -> None:
        self._help = None

    def retranslate(self) -> None:
        """Every word of the window in the language in use."""
        self._words.speak()
        self._actions.retranslate()
        if self._help is not None:
            self._help.shut()
        page = self.page()
        if isinstance(page, (Front, Shell)):
            page.retranslate()

    def _go(self, page: str) -> None:
        self._with_shell(lambda shell: shell.go_to(page))

    def _with_shell(self, act: Callable[[Shell], None]) -> None:
        if self._shell is not None:
            act(self._shell)

    def _put(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _leave(self) -> None:
        """Take the page away; an open file is closed with it."""
        shell, self._shell = self._shell, None
        self._actions.set_open(False)
        self.privacy.end()
        while (page := self._pages.widget(0)) is not None:
            self._pages.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        if shell is not None:
            shell.keep_unfinished()
            shell.gate.close()

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)  # maximised stays so

    def fills_the_screen(self) -> bool:
        """True on a small screen while no place was chosen: then the window begins maximised."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        small = screen.width() <= SIZE[0] or screen.height() <= SIZE[1] + TITLE_BAR
        return small and not preferences.values.window

    def _restore_place(self) -> None:
        place = preferences.values.window
        self.resize(*SIZE)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        if len(place) == 4 and screen.intersects(QRect(*place)):
            self.setGeometry(QRect(*place))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._with_shell(Shell.keep_unfinished)
        if not self._closing.lets_go(self._shell.gate.backups if self._shell is not None else None):
            event.ignore()
            return
        area = self.normalGeometry() if self.isMaximized() else self.geometry()
        preferences.remember_window((area.x(), area.y(), area.width(), area.height()), self.isMaximized())
        self._leave()
        super().closeEvent(event)
