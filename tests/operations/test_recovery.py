"""The recovery sheet on the real store: made, printed, confirmed, used when all is lost."""

import pytest

from groupwork.errors import (
    DiskFull,
    KeysLost,
    Missing,
    NotAllowed,
    Refused,
    UserError,
    WrongPassphrase,
    WrongPlace,
)
from groupwork.operations import first_run, history, recovery, vault
from groupwork.operations.recovery import SquareNeeded
from groupwork.store import sidecar
from groupwork.store.database import Store
from groupwork.store.tables import Setting
from tests import vaults

NEW = "neue vier worte hier"


@pytest.fixture
def file(vault_file):
    with opened(vault_file) as found:
        yield found


def opened(path):
    return vault.open_file(path, None, vaults.PASSPHRASE, probe=vaults.local)


def verbs(store):
    return [entry.verb for entry in store.journal.history(50)]


def lose_keys(path):
    copies = sidecar.copy_path(path, b"").parent.glob("*.keys")
    for lost in (sidecar.keys_path(path), *copies):
        lost.unlink(missing_ok=True)


def group_of(made, desk):
    return made.code.split("-")[recovery.sheet_state(desk).group - 1]


class TestSheet:
    def test_made_printed_and_confirmed_is_in_the_journal_and_cannot_be_undone(self, file):
        desk = file.desk("en")
        assert recovery.sheet_state(desk).wanted
        made = recovery.new_recovery(desk, kdf=vaults.QUICK)
        state = recovery.sheet_state(desk)
        assert (state.made, state.confirmed, state.wanted) == (desk.today, None, True)
        sheet = recovery.recovery_sheet(desk, made, language="de", paper="Letter")
        assert made.code in sheet.text[0]
        assert sheet.file_name == "wiederherstellungsblatt.pdf"
        done = recovery.confirm_sheet(desk, group_of(made, desk).lower() + " ")
        state = recovery.sheet_state(desk)
        assert (state.confirmed, state.wanted) == (desk.today, False)
        assert not done.undoable
        assert history.can_undo(desk) is None
        assert verbs(file.store)[:3] == ["recovery.confirmed", "recovery.printed", "recovery.made"]

    def test_a_preview_has_no_code_and_writes_nothing(self, file):
        before = verbs(file.store)
        sheet = recovery.recovery_sheet(file.desk("en"))
        assert sheet.pages == 1
        assert verbs(file.store) == before
        with pytest.raises(KeysLost):
            file.store.sidecar.recovery_slot()

    def test_another_group_is_refused(self, file):
        desk = file.desk("en")
        with pytest.raises(Refused, match="Print the recovery sheet first"):
            recovery.confirm_sheet(desk, "ABCDE")
        made = recovery.new_recovery(desk, kdf=vaults.QUICK)
        right = group_of(made, desk)
        for typed in ("", right[:-1], right[::-1] + "2", made.code, "ääääé"):
            with pytest.raises(Refused, match="This is not group"):
                recovery.confirm_sheet(desk, typed)
        assert recovery.sheet_state(desk).wanted

    def test_a_new_sheet_must_be_confirmed_again(self, file):
        desk = file.desk("en")
        made = recovery.new_recovery(desk, kdf=vaults.QUICK)
        recovery.confirm_sheet(desk, group_of(made, desk))
        recovery.new_recovery(desk, kdf=vaults.QUICK)
        assert recovery.sheet_state(desk).wanted

    def test_only_one_group_is_kept_and_none_once_confirmed(self, file):
        desk = file.desk("en")
        made = recovery.new_recovery(desk, kdf=vaults.QUICK)
        kept = str(Setting.get(Setting.key == recovery.SETTING).value)
        assert sum(part in kept for part in made.code.split("-")) == 1
        recovery.confirm_sheet(desk, group_of(made, desk))
        kept = str(Setting.get(Setting.key == recovery.SETTING).value)
        assert not any(part in kept for part in made.code.split("-"))

    def test_a_full_disk_leaves_the_old_sheet_good(self, file, monkeypatch):
        desk = file.desk("en")
        recovery.new_recovery(desk, kdf=vaults.QUICK)
        slots, before = file.store.sidecar, verbs(file.store)

        def full(_store, _changed):
            raise DiskFull("No room.")

        monkeypatch.setattr(Store, "save_keys", full)
        with pytest.raises(DiskFull):
            recovery.new_recovery(desk, kdf=vaults.QUICK)
        assert file.store.sidecar == slots
        assert verbs(file.store) == before

    def test_the_demo_does_not_remind(self, file):
        with file.store.journal.system_step("demo.filled") as step:
            step.save(Setting(key="demo_day", value="2026-10-28"))
        assert not recovery.sheet_state(file.desk("en")).wanted

    @pytest.mark.parametrize("role", ["facilitator", "volunteer", "viewer"])
    def test_others_may_not_and_are_not_reminded(self, file, role):
        desk = vault.desk_at(file.store, vaults.as_role(file, role), file.clock, "en")
        assert not recovery.sheet_state(desk).wanted
        for refused in (
            lambda: recovery.new_recovery(desk),
            lambda: recovery.recovery_sheet(desk),
            lambda: recovery.confirm_sheet(desk, "ABCDE"),
        ):
            with pytest.raises(NotAllowed):
                refused()


