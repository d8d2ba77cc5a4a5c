"""Makes calls from several threads at once, each with its own session (steps marked `threads`).

First all threads make each call at the same moment, a few times, so that a crash happens in a known function; then each thread runs
independently for a second. Results are compared with those of a single thread.
"""

from __future__ import annotations

import ctypes
import hashlib
import threading
import time
from functools import partial

from ckrtool.cryptoki.types import Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.probe.protocol import Message
    from ckrtool.probe.worker.calls import Caller, Place

THREADS = 4
_ROUNDS = 3  # rounds
_SECONDS = 1.0
_BUFFER_SIZE = 1024
_DRAW_SIZE = 32
DATA = b"ckr-probe: data to be signed"
DIGEST = hashlib.sha256(DATA).digest()


class Lane:
    """The session and memory of one thread, and the first error in it."""

    def __init__(
        self, session: int, mechanism: int, key: int | None, data: bytes, expected: bytes | None
    ) -> None:
        self.session = session
        self.mechanism = Mechanism(mechanism, None, 0)
        self.key = key
        self.data = ctypes.create_string_buffer(data, len(data))
        self.size = len(data)
        self.expected = expected
        self.out = ctypes.create_string_buffer(_BUFFER_SIZE)
        self.length = ctypes.c_ulong(_BUFFER_SIZE)
        self.drawn: list[bytes] = []
        self.calls = 0
        self.refused: tuple[str, int] | None = None
        self.wrong: tuple[str, str] | None = None

    def make(self, function: str, entry: Callable[..., int]) -> None:
        """Make a call and check its result; do nothing after the first error."""
        if self.refused or self.wrong:
            return
        self.calls += 1
        rv = entry(*self._arguments(function))
        if rv != 0:
            self.refused = (function, rv)
        elif function == "C_GenerateRandom":
            self.drawn.append(self.out.raw[:_DRAW_SIZE])
        elif self.expected is not None and not function.endswith("Init"):
            got = self.out.raw[: min(self.length.value, _BUFFER_SIZE)]
            if got != self.expected:
                self.wrong = (function, got.hex())

    def _arguments(self, function: str) -> tuple[Any, ...]:
        if function.endswith("Init"):
            begun = (self.session, ctypes.addressof(self.mechanism))
            return begun if self.key is None else (*begun, self.key)
        if function == "C_GenerateRandom":
            return self.session, ctypes.addressof(self.out), _DRAW_SIZE
        self.length.value = _BUFFER_SIZE
        return (
            self.session, ctypes.addressof(self.data), self.size, ctypes.addressof(self.out), ctypes.addressof(self.length),
        )  # fmt: skip


class Threads:
    """Makes the calls of one marked step: `functions` in order, with one lane per thread."""

    def __init__(self, caller: Caller, place: Place, functions: list[str], lanes: list[Lane]) -> None:
        self._caller = caller
        self._place = place
        self._lanes = lanes
        self._entries: dict[str, Callable[..., int]] = {}
        assert caller.module
        for function in functions:
            entry = caller.module.function(function)
            if entry is not None:
                self._entries[function] = entry

    def run(self) -> bool:
        """Run all rounds until the first error, which is reported; return whether there was none."""
        for _ in range(_ROUNDS):
            for function in self._entries:
                if not self._round(function, partial(self._once, function)):
                    return False
        return self._round(list(self._entries)[-1], self._alone)

    def _once(self, function: str, lane: Lane) -> None:
        lane.make(function, self._entries[function])

    def _alone(self, lane: Lane) -> None:
        until = time.monotonic() + _SECONDS
        while time.monotonic() < until and not (lane.refused or lane.wrong):
            for function, entry in self._entries.items():
                lane.make(function, entry)

    def _round(self, function: str, work: Callable[[Lane], None]) -> bool:
        seconds = self._caller.deadline(function) + _SECONDS
        self._caller.marker.next_call()
        self._write("enter", function, a={"threads": len(self._lanes)}, t=seconds, pin=False)
        start = time.perf_counter_ns()
        gate = threading.Barrier(len(self._lanes))

        def body(lane: Lane) -> None:
            gate.wait()
            work(lane)

        threads = [threading.Thread(target=body, args=(lane,), daemon=True) for lane in self._lanes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        found = self._found()
        out = {"calls": sum(lane.calls for lane in self._lanes)}
        self._write("leave", function, ns=time.perf_counter_ns() - start, out=out, odd=[], **found)
        return bool(found["met"])

    def _write(self, type_: str, function: str, /, **more: Any) -> None:
        self._caller.journal.write(self._place.message(type_, function, **more))

    def _found(self) -> Message:
        for lane in self._lanes:
            if lane.refused:
                return {"rv": lane.refused[1], "met": False, "bad": []}
            if lane.wrong and lane.expected is not None:
                bad = {"param": lane.wrong[0], "expected": lane.expected.hex(), "got": lane.wrong[1]}
                return {"rv": 0, "met": False, "bad": [bad]}
        drawn = [data for lane in self._lanes for data in lane.drawn]
        if len(drawn) != len(set(drawn)):
            repeated = next(data for data in drawn if drawn.count(data) > 1)
            bad = {"param": "RandomData", "expected": "different bytes in each draw", "got": repeated.hex()}
            return {"rv": 0, "met": False, "bad": [bad]}
        return {"rv": 0, "met": True, "bad": []}
