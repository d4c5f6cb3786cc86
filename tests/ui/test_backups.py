"""Backups in the window: made by themselves, told on Today, at close."""

import shutil
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from groupwork.operations import backups
from groupwork.store import backup_list
from groupwork.ui.backups.closing import ClosingOverlay
from groupwork.ui.backups.line import BackupLine
from groupwork.ui.place import Place
from tests.ui.backup_centre import change, made, part, restores

LEFT = Qt.MouseButton.LeftButton


class TestTimer:
    def test_every_30_minutes_when_something_was_changed(self, kept, keeper):
        keeper.tick()
        assert len(made(kept)) == 1
        change(kept)
        keeper.clock.forward(minutes=29)
        kept.gate.minute.emit()
        assert len(made(kept)) == 1
        keeper.clock.forward(minutes=1)
        kept.gate.minute.emit()
        assert len(made(kept)) == 2

    def test_none_when_nothing_was_changed(self, kept, keeper):
        for _turn in range(4):
            keeper.clock.forward(minutes=31)
            kept.gate.minute.emit()
        assert len(made(kept)) == 1

    def test_a_clock_set_back_does_not_stop_it(self, kept, keeper):
        keeper.tick()
        change(kept)
        keeper.clock.forward(days=-3)
        kept.gate.minute.emit()
        assert len(made(kept)) == 2

    def test_soon_after_opening(self, kept):
        look, first = kept.gate.backups._timers
        assert (look.interval(), first.interval()) == (50, 5000)
        assert first.isActive()
        first.timeout.emit()
        assert len(made(kept)) == 1

    def test_not_while_one_is_made(self, kept, keeper, hold):
        keeper.tick()
        keeper.clock.forward(hours=2)
        keeper.tick()
        assert len(hold) == 1
        hold[0].execute()
        assert not keeper.running

    def test_recording_goes_on_meanwhile(self, kept, keeper, hold):
        keeper.tick()
        assert not kept.gate.read_only
        change(kept)
        assert kept.toast.isVisible()
        hold[0].execute()
        assert not keeper.due(), "it is as new as its beginning"

    def test_nothing_is_made_after_lock(self, kept, window, keeper, hold):
        keeper.tick()
        window.lock()
        hold[0].execute()
        keeper.tick()
        keeper.back_up(by_hand=True)
        assert len(hold) == 1


class TestToday:
    def line(self, kept):
        kept.go(Place("today", kept.gate.today))
        return kept.findChild(BackupLine)

    def test_it_says_when(self, kept, keeper):
        keeper.tick()
        line = self.line(kept)
        at = keeper.clock.now.astimezone()
        assert line.text() == f"Backup: today {at:%H:%M}, verified"
        assert line._tone == "info"

    def test_none_yet_warns(self, kept, keeper):
        keeper.look()
        assert self.line(kept).text() == "No backup yet"
        assert self.line(kept)._tone == "warn"

    def test_older_than_a_day_warns(self, kept, keeper):
        keeper.tick()
        change(kept)
        keeper.clock.forward(hours=25)
        keeper.look()
        line = self.line(kept)
        assert (line._tone, line._second) == ("warn", "The last backup is more than a day old")

    def test_low_space_warns(self, kept, keeper, monkeypatch):
        keeper.tick()
        monkeypatch.setattr(backup_list, "free_bytes", lambda *_places: 150_000_000)
        keeper.look()
        assert "Less than 200 MB free" in self.line(kept).accessibleName()

    def test_the_second_folder_unseen_for_a_week_warns(self, kept, keeper, tmp_path):
        stick = tmp_path / "stick"
        stick.mkdir()
        backups.choose_second(kept.gate.desk(), stick, now=keeper.clock.now)
        keeper.tick()
        stick_gone(stick)
        for days, tone in ((6, "info"), (2, "warn")):
            keeper.clock.forward(days=days)
            keeper.look()
            assert self.line(kept)._tone == tone

    def test_a_click_leads_to_their_part_of_the_settings(self, qtbot, kept, keeper):
        keeper.tick()
        qtbot.mouseClick(self.line(kept), LEFT)
        assert kept.place.page == "backups"
        found = kept.view.part("backups").backups
        qtbot.waitUntil(found.now.hasFocus)
        top = found.mapTo(kept, found.rect().topLeft()).y()
        assert 0 < top < kept.height()

    def test_who_may_not_make_them_sees_none(self, kept, keeper):
        kept.gate.file.role = "volunteer"
        assert self.line(kept) is None
        assert part(kept).isHidden()

    def test_a_line_that_is_gone_no_longer_follows(self, qtbot, kept, keeper):
        self.line(kept)
        kept.view.refresh()
        qtbot.wait(10)
        keeper.look()


