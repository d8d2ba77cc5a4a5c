"""The error for an invalid sequence file; in its own module, since built-in sequences do not need the compiler."""

from __future__ import annotations

from ckrtool.errors import UsageError


class BrokenSequence(UsageError):
    """An invalid sequence file: `problems` are lines of the form `FILE:LINE: step N (C_Digest): ...`."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
