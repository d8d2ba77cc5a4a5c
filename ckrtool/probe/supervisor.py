"""Runs a plan in worker processes and always comes back with a whole result, whatever the module does."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ckrtool.probe.protocol import Message, Plan
    from ckrtool.probe.results import Directive, RunResult, SequenceResult


def run(
    plan: Plan,
    *,
    pin: bytes | None = None,
    max_time: float | None = None,
    keep_going: bool = False,
    env: Mapping[str, str] | None = None,
    on_event: Callable[[str, Message], None] | None = None,
    on_sequence: Callable[[SequenceResult], Directive | None] | None = None,
) -> RunResult:
    """Run every sequence of the plan and say what happened.

    A sequence has a worker process of its own; those that log in or use the PIN share one. Per-call limits are
    the plan's (`timeout`,
    `slow_timeout`, a step's `timeout`); `max_time` seconds is for the whole run. After a fatal outcome in
    loading, C_Initialize or C_Finalize the rest is
    skipped unless `keep_going`; after three lost workers the run ends.

    `env` is the workers' environment (default: ours); leave out the variable that holds a PIN.
    `on_event(sequence name, message)` sees each message as it
    arrives (for progress). `on_sequence` sees each finished sequence and may set variables for, or skip, those
    to come (not those already sent to a
    shared worker).

    Never raises for anything a module does. KeyboardInterrupt passes through after the worker's group has been
    killed.
    """
    raise NotImplementedError
