"""The demo centre as a file: whole, repeatable, with its own clock and sign-ins, or not there at all."""

from datetime import date, timedelta

import pytest

from groupwork import paths
from groupwork.domain.clashes import ClashKind
from groupwork.domain.sessions import SessionStatus
from groupwork.errors import Cancelled, Refused, WrongPassphrase, WrongPlace
from groupwork.operations import clashes, demo, register, sessions, settings, vault
from groupwork.store import derived
from groupwork.store.keys import Kdf

QUICK = Kdf(memory_kib=19 * 1024, passes=1, lanes=1)
MACHINE_DAY = date(2026, 10, 30)
SECRET = demo.PUBLIC_PASSPHRASE


def made(path, **wish):
    wish = {"language": "en", "today": MACHINE_DAY, "kdf": QUICK} | wish
    return demo.make_demo(path, SECRET, **wish)


@pytest.fixture(scope="module")
def template(tmp_path_factory, _own_folders):
    """One demo for the tests that only look."""
    with made(tmp_path_factory.mktemp("demo") / "demo.groupwork") as file:
        yield file


@pytest.fixture
def desk(template):
    return template.desk("en")


def dump(file):
    """Every table of the demo's own rows, in full."""
    names = [table._meta.table_name for table in demo.TABLES.values()]
    return {
        name: file.store.db.execute_sql(f'SELECT * FROM "{name}" ORDER BY id').fetchall() for name in names
    }


def test_the_demo_plays_on_its_own_wednesday_whatever_the_machine_says(desk):
    assert (desk.today, desk.now.hour, desk.now.minute) == (date(2026, 10, 28), 8, 40)
    assert (desk.role, desk.actor_name) == ("lead", "Hanna Brückner")
    centre = settings.centre(desk)
    assert (centre.name, centre.demo_day, centre.demo) == ("Kiefernbogen Day Centre", desk.today, True)
    assert (centre.term.first, centre.term.last) == (date(2026, 8, 31), date(2026, 11, 20))


def test_derived_columns_are_what_the_store_would_compute(template):
    before = dump(template)
    with pytest.raises(ZeroDivisionError), template.store.journal.step("test.rebuilt"):
        derived.rebuild(template.store.db)
        assert dump(template) == before
        raise ZeroDivisionError  # roll back: the file stays as it was made
    assert template.store.db.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def test_rows_are_written_with_one_event_that_holds_count_and_digest(template):
    steps = template.store.db.execute_sql("SELECT verb, kind, changes, params FROM journal_step").fetchall()
    (filled,) = [step for step in steps if step[0] == "demo.filled"]
    assert filled[1:3] == ("event", 0)
    assert f'"rows":{template.rows}' in filled[3]
    assert '"digest":"' in filled[3]
    assert template.store.journal.undoable(template.sign_in) == ()
    desk = template.desk("en")
    assert vault.verify_audit(desk).ok
    assert vault.check(desk).ok


def test_the_same_wish_gives_the_same_rows(template, tmp_path):
    with made(tmp_path / "again.groupwork") as again:
        assert dump(again) == dump(template)
        digests = [
            file.store.db.execute_sql("SELECT params FROM journal_step WHERE verb = 'demo.filled'").fetchone()
            for file in (again, template)
        ]
    assert digests[0] == digests[1]


def test_operations_see_week_9_with_two_open_registers(desk):
    week = sessions.week(desk, desk.today)
    assert week[2].week_of_term == (9, 12)
    open_ones = [s for day in week for s in day.sessions if s.is_open(desk.now)]
    assert [(s.date.weekday(), s.title) for s in open_ones] == [
        (0, "Morning round"),
        (1, "Textile craft and sewing"),
    ]
    assert [s.on_register for s in open_ones] == [14, 4]


def test_the_wood_workshop_of_today_shows_who_is_away_and_why(desk):
    (wood,) = [s for s in sessions.day(desk, desk.today).sessions if s.title == "Wood workshop"]
    assert [(away.name, away.status) for away in wood.away] == [("João", "O")]
    assert (wood.on_register, wood.expected) == (5, 4)
    page = register.register(desk, wood.id)
    assert [row.absence_words for row in page.rows if row.code == "P20"] == ["dentist"]
    assert [alert.words for row in page.rows if row.code == "P13" for alert in row.alerts] == [
        "dust allergy: mask"
    ]


