"""A shell on a terminal of its own, with the completion loaded and `ckr` replaced by something that shows its arguments."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BASH_HELPERS = "/usr/share/bash-completion/bash_completion"
PROMPT = "READY>"
SHOW = "ckr() { printf '<%s>' \"$@\"; echo RAN''IT; }"
# Listings go on without asking and without paging; a bell is no answer.
BASH_START = f"bind 'set completion-query-items 0'; bind 'set page-completions off'; bind 'set bell-style none'; PS1='{PROMPT}'; {SHOW}"
ZSH_START = f"LISTMAX=100000; setopt nobeep interactivecomments; PS1='{PROMPT}'; zstyle ':completion:*' menu no; {SHOW}"


class Terminal:
    """An interactive shell; `tab` types and completes, `enter` runs the line and returns what the command saw."""

    def __init__(self, command: list[str], start: list[str], folder: Path, path: str | None = None) -> None:
        parent, child = pty.openpty()
        os.set_blocking(parent, False)
        subprocess.run(["stty", "rows", "400", "cols", "400"], stdin=child, check=True)
        env = {
            "PATH": path or os.environ["PATH"], "HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8", "HISTFILE": "/dev/null",
        }  # fmt: skip
        self.parent = parent
        self.unread = ""
        self.run = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, env=env, cwd=folder, start_new_session=True
        )
        os.close(child)
        for line in start:
            self.type(f"{line}\n")
        self.type("echo START''ED\n")
        self.until("STARTED")
        self.until(PROMPT)

    def type(self, text: str) -> None:
        """Send keys."""
        os.write(self.parent, text.encode())

    def until(self, mark: str, seconds: float = 30) -> str:
        """Return what is shown up to `mark`, and keep the rest for later."""
        deadline = time.monotonic() + seconds
        while mark not in self.unread:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.parent], [], [], left)[0]:
                raise AssertionError(f"the shell did not show {mark!r} but {self.unread!r}")
            self.unread += os.read(self.parent, 65536).decode("utf-8", "replace")
        shown, _, self.unread = self.unread.partition(mark)
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r|\x08|\x07", "", shown)

    def completed(self, line: str) -> list[str]:
        """Return the arguments that `ckr` gets when `line` is typed, completed, and run."""
        self.type(f"{line}\t\n")
        shown = self.until("RANIT")
        self.until(PROMPT)
        return re.findall(r"<([^<>]*)>", shown)

    def listed(self, line: str) -> str:
        """Return what the shell lists when Tab is pressed until it does behind `line`; the line is dropped then."""
        self.type(f"{line}\t\t\t")
        self.type("\x15echo DO''NE\n")
        shown = self.until("DONE")
        self.until(PROMPT)
        return shown

    def close(self) -> None:
        """End the shell."""
        self.run.kill()
        self.run.wait()
        os.close(self.parent)


def bash(folder: Path, *, helpers: bool) -> Terminal:
    """Return a bash with the completion, with or without bash-completion's own functions."""
    start = [
        BASH_START,
        *([f"source {BASH_HELPERS}"] if helpers else []),
        f"source {ROOT}/completions/bash/ckr",
    ]
    return Terminal(["bash", "--norc", "--noprofile", "-i"], start, folder)


def zsh(folder: Path) -> Terminal:
    """Return a zsh that finds the completion in fpath, as an installed one is found."""
    start = [ZSH_START, f"fpath=({ROOT}/completions/zsh $fpath); autoload -Uz compinit; compinit -u -D"]
    return Terminal(["zsh", "-f", "-i"], start, folder)
