"""What the person at this machine likes, live: `preferences` is the one instance, like `theme`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from groupwork import i18n
from groupwork.ui import machine_settings
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.theme import STEP, theme


class Preferences(QObject):
    """The machine settings in use. Every change is kept at once; `changed` tells pages that show them."""

    changed = Signal()
    language_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.values = MachineSettings()
        self.kept = True
        """False: changes last for this run only (pictures, tests)."""

    def load(self) -> None:
        """Read this machine's settings and put language, palette and text size in use."""
        self.values = machine_settings.load()
        i18n.use(self.values.language_in_use)
        theme.set_percent(self.values.text_percent)
        theme.set_mode(self.values.palette)
        if self.values.tablet:
            theme.set_touch(True)

    @property
    def single_letter_keys(self) -> bool:
        """Whether single letters may act (P, L, A … in the register, ? for the keys)."""
        return self.values.single_letter_keys

    def set_language(self, language: str) -> None:
        """Speak another language from now on."""
        self._keep(language=language)
        i18n.use(self.values.language_in_use)
        self.language_changed.emit()

    def set_palette(self, palette: str) -> None:
        """Use another palette: system, light, dark or contrast."""
        theme.set_mode(palette)
        self._keep(palette=theme.mode)

    def set_text_percent(self, percent: int) -> None:
        """Use another text size; clipped to what is allowed."""
        theme.set_percent(percent)
        self._keep(text_percent=theme.percent)

    def step_text(self, steps: int) -> None:
        """Text larger or smaller by steps of 10 %; 0 goes back to 100 %."""
        self.set_text_percent(theme.percent + steps * STEP if steps else 100)

    def set_single_letter_keys(self, on: bool) -> None:
        """Switch single letters on or off."""
        self._keep(single_letter_keys=on)

    def set_lock_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without a key or a movement, 1 to 60; 0 never."""
        self._keep(lock_minutes=min(60, max(0, minutes)))

    def set_tablet(self, on: bool) -> None:
        """Large cells and fields, for fingers."""
        theme.set_touch(on)
        self._keep(tablet=on)

    def set_cards(self, on: bool) -> None:
        """The register as one person per card."""
        self._keep(cards=on)

    def set_face_lock(self, on: bool) -> None:
        """Leaving the page of faces asks for the own passphrase."""
        self._keep(face_lock=on)

    def set_schedule(self, mode: str) -> None:
        """Show the schedule as "day" or "week" from now on."""
        self._keep(schedule=mode)

    def set_register_side(self, *, is_open: bool | None = None, part: int | None = None) -> None:
        """How the panel beside a register is left; quietly, no other page shows it."""
        now = self.values
        self.values = replace(
            now,
            register_side=now.register_side if is_open is None else is_open,
            register_part=now.register_part if part is None else part,
        )
        if self.kept and self.values != now:
            machine_settings.save(self.values)

    def remember_file(self, path: Path) -> None:
        """The file to offer at the next start."""
        self._keep(last_file=str(path))

    def lost_file(self) -> Path | None:
        """The last file, when it is not there any more."""
        last = Path(self.values.last_file) if self.values.last_file else None
        return last if last is not None and not last.exists() else None

    def remember_window(self, place: tuple[int, int, int, int], maximised: bool) -> None:
        """Where the window was."""
        self._keep(window=place, maximised=maximised)

    def _keep(self, **values: object) -> None:
        self.values = replace(self.values, **values)  # type: ignore[arg-type]  # each setter is typed
        if self.kept:
            machine_settings.save(self.values)
        self.changed.emit()


preferences = Preferences()
