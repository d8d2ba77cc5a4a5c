"""What a supervised run hands back: facts only, no names of codes, no verdicts, no words for people.

`supervisor.run` returns a `RunResult`; each of its parts is plain data, and every text that came from the
module is still hostile (render it
with `render.safe`). The PIN is in none of it.
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
    """One call, or one that was left out (`outcome` "skipped").

    `step` is the STEP's number (0 for loading and the worker's own clean-up), `iteration` its indices under `each`.
    `rv` is the exact CK_RV as an unsigned long (sign extension not undone), None where the call did not return
    or no CK_RV is there (dlopen).
    `ns` is the time it took. `met` is whether rv and outputs are as the step expects (None for "load", "guard"
    and "cleanup" and where it never came back). A dlopen that failed has `output` {"error": kind of the LoadResult}.
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
    """One sequence: passed to its end, or how it ended.

    `reason` (None when passed): "mismatch" (failed), "refused" or the step's skip_reason, "sessions-exhausted",
    "no-pin", "pin-not-accepted",
    "pin-count-low", "pin-final-try", "pin-locked", "pin-length", "after-fatal: FUNCTION", "lost-workers", "max-time",
    "interrupted", "not-loaded", "broken-start",
    "directive: ..." (the caller's own), "missing: FUNCTION", "broken: ..." (a fault of ours).
    `left_objects` are handles of objects that this sequence made and that were not destroyed again (a killed
    worker, a refused C_DestroyObject).
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
    slot: int | None = None  # with --all-tokens, the token that this part of the run is about


@record(slots=True)
class LoadResult:
    """How loading went.

    `kind` is one of `ckrtool.cryptoki.load.KINDS` ("ok" when the module can be called), "broken-start" (a fault of ours), or
    "not-tried" (the run was over before).
    """

    kind: str
    sentence: str
    detail: str | None = None
    warnings: list[str] = field(default_factory=list)
    interfaces: list[dict[str, Json]] = field(default_factory=list)
    null_entries: list[str] = field(default_factory=list)
    libraries: list[str] = field(default_factory=list)  # files that are mapped once it is loaded


@record(slots=True)
class WorkerResult:
    """One worker process: what it printed, how it ended, what it left.

    `noise` is what the module wrote to descriptors 1 and 2 (the first 64 KiB, PIN blanked), `noise_bytes` how
    much it was in all,
    `noise_dropped` how much of it was thrown away because a call that carries the PIN was under way.
    `noise_calls` is how many bytes were printed by function ("" before the first), what a thread prints counting for the call
    under way then; `process_calls` are the calls after which a process that the module started was seen running.
    `copies` are processes that the module forked from the worker, which left its process group and never called exec: they were
    killed. `survivors` are other programs that the module started and that left the group; they run on. `unended` are copies, or
    processes of the group, that could not be killed. All are (pid, name).
    `lost_messages`: so many at least were written over by the module, in memory that is not its own.
    "stopped": by us, between two calls, since the run's time was over or a signal ended it.
    "broken": a fault of ours, or of this machine: the worker ended before its first call, or told of an error of its own.
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
    """The whole run: one SequenceResult for each of the plan's sequences, in their order."""

    load: LoadResult
    sequences: list[SequenceResult]
    workers: list[WorkerResult]
    login_calls: int
    login_rv: int | None
    duration_ns: int


@record(slots=True)
class Directive:
    """What `on_sequence` may answer.

    Variables for the sequences to come, sequences to leave out (name → reason), an end to the run, and the serial number of the
    token that the PIN is for.
    """

    vars: dict[str, int | str | list[int]] = field(default_factory=dict)
    skip: dict[str, str] = field(default_factory=dict)
    stop: str | None = None
    serial: str | None = None
