"""What the program says about itself: complete, offline, and without a name."""

import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from groupwork.errors import UserError
from groupwork.operations import about as operations
from groupwork.operations import settings

ROOT = Path(__file__).resolve().parents[2]


def key(name):
    return name.lower().replace("_", "-")


def test_every_library_is_named_with_its_licence(desk):
    found = {key(each.name): each for each in operations.about(desk).components}
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted = [line for line in tomllib.load(file)["project"]["dependencies"] if "win32" not in line]
    names = {operations._NAME.match(line)[0] for line in wanted}
    assert {key(name) for name in names} <= set(found)
    assert {key(name) for name in operations.DIRECT} == {key(name) for name in names}
    assert {"cffi", "six", "shiboken6"} <= set(found)
    assert all(each.licence and each.version for each in found.values())
    assert "pytest" not in found


@pytest.fixture
def bare(monkeypatch):
    """A frozen program that knows of nothing."""

    def unknown(name):
        raise metadata.PackageNotFoundError(name)

    operations._components.cache_clear()
    monkeypatch.setattr(operations.metadata, "metadata", unknown)
    monkeypatch.setattr(operations.metadata, "requires", unknown)
    yield
    operations._components.cache_clear()


def test_a_frozen_program_shows_less_and_does_not_fail(desk, bare):
    assert operations.about(desk).components == ()
    assert operations.support_info(desk).startswith("Groupwork ")


@pytest.mark.parametrize(("code", "words"), [("groupwork", "MIT"), ("lucide", "ISC"), ("noto", "Open Font")])
def test_the_texts_are_there(desk, code, words):
    assert words.lower() in operations.licence_text(desk, code).lower()


def test_the_licence_shown_is_the_one_of_the_code(desk):
    assert operations.licence_text(desk, "groupwork") == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_a_missing_text_is_said(desk):
    with pytest.raises(UserError, match="missing"):
        operations.licence_text(desk, "nothing")


def test_support_gets_no_name_and_no_place(desk):
    settings.set_setting(desk, "centre", "Kiefernbogen")
    text = operations.support_info(desk)
    assert "SQL" in text or "sqlcipher3" in text
    for secret in ("Kiefernbogen", "Hanna", "hanna", str(desk.store.path.parent), desk.store.path.name):
        assert secret not in text
