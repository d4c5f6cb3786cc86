"""What can be typed after `groupwork register`, and the changes it means."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from groupwork.domain.mark_text import parse_facts
from groupwork.domain.register_changes import (
    Changes,
    Decision,
    Fact,
    Setting,
    Value,
    parse_number,
    refusal,
    shown,
)
from groupwork.domain.task_text import parse_result
from groupwork.errors import Misused, Refused, UserError
from groupwork.i18n import N_, _

FACTS: tuple[tuple[str, Fact, str], ...] = (
    ("participation", Fact.PARTICIPATION, N_("how much somebody took part, 0 to 4: P05=3")),
    ("mood-before", Fact.MOOD_BEFORE, N_("mood before, 1 to 5: P05=2")),
    ("mood-after", Fact.MOOD_AFTER, N_("mood after, 1 to 5: P05=4")),
)
EXAMPLES = N_(
    """Everything in one call is checked first and stored as one step, or nothing is stored.

marks    P05=P present · P05=L10 late · P05=E20 left early · P05=L10E20 both · P05=P@75 minutes
         R too late to join · A absent, no word · X cancelled · U unwell · O other appointment
         D declined on the day · T transport failed · H hospital · V agreed leave · N not booked
         P21=W walk-in · P05=- not recorded
         P05=A:reason · P05=X,told=2026-11-12,reason=words · P05=P,arrived=10:05,left=11:30
tasks    P05:TASK=5, where TASK is the task's name or its number as shown
         6 on own, 5 set-up, 4 prompting, 3 some help, 2 much help, 1 done for · 5~ partly done
         5#3@20 quantity 3, 20 minutes · done or partly without a level
         0 not done · 0:declined (or unwell, no_time, not_suitable, not_available)
         - not offered · clear not recorded
numbers  P05=3 · P05=- not recorded
A mark or a result is replaced as a whole.

A table for --from starts with a line of column names, as --tsv writes it; tabs part its cells. An empty
cell changes nothing. The dash takes away a mark, a reason, a day or a number; clear takes away a result.

  groupwork register FILE --session 227 --set P01=P P07=L10 --task P01:2=5 "P07:2=4~#3"
  groupwork register FILE --session 227 --tsv > register.tsv
  groupwork register FILE --session 227 --from - < register.tsv"""
)


def add(command: ArgumentParser) -> None:
    """The options of the register command, but for the file and the session."""
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = _(EXAMPLES)
    _several(command, "--set", "marks", "P05=L10", _("marks to record, see below"))
    _several(command, "--task", "results", "P05:2=5", _("what became of a task, see below"))
    for name, fact, words in FACTS:
        _several(command, f"--{name}", fact.value, "P05=3", _(words))
    about = _("add a task to this session, as its last")
    command.add_argument("--add-task", action="append", default=[], metavar=_("NAME"), help=about)
    _several(command, "--drop-in", "drop_ins", _("WHO"), _("add somebody known, by code or name"))
    about = _("add somebody nobody knows yet")
    command.add_argument("--new-drop-in", action="append", default=[], metavar=_("NAME"), help=about)
    _several(command, "--take-off", "taken_off", _("WHO"), _("take a drop-in off the register again"))
    _decision(command)
    about = _("a line for the next session; empty takes it away")
    command.add_argument("--next-time", metavar=_("WORDS"), help=about)
    about = _("read a table as --tsv prints it; - is standard input")
    command.add_argument("--from", dest="table", type=Path, metavar=_("FILE"), help=about)
    command.add_argument(
        "--reason", default="", metavar=_("WORDS"), help=_("why a locked register is changed so late")
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("write JSON"))
    form.add_argument("--tsv", action="store_true", help=_("write a table with tabs, to be edited"))


def changes(options: Namespace) -> Changes:
    """What the options say, drop-ins and the table aside. Raises Refused naming person, fact and value."""
    settings = (*_marks(options.marks), *_results(options.results), *_numbers(options))
    decision = Decision(options.decision) if options.decision else None
    if options.not_held is not None:
        decision = Decision.NOT_HELD
    wanted = Changes(
        settings=settings,
        new_tasks=tuple(options.add_task),
        new_people=tuple(options.new_drop_in),
        decision=decision,
        reason=options.not_held or "",
        next_time=options.next_time,
    )
    more = wanted.count > 1 + (wanted.next_time is not None)
    if decision is Decision.NOT_HELD and (more or options.drop_ins or options.taken_off or options.table):
        raise Misused(N_("--not-held records nothing about people or tasks: leave out one or the other."))
    return wanted


def _several(command: ArgumentParser, name: str, dest: str, example: str, words: str) -> None:
    command.add_argument(name, dest=dest, nargs="+", action="extend", default=[], metavar=example, help=words)


def _decision(command: ArgumentParser) -> None:
    """Held, not held, or open again."""
    which = command.add_mutually_exclusive_group()
    about = _("the session took place")
    which.add_argument("--held", dest="decision", action="store_const", const="held", help=about)
    which.add_argument("--not-held", metavar=_("REASON"), help=_("the session did not take place, and why"))
    about = _("take “held” or “not held” back")
    which.add_argument("--reopen", dest="decision", action="store_const", const="reopen", help=about)


def _marks(typed: Sequence[str]) -> Iterator[Setting]:
    """ "P05=L10" as settings. Refused when a person is named twice."""
    seen: set[str] = set()
    for each in typed:
        code, equals, text = each.partition("=")
        code = code.strip().upper()
        if not equals or not code:
            raise Refused(
                N_("“{typed}” is not a mark for a person. Write it like P05=L10."), typed=shown(each)
            )
        if code in seen:
            raise Refused(N_("{code} is named twice."), code=shown(code))
        seen.add(code)
        try:
            yield Setting(code, Fact.MARK, text, parse_facts(text))
        except UserError as why:
            raise refusal(code, Fact.MARK, text, why) from None


def _results(typed: Sequence[str]) -> Iterator[Setting]:
    """ "P05:Sanding=5" as settings; a task's name may hold colons and equals signs."""
    for each in typed:
        left, equals, text = each.rpartition("=")
        code, colon, task = left.partition(":")
        code, task = code.strip().upper(), task.strip()
        if not (equals and colon and code and task):
            raise Refused(
                N_("“{typed}” is not a result for a person and a task. Write it like P05:2=5."),
                typed=shown(each),
            )
        yield setting(code, Fact.TASK, text, task)


def _numbers(options: Namespace) -> Iterator[Setting]:
    for _name, fact, _words in FACTS:
        for each in getattr(options, fact.value):
            code, equals, text = each.partition("=")
            if not equals or not code.strip():
                raise Refused(
                    N_("“{typed}” is not a number for a person. Write it like P05=3."), typed=shown(each)
                )
            yield setting(code.strip().upper(), fact, text)


def setting(code: str, fact: Fact, typed: str, task: str = "") -> Setting:
    """A number or a result as a setting. Raises Refused naming person, fact and value."""
    value: Value
    try:
        value = parse_result(typed) if fact is Fact.TASK else parse_number(fact, typed)
    except UserError as why:
        raise refusal(code, fact, typed, why, task) from None
    return Setting(code, fact, typed, value, task)
