"""Templates, states, late entries, and the first draft of a note."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.notes import (
    INDIVIDUAL,
    PART_LABELS,
    PARTS,
    NoteInfo,
    NoteState,
    Template,
    checked_contact,
    checked_late_reason,
    checked_parts,
    converted,
    may_change,
    may_cosign,
    may_sign,
)
from groupwork.errors import Refused, UserError

MONDAY = date(2026, 10, 12)


def at(day, hour):
    """Local wall time."""
    return datetime.fromisoformat(f"2026-10-{day}T{hour:02d}:00")


NOTE = NoteInfo(1, Template.GIRP, (("goal", "x"),), MONDAY, at(12, 12), "Hanna Brückner")
SIGNED = replace(NOTE, signed_at=at(12, 13), signed_by="Hanna Brückner")


def test_every_part_has_a_label_and_individual_templates_no_group_part():
    assert {code for parts in PARTS.values() for code in parts} == set(PART_LABELS)
    assert set(INDIVIDUAL) == set(Template) - {Template.GROUP}


def test_parts_are_cleaned_and_ordered():
    parts = {"plan": " next week ", "goal": "Come on time\r\n", "response": "  "}
    assert checked_parts(Template.GIRP, parts) == {"goal": "Come on time", "plan": "next week"}


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({}, Refused),
        ({"goal": " \n "}, Refused),
        ({"objective": "x"}, Refused),
        ({"goal": "x" * 100_001}, UserError),
        ({"goal": "a\x00b"}, UserError),
    ],
)
def test_what_cannot_be_kept_is_refused(parts, error):
    with pytest.raises(error):
        checked_parts(Template.GIRP, parts)


@given(st.sampled_from(INDIVIDUAL), st.sampled_from(INDIVIDUAL), st.data())
def test_another_template_loses_no_word(old, new, data):
    words = st.text("abc ", min_size=1, max_size=8).filter(str.strip)
    parts = data.draw(st.dictionaries(st.sampled_from(PARTS[old]), words))
    after = converted(parts, old, new)
    assert set(after) <= set(PARTS[new])
    assert sorted("\n".join(after.values()).split("\n")) == sorted("\n".join(parts.values()).split("\n"))


def test_states():
    cosigned = replace(SIGNED, cosigned_at=at(13, 8), cosigned_by="Leyla Demirtaş")
    assert [n.state for n in (NOTE, SIGNED, cosigned)] == [
        NoteState.DRAFT,
        NoteState.SIGNED,
        NoteState.COSIGNED,
    ]


@pytest.mark.parametrize(
    ("check", "arguments"),
    [
        (may_sign, (SIGNED,)),
        (may_change, (SIGNED,)),
        (may_cosign, (NOTE, "Leyla Demirtaş")),
        (may_cosign, (SIGNED, "Hanna Brückner")),
        (may_cosign, (replace(SIGNED, cosigned_at=at(13, 0), cosigned_by="Leyla"), "Greta")),
    ],
)
def test_what_a_signature_forbids(check, arguments):
    with pytest.raises(Refused):
        check(*arguments)


def test_what_is_allowed():
    may_sign(NOTE)
    may_change(NOTE)
    may_cosign(SIGNED, "Leyla Demirtaş")


def test_a_note_written_after_the_day_is_late_and_needs_a_reason():
    late = replace(NOTE, written_at=at(13, 9))
    assert late.late
    assert not NOTE.late
    assert checked_late_reason(MONDAY, date(2026, 10, 13), " was ill ") == "was ill"
    assert checked_late_reason(MONDAY, MONDAY, "was ill") == ""
    with pytest.raises(Refused):
        checked_late_reason(MONDAY, date(2026, 10, 13), " ")
    with pytest.raises(Refused):
        checked_contact(date(2026, 10, 13), MONDAY)
