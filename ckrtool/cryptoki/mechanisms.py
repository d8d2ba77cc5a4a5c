"""CK_MECHANISM with the common structured parameters (PKCS #11 section 6)."""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki.memory import Buffer
from ckrtool.cryptoki.types import (
    CcmParams,
    CtrParams,
    DerivationData,
    Ecdh1Params,
    EddsaParams,
    GcmParams,
    Mechanism,
    OaepParams,
    PssParams,
)
from ckrtool.cryptoki.values import Context, ExprError, ulong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from ckrtool.cryptoki.values import Expr

_CKZ_DATA_SPECIFIED = 1


class _Builder:
    """Allocates the memory that a parameter points to, and keeps it until the call is over."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.buffers: list[Buffer] = []

    def bytes_of(self, value: str | Expr | None) -> tuple[int | None, int]:
        """Return address and length of bytes given as hex or as an expression; None (NULL) and 0 for none."""
        if value is None:
            return None, 0
        raw = bytes.fromhex(value) if isinstance(value, str) else self.context.plain(value)
        if not raw:
            return None, 0
        buffer = Buffer(len(raw), raw)
        self.buffers.append(buffer)
        return buffer.address, len(raw)


def _gcm(build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    iv, iv_length = build.bytes_of(given["iv"])
    aad, aad_length = build.bytes_of(given.get("aad"))
    return GcmParams(
        iv, iv_length, given.get("ivbits", 8 * iv_length), aad, aad_length, given.get("tagbits", 128)
    )


def _ccm(build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    nonce, nonce_length = build.bytes_of(given["nonce"])
    aad, aad_length = build.bytes_of(given.get("aad"))
    return CcmParams(given["datalen"], nonce, nonce_length, aad, aad_length, given.get("maclen", 16))


def _ctr(build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    block = given["cb"]
    raw = bytes.fromhex(block) if isinstance(block, str) else build.context.plain(block)
    return CtrParams(given.get("bits", 128), (ctypes.c_ubyte * 16)(*raw[:16]))


def _pss(_build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    return PssParams(given["hash"], given["mgf"], given["salt"])


def _oaep(build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    label, length = build.bytes_of(given.get("label"))
    return OaepParams(given["hash"], given["mgf"], _CKZ_DATA_SPECIFIED, label, length)


def _ecdh1(build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    shared, shared_length = build.bytes_of(given.get("shared"))
    public, public_length = build.bytes_of(given["public"])
    return Ecdh1Params(given.get("kdf", 1), shared_length, shared, public_length, public)


def _derivation(build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    return DerivationData(*build.bytes_of(given["data"]))


def _eddsa(build: _Builder, given: Mapping[str, Any]) -> ctypes.Structure:
    text, length = build.bytes_of(given.get("context"))
    return EddsaParams(int(bool(given.get("ph"))), length, text)


_STRUCTURED: dict[str, Callable[[_Builder, Mapping[str, Any]], ctypes.Structure]] = {
    "gcm": _gcm,
    "ccm": _ccm,
    "ctr": _ctr,
    "pss": _pss,
    "oaep": _oaep,
    "ecdh1": _ecdh1,
    "eddsa": _eddsa,
    "derivation": _derivation,
}


def _parameter(build: _Builder, given: Expr) -> bytes:
    """Return the bytes of a mechanism's parameter; `build` keeps the memory that it points to."""
    for name, make in _STRUCTURED.items():
        if name in given:
            try:
                return bytes(make(build, given[name]))
            except (KeyError, TypeError) as error:
                raise ExprError(f"{name}: {error}") from None
    if "ulong" in given:
        return ulong(int(given["ulong"]))
    return build.context.plain(given)


def mechanism(context: Context, given: Expr) -> tuple[Buffer, list[Buffer], int]:
    """Return a CK_MECHANISM in memory, the other buffers to keep until the call is over, and the mechanism's number.

    Raises ExprError for a parameter that is incomplete or of the wrong type.
    """
    build = _Builder(context)
    number = given["mechanism"]
    type_ = context.number(number) if isinstance(number, dict) else int(number)
    address, length = None, 0
    parameter = given.get("parameter")
    if parameter is not None:
        raw = _parameter(build, parameter)
        buffer = Buffer(len(raw), raw)
        build.buffers.append(buffer)
        address, length = (buffer.address, len(raw)) if raw else (None, 0)
    raw_mechanism = bytes(Mechanism(type_, address, length))
    return Buffer(len(raw_mechanism), raw_mechanism), build.buffers, type_
