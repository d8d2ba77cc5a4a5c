"""Repeats an operation of a sequence for some seconds and measures each round (--bench)."""

from __future__ import annotations

import time

from ckrtool.cryptoki.outputs import Outputs
from ckrtool.probe.worker import stopping
from ckrtool.probe.worker.calls import Answer, Place, normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.probe.protocol import Step
    from ckrtool.probe.worker.calls import Caller

MAX_ROUNDS = 1_000_000


def measure(
    caller: Caller,
    steps: list[Step],
    seconds: float,
    place: Place,
    learn: Callable[[Step, dict[str, Any]], None],
) -> None:
    """Repeat the calls of one operation for `seconds`, and write the measurements to the journal.

    Only the time inside the module counts. The first call that fails ends the measurement, and its return code is reported. `learn` is
    called with the outputs of calls that save variables.
    """
    last = steps[-1]["call"]
    name = str(steps[0].get("bench"))
    shown = {"operation": name, "seconds": seconds}
    limit = seconds + caller.deadline(last)
    caller.marker.next_call()
    caller.journal.write(place.message("enter", last, a=shown, t=limit, pin=False))
    rounds: list[int] = []
    rv = 0
    until = time.monotonic() + seconds
    while (
        rv == 0
        and not stopping.asked()
        and len(rounds) < MAX_ROUNDS
        and (time.monotonic() < until or not rounds)
    ):
        spent = 0
        for step in steps:
            rv, ns = _call(caller, step, learn)
            spent += ns
            if rv != 0:
                break
        else:
            rounds.append(spent)
    caller.journal.write(
        place.message(
            "leave",
            last,
            rv=rv,
            ns=sum(rounds),
            out={"operation": name, **_statistics(rounds)},
            met=rv == 0,
            bad=[],
        )
    )


def _call(caller: Caller, step: Step, learn: Callable[[Step, dict[str, Any]], None]) -> tuple[int, int]:
    """Make one call; return its return code and its time in nanoseconds."""
    assert caller.module
    call = caller.prepare(step["call"], step["args"])
    entry = caller.module.function(step["call"])
    assert entry
    start = time.perf_counter_ns()
    rv = entry(*call.arguments)
    ns = time.perf_counter_ns() - start
    if rv == 0 and (step.get("save") or "Session" in step["call"]):
        learn(step, Outputs(call, rv, Answer(rv).note).values)
    return normalise(rv), ns


def _statistics(rounds: list[int]) -> dict[str, int | float]:
    """Return count, rate per second and percentiles in ms (nearest rank) of rounds given in ns."""
    if not rounds:
        return {"count": 0}
    ordered = sorted(rounds)
    half, most = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95))
    return {
        "count": len(ordered),
        "per_second": round(len(ordered) / (sum(ordered) / 1e9), 1) if sum(ordered) else 0,
        "p50_ms": round(half / 1e6, 4),
        "p95_ms": round(most / 1e6, 4),
    }
