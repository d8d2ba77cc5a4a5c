"""Precomputes the reduced lattices of linear congruential generators (Lenstra, Lenstra, Lovasz) for the probe."""

from __future__ import annotations

from fractions import Fraction

from ckrtool.probe.verify import multipliers

Rows = list[list[int]]


def table() -> dict[tuple[int, int], tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]]:
    """Return (multiplier, modulus) -> short relations between successive differences d, and the coefficients for d[0].

    The relations are rows r with sum(r[i] * d[i]) = 0 modulo the modulus. Each right side is then a multiple of the modulus;
    d[0] is the sum of these right sides times the coefficients, divided by the modulus.
    """
    found = {}
    for multiplier, modulus in multipliers.lattices():
        rows = _reduced(_basis(multiplier, modulus))
        found[multiplier, modulus] = (tuple(tuple(row) for row in rows), _first(rows, modulus))
    return found


def _basis(multiplier: int, modulus: int) -> Rows:
    """Return relations between the differences d, a*d, a*a*d, ..., enough of them that 8 bits of each determine the rest."""
    count = modulus.bit_length() // 8 + 4
    rows = [[modulus, *[0] * (count - 1)]]
    for row in range(1, count):
        rows.append([pow(multiplier, row, modulus), *[-int(at == row) for at in range(1, count)]])
    return rows


def _dot(left: list[int], right: list[int]) -> int:
    return sum(a * b for a, b in zip(left, right, strict=True))


class _Reduction:
    """A basis during reduction, in integers only (Cohen, A Course in Computational Algebraic Number Theory, algorithm 2.6.7)."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.dets = [1] + [0] * len(rows)  # dets[i + 1] is the product of the first i + 1 squared lengths
        self.lam = [[0] * len(rows) for _ in rows]
        for at in range(len(rows)):
            self.orthogonalise(at)

    def orthogonalise(self, at: int) -> None:
        """Recompute the Gram-Schmidt coefficients of a row."""
        for lower in range(at + 1):
            value = _dot(self.rows[at], self.rows[lower])
            for inner in range(lower):
                value = self.dets[inner + 1] * value - self.lam[at][inner] * self.lam[lower][inner]
                value //= self.dets[inner]
            if lower < at:
                self.lam[at][lower] = value
            else:
                self.dets[at + 1] = value

    def shorten(self, at: int, lower: int) -> None:
        """Subtract the nearest multiple of a lower row from a row."""
        factor = (2 * self.lam[at][lower] + self.dets[lower + 1]) // (2 * self.dets[lower + 1])
        if factor:
            self.rows[at] = [a - factor * b for a, b in zip(self.rows[at], self.rows[lower], strict=True)]
            self.lam[at][lower] -= factor * self.dets[lower + 1]
            for inner in range(lower):
                self.lam[at][inner] -= factor * self.lam[lower][inner]

    def in_order(self, at: int) -> bool:
        """Return whether a row satisfies the Lovasz condition: it is not much shorter than the row before."""
        short = self.lam[at][at - 1]
        return (
            4 * (self.dets[at + 1] * self.dets[at - 1] + short * short) >= 3 * self.dets[at] * self.dets[at]
        )


def _reduced(rows: Rows) -> Rows:
    """Return the reduced basis."""
    work = _Reduction(rows)
    at = 1
    while at < len(rows):
        work.shorten(at, at - 1)
        if work.in_order(at):
            for lower in range(at - 2, -1, -1):
                work.shorten(at, lower)
            at += 1
            continue
        work.rows[at], work.rows[at - 1] = work.rows[at - 1], work.rows[at]
        for row in range(at - 1, len(rows)):
            work.orthogonalise(row)
        at = max(at - 1, 1)
    return work.rows


def _first(rows: Rows, modulus: int) -> tuple[int, ...]:
    """Return the first row of the inverse of the relations, times the modulus (which is their determinant)."""
    count = len(rows)
    system = [[Fraction(rows[row][at]) for row in range(count)] for at in range(count)]  # transposed
    wanted = [Fraction(modulus), *[Fraction(0)] * (count - 1)]
    for column in range(count):
        pivot = next(row for row in range(column, count) if system[row][column])
        system[column], system[pivot] = system[pivot], system[column]
        wanted[column], wanted[pivot] = wanted[pivot], wanted[column]
        for row in range(count):
            if row != column and system[row][column]:
                factor = system[row][column] / system[column][column]
                system[row] = [a - factor * b for a, b in zip(system[row], system[column], strict=True)]
                wanted[row] -= factor * wanted[column]
    return tuple(int(wanted[at] / system[at][at]) for at in range(count))
