"""Makes one call: writes `enter` to the journal, calls the function, writes `leave`."""

from __future__ import annotations

import os
import signal
import time

from ckrtool.cryptoki.arguments import Call
from ckrtool.cryptoki.outputs import Outputs
from ckrtool.cryptoki.values import Context
from ckrtool.probe.protocol import CALL_TIMEOUT, DEFAULT_LIMITS, SLOW_CALLS, SLOW_TIMEOUT
from ckrtool.probe.worker import stopping
from ckrtool.probe.worker.setup import child_runs, flusher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from ckrtool.cryptoki.load import Module
    from ckrtool.cryptoki.text import Json
    from ckrtool.cryptoki.values import Expr, Pin
    from ckrtool.probe.journal import Writer
    from ckrtool.probe.protocol import Message, Plan
    from ckrtool.probe.worker.setup import Marker

MAX_ODDITIES = 16
_LOW_HALF = (1 << 32) - 1
_SIGN_EXTENSION = ((1 << 32) - 1) << 32


def normalise(rv: int) -> int:
    """Return a CK_RV without the sign extension of a 32-bit vendor-defined value to 64 bits."""
    return rv & _LOW_HALF if rv & _SIGN_EXTENSION == _SIGN_EXTENSION and rv & 0x80000000 else rv


class Place:
    """The position of a call in the plan (sequence, step, iteration), and the kind of the call."""

    __slots__ = ("iteration", "kind", "sequence", "step")

    def __init__(self, sequence: int, step: int, iteration: tuple[int, ...] = (), kind: str = "step") -> None:
        self.sequence = sequence
        self.step = step
        self.iteration = iteration
        self.kind = kind

    def message(self, type_: str, function: str, /, **more: Any) -> Message:
        """Return a message of type `type_` with this position."""
        here = {
            "m": type_,
            "s": self.sequence,
            "n": self.step,
            "i": list(self.iteration),
            "k": self.kind,
            "f": function,
        }
        here.update(more)
        return here

    def as_kind(self, kind: str) -> Place:
        """Return the same position for a call of another kind."""
        return Place(self.sequence, self.step, self.iteration, kind)


class Answer:
    """The result of a call: `rv` is None if it was not made (missing entry) or a forked child did not answer."""

    __slots__ = ("ns", "odd", "output", "room", "rv", "values")

    def __init__(self, rv: int | None) -> None:
        self.rv = rv
        self.ns = 0
        self.values: dict[str, Any] = {}
        self.output: dict[str, Json] = {}
        self.odd: list[Message] = []
        self.room: dict[str, int] = {}

    def note(self, id_: str, detail: str) -> None:
        """Record a fault of the module (`protocol.ODDITIES`), each only once and at most MAX_ODDITIES in all."""
        if {"id": id_, "detail": detail} not in self.odd and len(self.odd) < MAX_ODDITIES:
            self.odd.append({"id": id_, "detail": detail})


