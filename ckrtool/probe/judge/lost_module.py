"""Report a module that fails in every call from one on as one finding on the first failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ckrtool.probe.facts.report_types import Finding
    from ckrtool.probe.results import CallResult, RunResult, SequenceResult

OK = 0
LEAST = 2  # calls that fail after the first one
SHOWN = 8


class Lost:
    """Workers in which no call succeeded after a failed one, not even closing the session.

    A lost connection or device shows in this way; the failures after the first add no information.
    """

    def __init__(self, run: RunResult) -> None:
        self._causes: dict[int, CallResult] = {}
        self._after: dict[int, list[CallResult]] = {}
        self.workers: set[int] = set()
        for worker in {one.worker for one in run.sequences if one.worker is not None}:
            calls = [
                call
                for one in run.sequences
                if one.worker == worker
                for call in one.calls
                if call.rv is not None
            ]
            tail = _tail(calls)
            if tail:
                self.workers.add(worker)
                self._causes[id(tail[0])] = tail[0]
                self._after[id(tail[0])] = tail[1:]

    def trimmed(self, sequence: SequenceResult) -> SequenceResult:
        """Return the sequence without the calls after the first failure."""
        consequences = {id(call) for after in self._after.values() for call in after}
        return replace(sequence, calls=[call for call in sequence.calls if id(call) not in consequences])

    def with_later_calls(self, found: Iterable[Finding], sequence: SequenceResult) -> Iterator[Finding]:
        """Yield the findings on a sequence; the one on the first failure gets a list of the calls after it in its detail."""
        causes = [call for call in sequence.calls if id(call) in self._causes]
        for one in found:
            for call in causes:
                if (one["function"], one["rv"]) == (call.function, _same(one["rv"], call.rv)):
                    names = list(
                        dict.fromkeys(after.function for after in self._after[id(call)] if after.rv != OK)
                    )
                    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
                    words = f"every later call of this process failed: {', '.join(names[:SHOWN])}{more}"
                    one["detail"] = "; ".join(filter(None, (one["detail"], words)))
            yield one


def _same(reported: int | None, rv: int | None) -> int | None:
    """Return the code of a finding if it equals `rv` apart from a sign extension to 64 bits; else `rv`."""
    return (
        reported
        if reported is not None and rv is not None and rv & 0xFFFFFFFF == reported & 0xFFFFFFFF
        else rv
    )


def _tail(calls: list[CallResult]) -> list[CallResult]:
    """Return the first failure after which no call succeeded, and the calls after it; an empty list if there is none."""
    # C_Finalize often succeeds although the device is gone.
    last = max(
        (at for at, call in enumerate(calls) if call.rv == OK and call.function != "C_Finalize"), default=-1
    )
    tail = calls[last + 1 :]
    first = next((at for at, call in enumerate(tail) if call.kind == "step" and call.met is False), None)
    if first is None:
        return []
    after = tail[first + 1 :]
    closing = any(call.function == "C_CloseSession" and call.kind in ("step", "cleanup") for call in after)
    failed = sum(call.rv != OK for call in after)
    return tail[first:] if closing and failed >= LEAST else []
