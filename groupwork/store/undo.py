"""Taking a step back, in a step of its own; redo is the undo of the undo.

Refused in words when one of the step's rows changed since, when something now points at a row that would
go, or when what a row belonged to is gone. Works out of order. Derived columns are no reason to refuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import peewee as pw

from groupwork.domain.ids import StepId
from groupwork.errors import Refused
from groupwork.i18n import N_, current
from groupwork.store.entries import Kind
from groupwork.store.shape import Image, Shape, children, shapes
from groupwork.store.step import Step

LOOKED_AT = 500
"""So many of the newest entries are looked at for what Undo and Redo offer by themselves."""
NOT_THERE = N_("This step is not in the journal.")
NEVER = N_("This cannot be undone: it is a record of what happened, or of the file itself.")
ALREADY = N_("This was undone already.")
ERASED = N_("This cannot be undone: what it changed was erased.")
CHANGED: dict[str, str] = {
    "attendance": N_("{name}’s mark was changed since. Undo the later change first."),
    "result": N_("{name}’s task result was changed since. Undo the later change first."),
    "participant": N_("The record of {name} was changed since. Undo the later change first."),
    "session": N_("The session of {day} was changed since. Undo the later change first."),
    "setting": N_("This setting was changed since. Undo the later change first."),
    "follow_up": N_("The follow-up of {name} was changed since. Undo the later change first."),
}
MADE_CHANGED: dict[str, str] = {
    **CHANGED,
    "session": N_(
        "The session of {day} was changed since, or its register was begun. "
        "Remove it in the schedule instead."
    ),
}
"""For the undo of what made a row: the later change may be the app's own and cannot be undone first."""
CHANGED_OTHER = N_("An entry of this step was changed since. Undo the later change first.")
IN_USE: dict[str, str] = {
    "participant": N_("{name} is in use by now: on a register or in a group. Undo that first."),
    "session": N_("The session of {day} has entries by now: marks, tasks or prints. Undo those first."),
    "session_task": N_("The task has results by now. Undo those first."),
    "activity": N_("The activity is in use by now. Undo that first."),
    "room": N_("The room is in use by now. Undo that first."),
    "follow_up": N_(
        "The follow-up of {name} has calls by now. Undo those first, or correct the mark instead."
    ),
    "facilitator": N_("{name} is in use by now: in a session or as a sign-in. Undo that first."),
}
IN_USE_OTHER = N_("An entry of this step is in use by now. Undo that first.")
PARENT_GONE = N_("What this belongs to was removed since. Undo the removal first.")
TAKEN = N_("The same was entered again since. Undo the later entry first.")


@dataclass(frozen=True, slots=True)
class Reversal:
    """One row to put back: from what the step left to what was before it; None stands for no row."""

    shape: Shape
    row: int
    left: dict[str, object] | None
    back: dict[str, object] | None


class _Day:
    """An ISO date that reads as a day in the language in use when the sentence is shown."""

    def __init__(self, iso: str) -> None:
        self._iso = iso

    def __str__(self) -> str:
        return current().day(date.fromisoformat(self._iso), year=True)


def take_back(db: pw.Database, opened: Step, step: StepId) -> None:
    """Undo a step, or an undo, inside the step opened for it; raises Refused, see the module."""
    _check(db, step)
    try:
        reversals = _still_held(db, _reversals(db, step))
        _apply(db, opened, reversals)
        _require_held(db, step, reversals)
    except pw.IntegrityError as error:
        raise Refused(TAKEN) from error


def undoable(db: pw.Database, after: int, actor: int | None) -> tuple[StepId, ...]:
    """This sign-in's steps after a number that are in force, newest first."""
    entries = _own_entries(db, after, actor)
    undone = undone_in(entries)
    return tuple(
        StepId(number) for number, kind, _undoes in entries if kind == Kind.STEP and number not in undone
    )


