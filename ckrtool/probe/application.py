"""The sequence `application`: what a program using python-pkcs11 meets, its exceptions mapped back to the CK_RV where they can be.

It runs in a process of its own (application_child.py), since the library can't be unloaded and a crash must be survived.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ckrtool._tables import spellings
from ckrtool.probe.leftovers import Family
from ckrtool.probe.results import CallResult, SequenceResult

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ckrtool.probe.interruption import Interruption

NAME = "application"
LACKING = "python-pkcs11-missing"
_START = "import sys; sys.path[:0] = sys.argv.pop(1).split(':'); from ckrtool.probe.application_child import main; main(sys.argv[1:])"
_UNMAPPED = re.compile(r"0x([0-9a-fA-F]{1,16})")
_LARGEST = 1 << 20
_STARTING = 60.0


@dataclass
class Task:
    """What the process is to do; `hear` is told the name of each call before it is made and whether it was refused after."""

    path: str
    slot: int
    label: str
    timeout: float
    environment: Mapping[str, str]
    pin: bytes | None = None
    hear: Callable[[str, bool | None], None] = lambda _name, _right: None
    interruption: Interruption | None = None
    calls: list[CallResult] = field(default_factory=list)
    lacking: str | None = None

    @property
    def interrupted(self) -> bool:
        """Return whether a signal ended the run."""
        return self.interruption is not None and self.interruption.number is not None


def rv_of(kind: str, text: str) -> int | None:
    """Return the CK_RV behind an exception of python-pkcs11; None where it does not tell."""
    known = spellings.FORMS.get(kind.lower())
    if known is not None:
        return int(known)
    found = _UNMAPPED.search(text) if kind == "pkcs11.exceptions.PKCS11Error" else None
    return int(found[1], 16) if found else None


def run(task: Task) -> SequenceResult:
    """Run the process and return the sequence's result; never raises for what the module does."""
    reading, writing = os.pipe()
    mark = secrets.token_hex(8)
    with Family() as family:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, ":".join(_paths()), str(writing), str(os.getpid()), mark],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(writing,),
            start_new_session=True,
            env=dict(task.environment),
        )
        os.close(writing)
        try:
            _feed(process, task)
            late = _listen(reading, task)
        finally:
            os.close(reading)
            status = _end(process)
            family.end_copies(process.pid, mark)
    return _result(task, late, status)


def _paths() -> list[str]:
    """Return where the child finds this package."""
    return [str(Path(__file__).resolve().parent.parent.parent)]


def _feed(process: subprocess.Popen[bytes], task: Task) -> None:
    plan = json.dumps({"path": task.path, "slot": task.slot, "label": task.label}).encode("ascii")
    secret = task.pin or b""
    assert process.stdin
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(len(plan).to_bytes(8, "big") + plan + len(secret).to_bytes(8, "big") + secret)
        process.stdin.close()


def _listen(reading: int, task: Task) -> bool:
    """Take messages until the process is done or gone; return whether a call did not come back in time."""
    pending = b""
    until = time.monotonic() + _STARTING
    stop = task.interruption.descriptor if task.interruption else None
    heard = [reading] if stop is None else [reading, stop]
    while True:
        ready = select.select(heard, [], [], max(0.0, until - time.monotonic()))[0]
        if not ready or task.interrupted:
            return True
        part = os.read(reading, 65536)
        if not part or len(pending) > _LARGEST:
            return False
        *lines, pending = (pending + part).split(b"\n")
        for line in lines:
            try:
                message = json.loads(line)
                task.lacking = message.get("lacking")
                if "done" in message or task.lacking is not None:
                    return False
                _take(message, task)
            except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
                return False  # a module has written into our pipe: what comes after it can't be told
            until = time.monotonic() + (task.timeout if "enter" in message else _STARTING)


def _take(message: dict[str, Any], task: Task) -> None:
    if "enter" in message:
        task.calls.append(CallResult(len(task.calls) + 1, (), "step", message["enter"], {}))
        task.hear(message["enter"], None)
        return
    call = task.calls[-1]
    call.ns = message["ns"]
    error = message["error"]
    task.hear(call.function, error is None)
    if error is None:
        call.rv, call.met = 0, True
        return
    kind, text = error
    call.rv = rv_of(kind, text)
    call.detail = kind if call.rv is not None else f"{kind}: python-pkcs11 does not tell the CK_RV"
    call.output = {"exception": kind, "text": text}
    call.met = False
    if message["skip"]:
        call.outcome, call.reason, call.met = "skipped", "refused", None


def _end(process: subprocess.Popen[bytes]) -> int:
    """End the process, and reap it."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(0.5)
    process.kill()
    return process.wait()


def _result(task: Task, late: bool, status: int) -> SequenceResult:
    result = SequenceResult(NAME, NAME, "passed", calls=task.calls)
    last = task.calls[-1] if task.calls else None
    open_call = last if last is not None and last.ns is None else None
    if open_call is not None:
        outcome = "hung" if late else "crashed" if status < 0 else "exited"
        open_call.outcome, result.outcome = outcome, outcome  # type: ignore[assignment]
        if task.interrupted:
            open_call.reason = "interrupted"
        if outcome == "crashed":
            open_call.signal = result.signal = signal.Signals(-status).name
        elif outcome == "exited":
            open_call.exit_code = result.exit_code = status
        result.reason = f"{outcome}: {open_call.function}"
    elif not task.calls and task.lacking is not None:
        result.outcome, result.reason = "skipped", f"{LACKING}: {task.lacking}"
    elif not task.calls:
        result.outcome, result.reason = "failed", "broken: python-pkcs11 could not be started"
    elif any(call.met is False for call in task.calls):
        result.outcome, result.reason = "failed", "mismatch"
    return result
