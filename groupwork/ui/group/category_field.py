"""The category of a group's own title: guessed from its words until somebody chooses."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.category_words import guess_category
from groupwork.domain.sessions import Category
from groupwork.i18n import _
from groupwork.ui import icons
from groupwork.ui.activity.words import category_words
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.widgets.fields import Choice, labelled


class CategoryField(QWidget):
    """Shown while a title is typed that is no activity of the library."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice()
        self.choice.set_options([(each, category_words(each)) for each in Category])
        for index, each in enumerate(Category):
            self.choice.setItemIcon(index, icons.icon(CATEGORY_ICONS[each.value]))
        self._picked = False
        self.choice.choose(Category.COMMUNITY)
        self.choice.picked.connect(self._pick)
        self.setLayout(labelled(_("Category"), self.choice)[0])
        self.setVisible(False)

    def category(self) -> Category:
        """The category that is chosen or guessed."""
        return Category(str(self.choice.value()))

    def follow(self, title: str) -> None:
        """Another title: guess again, unless somebody chose. No title: nothing to choose."""
        if not self._picked:
            self.choice.choose(guess_category(title) or Category.COMMUNITY)
        self.setVisible(bool(title.strip()))

    def kept(self) -> str:
        """What somebody chose, for the lock; empty when it is only guessed."""
        return self.category().value if self._picked else ""

    def restore(self, kept: str, title: str) -> None:
        """Put a kept choice back."""
        self._picked = bool(kept)
        if kept:
            self.choice.choose(Category(kept))
        self.follow(title)

    def _pick(self, _value: object) -> None:
        self._picked = True
