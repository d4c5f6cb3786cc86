"""Switching the language leaves no old word on any page: found by walking all that is shown."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from groupwork import i18n
from groupwork.ui import pages
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences

SAME = {"Groupwork", "English", "Deutsch", "A4", "Letter", "System", "Name", "OK", ""}


def words_of(widget):
    """What one widget shows or says, as (where, text)."""
    kind = type(widget).__name__
    yield f"{kind} name", widget.accessibleName()
    yield f"{kind} tip", widget.toolTip()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield f"{kind} text", widget.text()
    elif callable(getattr(widget, "text", None)) and not isinstance(widget, QLineEdit):
        yield f"{kind} text", str(widget.text())
    if isinstance(widget, QLineEdit):
        yield f"{kind} placeholder", widget.placeholderText()
    if hasattr(widget, "text_shown"):
        for line in widget.text_shown().split("\n"):
            yield f"{kind} shown", line


def everything(window):
    found = set()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisibleTo(window):
            found |= {(where, text) for where, text in words_of(widget) if text}
    return found


@pytest.fixture
def marked(monkeypatch):
    """A second "language" in which every word of ours is marked, so that an unmarked one is an old one."""

    def text(self, source):
        return f"«{source}»" if self.language == "de" and source else source

    def plural(self, one, many, n):
        return text(self, one if n == 1 else many)

    monkeypatch.setattr(i18n.Words, "text", text)
    monkeypatch.setattr(i18n.Words, "plural", plural)


def old_words(before, after, typed):
    """Words on the page before and after the switch, unless people typed them or they have no letters."""
    stay = {text for _where, text in before} & {text for _where, text in after}
    return {
        text
        for text in stay
        if text not in SAME and not any(name in text for name in typed) and any(c.isalpha() for c in text)
    }


TYPED = (
    "Kiefernbogen",
    "Hanna",
    "Wilkowski",
    "Ramanathan",
    "Wood",
    "Ceramics",
    "Talk group",
    "Workshop",
    "Art studio",
    "Jürgen",
    "Zbigniew",
    "Björn",
    "Moira",
    "João",
    "Walter",
    "HB",
    "groupwork",
    "data/backups",
)


@pytest.mark.parametrize("code", [page.code for page in pages.PAGES])
def test_no_old_word_stays(window, shell, centre, marked, code):
    session = centre.sessions["wood"] if code in ("register", "preview") else None
    shell.go(Place(code, shell.gate.today, session))
    before = everything(window)
    preferences.set_language("de")
    assert not old_words(before, everything(window), TYPED)
    assert any("«" in text for _where, text in everything(window))


@pytest.mark.parametrize("page", ["welcome", "unlock", "firstrun", "recover", "restore"])
def test_no_old_word_stays_before_a_file_is_open(window, vault_file, marked, page):
    if page == "welcome":
        window.show_welcome()
    elif page == "firstrun":
        window.show_first_run()
    elif page == "recover":
        window.show_recover(vault_file)
    elif page == "restore":
        window.show_restore(vault_file)
    else:
        window.show_unlock(vault_file)
    before = everything(window)
    preferences.set_language("de")
    assert not old_words(before, everything(window), TYPED)


def test_qts_own_words_follow(window, qapp):
    preferences.set_language("de")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    preferences.set_language("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
