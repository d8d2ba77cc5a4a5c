"""Ended children are seen, and left for their parent to reap, with os.waitid and without it (macOS before Python 3.13)."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ckrtool.probe.waiting import ended_child

PAUSE = [sys.executable, "-c", "input()"]


@pytest.fixture(params=["os.waitid", "the C library's waitid"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param != "os.waitid":
        monkeypatch.delattr(os, "waitid")


@pytest.mark.usefixtures("_way")
def test_child_is_seen_once_it_has_ended_and_is_not_reaped() -> None:
    with subprocess.Popen(PAUSE, stdin=subprocess.PIPE) as child:
        assert ended_child(child.pid) is None
        assert child.stdin is not None
        child.stdin.close()
        while ended_child(child.pid) is None:
            pass
        assert ended_child(child.pid) == child.pid
        assert ended_child() == child.pid
        assert child.wait(10) == 1  # EOFError of input(): its status is still there to be read


@pytest.mark.usefixtures("_way")
def test_no_such_child_is_an_error() -> None:
    with pytest.raises(ChildProcessError):
        ended_child(os.getpid())
