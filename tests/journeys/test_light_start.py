"""Opening a file and painting Today imports nothing that only other pages need."""

import os
import subprocess
import sys
from pathlib import Path

from tests.vaults import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "PIL",
    "babel",
    "charset_normalizer",
    "dateutil",
    "groupwork.cli.commands",
    "groupwork.domain.demo",
    "groupwork.operations.imports",
    "groupwork.store.backup",
    "groupwork.store.check",
    "groupwork.ui.views.schedule",
    "holidays",
    "python_calamine",
    "reportlab",
    "tomllib",
    "uharfbuzz",
}
START = """
import sys
from pathlib import Path
from groupwork import __main__
__main__._import_ahead_of_qt()
from groupwork import app as whole
from groupwork.operations import vault
app, window = whole.prepare()
shell = window.show_file(vault.open_file(Path(sys.argv[1]), None, sys.argv[2]))
shell.gate.backups.stop()  # it looks a moment later, which on a busy machine is before Today is painted
window.show()
app.processEvents()
print(shell.place.page, *sorted(sys.modules))
window.close()
"""


def test_today_is_painted_without_what_other_pages_need(vault_file, tmp_path):
    home = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    command = [sys.executable, "-c", START, str(vault_file), PASSPHRASE]
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **home}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    page, *modules = run.stdout.split()
    assert page == "today"
    assert HEAVY & set(modules) == set()
