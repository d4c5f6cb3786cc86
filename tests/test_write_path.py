"""The write path: SQL only in the store, rows only through a step, and words for every verb."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from groupwork.operations.history_words import PLAIN, SPECIAL
from groupwork.store.journal import UNDO

PACKAGE = Path(__file__).resolve().parent.parent / "groupwork"
KNOW_NO_SQL = {"ui", "sheets"}
"""Neither imports peewee (import contracts); their begin() and cursor() are Qt's and ReportLab's."""
OUTSIDE = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).parts[0] not in {"store", *KNOW_NO_SQL}
)
EVERYWHERE = sorted(PACKAGE.rglob("*.py"))
SQL = {"execute_sql", "executemany", "executescript", "cursor"}
BULK = {"insert_many", "insert_from", "replace_many", "bulk_create", "bulk_update", "delete_instance"}
BULK |= {"set_by_id", "delete_by_id", "get_or_create", "truncate_table"}
BEGINNERS = {"atomic", "transaction", "savepoint", "manual_commit", "begin"}
VERB = re.compile(r"[a-z_]+\.[a-z_]+")
NOT_VERBS = {"json", "log", "csv", "groupwork", "keys", "pdf"}


def calls(path):
    """(name of what is called, the call) for every method call of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


def name_of(path):
    return str(path.relative_to(PACKAGE))


def starts_bulk_write(call):
    """`Table.update(...).where(...).execute()`: a chain that begins with insert, update or delete."""
    inner = call.func.value
    while isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
        if inner.func.attr in {"insert", "update", "delete", "replace"}:
            return True
        inner = inner.func.value
    return False


def wrong_calls(path):
    for name, call in calls(path):
        if name in SQL | BULK | BEGINNERS or (name == "execute" and starts_bulk_write(call)):
            yield f"line {call.lineno}: .{name}("


@pytest.mark.parametrize("path", OUTSIDE, ids=name_of)
def test_sql_transactions_and_bulk_writes_are_the_stores_alone(path):
    assert list(wrong_calls(path)) == []


def test_the_rule_sees_what_it_is_for(tmp_path):
    bad = tmp_path / "bad.py"
    bad.write_text(
        "Room.update(name='x').where(Room.id == 1).execute()\n"
        "Room.insert(name='x').execute()\n"
        "Room.delete().execute()\n"
        "db.execute_sql('DELETE FROM room')\n"
        "with db.atomic(): pass\n"
        "Room.bulk_create([])\n"
        "row.delete_instance()\n",
        encoding="utf-8",
    )
    assert len(list(wrong_calls(bad))) == 7


def test_one_place_begins_transactions():
    """Beside it only the Runner of the migrations, and the joined step's savepoint."""
    found = {
        name_of(path)
        for path in sorted((PACKAGE / "store").rglob("*.py"))
        for name, call in calls(path)
        if name in BEGINNERS and "db" in ast.unparse(call.func)
    }
    assert found == {"store/transaction.py", "store/journal.py"}


def verbs_in(path):
    """String constants that look like a verb code."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if VERB.fullmatch(text) and text.rpartition(".")[2] not in NOT_VERBS:
                yield text


def test_every_verb_has_its_sentence_and_every_sentence_its_verb():
    files = [p for p in sorted((PACKAGE / "operations").glob("*.py")) if p.name != "history_words.py"]
    files += [PACKAGE / "store" / name for name in ("journal.py", "log.py", "entries.py", "undo.py")]
    used = {verb for path in files for verb in verbs_in(path)} - {UNDO}
    described = {*PLAIN, *SPECIAL}
    assert used - described == set()
    assert described - used - {"attendance.planned"} == set()


@pytest.mark.parametrize("path", EVERYWHERE, ids=name_of)
def test_steps_are_opened_with_a_verb_that_can_be_read(path):
    """A literal, or a parameter called `verb`: never a sentence or something put together."""
    for name, call in calls(path):
        if name in {"step", "system_step"} and call.args and "journal" in ast.unparse(call.func):
            verb = call.args[0]
            assert isinstance(verb, ast.Constant) or ast.unparse(verb) in {"verb", "self.verb"}
