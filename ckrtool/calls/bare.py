"""Logs that name calls and return values and show no arguments: openCryptoki, tpm2-pkcs11, pkcs11-provider, OpenSC and others."""

from __future__ import annotations

import re

from ckrtool._tables.codes import NAMES
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.record import Call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

TPM_HEAD = re.compile(rb'enter "(C_\w{3,40})"')
TPM_RETURN = re.compile(rb'return "(C_\w{3,40})" value: (-?\d{1,20})')
OPENCRYPTOKI = re.compile(
    rb"(?:^|[\s:\]])S?(C_\w{3,40}): +rc = (0x[0-9a-fA-F]{1,16})(?:, sess = (-?\d{1,10}))?"
)
PROVIDER = re.compile(rb"p11prov_\w{1,60}\(\): Calling (C_\w{3,40})")
PROVIDER_RETURN = re.compile(rb"Error: (0x[0-9A-Fa-f]{8,16}); Error returned by (C_\w{3,40})")
OPENSC = re.compile(
    rb"(?<![\w()])(C_[A-Z]\w{2,40})\(\) = (?:(CKR_\w{1,80})|(0x[0-9A-Fa-f]{1,16}|\d{1,20}))(?![\w.])"
)
SIGNS = (b'enter "C_', b'return "C_', b": rc = 0x", b"(): Calling C_", b"; Error returned by C_", b"() = ")


class Parser:
    """Reads lines that name a function and what it returned."""

    dialect = "calls-without-arguments"

    def __init__(self, emit: Callable[[Call], None]) -> None:
        self._emit = emit
        self._entered: dict[str, int] = {}

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        if (found := TPM_HEAD.search(text)) is not None:
            self._entered[found[1].decode()] = number
        elif (found := TPM_RETURN.search(text)) is not None:
            self._done(number, found[1].decode(), int(found[2]) & 0xFFFFFFFFFFFFFFFF)
        elif (found := PROVIDER.search(text)) is not None:
            self._entered[found[1].decode()] = number
        elif (found := PROVIDER_RETURN.search(text)) is not None:
            self._done(number, found[2].decode(), int(found[1], 16))
        elif (found := OPENCRYPTOKI.search(text)) is not None:
            self._done(number, found[1].decode(), int(found[2], 16), found[3])
        elif (found := OPENSC.search(text)) is not None:
            value = NAMES.get(found[2].decode()) if found[2] else int(found[3], 0)
            if value is not None:
                self._done(number, found[1].decode(), value)

    def finish(self) -> None:
        """End the trace."""

    def _done(self, line: int, function: str, value: int, session: bytes | None = None) -> None:
        if function not in FUNCTIONS:
            return
        call = Call(self.dialect, function, self._entered.pop(function, line))
        call.return_line = line
        call.rv = value
        call.origin = "run 1"
        if session is not None and int(session) > 0 and function != "C_OpenSession":
            call.args["hSession"] = int(session)
        self._emit(call)
