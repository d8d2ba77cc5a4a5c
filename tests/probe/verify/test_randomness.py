"""Generators that can be predicted are named; true random data never is."""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest

from ckrtool.probe.results import CallResult, SequenceResult
from ckrtool.probe.verify import generators, randomness

LENGTH = 64 + 3072
Show = Callable[[int], bytes]


def congruential(multiplier: int, increment: int, modulus: int, show: Show) -> bytes:
    state = random.getrandbits(60) % modulus or 1
    out = b""
    while len(out) < LENGTH:
        state = (multiplier * state + increment) % modulus
        out += show(state)
    return out[:LENGTH]


def xorshift(bits: int, shifts: tuple[int, int, int], show: Show) -> bytes:
    state, mask, out = random.getrandbits(bits) | 1, (1 << bits) - 1, b""
    while len(out) < LENGTH:
        state ^= state << shifts[0] & mask
        state ^= state >> shifts[1]
        state ^= state << shifts[2] & mask
        out += show(state)
    return out


def additive(show: Show) -> bytes:
    words = [random.getrandbits(32) for _ in range(34)]
    out = b""
    while len(out) < LENGTH:
        words.append((words[-3] + words[-31]) & 0xFFFFFFFF)
        out += show(words[-1] >> 1)
    return out


def octet(shift: int) -> Show:
    return lambda state: bytes([state >> shift & 255])


def word(order: str, size: int = 4, shift: int = 0, bits: int = 32) -> Show:
    return lambda state: (state >> shift & (1 << bits) - 1).to_bytes(size, order)  # type: ignore[arg-type]


MADE = {
    "counter of 8 bits": lambda: bytes(at & 255 for at in range(LENGTH)),
    "counter of 32 bits": lambda: congruential(1, 1, 1 << 32, word("big")),
    "linear congruential generator of 32 bits": lambda: congruential(1664525, 1013904223, 1 << 32, word("little")),
    "Numerical Recipes": lambda: congruential(1664525, 1013904223, 1 << 32, octet(24)),
    "Microsoft": lambda: congruential(214013, 2531011, 1 << 32, octet(16)),
    "Microsoft's": lambda: congruential(214013, 2531011, 1 << 32, word("little", 2, 16, 15)),
    "ANSI C": lambda: congruential(1103515245, 12345, 1 << 31, octet(16)),
    "Grogono": lambda: congruential(25173, 13849, 1 << 16, octet(8)),
    "minstd": lambda: congruential(16807, 0, (1 << 31) - 1, octet(0)),
    "drand48": lambda: congruential(0x5DEECE66D, 11, 1 << 48, octet(40)),
    "MMIX": lambda: congruential(6364136223846793005, 1442695040888963407, 1 << 64, octet(56)),
    "xorshift generator of 32": lambda: xorshift(32, (13, 17, 5), word("little")),
    "xorshift generator of 64": lambda: xorshift(64, (13, 7, 17), word("little", 4, 32)),
    "random() of the GNU": lambda: additive(octet(0)),
    "GNU C library": lambda: additive(word("little")),
    "Mersenne Twister": lambda: b"".join(random.getrandbits(32).to_bytes(4, "little") for _ in range(LENGTH // 4)),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_a_simple_generator_is_named(name: str) -> None:
    assert name in (generators.generator_name(MADE[name]()) or "")


def drawn(*data: bytes, name: str = "random") -> SequenceResult:
    calls = [
        CallResult(3, (), "step", "C_GenerateRandom", {}, rv=0, output={"RandomData": one.hex()}) for one in data
    ]  # fmt: skip
    return SequenceResult(name, "health", "passed", calls=calls)


def good() -> list[bytes]:
    return [os.urandom(size) for size in (32, 32, 1024, 1024, 1024, 35, 35, 35)]


def test_true_random_data_is_never_blamed() -> None:
    for _ in range(10):
        assert list(randomness.doubts([drawn(os.urandom(32), name="sessions"), drawn(*good())])) == []


def blamed(*sequences: SequenceResult) -> str:
    (doubt,) = randomness.doubts(list(sequences))
    assert (doubt.severity, doubt.function) == ("error", "C_GenerateRandom")
    return f"{doubt.id}: {doubt.title}"


def test_repeats_and_unwritten_bytes() -> None:
    first, *rest = good()
    assert "same bytes again" in blamed(drawn(first, first, *rest))
    assert "in two processes" in blamed(drawn(first, name="sessions"), drawn(first, *rest))
    assert "does not write all" in blamed(drawn(*good()[:4], os.urandom(512) + bytes(512)))
    odd = [os.urandom(32) + b"\1\2\3" for _ in range(3)]
    assert "odd length" in blamed(drawn(*good()[:5], *odd))
    assert not list(
        randomness.doubts([drawn(*good()[:5], *odd[:2])])
    )  # two equal tails are chance once in 2**24 runs


def test_biased_bits() -> None:
    ascii_only = [bytes(octet & 0x7F for octet in one) for one in good()]
    assert "random-predictable" in blamed(drawn(*ascii_only))
    few = [bytes(a & b for a, b in zip(one, os.urandom(len(one)), strict=True)) for one in good()]
    assert "biased" in blamed(drawn(*few))


def test_the_sum_of_the_false_alarms_is_what_the_page_says() -> None:
    assert randomness.FALSE_ALARM + generators.FALSE_ALARM < 1e-9
