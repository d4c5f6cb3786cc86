"""The demo centre that the window offers: made when it is asked for the first time."""

from __future__ import annotations

from pathlib import Path

from groupwork.operations import demo_place
from groupwork.operations.desk import Clock
from groupwork.ui.background import Report


def make_demo(language: str, report: Report) -> Path:
    """The path of the demo centre of a language, made when it is missing. Runs off the window's thread."""
    from groupwork.operations import demo

    path = demo_place.demo_path(language)
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    today = Clock().today()
    made = demo.make_demo(
        path,
        demo_place.PUBLIC_PASSPHRASE,
        language=language,
        today=today,
        progress=report.progress,
        cancelled=report.cancelled,
    )
    made.close()
    return path
