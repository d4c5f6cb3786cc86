"""Rights by role, and the demo's own clock."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from groupwork.errors import NotAllowed, ReadOnly
from groupwork.operations.desk import REFUSALS, ROLE_RIGHTS, Clock, Desk, Right, allowed, desk_at


def desk_of(role, store=None):
    return Desk(store, 1, "Hanna", role, date(2026, 10, 12), datetime.fromisoformat("2026-10-12T09:52"), "en")


def test_what_each_role_may():
    r = Right
    assert {
        "lead": frozenset(Right),
        "facilitator": frozenset(Right) - {r.ADMIN, r.VAULT},
        "volunteer": frozenset({r.READ, r.RECORD, r.PRINT}),
        "viewer": frozenset({r.READ}),
    } == ROLE_RIGHTS


@pytest.mark.parametrize("right", Right)
def test_a_role_that_is_not_known_may_nothing(right):
    assert not desk_of("nobody").may(right)
    assert right in REFUSALS


def test_refused_before_anything_runs():
    ran = []

    @allowed(Right.PLAN)
    def plan(desk, what, *, why=""):
        """Doc."""
        ran.append((what, why))
        return what

    assert plan(desk_of("facilitator"), 3, why="x") == 3
    with pytest.raises(NotAllowed, match="schedule"):
        plan(desk_of("volunteer"), 4)
    assert ran == [(3, "x")]
    assert (plan.right, plan.__name__, plan.__doc__) == (Right.PLAN, "plan", "Doc.")


def test_no_step_in_a_file_opened_for_reading():
    with pytest.raises(ReadOnly):
        desk_of("lead", SimpleNamespace(read_only=True)).step("a.b")


def test_a_step_carries_the_actor():
    seen = {}
    journal = SimpleNamespace(
        step=lambda verb, params, actor, kind: seen.update(verb=verb, actor=actor, kind=kind, **params)
    )
    desk_of("lead", SimpleNamespace(read_only=False, journal=journal)).step("a.b", session=5)
    assert seen == {"verb": "a.b", "actor": 1, "kind": "step", "session": 5}


class TestClock:
    def test_the_machine(self):
        seconds = (datetime.now().astimezone().replace(tzinfo=None) - Clock().now()).total_seconds()
        assert abs(seconds) < 5
        assert Clock().now().tzinfo is None
        assert not Clock().demo

    def test_the_demo_runs_on_from_its_morning(self):
        at = [100.0]
        clock = Clock(datetime.fromisoformat("2026-10-28T08:40"), tick=lambda: at[0], opened=100.0)
        assert clock.now() == datetime.fromisoformat("2026-10-28T08:40")
        at[0] += 90 * 60
        assert clock.now() == datetime.fromisoformat("2026-10-28T10:10")
        assert clock.today() == date(2026, 10, 28)
        assert clock.demo

    def test_the_demo_turns_its_day_at_midnight(self):
        clock = Clock(datetime.fromisoformat("2026-10-28T23:59"), tick=lambda: 120.0, opened=0.0)
        assert clock.today() == date(2026, 10, 29)

    def test_a_desk_has_one_moment(self):
        who = SimpleNamespace(sign_in=2, actor_name="Bo", role="viewer")
        desk = desk_at(
            None, who, Clock(datetime.fromisoformat("2026-10-28T08:40"), tick=lambda: 0.0, opened=0.0), "de"
        )
        assert (desk.today, desk.now, desk.actor, desk.language) == (
            date(2026, 10, 28),
            datetime.fromisoformat("2026-10-28T08:40"),
            2,
            "de",
        )
