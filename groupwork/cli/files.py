"""Commands about a whole file: made, filled, backed up, restored, checked."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Any

from groupwork import i18n
from groupwork.cli import opening
from groupwork.i18n import _, ngettext
from groupwork.operations import demo as demos
from groupwork.operations import examples, vault
from groupwork.operations.desk import Clock
from groupwork.store.check import CheckReport

DONE, REFUSED = 0, 3


def new(options: Namespace) -> int:
    """Make a centre, empty or with the examples; a passphrase that nobody gave is generated and printed."""
    language = i18n.current().language
    passphrase, generated = _passphrase_or_new(options, language)
    with vault.new_file(options.file, options.centre, options.name, passphrase, language) as made:
        sign_in = made.actor_name.split()[0]
        if options.examples:
            examples.add_examples(made.desk(language))
    print(_("Made “{file}”.").format(file=options.file.name))
    if generated:
        _tell_passphrases({sign_in: passphrase})
    return DONE


def demo(options: Namespace) -> int:
    """Make the demo centre; passphrases that nobody gave are generated and printed."""
    language = i18n.current().language
    passphrase, generated = _passphrase_or_new(options, language)
    made = demos.make_demo(
        options.file,
        passphrase,
        language=language,
        today=Clock().today(),
        until=options.until,
        years=options.years,
        people=options.people,
        progress=_progress() if options.years else None,
    )
    with made:
        day = i18n.current().day(made.clock.today(), year=True)
        passphrases = dict(made.passphrases)
    print(_("Made “{file}”: {centre}, on {day}.").format(file=options.file.name, centre=made.centre, day=day))
    if not generated:
        del passphrases[next(iter(passphrases))]
    _tell_passphrases(passphrases)
    return DONE


def backup(options: Namespace) -> int:
    """Make a verified backup."""
    with opening.desk(options, write=True) as desk:
        made = vault.backup(desk, options.folder)
    rows = sum(made.counts.values())
    print(
        ngettext(
            "Backed up and verified: {folder} ({n} row)", "Backed up and verified: {folder} ({n} rows)", rows
        ).format(folder=made.folder, n=rows)
    )
    return DONE


def restore(options: Namespace) -> int:
    """Restore a backup under a name that is free."""
    passphrase = opening.passphrase(options.passphrase_file)
    report = vault.restore(options.backup, options.target, passphrase, options.sign_in)
    made_at = f"{report.made_at:%Y-%m-%d %H:%M}"
    print(_("Restored “{file}” as it was on {made_at} (UTC).").format(file=report.path.name, made_at=made_at))
    return DONE


def check(options: Namespace) -> int:
    """Examine the whole file; what is wrong goes to stderr and the exit code is 3."""
    with opening.desk(options, write=False) as desk:
        return _tell_findings(vault.check(desk), as_json=options.json)


def audit(options: Namespace) -> int:
    """Verify the journal's chain; what is wrong goes to stderr and the exit code is 3."""
    with opening.desk(options, write=False) as desk:
        found = vault.verify_audit(desk)
    problems = [vault.problem_sentence(problem) for problem in found.problems]
    if options.json:
        _write({"ok": found.ok, "entries": found.entries, "erased": found.erased, "problems": problems})
    for sentence in problems:
        print(sentence, file=sys.stderr)
    if found.ok and not options.json:
        whole = ngettext(
            "The journal is complete: {n} entry.", "The journal is complete: {n} entries.", found.entries
        )
        print(whole.format(n=found.entries))
    return DONE if found.ok else REFUSED


def _tell_findings(report: CheckReport, *, as_json: bool) -> int:
    if as_json:
        lines = [{"code": line.code, "ok": line.ok, "text": line.sentence()} for line in report.lines]
        _write({"ok": report.ok, "findings": lines})
    for line in report.lines:
        if not line.ok:
            print(line.sentence(), file=sys.stderr)
        elif not as_json:
            print(line.sentence())
    return DONE if report.ok else REFUSED


def _passphrase_or_new(options: Namespace, language: str) -> tuple[str, bool]:
    """The passphrase given, else a new one and True."""
    given = opening.given_passphrase(options.passphrase_file)
    return (given, False) if given is not None else (vault.generate_passphrase(language), True)


def _tell_passphrases(passphrases: Mapping[str, str]) -> None:
    for name, passphrase in passphrases.items():
        print(_("Sign-in {name}, passphrase: {passphrase}").format(name=name, passphrase=passphrase))


def _progress() -> Callable[[int, int], None] | None:
    """Per cent on one line of stderr, for somebody who watches."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        print(f"\r{100 * done // total} %", end="", file=sys.stderr, flush=True)

    return tell


def _write(value: Mapping[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
