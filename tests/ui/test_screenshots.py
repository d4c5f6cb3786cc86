"""The pictures of all screens: there, of the right size, and the same each time."""

import pytest
from PySide6.QtGui import QImage

from groupwork.ui import pages, screenshots
from groupwork.ui.preferences import preferences


@pytest.mark.slow
def test_every_screen_is_pictured_and_the_same_each_time(tmp_path, qapp, monkeypatch):
    monkeypatch.setattr(screenshots, "PATIENCE", 0.1)
    before = preferences.values
    first = screenshots.take(tmp_path / "one", "en", "dark", 1.0)
    second = screenshots.take(tmp_path / "two", "en", "dark", 1.0)
    names = {path.name.split("_")[0] for path in first}
    assert names >= {page.code for page in pages.PAGES} | {"welcome", "firstrun", "unlock", "recover", "keys"}
    assert names >= {"signins", "blur"}
    for one, two in zip(first, second, strict=True):
        picture = QImage(str(one))
        assert (picture.width(), picture.height()) == screenshots.SCREEN
        if not one.name.startswith(("history", "preview", "keys")):  # the machine's times, and Qt's PDF view
            assert one.read_bytes() == two.read_bytes(), one.name
    assert preferences.values == before
    assert preferences.kept
