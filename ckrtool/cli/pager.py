"""Shows a long answer in the user's pager: $CKR_PAGER, $PAGER, else `less -FRX`. Used on a terminal only."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess

DEFAULT = "less -FRX"


def paged(text: str) -> bool:
    """Show `text` in the pager and return True; False where there is none, or where it is turned off (empty or `cat`)."""
    command = _command()
    if not command or command == ["cat"]:
        return False
    # A pager that was asked for without options still has to show colours and to leave the screen as it is.
    env = {"LESS": "FRX", "LV": "-c", **os.environ}
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's as long as it runs
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
            except ValueError:  # a quote that is not closed
                return []
    return shlex.split(DEFAULT)
