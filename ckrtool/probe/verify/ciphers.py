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
# Modes that give the same ciphertext for the same key, parameter and data (the parameter holds all that is random).
_DETERMINISTIC = frozenset(
    CONSTANTS[f"CKM_AES_{mode}"] for mode in ("ECB", "CBC", "CBC_PAD", "CTR", "GCM", "CCM", "CTS")
)
_BY_VECTOR = frozenset(CONSTANTS[f"CKM_AES_{mode}"] for mode in ("CBC", "CBC_PAD", "CTR", "GCM"))


def doubts(operations: list[Operation]) -> Iterator[Doubt]:
    """Yield what is wrong with the ciphertexts of a run, those of all its sequences together."""
    encrypted = [one for one in operations if one.kind == "Encrypt" and one.input]
    plain = [one for one in encrypted if _shows(one)]
    for one in plain:
        yield _not_encrypted(one)
    sound = [one for one in encrypted if one not in plain and one.mechanism in _DETERMINISTIC]
    yield from _parts(sound)
    yield from _keys(sound)
    yield from _vectors(sound)
    yield from _decrypted(operations, sound)


def _shows(one: Operation) -> bool:
    """Return whether the ciphertext holds a block of its plaintext at its place: by chance 1 in 2**128."""
    data, out = one.input, one.output
    size = min(BLOCK, len(data))
    return size >= 8 and any(
        data[at : at + size] == out[at : at + size] for at in range(0, len(data) - size + 1, size)
    )


def _not_encrypted(one: Operation) -> Doubt:
    updates = [call for call in one.calls if call.function == "C_EncryptUpdate"]
    title = "the ciphertext contains the plaintext: the data was not encrypted"
    detail = f"{len(one.input)} bytes in, {len(one.output)} bytes out; they have a block in common"
    blamed = "C_EncryptUpdate" if updates else "C_Encrypt"
    return Doubt("error", "not-encrypted", blamed, title, detail, one.sequence, one.calls)


def _parts(encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare data encrypted in parts with the same data encrypted at once by the same key."""
    for one in encrypted:
        whole = next(
            (two for two in encrypted if not two.multi and two.key is one.key and two.same == one.same), None
        )
        if not one.multi or whole is None or whole.output == one.output:
            continue
        final = one.output[: len(one.output) - len(one.outputs[-1])]
        blamed = "C_EncryptFinal" if whole.output.startswith(final) else "C_EncryptUpdate"
        title = "encryption in parts gives another ciphertext than encryption in one call"
        detail = f"{len(one.output)} bytes in parts, {len(whole.output)} bytes in one call"
        yield Doubt("error", "multi-part-differs", blamed, title, detail, one.sequence, [one.last])


def _keys(encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare what different generated keys make of the same data."""
    for one, two in combinations(
        [one for one in encrypted if one.key and one.key.made_by == "C_GenerateKey"], 2
    ):
        if one.key is not two.key and one.same == two.same and one.output == two.output:
            title = (
                "two generated keys give the same ciphertext: they are the same key, or the key is not used"
            )
            detail = f"a key of {one.sequence} and a key of {two.sequence}, with the same data and initialization vector"
            yield Doubt("error", "key-repeated", "C_GenerateKey", title, detail, two.sequence, [two.last])


def _vectors(encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare ciphertexts of the same data by the same key with different initialization vectors."""
    for one, two in combinations([one for one in encrypted if one.mechanism in _BY_VECTOR], 2):
        alike = one.key is two.key and one.mechanism == two.mechanism and one.input == two.input
        if alike and one.same != two.same and one.output[:BLOCK] == two.output[:BLOCK]:
            title = "different initialization vectors give the same ciphertext"
            yield Doubt(
                "error",
                "iv-ignored",
                "C_EncryptInit",
                title,
                f"mechanism {one.mechanism:#x}",
                two.sequence,
                [two.last],
            )


def _decrypted(operations: list[Operation], encrypted: list[Operation]) -> Iterator[Doubt]:
    """Compare what was decrypted in parts with the data that had been encrypted."""
    for one in operations:
        if one.kind != "Decrypt" or not one.multi:
            continue
        source = next(
            (
                two
                for two in encrypted
                if two.key is one.key and two.output == one.input and two.same[1:3] == one.same[1:3]
            ),
            None,
        )
        if source is not None and source.input != one.output:
            final = one.output[: len(one.output) - len(one.outputs[-1])]
            blamed = "C_DecryptFinal" if source.input.startswith(final) else "C_DecryptUpdate"
            title = "decryption in parts does not give the data that was encrypted"
            detail = f"{len(one.output)} bytes decrypted, {len(source.input)} bytes encrypted"
            yield Doubt("error", "multi-part-differs", blamed, title, detail, one.sequence, [one.last])
