"""The main job without a window: demo centre, its week, one register recorded, the day on paper.

Run by `bootstrap.py run` where there is no display. Uses the commands a person would type.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from datetime import date, timedelta
from typing import Any

from groupwork import paths
from groupwork.cli import main as groupwork
from groupwork.operations.demo import PUBLIC_PASSPHRASE


def main() -> int:
    """Do it once; every step prints what it did. Returns the exit code."""
    os.environ["GROUPWORK_PASSPHRASE"] = PUBLIC_PASSPHRASE
    folder = paths.data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "demo-en.groupwork"
    if not file.exists():
        print("Making the demo centre (all people and places are invented)", flush=True)
        run("demo", str(file))
    sessions = week(str(file))
    print(f"The week has {len(sessions)} sessions:")
    for session in sessions:
        when = f"{session['date']} {session['start']}–{session['end']}"
        print(f"  {when}  {session['title']}  [{session['status']}]")
    chosen = next(s for s in sessions if s["status"] == "planned" or s["recorded"] < s["on_register"])
    register = ask("register", str(file), "--session", str(chosen["id"]), "--json")
    person = register["marks"][0]["code"]
    print(f"Recording {person}, 10 minutes late, in {chosen['title']} of {chosen['date']}")
    run("register", str(file), "--session", str(chosen["id"]), "--set", f"{person}=L10")
    out = folder / "sheets"
    run("sheets", str(file), "--kind", "register", "--date", chosen["date"], "--out", str(out))
    print(f"\nThe sheets of {chosen['date']} lie in {out}:")
    for sheet in sorted(out.glob("*.pdf")):
        print(f"  {sheet.name}  {sheet.stat().st_size // 1024} KB")
    print("\nThere is no display here. On a desktop the same command opens the window.")
    return 0


def week(file: str) -> list[dict[str, Any]]:
    """The sessions of the demo's own week: the one that still has an open register."""
    first = date.fromisoformat("1970-01-01")
    everything: list[dict[str, Any]] = ask(
        "schedule", file, "--from", first.isoformat(), "--to", "2999-12-31", "--json"
    )["sessions"]
    open_day = next(s["date"] for s in everything if s["status"] == "planned")
    monday = date.fromisoformat(open_day) - timedelta(days=date.fromisoformat(open_day).weekday())
    days = {(monday + timedelta(days=n)).isoformat() for n in range(5)}
    return [s for s in everything if s["date"] in days]


def run(*arguments: str) -> None:
    """One command; its refusal ends the job."""
    code = groupwork(list(arguments))
    if code:
        sys.exit(code)


def ask(*arguments: str) -> dict[str, Any]:
    """One command's JSON answer."""
    answer = io.StringIO()
    with contextlib.redirect_stdout(answer):
        run(*arguments)
    found: dict[str, Any] = json.loads(answer.getvalue())
    return found


if __name__ == "__main__":
    sys.exit(main())
