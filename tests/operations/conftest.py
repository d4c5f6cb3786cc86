"""A fresh centre for each test: one migrated template file, copied."""

import shutil
from datetime import datetime, time

import pytest

from groupwork.operations.desk import Desk
from groupwork.store import tables
from groupwork.store.database import create, open_store
from groupwork.store.keys import Kdf
from groupwork.store.sidecar import keys_path
from tests.builders import MONDAY, PASSPHRASE

QUICK = Kdf(memory_kib=19 * 1024, passes=1, lanes=1)


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory):
    """Keep copies of keys and logs out of the real home folder."""
    from groupwork import paths

    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setattr(paths, "data_folder", lambda: home / "data")
        patch.setattr(paths, "log_folder", lambda: home / "log")
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory, _own_folders):
    """An empty centre with one lead."""
    path = tmp_path_factory.mktemp("template") / "centre.groupwork"

    def fill(store):
        with store.journal.step("sign_in.added", {}) as step:
            step.save(tables.SignIn(name="hanna", role="lead"))

    create(path, "hanna", PASSPHRASE, fill=fill, kdf=QUICK).close()
    return path


@pytest.fixture
def store(template, tmp_path):
    path = tmp_path / "centre.groupwork"
    shutil.copy(template, path)
    shutil.copy(keys_path(template), keys_path(path))
    with open_store(path, "hanna", PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def desk(store):
    """A lead's desk on Monday 12 October 2026, 09:52."""
    return Desk(store, 1, "Hanna Brückner", "lead", MONDAY, datetime.combine(MONDAY, time(9, 52)), "en")


@pytest.fixture
def selects(store):
    """Runs something and returns how many SELECTs the connection saw."""

    def count(operation, *args):
        seen = []
        connection = store.db.connection()
        connection.set_trace_callback(seen.append)
        try:
            operation(*args)
        finally:
            connection.set_trace_callback(None)
        return sum(sql.lstrip().upper().startswith("SELECT") for sql in seen)

    return count
