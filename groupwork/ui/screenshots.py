"""Every screen of the window on the demo centre, as PNG without a display."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from time import monotonic as time_of

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from groupwork import i18n
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId, TaskId
from groupwork.domain.register import Register
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.operations import attendance, demo, tasks
from groupwork.operations import today as days
from groupwork.operations.desk import Clock
from groupwork.operations.register import register
from groupwork.operations.vault import OpenFile
from groupwork.ui import background, pages
from groupwork.ui.application import application
from groupwork.ui.gate import Gate
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.main_window import MainWindow
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme

DAY = date(2026, 10, 28)
NOW = time(9, 52)
SCREEN = (1366, 768)
LEVELS = (5, 4, 6)
SETTINGS_PARTS = ("centre", "terms", "staff", "rooms", "reasons", "notes")
SHOWN_WORDS = "lantern river apple violin"
PATIENCE = 0.35
"""Seconds per picture in which a page may finish what it does later, such as drawing a PDF."""


def take(out: Path, language: str, palette: str, scale: float) -> tuple[Path, ...]:
    """Save one picture per screen into `out` (made when missing) and return their paths.

    `palette` is light, dark or contrast; `scale` is the text size, 1 to 2, on a screen as much larger; with
    2 each screen is also taken at 1366 × 768. The same input gives the same pictures but for the times on
    the history page, which are the machine's. This user's own settings stay as they are.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    before, inline = preferences.values, background.pool.inline
    app = application(["groupwork"])
    app.setCursorFlashTime(0)
    out.mkdir(parents=True, exist_ok=True)
    preferences.kept, background.pool.inline = False, True
    try:
        _like(MachineSettings(language=language, palette=palette, text_percent=round(scale * 100)))
        with tempfile.TemporaryDirectory() as folder:
            return tuple(_pictures(out, Path(folder) / "demo.groupwork", language))
    finally:
        _like(before)
        preferences.kept, background.pool.inline = True, inline


def _like(values: MachineSettings) -> None:
    preferences.values = values
    i18n.use(values.language_in_use)
    theme.set_percent(values.text_percent)
    theme.set_mode(values.palette)


def _pictures(out: Path, path: Path, language: str) -> Iterator[Path]:
    file = demo.make_demo(path, demo.PUBLIC_PASSPHRASE, language=language, today=DAY)
    day = file.clock.today()
    file.clock = Clock(datetime.combine(day, NOW), tick=lambda: 0.0, opened=0.0)
    window = MainWindow()
    window.public = {path}
    try:
        window.show()
        for size, suffix in _sizes():
            window.resize(*size)
            yield from _before(out, window, path, suffix)
        places = _places(window, file)
        for size, suffix in _sizes():
            window.resize(*size)
            yield from _inside(out, window, places, suffix)
    finally:
        window.close()
        window.deleteLater()
        _settle()


def _sizes() -> Iterator[tuple[tuple[int, int], str]]:
    width, height = SCREEN
    yield (round(width * theme.scale), round(height * theme.scale)), ""
    if theme.percent == 200:
        yield SCREEN, "_at1366"


def _before(out: Path, window: MainWindow, path: Path, suffix: str) -> Iterator[Path]:
    window.show_welcome()
    yield _save(out, window, "welcome", suffix)
    window.show_first_run().secret.show_words(SHOWN_WORDS)
    yield _save(out, window, "firstrun", suffix)
    window.show_unlock(path)
    yield _save(out, window, "unlock", suffix)
    window.show_recover(path).secret.show_words(SHOWN_WORDS)
    yield _save(out, window, "recover", suffix)
    window.show_restore(path)
    yield _save(out, window, "restore", suffix)


def _places(window: MainWindow, file: OpenFile) -> list[Place]:
    shell = window.show_file(file)
    _record(shell.gate)
    found = ((page, page.sample(shell.gate)) for page in pages.PAGES)
    return [place for _page, place in found if place is not None]


def _inside(out: Path, window: MainWindow, places: list[Place], suffix: str) -> Iterator[Path]:
    shell = window.shell
    if shell is None:
        return
    for place in places:
        shell.toast.hide()
        shell.go(place)
        yield _save(out, window, place.page, suffix)
    for part in SETTINGS_PARTS:
        shell.toast.hide()
        shell.go(Place("settings", part=part))
        yield _save(out, window, f"settings_{part}", suffix)
    shell.go(Place("sign_ins"))
    yield _save(out, window, "signins", suffix)
    window.privacy.toggle()
    yield _save(out, window, "blur", suffix)
    window.privacy.toggle()
    shell.go(places[0])
    window.show_keys()
    yield _save(out, window, "keys", suffix)
    window.show_keys()


def _record(gate: Gate) -> None:
    """Some marks and results in the session now, so that its page shows more than blanks."""
    page = gate.ask(days.today)
    if page is None or page.current is None:
        return
    session = page.current.id
    shown = gate.ask(register, session)
    if shown is None or not shown.rows:
        return
    people = [row.participant for row in shown.rows if row.mark.status is None]
    marks = dict(zip(people, (Mark(Status.PRESENT), Mark(Status.PRESENT, late_min=10)), strict=False))
    gate.do(attendance.record_marks, session, marks)
    again = gate.ask(register, session)
    if again is not None and again.tasks and marks:
        gate.do(tasks.record_results, _results(again))


def _results(shown: Register) -> dict[tuple[TaskId, ParticipantId], TaskResult | None]:
    present = [row.participant for row in shown.rows if row.mark.status is Status.PRESENT]
    return {
        (task.id, person): TaskResult(Outcome.DONE, LEVELS[(i + k) % len(LEVELS)])
        for i, person in enumerate(present)
        for k, task in enumerate(shown.tasks[:2])
    }


def _save(out: Path, window: MainWindow, name: str, suffix: str) -> Path:
    _settle()
    file = out / f"{name}_{theme.name}_{i18n.current().language}_{theme.percent}{suffix}.png"
    window.grab().save(str(file))
    return file


def _settle() -> None:
    end = time_of() + PATIENCE
    while time_of() < end:
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
