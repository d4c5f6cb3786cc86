"""What every way of writing does on a register after its lock date: the table and the centre it plays in."""

from dataclasses import dataclass
from datetime import time, timedelta

from groupwork.domain.absences import Hours, Span
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.centre import Region
from groupwork.domain.groups import PastRegister
from groupwork.domain.holidays import Holiday
from groupwork.domain.ids import GroupId, ParticipantId, SessionId, TaskId
from groupwork.domain.mood import Moment
from groupwork.domain.register_changes import Changes, Decision
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.operations import (
    absences,
    attendance,
    block,
    changes,
    closures,
    copies,
    episodes,
    group_plan,
    holidays,
    like_last,
    memberships,
    merging,
    mood,
    moved_series,
    past_registers,
    people,
    planning,
    register_block,
    register_changes,
    series,
    session_plan,
    sessions,
    settings,
    tasks,
)
from groupwork.operations.register import take_registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, put

OLD, NEXT, LOST = (MONDAY - timedelta(weeks=weeks) for weeks in (5, 4, 3))
P, A = Mark(Status.PRESENT), Mark(Status.ABSENT)
DONE = TaskResult(Outcome.DONE, 2, None)


@dataclass(frozen=True)
class Locked:
    """A held session, one that nobody recorded, and one lost to a closure: all behind the lock date.

    On the held one: `came` and `walk_in` were there, `away` is marked by the planned absence `absence`,
    `blank` is not recorded, `twin` stands there a second time as a duplicate of `came`.
    """

    group: GroupId
    held: SessionId
    open: SessionId
    lost: SessionId
    task: TaskId
    came: ParticipantId
    blank: ParticipantId
    away: ParticipantId
    twin: ParticipantId
    walk_in: ParticipantId
    other: ParticipantId
    absence: int
    closure: int
    staff: int


def locked_centre(desk) -> Locked:
    """Build it, registers taken, and lock everything older than 14 days."""
    worker = tables.Facilitator(code="HB", name="Hanna Brückner")
    put(desk, worker)
    group = a_group(desk, with_people=4, tasks=("Saw",))
    came, blank, away, twin = group.people
    held, still, lost = (a_session(desk, group, day=day) for day in (OLD, NEXT, LOST))
    absence = absences.add_absence(desk, [away], [Span(OLD, OLD)], "H").absences[0]
    closure = closures.add_closure(desk, "Team day", LOST, LOST).id
    take_registers(desk)
    task = tables.SessionTask.get(tables.SessionTask.session == held).id
    attendance.record_marks(desk, held, {came: P, twin: P})
    tasks.record_results(desk, {(task, came): DONE})
    walk_in, other = a_person(desk, "Walter Walk"), a_person(desk, "Olga Other")
    attendance.add_drop_in(desk, held, walk_in)
    settings.set_setting(desk, "lock_days", 14)
    return Locked(
        group.id,
        held,
        still,
        lost,
        task,
        came,
        blank,
        away,
        twin,
        walk_in,
        other,
        absence,
        closure,
        worker.id,
    )


def _absence_over(desk, c):
    return absences.add_absence(desk, [c.blank], [Span(OLD, MONDAY)], "U")


def _past(c):
    return (PastRegister(c.held, OLD, "Workshop", (c.other,)),)


def _holiday(desk, day):
    return holidays.add_holidays(desk, Region("DE", "BE"), [Holiday(day, "Day of all"), Holiday(LOST, "x")])


