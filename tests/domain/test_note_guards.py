"""Other people's names, copied texts, taking part while absent: pointed out, never blocked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.attendance import Status
from groupwork.domain.note_guards import (
    Guard,
    Other,
    absent_yet_there,
    copied,
    names_in,
    replaced,
    standing,
)
from groupwork.domain.people import PersonName

MAIER = Other(2, PersonName("Jürgen", "Jürgen Hassenpflug-Maier", "Hassenpflug-Maier"))
KHARRAT = Other(3, PersonName("Yousef", "Yousef al-Kharrat", "al-Kharrat", "يوسف الخرّاط"))
LIN = Other(4, PersonName("Meihua", "Lin Meihua", "Lin Meihua", "林美华"))
ZBIGNIEW = Other(5, PersonName("Zbigniew", "Zbigniew Łąckorzyński", "Łąckorzyński"))
FLUNKY = Other(6, PersonName("Declan", "Declan O'Farrelly", "O'Farrelly"))
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
    assert replaced(text, warning, "another group member") == (
        "another group member and another group member, not Jürgensen"
    )


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
        replaced(text, warning, "x")
    copied(text, [text])
    absent_yet_there(text, Status.ABSENT, "absent")
