"""The running outcome of a sequence, with its reason."""

from __future__ import annotations

from ckrtool.probe.worker.compare import expects_ok

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.protocol import Step

# Calls that only prepare, inspect or clean up. They count as tests of the sequence only if the step expects an error.
_PREPARE = frozenset(
    (
        "C_Initialize", "C_Finalize", "C_GetInfo", "C_GetSlotList", "C_GetSlotInfo", "C_GetTokenInfo", "C_GetMechanismList",
        "C_GetMechanismInfo", "C_OpenSession", "C_GetSessionInfo", "C_CloseSession", "C_CloseAllSessions", "C_Login",
        "C_Logout", "C_DestroyObject", "C_GenerateKey", "C_GenerateKeyPair",
    )
)  # fmt: skip


class Verdict:
    """The running outcome of a sequence."""

    def __init__(self) -> None:
        self.outcome = "passed"
        self.reason: str | None = None
        self.step: int | None = None
        self.stopped = False
        self.needed = 0  # steps with `needs`
        self.lacking = 0  # ... that were left out because a mechanism is missing
        self.refused = False  # ... or because the token refused what they need
        # An optional step failed or a mechanism is missing, so later steps may need unset variables.
        self.excused = False
        self.judged = 0  # calls that returned and test the subject of the sequence

    @property
    def nothing_done(self) -> bool:
        """Return whether every step that needs a mechanism was left out, and no other call of the sequence was judged."""
        return (
            self.outcome == "passed" and self.needed > 0 and self.lacking == self.needed and not self.judged
        )

    def judge(self, step: Step, rv: int) -> None:
        """Count a call that returned, unless it only prepares others or cleans up, or the token may refuse it."""
        if rv in (*step.get("refused_on", ()), *step.get("skip_on", ())):
            return
        asks = step["call"] not in _PREPARE or not expects_ok(step)
        self.judged += asks and not step.get("cleanup")

    def end(self, outcome: str, reason: str, step: int) -> None:
        """Stop the sequence; set outcome and reason unless an earlier reason is set."""
        if self.outcome == "passed":
            self.outcome, self.reason, self.step = outcome, reason, step
        self.stopped = True

    def fail(self, reason: str, step: int, stop: bool) -> None:
        """Record a failure, and stop the sequence if `stop`."""
        if self.outcome == "passed" or (self.reason or "").startswith("unset: "):
            self.outcome, self.reason, self.step = "failed", reason, step
        self.stopped = self.stopped or stop
