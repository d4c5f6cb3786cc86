"""The command `followups`: who stayed away, and what was done about it."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from groupwork import i18n
from groupwork.cli import opening, shapes
from groupwork.domain.follow_ups import OUTCOME_LABELS, RESULT_LABELS, WAY_LABELS, FollowUp
from groupwork.i18n import _, ngettext
from groupwork.operations import follow_ups

DONE = 0


def followups(options: Namespace) -> int:
    """List the open follow-ups, with --all the closed ones too, by the first absent day."""
    with opening.desk(options, write=False) as desk:
        found = list(follow_ups.open_follow_ups(desk))
        if options.all:
            found += follow_ups.closed_follow_ups(desk)
    found.sort(key=lambda each: (each.since, each.id))
    if options.json:
        print(json.dumps({"follow_ups": [_shape(f) for f in found]}, ensure_ascii=False, indent=2))
        return DONE
    for each in found:
        print("\n".join(_lines(each)))
    if not found:
        print(_("Nobody needs to be followed up."))
    return DONE


def _shape(found: FollowUp) -> dict[str, Any]:
    """One follow-up; `next` is when somebody tries again, null when nothing is set."""
    return {
        "id": found.id,
        "code": found.code,
        "name": found.name.full,
        "since": found.since.isoformat(),
        "days": found.days,
        "groups": [shapes.plain(group) for group in found.groups],
        "opened": found.opened.isoformat(),
        "next": found.next_date.isoformat() if found.next_date else None,
        "responsible": found.owner_name or None,
        "status": "open" if found.open else "closed",
        "closed": found.closed.isoformat() if found.closed else None,
        "outcome": found.outcome.value if found.outcome else None,
        "words": found.words,
        "calls": [
            {
                "at": call.at.isoformat(timespec="minutes"),
                "by": call.by,
                "way": call.way.value,
                "result": call.result.value,
                "words": call.words,
            }
            for call in found.calls
        ],
    }


def _why(found: FollowUp) -> str:
    """Since when and how often they were missed, and where; when it was opened if no mark did it."""
    day = i18n.current().day
    if not found.days:
        return _("opened {day}").format(day=day(found.opened))
    absent = ngettext("absent on {n} day", "absent on {n} days", found.days).format(n=found.days)
    since = _("since {day}").format(day=day(found.since))
    groups = ", ".join(shapes.plain(group) for group in found.groups)
    return f"{since}, {absent} ({groups})"


def _lines(found: FollowUp) -> Iterator[str]:
    day = i18n.current().day
    yield f"{found.code:<5} {found.name.full}  {_why(found)}"
    for call in found.calls:
        words = f": {call.words}" if call.words else ""
        tried = f"{_(WAY_LABELS[call.way])}, {_(RESULT_LABELS[call.result])}"
        yield f"      {day(call.at.date())} {call.at:%H:%M}  {call.by}: {tried}{words}"
    if found.closed is not None and found.outcome is not None:
        ended = _(OUTCOME_LABELS[found.outcome])
        yield "      " + _("closed on {day}: {outcome}").format(day=day(found.closed), outcome=ended)
    elif found.next_date is not None:
        yield "      " + _("next try: {day}").format(day=day(found.next_date))
