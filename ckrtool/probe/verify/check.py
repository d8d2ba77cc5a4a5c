"""All independent checks of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.verify import ciphers, digests, randomness, sessions, signatures
from ckrtool.probe.verify.operations import replays

if TYPE_CHECKING:
    from ckrtool.probe.results import SequenceResult
    from ckrtool.probe.verify.doubts import Doubt
    from ckrtool.probe.verify.operations import Operation


def doubts(sequences: list[SequenceResult]) -> list[Doubt]:
    """Return everything that is wrong with what the calls of a run gave."""
    found: list[Doubt] = list(randomness.doubts(sequences))
    every: list[Operation] = []
    for replay in replays(sequences):
        every += replay.finished
        found += digests.doubts(replay.finished)
        found += signatures.doubts(replay.finished)
    found += ciphers.doubts(every)
    for sequence in sequences:
        found += sessions.doubts(sequence)
    return found
