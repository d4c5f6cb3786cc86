"""Sign-ins on the real store: each opens or does not, somebody can always manage them."""

import pytest

from groupwork.errors import NotAllowed, Refused, TooSoon, WrongPassphrase
from groupwork.i18n import use
from groupwork.operations import history, own_passphrase, settings, sign_ins, vault
from groupwork.store.tables import Facilitator, SignIn
from tests import vaults

QUICK = vaults.QUICK
NEW = "neue vier worte hier"


@pytest.fixture
def file(vault_file):
    with opened(vault_file) as found:
        yield found


def opened(path, name="hanna", passphrase=vaults.PASSPHRASE):
    return vault.open_file(path, name, passphrase, probe=vaults.local)


def add(file, name="Tomasz Wilkowski", typed="tomasz", role="facilitator", **more):
    return sign_ins.add_sign_in(file.desk("en"), name, typed, role, kdf=QUICK, **more)


def one(file, number):
    return next(each for each in sign_ins.sign_ins(file.desk("en")) if each.id == number)


def wrong(path, name, passphrase):
    """Does not open; the wait after wrong tries is none of these tests' business."""
    with pytest.raises(WrongPassphrase):
        opened(path, name, passphrase)
    path.with_name(path.name + ".tries").unlink(missing_ok=True)


class TestAdding:
    @pytest.mark.parametrize("role", sign_ins.ROLES)
    def test_the_new_one_opens_with_its_role_and_the_drawn_words(self, file, vault_file, role):
        given = add(file, role=role)
        assert len(given.passphrase.split()) == 4
        assert given.passphrase not in repr(given)
        file.close()
        with opened(vault_file, "Tomasz", given.passphrase) as theirs:
            assert (theirs.actor_name, theirs.role) == ("Tomasz Wilkowski", role)
        with opened(vault_file) as again:
            assert again.role == "lead"

    def test_it_is_no_undo_but_in_the_history(self, file):
        given = add(file)
        assert not given.done.undoable
        assert history.can_undo(file.desk("en")) is None
        assert history.history(file.desk("en"))[0].sentence == "Sign-in added"

    def test_a_facilitator_of_that_name_is_linked_else_added(self, file):
        before = Facilitator.select().count()
        add(file)
        add(file, "Vera Blick", "vera", "viewer")
        assert Facilitator.select().count() == before + 2
        assert not Facilitator.get(name="Vera Blick").active
        Facilitator.get(name="Tomasz Wilkowski")
        with file.desk("en").step("facilitator.added") as step:
            step.save(Facilitator(code="F9", name="Priya Ramanathan", role=""))
        add(file, "priya ramanathan", "priya")
        assert SignIn.get(name="priya").facilitator.code == "F9"

    @pytest.mark.parametrize("typed", ["hanna", "HÁNNA", "", "two words", "x" * 41])
    def test_a_name_that_does_not_do_is_refused_and_nothing_is_written(self, file, typed):
        slots = file.store.sidecar.slots
        with pytest.raises(Refused):
            add(file, typed=typed)
        assert file.store.sidecar.slots == slots
        assert SignIn.select().count() == 1

    def test_names_are_suggested(self, file):
        desk = file.desk("en")
        assert sign_ins.suggested_name(desk, "") == ""
        assert sign_ins.suggested_name(desk, "Émile Durand") == "emile"
        assert sign_ins.suggested_name(desk, "Hanna Zeidler") == "hannaz"
        add(file, "Hanna Zeidler", "hannaz")
        assert sign_ins.suggested_name(desk, "Hanna Zorn") == "hanna2"

    def test_no_such_role(self, file):
        with pytest.raises(Refused):
            add(file, role="king")


class TestDisabling:
    def test_a_disabled_one_cannot_open_and_comes_back_with_new_words(self, file, vault_file):
        given = add(file)
        desk = file.desk("en")
        assert not sign_ins.disable_sign_in(desk, given.sign_in).undoable
        assert not one(file, given.sign_in).has_passphrase
        with pytest.raises(Refused):
            sign_ins.new_passphrase_for(desk, given.sign_in, kdf=QUICK)
        file.close()
        wrong(vault_file, "tomasz", given.passphrase)
        with opened(vault_file) as lead:
            again = sign_ins.enable_sign_in(lead.desk("en"), given.sign_in, kdf=QUICK)
            with pytest.raises(Refused):
                sign_ins.enable_sign_in(lead.desk("en"), given.sign_in, kdf=QUICK)
        wrong(vault_file, "tomasz", given.passphrase)
        with opened(vault_file, "tomasz", again.passphrase) as theirs:
            assert theirs.role == "facilitator"

    def test_a_slot_left_by_a_power_cut_opens_nothing_in_words(self, file, vault_file):
        given = add(file)
        with file.desk("en").step("test.done") as step:
            row = SignIn.get_by_id(given.sign_in)
            row.active = False
            step.save(row)
        file.close()
        with pytest.raises(Refused, match="no longer in use"):
            opened(vault_file, "tomasz", given.passphrase)


