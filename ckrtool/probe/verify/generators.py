"""Recognises simple generators of pseudo-random numbers by their output alone, without guessing seeds.

Each test takes the output as a stream of words. A generator that is linear (over the integers modulo a number, or over
single bits) is solved from its first words, and must then predict all others. Every test states the probability that it mistakes
true random bytes for such a generator; `FALSE_ALARM` is an upper bound of their sum.
"""

from __future__ import annotations

import itertools
from operator import mul
from typing import TYPE_CHECKING

from ckrtool._tables.lattices import LATTICES
from ckrtool.probe.verify import multipliers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FALSE_ALARM = 1e-12
"""Upper bound of the probability that any of these tests matches true random bytes of the lengths that the probe draws."""

_CHECKED = 36  # words that a generator must explain


def generator_name(stream: bytes) -> str | None:
    """Return the name of the generator that produced the stream, None if it looks like random data.

    `stream` must be from successive calls of one session.
    """
    for test in (_congruential, _truncated, _minstd, _additive, _twister, _shift_register):
        found = test(stream)
        if found:
            return found
    return None


def _words(stream: bytes, size: int, order: str) -> list[int]:
    whole = len(stream) - len(stream) % size
    return [int.from_bytes(stream[at : at + size], order) for at in range(0, whole, size)]  # type: ignore[arg-type]


