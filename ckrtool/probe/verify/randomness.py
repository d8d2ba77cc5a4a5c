"""Checks the random data of a run for repeats, unwritten or biased parts, and predictable generators.

The tests detect faults, they do not measure quality. The probability that a test reports true random bytes is far below 1e-9 each,
and less than `FALSE_ALARM` for all together.
"""

from __future__ import annotations

from itertools import takewhile
from math import sqrt
from typing import TYPE_CHECKING

from ckrtool.probe.verify import generators
from ckrtool.probe.verify.doubts import Doubt
from ckrtool.probe.verify.operations import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.results import SequenceResult

OK = 0
FALSE_ALARM = 1e-10
"""Upper bound of the probability of a false alarm in a run: of the tests here, the one of the tail of an odd length has the
largest (2**-48 for each length), then those of the bias (8 standard deviations: 1.3e-15 for each of nine)."""

_BLOCK = 16  # bytes; probability of two equal blocks among n: n * n / 2**129
_RUN = 12  # equal bytes in a row; probability among n bytes: n / 2**88
_DEVIATIONS = 8.0
_ENOUGH = 256  # bytes


def doubts(sequences: list[SequenceResult]) -> Iterator[Doubt]:
    """Yield at most one doubt about the random data of a run."""
    draws = {
        sequence.name: [
            data
            for call in sequence.calls
            if call.function == "C_GenerateRandom" and call.outcome == "returned" and call.rv == OK
            if (data := bytes_of(call.output.get("RandomData")))
        ]
        for sequence in sequences
    }
    for test in (_runs, _repeated, _restarted, _unwritten, _solved, _biased):
        found = test(draws)
        if found is not None:
            yield found
            return


def _doubt(name: str, title: str, detail: str) -> Doubt:
    return Doubt("error", name, "C_GenerateRandom", title, detail)


def _restarted(draws: dict[str, list[bytes]]) -> Doubt | None:
    """Compare the first bytes drawn by the worker processes."""
    first: dict[bytes, str] = {}
    for name, drawn in draws.items():
        head = drawn[0][:_BLOCK] if drawn else b""
        if len(head) == _BLOCK and first.setdefault(head, name) != name:
            title = "C_GenerateRandom returns the same first bytes in two processes"
            return _doubt("random-repeats", title, f"in {first[head]} and {name}: {head.hex()}")
    return None


def _repeated(draws: dict[str, list[bytes]]) -> Doubt | None:
    """Search for a block that occurs twice in the data drawn by one process."""
    for name, drawn in draws.items():
        seen: set[bytes] = set()
        stream = b"".join(drawn)
        for at in range(len(stream) - _BLOCK + 1):
            block = stream[at : at + _BLOCK]
            if block in seen:
                title = "C_GenerateRandom gives the same bytes again"
                return _doubt(
                    "random-repeats", title, f"in {name}: {block.hex()} occurs twice in {len(stream)} bytes"
                )
            seen.add(block)
    return None


def _runs(draws: dict[str, list[bytes]]) -> Doubt | None:
    for name, drawn in draws.items():
        for data in drawn:
            for at in range(len(data) - _RUN + 1):
                if data[at : at + _RUN] == data[at : at + 1] * _RUN:
                    title = "C_GenerateRandom repeats one byte, or does not write all bytes"
                    return _doubt(
                        "random-repeats",
                        title,
                        f"in {name}: {data[at]:#04x} repeated from byte {at} of {len(data)}",
                    )
    return None


def _unwritten(draws: dict[str, list[bytes]]) -> Doubt | None:
    """Search for equal last bytes in three draws of an odd length, because some modules write only whole words."""
    for name, drawn in draws.items():
        for length in {len(data) for data in drawn if len(data) % 4}:
            tails = [data[-(length % 4) :] for data in drawn if len(data) == length]
            if length % 4 == 3 and len(tails) >= 3 and len(set(tails)) == 1:
                title = "C_GenerateRandom does not write the last bytes of an odd length"
                return _doubt(
                    "random-repeats", title, f"in {name}: {tails[0].hex()} at the end of each {length} bytes"
                )
    return None


def _solved(draws: dict[str, list[bytes]]) -> Doubt | None:
    for name, drawn in draws.items():
        whole: list[bytes] = list(takewhile(_whole, drawn))
        stream = b"".join(whole)
        found = generators.generator_name(stream) if len(stream) >= _ENOUGH else None
        if found is not None:
            title = "C_GenerateRandom is predictable: its bytes come from a simple generator"
            return _doubt("random-predictable", title, f"in {name}: {found}")
    return None


def _biased(draws: dict[str, list[bytes]]) -> Doubt | None:
    """Count the bits that are 1, in all and per bit position of a byte."""
    for name, drawn in draws.items():
        stream = b"".join(drawn)
        if len(stream) < _ENOUGH:
            continue
        number = int.from_bytes(stream, "big")
        masks = [int.from_bytes(bytes([1 << bit]) * len(stream), "big") for bit in range(8)]
        places = [(number & mask).bit_count() for mask in masks]
        counted = [(sum(places), 8 * len(stream), "of all bits")]
        counted += [(ones, len(stream), f"of bit {bit} of each byte") for bit, ones in enumerate(places)]
        for ones, count, where in counted:
            if abs(ones - count / 2) > _DEVIATIONS * sqrt(count) / 2:
                title = "C_GenerateRandom returns biased bits"
                return _doubt("random-predictable", title, f"in {name}: {ones} {where} are 1, of {count}")
    return None


def _whole(data: bytes) -> bool:
    """Return whether the length of a draw is a multiple of the word size of every generator."""
    return len(data) % 8 == 0
