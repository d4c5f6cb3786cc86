"""Registers still to finish: whose they are, mine first; on Today the first few, on their page all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from groupwork.domain.missing import MissingRegister
from groupwork.i18n import _, current, ngettext
from groupwork.ui.day.side_list import AheadLine, TaskRow
from groupwork.ui.day.words import open_words
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.card import Card, Separator

SHOWN = 6


def missing_card(lines: tuple[MissingRegister, ...], go: Go, most: int | None = SHOWN) -> Card:
    """A row for each register, at most `most`; the rest is behind the last row."""
    card = Card(pad=(0, 4, 0, 4), gap=0)
    if not lines:
        card.body.set_margins((16, 12, 16, 12))
        return card.add(AheadLine(_("All registers are complete"), "", icon="circle-check", tone="good"))
    rows = [missing_row(line, go) for line in lines[:most]]
    hidden = len(lines) - len(rows)
    if hidden > 0:
        rows.append(_more(hidden, go))
    _put(card, rows)
    return card


def missing_row(line: MissingRegister, go: Go) -> TaskRow:
    """One register by its day; a click opens it."""
    session = line.session
    when = f"{current().day(session.date)}, {session.start:%H:%M}"
    second = "  ·  ".join((open_words(session), who_words(line)))
    row = TaskRow("list-checks", "warn", f"{when} · {session.title}", second)
    row.clicked.connect(partial(go, Place("register", session=session.id)))
    return row


def who_words(line: MissingRegister) -> str:
    """Who is to finish it: "yours", "yours, with S. Okonjo", "T. Wilkowski", "nobody named"."""
    others = ", ".join(person.initial_name for person in line.session.staff)
    if line.mine:
        return _("yours") if len(line.session.staff) == 1 else _("yours: {names}").format(names=others)
    return others or _("nobody named")


def _more(hidden: int, go: Go) -> TaskRow:
    words = ngettext("{n} more open register", "{n} more open registers", hidden).format(n=hidden)
    row = TaskRow("list-checks", "warn", words, _("Show all of them"))
    row.clicked.connect(partial(go, Place("missing")))
    return row


def _put(card: Card, rows: Iterable[TaskRow]) -> None:
    for n, row in enumerate(rows):
        if n:
            card.add(Separator(left=60, right=14))
        card.add(row)
