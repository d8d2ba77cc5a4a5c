"""Results of a supervised run, as plain data without names of codes, judgements or messages.

`supervisor.run` returns a `RunResult`. Text that came from the module is not escaped (render it with `render.safe`). The PIN has
been redacted.
"""

from __future__ import annotations

from ckrtool._records import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from ckrtool.probe.protocol import Json

    CallOutcome = Literal["returned", "crashed", "exited", "hung", "missing", "skipped"]
    SequenceOutcome = Literal["passed", "failed", "skipped", "crashed", "exited", "hung"]
    CallKind = Literal["load", "step", "guard", "cleanup", "bench"]
    Ended = Literal["done", "crashed", "exited", "hung", "stopped", "broken"]
    Process = tuple[int, str]


@record(slots=True)
class CallResult:
    """One call, or a call that was left out (`outcome` "skipped").

    `step` is the number of the STEP (0 for loading and the worker's clean-up), `iteration` its indices under `each`.
    `rv` is the exact CK_RV as an unsigned long (sign extension not undone), None if the call did not return
    or has no CK_RV (dlopen).
    `ns` is its duration in nanoseconds. `met` is whether rv and outputs are as the step expects (None for "load", "guard"
    and "cleanup", and if it never returned). A dlopen that failed has `output` {"error": kind of the LoadResult}.
    `missing` is "null-entry" or "no-such-list". `reason`/`detail` belong to "skipped".
    """

    step: int
    iteration: tuple[int, ...]
    kind: CallKind
    function: str
    args: dict[str, Json]
    outcome: CallOutcome = "returned"
    rv: int | None = None
    ns: int | None = None
    output: dict[str, Json] = field(default_factory=dict)
    met: bool | None = None
    mismatches: list[dict[str, Json]] = field(default_factory=list)
    oddities: list[dict[str, str]] = field(default_factory=list)
    pin: bool = False
    signal: str | None = None
    exit_code: int | None = None
    missing: str | None = None
    reason: str | None = None
    detail: str | None = None


@record(slots=True)
class SequenceResult:
    """The outcome of one sequence, with its calls.

    `reason` (None when passed): "mismatch" (failed), "refused" or the step's skip_reason, "sessions-exhausted",
    "no-pin", "pin-not-accepted",
    "pin-count-low", "pin-final-try", "pin-locked", "pin-length", "after-fatal: FUNCTION", "lost-workers", "max-time",
    "interrupted", "not-loaded", "broken-start",
    "directive: ..." (set by the caller), "missing: FUNCTION", "broken: ..." (an internal error of ckr).
    `left_objects` are handles of objects that this sequence created and that were not destroyed (because the worker was
    killed or C_DestroyObject was refused).
    """

    name: str
    profile: str
    outcome: SequenceOutcome
    reason: str | None = None
    failed_step: int | None = None
    calls: list[CallResult] = field(default_factory=list)
    signal: str | None = None
    exit_code: int | None = None
    left_objects: list[str] = field(default_factory=list)
    worker: int | None = None
    slot: int | None = None  # with --all-tokens, the slot of the token that this part of the run tests


@record(slots=True)
class LoadResult:
    """The result of loading the module.

    `kind` is one of `ckrtool.cryptoki.load.KINDS` ("ok" when the module can be called), "broken-start" (an internal error of ckr),
    or "not-tried" (the run ended before).
    """

    kind: str
    sentence: str
    detail: str | None = None
    warnings: list[str] = field(default_factory=list)
    interfaces: list[dict[str, Json]] = field(default_factory=list)
    null_entries: list[str] = field(default_factory=list)
    libraries: list[str] = field(default_factory=list)  # files mapped into memory after loading


@record(slots=True)
class WorkerResult:
    """One worker process: its output, how it ended, and what it left running.

    `noise` is the text that the module wrote to descriptors 1 and 2 (the first 64 KiB, PIN redacted), `noise_bytes` the number of
    bytes in all, `noise_dropped` the number of bytes discarded because a call that carries the PIN was in progress.
    `noise_calls` is the number of bytes per function ("" before the first call); output of a thread counts for the call in progress.
    `process_calls` are the calls after which a process started by the module was seen running.
    `copies` are processes that the module forked from the worker and that left its process group without calling exec; they were
    killed. `survivors` are other programs that the module started and that left the group; they keep running. `unended` are copies,
    or processes of the group, that could not be killed. All are (pid, name).
    `lost_messages` is the least number of messages in the journal that the module overwrote.
    `ended` is "stopped" if the supervisor ended the worker between two calls, because the time of the run was over or a signal
    arrived, and "broken" after an internal error of ckr or the machine: the worker ended before its first call, or reported an error.
    """

    ended: Ended
    signal: str | None
    exit_code: int | None
    noise: bytes
    noise_bytes: int
    noise_dropped: int
    survivors: list[Process]
    copies: list[Process] = field(default_factory=list)
    unended: list[Process] = field(default_factory=list)
    noise_calls: dict[str, int] = field(default_factory=dict)
    process_calls: list[str] = field(default_factory=list)
    lost_messages: int = 0


@record(slots=True)
class RunResult:
    """The whole run: one SequenceResult per sequence of the plan, in the order of the plan."""

    load: LoadResult
    sequences: list[SequenceResult]
    workers: list[WorkerResult]
    login_calls: int
    login_rv: int | None
    duration_ns: int


@record(slots=True)
class Directive:
    """Instructions that `on_sequence` may return.

    `vars` are variables for later sequences, `skip` the sequences to leave out (name → reason), `stop` the reason to end the run, and
    `serial` the serial number of the token that the PIN belongs to.
    """

    vars: dict[str, int | str | list[int]] = field(default_factory=dict)
    skip: dict[str, str] = field(default_factory=dict)
    stop: str | None = None
    serial: str | None = None