ASKS = {
    "absences.add_absence": _absence_over,
    "absences.change_absence": lambda d, c: absences.change_absence(d, c.absence, status="U"),
    "absences.change_absence, hours": lambda d, c: absences.change_absence(
        d, c.absence, hours=Hours(time(13), None)
    ),
    "absences.back_earlier": lambda d, c: absences.back_earlier(d, c.absence, OLD),
    "absences.remove_absence": lambda d, c: absences.remove_absence(d, c.absence),
    "attendance.record_mark": lambda d, c: attendance.record_mark(d, c.held, c.blank, P),
    "attendance.record_marks": lambda d, c: attendance.record_marks(d, c.held, {c.came: A}),
    "attendance.mark_blanks_present": lambda d, c: attendance.mark_blanks_present(d, c.held),
    "attendance.record_participation": lambda d, c: attendance.record_participation(d, c.held, {c.came: 3}),
    "attendance.record_mood": lambda d, c: attendance.record_mood(d, c.held, {c.came: (2, 4)}),
    "attendance.add_drop_in": lambda d, c: attendance.add_drop_in(d, c.held, c.other),
    "attendance.remove_drop_in": lambda d, c: attendance.remove_drop_in(d, c.held, c.walk_in),
    "block.record": lambda d, c: block.record(d, {c.held: {c.blank: P}, c.open: {c.came: P}}),
    "changes.change_session": lambda d, c: changes.change_session(d, c.held, end=time(12)),
    "changes.change_session, staff": lambda d, c: changes.change_session(d, c.held, staff=[c.staff]),
    "changes.move": lambda d, c: changes.move(d, c.held, start=time(9), end=time(12)),
    "changes.move, another day": lambda d, c: changes.move(d, c.open, date=MONDAY + timedelta(days=1)),
    "closures.add_closure": lambda d, c: closures.add_closure(d, "Flood", NEXT, NEXT),
    "closures.change_closure": lambda d, c: closures.change_closure(d, c.closure, "Team day", NEXT, NEXT),
    "closures.remove_closure": lambda d, c: closures.remove_closure(d, c.closure),
    "holidays.add_holidays": lambda d, c: _holiday(d, NEXT),
    "like_last.fill_like_last": lambda d, c: like_last.fill_like_last(d, c.open),
    "memberships.add_to_registers": lambda d, c: memberships.add_to_registers(d, [c.other], [c.held]),
    "merging.merge": lambda d, c: merging.merge(d, c.came, c.twin),
    "mood.answer_mood": lambda d, c: mood.answer_mood(d, c.held, c.came, Moment.AFTER, 4),
    "moved_series.move_following_too": lambda d, c: moved_series.move_following_too(
        d, c.held, (OLD, time(9), time(11))
    ),
    "past_registers.add_missed": lambda d, c: past_registers.add_missed(d, _past(c)),
    "people.add_new_drop_in": lambda d, c: people.add_new_drop_in(d, c.held, "Nora New"),
    "register_block.record_block": lambda d, c: register_block.record_block(
        d, c.held, register_block.Block(participation={c.came: 2}, results={(c.task, c.came): None})
    ),
    "register_changes.record_changes": lambda d, c: register_changes.record_changes(
        d, c.open, Changes(decision=Decision.NOT_HELD, reason="Nobody came")
    ),
    "series.change_following": lambda d, c: series.change_following(d, c.held, end=time(12)),
    "series.change_all": lambda d, c: series.change_all(d, c.held, end=time(12)),
    "sessions.mark_held": lambda d, c: sessions.mark_held(d, c.open),
    "sessions.mark_not_held": lambda d, c: sessions.mark_not_held(d, c.held, "It was another day"),
    "sessions.reopen": lambda d, c: sessions.reopen(d, c.lost),
    "tasks.record_results": lambda d, c: tasks.record_results(d, {(c.task, c.came): None}),
    "tasks.add_task": lambda d, c: tasks.add_task(d, c.held, "Sand"),
    "tasks.rename_task": lambda d, c: tasks.rename_task(d, c.task, "Saw wood"),
    "tasks.remove_task": lambda d, c: tasks.remove_task(d, c.task),
}
"""By operation (and what of it): what asks for the reason."""

