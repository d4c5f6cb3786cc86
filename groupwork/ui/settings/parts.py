"""The parts of the settings in one list. A part's class is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from groupwork.i18n import N_
from groupwork.ui.settings.part import SettingsPart


@dataclass(frozen=True)
class Part:
    """`code` is a place's `part`; `label` a gettext source text."""

    code: str
    icon: str
    label: str
    load: Callable[[], type[SettingsPart]]


def _computer() -> type[SettingsPart]:
    from groupwork.ui.settings.computer import ComputerPart

    return ComputerPart


def _centre() -> type[SettingsPart]:
    from groupwork.ui.settings.centre import CentrePart

    return CentrePart


def _terms() -> type[SettingsPart]:
    from groupwork.ui.settings.terms import TermsPart

    return TermsPart


def _staff() -> type[SettingsPart]:
    from groupwork.ui.settings.staff import StaffPart

    return StaffPart


def _rooms() -> type[SettingsPart]:
    from groupwork.ui.settings.rooms import RoomsPart

    return RoomsPart


def _reasons() -> type[SettingsPart]:
    from groupwork.ui.settings.reasons import ReasonsPart

    return ReasonsPart


def _notes() -> type[SettingsPart]:
    from groupwork.ui.settings.phrases import NotesPart

    return NotesPart


def _sign_ins() -> type[SettingsPart]:
    from groupwork.ui.settings.kept import SignInsPart

    return SignInsPart


def _backups() -> type[SettingsPart]:
    from groupwork.ui.settings.kept import BackupsPart

    return BackupsPart


def _history() -> type[SettingsPart]:
    from groupwork.ui.settings.kept import HistoryPart

    return HistoryPart


def _about() -> type[SettingsPart]:
    from groupwork.ui.settings.about import AboutPart

    return AboutPart


PARTS: tuple[Part, ...] = (
    Part("computer", "monitor", N_("This computer"), _computer),
    Part("centre", "house", N_("The centre"), _centre),
    Part("terms", "calendar-off", N_("Terms and closures"), _terms),
    Part("staff", "users", N_("Staff"), _staff),
    Part("rooms", "door-open", N_("Rooms"), _rooms),
    Part("reasons", "list-checks", N_("Signs and reasons"), _reasons),
    Part("notes", "notebook-pen", N_("Notes"), _notes),
    Part("sign_ins", "key-round", N_("Sign-ins"), _sign_ins),
    Part("backups", "hard-drive", N_("Backups"), _backups),
    Part("history", "history", N_("History"), _history),
    Part("about", "info", N_("About"), _about),
)
CODES = tuple(part.code for part in PARTS)
