"""Builds results from the messages of a worker, including the result of a call that never returned."""

from __future__ import annotations

import contextlib

from ckrtool.probe.protocol import LOGIN_CALLS, RELOGIN_HARMLESS, is_login
from ckrtool.probe.results import CallResult, LoadResult, SequenceResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.probe.protocol import Json, Message, Sequence
    from ckrtool.probe.results import WorkerResult

_FATAL = frozenset(("C_Initialize", "C_Finalize", "start"))
_LOADING = frozenset(("dlopen", "C_GetFunctionList", "C_GetInterfaceList"))
_OUR_ENDS = ("max-time", "interrupted")


class Collector:
    """Collects the messages of one worker, whose plan contains `sequences`.

    `results` are the results of the sequences that were begun. `load` is None if the worker ended before it reported how loading went.
    """

    def __init__(self, sequences: list[Sequence], worker: int) -> None:
        self.results: list[SequenceResult] = []
        self.load: LoadResult | None = None
        self.broken: str | None = None
        self.login_calls = 0
        self.login_rv: int | None = None
        self.login_open = False
        self.login_refused = False  # one after the first
        self._sequences = sequences
        self._worker = worker
        self._ended: set[int] = set()
        self._open: CallResult | None = None

    def take(self, message: Message) -> None:
        """Process one message; ignore it if it does not follow the protocol, for example because the module overwrote it."""
        handler = getattr(self, f"_on_{message['m']}", None)
        if handler is not None:
            with contextlib.suppress(KeyError, IndexError, TypeError, ValueError, AttributeError):
                handler(message)

    def name_of(self, message: Message) -> str:
        """Return the name of the sequence that a message belongs to, "" if it belongs to none."""
        index = message.get("s")
        if not isinstance(index, int) or not 0 <= index < len(self._sequences):
            return ""
        return self._sequences[index]["name"]

    def _current(self, message: Message) -> SequenceResult:
        return self.results[message["s"]]

    def _call(self, message: Message) -> CallResult:
        return CallResult(
            step=message["n"],
            iteration=tuple(message.get("i") or ()),
            kind=message.get("k", "step"),
            function=message["f"],
            args=message.get("a") or {},
        )

    # --- one method per message ----------------------------------------------------------------------------------------

    def _on_begin(self, message: Message) -> None:
        sequence = self._sequences[message["s"]]
        result = SequenceResult(sequence["name"], sequence["profile"], "passed", worker=self._worker)
        result.slot = slot_of(sequence)
        self.results.append(result)

    def _on_enter(self, message: Message) -> None:
        call = self._call(message)
        call.pin = bool(message.get("pin"))
        self._current(message).calls.append(call)
        self._open = call
        if is_login(message):
            self.login_calls += 1
            self.login_open = True

    def _on_leave(self, message: Message) -> None:
        call = self._open
        if call is None:
            return
        self._open = None
        call.rv, call.ns = message["rv"], message["ns"]
        call.output = message.get("out") or {}
        call.args |= message.get("room") or {}
        call.met = message.get("met")
        call.mismatches = message.get("bad") or []
        call.oddities = message.get("odd") or []
        result = self._current(message)
        result.left_objects += message.get("own") or []
        gone = message.get("gone") or []
        result.left_objects = [handle for handle in result.left_objects if handle not in gone]
        if is_login(message):
            self.login_open = False
            if self.login_rv is None:
                self.login_rv = call.rv
            elif call.rv not in RELOGIN_HARMLESS:
                self.login_refused = True

    def _on_child(self, message: Message) -> None:
        call = self._open
        if call is not None:
            self._open = None
            call.outcome = "crashed" if message.get("signal") is not None else "exited"
            call.signal, call.exit_code = message.get("signal"), message.get("exit")
            call.met = False

    def _on_missing(self, message: Message) -> None:
        call = self._call(message)
        call.outcome, call.missing, call.met = "missing", message["why"], False
        self._current(message).calls.append(call)

    def _on_skip(self, message: Message) -> None:
        call = self._call(message)
        call.outcome, call.reason, call.detail = "skipped", message["reason"], message.get("detail")
        self._current(message).calls.append(call)

    def _on_end(self, message: Message) -> None:
        result = self._current(message)
        result.outcome, result.reason, result.failed_step = (
            message["outcome"],
            message["reason"],
            message["n"],
        )
        self._ended.add(message["s"])

    def _on_load(self, message: Message) -> None:
        self.load = LoadResult(**message["result"])
        if self.load.kind != "ok":
            self.results[0].outcome, self.results[0].reason = "failed", "not-loaded"
            self._ended.add(0)

    def _on_broken(self, message: Message) -> None:
        self.broken = message["error"]

    # --- the end ------------------------------------------------------------------------------------------------------

    def finish(self, ended: WorkerResult, hung: str | None) -> str | None:
        """Record how the worker ended in the call that never returned and in its sequence.

        Return the function of that call if the module is of no further use after it (loading, C_Initialize, C_Finalize), else None.
        """
        if ended.ended == "done":
            return None
        if not self.results:
            self._on_begin({"s": 0})
        result = self.results[-1]
        result.signal, result.exit_code = ended.signal, ended.exit_code
        if ended.ended == "broken":
            self._note_internal_error(result, ended)
            return None
        if ended.ended == "stopped":
            result.outcome, result.reason = "skipped", hung
            return None
        result.outcome = ended.ended
        call = self._open
        if call is None:
            last = result.calls[-1].function if result.calls else "start"
            result.reason = f"between-calls: after {last}"
            return last if last in _FATAL else None
        call.outcome, call.signal, call.exit_code = ended.ended, ended.signal, ended.exit_code
        call.reason = hung
        result.reason = hung if hung in _OUR_ENDS else f"{ended.ended}: {call.function}"
        result.failed_step = call.step
        if self.load is None and call.function in _LOADING:
            self.load = _failed_load(call, ended.ended)
        return call.function if call.kind == "load" or call.function in _FATAL else None

    def fail_passed(self) -> None:
        """Change passed sequences to failed, because messages of their worker were lost."""
        for result in self.results:
            if result.outcome == "passed":
                result.outcome, result.reason = "failed", "messages-lost"

    def _note_internal_error(self, result: SequenceResult, ended: WorkerResult) -> None:
        """Record an end that the module did not cause; before the first call the module was not even loaded."""
        result.outcome = "failed"
        if result.calls or self.load is not None:
            result.reason = f"broken: {self.broken}"
            return
        how = (
            self.broken
            or ended.signal
            or (f"exit code {ended.exit_code}" if ended.exit_code is not None else "no answer")
        )
        result.reason = f"broken: the worker ended before its first call ({how})"
        self.load = LoadResult(
            "broken-start",
            f"the probe's worker process could not start ({how}); no code of the module was run, so this says nothing about the module",
            ended.noise[-400:].decode("utf-8", "backslashreplace").strip() or None,
        )


