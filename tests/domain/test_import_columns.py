"""What columns mean: header rows of lists as centres send them; weekdays, groups and key workers in words."""

import pytest

from groupwork.domain.import_columns import recognise
from groupwork.domain.import_details import read_days
from groupwork.domain.import_headers import HEADERS, MEANINGS, Column
from groupwork.domain.import_matches import (
    MANY_GROUPS,
    MANY_STAFF,
    NO_GROUP,
    NO_STAFF,
    GroupName,
    StaffName,
    match_group,
    match_staff,
)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            "Name|Vorname|Geb.-Datum|Straße, Hausnr.|PLZ/Ort|Tel.|Handy|E-Mail-Adresse",
            "family given birth address address phone phone email",
        ),
        (
            "Nachname|Rufname|Notfallkontakt|Telefon (Notfall)|Bezugsbetreuer/in|Bemerkungen",
            "family called contact_name contact_phone key_worker note",
        ),
        (
            "Surname|Forename|DOB|Mobile no.|Email|Post code|Next of kin|Next of kin phone",
            "family given birth phone email address contact_name contact_phone",
        ),
        (
            "Client name|First language|Interpreter needed?|Key worker|Allergies|Support needs|Photo consent",
            "whole language interpreter key_worker allergy need photos",
        ),
        ("Name|Mo|Di|Mi|Do|Fr", "whole mon tue wed thu fri"),
        ("Name|Monday|Thursday|Sunday", "whole mon thu sun"),
        ("Name|So|Wochentage|Aussprache", "whole - days pronunciation"),
        (
            "Teilnehmer:in|Gruppe 1|Gruppen|Warnhinweise|Stärken|Interessen",
            "whole groups groups alert strength interest",
        ),
        (
            "Name|Fotoerlaubnis (ja/nein)|Weitere Sprachen|Verwandtschaft",
            "whole photos speaks contact_relation",
        ),
    ],
)
def test_header_rows_of_foreign_lists(header, expected):
    assert [str(column or "-") for column in recognise(header.split("|"))] == expected.split()


def test_no_word_means_two_things_and_every_meaning_has_words():
    words = [word for column in HEADERS for word in HEADERS[column].split()]
    assert sorted(words) == sorted(set(words))
    assert set(MEANINGS) == set(HEADERS) == set(Column)


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("Mo, Mi und Fr", {0, 2, 4}),
        ("Mo-Do", {0, 1, 2, 3}),
        ("Mon to Wed", {0, 1, 2}),
        ("montags + donnerstags", {0, 3}),
        ("täglich", {0, 1, 2, 3, 4}),
        ("die Mutter bringt sie mit", set()),
        ("Sa/So", {5, 6}),
        ("", set()),
    ],
)
def test_weekdays_in_one_cell(cell, days):
    assert read_days(cell) == days


STAFF = (
    StaffName(1, "F1", "Tomasz Wilkowski"),
    StaffName(2, "F2", "Priya Ramanathan"),
    StaffName(3, "F3", "Paul Ramanathan"),
)


@pytest.mark.parametrize(
    ("words", "found", "problem"),
    [
        ("Wilkowski, Tomasz", 1, ""),
        ("Hr. Wilkowski", 1, ""),
        ("T. Wilkowski", 1, ""),
        ("TW", 1, ""),
        ("f2", 2, ""),
        ("Pr. Ramanathan", None, NO_STAFF),
        ("P. Ramanathan", None, MANY_STAFF),
        ("PR", None, MANY_STAFF),
        ("Paul", 3, ""),
        ("Wilke", None, NO_STAFF),
        ("…", None, NO_STAFF),
    ],
)
def test_key_workers_only_when_it_is_sure(words, found, problem):
    match = match_staff(words, STAFF)
    assert (match.id, match.problem) == (found, problem)


GROUPS = (
    GroupName(1, "Holzwerkstatt", 0, "09:45"),
    GroupName(2, "Holzwerkstatt", 3, "09:45"),
    GroupName(3, "Holzwerkstatt", 3, "13:00"),
    GroupName(4, "Malen & Zeichnen", 1, "10:00"),
    GroupName(5, "Malen", 2, "10:00"),
)


@pytest.mark.parametrize(
    ("words", "found", "problem"),
    [
        ("Holz Mo", 1, ""),
        ("holzwerkstatt montags", 1, ""),
        ("Holz", None, MANY_GROUPS),
        ("Holz Do 13 Uhr", 3, ""),
        ("Holz Do 9:45", 2, ""),
        ("Zeichnen", 4, ""),
        ("Malen", 5, ""),
        ("Malen Di", 4, ""),
        ("Schach", None, NO_GROUP),
        ("Mo", None, NO_GROUP),
    ],
)
def test_groups_only_when_it_is_sure(words, found, problem):
    match = match_group(words, GROUPS)
    assert (match.id, match.problem) == (found, problem)
