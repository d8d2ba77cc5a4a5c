"""Signs once with a key of the token, by the sequence `key`: finds the key and its public key, and chooses a mechanism.

The steps of the sequence are templates of calls. Their arguments depend on what was found before, so they are completed here and then
made by the runner, with the same guards as any other step. C_Sign is called at most once.
"""

from __future__ import annotations

import hashlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.probe.protocol import Step

    Expr = dict[str, Any]

_CLASS, _TOKEN, _ID, _KEY_TYPE, _SIGN, _ALWAYS = 0x0, 0x1, 0x102, 0x100, 0x108, 0x202
_MODULUS, _EXPONENT, _PARAMS, _POINT, _VALUE = 0x120, 0x122, 0x180, 0x181, 0x11
_PRIVATE, _PUBLIC, _CERTIFICATE = 3, 2, 1
_RSA, _EC, _EDWARDS = 0x0, 0x3, 0x40
_CKF_SIGN = 0x800
_SHA256, _MGF1_SHA256 = 0x250, 2
_DATA = b"ckr-probe: a test signature, of no meaning"
_HASH = hashlib.sha256(_DATA).digest()
_DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420") + _HASH  # RFC 8017, 9.2
# Mechanisms by key type, the usual one first, with their parameter and what is signed.
_MECHANISMS: dict[int, tuple[tuple[int, Expr | None, bytes], ...]] = {
    _RSA: (
        (0x40, None, _DATA),  # CKM_SHA256_RSA_PKCS
        (0x1, None, _DIGEST_INFO),  # CKM_RSA_PKCS
        (0x43, {"pss": {"hash": _SHA256, "mgf": _MGF1_SHA256, "salt": 32}}, _DATA),  # CKM_SHA256_RSA_PKCS_PSS
    ),
    _EC: ((0x1041, None, _HASH), (0x1044, None, _DATA)),  # CKM_ECDSA, CKM_ECDSA_SHA256
    _EDWARDS: ((0x1057, None, _DATA),),  # CKM_EDDSA
}
_KINDS = {_CLASS: "ulong", _KEY_TYPE: "ulong", _SIGN: "bool", _ALWAYS: "bool"}


class KeyUse:
    """Makes the calls of the sequence `key`, from the search to the signature.

    `make` makes a step and returns the variables after it. `offers` returns whether the slot has a mechanism with CKF_SIGN. `end` ends
    the sequence as skipped, with a reason.
    """

    def __init__(
        self,
        steps: list[Step],
        make: Callable[[Step], dict[str, Any]],
        offers: Callable[[int, Step], bool],
        end: Callable[[str, Step], None],
    ) -> None:
        self._search = steps[:3]
        self._read = steps[3]
        self._public = steps[4:7]
        self._read_public = steps[7]
        self._init, self._login, self._sign = steps[8:11]
        self._make, self._offers, self._end = make, offers, end

    def run(self, wanted: list[list[list[Any]]]) -> None:
        """Find the only key that matches one of the templates (the first that matches any), and sign with it."""
        found: list[int] = []
        for rows in wanted:
            found = self._find(self._search, "keys", _PRIVATE, rows)
            if found:
                break
        if len(found) != 1:
            self._end("several-keys" if found else "key-not-found", self._search[1])
            return
        type_, id_ = self._attribute(_KEY_TYPE), self._attribute(_ID)
        if self._attribute(_SIGN) == b"\0":
            self._end("key-not-for-signing", self._read)
            return
        chosen = next(
            (row for row in _MECHANISMS.get(_number(type_), ()) if self._offers(row[0], self._init)), None
        )
        if chosen is None:
            self._end("key-not-for-signing", self._init)
            return
        always = self._attribute(_ALWAYS) == b"\1"
        if id_:
            self._show_public(_number(type_), id_)
        self._use(chosen, always)

    def _use(self, chosen: tuple[int, Expr | None, bytes], always: bool) -> None:
        mechanism, parameter, data = chosen
        begun = self._call(self._init, pMechanism={"mechanism": mechanism, "parameter": parameter})
        if not begun:
            return
        if always and not self._call(self._login):
            return
        self._call(self._sign, pData={"bytes": data.hex()})

    def _call(self, step: Step, /, **args: Expr) -> bool:
        """Make a step with these arguments instead of its own; return whether it gave the expected result."""
        return bool(self._make({**step, "args": {**step["args"], **args}}).get("as_expected"))

    def _find(self, steps: list[Step], name: str, class_: int, rows: list[list[Any]]) -> list[int]:
        template = [[_CLASS, "ulong", {"int": class_}], [_TOKEN, "bool", {"bool": True}], *rows]
        if not self._call(steps[0], pTemplate={"template": template}):
            return []
        after = self._make(steps[1])
        found = after.get(name) if after.get("as_expected") else None
        self._make(steps[2])
        return found if isinstance(found, list) else []

    def _attribute(self, type_: int) -> bytes | None:
        """Return the value of an attribute of the key, None if the key does not have it or does not reveal it."""
        name = f"attribute_{type_}"
        asked: Expr = {"attributes": [type_], "kinds": {str(type_): _KINDS.get(type_, "bytes")}}
        step: Step = {
            **self._read,
            "args": {**self._read["args"], "pTemplate": asked},
            "save": {"pTemplate": name},
        }
        read = self._make(step).get(name)
        value = read.get(type_) if isinstance(read, dict) else None
        return value if isinstance(value, bytes) else None

    def _show_public(self, type_: int, id_: bytes) -> None:
        """Read the public key with the same CKA_ID, or else the certificate, to verify the signature with."""
        row = [[_ID, "bytes", {"bytes": id_.hex()}]]
        of_key = [_MODULUS, _EXPONENT] if type_ == _RSA else [_PARAMS, _POINT]
        for class_, types in ((_PUBLIC, of_key), (_CERTIFICATE, [_VALUE])):
            if self._find(self._public, "publics", class_, row):
                self._call(self._read_public, pTemplate={"attributes": [_ID, *types], "kinds": {}})
                return


def _number(value: bytes | None) -> int:
    return -1 if value is None else int.from_bytes(value, "little")