def _forms(stream: bytes, sizes: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield (size in bytes, words of the stream) for each size, in little-endian and then in big-endian order."""
    for size in sizes:
        yield size, _words(stream, size, "little")
        if size > 1:
            yield size, _words(stream, size, "big")


def _congruential(stream: bytes) -> str | None:
    """Solve x' = a * x + c modulo 2**8, 2**16, 2**32 or 2**64 (counters among them): 2**-400 for random bytes."""
    for size, words in _forms(stream, (1, 2, 4, 8)):
        modulus = 1 << 8 * size
        steps = [(two - one) % modulus for one, two in itertools.pairwise(words)]
        solved = next(
            (
                after * pow(step, -1, modulus) % modulus
                for step, after in itertools.pairwise(steps)
                if step % 2
            ),
            None,
        )
        if solved is not None and all(
            after == solved * step % modulus for step, after in itertools.pairwise(steps)
        ):
            kind = "a counter" if solved == 1 else "a linear congruential generator"
            return f"{kind} of {8 * size} bits"
    return None


def _truncated(stream: bytes) -> str | None:
    """Solve generators that give only the highest bits of their state, or of its lower part.

    8 bits of each of `_CHECKED` words must follow from the first ones: 2**-190 for random bytes, for each multiplier and form.
    """
    for multiplier, _, name, forms in multipliers.ROWS:
        for state, shown in forms:
            hidden = state - shown
            for words in _seen(stream, shown):
                known = [word << hidden for word in words[:_CHECKED]]
                if _solves(known, multiplier % (1 << state), 1 << state, 1 << hidden):
                    return f"the generator of {name} (multiplier {multiplier})"
    return None


def _seen(stream: bytes, shown: int) -> Iterator[list[int]]:
    """Yield the stream as words of `shown` bits in whole bytes, per byte order, unless a word has more bits than that."""
    size = -(-shown // 8)
    for _, words in _forms(stream[: size * _CHECKED], (size,)):
        if len(words) == _CHECKED and max(words) >> shown == 0:
            yield words


def _solves(known: list[int], multiplier: int, modulus: int, error: int) -> bool:
    """Return whether numbers known up to `error` are successive states of a linear congruential generator with that multiplier.

    The differences of its states are d, a*d, a*a*d, ...: short relations between such numbers (a reduced lattice) hold exactly
    although the numbers are not exact, and give the first difference.
    """
    relations, first_row = LATTICES[multiplier, modulus]
    steps = [two - one for one, two in itertools.pairwise(known)]
    sums = [sum(map(mul, row, steps)) for row in relations]
    step = sum(
        factor * ((2 * total + modulus) // (2 * modulus))
        for factor, total in zip(first_row, sums, strict=True)
    )
    for seen in steps:
        off = (step - seen) % modulus
        if min(off, modulus - off) > error:
            return False
        step = step * multiplier % modulus
    return True


def _minstd(stream: bytes) -> str | None:
    """Solve x' = a * x modulo 2**31 - 1, if the output is its lowest byte or all of it."""
    inverse = pow(256, -1, multipliers.PRIME)
    for multiplier, name in multipliers.MINIMAL:
        # x / 256 is h + b / 256 modulo the prime, for the byte b that is seen and the 23 bits of h that are not.
        known = [octet * inverse % multipliers.PRIME for octet in stream[:_CHECKED]]
        if _solves(known, multiplier, multipliers.PRIME, 1 << 24):
            return f"the generator {name} (multiplier {multiplier})"
        for _, words in _forms(stream, (4,)):
            if len(words) > _CHECKED and all(
                two == one * multiplier % multipliers.PRIME for one, two in itertools.pairwise(words)
            ):
                return f"the generator {name} (multiplier {multiplier})"
    return None


def _additive(stream: bytes) -> str | None:
    """Look for o = o[-3] + o[-31], up to a carry, of random() in the GNU C library: 2**-1000 for random bytes."""
    for size, words in _forms(stream, (1, 4)):
        modulus = 256 if size == 1 else 1 << 31
        if len(words) > 200 and all(
            (words[at] - words[at - 3] - words[at - 31]) % modulus in (0, 1) for at in range(31, len(words))
        ):
            return "random() of the GNU C library"
    return None


def _twister(stream: bytes) -> str | None:
    """Undo the output function of MT19937 and check its recurrence, if there are enough words (644): 2**-600 for random bytes."""
    for _, words in _forms(stream, (4,)):
        if len(words) < 624 + 20:
            continue
        state = [_untempered(word) for word in words]
        if all(_twists(state, at) for at in range(624, len(state))):
            return "the Mersenne Twister MT19937"
    return None


def _untempered(word: int) -> int:
    """Return the state word of a Mersenne Twister (MT19937) from one of its outputs."""
    word ^= word >> 18
    word ^= (word << 15) & 0xEFC60000
    found = word
    for _ in range(4):
        found = word ^ ((found << 7) & 0x9D2C5680)
    word = found
    for _ in range(2):
        found = word ^ (found >> 11)
    return found


def _twists(state: list[int], at: int) -> bool:
    mixed = (state[at - 624] & 0x80000000) | (state[at - 623] & 0x7FFFFFFF)
    return state[at] == state[at - 227] ^ (mixed >> 1) ^ (0x9908B0DF if mixed & 1 else 0)


def _shift_register(stream: bytes) -> str | None:
    """Measure the linear complexity of single bits (Berlekamp and Massey): xorshift, shift registers, short periods.

    That of n random bits is n/2; it is under n/2 - 30 with probability 2**-59.
    """
    for size, words in _forms(stream, (4,)):
        for bit in (0, 7, 8 * size - 1):
            bits = [word >> bit & 1 for word in words]
            found = complexity(bits)
            if found < len(bits) // 2 - 30:
                return f"a shift register or xorshift generator of {max(found, 1)} bits"
    for bit in (0, 7):
        bits = [octet >> bit & 1 for octet in stream[:1024]]
        found = complexity(bits)
        if found < len(bits) // 2 - 30:
            return f"a shift register or a sequence with a short period (linear complexity {found})"
    return None


def complexity(bits: Sequence[int]) -> int:
    """Return the length of the shortest linear feedback shift register that generates these bits."""
    current, previous, length, shift, past = 1, 1, 0, 1, 0
    for at, bit in enumerate(bits):
        past = past << 1 | bit  # bit k of it is the bit k places before this one
        if not (current & past).bit_count() & 1:
            shift += 1
            continue
        kept = current
        current ^= previous << shift
        if 2 * length <= at:
            length, previous, shift = at + 1 - length, kept, 1
        else:
            shift += 1
    return length
