"""How a sequence stands while it runs, and why."""

from __future__ import annotations

from ckrtool.probe.worker.compare import expects_ok

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.protocol import Step

# Calls that only prepare what a sequence is about, look around for it, or end it; refused on purpose, they are a question too.
_PREPARE = frozenset(
    (
        "C_Initialize", "C_Finalize", "C_GetInfo", "C_GetSlotList", "C_GetSlotInfo", "C_GetTokenInfo", "C_GetMechanismList",
        "C_GetMechanismInfo", "C_OpenSession", "C_GetSessionInfo", "C_CloseSession", "C_CloseAllSessions", "C_Login",
        "C_Logout", "C_DestroyObject", "C_GenerateKey", "C_GenerateKeyPair",
    )
)  # fmt: skip


class Verdict:
    """How a sequence stands while it runs."""

    def __init__(self) -> None:
        self.outcome = "passed"
        self.reason: str | None = None
        self.step: int | None = None
        self.stopped = False
        self.needed = 0  # steps with `needs`
        self.lacking = 0  # ... that were left out for want of a mechanism
        self.refused = False  # ... or because the token refused what they need
        # Something optional failed or a mechanism is missing: later steps may lack variables for that.
        self.excused = False
        self.judged = 0  # calls that came back and are what the sequence is about

    @property
    def nothing_done(self) -> bool:
        """Return whether every step that needs a mechanism was left out, and nothing else of the sequence was judged."""
        return (
            self.outcome == "passed" and self.needed > 0 and self.lacking == self.needed and not self.judged
        )

    def judge(self, step: Step, rv: int) -> None:
        """Count a call that came back, unless it only prepares others or cleans up, or the token may refuse it."""
        if rv in (*step.get("refused_on", ()), *step.get("skip_on", ())):
            return
        asks = step["call"] not in _PREPARE or not expects_ok(step)
        self.judged += asks and not step.get("cleanup")

    def end(self, outcome: str, reason: str, step: int) -> None:
        """Stop here: the first reason counts."""
        if self.outcome == "passed":
            self.outcome, self.reason, self.step = outcome, reason, step
        self.stopped = True

    def fail(self, reason: str, step: int, stop: bool) -> None:
        """Note a mismatch, and stop unless the step says to go on."""
        if self.outcome == "passed" or (self.reason or "").startswith("unset: "):
            self.outcome, self.reason, self.step = "failed", reason, step
        self.stopped = self.stopped or stop
