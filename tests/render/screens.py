"""What `ckr report FILE` shows on real terminals (tmux): `python -m tests.render.screens` takes the pictures anew.

Look at each difference before a commit. The pictures are text; one of them has the escape sequences too.
"""

import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.render.goldens import HERE, SCREENS

WIDTHS = (80, 100, 160)
FOLDER = HERE / "screens"
HEIGHT = 100  # more than any of them has, so that nothing scrolls away
END = "--end--"


def names() -> list[tuple[str, int, bool]]:
    """Return report, width and whether colours are kept, of each picture."""
    return [*((name, width, False) for width in WIDTHS for name in SCREENS), ("wrong-pin", 80, True)]


def file_of(name: str, width: int, colours: bool) -> Path:
    """Return where a picture is kept."""
    return FOLDER / f"{name}.{width}.{'ansi' if colours else 'txt'}"


def taken(name: str, width: int, colours: bool) -> str:
    """Return what a terminal of that width shows of a stored report."""
    for pause in (0.5, 1, 2, 4):  # other tests use up all processes for a moment, see `conftest.run`
        try:
            return _taken(name, width, colours)
        except (BlockingIOError, subprocess.CalledProcessError):
            time.sleep(pause)
    return _taken(name, width, colours)


def _taken(name: str, width: int, colours: bool) -> str:
    report = shlex.quote(str(HERE / "reports" / f"{name}.json"))
    ckr = f"{shlex.quote(sys.executable)} -m ckrtool"
    with tempfile.TemporaryDirectory() as folder:
        tmux = ["tmux", "-f", "/dev/null", "-S", f"{folder}/socket"]
        env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TMUX", "COLUMNS")}
        env |= {"TERM": "screen-256color", "CKR_PAGER": "cat", "LC_ALL": "C.UTF-8"}
        command = f"{ckr} report {report}; printf %s {END}; sleep 60"
        start = [*tmux, "new-session", "-d", "-x", str(width), "-y", str(HEIGHT), "sh", "-c", command]
        subprocess.run(start, check=True, env=env)
        try:
            return _captured(tmux, colours)
        finally:
            subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)


def _captured(tmux: list[str], colours: bool) -> str:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        seen = subprocess.run(
            [*tmux, "capture-pane", "-p", *(["-e"] if colours else [])],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        if END in seen:
            return "".join(f"{line.rstrip()}\n" for line in seen.partition(END)[0].splitlines())
        time.sleep(0.1)
    raise TimeoutError(seen)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for one in names():
        file_of(*one).write_text(taken(*one), "utf-8")
