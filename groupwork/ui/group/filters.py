"""The filters above the list of groups: by facilitator, by room, by activity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal

from groupwork.domain.groups import GroupInfo
from groupwork.i18n import _
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.flow import Flow

WIDTH = 190


class GroupFilters(Flow):
    """Three drop-downs; what can be chosen comes from the groups themselves. `changed` after each choice."""

    changed = Signal()

    def __init__(self) -> None:
        self.staff, self.room, self.activity = Choice(), Choice(), Choice()
        super().__init__(self.staff, self.room, self.activity, gap=8)
        for choice in self._all():
            choice.picked.connect(lambda _value: self.changed.emit())
        self.restyle()

    def _all(self) -> tuple[Choice, ...]:
        return self.staff, self.room, self.activity

    def restyle(self) -> None:
        """Widths at the present text size."""
        super().restyle()
        for choice in self._all():
            choice.setFixedWidth(theme.size(WIDTH))

    def show_groups(self, groups: Sequence[GroupInfo]) -> None:
        """What can be filtered by; a choice that is still possible stays."""
        staff = {each.id: each.name for group in groups for each in group.staff}
        rooms = {group.room_name: group.room_name for group in groups if group.room_name}
        activities = {group.activity: group.activity_name for group in groups}
        for choice, everything, found in (
            (self.staff, _("All facilitators"), staff),
            (self.room, _("All rooms"), rooms),
            (self.activity, _("All activities"), activities),
        ):
            sorted_ = sorted(found.items(), key=lambda pair: str(pair[1]).casefold())
            choice.set_options([(None, everything), *sorted_])
            choice.setAccessibleName(everything)

    def reset(self) -> None:
        """Show every group again."""
        for choice in self._all():
            choice.setCurrentIndex(0)

    def active(self) -> bool:
        """Whether anything is left out."""
        return any(choice.value() is not None for choice in self._all())

    def passing(self, groups: Iterable[GroupInfo]) -> tuple[GroupInfo, ...]:
        """The groups that answer to all three."""
        return tuple(group for group in groups if self._passes(group))

    def _passes(self, group: GroupInfo) -> bool:
        staff, room, activity = (choice.value() for choice in self._all())
        return (
            (staff is None or any(each.id == staff for each in group.staff))
            and (room is None or group.room_name == room)
            and (activity is None or group.activity == activity)
        )