def _failed_load(call: CallResult, outcome: str) -> LoadResult:
    words = {
        "crashed": f"crashed ({call.signal})",
        "exited": f"ended the process (exit code {call.exit_code})",
    }
    what = words.get(outcome, "did not return")
    if call.function == "dlopen":
        path = call.args.get("path")
        return LoadResult(f"constructor-{outcome}", f"{path} {what} while it was being loaded", call.function)
    return LoadResult("function-list-failed", f"{call.function} {what}", call.function)


def skipped(sequence: Sequence, reason: str) -> SequenceResult:
    """Return the result of a sequence that was not run, with the reason."""
    result = SequenceResult(sequence["name"], sequence["profile"], "skipped", reason)
    result.slot = slot_of(sequence)
    return result


def slot_of(sequence: Sequence) -> int | None:
    """Return the slot that a sequence sets for itself, None if it uses the slot of the run."""
    slot = sequence.get("vars", {}).get("slot")
    return slot if isinstance(slot, int) else None


def uses_pin(sequence: Sequence) -> bool:
    """Return whether a sequence refers to the PIN."""
    return any(_has_pin(step["args"]) or _has_pin(step.get("output") or {}) for step in sequence["steps"])


def logs_in(sequence: Sequence) -> bool:
    """Return whether a sequence calls a function that may use up a PIN try."""
    if "program" in sequence:
        return sequence["program"]["logs_in"]
    return any(step["call"] in LOGIN_CALLS for step in sequence["steps"])


def _has_pin(value: Json | dict[str, Any]) -> bool:
    if isinstance(value, dict):
        return value.get("pin") is True or any(_has_pin(item) for item in value.values())
    return isinstance(value, list) and any(_has_pin(item) for item in value)
