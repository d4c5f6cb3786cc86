"""Day presence in the journal's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from groupwork.domain.attendance import Status
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import _, current, ngettext


def sentence(name: str, params: Mapping[str, Any], day: str, signs: Signs | None = None) -> str:
    """What was recorded about somebody's day: "Moira: arrived 09:05", or for how many people.

    `name` is what the person is called; minutes since midnight are shown as times.
    """
    if "participant" not in params:
        n = int(params.get("count") or 0)
        text = ngettext("Presence of {n} person, {day}", "Presence of {n} people, {day}", n)
        return text.format(n=n, day=day)
    arrived, left, away = (params.get(key) for key in ("arrived", "left", "away"))
    if away:
        label = (signs or plain_signs(current().language)).label(Status(away), _)
        return _("{name}: away, {reason}").format(name=name, reason=label)
    if left is not None:
        return _("{name}: left {time}").format(name=name, time=_time(left))
    if arrived is not None:
        return _("{name}: arrived {time}").format(name=name, time=_time(arrived))
    if params.get("cleared"):
        return _("{name}: presence of {day} cleared").format(name=name, day=day)
    return _("{name}: was here, {day}").format(name=name, day=day)


def _time(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
