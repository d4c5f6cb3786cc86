"""What the search field leads to by its own words: screens and commands."""

from __future__ import annotations

from dataclasses import dataclass

from groupwork.i18n import N_
from groupwork.operations.desk import Right
from groupwork.ui.actions import COMMANDS
from groupwork.ui.pages import RAIL


@dataclass(frozen=True)
class Way:
    """A screen or command that is found by its words in either language, and by other words."""

    icon: str
    words: str
    page: str = ""
    part: str = ""
    command: str = ""
    keys: str = ""
    also: str = ""
    right: Right = Right.READ


_INCIDENT = N_("accident book, near miss, injury, first aid")
SCREENS = (
    *(Way(item.icon, item.label, page=item.page, keys=f"Ctrl+{item.digit}") for item in RAIL),
    Way(
        "user-check",
        N_("Who is here"),
        page="presence",
        keys="Ctrl+H",
        also=N_("presence, arrived, left, here now, day list"),
    ),
    Way("list-checks", N_("Missing registers"), page="missing", also=N_("open, not recorded, blanks")),
    Way(
        "phone-call",
        N_("Who is away"),
        page="absences",
        keys="Ctrl+Shift+A",
        also=N_("telephone, unwell, leave, planned absences"),
    ),
    Way(
        "user-x",
        N_("Follow-ups"),
        page="followups",
        also=N_("absent days, calls, stayed away"),
        right=Right.RECORDS,
    ),
    Way("history", N_("History"), page="history", also=N_("changes, journal")),
    Way("clipboard-list", N_("Incidents"), page="incidents", also=_INCIDENT, right=Right.NOTES),
    Way("key-round", N_("Recovery sheet"), page="recovery", right=Right.VAULT),
    Way("hard-drive", N_("Backups"), page="backups", also=N_("copies, restore")),
    *(
        Way(icon, words, page="settings", part=part, also=also)
        for icon, words, part, also in (
            ("monitor", N_("This computer"), "computer", N_("language, colours, text size, lock")),
            ("house", N_("The centre"), "centre", N_("name, address, opening hours, logo, paper")),
            ("calendar-off", N_("Terms and closures"), "terms", N_("public holidays, vacation, closed")),
            ("users", N_("Staff"), "staff", N_("facilitators, team, telephone")),
            ("door-open", N_("Rooms"), "rooms", N_("places, capacity")),
            (
                "list-checks",
                N_("Signs and reasons"),
                "reasons",
                N_("keys and colours of the register, not held, away"),
            ),
            ("key-round", N_("Sign-ins"), "sign_ins", N_("passphrase, roles, who may do what")),
            ("info", N_("About"), "about", N_("version, licences, help, support")),
        )
    ),
)
_SHOWN_AS_SCREENS = frozenset({"search", "presence", "absences", "fire_list", *(item.page for item in RAIL)})
_ICONS = {
    "back": "arrow-left",
    "larger": "zoom-in",
    "smaller": "zoom-out",
    "normal": "type",
    "full": "maximize",
    "quit": "x",
}
COMMAND_WAYS = (
    Way("calendar-plus", N_("Plan a session"), page="plan", also=N_("new, add"), right=Right.PLAN),
    Way("users-round", N_("New group"), page="group", part="new", also=N_("add"), right=Right.PLAN),
    Way("upload", N_("Import people"), page="import", also=N_("Excel, CSV, spreadsheet"), right=Right.PEOPLE),
    Way(
        "user-plus",
        N_("New person"),
        page="participants",
        part="new",
        also=N_("participant, add"),
        right=Right.PEOPLE,
    ),
    *(
        Way(icon, words, page=page, part=part, also=_INCIDENT, right=right)
        for icon, words, page, part, right in (
            ("clipboard-list", N_("Write down an incident"), "incidents", "new", Right.NOTES),
            ("printer", N_("Print a blank incident form"), "preview", "incident", Right.PRINT),
        )
    ),
    Way("library", N_("New activity"), page="activities", part="new", also=N_("add"), right=Right.PLAN),
    Way("printer", N_("Print day pack"), page="preview", also=N_("sheets, registers"), right=Right.PRINT),
    Way(
        "printer",
        N_("Print registers of the week"),
        page="preview",
        part="week",
        also=N_("sheets, attendance lists"),
        right=Right.PRINT,
    ),
    Way(
        "printer",
        N_("Fire list"),
        page="preview",
        part="fire_list",
        keys="Ctrl+Shift+F",
        also=N_("evacuation, alarm, emergency"),
        right=Right.PRINT,
    ),
    *(
        Way(c.icon or _ICONS.get(c.code, "keyboard"), c.words, command=c.code, keys=c.keys[0])
        for c in COMMANDS
        if c.code not in _SHOWN_AS_SCREENS
    ),
    Way("languages", "Deutsch", command="language:de", also=N_("language, German")),
    Way("languages", "English", command="language:en", also=N_("language, English")),
    Way("sun", N_("Light"), command="palette:light", also=N_("colours")),
    Way("moon", N_("Dark"), command="palette:dark", also=N_("colours")),
    Way("contrast", N_("High contrast"), command="palette:contrast", also=N_("colours")),
)
