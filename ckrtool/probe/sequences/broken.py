"""The error for a sequence file that is refused; apart from the compiler, which built-in sequences do not need."""

from __future__ import annotations

from ckrtool.errors import UsageError


class BrokenSequence(UsageError):
    """A sequence file that is refused: `problems` are lines of the form `FILE:LINE: step N (C_Digest): ...`."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
