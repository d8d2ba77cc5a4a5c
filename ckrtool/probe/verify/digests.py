"""Compares digests with those of hashlib."""

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
"""Digest mechanisms that hashlib always supports, with its names."""


def digest(mechanism: int, data: bytes) -> bytes | None:
    """Return the digest of the data by a mechanism, None if the mechanism is not in HASHES."""
    name = HASHES.get(mechanism)
    return hashlib.new(name, data, usedforsecurity=False).digest() if name else None


def doubts(operations: list[Operation]) -> Iterator[Doubt]:
    """Yield a doubt for each digest that does not match its data."""
    for operation in operations:
        right = digest(operation.mechanism, operation.input) if operation.kind == "Digest" else None
        if right is None or right == operation.output:
            continue
        detail = f"{operation.output.hex()} instead of {right.hex()}, for {len(operation.input)} bytes"
        if not operation.multi:
            title = "a digest does not match its data"
            yield Doubt(
                "error", "digest-wrong", "C_Digest", title, detail, operation.sequence, [operation.last]
            )
            continue
        first = len(operation.data) > 1 and operation.output == digest(operation.mechanism, operation.data[0])
        blamed = "C_DigestUpdate" if first else "C_DigestFinal"
        title = "digesting in parts gives another digest than digesting in one call"
        if first:
            detail = f"{detail}: it is the digest of the first part alone"
        yield Doubt(
            "error", "multi-part-differs", blamed, title, detail, operation.sequence, [operation.last]
        )
