"""The progress line: position, sequence, call, and after a second how long and when it is given up."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

from ckrtool.cli.progress import Progress
from ckrtool.probe import protocol

if TYPE_CHECKING:
    import pytest


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Put a terminal in stderr's place; not by a fixture, which pytest's capture would undo."""
    made = Screen()
    monkeypatch.setattr("sys.stderr", made)
    monkeypatch.setenv("COLUMNS", "80")
    return made


def progress() -> Progress:
    return Progress(["load", "identity", "login"], protocol.limit)


def test_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    one = progress()
    one.show("identity", "C_GetTokenInfo")
    assert screen.getvalue().endswith("\r\x1b[K2/3 identity  C_GetTokenInfo")
    now = time.monotonic()
    assert one.line(now + 12) == "2/3 identity  C_GetTokenInfo  12 s (limit 30 s; Ctrl-C stops)"
    one.show("login", "C_Login")
    assert one.line(now + 5).endswith("C_Login  5 s (limit 120 s; Ctrl-C stops)")
    one.show("login", None)
    assert screen.getvalue().endswith("\r\x1b[K")
    one.wipe()
    assert one.last == "login"


def test_it_is_drawn_again_each_second(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    one = progress()
    one.show("load", "C_Initialize")
    until = time.monotonic() + 10
    while "1 s (gives up" not in screen.getvalue() and time.monotonic() < until:
        time.sleep(0.05)
    one.wipe()
    assert "1/3 load  C_Initialize  1 s (limit 30 s; Ctrl-C stops)" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_nothing_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    one = progress()
    one.show("load", "C_Initialize")
    one.wipe()
    assert pipe.getvalue() == ""
    assert one.last == "load, C_Initialize"
