"""Runs all independent checks on a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec

from ckrtool.probe.verify import ciphers, digests, public_keys, randomness, sessions, signatures
from ckrtool.probe.verify.doubts import fault
from ckrtool.probe.verify.operations import replays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ckrtool.probe.results import SequenceResult
    from ckrtool.probe.verify.doubts import Doubt
    from ckrtool.probe.verify.operations import Key, Operation

P = ParamSpec("P")


def doubts(sequences: list[SequenceResult]) -> list[Doubt]:
    """Return all errors that the independent checks find in the results of a run."""
    found: list[Doubt] = list(_checked(randomness.doubts, sequences))
    operations: list[Operation] = []
    keys: list[Key] = []
    for sequence in sequences:
        found += _checked(_of_sequence, sequence, operations, keys)
    found += _checked(ciphers.doubts, operations)
    found += _checked(public_keys.repeated, keys)
    for sequence in sequences:
        found += _checked(sessions.doubts, sequence)
    return found


def _of_sequence(sequence: SequenceResult, operations: list[Operation], keys: list[Key]) -> Iterator[Doubt]:
    """Yield the doubts about the operations of one sequence, and add these and its keys to the lists."""
    for replay in replays([sequence]):
        operations += replay.finished
        keys += replay.keys
        yield from _checked(digests.doubts, replay.finished)
        yield from _checked(signatures.doubts, replay.finished)


def _checked(check: Callable[P, Iterable[Doubt]], *args: P.args, **kwargs: P.kwargs) -> Iterator[Doubt]:
    """Yield the doubts of a check; an internal error in it becomes one more, so that the other checks and the report remain."""
    try:
        yield from check(*args, **kwargs)
    except Exception as error:  # noqa: BLE001
        yield fault(check.__module__.rpartition(".")[2], error)
