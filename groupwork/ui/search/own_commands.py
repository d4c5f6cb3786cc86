"""Commands that only the search field offers: another language, another palette."""

from __future__ import annotations

from groupwork.ui.preferences import preferences


def carry_out(command: str) -> bool:
    """Carry out "language:de" or "palette:dark"; False for a command of the window."""
    kind, _colon, value = command.partition(":")
    if kind == "language":
        preferences.set_language(value)
    elif kind == "palette":
        preferences.set_palette(value)
    else:
        return False
    return True
