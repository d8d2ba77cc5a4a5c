"""How a worker ended, and what of the module is running after it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.results import WorkerResult

MARK = "CKR_PROBE_WORKER"
"""The environment variable by which what a worker started is found."""


def name_end(result: WorkerResult, status: int | None) -> None:
    """Put into the result how a process ended by itself: the signal's name, or the exit code (negative status: a signal)."""
    if status is not None and status < 0:
        result.ended = "crashed"
        try:
            result.signal = signal.Signals(-status).name
        except ValueError:
            result.signal = f"signal {-status}"
    else:
        result.ended = "exited"
        result.exit_code = status


def _marked(path: Path, mark: bytes) -> bool:
    try:
        return mark in path.read_bytes().split(b"\0")
    except OSError:
        return False


def survivors_of(mark: str, group: int) -> list[tuple[int, str]]:
    """Return processes that the worker started and that left its group, by the mark in their arguments or environment (Linux).

    A copy of the worker has the arguments, and an environment that only root may read; another program has the environment.
    """
    out = []
    wanted = f"{MARK}={mark}".encode()
    try:
        numbers = [int(name) for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208
    except OSError:
        return []
    for pid in numbers:
        folder = Path("/proc") / str(pid)
        try:
            if os.getpgid(pid) != group and (
                _marked(folder / "cmdline", mark.encode()) or _marked(folder / "environ", wanted)
            ):
                out.append((pid, (folder / "comm").read_text("utf-8", "backslashreplace").strip()))
        except OSError:
            continue
    return out
