"""How the demo centre is reached and when it works, as settings ready to store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from groupwork.domain.demo.late_changes import Told
from groupwork.domain.demo.script import Weeks

WORKING_WEEK = timedelta(days=4)
LOGO = "logo.png"
"""The logo's file beside the descriptions, and its size in dots."""
LOGO_SIZE = (640, 400)


def settings_of(files: Mapping[str, Mapping[str, Any]], language: str, weeks: Weeks) -> dict[str, object]:
    """Setting → stored value: address, telephone, hours, region and the two terms."""
    house, term = files["house"], files["centre"]["term"]
    country, _dash, part = house["region"][language].partition("-")
    hours = [f"{term['opens']:%H:%M}", f"{term['closes']:%H:%M}"]
    return {
        "address": house["address"][language],
        "phone": house["phone"],
        "meeting_point": house["meeting_point"][language],
        "lock_days": house["late_change"]["lock_days"],
        "email": house["email"],
        "hours": {str(weekday): hours for weekday in house["open_weekdays"]},
        "region": {"country": country, "part": part},
        "terms": [_term(weeks.name, weeks.first, weeks.last), _next_term(house, language, weeks)],
    }


def contact_of(files: Mapping[str, Mapping[str, Any]], code: str) -> dict[str, str]:
    """A facilitator's telephone and e-mail, empty where none is told."""
    house = files["house"]
    return {"phone": house["phones"].get(code, ""), "email": house["emails"].get(code, "")}


def late_change_of(files: Mapping[str, Mapping[str, Any]], language: str, names: Mapping[str, str]) -> Told:
    """The one late change; `names` are those of the staff by code."""
    told = files["house"]["late_change"]
    return Told(names[told["by"]], told["reason"][language], told["lock_days"])


def _next_term(house: Mapping[str, Any], language: str, weeks: Weeks) -> dict[str, str]:
    told = house["next_term"]
    first = weeks.last + timedelta(days=told["days_after"])
    return _term(told["name"][language], first, first + timedelta(weeks=told["weeks"] - 1) + WORKING_WEEK)


def _term(name: str, first: Any, last: Any) -> dict[str, str]:
    return {"name": name, "from": first.isoformat(), "to": last.isoformat()}
