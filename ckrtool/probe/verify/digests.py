"""Digests computed by hashlib."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ckrtool._tables.constants import CONSTANTS
from ckrtool.probe.verify.doubts import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.verify.operations import Operation

HASHES = {
    CONSTANTS[f"CKM_{name}"]: by_hashlib
    for name, by_hashlib in {
        "MD5": "md5", "SHA_1": "sha1", "SHA224": "sha224", "SHA256": "sha256", "SHA384": "sha384", "SHA512": "sha512",
        "SHA3_224": "sha3_224", "SHA3_256": "sha3_256", "SHA3_384": "sha3_384", "SHA3_512": "sha3_512",
    }.items()
}  # fmt: skip
"""Digest mechanisms that hashlib has everywhere, with its names."""


def digest(mechanism: int, data: bytes) -> bytes | None:
    """Return the digest of the data by a mechanism; None for one that is not in HASHES."""
    name = HASHES.get(mechanism)
    return hashlib.new(name, data, usedforsecurity=False).digest() if name else None


def doubts(operations: list[Operation]) -> Iterator[Doubt]:
    """Yield a doubt for each digest that is not the one of its data."""
    for one in operations:
        right = digest(one.mechanism, one.input) if one.kind == "Digest" else None
        if right is None or right == one.output:
            continue
        told = f"{one.output.hex()} instead of {right.hex()}, for {len(one.input)} bytes"
        if not one.multi:
            title = "a digest does not match its data"
            yield Doubt("error", "digest-wrong", "C_Digest", title, told, one.sequence, [one.last])
            continue
        first = len(one.data) > 1 and one.output == digest(one.mechanism, one.data[0])
        blamed = "C_DigestUpdate" if first else "C_DigestFinal"
        title = "digesting in parts gives another digest than digesting in one call"
        if first:
            told = f"{told}: it is the digest of the first part alone"
        yield Doubt("error", "multi-part-differs", blamed, title, told, one.sequence, [one.last])
