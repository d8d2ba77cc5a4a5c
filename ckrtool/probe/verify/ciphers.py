"""Ciphertexts compared with their plaintexts and with each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ckrtool._tables.constants import CONSTANTS
from ckrtool.probe.verify.doubts import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.verify.operations import Operation

BLOCK = 16
# Modes that give the same ciphertext for the same key, parameter and data (all randomness is in the parameter).
_DETERMINISTIC = frozenset(
    CONSTANTS[f"CKM_AES_{mode}"] for mode in ("ECB", "CBC", "CBC_PAD", "CTR", "GCM", "CCM", "CTS")
)
_BY_VECTOR = frozenset(CONSTANTS[f"CKM_AES_{mode}"] for mode in ("CBC", "CBC_PAD", "CTR", "GCM"))


def doubts(operations: list[Operation]) -> Iterator[Doubt]:
    """Yield the errors in the ciphertexts of a run, compared across all its sequences."""
    encrypted = [operation for operation in operations if operation.kind == "Encrypt" and operation.input]
    plain = [operation for operation in encrypted if _shows(operation)]
    for operation in plain:
        yield _not_encrypted(operation)
    sound = [
        operation
        for operation in encrypted
        if operation not in plain and operation.mechanism in _DETERMINISTIC
    ]
    yield from _parts(sound)
    yield from _keys(sound)
    yield from _vectors(sound)
    yield from _decrypted(operations, sound)


def _shows(operation: Operation) -> bool:
    """Return whether the ciphertext contains a block of its plaintext at the same offset; by chance 1 in 2**128."""
    data, out = operation.input, operation.output
    size = min(BLOCK, len(data))
    return size >= 8 and any(
        data[at : at + size] == out[at : at + size] for at in range(0, len(data) - size + 1, size)
    )


def _not_encrypted(operation: Operation) -> Doubt:
    updates = [call for call in operation.calls if call.function == "C_EncryptUpdate"]
    title = "the ciphertext contains the plaintext: the data was not encrypted"
    detail = (
        f"{len(operation.input)} bytes in, {len(operation.output)} bytes out; they have a block in common"
    )
    blamed = "C_EncryptUpdate" if updates else "C_Encrypt"
    return Doubt("error", "not-encrypted", blamed, title, detail, operation.sequence, operation.calls)


def _parts(encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare data encrypted in parts with the same data encrypted in one call with the same key."""
    for operation in encrypted:
        whole = next(
            (
                other
                for other in encrypted
                if not other.multi and other.key is operation.key and other.same == operation.same
            ),
            None,
        )
        if not operation.multi or whole is None or whole.output == operation.output:
            continue
        final = operation.output[: len(operation.output) - len(operation.outputs[-1])]
        blamed = "C_EncryptFinal" if whole.output.startswith(final) else "C_EncryptUpdate"
        title = "encryption in parts gives another ciphertext than encryption in one call"
        detail = f"{len(operation.output)} bytes in parts, {len(whole.output)} bytes in one call"
        yield Doubt(
            "error", "multi-part-differs", blamed, title, detail, operation.sequence, [operation.last]
        )


def _keys(encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare the ciphertexts of the same data with different generated keys."""
    for operation, other in combinations(
        [operation for operation in encrypted if operation.key and operation.key.made_by == "C_GenerateKey"],
        2,
    ):
        if (
            operation.key is not other.key
            and operation.same == other.same
            and operation.output == other.output
        ):
            title = (
                "two generated keys give the same ciphertext: they are the same key, or the key is not used"
            )
            detail = f"a key of {operation.sequence} and a key of {other.sequence}, with the same data and initialization vector"
            yield Doubt("error", "key-repeated", "C_GenerateKey", title, detail, other.sequence, [other.last])


def _vectors(encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare the ciphertexts of the same data with the same key and different initialization vectors."""
    for operation, other in combinations(
        [operation for operation in encrypted if operation.mechanism in _BY_VECTOR], 2
    ):
        alike = (
            operation.key is other.key
            and operation.mechanism == other.mechanism
            and operation.input == other.input
        )
        if alike and operation.same != other.same and operation.output[:BLOCK] == other.output[:BLOCK]:
            title = "different initialization vectors give the same ciphertext"
            yield Doubt(
                "error",
                "iv-ignored",
                "C_EncryptInit",
                title,
                f"mechanism {operation.mechanism:#x}",
                other.sequence,
                [other.last],
            )


def _decrypted(operations: list[Operation], encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare data decrypted in parts with the data that had been encrypted."""
    for operation in operations:
        if operation.kind != "Decrypt" or not operation.multi:
            continue
        source = next(
            (
                other
                for other in encrypted
                if other.key is operation.key
                and other.output == operation.input
                and other.same[1:3] == operation.same[1:3]
            ),
            None,
        )
        if source is not None and source.input != operation.output:
            final = operation.output[: len(operation.output) - len(operation.outputs[-1])]
            blamed = "C_DecryptFinal" if source.input.startswith(final) else "C_DecryptUpdate"
            title = "decryption in parts does not give the data that was encrypted"
            detail = f"{len(operation.output)} bytes decrypted, {len(source.input)} bytes encrypted"
            yield Doubt(
                "error", "multi-part-differs", blamed, title, detail, operation.sequence, [operation.last]
            )