def redoable(db: pw.Database, after: int, actor: int | None) -> tuple[StepId, ...]:
    """This sign-in's undos of steps that are in force and newer than its last step, newest first."""
    entries = _own_entries(db, after, actor)
    undone = undone_in(entries)
    steps = {number for number, kind, _undoes in entries if kind == Kind.STEP}
    last = max(steps, default=0)
    return tuple(
        StepId(number)
        for number, kind, undoes in entries
        if kind == Kind.UNDO and number > last and undoes in steps and number not in undone
    )


def undone_in(entries: list[tuple[int, str, int | None]]) -> set[int]:
    """Which of (number, kind, undoes), newest first, are undone by an undo that is itself in force."""
    undone: set[int] = set()
    for number, _kind, undoes in entries:
        if undoes is not None and number not in undone:
            undone.add(undoes)
    return undone


def is_undone(db: pw.Database, step: int) -> bool:
    """Whether an undo of this entry is in force."""
    sql = f'SELECT "id" FROM "journal_step" WHERE "undoes" = {db.param} ORDER BY "id" DESC LIMIT 1'
    found = db.execute_sql(sql, (step,)).fetchone()
    return found is not None and not is_undone(db, found[0])


def _own_entries(db: pw.Database, after: int, actor: int | None) -> list[tuple[int, str, int | None]]:
    same = f'"actor" = {db.param}' if actor is not None else '"actor" IS NULL'
    sql = (
        f'SELECT "id", "kind", "undoes" FROM "journal_step" WHERE "id" > {db.param} AND {same} '
        f'ORDER BY "id" DESC LIMIT {LOOKED_AT}'
    )
    return list(db.execute_sql(sql, (after,) if actor is None else (after, actor)).fetchall())


def _check(db: pw.Database, step: StepId) -> None:
    found = db.execute_sql(
        f'SELECT "kind" FROM "journal_step" WHERE "id" = {db.param}',
        (step,),
    ).fetchone()
    if found is None:
        raise Refused(NOT_THERE)
    if found[0] not in (Kind.STEP, Kind.UNDO):
        raise Refused(NEVER)
    if is_undone(db, step):
        raise Refused(ALREADY)


def _reversals(db: pw.Database, step: StepId) -> list[Reversal]:
    """The net effect of a step, reversed: one entry per row that it really changed."""
    sql = (
        'SELECT c."table", c."row", i."step", i."before", i."after" FROM "journal_change" c '
        'LEFT JOIN "journal_image" i ON i."step" = c."step_id" AND i."n" = c."n" '
        f'WHERE c."step_id" = {db.param} ORDER BY c."n"'
    )
    firsts: dict[tuple[str, int], str | None] = {}
    lasts: dict[tuple[str, int], str | None] = {}
    for table, row, kept, before, after in db.execute_sql(sql, (step,)).fetchall():
        if kept is None:
            raise Refused(ERASED)
        firsts.setdefault((table, row), before)
        lasts[table, row] = after
    known = shapes(db.param)
    return [
        Reversal(known[table], row, known[table].from_json(lasts[table, row]), known[table].from_json(before))
        for (table, row), before in firsts.items()
        if before != lasts[table, row]
    ]


def _still_held(db: pw.Database, reversals: list[Reversal]) -> list[Reversal]:
    """Without a session's way back to "planned" while others are marked as having been there.

    The first attended mark made it held; taking that mark back later must not make it planned again under
    the others. Refused when there was nothing else to take back.
    """
    own = {r.row for r in reversals if r.shape.table == "attendance"}
    kept = [r for r in reversals if not (_back_to_planned(r) and _others_there(db, r.row, own))]
    if reversals and not kept:
        raise _refusal(db, reversals[0], IN_USE, IN_USE_OTHER)
    return kept


def _require_held(db: pw.Database, step: StepId, reversals: list[Reversal]) -> None:
    """Refuse to bring a person's being there back under a session that was made planned again since."""
    sign = db.param
    for each in reversals:
        if each.shape.table != "attendance" or each.back is None or each.back["status"] not in ("P", "W"):
            continue
        sql = (
            f'SELECT s."date" FROM "session" s WHERE s."id" = {sign} AND s."status" = \'planned\' AND EXISTS '
            '(SELECT 1 FROM "journal_change" c WHERE c."table" = \'session\' AND c."row" = s."id" '
            f'AND c."step_id" > {sign})'
        )
        found = db.execute_sql(sql, (each.back["session_id"], step)).fetchone()
        if found is not None:
            raise Refused(CHANGED["session"], day=_Day(found[0]))


