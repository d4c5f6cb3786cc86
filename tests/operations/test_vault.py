"""A centre's file from the first minute to the recovery sheet."""

from datetime import datetime
from pathlib import Path

import pytest

from groupwork.errors import NotAllowed, Refused, TooSoon, UserError, WrongPassphrase
from groupwork.operations import recovery, vault
from groupwork.store import sidecar, throttle
from groupwork.store.tables import Facilitator, Setting, SignIn
from tests import vaults


@pytest.fixture
def file(vault_file):
    with vault.open_file(vault_file, None, vaults.PASSPHRASE, probe=vaults.local) as opened:
        yield opened


def verbs(store):
    return [verb for (verb,) in store.db.rows("SELECT verb FROM journal_step ORDER BY id")]


def test_a_new_centre_has_its_lead_and_its_settings(tmp_path):
    made = vault.new_file(
        tmp_path / "c.groupwork", " Haus  Birke ", "Émile Durand", vaults.PASSPHRASE, "de",
        kdf=vaults.QUICK, probe=vaults.local,
    )  # fmt: skip
    with made as file:
        assert (file.actor_name, file.role, file.centre) == ("Émile Durand", "lead", "Haus Birke")
        assert [(row.name, row.role, row.active) for row in SignIn.select()] == [("emile", "lead", True)]
        assert [(row.code, row.name) for row in Facilitator.select()] == [("F1", "Émile Durand")]
        kept = {row.key: row.value for row in Setting.select()}
        assert kept == {"centre": "Haus Birke", "language": "de", "workstation": file.store.workstation}
        assert verbs(file.store) == ["file.created", "file.opened"]
        assert not file.desk("de").store.journal.undoable(file.sign_in)


@pytest.mark.parametrize(
    ("centre", "name", "passphrase"),
    [
        ("", "Hanna", "x" * 12),
        ("A", " ", "x" * 12),
        ("A", "H", "short"),
        ("A\0", "H", "x" * 12),
        ("A", "x" * 9999, "x" * 12),
    ],
)
def test_what_does_not_do_leaves_no_file(tmp_path, centre, name, passphrase):
    with pytest.raises(UserError):
        vault.new_file(tmp_path / "c.groupwork", centre, name, passphrase, "en", probe=vaults.local)
    assert not list(tmp_path.glob("c.groupwork*"))


@pytest.mark.parametrize("name", [None, "hanna", "HANNA", " Hánna "])
def test_who_made_the_file_is_the_default_and_case_does_not_matter(vault_file, name):
    with vault.open_file(vault_file, name, vaults.PASSPHRASE, probe=vaults.local) as file:
        assert (file.actor_name, file.role, file.centre) == (vaults.NAME, "lead", vaults.CENTRE)


def test_wrong_tries_are_in_the_journal_at_the_next_good_one(vault_file):
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            vault.open_file(vault_file, None, "wrong", probe=vaults.local)
    with vault.open_file(vault_file, None, vaults.PASSPHRASE, probe=vaults.local) as file:
        rows = file.store.db.rows("SELECT params FROM journal_step WHERE verb = 'sign_in.failed'")
        assert rows == [('{"count":2}',)]
    assert not throttle.tries_path(vault_file).exists()


def test_the_third_wrong_try_makes_the_next_wait(vault_file):
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            vault.open_file(vault_file, None, "wrong", probe=vaults.local)
    with pytest.raises(TooSoon):
        vault.open_file(vault_file, None, vaults.PASSPHRASE, probe=vaults.local)


def test_a_sign_in_that_was_closed_does_not_open(file, vault_file):
    with file.desk("en").step("sign_in.closed") as step:
        row = SignIn.get()
        row.active = False
        step.save(row)
    file.close()
    with pytest.raises(Refused, match="no longer in use"):
        vault.open_file(vault_file, None, vaults.PASSPHRASE, probe=vaults.local)
    vaults.opened(vault_file).close()  # the refused one left no lock behind


@pytest.mark.parametrize(
    ("stored", "start"),
    [
        ("2026-10-28", datetime.fromisoformat("2026-10-28T08:40")),
        ("2026-11-20T17:00", datetime.fromisoformat("2026-11-20T17:00")),
        (None, None),
    ],
)
def test_the_demo_day_makes_the_clock(stored, start):
    assert vault.clock_of(stored).demo_start == start


