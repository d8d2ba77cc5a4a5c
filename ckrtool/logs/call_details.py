"""Keep the last bytes before a block, so that the failures of a trace in it can be annotated with the details of their calls."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.engine.engine import LineHit

BEFORE = 1 << 15
"""Number of bytes before a return in which the start of its call is searched for; longer calls are not parsed."""


class CallDetails:
    """Add the details of their calls to the failures of a trace; `before` are the last bytes of the previous blocks."""

    def __init__(self) -> None:
        self.before = b""

    def add(self, block: bytes, hits: list[LineHit], *, in_trace: bool) -> list[LineHit]:
        """Return the hits of a block, with details added to the codes of calls that a trace shows."""
        if hits and in_trace:
            from ckrtool.logs.failed_calls import with_details

            hits = with_details(self.before, block, hits, BEFORE)
        self.before = block[-BEFORE:] if len(block) >= BEFORE else (self.before + block)[-BEFORE:]
        return hits