def _back_to_planned(each: Reversal) -> bool:
    if each.shape.table != "session" or each.left is None or each.back is None:
        return False
    return each.left["status"] != "planned" and each.back["status"] == "planned"


def _others_there(db: pw.Database, session: int, own: set[int]) -> bool:
    sql = f'SELECT "id" FROM "attendance" WHERE "session_id" = {db.param} AND "status" IN (\'P\',\'W\')'
    return any(row not in own for (row,) in db.execute_sql(sql, (session,)).fetchall())


def _apply(db: pw.Database, step: Step, reversals: list[Reversal]) -> None:
    """Check everything, then remove, change, bring back: so that unique values are free again."""
    own = {(r.shape.table, r.row) for r in reversals}
    coming = {(r.shape.table, r.row) for r in reversals if r.left is None}
    present = [_present(db, each) for each in reversals]
    for each in reversals:
        _check_links(db, each, own, coming)
    order = {(True, False): 0, (False, False): 1, (False, True): 2}
    pairs = reversed(list(zip(reversals, present, strict=True)))  # parents are back before their children
    for each, now in sorted(pairs, key=lambda pair: order[pair[0].back is None, pair[0].left is None]):
        _put_back(step, each, now)


def _present(db: pw.Database, each: Reversal) -> Image | None:
    """The row as it is now; Refused when it is not what the step left."""
    now = each.shape.read(db, each.row)
    if now is None or each.left is None:
        same = now is None and each.left is None
    else:
        same = all(now[each.shape.at[name]] == value for name, value in each.left.items())
    if not same:
        raise _refusal(db, each, MADE_CHANGED if each.back is None else CHANGED, CHANGED_OTHER)
    return now


def _put_back(step: Step, each: Reversal, now: Image | None) -> None:
    """Write the row as it was; columns younger than the journal's image stay as they are."""
    if each.back is None:
        if now is not None:
            step.put(each.shape, each.row, now, None)
        return
    values = dict(zip(each.shape.columns, now or each.shape.defaults(), strict=True))
    values.update(each.back)
    image = tuple(values.values())
    if now is None:
        step.insert(each.shape, each.row, image)
    else:
        step.put(each.shape, each.row, now, image)


def _check_links(
    db: pw.Database, each: Reversal, own: set[tuple[str, int]], coming: set[tuple[str, int]]
) -> None:
    """Refuse to remove what others point at, and to bring back what belongs to nothing.

    Rows of the same step may point at what goes: they change back too, and the step looks at its end.
    """
    if each.back is None:
        for child, sql in children(each.shape.table, db.param):
            found = db.execute_sql(sql, (each.row,)).fetchall()
            if any((child, row) not in own for (row,) in found):
                raise _refusal(db, each, IN_USE, IN_USE_OTHER)
        return
    known = shapes(db.param)
    for column, parent in each.shape.links:
        target = each.back.get(column)
        if isinstance(target, int) and (parent, target) not in coming and not known[parent].read(db, target):
            raise Refused(PARENT_GONE)


def _refusal(db: pw.Database, each: Reversal, texts: dict[str, str], other: str) -> Refused:
    """The sentence for a row, with the name or the day by which people know it."""
    text = texts.get(each.shape.table)
    values = each.left or each.back or {}
    name = values.get("full") or values.get("name") or _person(db, values.get("participant_id"))
    if text is None or ("{name}" in text and not name):
        return Refused(other)
    return Refused(text, name=name, day=_Day(str(values.get("date"))))


def _person(db: pw.Database, participant: object) -> str:
    if participant is None:
        return ""
    found = db.execute_sql(
        f'SELECT "full" FROM "participant" WHERE "id" = {db.param}',
        (participant,),
    ).fetchone()
    return str(found[0]) if found else ""
