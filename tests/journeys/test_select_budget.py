"""Few SELECTs per page, and as many for ten years of work as for one, through the real window."""

import os
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from groupwork.operations import demo
from groupwork.store.row import bind
from groupwork.ui import background, faces, pages, style
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.settings.parts import CODES
from groupwork.ui.shell import Shell
from tests.vaults import QUICK

DAY = date(2026, 11, 18)
YEARS = (1, 10)
BUDGET = {"today": 12}
ANY_OTHER = 8
READ_NOTHING = {"settings", "import"}
"""What Settings shows is known since the last write; the import page waits for a file."""


@pytest.fixture(scope="module")
def demos(tmp_path_factory):
    """Demo files of one and of ten years, closed."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("demo_home")
        patch.setattr("groupwork.paths.data_folder", lambda: home / "data")
        for years in YEARS:
            path = home / f"{years}.groupwork"
            demo.make_demo(
                path, demo.PUBLIC_PASSPHRASE, language="en", today=DAY, years=years, people=60, kdf=QUICK
            ).close()
            found[years] = path
    return found


@pytest.fixture
def shells(demos, qapp, qtbot, monkeypatch):
    """The window's frame over each file, at Today."""
    faces.load()
    style.install(qapp)
    monkeypatch.setattr(background.pool, "inline", True)
    opened = {}
    for years, path in demos.items():
        file = demo.vault.open_file(path, "hanna", demo.PUBLIC_PASSPHRASE)
        shell = Shell(Gate(file))
        qtbot.addWidget(shell)
        shell.resize(1366, 768)
        shell.show()
        shell.go(Place("today", shell.gate.today))
        opened[years] = shell
    yield opened
    for shell in opened.values():
        shell.gate.close()


def selects(shell, place):
    """The SELECTs of entering a place and painting it."""
    seen = []
    bind(shell.gate.file.store.db)  # two files are open here, elsewhere only one ever is
    connection = shell.gate.file.store.db.connection()
    QApplication.processEvents()
    connection.set_trace_callback(seen.append)
    try:
        shell.go(place)
        QApplication.processEvents()
    finally:
        connection.set_trace_callback(None)
    return [sql for sql in seen if sql.lstrip().upper().startswith(("SELECT", "WITH"))]


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.code)
def test_a_page_reads_within_its_budget_whatever_the_size_of_the_file(shells, page):
    read = {years: selects(shell, page.sample(shell.gate)) for years, shell in shells.items()}
    counts = {years: len(statements) for years, statements in read.items()}
    if os.environ.get("GROUPWORK_SHOW_SELECTS"):
        print(page.code, counts, *read[1], sep="\n")
    least = 0 if page.code in READ_NOTHING else 1
    assert least <= counts[1] <= BUDGET.get(page.code, ANY_OTHER), "\n".join(read[1])
    assert len(set(counts.values())) == 1, counts


PARTS = (
    *(Place("settings", part=code) for code in CODES),
    *(Place("group", group=1, part=part) for part in ("members", "sessions")),
    Place("preview", DAY, part="fire_list"),
    Place("group", part="new"),
    Place("participants", part="new"),
)
FORMS = (Place("group", group=1, part="plan"), Place("plan", DAY))
"""Beside their page they read what can be chosen, and what the first days would clash with."""
SHEETS = (Place("preview", DAY), Place("preview", DAY, part="week"))
"""Many sheets in one: each is a page of its own."""


def named(place):
    """The place's page and part, for the test's name."""
    return f"{place.page} {place.part}".strip()


@pytest.mark.parametrize("place", PARTS, ids=named)
def test_a_part_of_a_page_reads_within_the_same_budget(shells, place):
    counts = {}
    for years, shell in shells.items():
        for _visit in range(2):  # what is kept between two writes was read at the first
            shell.go(Place("today", shell.gate.today))
            counts[years] = len(selects(shell, place))
    assert counts[1] <= ANY_OTHER, counts
    assert len(set(counts.values())) == 1, counts


@pytest.mark.parametrize("place", FORMS, ids=named)
def test_a_form_that_looks_for_clashes_reads_little_more(shells, place):
    for shell in shells.values():
        assert len(selects(shell, place)) <= ANY_OTHER + BUDGET["today"]


@pytest.mark.parametrize("place", SHEETS, ids=named)
def test_a_pack_reads_no_more_for_each_sheet_than_a_page(shells, place):
    for shell in shells.values():
        statements = selects(shell, place)
        assert len(statements) <= ANY_OTHER * shell.view._sheet.pages
