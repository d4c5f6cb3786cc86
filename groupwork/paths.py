"""Where things lie: shipped resources, and this user's own folders."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import platformdirs

APP = "Groupwork"


@cache
def resources() -> Path:
    """The shipped resources: beside the package in a checkout, inside it when installed or frozen.

    Raises FileNotFoundError when the installation is incomplete.
    """
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [here / "resources", here.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for folder in candidates:
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError("resources")


def data_folder() -> Path:
    """The folder for the centre's file: local, never roaming. Not created here."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False, roaming=False))


def keys_folder() -> Path:
    """The per-user folder with copies of the key sidecars."""
    return data_folder() / "keys"


def log_folder() -> Path:
    """The folder for the log, which never holds a name."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def settings_file() -> Path:
    """The file with this machine's own settings: window place, language, palette, last centre."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False, roaming=False)) / "settings.json"
