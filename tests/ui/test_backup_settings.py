"""The settings' part about backups: one now, the folders, the list to restore from."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from groupwork.operations import backups
from groupwork.store import backup
from groupwork.ui import messages
from groupwork.ui.place import Place
from groupwork.ui.views.restore import RestoreView
from tests.ui.backup_centre import made, part, restores

LEFT = Qt.MouseButton.LeftButton


class TestSettings:
    def test_back_up_now(self, qtbot, kept, keeper):
        found = part(kept)
        qtbot.mouseClick(found.now, LEFT)
        assert len(made(kept)) == 1
        assert found._last.text().startswith("Backup: today ")
        keeper.clock.forward(seconds=1)
        qtbot.mouseClick(found.now, LEFT)
        assert len(made(kept)) == 2, "by hand also without a change"

    def test_progress_and_cancel(self, qtbot, kept, keeper, hold):
        found = part(kept)
        hold.clear()
        qtbot.mouseClick(found.now, LEFT)
        assert found._progress.isVisible()
        keeper._progress(40, 100)
        assert found._doing.text() == "Backing up: 40 %"
        qtbot.mouseClick(found.cancel, LEFT)
        hold[0].execute()
        assert not found._progress.isVisible()
        assert made(kept) == ()
        assert keeper.trouble is None
        keeper.stop()  # the window is closed before the jobs run again

    def choose(self, qtbot, monkeypatch, button, folder):
        monkeypatch.setattr(messages, "choose_folder", lambda *_a: folder)
        qtbot.mouseClick(button, LEFT)

    def test_another_folder(self, qtbot, kept, keeper, monkeypatch, tmp_path):
        folder = tmp_path / "drive"
        folder.mkdir()
        found = part(kept)
        self.choose(qtbot, monkeypatch, found.first.choose, folder)
        assert found.first._where.text() == str(folder)
        keeper.tick()
        assert len(list(folder.iterdir())) == 1
        qtbot.mouseClick(found.first.remove, LEFT)
        assert keeper.state.own_folder

    @pytest.mark.parametrize(
        ("trouble", "words"),
        [("gone", "not there"), ("inside", "itself a backup"), ("full", "not enough room")],
    )
    def test_a_folder_is_refused_in_place(self, qtbot, kept, keeper, monkeypatch, tmp_path, trouble, words):
        keeper.tick()
        inside = made(kept)[0].folder
        folder = {"gone": tmp_path / "gone", "inside": inside, "full": tmp_path}[trouble]
        if trouble == "full":
            full = type("Usage", (), {"free": 1000})
            monkeypatch.setattr(backup.shutil, "disk_usage", lambda _folder: full)
        found = part(kept)
        self.choose(qtbot, monkeypatch, found.first.choose, folder)
        assert words in found._refusal.text()
        assert found._refusal.isVisible()
        assert backups.state(kept.gate.desk()).own_folder

    def test_a_synced_folder_is_told(self, qtbot, kept, keeper, monkeypatch, tmp_path):
        folder = tmp_path / "Dropbox"
        folder.mkdir()
        found = part(kept)
        self.choose(qtbot, monkeypatch, found.second.choose, folder)
        assert "cloud service" in found._note.text()
        assert found._note.isVisible()
        assert "last seen today" in found.second._about.text()

    def test_unplugged_is_told_and_goes_when_it_is_back(self, qtbot, kept, keeper, tmp_path):
        drive = tmp_path / "drive"
        drive.mkdir()
        backups.choose_folder(kept.gate.desk(), drive)
        drive.rename(tmp_path / "away")
        found = part(kept)
        shutil.rmtree(tmp_path / "away")
        monkey = drive.parent / "drive2"
        backups.choose_folder(kept.gate.desk(), tmp_path)
        keeper.back_up(by_hand=True)
        assert keeper.trouble is None
        assert not monkey.exists()
        assert found._last.text().startswith("Backup: today")

    def test_the_list_grows_on_demand(self, qtbot, kept, keeper):
        for _n in range(8):
            keeper.clock.forward(seconds=1)
            keeper.back_up(by_hand=True)
        found = part(kept)
        assert len(restores(found)) == 6
        more = next(b for b in found.findChildren(QPushButton) if "older" in b.text())
        assert more.text() == "Show 2 older ones"
        qtbot.mouseClick(more, LEFT)
        qtbot.waitUntil(lambda: len(restores(found)) == 8)

    def test_restore_leads_to_the_page_with_that_backup(self, qtbot, kept, window, keeper):
        for _n in range(2):
            keeper.clock.forward(seconds=1)
            keeper.back_up(by_hand=True)
        older = made(kept)[1]
        qtbot.mouseClick(restores(part(kept))[1], LEFT)
        assert isinstance(window.page(), RestoreView)
        assert window.page().pick.chosen() == older
        assert window.shell is None

    def test_a_volunteer_reads_why_there_is_nothing(self, window, centre):
        centre.file.role = "volunteer"
        shell = window.show_file(centre.file)
        shell.go(Place("settings", part="backups"))
        part = shell.view.part("backups")
        assert part._closed.isVisible()
        assert not part.backups.isVisible()
        assert not part.recovery.isVisible()

    def test_the_demo_is_not_backed_up_by_itself(self, window, centre):
        demo = window.show_file(centre.file)
        assert not demo.gate.backups.automatic
        demo.gate.backups.tick()
        found = part(demo)
        assert (
            "demo centre is not backed up" in found._more.text() + demo.view.part("backups").backups._habit()
        )
        assert made(demo) == ()
        assert not demo.gate.backups.due()
