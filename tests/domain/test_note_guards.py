"""Other people's names, copied texts, taking part while absent: pointed out, never blocked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.attendance import Status
from groupwork.domain.note_guards import (
    NAMED,
    NAMED_IN_GROUP,
    Guard,
    Other,
    absent_yet_there,
    copied,
    names_in,
    standing,
)
from groupwork.domain.note_replacing import Instead, replaced
from groupwork.domain.people import PersonName

MAIER = Other(2, PersonName("Jürgen", "Jürgen Hassenpflug-Maier", "Hassenpflug-Maier"))
KHARRAT = Other(3, PersonName("Yousef", "Yousef al-Kharrat", "al-Kharrat", "يوسف الخرّاط"))
LIN = Other(4, PersonName("Meihua", "Lin Meihua", "Lin Meihua", "林美华"))
ZBIGNIEW = Other(5, PersonName("Zbigniew", "Zbigniew Łąckorzyński", "Łąckorzyński"))
FLUNKY = Other(6, PersonName("Declan", "Declan O'Farrelly", "O'Farrelly"))
ENGLISH = Instead("another group member", "another group member’s")
GERMAN = Instead(
    "ein anderes Gruppenmitglied", "eines anderen Gruppenmitglieds", "{word} einem anderen Gruppenmitglied"
)
OTHERS = (MAIER, KHARRAT, LIN, ZBIGNIEW, FLUNKY)


def found(text, own=None):
    return [warning.found for warning in names_in(text, OTHERS, own)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Worked beside Jürgen today.", ["Jürgen"]),
        ("worked beside JURGEN today.", ["JURGEN"]),
        ("Had a row with Maier.", ["Maier"]),
        ("Sat with Hassenpflug-Maier", ["Hassenpflug-Maier"]),
        ("lackorzynski lent the saw", ["lackorzynski"]),
        ("Yousef's drawing was praised", ["Yousef's"]),
        ("Meihua, Meihua and Lin", ["Meihua", "Lin"]),
        ("spoke with يوسف about it", ["يوسف"]),
        ("O'Farrelly left early", ["O'Farrelly"]),
        ("Juergen kam, Zbigniews Bild auch", ["Juergen", "Zbigniews"]),
        ("YOUSEF’S and Maiers", ["YOUSEF’S", "Maiers"]),
        ("Lins of linen, links and declans", ["Lins"]),
        ("Linen was folded; a link was shown", []),
        ("The wall, von der Tür bis al dente", []),
        ("", []),
    ],
)
def test_names_of_others_are_found_as_whole_words(text, names):
    assert found(text) == names


def test_ones_own_name_is_no_other_even_when_it_is_shared():
    namesake = PersonName("Jürgen", "Jürgen Thielecke", "Thielecke")
    assert found("Jürgen sanded; Maier helped", namesake) == ["Maier"]


def test_a_name_is_replaced_everywhere_and_only_as_a_word():
    text = "Jürgen and jurgen, not Jürgensen"
    warning = names_in(text, OTHERS)[0]
    assert replaced(text, warning, ENGLISH) == "Another group member and another group member, not Jürgensen"


@pytest.mark.parametrize(
    ("instead", "text", "wanted"),
    [
        (ENGLISH, "Sat with Jürgen Maier.", "Sat with another group member."),
        (ENGLISH, "Used Jürgen’s saw.", "Used another group member’s saw."),
        (ENGLISH, "Well. Jürgen came.", "Well. Another group member came."),
        (ENGLISH, "Jürgen Maier's saw", "Another group member’s saw"),
        (GERMAN, "Sägte mit Jürgen Maier.", "Sägte mit einem anderen Gruppenmitglied."),
        (GERMAN, "Fragte Juergen.", "Fragte ein anderes Gruppenmitglied."),
        (GERMAN, "Lobte Jürgens Bild.", "Lobte eines anderen Gruppenmitglieds Bild."),
        (GERMAN, "Lobte Jürgen Maiers Bild.", "Lobte eines anderen Gruppenmitglieds Bild."),
        (GERMAN, "Frau Maier half.", "Ein anderes Gruppenmitglied half."),
        (GERMAN, "Sprach mit Herrn Maier.", "Sprach mit einem anderen Gruppenmitglied."),
        (GERMAN, "War beim Jürgen.", "War bei einem anderen Gruppenmitglied."),
        (GERMAN, "Die Frau, die Jürgen half", "Die Frau, die ein anderes Gruppenmitglied half"),
        (GERMAN, "Mit der Meihua gesägt", "Mit einem anderen Gruppenmitglied gesägt"),
        (GERMAN, "Wegen Meihua laut", "Wegen eines anderen Gruppenmitglieds laut"),
        (ENGLISH, "Sat with Mr Maier.", "Sat with another group member."),
    ],
)
def test_a_sentence_still_reads_when_the_name_is_gone(instead, text, wanted):
    while warnings := names_in(text, OTHERS):
        text = replaced(text, warnings[0], instead)
    assert text == wanted


def test_a_name_that_ends_in_s_is_no_whose():
    hans = Other(7, PersonName("Hans", "Hans Hansen", "Hansen"))
    assert [w.possessive for w in names_in("Hans, Hansens und Hansen", [hans])] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nahm Max’ Säge.", "Nahm eines anderen Gruppenmitglieds Säge."),
        ("Max Lenz' Bild", "Eines anderen Gruppenmitglieds Bild"),
        ("Rief ‚Max’ laut.", "Rief ‚ein anderes Gruppenmitglied’ laut."),
        ("Mit Max und Lenz.", "Mit einem anderen Gruppenmitglied und einem anderen Gruppenmitglied."),
    ],
)
def test_an_apostrophe_alone_is_whose_too(text, wanted):
    others = [Other(8, PersonName("Max", "Max Lenz", "Lenz"))]
    while warnings := names_in(text, others):
        text = replaced(text, warnings[0], GERMAN)
    assert text == wanted


def test_a_group_note_names_no_participant_and_says_so():
    assert names_in("Jürgen", OTHERS)[0].text == NAMED_IN_GROUP
    assert names_in("Jürgen", OTHERS, PersonName("Anna", "Anna Blume", "Blume"))[0].text == NAMED


def test_where_the_name_stands_is_told():
    warning = names_in("With Meihua.", OTHERS)[0]
    assert (warning.start, warning.values) == (5, (("name", "Meihua"),))


def test_a_dismissed_warning_stays_dismissed_and_keeps_no_name():
    warnings = names_in("Jürgen and Meihua", OTHERS)
    assert standing(warnings, {warnings[0].digest}) == warnings[1:]
    assert "rgen" not in warnings[0].digest


@pytest.mark.parametrize(
    ("mine", "theirs", "warned"),
    [
        ("Sanded two boards on her own and was proud of the result.", "another text altogether here", False),
        (
            "Sanded two boards on her own and was proud of the result.",
            "sanded  two boards on her own\nand was proud of the result.",
            True,
        ),
        ("Was there.", "Was there.", False),
    ],
)
def test_a_copied_text_is_pointed_out(mine, theirs, warned):
    assert bool(copied(mine, [theirs])) is warned


@pytest.mark.parametrize(
    ("status", "text", "warned"),
    [
        (Status.ABSENT, "She took part well.", True),
        (Status.UNWELL, "Nahm aufmerksam an der Gruppe teil.", True),
        (Status.ABSENT, "No word; call tomorrow.", False),
        (Status.PRESENT, "She took part well.", False),
        (Status.WALK_IN, "Joined in at once.", False),
        (Status.TOO_LATE, "Helped to tidy up.", True),
        (Status.ABSENT, "Nahm nicht an der Gruppe teil.", False),
        (Status.ABSENT, "Half nicht beim Aufräumen.", False),
        (Status.ABSENT, "Nobody helped today.", False),
        (Status.ABSENT, "Did not call; then helped to cook.", True),
        (Status.ABSENT, "Hat heute gut mitgearbeitet.", True),
        (None, "She took part well.", False),
    ],
)
def test_taking_part_while_absent(status, text, warned):
    found_ = absent_yet_there(text, status, "absent, no word")
    assert bool(found_) is warned
    assert all(w.guard is Guard.ABSENT and ("status", "absent, no word") in w.values for w in found_)


@given(st.text(max_size=300))
def test_any_text_is_read_without_harm(text):
    warnings = names_in(text, OTHERS)
    for warning in warnings:
        assert text[warning.start :].startswith(warning.found)
        replaced(text, warning, GERMAN)
    copied(text, [text])
    absent_yet_there(text, Status.ABSENT, "absent")
