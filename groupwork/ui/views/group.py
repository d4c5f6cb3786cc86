"""One group: its people, its plan and its sessions; or the form for a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import GroupPage
from groupwork.domain.ids import GroupId
from groupwork.errors import Refused, UserError
from groupwork.i18n import _, say
from groupwork.operations import group_plan
from groupwork.operations import groups as operations
from groupwork.operations.desk import Right
from groupwork.ui.focus import focus_now
from groupwork.ui.gate import Gate
from groupwork.ui.group.group_form import GroupForm
from groupwork.ui.group.head import GroupHead
from groupwork.ui.group.members_part import MembersPart
from groupwork.ui.group.sessions_part import SessionsPart
from groupwork.ui.place import BACK, Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal, Scroll
from groupwork.ui.widgets.tabs import Tabs

NARROW = 900
STACK_BELOW = 760
WIDEST = 1080
MEMBERS, PLAN, SESSIONS = range(3)
PARTS = {"members": MEMBERS, "plan": PLAN, "sessions": SESSIONS}


class GroupView(View):
    """Tabs below a head; Ctrl+N adds people, or the form is open for a new group."""

    tables = frozenset(
        {
            *("group_", "group_facilitator", "membership", "waiting", "episode", "activity", "room"),
            *("facilitator", "session", "session_facilitator", "attendance", "participant", "setting"),
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._group: GroupId | None = None
        self._new = False
        self._day: date | None = None
        self.page: GroupPage | None = None
        self.form: GroupForm | None = None
        self.head, self._refusal = GroupHead(), Refusal()
        self.tabs = Tabs(["", "", ""])
        self.members, self.sessions = MembersPart(gate, go), SessionsPart(gate, go)
        self._form_place = column(gap=0)
        self._plan = box(self._form_place)
        self._gone = EmptyState("users-round")
        self._gone.hide()
        content = column(self.head, self._refusal, self.tabs, 4, self.members, gap=8)
        content.add(self._plan, self.sessions, self._gone, None)
        content.set_margins((24, 6, 20, 16))
        self._inner = box(content)
        self.setLayout(column(Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0))), gap=0))
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        self.head.back.connect(lambda: self.go(BACK))
        self.head.next.connect(self._open_next)
        self.head.block.connect(lambda: self.go(Place("block", self.gate.today, group=self._group)))
        self.head.ended.connect(self._end)
        self.tabs.chosen.connect(self._turn)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self, self._begin_add)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for index in (MEMBERS, PLAN, SESSIONS):
            key = QShortcut(QKeySequence(f"Alt+{index + 1}"), self, partial(self._turn, index))
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def title(self) -> str:
        """The group's name."""
        if self._new:
            return _("New group")
        return self.page.info.title if self.page is not None else _("Group")

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys."""
        return (
            KeyLine("Ctrl+N", _("Add people")),
            KeyLine("Alt+1 … Alt+3", _("Members, plan, sessions")),
            KeyLine("Ctrl+Enter", _("Save the form")),
            KeyLine("Esc", _("Close the form")),
        )

    def unfinished(self) -> dict[str, Words]:
        """What stands in the open form, or who was about to join."""
        return (self.form.unfinished() if self.form is not None else {}) | self.members.unfinished()

    def first_focus(self) -> QWidget | None:
        """The open form; else what the chosen tab has first."""
        if self._new and self.form is not None:
            return self.form.first_field()
        if self.page is None:
            return None
        found = {MEMBERS: self.members.first_focus, SESSIONS: self.sessions.first_focus}
        return found.get(self.tabs.current(), self._form_focus)()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))
        self._arrange()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.tabs.set_words([_("Members"), _("Plan"), _("Sessions")], _("Parts of the group"))
        self.head.retranslate()
        self.members.retranslate()
        self._gone.set_words(_("This group is not there"), _("It was removed, or its making was undone."))
        self._close_form()
        if self._new or self._group is not None:
            self.refresh()

    def show_place(self, place: Place) -> None:
        """A group at one of its parts, or the form for a new one on a day."""
        self._close_form()
        self._refusal.say("")
        self._new = place.part == "new" or place.group is None
        self._day, self._group = place.date, None if self._new else place.group
        self.tabs.select(PARTS.get(place.part, MEMBERS))
        self.refresh()

    def refresh(self) -> None:
        """Read the group again; an open form stays as it is typed."""
        self.page = None
        if self._new:
            self._show_new()
            return
        try:
            if self._group is not None:
                self.page = operations.page(self.gate.desk(), self._group)
        except Refused:  # its making was undone while one looked at it
            self.page = None
        shown = self.page is not None
        for widget in (self.head, self.tabs):
            widget.setVisible(shown)
        self._gone.setVisible(not shown)
        if self.page is None:
            for part in (self.members, self._plan, self.sessions):
                part.hide()
            return
        self.head.show_page(self.page, self.gate.today, self._may())
        self.head.block_button.setVisible(self.gate.desk().may(Right.RECORDS))
        self._show_tab()

    def refused(self, sentence: str) -> bool:
        """Below the head."""
        self._refusal.say(sentence)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _may(self) -> bool:
        return self.gate.desk().may(Right.PLAN) and not self.gate.read_only

    def _arrange(self) -> None:
        narrow = self.width() / theme.scale < NARROW
        self.head.set_narrow(narrow)
        self.sessions.set_wide(not narrow)
        if self.form is not None:
            self.form.set_narrow(self.width() / theme.scale < STACK_BELOW)

    def _show_new(self) -> None:
        self.head.setVisible(True)
        self.head.show_new()
        for widget in (self.tabs, self.members, self.sessions, self._gone):
            widget.hide()
        self._plan.show()
        if self.form is None:
            self._open_form(GroupForm(self.gate, None, self._day or self.gate.today))

    def _show_tab(self) -> None:
        at = self.tabs.current()
        for part, index in ((self.members, MEMBERS), (self._plan, PLAN), (self.sessions, SESSIONS)):
            part.setVisible(index == at)
        if self.page is None:
            return
        if at == MEMBERS:
            self.members.show_group(self.page.info)
        elif at == SESSIONS:
            self.sessions.show_page(self.page, self.gate.desk().now)
        else:
            self._show_plan(self.page)

    def _show_plan(self, page: GroupPage) -> None:
        """The form with the group as it is, unless something is typed in it."""
        if self.form is not None and self.form.unfinished():
            return
        self._close_form()
        form = GroupForm(self.gate, page.info, self.gate.today)
        form.setEnabled(self._may() and not page.info.ended(self.gate.today))
        self._open_form(form)

    def _open_form(self, form: GroupForm) -> None:
        self.form = form
        form.finished.connect(self._finished)
        self._form_place.add(form)
        self._arrange()

    def _close_form(self) -> None:
        self.form = None
        clear(self._form_place)

    def _form_focus(self) -> QWidget | None:
        return self.form.first_field() if self.form is not None and self.form.isEnabled() else None

    def _finished(self, group: GroupId | None) -> None:
        """A new group is shown; one that was changed is read again; given up, one goes back."""
        was_new = self._new
        self._close_form()
        if was_new:
            self.go(BACK if group is None else Place("group", group=group))
            return
        self.refresh()
        self._focus(self.tabs.tab(PLAN))

    def _turn(self, index: int) -> None:
        if self._new or self.page is None:
            return
        self.tabs.select(index)
        self._close_form()
        self._show_tab()

    def _begin_add(self) -> None:
        if self.page is not None and self._may() and not self.page.info.ended(self.gate.today):
            self._turn(MEMBERS)
            self.members.begin()

    def _open_next(self) -> None:
        if self.page is not None and self.page.next is not None:
            self.go(Place("register", session=self.page.next.id))

    def _end(self) -> None:
        """End it after the typed day; a refusal stands below the head."""
        self._refusal.say("")
        self._try(lambda: self._end_after(self.head.last.value()))

    def _end_after(self, last: date | None) -> None:
        if self._group is not None and last is not None:
            self.gate.write(group_plan.end_group, self._group, last)
            self.head.close_end()
            self.refresh()

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except UserError as error:
            self._refusal.say(say(error))

    def _focus(self, widget: QWidget) -> None:
        focus_now(widget)
