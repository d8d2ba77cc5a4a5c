"""Multipliers of the linear congruential generators that libraries and textbooks use.

Each row: multiplier, modulus, common name, and the visible part of a state: (number of low bits of the state that count; how many of
the highest of these are output). The increment does not matter, since the tests work on differences.
"""

from __future__ import annotations

RAND = (
    (24, 8),
    (31, 15),
)  # the state without its lowest 16 bits: its lowest byte, or all of it (RAND_MAX 32767)
PRIME = (1 << 31) - 1

ROWS: tuple[tuple[int, int, str, tuple[tuple[int, int], ...]], ...] = (
    (1103515245, 1 << 31, "rand() of ANSI C", (*RAND, (31, 8))),
    (214013, 1 << 31, "rand() of Microsoft's C library", (*RAND, (31, 8))),
    (1664525, 1 << 32, "Numerical Recipes", ((32, 8), (32, 16))),
    (22695477, 1 << 32, "rand() of Borland C", (*RAND, (32, 8), (32, 16))),
    (134775813, 1 << 32, "Random of Delphi", ((32, 8), (32, 16))),
    (69069, 1 << 32, "VAX MTH$RANDOM", ((32, 8), (32, 16))),
    (25173, 1 << 16, "Grogono", ((16, 8),)),
    (0x5DEECE66D, 1 << 48, "drand48 and java.util.Random", ((48, 8), (48, 16), (48, 32))),
    (6364136223846793005, 1 << 64, "Knuth's MMIX", ((64, 8), (64, 16), (64, 32))),
)
"""Generators modulo a power of two."""

MINIMAL = ((16807, "minstd"), (48271, "minstd of 1993"))
"""Generators modulo PRIME without increment, with their names."""


def lattices() -> tuple[tuple[int, int], ...]:
    """Return (multiplier, modulus) of each lattice that the tests need reduced."""
    found = {(row[0] % (1 << bits), 1 << bits): None for row in ROWS for bits, _ in row[3]}
    return (*found, *((multiplier, PRIME) for multiplier, _ in MINIMAL))