class Caller:
    """Makes calls and writes them to the journal."""

    def __init__(self, plan: Plan, journal: Writer, pin: Pin | None, marker: Marker) -> None:
        self.module: Module | None = None
        self.context = Context({}, pin, plan["module"]["init_args"], {**DEFAULT_LIMITS, **plan["limits"]})
        self.journal = journal
        self._timeout = float(plan.get("timeout") or CALL_TIMEOUT)
        self._slow = max(self._timeout, float(plan.get("slow_timeout") or SLOW_TIMEOUT))
        self.flush = flusher()
        self.marker = marker
        self._wakeup_lost = False
        self._child_seen = False

    def deadline(self, function: str, given: float | None = None) -> float:
        """Return the seconds that a call of this function may take."""
        if given:
            return float(given)
        return self._slow if function in SLOW_CALLS else self._timeout

    def load_trace(self) -> LoadTrace:
        """Return the trace for `cryptoki.load`, which writes its calls as step 0 of the first sequence."""
        return LoadTrace(self.journal, self._timeout, self.marker)

    def prepare(self, function: str, given: Mapping[str, Expr]) -> Call:
        """Return a call with its arguments evaluated; raise ExprError if an expression has no value."""
        return Call(function, given, self.context)

    def missing(self, function: str) -> str | None:
        """Return why a function cannot be called ("null-entry" or "no-such-list"), None if it can."""
        assert self.module
        if self.module.function(function) is not None:
            return None
        return "null-entry" if self.module.listed(function) else "no-such-list"

    def make(
        self,
        call: Call,
        place: Place,
        timeout: float | None = None,
        fork: bool = False,
        check: Callable[[Answer], Message] | None = None,
    ) -> Answer:
        """Make the call and return its result; `check` returns further items of the `leave` message, such as mismatches."""
        assert self.module
        entry = self.module.function(call.function)
        assert entry
        stopping.end_if_asked()
        seconds = self.deadline(call.function, timeout)
        enter = place.message("enter", call.function, a=call.shown, t=seconds, pin=call.carries_pin)
        self.journal.write(enter, wake=False)
        if not self.marker.next_call():  # the mark wakes the supervisor as the wake-up pipe does
            self.journal.wake()
        if fork:
            return self._in_child(call, entry, place, check)
        start = time.perf_counter_ns()
        rv = entry(*call.arguments)
        answer = Answer(rv)
        answer.ns = time.perf_counter_ns() - start
        self._finish(call, answer)
        more = check(answer) if check else {}
        if answer.room:
            more["room"] = answer.room
        if not self._wakeup_lost and not self.journal.wakeup_is_open():
            self._wakeup_lost = True
            answer.note("descriptors-closed", call.function)
        if not self._child_seen and child_runs():
            self._child_seen = True
            more["child"] = True
        self.journal.write(
            place.message(
                "leave", call.function, rv=rv, ns=answer.ns, out=answer.output, odd=answer.odd, **more
            )
        )
        return answer

    def _finish(self, call: Call, answer: Answer) -> None:
        assert answer.rv is not None
        if answer.rv != normalise(answer.rv):
            answer.note("rv-sign-extended", hex(answer.rv))
        outputs = Outputs(call, answer.rv, answer.note)
        answer.values, answer.output, answer.room = outputs.values, outputs.output, outputs.room
        if call.carries_pin:
            call.wipe()
            self.flush()  # written while the supervisor still discards output

    def _in_child(
        self,
        call: Call,
        entry: Callable[..., int],
        place: Place,
        check: Callable[[Answer], Message] | None,
    ) -> Answer:
        """Make the call in a forked child, where the library is not initialised (section 5.4, C_Initialize)."""
        reading, writing = os.pipe()
        start = time.perf_counter_ns()
        child = os.fork()
        if child == 0:
            rv = entry(*call.arguments)
            os.write(writing, rv.to_bytes(8, "little"))
            os._exit(0)
        os.close(writing)
        raw = os.read(reading, 8)
        os.close(reading)
        _, status = os.waitpid(child, 0)
        if len(raw) == 8:
            answer = Answer(int.from_bytes(raw, "little"))
            answer.ns = time.perf_counter_ns() - start
            more = check(answer) if check else {}
            self.journal.write(
                place.message(
                    "leave", call.function, rv=answer.rv, ns=answer.ns, out={}, odd=answer.odd, **more
                )
            )
            return answer
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
        name = signal.Signals(killed).name if killed in set(signal.Signals) else killed
        self.journal.write(place.message("child", call.function, rv=None, signal=name, exit=code))
        return Answer(None)


class LoadTrace:
    """Writes the calls made while loading the module to the journal."""

    def __init__(self, journal: Writer, timeout: float, marker: Marker) -> None:
        self._journal = journal
        self._timeout = timeout
        self._marker = marker
        self._place = Place(0, 0, (), "load")
        self._function = ""
        self._start = 0

    def enter(self, function: str, args: dict[str, Json]) -> None:
        """Write `enter` for a call that is about to be made."""
        stopping.end_if_asked()
        self._function = function
        self._journal.write(
            self._place.message("enter", function, a=args, t=self._timeout, pin=False), wake=False
        )
        if not self._marker.next_call():
            self._journal.wake()
        self._start = time.perf_counter_ns()

    def leave(self, rv: int | None, output: dict[str, Json], odd: tuple[str, str] | None = None) -> None:
        """Write `leave` after the call has returned."""
        ns = time.perf_counter_ns() - self._start
        odds = [{"id": odd[0], "detail": odd[1]}] if odd else []
        more = {"child": True} if child_runs() else {}
        self._journal.write(
            self._place.message("leave", self._function, rv=rv, ns=ns, out=output, odd=odds, **more)
        )
