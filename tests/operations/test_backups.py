"""Backups on a real file: due, made, copied, thinned, refused; nothing lost whatever goes wrong."""

import shutil
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from groupwork.domain.backups import LOW_SPACE
from groupwork.errors import NotAllowed, WrongPlace
from groupwork.operations import backups, history
from groupwork.store import backup, backup_list, backup_places
from tests.backed_up import change, names

NOW = datetime.now(UTC).replace(microsecond=0)


def verbs(desk):
    return [verb for (verb,) in desk.store.db.rows("SELECT verb FROM journal_step")]


class TestDue:
    def test_a_file_without_a_backup_gets_one(self, desk):
        assert backups.due(desk)
        assert backups.automatic(desk) is not None
        assert not backups.due(desk)

    def test_without_a_change_none_is_made(self, desk):
        backups.automatic(desk)
        desk.store.journal.event("file.opened", {}, desk.actor)
        assert backups.automatic(desk) is None
        assert len(backups.state(desk).backups) == 1

    def test_a_change_and_its_undo_count(self, desk):
        backups.automatic(desk)
        change(desk)
        assert backups.automatic(desk, now=NOW + timedelta(minutes=30)) is not None
        history.undo(desk)
        assert backups.automatic(desk, now=NOW + timedelta(minutes=60)) is not None

    def test_a_clock_set_back_still_backs_up(self, desk):
        backups.make(desk, now=NOW + timedelta(days=400))
        change(desk)
        made = backups.automatic(desk, now=NOW)
        assert made is not None
        assert len(backups.state(desk, now=NOW).backups) == 2
        assert not backups.due(desk, now=NOW)


class TestRights:
    def test_whoever_records_is_backed_up_without_asking(self, desk):
        volunteer = replace(desk, role="volunteer")
        assert backups.automatic(volunteer) is not None
        with pytest.raises(NotAllowed):
            backups.make(volunteer)
        with pytest.raises(NotAllowed):
            backups.state(volunteer)

    def test_a_viewer_makes_none(self, desk):
        with pytest.raises(NotAllowed):
            backups.automatic(replace(desk, role="viewer"))


class TestJournal:
    def test_it_says_who_made_it_and_that_none_did(self, desk):
        backups.automatic(desk)
        backups.make(desk)
        rows = desk.store.db.rows("SELECT actor, params FROM journal_step WHERE verb = 'backup.made'")
        assert [actor for actor, _params in rows] == [None, desk.actor]
        assert desk.store.journal.verify().ok

    def test_a_backup_is_not_undone(self, desk):
        change(desk)
        backups.make(desk)
        assert history.undo(desk).verb == "undo.done"
        assert len(backups.state(desk).backups) == 1

    def test_the_removal_of_old_ones_is_told(self, desk):
        for days in (40, 39.9, 39.8, 0):
            backups.make(desk, now=NOW - timedelta(days=days))
        assert "backup.thinned" in verbs(desk)
        assert any("Old backups removed: " in line.sentence for line in history.history(desk))


def test_no_folder_is_named_by_the_centre_or_a_person(desk, tmp_path):
    made = backups.make(desk)
    folder = made.backup.folder
    assert folder.parent == backup_places.own_folder(desk.store.file_id)
    assert not any(word in str(folder).casefold() for word in ("kiefern", "hanna", "br"))


def test_it_is_made_while_another_thread_records(desk, monkeypatch):
    change(desk, "x" * 3_000_000)
    monkeypatch.setattr(backup, "STEP_PAGES", 20)
    answer = []

    def work():
        answer.append(backups.make(desk))

    thread = threading.Thread(target=work)
    thread.start()
    written = 0
    while thread.is_alive():
        change(desk, written)
        written += 1
        time.sleep(0.002)
    thread.join()
    assert written > 3
    assert answer[0].backup.folder.is_dir()
    assert backups.due(desk)
    assert desk.store.journal.verify().ok


