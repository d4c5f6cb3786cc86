"""What this program is made of: version, licences, where the file lies; nothing about anybody in it."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from groupwork import __version__, paths
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import migrations

APP = "groupwork"
DIRECT = (
    "PySide6_Essentials",
    "PySide6_Addons",
    "peewee",
    "sqlcipher3",
    "argon2-cffi",
    "cryptography",
    "reportlab",
    "uharfbuzz",
    "python-dateutil",
    "charset-normalizer",
    "python-calamine",
    "holidays",
    "Pillow",
    "Babel",
    "platformdirs",
    "filelock",
)
"""What the program needs, for installations that do not know it themselves (a frozen program)."""
SHORT = 60
"""A licence field that is longer holds the whole text: then its first line says which it is."""
UNSAID = {
    "peewee": "MIT",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "sqlcipher3": "Zlib; SQLCipher BSD-3-Clause",
}
"""Licences that stand in the libraries' own files only."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")

LICENCE_FILES: dict[str, tuple[str, str]] = {
    "groupwork": ("Groupwork (MIT)", "licences/groupwork-MIT.txt"),
    "atkinson": ("Atkinson Hyperlegible Next (OFL 1.1)", "fonts/OFL-AtkinsonHyperlegibleNext.txt"),
    "noto": ("Noto Sans (OFL 1.1)", "fonts/OFL-NotoSans.txt"),
    "lucide": ("Lucide icons (ISC)", "icons/LICENSE-lucide.txt"),
}
"""Code → what it is, and its text in the shipped resources."""

NOT_SHIPPED = N_("This text is missing in this installation.")


@dataclass(frozen=True)
class Component:
    """A library the program uses, its version, and its licence as it says itself (empty: it does not)."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True)
class AboutInfo:
    """What the page shows. `folder` is where the open file lies."""

    version: str
    folder: Path
    components: tuple[Component, ...]


@allowed(Right.READ)
def about(desk: Desk) -> AboutInfo:
    """Version, folder and every library with its licence. No SELECT."""
    return AboutInfo(__version__, desk.store.path.parent, _components())


@allowed(Right.READ)
def licence_text(desk: Desk, code: str) -> str:
    """The text of a licence; refused in words when the installation lacks it."""
    try:
        return (paths.resources() / LICENCE_FILES[code][1]).read_text(encoding="utf-8")
    except (KeyError, OSError, UnicodeDecodeError):
        raise Refused(NOT_SHIPPED) from None


@allowed(Right.READ)
def support_info(desk: Desk) -> str:
    """What helps somebody who helps: versions and sizes; no name of a person, a centre, a file or a folder.

    In English whatever the window speaks.
    """
    store = desk.store
    size = store.path.stat().st_size / 1_000_000
    lines = [
        f"Groupwork {__version__}",
        f"Python {platform.python_version()}",
        f"System {platform.system()} {platform.release()} {platform.machine()}",
        f"Schema {migrations.version(store.db)} of {migrations.LATEST}",
        f"File {size:.1f} MB, {'reading only' if store.read_only else 'writing'}",
        f"Language {desk.language}, role {desk.role}",
        *(f"{each.name} {each.version}" for each in _components()),
    ]
    return "\n".join(lines) + "\n"


@cache
def _components() -> tuple[Component, ...]:
    """Everything that is installed because Groupwork needs it, directly or not, by name."""
    found: dict[str, Component] = {}
    waiting = list(_needs(APP)) or list(DIRECT)
    while waiting:
        name = waiting.pop()
        if _key(name) in found:
            continue
        made = _component(name)
        if made is not None:
            found[_key(name)] = made
            waiting += _needs(name)
    return tuple(sorted(found.values(), key=lambda each: each.name.casefold()))


def _needs(name: str) -> Iterator[str]:
    """What a library needs here, without extras."""
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for line in wanted:
        named = _NAME.match(line)
        if named is not None and "extra ==" not in line:
            yield named[0]


def _component(name: str) -> Component | None:
    """None for what is not installed here, such as what only Windows needs."""
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    licence = UNSAID.get(_key(name)) or _licence(found)
    return Component(found["Name"] or name, found["Version"] or "", licence)


def _licence(found: metadata.PackageMetadata) -> str:
    fields = found.json
    said = str(fields.get("license_expression") or "").strip()
    if said:
        return said
    told = [
        str(each).rpartition(" :: ")[2] for each in _listed(fields.get("classifier")) if "License" in each
    ]
    text = str(fields.get("license") or "").strip()
    short = text.partition("\n")[0].strip()
    return short if 0 < len(short) <= SHORT else ", ".join(told)


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()
