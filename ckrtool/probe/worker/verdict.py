"""How a sequence stands while it runs, and why."""

from __future__ import annotations


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
