"""The German catalogue: complete, nothing left over, placeholders as in the source."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}")


def load_words():
    spec = importlib.util.spec_from_file_location("packaging_words", ROOT / "packaging" / "words.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def words():
    return load_words()


def ids(catalogue):
    return {message.id for message in catalogue if message.id}


def test_every_text_of_the_source_is_in_the_catalogue_and_nothing_else(words):
    assert ids(words.read()) == ids(words.extract()), "run python packaging/words.py"


def test_nothing_is_untranslated_or_fuzzy(words):
    for message in words.read():
        if message.id:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            assert all(strings), message.id
            assert not message.fuzzy, message.id


def test_placeholders_are_the_same_in_both_languages(words):
    for message in words.read():
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for number, (source, string) in enumerate(zip(sources, strings, strict=True)):
            spare = {"{n}"} if len(sources) == 2 and number == 0 else set()  # "this register" needs no number
            assert set(PLACEHOLDER.findall(string)) - spare == set(PLACEHOLDER.findall(source)) - spare, (
                message.id
            )


def test_german_addresses_people_formally_and_does_not_say_patient(words):
    for message in words.read():
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            assert not re.search(r"\b([Dd]u|[Dd]ein|[Dd]eine|Patient(en)?|Dosis)\b", string or ""), message.id


def texts_in_braces():
    """Texts that are asked for inside the braces of an f-string: no collector looks there."""
    for path in (ROOT / "groupwork").rglob("*.py"):
        for made in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for call in ast.walk(made) if isinstance(made, ast.JoinedStr) else ():
                named = isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
                if (
                    named
                    and call.func.id in ("_", "N_", "ngettext")
                    and isinstance(call.args[0], ast.Constant)
                ):
                    yield call.args[0].value


def test_a_text_inside_an_f_string_is_in_the_catalogue_too(words):
    known = {text for each in ids(words.read()) for text in (each if isinstance(each, tuple) else (each,))}
    assert set(texts_in_braces()) - known == set()