def stick_gone(stick):
    shutil.rmtree(stick)


class TestClose:
    def test_with_changes_one_is_made(self, kept, window, keeper):
        folder = keeper_folder(kept)
        window.close()
        assert window.isHidden()
        assert len(list(folder.iterdir())) == 1

    def test_without_changes_none(self, kept, window, keeper):
        keeper.tick()
        folder = keeper_folder(kept)
        before = list(folder.iterdir())
        window.close()
        assert list(folder.iterdir()) == before

    def test_it_shows_how_far_it_is_and_offers_a_way_out(self, qtbot, kept, window, keeper, hold):
        window.close()
        assert window.isVisible()
        overlay = window.findChild(ClosingOverlay)
        keeper._progress(30, 100)
        assert overlay._words.text() == "30 % done"
        assert not overlay._without.isVisible()
        window.close()
        assert window.isVisible()
        overlay._patience.timeout.emit()
        assert overlay._without.isVisible()
        assert overlay._patience.interval() == 3000
        qtbot.mouseClick(overlay._without, LEFT)
        assert window.isVisible(), "what was begun is removed first"
        folder = keeper_folder(kept)
        hold[0].execute()
        assert window.isHidden()
        assert not folder.exists() or list(folder.iterdir()) == []

    def test_a_stuck_disk_does_not_hold_it(self, qtbot, kept, window, keeper, hold):
        window.close()
        overlay = window.findChild(ClosingOverlay)
        overlay._offer()
        qtbot.mouseClick(overlay._without, LEFT)
        overlay._hang.timeout.emit()
        assert window.isHidden()

    def test_it_closes_by_itself_when_it_is_made(self, kept, window, keeper, hold):
        window.close()
        hold[0].execute()
        assert window.isHidden()

    def test_when_it_fails_one_may_stay_or_go(self, qtbot, kept, window, keeper, tmp_path):
        drive = tmp_path / "drive"
        drive.mkdir()
        backups.choose_folder(kept.gate.desk(), drive)
        shutil.rmtree(drive)
        (tmp_path / "drive").write_text("now a file")
        window.close()
        overlay = window.findChild(ClosingOverlay)
        assert "is a file" in overlay._refusal.text()
        assert not any(action.isEnabled() for action in window.actions())
        qtbot.mouseClick(overlay._stay, LEFT)
        assert window.isVisible()
        assert kept.gate.open
        assert any(action.isEnabled() for action in window.actions())
        change(kept)
        window.close()
        qtbot.mouseClick(window.findChild(ClosingOverlay)._without, LEFT)
        assert window.isHidden()

    def test_keys_do_nothing_behind_it(self, qtbot, kept, window, keeper, hold):
        window.close()
        overlay = window.findChild(ClosingOverlay)
        overlay._offer()
        for _n in range(3):
            qtbot.keyClick(overlay, Qt.Key.Key_Tab)
            assert overlay._without.hasFocus()
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert window.shell is kept
        hold[0].execute()


def test_damage_under_a_page_is_told_and_the_settings_still_open(kept, keeper, monkeypatch):
    from groupwork.errors import Damaged
    from groupwork.ui.views import today

    keeper.tick()
    monkeypatch.setattr(today.operations, "today", lambda _desk: raise_it(Damaged("The file is damaged.")))
    kept.go(Place("schedule", kept.gate.today))
    kept.go(Place("today", kept.gate.today))
    assert kept.toast.text() == "The file is damaged."
    assert restores(part(kept))


def raise_it(error):
    raise error


def keeper_folder(kept):
    return Path(backups.state(kept.gate.desk()).folder)


def test_words_of_time(keeper):
    from groupwork.ui.backups import words

    now = keeper.clock.now.astimezone().replace(hour=12, minute=0)
    assert words.when(now, now) == "today 12:00"
    assert words.when(now - timedelta(days=1), now) == "yesterday 12:00"
    assert (
        words.when(now.replace(year=2025, month=3, day=4), now.replace(year=2026)) == "Tue 4 Mar 2025, 12:00"
    )
    assert [words.size(n) for n in (300, 840_000, 1_250_000, 12_400_000, 1_300_000_000)] == [
        "1 kB",
        "840 kB",
        "1.2 MB",
        "12 MB",
        "1.3 GB",
    ]
