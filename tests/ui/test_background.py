"""Jobs on another thread: their end comes back here, and no garbage is searched for meanwhile."""

import gc
import threading

import pytest

from groupwork.errors import Refused
from groupwork.ui import background


@pytest.fixture(autouse=True)
def _real_threads(monkeypatch):
    monkeypatch.setattr(background.pool, "inline", False)


def test_the_answer_comes_back_on_this_thread(qtbot):
    told = []
    background.run(
        lambda report: threading.get_ident(),
        lambda answer: told.append((answer, threading.get_ident())),
        print,
    )
    qtbot.waitUntil(lambda: bool(told))
    worker, here = told[0]
    assert here == threading.get_ident() != worker


def test_a_refusal_comes_back_as_such(qtbot):
    told = []

    def work(_report):
        raise Refused("no")

    background.run(work, print, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Refused)


def test_no_garbage_is_searched_for_while_jobs_run(qtbot):
    """A widget freed on a worker's thread breaks Qt's list of all widgets."""
    gate, seen, ended = threading.Event(), [], []

    def work(_report):
        gate.wait(5)
        seen.append(gc.isenabled())

    assert gc.isenabled()
    for _ in range(2):
        background.run(work, ended.append, print)
    assert not gc.isenabled()
    gate.set()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert seen == [False, False]
    assert gc.isenabled()
