"""The centre's own labels, signs and keys: typed in the settings, and in force in the register at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from groupwork.operations import settings
from groupwork.operations.register import register
from groupwork.ui.place import Place
from groupwork.ui.settings.status_signs import StatusSigns


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


def test_a_reader_only_looks(qtbot, shell, centre):
    centre.file.role = "volunteer"
    found = StatusSigns(shell.gate)
    qtbot.addWidget(found)
    assert all(field.isReadOnly() for row in found.rows.values() for field in row.fields.values())


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
