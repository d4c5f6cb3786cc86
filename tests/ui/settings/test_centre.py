"""The centre's own details and its logo in the settings; About."""

from datetime import time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from groupwork.operations import logo, settings
from groupwork.ui import messages
from groupwork.ui.place import Place

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def part(qtbot, window, shell):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shell.go(Place("settings", part="centre"))
    return shell.view.part("centre")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGBA", (300, 100), (18, 99, 111, 255)).save(path)
    return path


def found(centre):
    return settings.centre(centre.desk)


def test_each_field_saves_when_it_is_left(qtbot, part, shell, centre):
    for key, text in (("phone", "0555 0100"), ("email", "hello@kiefernbogen.example")):
        part.lines[key].setFocus()
        qtbot.keyClicks(part.lines[key], text)
    part.address.setFocus()
    qtbot.keyClicks(part.address, "12 Pine Bow Lane")
    qtbot.keyClick(part.address, Qt.Key.Key_Return)
    qtbot.keyClicks(part.address, "Kiefernbogen")
    assert found(centre).phone == "0555 0100"
    part.lines["centre"].setFocus()
    centre_now = found(centre)
    assert centre_now.email == "hello@kiefernbogen.example"
    assert centre_now.address == "12 Pine Bow Lane\nKiefernbogen"
    shell.gate.undo()
    assert part.address.text() == ""


def test_a_wrong_address_is_refused_in_place_and_stays_typed(qtbot, part, centre):
    part.lines["email"].setText("hello")
    qtbot.keyClick(part.lines["email"], Qt.Key.Key_Return)
    assert "no e-mail address" in part.refusal.text()
    assert part.lines["email"].text() == "hello"
    assert found(centre).email == ""


def test_a_day_that_opens_gets_the_hours_of_the_day_before(qtbot, part, centre):
    days = part.hours.days
    days[0].opens.click()
    assert dict(found(centre).hours) == {0: (time(9), time(16))}
    days[0].last.setFocus()
    qtbot.keyClicks(days[0].last, "1530")
    days[0].first.setFocus()
    days[1].opens.click()
    assert dict(found(centre).hours) == {0: (time(9), time(15, 30)), 1: (time(9), time(15, 30))}
    days[0].opens.click()
    assert list(found(centre).hours) == [1]


def test_closing_before_opening_is_refused(qtbot, part, centre):
    day = part.hours.days[2]
    day.opens.click()
    day.last.setFocus()
    qtbot.keyClicks(day.last, "0800")
    day.first.setFocus()
    assert "before it opens" in part.refusal.text()
    assert found(centre).hours[2] == (time(9), time(16))


def drop(plate, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    plate.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none))


@pytest.mark.parametrize("way", ["drop", "choose"])
def test_a_logo_is_dropped_or_chosen_shown_and_removed(qtbot, part, shell, centre, picture, monkeypatch, way):
    monkeypatch.setattr(messages, "choose_picture", lambda *_a: picture)
    if way == "drop":
        drop(part.logo.plate, picture)
    else:
        qtbot.mouseClick(part.logo.choose, LEFT)
    assert logo.logo(centre.desk).width == 300
    assert not part.logo.plate._image.isNull()
    qtbot.mouseClick(part.logo.remove, LEFT)
    assert logo.logo(centre.desk) is None
    assert not part.logo.remove.isVisible()
    shell.gate.undo()
    assert not part.logo.plate._image.isNull()


def test_what_is_no_picture_is_refused_in_place(part, centre, tmp_path):
    path = tmp_path / "logo.png"
    path.write_text("no picture")
    drop(part.logo.plate, path)
    assert "no picture" in part.refusal.text()
    assert part.refusal.isVisible()
    assert logo.logo(centre.desk) is None


def test_the_reading_can_be_cancelled_and_locks_nothing(part, centre, picture, hold):
    drop(part.logo.plate, picture)
    assert part.gate.job == "Reading the picture"
    hold[0].execute()
    assert part.gate.job == ""
    assert logo.logo(centre.desk) is not None


def test_a_logo_damaged_in_the_file_is_said(part):
    part.logo.show_data(b"damaged", may=True)
    assert part.logo.plate.text_shown() == "The stored logo is damaged"
    assert part.logo.plate.grab().width() > 0


class TestAbout:
    @pytest.fixture
    def about(self, shell):
        shell.go(Place("settings", part="about"))
        return shell.view.part("about")

    def test_support_details_hold_no_name(self, qtbot, about, centre):
        qtbot.mouseClick(about.copy, LEFT)
        text = QApplication.clipboard().text()
        assert text.startswith("Groupwork ")
        assert "\nQt 6." in text
        for secret in ("Kiefernbogen", "Hanna", str(Path.home()), str(centre.file.store.path.parent)):
            assert secret not in text

    def test_texts_unfold_and_keys_open(self, qtbot, about, window):
        qtbot.mouseClick(about.texts["noto"], LEFT)
        assert "Open Font Licen" in about.shown["noto"].text().title().replace("Sil ", "")
        assert about.shown["noto"].isVisible()
        qtbot.mouseClick(about.texts["noto"], LEFT)
        assert not about.shown["noto"].isVisible()
        qtbot.mouseClick(about.keys, LEFT)
        assert window.findChild(object, "") is not None
        window.show_keys()


def test_ticking_a_day_moves_nothing(qtbot, part):
    closed = next(day for day in part.hours.days if not day.opens.isChecked())
    places = [day.opens.mapTo(part, day.opens.rect().topLeft()) for day in part.hours.days]
    closed.opens.click()
    QApplication.processEvents()
    assert [day.opens.mapTo(part, day.opens.rect().topLeft()) for day in part.hours.days] == places


def test_monday_to_friday_get_the_same_hours(qtbot, part, centre):
    settings.set_setting(centre.desk, "hours", {1: (time(8, 30), time(12)), 5: (time(10), time(11))})
    part.refresh()
    qtbot.mouseClick(part.hours.same, LEFT)
    hours = found(centre).hours
    assert [hours.get(day) for day in range(5)] == [(time(8, 30), time(12))] * 5
    assert hours[5] == (time(10), time(11))
