"""Two starting points: a bare encrypted database with its journal, and a whole centre of the vault."""

import secrets
import shutil
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from groupwork import paths
from groupwork.store import row, tables
from groupwork.store.connection import CipherDatabase, Mode
from groupwork.store.journal import Journal
from groupwork.store.keys import FILE_ID_BYTES, KEY_BYTES, DataKey
from groupwork.store.migrations import migrate
from tests import vaults

WORKSTATION = "desk-1"


class ManualClock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = datetime(2026, 10, 12, 7, 52, tzinfo=UTC)

    def __call__(self):
        return self.now

    def pass_by(self, **span):
        self.now += timedelta(**span)


@pytest.fixture(scope="session")
def data_key():
    return DataKey(secrets.token_bytes(FILE_ID_BYTES), secrets.token_bytes(KEY_BYTES))


@pytest.fixture(scope="session")
def migrated(tmp_path_factory, data_key):
    path = tmp_path_factory.mktemp("schema") / "schema.groupwork"
    db = CipherDatabase(path, data_key, Mode.CREATE)
    db.connect()  # `with db` would open a transaction, and no table can be rebuilt inside one
    row.bind(db)
    migrate(db)
    row.unbind(db)
    db.close()
    return path


@pytest.fixture
def db_path(migrated, tmp_path):
    return shutil.copy(migrated, tmp_path / "raw.groupwork")


@pytest.fixture
def db(db_path, data_key):
    opened = CipherDatabase(db_path, data_key, Mode.WRITE)
    opened.connect()
    row.bind(opened)
    yield opened
    row.unbind(opened)
    opened.close()


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def journal(db, clock):
    return Journal(db, WORKSTATION, clock=clock)


@pytest.fixture
def centre(journal):
    """One activity, one session on 12 October at 09:45, three people on its register."""
    with journal.step("test.built", {}, 1) as step:
        activity = step.save(tables.Activity(code="HOLZ", name="Woodwork", category="craft", minutes=120))
        session = step.save(tables.Session(activity=activity, date="2026-10-12", start="09:45", end="11:45"))
        names = ("Walter Kümmelbein", "Zbigniew Łąckorzyński", "João Valdevez")
        people = [
            step.save(tables.Participant(code=f"P{n:02}", called=name.split()[0], full=name))
            for n, name in enumerate(names, 1)
        ]
        marks = [step.save(tables.Attendance(session=session, participant=p)) for p in people]
    return SimpleNamespace(activity=activity, session=session, people=people, marks=marks, built=step.done)


@pytest.fixture
def mark(journal, centre):
    """Set the nth person's mark in a step of its own."""

    def set_mark(n, status, actor=1, **fields):
        entry = tables.Attendance(__no_default__=1, id=centre.marks[n].id)
        entry.status = status
        for name, value in fields.items():
            setattr(entry, name, value)
        params = {"session": centre.session.id, "participant": centre.people[n].id, "status": status}
        with journal.step("attendance.recorded", params, actor) as step:
            step.save(entry)
        return step.done

    return set_mark


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Keep copies of keys out of the real home folder, a fresh one for each test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setattr(paths, "data_folder", lambda: home / "data")


@pytest.fixture(scope="session")
def centre_template(tmp_path_factory):
    """A closed centre with one lead, to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("first_home")
        patch.setattr(paths, "data_folder", lambda: home / "data")
        return vaults.make(tmp_path_factory.mktemp("template") / "centre.groupwork")


@pytest.fixture
def file(centre_template, tmp_path):
    """A closed centre of this test's own."""
    folder = tmp_path / "centre"
    folder.mkdir()
    return vaults.copy(centre_template, folder)


@pytest.fixture
def store(file):
    """The same, open."""
    with vaults.opened(file) as found:
        yield found
