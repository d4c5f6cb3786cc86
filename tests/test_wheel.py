"""The installed wheel is whole: resources, words, migrations; nothing is read from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = """
import sys
from pathlib import Path
from groupwork import i18n, paths
from groupwork.operations import vault
from groupwork.store.keys import Kdf

assert str(paths.resources()).startswith(sys.argv[1]), paths.resources()
assert i18n.words("de").text("present") == "anwesend"
assert (paths.resources() / "locale/de/LC_MESSAGES/groupwork.mo").exists()
kdf = Kdf(memory_kib=19 * 1024, passes=1, lanes=1)
words = vault.generate_passphrase("de")
with vault.new_file(Path(sys.argv[2]), "Centre", "Hanna", words, "de", kdf=kdf) as file:
    print(file.centre)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel, built and unpacked like pip does."""
    out, target = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = out.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(target)
    return target


def test_a_centre_can_be_made_from_the_installed_wheel(installed, tmp_path):
    home = tmp_path / "home"
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
    }
    command = [sys.executable, "-c", SCRIPT, str(installed), str(tmp_path / "centre.groupwork")]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "Centre"


def test_the_wheel_holds_no_tests_and_every_font_has_its_licence(installed):
    assert not (installed / "tests").exists()
    names = {path.name for path in (installed / "groupwork" / "resources" / "fonts").iterdir()}
    assert {"OFL-NotoSans.txt", "OFL-AtkinsonHyperlegibleNext.txt"} <= names