FREE = {
    "its own record has its own rule: a late note says why, a signed one is amended": (
        *("notes.amend", "notes.cosign", "notes.dismiss", "notes.remove_note", "notes.save_group_note"),
        *("notes.save_note", "notes.sign"),
    ),
    "not part of a register: words for the next session, drafts, phrases": (
        *("session_plan.set_next_time", "drafts.drop", "drafts.keep"),
        *("phrases.add_phrase", "phrases.change_phrase", "phrases.move_phrase", "phrases.remove_phrase"),
    ),
    "follow-ups and incidents have their own history": (
        *("follow_ups.assign", "follow_ups.begin", "follow_ups.close", "follow_ups.log_call"),
        *("follow_ups.set_next", "follow_up_watch.look_over"),
        *("incidents.change", "incidents.close", "incidents.reopen", "incidents.write"),
        "incident_sheet.incident_sheet",
    ),
    "registers that were taken stay as they are; who is missing there is offered, and then asks": (
        *("memberships.join", "memberships.leave", "memberships.change_membership"),
        *(
            "memberships.remove_membership",
            "memberships.wait",
            "memberships.give_up",
            "waiting.change_remark",
        ),
        *("agreed_days.set_weekdays", "episodes.begin_stay", "episodes.change_stay", "episodes.end_stays"),
        *("episodes.remove_stay", "people.add_participant", "profiles.add_person"),
    ),
    "a new session has no record yet; the first mark on it asks": (
        *("planning.plan_session", "copies.copy_session", "group_plan.make_group", "group_gaps.plan_again"),
    ),
    "only sessions that are still ahead follow": (
        *("group_plan.change_group", "group_plan.end_group", "group_ahead.extend"),
        "coming_tasks.renew_coming_tasks",
    ),
    "refused in words, whatever is said: nothing would be left to keep the reason": (
        "changes.remove_session",
    ),
    "what was known is written down by the app itself": ("register.take_registers",),
    "one's own step of this sitting is taken back as it was done; anybody else's undo asks (below)": (
        *("history.undo", "history.redo"),
    ),
    "this is the way to say why": ("late_changes.change_late",),
    "who is in the house is a list of its own, not a register": (
        *("presence.all_left", "presence.arrived_now", "presence.confirm", "presence.left_now"),
        *("presence.record", "fire_list.fire_list"),
    ),
    "registers keep copies of the library's words": (
        *("activities.archive_activity", "activities.bring_back_activity", "activities.change_activity"),
        *("activities.duplicate_activity", "activity_parts.add_part", "activity_parts.change_part"),
        *("activity_parts.move_part", "activity_parts.remove_part", "examples.add_examples"),
        *("library.add_activity", "library.add_facilitator", "library.add_room"),
    ),
    "a person's record, not a register": (
        *("alerts.add_alert", "alerts.change_alert", "alerts.remove_alert"),
        *("consents.record_consent", "consents.remove_consent", "consents.withdraw_consent"),
        *("contacts.add_contact", "contacts.change_contact", "contacts.remove_contact"),
        *("profiles.change_profile", "profiles.set_key_worker"),
        *("traits.add_trait", "traits.change_trait", "traits.remove_trait"),
    ),
    "the centre, its house and its staff": (
        *("logo.remove_logo", "logo.set_logo", "reasons.set_reasons", "settings.set_setting"),
        *("rooms.archive_room", "rooms.bring_back_room", "rooms.change_room", "rooms.remove_room"),
        *("staff.archive_facilitator", "staff.bring_back_facilitator", "staff.change_facilitator"),
        *("staff.remove_facilitator", "terms.add_term", "terms.change_term", "terms.remove_term"),
    ),
    "keys, copies and sign-ins": (
        *("own_passphrase.change_own_passphrase", "recovery.confirm_sheet", "recovery.new_recovery"),
        *("recovery.recovery_sheet", "sign_ins.change_role", "sign_ins.disable_sign_in"),
        *("sign_ins.remove_sign_in", "vault.backup", "plan_sheet.plan_sheet"),
    ),
}
"""By the reason why: what goes through on a locked register, and what it writes is no record of it."""

NEAR = {
    "memberships.join": lambda d, c: memberships.join(d, c.group, [c.other], OLD),
    "session_plan.set_next_time": lambda d, c: session_plan.set_next_time(d, c.held, "Bring gloves"),
    "changes.change_session": lambda d, c: changes.change_session(d, c.held, title="Hall", room=None),
    "group_plan.change_group": lambda d, c: group_plan.change_group(d, c.group, start=time(9)),
    "absences.add_absence": lambda d, c: absences.add_absence(d, [c.came], [Span(OLD, OLD)], "U"),
    "absences.change_absence": lambda d, c: absences.change_absence(d, c.absence, words="flu"),
    "closures.add_closure": lambda d, c: closures.add_closure(d, "Teams", OLD, OLD),
    "sessions.mark_held": lambda d, c: sessions.mark_held(d, c.held),
    "copies.copy_session": lambda d, c: copies.copy_session(d, c.held, OLD + timedelta(days=1), time(9)),
    "planning.plan_session": lambda d, c: planning.plan_session(
        d, title="Talk", date=OLD, start=time(15), end=time(16)
    ),
    "merging.merge": lambda d, c: merging.merge(d, c.other, c.walk_in),
    "episodes.end_stays": lambda d, c: episodes.end_stays(d, [c.came], MONDAY - timedelta(days=1)),
}
"""Close by, and free: no record of a locked register is another one afterwards."""
