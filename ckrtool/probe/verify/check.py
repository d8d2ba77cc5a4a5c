"""Runs all independent checks on a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.verify import ciphers, digests, public_keys, randomness, sessions, signatures
from ckrtool.probe.verify.operations import replays

if TYPE_CHECKING:
    from ckrtool.probe.results import SequenceResult
    from ckrtool.probe.verify.doubts import Doubt
    from ckrtool.probe.verify.operations import Key, Operation


def doubts(sequences: list[SequenceResult]) -> list[Doubt]:
    """Return all errors that the independent checks find in the results of a run."""
    found: list[Doubt] = list(randomness.doubts(sequences))
    operations: list[Operation] = []
    keys: list[Key] = []
    for replay in replays(sequences):
        operations += replay.finished
        keys += replay.keys
        found += digests.doubts(replay.finished)
        found += signatures.doubts(replay.finished)
    found += ciphers.doubts(operations)
    found += public_keys.repeated(keys)
    for sequence in sequences:
        found += sessions.doubts(sequence)
    return found
