"""From a bare clone to the running app or the tests, with the standard library only.

    python3 packaging/bootstrap.py run      (Windows: py packaging\\bootstrap.py run)
    python3 packaging/bootstrap.py test     (Windows: py packaging\\bootstrap.py test)

Installs the few system libraries Qt needs where it may (else prints the one line to run), makes
.venv, installs what the lock file names, and starts. With no display, `run` does the main job
without a window and says where the printed sheets lie.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}
SUPPORTED = ((3, 11), (3, 12), (3, 13))

# Shared library -> Debian package. libGL and libEGL are needed even without a display.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
}
DISPLAY_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class Stop(Exception):
    """The person has to do something first; the text says what."""


def main(arguments: list[str]) -> int:
    """Do one of the two commands. Returns the exit code."""
    if not arguments or arguments[0] not in LOCKS:
        print(__doc__)
        return 2
    command, rest = arguments[0], arguments[1:]
    try:
        interpreter = find_python()
        system_libraries(command)
        make_venv(interpreter)
        install(interpreter, LOCKS[command])
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 3
    return run_tests(rest) if command == "test" else run_app(rest)


def find_python() -> str:
    """This Python when it is one that Groupwork supports, else another one on the PATH."""
    if sys.version_info[:2] in SUPPORTED:
        return sys.executable
    for major, minor in reversed(SUPPORTED):
        found = shutil.which(f"python{major}.{minor}")
        if found:
            return found
    version = ".".join(map(str, sys.version_info[:2]))
    raise Stop(f"Groupwork needs Python 3.11, 3.12 or 3.13; this is {version}. See https://www.python.org.")


def has_display() -> bool:
    """Whether a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def system_libraries(command: str) -> None:
    """On Linux, see that Qt's shared libraries are there; install or name what is missing."""
    if not sys.platform.startswith("linux"):
        return
    wanted = dict(LIBRARIES)
    if has_display():
        wanted.update(DISPLAY_LIBRARIES)
    missing = sorted({package for library, package in wanted.items() if not loads(library)})
    if command == "test" and os.environ.get("CI") and not shutil.which("strace"):
        missing.append("strace")  # the power-cut test reads a system-call trace
    if not missing:
        return
    line = "apt-get install --no-install-recommends -y " + " ".join(missing)
    if not shutil.which("apt-get"):
        raise Stop(f"These system libraries are missing: {', '.join(missing)} (Debian's names).")
    prefix = apt_prefix()
    if prefix is None:
        raise Stop(f"Please run this line once, then start again:\n\n    sudo {line}")
    print(f"Installing system libraries: {' '.join(missing)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], env=environment, check=False)
    done = subprocess.run([*prefix, *line.split()], env=environment, check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise Stop(f"Installing failed. Please run this line, then start again:\n\n    sudo {line}")


def loads(library: str) -> bool:
    """Whether the dynamic loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_prefix() -> list[str] | None:
    """What to put before apt-get: nothing as root, `sudo -n` where it asks for no password, else None."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if allowed else None


def make_venv(interpreter: str) -> None:
    """Make .venv, also where Debian has split ensurepip off."""
    if PYTHON.exists() and works([str(PYTHON), "-c", "import sys"]) and same_python(interpreter):
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    print("Making .venv", flush=True)
    if works([interpreter, "-c", "import ensurepip"]):
        made = subprocess.run([interpreter, "-m", "venv", str(VENV)], capture_output=True, check=False)
        if made.returncode == 0:
            return
        shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([interpreter, "-m", "venv", "--without-pip", str(VENV)], check=True)


def same_python(interpreter: str) -> bool:
    """Whether .venv was made by the same minor version."""
    ask = "import sys; print(sys.version_info[:2])"
    answers = [
        subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False).stdout
        for python in (str(PYTHON), interpreter)
    ]
    return answers[0] == answers[1] != ""


def works(command: list[str]) -> bool:
    """Whether a command ends well."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def pip_command(interpreter: str) -> list[str]:
    """The pip that installs into .venv: its own, or the outer one with --python."""
    if works([str(PYTHON), "-m", "pip", "--version"]):
        return [str(PYTHON), "-m", "pip"]
    if works([interpreter, "-m", "pip", "--version"]):
        return [interpreter, "-m", "pip", "--python", str(PYTHON)]
    prefix = apt_prefix() if sys.platform.startswith("linux") and shutil.which("apt-get") else None
    if prefix is not None:
        print("Installing python3-pip", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*prefix, "apt-get", "update", "-qq"], env=environment, check=False)
        install_pip = [*prefix, "apt-get", "install", "--no-install-recommends", "-y", "python3-pip"]
        subprocess.run(install_pip, env=environment, check=False, stdout=subprocess.DEVNULL)
        if works([interpreter, "-m", "pip", "--version"]):
            return [interpreter, "-m", "pip", "--python", str(PYTHON)]
    raise Stop("pip is missing. Please install it (Debian, Ubuntu: sudo apt-get install python3-pip).")


def install(interpreter: str, lock: str) -> None:
    """Install exactly what the lock names (hashes checked) and put this checkout on the path."""
    lock_file = ROOT / "packaging" / lock
    wanted = hashlib.sha256(lock_file.read_bytes()).hexdigest()
    stamp = VENV / f"{lock}.stamp"
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print(f"Installing what packaging/{lock} names (the first time takes some minutes)", flush=True)
    wheels = ROOT / "packaging" / "wheels"
    offline = ["--no-index", "--find-links", str(wheels)] if wheels.is_dir() else []
    command = [*pip_command(interpreter), "install", "--require-hashes", "--only-binary", ":all:"]
    done = subprocess.run([*command, *offline, "-r", str(lock_file)], check=False)
    if done.returncode:
        raise Stop("Installing failed; the lines above say why. Nothing outside .venv was changed.")
    site = subprocess.run(
        [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    (Path(site) / "groupwork-checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    put_command()
    stamp.write_text(wanted, encoding="ascii")


def put_command() -> None:
    """`groupwork` beside the environment's Python, as an installed package has it."""
    if os.name == "nt":
        text = '@"%~dp0python.exe" -m groupwork %*\n'
        (PYTHON.parent / "groupwork.cmd").write_text(text, encoding="ascii")
        return
    script = PYTHON.parent / "groupwork"
    script.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m groupwork "$@"\n', encoding="ascii")
    script.chmod(0o755)


def run_tests(rest: list[str]) -> int:
    """The whole check with a display that needs no screen; extra arguments go to pytest alone."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(PYTHON), "-m", "pytest", *rest] if rest else [str(PYTHON), "packaging/check.py"]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def run_app(rest: list[str]) -> int:
    """The window on the demo centre, or the main job where there is no display."""
    if rest:
        return subprocess.run([str(PYTHON), "-m", "groupwork", *rest], cwd=ROOT, check=False).returncode
    arguments = ["packaging/main_job.py"] if not has_display() else ["-m", "groupwork", "--demo"]
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