class TestThinning:
    def test_days_weeks_months_stay(self, desk):
        """Empty backups of three months; the real one makes them fewer."""
        first = backups.make(desk, now=NOW - timedelta(days=90)).backup
        for days in range(1, 90):
            at = NOW - timedelta(days=days)
            folder = first.folder.with_name(f"groupwork-{days}")
            shutil.copytree(first.folder, folder)
            manifest = folder / backup.MANIFEST
            was, now = f"{first.made_at:%Y-%m-%dT%H:%M:%SZ}", f"{at:%Y-%m-%dT%H:%M:%SZ}"
            manifest.write_text(manifest.read_text().replace(was, now))
        made = backups.make(desk, now=NOW)
        stay = backups.state(desk).backups
        assert len(stay) == 91 - made.removed
        assert 20 <= len(stay) <= 28
        assert stay[0].folder == made.backup.folder

    def test_nothing_goes_when_the_new_one_fails(self, desk, monkeypatch):
        for days in (40, 39.9):
            backups.make(desk, now=NOW - timedelta(days=days))
        before = names(backup_places.own_folder(desk.store.file_id))
        found = iter([["broken"], [""]])
        monkeypatch.setattr(backup.facts, "damage", lambda _c: iter(next(found)))
        with pytest.raises(Exception, match="did not come out"):
            backups.make(desk, now=NOW)
        assert names(backup_places.own_folder(desk.store.file_id)) == before

    def test_the_one_just_verified_stays_whatever_the_rule_says(self, desk):
        noon = NOW.astimezone().replace(hour=12) - timedelta(days=40)
        for hours in (0, 1):
            backups.make(desk, now=noon + timedelta(hours=hours))
        found = backups.state(desk).backups
        assert backup_list.thin(found, found[1].folder, NOW) == 0
        assert backup_list.thin(found, found[0].folder, NOW) == 1
        assert names(found[0].folder.parent) == [found[0].folder.name]

    def test_another_centres_and_foreign_folders_stay(self, desk, tmp_path):
        folder = tmp_path / "stick"
        folder.mkdir()
        backups.choose_folder(desk, folder)
        for days in (40, 39.9):
            made = backups.make(desk, now=NOW - timedelta(days=days)).backup
        other = made.folder.with_name("groupwork-other")
        shutil.copytree(made.folder, other)
        manifest = other / backup.MANIFEST
        manifest.write_text(manifest.read_text().replace(desk.store.file_id, "0" * 32))
        (folder / "holiday pictures").mkdir()
        (made.folder / "note.txt").write_text("mine")
        backups.make(desk, now=NOW)
        assert {"groupwork-other", "holiday pictures"} <= set(names(folder))

    def test_what_a_crash_left_goes_an_hour_later(self, desk):
        folder = backups.make(desk).backup.folder.parent
        part = folder / "groupwork-2026-01-01-000000.part"
        part.mkdir()
        (part / backup.FILE).write_bytes(bytes.fromhex(desk.store.file_id) + b"half")
        backups.make(desk)
        assert part.exists()
        import os

        os.utime(part, (time.time() - 4000,) * 2)
        backups.make(desk)
        assert not part.exists()


class TestSecondFolder:
    @pytest.fixture
    def stick(self, desk, tmp_path):
        folder = tmp_path / "stick"
        folder.mkdir()
        backups.choose_second(desk, folder, now=NOW - timedelta(days=9))
        return folder

    def test_each_backup_goes_to_both(self, desk, stick):
        seen = []
        made = backups.make(desk, now=NOW, progress=lambda done, of: seen.append(done))
        assert made.second
        assert len(names(stick)) == 1
        assert backups.state(desk).second_seen == NOW
        assert seen == sorted(seen)
        assert (seen[-1], max(s for s in seen if s <= 50)) == (100, 50)

    def test_unplugged_the_first_is_made_and_last_seen_stays(self, desk, stick):
        shutil.rmtree(stick)
        made = backups.make(desk, now=NOW)
        assert not made.second
        found = backups.state(desk)
        assert not found.second_there
        assert found.second_seen == NOW - timedelta(days=9)

    def test_its_trouble_is_told_and_the_first_stands(self, desk, stick, monkeypatch):
        (stick / backup.MANIFEST).write_text("{}")
        made = backups.make(desk)
        assert isinstance(made.trouble, WrongPlace)
        assert not made.second
        assert made.backup.folder.is_dir()

    def test_no_longer(self, desk, stick):
        backups.choose_second(desk, None)
        assert backups.state(desk).second is None


class TestState:
    def test_empty(self, desk):
        found = backups.state(desk)
        assert (found.backups, found.changed, found.own_folder) == ((), True, True)
        assert found.free > 0

    def test_the_smaller_disk_counts(self, desk, tmp_path, monkeypatch):
        other = tmp_path / "other"
        other.mkdir()
        backups.choose_folder(desk, other)
        real = shutil.disk_usage

        def usage(place):
            return type("U", (), {"free": LOW_SPACE - 1}) if Path(place) == other else real(place)

        monkeypatch.setattr(backup_list.shutil, "disk_usage", usage)
        assert backups.state(desk).free == LOW_SPACE - 1

    def test_an_incomplete_backup_is_none(self, desk):
        made = backups.make(desk).backup
        (made.folder / backup.FILE).unlink()
        assert backups.state(desk).backups == ()
        assert backups.due(desk)