def test_the_two_deliberate_clashes_are_the_only_ones(desk):
    found = clashes.clashes_between(desk, date(2026, 8, 31), date(2026, 11, 20))
    told = sorted((clash.kind, dict(clash.values)["what"]) for each in found.values() for clash in each)
    assert told == [
        (ClashKind.PARTICIPANT, "Jürgen Hassenpflug-Maier"),
        (ClashKind.PARTICIPANT, "Jürgen Hassenpflug-Maier"),
        (ClashKind.ROOM, "Art studio"),
        (ClashKind.ROOM, "Art studio"),
    ]


def test_until_records_the_whole_term_and_plays_on_its_evening(tmp_path):
    with made(tmp_path / "term.groupwork", until=date(2026, 11, 20)) as file:
        desk = file.desk("en")
        assert f"{desk.now:%Y-%m-%d %H:%M}" == "2026-11-20 17:00"
        found = sessions.sessions_between(desk, date(2026, 8, 1), date(2026, 12, 31))
        assert len(found) == 324
        assert sum(s.status is SessionStatus.HELD for s in found) == 314
        assert sum(s.on_register for s in found if s.register_taken) == 1446 + 6
        assert clashes.clashes_between(desk, date(2026, 8, 31), date(2026, 11, 20)) == {}


def test_german_is_german_and_names_stay(tmp_path, template):
    with made(tmp_path / "de.groupwork", language="de") as file:
        german, english = dump(file), dump(template)
        assert file.centre == "Tagesstätte Kiefernbogen"
    named = ([row[:10] for row in each["participant"]] for each in (german, english))
    assert len({str(names) for names in named}) == 1
    assert german["attendance"] == english["attendance"]
    for name in ("activity", "room", "session_task", "alert", "facilitator"):
        assert german[name] != english[name]


def test_other_sign_ins_open_the_demo_with_passphrases_of_their_own(template):
    roles = {}
    for name, secret in template.passphrases.items():
        with vault.open_file(template.store.path, name, secret, read_only=True) as file:
            roles[name] = file.role
    assert roles == {
        "hanna": "lead",
        "tomasz": "facilitator",
        "priya": "facilitator",
        "samuel": "facilitator",
        "leyla": "facilitator",
        "greta": "volunteer",
    }
    assert len(set(template.passphrases.values())) == 6
    with pytest.raises(WrongPassphrase):
        vault.open_file(template.store.path, "greta", SECRET, read_only=True)


def test_a_stopped_demo_leaves_no_file(tmp_path):
    with pytest.raises(Cancelled):
        made(tmp_path / "stopped.groupwork", years=1, cancelled=lambda: True)
    assert [p.name for p in tmp_path.iterdir() if p.suffix != ".lock"] == []


def test_a_demo_replaces_nothing(tmp_path):
    path = tmp_path / "there.groupwork"
    path.write_bytes(b"something else")
    with pytest.raises(WrongPlace):
        made(path)
    assert path.read_bytes() == b"something else"


def test_years_and_people_grow_the_file_and_keep_the_term(template, tmp_path):
    told = []
    with made(
        tmp_path / "big.groupwork",
        years=2,
        people=120,
        progress=lambda done, total: told.append(done / total),
    ) as big:
        desk = big.desk("en")
        count = lambda table: big.store.db.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: E731
        assert count("participant") == 120
        assert count("session") == 325 + 27 * (2 * 52 - 12)
        first = desk.today - timedelta(weeks=2 * 52)
        assert sessions.sessions_between(desk, first, first + timedelta(weeks=6))
        assert big.store.db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
        small = dump(template)
        assert dump(big)["attendance"][: len(small["attendance"])] == small["attendance"]
        assert (
            count("attendance WHERE session_id IN (SELECT id FROM session WHERE date < '2026-08-31')") > 9000
        )
    assert told == sorted(told)
    assert told[-1] <= 1


@pytest.mark.parametrize("until", [date.min, date(1949, 12, 31), date.max])
def test_a_day_no_centre_can_have_is_refused(tmp_path, until):
    with pytest.raises(Refused):
        made(tmp_path / "demo.groupwork", until=until)
    assert list(tmp_path.iterdir()) == []


def test_each_language_has_its_own_file_in_the_data_folder():
    assert demo.demo_path("de").name == "demo-de.groupwork"
    assert demo.demo_path("en").parent == demo.demo_path("de").parent == paths.data_folder()


def test_the_public_passphrase_is_the_described_one():
    assert demo.description()["centre"]["passphrase"] == demo.PUBLIC_PASSPHRASE
