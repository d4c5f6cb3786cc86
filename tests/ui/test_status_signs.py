"""The centre's own labels, signs and keys: typed in the settings, and in force in the register at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork import i18n
from groupwork.operations import settings
from groupwork.operations.register import register
from groupwork.ui.place import Place
from groupwork.ui.settings.status_signs import StatusSigns
from groupwork.ui.theme import theme


@pytest.fixture
def table(qtbot, shell):
    found = StatusSigns(shell.gate)
    qtbot.addWidget(found)
    found.resize(900, 900)
    found.show()
    return found


def put(table, code, name, text):
    field = table.rows[code].fields[name]
    field.setText(text)
    field.editingFinished.emit()


def stored(centre):
    return settings.centre(centre.desk).statuses


def test_a_field_is_saved_when_it_is_left(table, centre):
    put(table, "U", "label", "poorly")
    put(table, "U", "key", "q")
    assert stored(centre) == {"en": {"U": {"label": "poorly", "key": "Q"}}}
    assert table.rows["U"].fields["sign"].text() == "Q"


def test_what_is_taken_is_refused_in_place_and_given_back(table, centre):
    put(table, "U", "key", "P")
    assert "twice" in table.refusal.text()
    assert table.rows["U"].fields["key"].text() == "U"
    assert stored(centre) is None


def test_each_language_has_its_own_and_goes_back_alone(table, centre, qtbot):
    put(table, "U", "label", "poorly")
    table.language.select(1)
    table.refresh()
    put(table, "A", "sign", "UE")
    assert set(stored(centre)) == {"en", "de"}
    qtbot.mouseClick(table.reset_button, Qt.MouseButton.LeftButton)
    assert set(stored(centre)) == {"en"}
    assert not table.reset_button.isVisible()


def test_undo_gives_the_old_ones_back(table, shell, centre):
    put(table, "U", "label", "poorly")
    shell.gate.undo()
    assert stored(centre) is None
    assert table.rows["U"].fields["label"].text() == ""


def choose(table, code, *keys):
    """A colour by keys: an arrow opens the list, arrows walk through it, Enter takes one."""
    colour = table.rows[code].colour
    colour.setFocus()
    QTest.keyClick(colour, Qt.Key.Key_Down)
    assert colour.view().isVisible()
    for key in keys:
        QTest.keyClick(colour.view(), key)
    QApplication.processEvents()
    return colour


def test_a_colour_is_chosen_by_keys_and_undone(table, shell, centre):
    colour = choose(table, "U", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert stored(centre) == {"en": {"U": {"colour": "violet"}}}
    assert colour.currentText() == "violet"
    assert colour.accessibleName() == "unwell: Colour"
    assert table.reset_button.isVisible()
    put(table, "U", "label", "poorly")
    assert stored(centre) == {"en": {"U": {"colour": "violet", "label": "poorly"}}}
    for _step in range(2):
        shell.gate.undo()
    assert stored(centre) is None
    assert colour.currentText() == "slate"


def test_walking_through_the_colours_saves_nothing_until_enter(table, shell, centre):
    before = len(shell.gate.file.store.journal.undoable(1))
    colour = choose(table, "P", Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert not colour.view().isVisible()
    choose(table, "P", Qt.Key.Key_Return)
    assert stored(centre) is None
    assert len(shell.gate.file.store.journal.undoable(1)) == before
    QTest.keyClick(colour, Qt.Key.Key_R)
    assert stored(centre) == {"en": {"P": {"colour": "red"}}}


def test_ours_again_is_kept_as_nothing(table, centre, qtbot):
    choose(table, "L", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert stored(centre) == {"en": {"L": {"colour": "red"}}}
    choose(table, "L", Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert stored(centre) is None
    choose(table, "W", Qt.Key.Key_End, Qt.Key.Key_Return)
    assert stored(centre) == {"en": {"W": {"colour": "grey"}}}
    qtbot.mouseClick(table.reset_button, Qt.MouseButton.LeftButton)
    assert stored(centre) is None
    assert table.rows["W"].colour.value() == "green"


def test_a_refused_colour_is_given_back(table, shell, centre, monkeypatch):
    shell.gate._job = "backup"
    colour = choose(table, "U", Qt.Key.Key_Down, Qt.Key.Key_Return)
    shell.gate._job = ""
    assert table.refusal.text()
    assert colour.currentText() == "slate"
    assert stored(centre) is None


def test_the_colours_have_words_in_both_languages_and_dots_in_every_palette(table):
    colour = table.rows["H"].colour
    assert colour.currentText() == "violet"
    for palette in ("light", "dark", "contrast"):
        theme.set_mode(palette)
        dot = colour.itemIcon(colour.currentIndex()).pixmap(colour.iconSize()).toImage()
        assert dot.pixelColor(dot.height() // 2, dot.height() // 2) == theme.color("pause")
    i18n.use("de")
    table.retranslate()
    assert [colour.itemText(n) for n in range(colour.count())][-2:] == ["violett", "grau"]
    assert colour.value() == "violet"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [360, 520, 900])
def test_every_field_of_a_row_has_room(table, percent, width):
    theme.set_percent(percent)
    table.resize(theme.size(width), 900)
    QApplication.processEvents()
    row = table.rows["R"]
    assert table.minimumSizeHint().width() <= theme.size(width)
    for field in (*row.fields.values(), row.colour):
        at = field.mapTo(row, field.rect().topRight())
        assert at.x() < row.width()
    assert row.colour.width() >= row.colour.sizeHint().width() or row.colour.width() >= theme.size(126)


def test_a_reader_only_looks(qtbot, shell, centre):
    centre.file.role = "volunteer"
    found = StatusSigns(shell.gate)
    qtbot.addWidget(found)
    assert all(field.isReadOnly() for row in found.rows.values() for field in row.fields.values())
    assert not any(row.colour.isEnabled() for row in found.rows.values())


def test_the_register_takes_the_centre_s_keys_and_words(shell, centre):
    shell.gate.write(settings.set_setting, "statuses", {"en": {"U": {"label": "poorly", "key": "Q"}}})
    shell.go(Place("register", session=centre.sessions["wood"]))
    view = shell.view
    view.table.setFocus()
    QTest.keyClicks(view.table, "Q")
    row = register(centre.desk, centre.sessions["wood"]).rows[0]
    assert row.mark.status == "U"
    assert ("Q", "poorly") in view.strip._keys
    assert "poorly" in view.model.data(view.model.index(0, 2))
    assert "poorly" in [line.does for line in view.keys()]  # noqa: SIM118 - a page, not a dict
