"""All independent checks of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.verify import ciphers, digests, public_keys, randomness, sessions, signatures
from ckrtool.probe.verify.operations import replays

if TYPE_CHECKING:
    from ckrtool.probe.results import SequenceResult
    from ckrtool.probe.verify.doubts import Doubt
    from ckrtool.probe.verify.operations import Key, Operation


def doubts(sequences: list[SequenceResult]) -> list[Doubt]:
    """Return everything that is wrong with what the calls of a run gave."""
    found: list[Doubt] = list(randomness.doubts(sequences))
    every: list[Operation] = []
    keys: list[Key] = []
    for replay in replays(sequences):
        every += replay.finished
        keys += replay.keys
        found += digests.doubts(replay.finished)
        found += signatures.doubts(replay.finished)
    found += ciphers.doubts(every)
    found += public_keys.repeated(keys)
    for sequence in sequences:
        found += sessions.doubts(sequence)
    return found
