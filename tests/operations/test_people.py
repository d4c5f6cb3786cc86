"""Finding people and adding them by name."""

from dataclasses import replace
from datetime import timedelta

import pytest

from groupwork.domain.attendance import Status
from groupwork.errors import NotAllowed, Refused, UserError
from groupwork.operations import people as ops
from groupwork.operations.attendance import add_drop_in, remove_drop_in
from groupwork.operations.register import register, take_registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, put


@pytest.fixture
def everybody(desk):
    for full in (
        "Zbigniew Łąckorzyński",
        "Jürgen Hassenpflug-Maier",
        "Declan O'Farrelly",
        "Nguyễn Thị Bích Lụa",
    ):
        a_person(desk, full)
    a_person(desk, "Lin Meihua", called="Meihua", rest="Lin Meihua", native="林美华")
    a_person(desk, "Yousef al-Kharrat", native="يوسف الخرّاط")
    a_person(desk, "Olena Hrytsenko", native="Олена Гриценко")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lack", "Zbigniew"),
        ("ŁĄCK", "Zbigniew"),
        ("jurgen", "Jürgen"),
        ("juergen", "Jürgen"),
        ("maier hassen", "Jürgen"),
        ("OFarr", "Declan"),
        ("o’farrelly", "Declan"),
        ("bich lua", "Nguyễn"),
        ("meihua", "Meihua"),
        ("美华", "Meihua"),
        ("kharrat", "Yousef"),
        ("الخراط", "Yousef"),
        ("гриценко", "Olena"),
        ("p05", "Meihua"),
    ],
)
def test_found_in_any_spelling(desk, everybody, typed, found):
    assert [p.name.called for p in ops.find_people(desk, typed)] == [found]


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "'", "zzz", "\x00", "x" * 10_000, "p999"])
def test_nothing_found_without_harm(desk, everybody, typed):
    assert ops.find_people(desk, typed) == ()


def test_who_knows_the_activity_comes_first_and_the_register_is_left_out(desk):
    group = a_group(desk, with_people=1)
    a_person(desk, "Anna Albers")
    walked_in = a_person(desk, "Anna Zander")
    earlier = a_session(desk, group, day=MONDAY - timedelta(weeks=1))
    session = a_session(desk, group)
    take_registers(desk)
    add_drop_in(desk, earlier, walked_in)
    found = ops.find_people(desk, "an", session=session)
    assert [(p.name.rest, p.known_here) for p in found] == [("Zander", True), ("Albers", False)]
    assert ops.find_people(desk, "jürgen", session=session) == ()
    assert len(ops.find_people(desk, "a", limit=1)) == 1


def test_the_beginning_of_a_word_comes_before_its_middle(desk):
    a_person(desk, "Joanna Ball")
    a_person(desk, "Anna Zander")
    assert [p.name.called for p in ops.find_people(desk, "anna")] == ["Anna", "Joanna"]


def test_somebody_who_has_left_is_not_offered(desk):
    a_person(desk, "Moira Tattersley", active=False)
    assert ops.find_people(desk, "moira") == ()


def test_one_select(desk, everybody, selects):
    assert selects(ops.find_people, desk, "a") == 1


class TestByCode:
    def test_in_either_case_and_by_number(self, desk, everybody):
        person = ops.participant(desk, " p02 ")
        assert person.name.called == "Jürgen"
        assert ops.participant(desk, person.id) == person

    @pytest.mark.parametrize(("stored", "typed"), [("ü1", "Ü1"), ("Ü1", "ü1"), ("p7", "P7")])
    def test_a_code_of_the_centres_own_in_either_case(self, desk, stored, typed):
        put(desk, tables.Participant(code=stored, called="Ivo", full="Ivo"))
        assert ops.participant(desk, typed).code == stored

    @pytest.mark.parametrize("which", ["P99", "", "x\x00", 999])
    def test_nobody(self, desk, which):
        with pytest.raises(Refused):
            ops.participant(desk, which)


class TestAdding:
    def test_next_code_episode_and_name(self, desk):
        a_person(desk, "Moira Tattersley")
        done, person = ops.add_participant(desk, "  Marta   Klein ")
        row = tables.Participant.get_by_id(person)
        assert (row.code, row.called, row.full, row.rest) == ("P02", "Marta", "Marta Klein", "Klein")
        assert tables.Episode.get(tables.Episode.participant == person).start == MONDAY
        assert "Marta" not in str(done.params)
        assert ops.find_people(desk, "klein")[0].id == person

    def test_no_code_is_given_that_differs_in_case_alone(self, desk):
        put(desk, tables.Participant(code="p07", called="Ivo", full="Ivo"))
        _, person = ops.add_participant(desk, "Marta Klein")
        assert tables.Participant.get_by_id(person).code == "P08"

    def test_one_word_is_a_name(self, desk):
        _, person = ops.add_participant(desk, "Ivo")
        assert ops.participant(desk, person).name.full == "Ivo"

    @pytest.mark.parametrize("typed", ["", "  ", "a\x00b", "x" * 10_000, "\ud800"])
    def test_bad_names_are_refused_and_leave_nothing(self, desk, typed):
        with pytest.raises(UserError):
            ops.add_participant(desk, typed)
        assert tables.Participant.select().count() == 0

    def test_new_drop_in_is_one_step(self, desk):
        session = a_session(desk, a_group(desk))
        take_registers(desk)
        done, person = ops.add_new_drop_in(desk, session, "Ivo")
        assert register(desk, session).rows[-1].mark.status is Status.WALK_IN
        desk.store.journal.undo(done.step, desk.actor)
        assert len(register(desk, session).rows) == 3
        with pytest.raises(Refused):
            ops.participant(desk, person)

    def test_a_drop_in_who_stays_a_person_after_removal(self, desk):
        session = a_session(desk, a_group(desk))
        _, person = ops.add_new_drop_in(desk, session, "Ivo")
        remove_drop_in(desk, session, person)
        assert ops.participant(desk, person).name.called == "Ivo"

    def test_a_volunteer_may_a_viewer_may_not(self, desk):
        ops.add_participant(replace(desk, role="volunteer"), "Ivo")
        with pytest.raises(NotAllowed):
            ops.add_participant(replace(desk, role="viewer"), "Ivo")
