"""Attendance at a glance: the rate with its n, the last marks, and what does not count in words."""

from __future__ import annotations

from PySide6.QtCore import Qt

from groupwork.domain.attendance import Status
from groupwork.domain.person_history import AttendanceHistory, Visit
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.signs import Signs
from groupwork.i18n import _, current, ngettext
from groupwork.ui.participant.marks_strip import MarksStrip
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import row

SHOWN = 18


class AttendanceCard(Card):
    """`more` leads to the tab with everything; `follow` opens a follow-up by hand."""

    def __init__(self) -> None:
        super().__init__(pad=(20, 14, 14, 16), gap=8)
        self.more = Button("", "ghost", after="chevron-right", small=True)
        self.follow = Button("", "ghost", "phone-call", small=True)
        self._title = Label("", "text", 15.5, 700)
        self._rate, self._of = Label("", "text", 26, 700), Label("", "text2", 14, wrap=True)
        self._marks, self._below = MarksStrip(), Label("", "text2", 13, wrap=True)
        self.add(row((self._title, 1), self.follow, self.more, gap=4))
        big = row(self._rate, (self._of, 1), gap=14)
        big.setAlignment(self._of, Qt.AlignmentFlag.AlignBottom)
        self.add(big, self._marks, self._below)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Attendance"))
        self.more.set_words(_("All attendance"))
        self.follow.set_words(_("Follow up"))

    def show_history(self, history: AttendanceHistory | None, signs: Signs) -> None:
        """Show this term's rate and the last marks with these signs; nothing when there are none."""
        visits = [v for v in history.visits if v.status is SessionStatus.HELD] if history else []
        visits = sorted(visits, key=lambda v: (v.date, v.start))
        last = visits[-SHOWN:]
        rate = history.total.available if history is not None else None
        some = rate is not None and bool(rate.of)
        self._rate.set_words(rate.shown(current().number) if rate is not None else "–")
        self._of.set_words(
            _("{n} of {of} available this term").format(n=rate.n, of=rate.of)
            if rate is not None and some
            else _("Nothing counts yet this term")
        )
        self._marks.setVisible(bool(last))
        self._marks.show_visits(last, signs)
        self._below.set_words(_below(last, history))
        self._below.setVisible(bool(last))


def _below(last: list[Visit], history: AttendanceHistory | None) -> str:
    """ "last 18 sessions; hospital paused, not counted"."""
    n = len(last)
    parts = [ngettext("last {n} session", "last {n} sessions", n).format(n=n)]
    paused = {visit.mark.status for visit in last}
    if Status.HOSPITAL in paused:
        parts.append(_("hospital paused, not counted"))
    if Status.LEAVE in paused:
        parts.append(_("agreed leave paused, not counted"))
    if history is not None and history.total.not_recorded:
        open_ = history.total.not_recorded
        parts.append(ngettext("{n} not recorded", "{n} not recorded", open_).format(n=open_))
    if history is not None and history.total.walk_ins:
        walked = history.total.walk_ins
        parts.append(ngettext("{n} walk-in beside", "{n} walk-ins beside", walked).format(n=walked))
    return "; ".join(parts)
