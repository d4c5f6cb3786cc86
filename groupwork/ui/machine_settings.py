"""This machine's own settings: language, palette, text size, last file, place of the window.

They belong to the person at this computer, not to the centre's file, and hold no name of anybody.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from groupwork import paths
from groupwork.i18n import LANGUAGES

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class MachineSettings:
    """All of it, with what a new machine gets. `window` is x, y, width, height; empty: the system decides.

    `lock_minutes`: locked when nobody was there so long; 0 is never. `schedule`: "day" or "week"; empty while
    nobody chose. `tablet`: large cells and fields; `cards`: one person per card in the register; `face_lock`:
    leaving the page of faces asks for the own passphrase.
    """

    language: str = ""
    palette: str = "system"
    text_percent: int = 100
    single_letter_keys: bool = True
    tablet: bool = False
    cards: bool = False
    face_lock: bool = False
    lock_minutes: int = 5
    schedule: str = ""
    register_side: bool = True
    register_part: int = 0
    last_file: str = ""
    window: tuple[int, ...] = ()
    maximised: bool = False

    @property
    def language_in_use(self) -> str:
        """The chosen language, else the system's when we speak it, else English."""
        return self.language if self.language in LANGUAGES else system_language()


def system_language() -> str:
    """The first of the languages that the system wants and we speak, else English.

    Asked of Qt: Python knows only locales that are installed, and on Windows not the language of the windows.
    """
    from PySide6.QtCore import QLocale

    wanted = (name.partition("-")[0].lower() for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), "en")


def load() -> MachineSettings:
    """Read the file; anything unreadable or of the wrong kind counts as not set."""
    try:
        found = json.loads(paths.settings_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return MachineSettings()
    except (OSError, ValueError):
        log.warning("machine settings unreadable, starting with defaults")
        return MachineSettings()
    return _typed(found) if isinstance(found, dict) else MachineSettings()


def _typed(found: dict[str, object]) -> MachineSettings:
    result = MachineSettings()
    for field in fields(MachineSettings):
        value, default = found.get(field.name), getattr(result, field.name)
        if isinstance(default, tuple) and isinstance(value, list):
            value = tuple(v for v in value if type(v) is int)
        if type(value) is type(default):
            result = replace(result, **{field.name: value})  # type: ignore[arg-type]  # the type was compared
    return result


def save(settings: MachineSettings) -> bool:
    """Write the file whole or not at all. False when the folder refuses: then they last for this run."""
    file = paths.settings_file()
    part = file.with_suffix(".part")
    try:
        Path(file.parent).mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        part.replace(file)
    except OSError:
        log.warning("machine settings could not be written")
        return False
    return True
