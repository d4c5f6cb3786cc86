"""Slots: what opens them, what does not, and that no name is in them."""

import dataclasses

import pytest

from groupwork.errors import Damaged, Refused, WrongPassphrase
from groupwork.store import keys, recovery, sidecar
from groupwork.store.keys import PERSON, Kdf
from groupwork.store.sidecar import Sidecar
from tests.vaults import QUICK

SECRET = "kiefer bogen gruppe heute"


@pytest.fixture(scope="module")
def key():
    return keys.new_data_key()


@pytest.fixture(scope="module")
def slot(key):
    return keys.seal(key, PERSON, keys.mark_of(key.file_id, "hanna"), SECRET, QUICK)


def test_the_passphrase_opens_its_slot(key, slot):
    assert keys.unseal(slot, key.file_id, SECRET) == key


def test_another_passphrase_does_not(key, slot):
    with pytest.raises(WrongPassphrase):
        keys.unseal(slot, key.file_id, SECRET + "x")


@pytest.mark.parametrize(
    "change",
    [
        {"who": "0" * 64},
        {"kdf": Kdf(20 * 1024, 1, 1)},
        {"kind": "recovery"},
        {"salt": bytes(16)},
        {"nonce": bytes(12)},
        {"sealed": bytes(48)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_slot_does_not_open(key, slot, change):
    with pytest.raises(WrongPassphrase):
        keys.unseal(dataclasses.replace(slot, **change), key.file_id, SECRET)


def test_a_slot_does_not_open_for_another_file(slot):
    with pytest.raises(WrongPassphrase):
        keys.unseal(slot, bytes(16), SECRET)


def test_how_a_passphrase_was_typed_does_not_matter():
    assert keys.passphrase("cafe\u0301 au lait ") == keys.passphrase("café au lait")


@pytest.mark.parametrize("typed", ["short one", "with\0nul and more", "half \ud800 a character", "x" * 1001])
def test_a_new_passphrase_that_does_not_do_is_refused(typed):
    with pytest.raises(Refused):
        keys.new_passphrase(typed)


@pytest.mark.parametrize(
    "kdf",
    [
        Kdf(18 * 1024, 3, 4),
        Kdf(2 * 1024 * 1024, 1, 1),
        Kdf(65536, 0, 4),
        Kdf(65536, 11, 4),
        Kdf(65536, 3, 17),
    ],
)
def test_a_slot_that_is_too_cheap_or_made_to_hang_is_not_tried(kdf):
    with pytest.raises(Damaged):
        kdf.derive(SECRET, bytes(16))


def test_the_product_uses_what_was_decided():
    assert Kdf() == Kdf(memory_kib=65536, passes=3, lanes=4)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Émile Durand", "emile"),
        ("HANNA", "hanna"),
        (" Łukasz W", "lukasz"),
        ("Strauß", "strauss"),
        ("李 娜", "李"),
    ],
)
def test_the_sign_in_name_is_the_first_name_without_case_and_accents(typed, name):
    assert keys.sign_in_name(typed) == name


def test_no_name_no_sign_in():
    with pytest.raises(Refused):
        keys.sign_in_name("  ")


def test_the_key_is_not_shown(key):
    assert key.secret.hex() not in repr(key)
    assert str(key.secret) not in repr(key)


class TestRecovery:
    def test_code_and_sheet_open_when_everything_else_is_lost(self, key):
        code = recovery.new_code()
        slots = Sidecar(key.file_id).with_recovery(key, code, QUICK)
        file_id, slot = recovery.read_payload(slots.recovery_payload())
        typed = recovery.read_code(code.lower().replace("-", " "))
        assert keys.unseal(slot, file_id, typed) == key

    def test_every_single_mistype_is_seen(self):
        code = recovery.read_code(recovery.new_code())
        for at, sign in enumerate(code):
            other = recovery.LETTERS[(recovery.LETTERS.index(sign) + 7) % 31]
            with pytest.raises(Refused):
                recovery.read_code(code[:at] + other + code[at + 1 :])

    def test_every_exchange_of_neighbours_is_seen(self):
        code = recovery.read_code(recovery.new_code())
        for at in range(len(code) - 2):
            if code[at] != code[at + 1]:
                with pytest.raises(Refused):
                    recovery.read_code(code[:at] + code[at + 1] + code[at] + code[at + 2 :])

    @pytest.mark.parametrize("place", range(recovery.LENGTH))
    def test_one_wrong_letter_is_told_with_its_group(self, place):
        code = recovery.read_code(recovery.new_code())
        for step in range(1, 31):
            other = recovery.LETTERS[(recovery.LETTERS.index(code[place]) + step) % 31]
            with pytest.raises(Refused) as told:
                recovery.read_code(recovery.grouped(code[:place] + other + code[place + 1 :]))
            assert told.value.values == {"group": min(place // 5 + 1, 5)}

    def test_a_letter_that_is_in_no_code_is_told_with_its_group(self):
        code = recovery.new_code()
        with pytest.raises(Refused) as told:
            recovery.read_code(f"{code[:13]}o{code[14:]}")
        assert told.value.values == {"group": 3, "sign": "O"}

    def test_a_group_that_is_too_short_is_told(self):
        first, second, *rest = recovery.new_code().split("-")
        with pytest.raises(Refused) as told:
            recovery.read_code(" ".join([first, second[:4], *rest]))
        assert told.value.values == {"group": 2, "count": 4, "needed": 5}

    @pytest.mark.parametrize("typed", ["", "ABCDE", "A" * 27, "-----"])
    def test_another_length_is_told(self, typed):
        with pytest.raises(Refused, match="needs 26"):
            recovery.read_code(typed)

    def test_a_new_sheet_makes_the_old_one_useless(self, key):
        first, second = recovery.new_code(), recovery.new_code()
        slots = Sidecar(key.file_id).with_recovery(key, first, QUICK).with_recovery(key, second, QUICK)
        assert len(slots.slots) == 1
        with pytest.raises(WrongPassphrase):
            keys.unseal(slots.recovery_slot(), key.file_id, recovery.read_code(first))

    @pytest.mark.parametrize("text", ["", "GWR1-", "GWR1-AAAA", "https://example.org", "GWR1-" + "9" * 160])
    def test_another_picture_code_is_refused(self, text):
        with pytest.raises(Refused):
            recovery.read_payload(text)

    def test_the_alphabet_has_no_signs_that_look_alike(self):
        assert len(set(recovery.LETTERS)) == 31
        assert not set("0O1IL") & set(recovery.LETTERS)
        assert [len(part) for part in recovery.new_code().split("-")] == list(recovery.GROUPS)


def test_the_key_file_survives_its_own_text(key, slot):
    slots = Sidecar(key.file_id, (slot,), {"pc-1": sidecar.Anchor(3, "ab")}, "0.1.0")
    assert sidecar.from_bytes(sidecar.to_bytes(slots)) == slots
