"""Compile the translations: as a build hook for the wheel, or by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages import mofile, pofile

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand in a checkout without the build tool
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent.parent


def compile_all(root: Path = ROOT) -> list[Path]:
    """Write a .mo beside each .po of `resources/locale` and return them."""
    made = []
    for source in sorted((root / "resources" / "locale").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = pofile.read_po(file)
        target = source.with_suffix(".mo")
        with target.open("wb") as out:
            mofile.write_mo(out, catalogue)
        made.append(target)
    return made


class CompileWords(BuildHookInterface):  # type: ignore[misc, valid-type, unused-ignore]  # hatchling is optional
    """Hatchling calls this before it packs the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the words so that the wheel speaks German without Babel's parser."""
        compile_all(Path(self.root))


if __name__ == "__main__":
    for path in compile_all():
        print(path.relative_to(ROOT))
