"""The centre's own lists of reasons: why a session is not held, why somebody is away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from groupwork.domain.centre import REASON_LISTS
from groupwork.errors import Refused
from groupwork.i18n import N_, words
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import read_centre, set_setting

if TYPE_CHECKING:
    from groupwork.store.journal import Done

NOT_HELD, ABSENCE = "not_held_reasons", "absence_reasons"
UNKNOWN = N_("There is no setting of that name.")


@allowed(Right.READ)
def reasons(desk: Desk, which: str) -> tuple[str, ...]:
    """The reasons of a list (`NOT_HELD` or `ABSENCE`) in order; the usual ones in the desk's language
    while the centre has none of its own. No SELECT while nothing was written."""
    centre = read_centre(desk.store)
    own = {NOT_HELD: centre.not_held_reasons, ABSENCE: centre.absence_reasons}
    if which not in own:
        raise Refused(UNKNOWN)
    language = words(desk.language)
    return own[which] or tuple(language.text(each) for each in REASON_LISTS[which])


@allowed(Right.READ)
def has_own(desk: Desk, which: str) -> bool:
    """Whether the centre has a list of its own."""
    centre = read_centre(desk.store)
    return bool({NOT_HELD: centre.not_held_reasons, ABSENCE: centre.absence_reasons}.get(which))


@allowed(Right.SETTINGS)
def set_reasons(desk: Desk, which: str, listed: Sequence[str] | None) -> Done:
    """Keep a list in this order; None goes back to the usual ones. Refused when one is there twice."""
    if which not in REASON_LISTS:
        raise Refused(UNKNOWN)
    return set_setting(desk, which, list(listed) if listed else None)
