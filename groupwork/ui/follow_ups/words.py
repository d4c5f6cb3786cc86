"""Follow-ups in words."""

from __future__ import annotations

from datetime import date

from groupwork.domain.follow_ups import OUTCOME_LABELS, RESULT_LABELS, WAY_LABELS, Call, FollowUp, Phone
from groupwork.i18n import _, current, ngettext

SOFT = "\u00ad"


def since_words(found: FollowUp) -> str:
    """ "3 absent days since Mon 28 Sep"; "opened Mon 28 Sep" where somebody opened it without any."""
    if not found.days:
        return _("opened {day}").format(day=current().day(found.opened))
    text = ngettext("{n} absent day since {day}", "{n} absent days since {day}", found.days)
    return text.format(n=found.days, day=current().day(found.since))


def groups_words(found: FollowUp) -> str:
    """The groups in which somebody was missed."""
    return " · ".join(group.replace(SOFT, "") for group in found.groups)


def phone_words(phone: Phone) -> str:
    """ "030 2 · Max, brother"; the person's own number alone."""
    whose = ", ".join(part for part in (phone.name, phone.relation) if part)
    return f"{phone.number} · {whose}" if whose else phone.number


def next_words(found: FollowUp, today: date) -> tuple[str, str]:
    """When somebody tries again, and the tone of the chip: a day that has come is a warning."""
    day = found.next_date
    if day is None:
        return _("no next date"), "warn"
    if day == today:
        return _("try again today"), "warn"
    said = current().day(day)
    if day < today:
        return _("was due {day}").format(day=said), "warn"
    return _("next try {day}").format(day=said), "info"


def owner_words(found: FollowUp) -> str:
    """Who sees to it."""
    return found.owner_name or _("nobody sees to it yet")


def call_words(call: Call) -> str:
    """ "Mon 5 Oct, 14:45, Leyla: telephone, not reached"."""
    return _("{day}, {time}, {name}: {way}, {result}").format(
        day=current().day(call.at.date()),
        time=f"{call.at:%H:%M}",
        name=call.by,
        way=_(WAY_LABELS[call.way]),
        result=_(RESULT_LABELS[call.result]),
    )


def closed_words(found: FollowUp) -> str:
    """ "closed on Fri 16 Oct: stay ended"; empty for an open one."""
    if found.closed is None or found.outcome is None:
        return ""
    day, outcome = current().day(found.closed), _(OUTCOME_LABELS[found.outcome])
    return _("closed on {day}: {outcome}").format(day=day, outcome=outcome)


def spoken(found: FollowUp, today: date) -> str:
    """The whole card for a screen reader."""
    parts = (found.name.full, since_words(found), groups_words(found))
    open_parts = (next_words(found, today)[0], owner_words(found)) if found.open else (closed_words(found),)
    return ", ".join(part for part in (*parts, *open_parts) if part)
