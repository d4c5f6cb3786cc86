"""Alerts, contacts, traits and consents written: undo, history, refusals in words, roles."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupwork.domain.consents import Answer, Photos, Purpose, latest, photos
from groupwork.errors import NotAllowed, UserError
from groupwork.operations import alerts, consents, contacts, history, participants, traits
from tests.builders import MONDAY, a_person


@pytest.fixture
def moira(desk):
    return a_person(desk, "Moira Tattersley")


def record(desk, person):
    return participants.record(desk, person)


WRITES = {
    "alert.added": lambda d, p: alerts.add_alert(d, p, "food", "no nuts", printed=False),
    "trait.added": lambda d, p: traits.add_trait(d, p, "strength", "Steady hands"),
    "contact.added": lambda d, p: contacts.add_contact(d, p, name="Iona T.", phone="0555 0147"),
    "consent.given": lambda d, p: consents.record_consent(d, p, "photos", given=True),
    "consent.refused": lambda d, p: consents.record_consent(d, p, "funder", given=False),
}


@pytest.mark.parametrize("verb", WRITES)
def test_each_write_is_one_step_with_words_and_an_undo(desk, moira, verb):
    before = record(desk, moira)
    done = WRITES[verb](desk, moira)
    assert done.verb == verb
    assert record(desk, moira) != before
    assert history.history(desk)[0].sentence.startswith("Moira Tattersley: ")
    history.undo(desk)
    assert record(desk, moira) == before


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
@pytest.mark.parametrize("verb", WRITES)
def test_only_who_may_changes_people(desk, moira, verb, role):
    with pytest.raises(NotAllowed):
        WRITES[verb](replace(desk, role=role), moira)


def test_an_alert_is_changed_and_removed(desk, moira):
    alerts.add_alert(desk, moira, "food", "no nuts")
    alert = record(desk, moira).alerts[0]
    alerts.change_alert(desk, alert.id, "safety", "mask", printed=False)
    changed = record(desk, moira).alerts[0]
    assert (changed.kind, changed.words, changed.printed) == ("safety", "mask", False)
    alerts.remove_alert(desk, alert.id)
    assert record(desk, moira).alerts == ()
    with pytest.raises(UserError, match="removed in the meantime"):
        alerts.change_alert(desk, alert.id, "food", "x")
    history.undo(desk)
    assert record(desk, moira).alerts[0].words == "mask"


def test_traits_and_contacts_are_changed_and_removed(desk, moira):
    traits.add_trait(desk, moira, "diet", "halal")
    contacts.add_contact(desk, moira, name="B", relation="Sister")
    contacts.add_contact(desk, moira, name="C", emergency=True)
    found = record(desk, moira)
    assert [each.name for each in found.contacts] == ["C", "B"]
    traits.change_trait(desk, found.traits[0].id, "interest", "cooking")
    contacts.change_contact(desk, found.contacts[1].id, phone="0555 0100")
    found = record(desk, moira)
    assert (found.traits[0].kind, found.contacts[1].relation) == ("interest", "Sister")
    assert found.contacts[1].phone == "0555 0100"
    traits.remove_trait(desk, found.traits[0].id)
    contacts.remove_contact(desk, found.contacts[0].id)
    assert (record(desk, moira).traits, len(record(desk, moira).contacts)) == ((), 1)


def test_a_consent_is_withdrawn_asked_again_and_its_history_kept(desk, moira):
    consents.record_consent(desk, moira, "photos", given=True, day=date(2026, 9, 1), said_by="guardian")
    consents.withdraw_consent(desk, record(desk, moira).consents[0].id, by="herself")
    found = record(desk, moira).consents
    assert latest(found)[Purpose.PHOTOS, ""].answer(MONDAY) is Answer.WITHDRAWN
    assert (found[0].said_by, found[0].withdrawn_on, found[0].withdrawn_by) == ("guardian", MONDAY, "herself")
    consents.record_consent(desk, moira, "photos", given=True)
    alerts.add_alert(desk, moira, "no_photos")
    again = record(desk, moira)
    assert len(again.consents) == 2
    assert photos(again.consents, again.alerts, MONDAY) is Photos.UNCLEAR
    history.undo(desk)
    history.undo(desk)
    with pytest.raises(UserError, match="withdrawn on"):
        consents.withdraw_consent(desk, found[0].id)
    consents.remove_consent(desk, found[0].id)
    assert record(desk, moira).consents == ()


BAD = {
    "no words": (lambda d, p: alerts.add_alert(d, p, "food", " "), "kind alone says too little"),
    "no kind": (lambda d, p: alerts.add_alert(d, p, "danger", "x"), "what the alert is about"),
    "long": (lambda d, p: alerts.add_alert(d, p, "food", "x" * 100_000), "too long"),
    "nul": (lambda d, p: traits.add_trait(d, p, "need", "a\x00"), "cannot be stored"),
    "empty": (lambda d, p: traits.add_trait(d, p, "need", ""), "type some words"),
    "trait kind": (lambda d, p: traits.add_trait(d, p, "vice", "x"), "one of the kinds"),
    "no name": (lambda d, p: contacts.add_contact(d, p, phone="1"), "type a name"),
    "no digits": (lambda d, p: contacts.add_contact(d, p, name="A", phone="none"), "no digits"),
    "no mail": (lambda d, p: contacts.add_contact(d, p, name="A", email="a b@c"), "e-mail"),
    "purpose": (lambda d, p: consents.record_consent(d, p, "x", given=True), "what the consent is for"),
    "other": (lambda d, p: consents.record_consent(d, p, "other", given=True), "type what the consent"),
    "future": (
        lambda d, p: consents.record_consent(d, p, "photos", given=True, day=MONDAY + timedelta(days=1)),
        "in the future",
    ),
    "nobody": (lambda d, _p: alerts.add_alert(d, 999, "food", "x"), "no person with the number 999"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_in_words_and_nothing_is_written(desk, moira, case):
    work, words = BAD[case]
    before = record(desk, moira)
    with pytest.raises(UserError, match=words):
        work(desk, moira)
    assert record(desk, moira) == before
