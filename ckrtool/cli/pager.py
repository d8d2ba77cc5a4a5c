"""Show long output in the user's pager: $CKR_PAGER, $PAGER, else `less -FRX`. Used on a terminal only."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess

DEFAULT = "less -FRX"


def paged(text: str) -> bool:
    """Show `text` in the pager and return True; return False if there is no pager, or it is turned off (empty or `cat`)."""
    command = _command()
    if not command or command == ["cat"]:
        return False
    # Defaults for a pager without options: show colours, and keep the text on the screen.
    env = {"LESS": "FRX", "LV": "-c", **os.environ}
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # while the pager runs, it handles Ctrl-C
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=env)
    except OSError:
        return False
    else:
        process.communicate(text.encode("utf-8", "backslashreplace"))
        return True
    finally:
        signal.signal(signal.SIGINT, before)


def _command() -> list[str]:
    for name in ("CKR_PAGER", "PAGER"):
        if name in os.environ:
            try:
                return shlex.split(os.environ[name])
            except ValueError:  # unbalanced quotes
                return []
    return shlex.split(DEFAULT)
