"""The window: welcome, unlock, or an open file; its keys, its language, its place on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QRect, QTranslator
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from groupwork import i18n, paths
from groupwork.operations import demo_place
from groupwork.operations.desk import Clock
from groupwork.operations.vault import OpenFile
from groupwork.ui import messages, paint
from groupwork.ui.actions import Actions
from groupwork.ui.background import Report
from groupwork.ui.gate import Gate
from groupwork.ui.keys_help import KeysHelp
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.shell import Shell
from groupwork.ui.views.unlock import UnlockView
from groupwork.ui.views.welcome import WelcomeView
from groupwork.ui.widgets.card import Ground
from groupwork.ui.widgets.layouts import column

NEUTRAL = "Groupwork"
"""The title while nothing is open: it names no centre and nobody."""
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
        self._translator: QTranslator | None = None
        self._pages = QStackedWidget()
        ground = Ground("canvas")
        self.setCentralWidget(ground)
        ground.setLayout(column((self._pages, 1), gap=0))
        self.setWindowIcon(paint.logo_icon(64))
        self.setMinimumSize(*MINIMUM)
        self._actions = Actions(self, self._handlers())
        preferences.language_changed.connect(self.retranslate)
        preferences.changed.connect(self._actions.retranslate)
        self._speak()
        self._restore_place()

    def _handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "today": lambda: self._go("today"),
            "schedule": lambda: self._go("schedule"),
            "settings": lambda: self._go("settings"),
            "back": lambda: self._with_shell(Shell.back),
            "undo": lambda: self._with_shell(lambda shell: shell.gate.undo()),
            "redo": lambda: self._with_shell(lambda shell: shell.gate.redo()),
            "lock": self.lock,
            "larger": lambda: preferences.step_text(1),
            "smaller": lambda: preferences.step_text(-1),
            "normal": lambda: preferences.step_text(0),
            "full": self._full_screen,
            "keys": self.show_keys,
            "quit": self._quit,
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
        self._put(view)
        self.setWindowTitle(NEUTRAL)
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
        self._put(view)
        self.setWindowTitle(NEUTRAL)
        view.begin()
        return view

    def show_file(self, file: OpenFile, place: Place | None = None) -> Shell:
        """Show an open file at a place: the one named, else where it was locked today, else Today."""
        self._path = file.store.path
        preferences.remember_file(file.store.path)
        public = file.store.path in self.public
        shell = Shell(Gate(file), demo_place.PUBLIC_PASSPHRASE if public else "")
        shell.lock.connect(self.lock)
        shell.titled.connect(self.setWindowTitle)
        self._put(shell)
        self._shell = shell
        self._actions.set_open(True)
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
            self._locked = (self._path, gate.actor_name, gate.today, self._shell.place)
            self.show_unlock(self._path)

    def _locked_at(self, gate: Gate) -> Place | None:
        """Where this person locked this file earlier today."""
        locked, self._locked = self._locked, None
        if locked is None or locked[:3] != (self._path, gate.actor_name, gate.today):
            return None
        return locked[3]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The window's commands with their keys, by right click or the Menu key."""
        menu = self._actions.menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

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
        self._speak()
        self._actions.retranslate()
        if self._help is not None:
            self._help.shut()
        page = self.page()
        if isinstance(page, (WelcomeView, UnlockView, Shell)):
            page.retranslate()

    def _speak(self) -> None:
        app = QApplication.instance()
        if app is None:
            return
        if self._translator is not None:
            app.removeTranslator(self._translator)
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{i18n.current().language}", folder):
            app.installTranslator(translator)
        self._translator = translator

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
        while (page := self._pages.widget(0)) is not None:
            self._pages.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        if shell is not None:
            shell.gate.close()

    def _full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def fills_the_screen(self) -> bool:
        """True on a small screen while no place was chosen: then the window begins maximised."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        small = screen.width() <= SIZE[0] or screen.height() <= SIZE[1] + TITLE_BAR
        return small and not preferences.values.window

    def _quit(self) -> None:
        self.close()

    def _restore_place(self) -> None:
        place = preferences.values.window
        self.resize(*SIZE)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        if len(place) == 4 and screen.intersects(QRect(*place)):
            self.setGeometry(QRect(*place))

    def closeEvent(self, event: QCloseEvent) -> None:
        area = self.normalGeometry() if self.isMaximized() else self.geometry()
        preferences.remember_window((area.x(), area.y(), area.width(), area.height()), self.isMaximized())
        self._leave()
        super().closeEvent(event)


def make_demo(language: str, report: Report) -> Path:
    """The path of the demo centre of a language, made when it is missing. Runs off the window's thread."""
    from groupwork.operations import demo

    path = demo_place.demo_path(language)
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    today = Clock().today()
    made = demo.make_demo(
        path,
        demo_place.PUBLIC_PASSPHRASE,
        language=language,
        today=today,
        progress=report.progress,
        cancelled=report.cancelled,
    )
    made.close()
    return path
