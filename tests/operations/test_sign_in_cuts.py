"""Row and key slot of a sign-in, parted by a power cut or a full disk: nobody is locked out for good."""

import pytest

from groupwork.errors import DiskFull
from groupwork.operations import sign_ins
from groupwork.store import key_change, sidecar
from groupwork.store.database import Store
from groupwork.store.tables import SignIn
from tests.operations.test_sign_ins import NEW, QUICK, add, one, opened


@pytest.fixture
def file(vault_file):
    with opened(vault_file) as found:
        yield found


class PowerCut(BaseException):
    """Nothing after this happens."""


class TestPowerCut:
    """The key file is written, the rows are not: what a cut between the two leaves behind."""

    @pytest.fixture
    def cut(self, file, monkeypatch):
        """Cut the power when the key file has been put in place; reopen."""

        def during(act, path):
            real = Store.save_keys

            def save(store, changed):
                if store.sidecar.slots == changed.slots:
                    return
                real(store, changed)
                monkeypatch.setattr(sidecar, "save", lambda *_a: None)
                raise PowerCut

            monkeypatch.setattr(Store, "save_keys", save)
            with pytest.raises(PowerCut):
                act(file.desk("en"))
            file.store.closed = True
            file.store.db.close()
            file.store.lock.release()
            monkeypatch.undo()
            return opened(path)

        return during

    def test_adding_leaves_a_slot_that_opens_nothing_and_the_name_is_free(self, cut, vault_file):
        def act(desk):
            sign_ins.add_sign_in(desk, "Tomasz", "tomasz", "viewer", kdf=QUICK)

        with cut(act, vault_file) as lead:
            assert len(lead.store.sidecar.slots) == 2
            assert len(sign_ins.sign_ins(lead.desk("en"))) == 1
            given = add(lead)
            assert len(lead.store.sidecar.slots) == 2
        opened(vault_file, "tomasz", given.passphrase).close()

    def test_disabling_leaves_one_without_a_passphrase_that_gets_a_new_one(self, file, cut, vault_file):
        given = add(file)
        with cut(lambda desk: sign_ins.disable_sign_in(desk, given.sign_in), vault_file) as lead:
            found = one(lead, given.sign_in)
            assert (found.active, found.has_passphrase) == (True, False)
            new = sign_ins.new_passphrase_for(lead.desk("en"), given.sign_in, kdf=QUICK)
        opened(vault_file, "tomasz", new.passphrase).close()

    def test_a_left_slot_goes_with_the_next_change(self, file):
        store = file.store
        store.save_keys(store.sidecar.with_person(store.key, "nobody", NEW, QUICK))
        assert len(key_change.swept(store).slots) == 1
        add(file)
        assert len(store.sidecar.slots) == 2

    def test_a_full_disk_changes_nothing(self, file, vault_file, monkeypatch):
        before, beside = file.store.sidecar, sidecar.keys_path(vault_file).read_bytes()

        def full(*_a):
            raise DiskFull("The disk is full.")

        monkeypatch.setattr(sidecar, "save", full)
        with pytest.raises(DiskFull):
            add(file)
        assert file.store.sidecar is before
        assert sidecar.keys_path(vault_file).read_bytes() == beside
        assert SignIn.select().count() == 1
