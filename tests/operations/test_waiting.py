"""The remark about somebody who waits: changed in one step that undo takes back, refused when it is over."""

from dataclasses import replace

import pytest

from groupwork.errors import NotAllowed, Refused
from groupwork.operations import history, memberships, waiting
from tests.builders import MONDAY, a_group, a_person


def remark(desk, group):
    return memberships.waiting(desk, group.id)[0].words


def test_a_remark_is_changed_said_in_the_history_without_its_words_and_undone(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    memberships.wait(desk, group.id, ivo, MONDAY, "mornings")
    line = memberships.waiting(desk, group.id)[0]
    done = waiting.change_remark(desk, line.id, "  afternoons\nonly ")
    assert remark(desk, group) == "afternoons only"
    assert history.history(desk)[0].sentence == "Remark changed: Ivo waits for Wood workshop"
    assert "afternoons" not in str(done.params)
    desk.store.journal.undo(done.step, desk.actor)
    assert remark(desk, group) == "mornings"
    waiting.change_remark(desk, line.id, "")
    assert remark(desk, group) == ""


def test_a_volunteer_sees_who_waits_but_no_remark(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    memberships.wait(desk, group.id, ivo, MONDAY, "after the clinic")
    line = memberships.waiting(replace(desk, role="volunteer"), group.id)[0]
    assert (line.participant, line.words) == (ivo, "")


def test_no_remark_about_who_waits_no_longer_and_none_by_a_volunteer(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    memberships.wait(desk, group.id, ivo)
    line = memberships.waiting(desk, group.id)[0]
    with pytest.raises(NotAllowed):
        waiting.change_remark(replace(desk, role="volunteer"), line.id, "x")
    memberships.give_up(desk, line.id)
    with pytest.raises(Refused, match="ended"):
        waiting.change_remark(desk, line.id, "x")
