"""Staff, rooms, reasons, terms and closures in the settings, by clicks and keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import closures, reasons, rooms, staff, terms
from groupwork.ui.focus import SETTLED_MS
from groupwork.ui.place import Place

LEFT, ENTER, ESC = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def go(qtbot, window, shell):
    """Shows a part in a window that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def show(part):
        shell.go(Place("settings", part=part))
        QApplication.processEvents()
        return shell.view.part(part)

    return show


def names(part):
    return [row.entry.title for row in part.rows.values() if row.entry.active]


def named(part, name):
    return next(row for row in part.rows.values() if row.entry.title == name)


def type_in(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


class TestEntries:
    def test_rooms_are_added_one_after_the_other(self, qtbot, go, centre):
        part = go("rooms")
        qtbot.mouseClick(part.add, LEFT)
        for name, places in (("Garden room", "8"), ("Attic", "")):
            assert part.form.fields["name"].hasFocus()
            type_in(qtbot, part.form.fields["name"], name)
            type_in(qtbot, part.form.fields["capacity"], places)
            qtbot.keyClick(part.form.fields["capacity"], ENTER)
        qtbot.keyClick(part.form.fields["name"], ESC)
        assert {"Garden room", "Attic"} <= set(names(part))
        assert part.add.hasFocus()
        found = {room.name: room.capacity for room in rooms.rooms(centre.desk)}
        assert (found["Garden room"], found["Attic"]) == (8, None)

    def test_a_refusal_stands_above_the_form_and_nothing_is_lost(self, qtbot, go, shell):
        part = go("rooms")
        qtbot.mouseClick(part.add, LEFT)
        type_in(qtbot, part.form.fields["name"], "Attic")
        type_in(qtbot, part.form.fields["capacity"], "many")
        qtbot.mouseClick(part.form.save, LEFT)
        assert "“many” is no number of places" in part._form_refusal.text()
        assert part.form.fields["name"].text() == "Attic"
        assert "Attic" not in names(part)

    def test_a_field_saves_when_one_leaves_it_and_the_keyboard_goes_on(self, qtbot, go, centre):
        part = go("rooms")
        row = named(part, "Workshop")
        qtbot.mouseClick(row.change, LEFT)
        row = named(part, "Workshop")
        assert row.fields["name"].hasFocus()
        type_in(qtbot, row.fields["name"], "Werkstatt")
        qtbot.keyClick(row.fields["name"], Qt.Key.Key_Tab)
        assert row.fields["capacity"].hasFocus()
        assert "Werkstatt" in {room.name for room in rooms.rooms(centre.desk)}
        assert row._title.text() == "Werkstatt"
        qtbot.keyClick(row.fields["capacity"], ESC)
        assert named(part, "Werkstatt").change.hasFocus()

    def test_staff_are_archived_brought_back_and_undone(self, qtbot, go, shell, centre):
        part = go("staff")
        name = names(part)[-1]
        qtbot.mouseClick(named(part, name).change, LEFT)
        qtbot.mouseClick(named(part, name).buttons["archive"], LEFT)
        assert name not in names(part)
        qtbot.mouseClick(named(part, name).change, LEFT)
        qtbot.mouseClick(named(part, name).buttons["bring_back"], LEFT)
        assert name in names(part)
        shell.gate.undo()
        assert name not in names(part)

    def test_telephone_and_address_of_staff(self, qtbot, go, centre):
        part = go("staff")
        first = next(iter(part.rows.values()))
        qtbot.mouseClick(first.change, LEFT)
        row = part.rows[first.entry.id]
        type_in(qtbot, row.fields["phone"], "0555 0199")
        type_in(qtbot, row.fields["email"], "nobody")
        qtbot.keyClick(row.fields["email"], ENTER)
        assert "no e-mail address" in part.refusal.text()
        found = next(each for each in staff.staff(centre.desk) if each.id == first.entry.id)
        assert (found.phone, found.email) == ("0555 0199", "")
        assert "0555 0199" in row._about.text()


class TestReasons:
    def lines(self, part):
        return [line.text for line in part.lists[reasons.NOT_HELD].lines]

    def test_added_moved_by_keys_renamed_and_removed(self, qtbot, go, centre):
        part = go("reasons")
        shown = part.lists[reasons.NOT_HELD]
        type_in(qtbot, shown.new, "Fire drill")
        qtbot.keyClick(shown.new, ENTER)
        assert self.lines(part)[-1] == "Fire drill"
        assert shown.new.text() == ""
        for _ in range(2):
            line = next(each for each in shown.lines if each.text == "Fire drill")
            line.field.setFocus()
            qtbot.keyClick(line.field, Qt.Key.Key_Up, ALT)
            assert next(each for each in shown.lines if each.text == "Fire drill").field.hasFocus()
        assert self.lines(part)[-3] == "Fire drill"
        line = shown.lines[-3]
        type_in(qtbot, line.field, "Fire alarm")
        qtbot.keyClick(line.field, ENTER)
        qtbot.mouseClick(shown.lines[0].away, LEFT)
        assert reasons.reasons(centre.desk, reasons.NOT_HELD) == tuple(self.lines(part))
        assert "Fire alarm" in self.lines(part)
        assert "Facilitator ill" not in self.lines(part)

    def test_one_twice_is_refused_in_place_and_the_usual_ones_come_back(self, qtbot, go, centre):
        part = go("reasons")
        shown = part.lists[reasons.NOT_HELD]
        type_in(qtbot, shown.new, "nobody CAME")
        qtbot.mouseClick(shown.add_button, LEFT)
        assert "in the list already" in shown.refusal.text()
        assert shown.new.text() == "nobody CAME"
        qtbot.mouseClick(shown.lines[0].away, LEFT)
        assert reasons.has_own(centre.desk, reasons.NOT_HELD)
        qtbot.mouseClick(shown.back, LEFT)
        assert not reasons.has_own(centre.desk, reasons.NOT_HELD)
        assert self.lines(part)[0] == "Facilitator ill"

    def test_the_register_offers_them(self, qtbot, go, shell, centre):
        reasons.set_reasons(centre.desk, reasons.NOT_HELD, ["Fire drill"])
        shell.go(Place("register", shell.gate.today, centre.sessions["wood"]))
        shell.view.reason.ask()
        assert [button.text() for button in shell.view.reason.suggestions] == ["Fire drill"]


class TestTerms:
    def test_added_by_keys_changed_removed_and_undone(self, qtbot, go, shell, centre):
        part = go("terms")
        qtbot.mouseClick(part.terms.new, LEFT)
        form = part.terms.form
        assert form.name.hasFocus()
        qtbot.keyClicks(form.name, "Autumn")
        form.first.set_value(date(2026, 8, 31))
        form.last.set_value(date(2026, 11, 20))
        qtbot.keyClick(form.name, ENTER, CTRL)
        (term,) = terms.terms(centre.desk)
        assert (term.name, term.first, term.last) == ("Autumn", date(2026, 8, 31), date(2026, 11, 20))
        change, _remove = part.terms.lines[term]
        qtbot.mouseClick(change, LEFT)
        part.terms.form.last.set_value(date(2026, 8, 1))
        qtbot.mouseClick(part.terms.form.save, LEFT)
        assert "before it starts" in part.terms.form.refusal.text()
        qtbot.keyClick(part.terms.form.name, ESC)
        assert part.terms.lines[term][0].hasFocus()
        qtbot.mouseClick(part.terms.lines[term][1], LEFT)
        assert terms.terms(centre.desk) == ()
        shell.gate.undo()
        assert terms.terms(centre.desk) == (term,)
        assert term in part.terms.lines

    def test_a_closure_says_what_it_takes_before_it_does(self, qtbot, go, shell, centre):
        part = go("terms")
        qtbot.mouseClick(part.closures.new, LEFT)
        form = part.closures.form
        qtbot.keyClicks(form.name, "Heating failure")
        lost = len(closures.what_would_be_lost(centre.desk, shell.gate.today, shell.gate.today))
        form.first.set_value(shell.gate.today)
        form.count()
        assert str(lost) in form._lost.text() or not lost
        qtbot.keyClick(form.name, ENTER, CTRL)
        (closure,) = part.closures.lines
        found = closures.closures(centre.desk, shell.gate.today, shell.gate.today)[0]
        assert (found.id, found.name, found.lost) == (closure, "Heating failure", lost)
        qtbot.mouseClick(part.closures.lines[closure][1], LEFT)
        assert not part.closures.lines

    def test_a_closure_in_the_past_typed_by_its_first_day_is_one_day(self, qtbot, go, shell):
        part = go("terms")
        qtbot.mouseClick(part.closures.new, LEFT)
        form = part.closures.form
        form.first.setFocus()
        qtbot.keyClicks(form.first, "28.8.2026")
        assert (form.first.value(), form.last.value()) == (date(2026, 8, 28), date(2026, 8, 28))
        form.last.setFocus()
        qtbot.keyClicks(form.last, "30.8.2026")
        qtbot.keyClicks(form.first, "27.8.2026")
        assert form.last.value() == date(2026, 8, 30)

    def test_a_form_that_opens_is_in_sight_with_its_buttons(self, qtbot, go, window, centre):
        for day in range(2, 6):
            closures.add_closure(centre.desk, f"Day {day}", date(2029, 1, day), date(2029, 1, day))
        window.resize(1366, 640)
        part = go("terms")
        qtbot.mouseClick(part.closures.new, LEFT)
        save = part.closures.form.save
        qtbot.wait(4 * SETTLED_MS)
        assert save.visibleRegion().boundingRect().size() == save.size()

    def test_a_room_closure_lets_an_activity_go_on(self, qtbot, go, shell, centre):
        part = go("terms")
        qtbot.mouseClick(part.closures.new, LEFT)
        form = part.closures.form
        qtbot.keyClicks(form.name, "Renovation")
        form.room.setCurrentIndex(1)
        form.allowed.setCurrentIndex(1)
        qtbot.keyClick(form.name, ENTER, CTRL)
        (found,) = closures.closures(centre.desk, shell.gate.today, shell.gate.today)
        assert found.room is not None
        assert found.allowed is not None
        qtbot.mouseClick(part.closures.lines[found.id][0], LEFT)
        assert part.closures.form.room.value() == found.room
        assert part.closures.form.allowed.value() == found.allowed

    def test_public_holidays_are_ticked_added_and_undone_together(self, qtbot, go, shell, centre):
        part = go("terms")
        qtbot.mouseClick(part.closures.holidays, LEFT)
        form = part.closures.form
        form.country.choose("DE")
        form.country.picked.emit("DE")
        form.part.choose("BY")
        form.part.picked.emit("BY")
        qtbot.mouseClick(form.year._buttons[1], LEFT)
        shown = {each.holiday.date for each in form.boxes}
        assert {date(2027, 1, 6), date(2027, 5, 27)} <= shown
        number = len(form.chosen())
        first = next(each for each in form.boxes if each.isChecked())
        first.click()
        assert form.save.text() == f"Add {number - 1} public holidays"
        qtbot.mouseClick(form.save, LEFT)
        assert len(part.closures.lines) == number - 1
        shell.gate.undo()
        assert not part.closures.lines

    def test_a_form_outlives_what_others_write_and_not_the_language(self, qtbot, go, shell, centre):
        part = go("terms")
        qtbot.mouseClick(part.closures.new, LEFT)
        qtbot.keyClicks(part.closures.form.name, "Half typed")
        shell.gate.do(terms.add_term, "Autumn", date(2026, 8, 31), date(2026, 11, 20))
        assert part.closures.form.name.text() == "Half typed"
        assert part.terms.lines