class TestNewPassphrase:
    def test_a_lead_gives_one_and_the_old_no_longer_opens(self, file, vault_file):
        given = add(file)
        new = sign_ins.new_passphrase_for(file.desk("en"), given.sign_in, kdf=QUICK)
        assert history.history(file.desk("en"))[0].sentence == "Tomasz Wilkowski: new passphrase given"
        file.close()
        wrong(vault_file, "tomasz", given.passphrase)
        opened(vault_file, "tomasz", new.passphrase).close()

    def test_ones_own_asks_for_the_old(self, file, vault_file):
        desk = file.desk("en")
        with pytest.raises(Refused, match="not your present"):
            own_passphrase.change_own_passphrase(desk, "something else", NEW, kdf=QUICK)
        with pytest.raises(Refused, match="at least"):
            own_passphrase.change_own_passphrase(desk, vaults.PASSPHRASE, "short", kdf=QUICK)
        with pytest.raises(Refused, match="same"):
            own_passphrase.change_own_passphrase(desk, vaults.PASSPHRASE, vaults.PASSPHRASE, kdf=QUICK)
        own_passphrase.change_own_passphrase(desk, vaults.PASSPHRASE, NEW, kdf=QUICK)
        said = [line.sentence for line in history.history(desk)[:2]]
        assert said == [f"{vaults.NAME}: own passphrase changed", "A sign-in failed"]
        file.close()
        wrong(vault_file, "hanna", vaults.PASSPHRASE)
        opened(vault_file, "hanna", NEW).close()

    def test_guessing_it_gets_slower(self, file):
        desk = file.desk("en")
        for _ in range(3):
            with pytest.raises(Refused):
                own_passphrase.change_own_passphrase(desk, "something else", NEW, kdf=QUICK)
        with pytest.raises(TooSoon):
            own_passphrase.change_own_passphrase(desk, vaults.PASSPHRASE, NEW, kdf=QUICK)

    def test_everybody_may_change_their_own_and_nobody_else_manages(self, file, vault_file):
        given = {role: add(file, f"Kim {role}", f"kim{role}", role) for role in sign_ins.ROLES[1:]}
        file.close()
        for each in given.values():
            with opened(vault_file, each.name, each.passphrase) as theirs:
                desk = theirs.desk("en")
                own_passphrase.change_own_passphrase(desk, each.passphrase, NEW, kdf=QUICK)
                with pytest.raises(NotAllowed):
                    sign_ins.change_role(desk, theirs.sign_in, "lead")
                with pytest.raises(NotAllowed):
                    sign_ins.sign_ins(desk)
            opened(vault_file, each.name, NEW).close()


class TestLastLead:
    @pytest.mark.parametrize(
        "act",
        [
            lambda desk, number: sign_ins.change_role(desk, number, "viewer"),
            sign_ins.disable_sign_in,
            sign_ins.remove_sign_in,
        ],
    )
    def test_refused_in_words_and_oneself_too(self, file, act):
        with pytest.raises(Refused) as last:
            act(file.desk("en"), file.sign_in)
        assert last.value.text == sign_ins.LAST_LEAD
        add(file, role="lead")
        with pytest.raises(Refused) as own:
            act(file.desk("en"), file.sign_in)
        assert own.value.text == sign_ins.YOURSELF

    def test_a_lead_without_a_passphrase_does_not_count(self, file):
        given = add(file, role="lead")
        store = file.store
        store.save_keys(store.sidecar.without_person("tomasz"))
        with pytest.raises(Refused) as last:
            sign_ins.disable_sign_in(file.desk("en"), file.sign_in)
        assert last.value.text == sign_ins.LAST_LEAD
        assert one(file, given.sign_in).has_passphrase is False


class TestRoleAndRemoval:
    def test_another_role_from_the_next_sign_in(self, file, vault_file):
        given = add(file)
        done = sign_ins.change_role(file.desk("en"), given.sign_in, "viewer")
        assert not done.undoable
        file.close()
        with opened(vault_file, "tomasz", given.passphrase) as theirs:
            assert theirs.role == "viewer"

    def test_one_that_never_signed_in_goes(self, file, vault_file):
        given = add(file)
        assert sign_ins.is_removable(file.desk("en"), given.sign_in)
        sign_ins.remove_sign_in(file.desk("en"), given.sign_in)
        assert len(sign_ins.sign_ins(file.desk("en"))) == 1
        assert len(file.store.sidecar.slots) == 1
        with pytest.raises(Refused):
            sign_ins.remove_sign_in(file.desk("en"), given.sign_in)

    def test_the_history_keeps_its_names(self, file, vault_file):
        given = add(file)
        file.close()
        opened(vault_file, "tomasz", given.passphrase).close()
        with opened(vault_file) as lead:
            assert not sign_ins.is_removable(lead.desk("en"), given.sign_in)
            with pytest.raises(Refused, match="Disable"):
                sign_ins.remove_sign_in(lead.desk("en"), given.sign_in)


def test_switching_offers_nobody_elses_steps_to_undo(file, vault_file):
    given = add(file)
    settings.set_setting(file.desk("en"), "paper", "Letter")
    assert history.can_undo(file.desk("en"))
    file.close()
    with opened(vault_file, "tomasz", given.passphrase) as theirs:
        assert history.can_undo(theirs.desk("en")) is None
    with opened(vault_file) as again:
        assert history.can_undo(again.desk("en")) is None


def test_the_sentences_speak_german(file):
    given = add(file)
    sign_ins.change_role(file.desk("de"), given.sign_in, "volunteer")
    use("de")
    try:
        said = history.history(file.desk("de"))[0].sentence
    finally:
        use("en")
    assert said.startswith("Tomasz Wilkowski: ")
