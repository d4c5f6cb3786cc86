"""What joining a group would clash with: places, another group at the same time, days without a stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from groupwork.domain.clashes import Clash, ClashKind
from groupwork.domain.groups import GroupInfo, Span, common, peak
from groupwork.domain.ids import GroupId, ParticipantId
from groupwork.domain.series import meet
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.group_rows import NO_GROUP, counted_from, day_of, existing_group, info_of, rhythm_of
from groupwork.store import reads_groups as reads

if TYPE_CHECKING:
    from groupwork.store.database import Store

AHEAD = timedelta(days=365)
"""Two groups without an end are compared so far."""


def find(
    store: Store, group: GroupId, people: Sequence[ParticipantId], span: Span, today: date
) -> tuple[Clash, ...]:
    """Every warning once: places first, then each person's other groups and stay."""
    rows = reads.groups(store.db, "one", span.first, group)
    if not rows:
        raise Refused(NO_GROUP, number=group)
    about, wanted = info_of(rows[0], ()), list(dict.fromkeys(people))
    if not wanted:
        return ()
    ahead = Span(max(span.first, today), span.last)
    found = [*_places(store, about, wanted, ahead), *_others(store, about, wanted, span)]
    return tuple(dict.fromkeys([*found, *_stays(store, wanted, span)]))


def _places(store: Store, about: GroupInfo, people: Sequence[int], span: Span) -> Iterator[Clash]:
    """Over capacity: the most people on any one day to come, those who join among them."""
    if span.last is not None and span.last < span.first:  # all of it is past
        return
    rows = reads.members(store.db, about.id, span.first)
    there = [Span(date.fromisoformat(r[7]), day_of(r[8])) for r in rows if r[9] and r[1] not in people]
    after = peak(there, span) + len(people)
    if about.most is not None and after > about.most:
        values = (("people", str(after)), ("places", str(about.most)))
        yield Clash(ClashKind.CAPACITY, N_("{people} in the group, places for {places}"), values)
    if about.room_places is not None and after > about.room_places:
        held = (("people", str(after)), ("places", str(about.room_places)), ("room", about.room_name))
        yield Clash(ClashKind.CAPACITY, N_("{people} in the group, {room} holds {places}"), held)


def _others(store: Store, about: GroupInfo, people: Sequence[int], span: Span) -> Iterator[Clash]:
    """Each person's other groups that meet at the same time on a day both are in."""
    counted = counted_from(existing_group(about.id))
    own = common(span, Span(about.from_date, about.to_date))
    for row in reads.other_groups(store.db, people, about.id) if own is not None else ():
        both = common(own or span, _days(row))
        last = (both.last or both.first + AHEAD) if both is not None else date.min
        rhythm = rhythm_of(row[6:11])
        other_from = date.fromisoformat(row[13] or row[11])
        if both is not None and meet(about.rhythm, counted, rhythm, other_from, both.first, last):
            times = f"{rhythm.start:%H:%M}–{rhythm.end:%H:%M}"
            values = (("what", row[1]), ("title", row[5]), ("time", times))
            yield Clash(ClashKind.PARTICIPANT, N_("{what}: {title}, {time}"), values)


def _stays(store: Store, people: Sequence[int], span: Span) -> Iterator[Clash]:
    for _person, name in reads.not_staying(store.db, people, span.first):
        text = N_("{name} has no stay at the centre on that day")
        yield Clash(ClashKind.STAY, text, (("name", name),))


def _days(row: tuple[Any, ...]) -> Span:
    """The days of a membership within its group's."""
    member = Span(date.fromisoformat(row[2]), day_of(row[3]))
    return common(member, Span(date.fromisoformat(row[11]), day_of(row[12]))) or Span(date.max, date.max)
