"""What was changed in an entry, at the end of its form: when, by whom, each field now and before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from groupwork.domain.incident_changes import ACT_LABELS, FIELDS, Change, Line, value_words
from groupwork.i18n import N_, Words
from groupwork.sheets import blocks
from groupwork.sheets.blocks import Block

HEAD, BODY = 10.0, 9.5
LEADING = 4.5


def changed(changes: Sequence[Change], language: Words, width: float, scale: float) -> list[Block]:
    """A heading and the changes, oldest first; nothing without any."""
    if not changes:
        return []
    leading = LEADING * scale
    title = language.text(N_("Changes to this entry"))
    found = [
        blocks.space(5.0),
        blocks.words(title, width, HEAD * scale, 700, leading=leading, after=1.0, opens=True),
    ]
    for each in changes:
        found.append(blocks.words(_head(each, language), width, BODY * scale, 600, leading=leading))
        for line in each.lines:
            found += blocks.broken(_line(line, language), width, BODY * scale, leading=leading)
        found.append(blocks.space(1.8))
    return found


def _head(change: Change, language: Words) -> str:
    when = f"{language.day(change.at.date(), year=True)}, {change.at:%H:%M}"
    said = language.text(N_("{what}, {when}")).format(what=language.text(ACT_LABELS[change.act]), when=when)
    by = language.text(N_("by {name}")).format(name=change.by) if change.by else ""
    lost = language.text(N_("The words were erased.")) if change.lost else ""
    return " \u00b7 ".join(part for part in (said, by, lost) if part)


def _line(line: Line, language: Words) -> str:
    say = partial(value_words, line.field, text=language.text, day=partial(language.day, year=True))
    field = language.text(FIELDS[line.field])
    head = f"{field}: {line.person}" if line.person else field
    before = language.text(N_("before: {words}")).format(words=say(line.before))
    return f"{head}: {say(line.after)}\n{before}"