class TestOpening:
    @pytest.fixture
    def made(self, file):
        found = recovery.new_recovery(file.desk("en"), kdf=vaults.QUICK)
        file.close()
        return found

    def test_one_wrong_letter_changes_nothing(self, vault_file, made):
        wrong = ("3" if made.code[8] == "2" else "2").join((made.code[:8], made.code[9:]))
        with pytest.raises(Refused) as told:
            recovery.open_with_recovery(vault_file, wrong, NEW, kdf=vaults.QUICK)
        assert told.value.values["group"] == 2
        opened(vault_file).close()

    def test_too_short_a_passphrase_changes_nothing(self, vault_file, made):
        with pytest.raises(Refused, match="at least 10"):
            recovery.open_with_recovery(vault_file, made.code, "kurz", kdf=vaults.QUICK)
        opened(vault_file).close()

    def test_an_older_sheet_is_told(self, vault_file, made):
        with opened(vault_file) as file:
            recovery.new_recovery(file.desk("en"), kdf=vaults.QUICK)
        with pytest.raises(WrongPassphrase, match="newest recovery sheet"):
            recovery.open_with_recovery(vault_file, made.code, NEW, kdf=vaults.QUICK)

    def test_without_the_key_file_the_square_is_asked_for_and_opens(self, vault_file, made):
        lose_keys(vault_file)
        with pytest.raises(SquareNeeded, match="square code"):
            recovery.open_with_recovery(vault_file, made.code, NEW, kdf=vaults.QUICK)
        scanned = f" {made.payload.lower()[:80]}\n{made.payload[80:]} "
        with recovery.open_with_recovery(vault_file, made.code, NEW, sheet=scanned, kdf=vaults.QUICK) as file:
            assert "recovery.used" in verbs(file.store)
        vault.open_file(vault_file, None, NEW, probe=vaults.local).close()

    def test_a_file_without_a_sheet_says_so(self, vault_file):
        code = "22222-22222-22222-22222-222222"
        with pytest.raises(KeysLost, match="No recovery sheet"):
            recovery.open_with_recovery(vault_file, code, NEW, kdf=vaults.QUICK)


class TestFirstRun:
    def test_an_empty_centre_in_a_folder_that_is_made(self):
        path = first_run.suggested_path()
        assert not first_run.centre_is_there()
        with first_run.make_centre(path, "Haus", "Ana Souza", NEW, "de", kdf=vaults.QUICK) as file:
            assert (file.centre, file.actor_name, file.role) == ("Haus", "Ana Souza", "lead")
        assert first_run.centre_is_there()
        assert first_run.suggested_path() != path

    @pytest.mark.parametrize("words", [("", "Ana", NEW), ("Haus", " ", NEW), ("Haus", "Ana", "kurz")])
    def test_what_is_refused_leaves_no_file(self, words):
        path = first_run.suggested_path()
        with pytest.raises(UserError):
            first_run.make_centre(path, *words, "en", kdf=vaults.QUICK)
        assert not path.exists()
        assert not sidecar.keys_path(path).exists()

    def test_a_place_gets_our_ending_and_a_taken_one_is_refused(self, vault_file, tmp_path):
        assert first_run.require_place(tmp_path / "haus").name == "haus.groupwork"
        with pytest.raises(WrongPlace, match="already"):
            first_run.require_place(vault_file)
        with pytest.raises(Missing):
            first_run.require_place(tmp_path / "gone" / "haus.groupwork")
        synced = tmp_path / "Dropbox"
        synced.mkdir()
        with pytest.raises(WrongPlace, match="cloud"):
            first_run.require_place(synced / "haus.groupwork")