class TestRecovery:
    def test_the_code_opens_and_gives_a_new_passphrase(self, file, vault_file):
        sheet = recovery.new_recovery(file.desk("en"), kdf=vaults.QUICK)
        file.close()
        with recovery.open_with_recovery(
            vault_file, sheet.code, "neue vier worte hier", kdf=vaults.QUICK
        ) as opened:
            assert "recovery.used" in verbs(opened.store)
        vault.open_file(vault_file, None, "neue vier worte hier", probe=vaults.local).close()
        with pytest.raises(WrongPassphrase):
            vault.open_file(vault_file, None, vaults.PASSPHRASE, probe=vaults.local)

    def test_sheet_and_code_open_when_every_key_file_is_lost(self, file, vault_file):
        sheet = recovery.new_recovery(file.desk("en"), kdf=vaults.QUICK)
        file.close()
        for lost in (
            sidecar.keys_path(vault_file),
            *sidecar.copy_path(vault_file, b"").parent.glob("*.keys"),
        ):
            lost.unlink()
        opened = recovery.open_with_recovery(
            vault_file, sheet.code, "neue vier worte hier", sheet=sheet.payload, kdf=vaults.QUICK
        )
        opened.close()
        with vault.open_file(vault_file, None, "neue vier worte hier", probe=vaults.local) as again:
            assert again.role == "lead"

    def test_the_code_is_stored_nowhere(self, file, vault_file):
        sheet = recovery.new_recovery(file.desk("en"), kdf=vaults.QUICK)
        found = vaults.files_in(vault_file.parent)
        assert not any(
            part.encode() in content for part in sheet.code.split("-") for content in found.values()
        )


def test_backup_and_verify(file, tmp_path):
    desk = file.desk("en")
    made = vault.backup(desk, tmp_path / "b")
    assert made.folder.is_dir()
    assert verbs(file.store)[-1] == "backup.made"
    assert vault.verify_audit(desk).ok
    assert vault.check(desk).ok


def test_a_volunteer_may_not(file, tmp_path):
    desk = vault.desk_at(file.store, vaults.as_role(file, "volunteer"), file.clock, "en")
    for refused in (
        lambda: vault.backup(desk, tmp_path),
        lambda: vault.check(desk),
        lambda: recovery.new_recovery(desk),
    ):
        with pytest.raises(NotAllowed):
            refused()


class TestPassphrases:
    @pytest.mark.parametrize("language", ["en", "de"])
    def test_four_words_of_a_list_that_is_long_enough(self, language):
        words = vault.passphrase_words(language)
        assert len(words) == len(set(words)) >= 1300
        assert all(
            word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 10 for word in words
        )
        drawn = vault.generate_passphrase(language).split(" ")
        assert len(drawn) == 4
        assert set(drawn) <= set(words)

    def test_never_the_same(self):
        assert len({vault.generate_passphrase("en") for _ in range(200)}) == 200


class TestCanary:
    """A name that was stored is in no file: database, log, key file, lock, backup, copies."""

    def test_no_name_anywhere(self, file, vault_file, tmp_path):
        vaults.mark(file.store, "person", vaults.CANARY)
        vault.backup(file.desk("en"), tmp_path / "backups")
        self.look(tmp_path)
        file.close()
        self.look(tmp_path)
        vault.restore(next((tmp_path / "backups").iterdir()), tmp_path / "back.groupwork", vaults.PASSPHRASE)
        self.look(tmp_path)
        self.look(sidecar.copy_path(vault_file, b"").parent)

    def look(self, folder: Path):
        files = vaults.files_in(folder)
        assert files
        for word in (*vaults.CANARY.split(), *vaults.NAME.split(), vaults.CENTRE):
            for form in (word, word.casefold()):
                for coded in (form.encode(), form.encode("utf-16-le")):
                    assert not [name for name, content in files.items() if coded in content], word
                assert not [name for name in files if form in name]


def test_the_hint_says_whether_several_sign_in(vault_file, file):
    assert not vault.sign_in_hint(vault_file)
    slots = file.store.sidecar.with_person(file.store.key, "bo", vaults.PASSPHRASE, vaults.QUICK)
    file.store.save_keys(slots)
    assert vault.sign_in_hint(vault_file)
    assert vault.sign_in_hint(vault_file.with_name("gone"))
