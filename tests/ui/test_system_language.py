"""The language of the first page: what the system wants, also where its locale is not installed."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale

from groupwork.ui import machine_settings

ASK = "from groupwork.ui.machine_settings import system_language; print(system_language())"


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there the system is asked, not its variables"
)
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8", "LANGUAGE": ""}, "de"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:en"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_it_is_the_language_of_the_environment(given, expected):
    kept = {k: v for k, v in os.environ.items() if k not in ("LANG", "LANGUAGE") and not k.startswith("LC_")}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env={**kept, **given}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["de-Latn-DE", "de"], "de"),
        (["fr-FR", "de-DE"], "de"),
        (["en-GB", "de"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_it_is_the_first_that_we_speak(monkeypatch, wanted, expected):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: wanted)
    assert machine_settings.system_language() == expected
