"""Bring the German catalogue up to date with the source: `python packaging/words.py`.

New texts are added without a translation, texts that are gone are dropped; what is translated stays.
`tests/test_catalogue.py` fails while anything is missing.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "locale" / "de" / "LC_MESSAGES" / "groupwork.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "text": None, "plural": (1, 2), "N2_": (1, 2)}
"""`text` and `plural` are the methods of `i18n.Words`, used where a sheet has its own language."""


def extract(package: Path = ROOT / "groupwork") -> Catalog:
    """Every text of the source that is marked for translation."""
    found = Catalog()
    method_map = [("**.py", "python")]
    for _file, _line, message, _comments, _context in extract_from_dir(
        package, method_map, keywords=KEYWORDS
    ):
        if message and all(message if isinstance(message, tuple) else (message,)):
            found.add(message)
    return found


def read() -> Catalog:
    """The German catalogue as it is."""
    with CATALOGUE.open("rb") as file:
        return pofile.read_po(file, locale="de")


def updated() -> Catalog:
    """The catalogue with exactly the texts of the source, translations kept."""
    old, new = read(), Catalog(locale="de", project="groupwork", charset="utf-8")
    for message in extract():
        if not message.id:
            continue
        known = old.get(message.id[0] if isinstance(message.id, tuple) else message.id)
        same_kind = known is not None and isinstance(known.id, tuple) == isinstance(message.id, tuple)
        new.add(message.id, known.string if known is not None and same_kind else None)
    return new


def write(catalogue: Catalog) -> None:
    """Write the catalogue sorted, without places, so that a change shows only itself."""
    with CATALOGUE.open("wb") as file:
        pofile.write_po(file, catalogue, sort_output=True, no_location=True, omit_header=True, width=110)
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: groupwork\\n"\n"Language: de\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    CATALOGUE.write_text(header + CATALOGUE.read_text(encoding="utf-8"), encoding="utf-8")


def _translated(message: Message) -> bool:
    """Whether every form is there; a new text has None."""
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def main() -> None:
    """Update the file and say how much is still to translate."""
    catalogue = updated()
    write(catalogue)
    missing = [message.id for message in catalogue if message.id and not _translated(message)]
    print(f"{len(catalogue)} texts, {len(missing)} without a translation")
    for text in missing:
        print(f"  {text}")


if __name__ == "__main__":
    main()
