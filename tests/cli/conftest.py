"""A demo file of its own for each test, and a way to run a command in this process."""

import json
import shutil
from datetime import date

import pytest

from groupwork import i18n, paths
from groupwork.cli import main
from groupwork.cli.opening import VARIABLE
from groupwork.operations import demo, history, vault
from groupwork.store.keys import Kdf
from groupwork.store.sidecar import keys_path

QUICK = Kdf(memory_kib=19 * 1024, passes=1, lanes=1)
MACHINE_DAY = date(2026, 10, 30)
"""Its week is week 9 as written: the demo plays on Wed 28 Oct 2026."""


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory):
    """Keep copies of keys and logs out of the real home folder."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setattr(paths, "data_folder", lambda: home / "data")
        patch.setattr(paths, "log_folder", lambda: home / "log")
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory, _own_folders):
    path = tmp_path_factory.mktemp("demo") / "demo.groupwork"
    demo.make_demo(path, demo.PUBLIC_PASSPHRASE, language="en", today=MACHINE_DAY, kdf=QUICK).close()
    return path


@pytest.fixture
def file(template, tmp_path):
    """The path of a fresh demo centre."""
    path = tmp_path / "centre.groupwork"
    shutil.copy(template, path)
    shutil.copy(keys_path(template), keys_path(path))
    return path


@pytest.fixture(autouse=True)
def _environment(monkeypatch):
    """The public passphrase, an English environment, and English again afterwards."""
    monkeypatch.setenv(VARIABLE, demo.PUBLIC_PASSPHRASE)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    yield
    i18n.use("en")


@pytest.fixture
def run(capsys):
    """Run a command: (exit code, what it wrote, what it complained)."""

    def call(*words):
        code = main([str(word) for word in words])
        written = capsys.readouterr()
        return code, written.out, written.err

    return call


@pytest.fixture
def ask(run):
    """Run a command with --json and return its answer."""

    def call(*words):
        code, out, err = run(*words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return call


@pytest.fixture
def opened(file):
    """Run something at the desk of the file, which is open meanwhile."""

    def call(work):
        with vault.open_file(file, None, demo.PUBLIC_PASSPHRASE) as one:
            return work(one.desk("en"))

    return call


@pytest.fixture
def last_step(opened):
    """The newest step of somebody in the journal; None before the first."""

    def find(desk):
        return next((line for line in history.history(desk, 50) if line.kind == "step"), None)

    return lambda: opened(find)
