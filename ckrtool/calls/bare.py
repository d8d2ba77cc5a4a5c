"""Logs with calls and return codes but without arguments: tpm2-pkcs11, pkcs11-provider, OpenSC and others.

If only one session is open, a call is assigned to that session and marked uncertain, so that it proves nothing.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._tables.codes import NAMES
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.constants import named
from ckrtool.calls.record import Attribute, Call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

TPM_HEAD = lazy(rb'enter "(C_\w{3,40})"')
TPM_RETURN = lazy(rb'return "(C_\w{3,40})" value: (-?\d{1,20})')
PROVIDER = lazy(rb"p11prov_\w{1,60}\(\): Calling (C_\w{3,40})")
PROVIDER_RETURN = lazy(rb"Error (?:0x)?([0-9A-Fa-f]{1,16}) returned by (C_\w{3,40})")
PROVIDER_REPORT = lazy(rb"Error: (0x[0-9A-Fa-f]{8,16}); Error returned by (C_\w{3,40})")
OPENSC = lazy(
    rb"(?<![\w()])(C_[A-Z]\w{2,40})\(\) = (?:(CKR_\w{1,80})|(0x[0-9A-Fa-f]{1,16}|\d{1,20}))(?![\w.])"
)
TPM_ATTRIBUTE = lazy(rb"Invalid Attribute for tid \d+: type\((\d{1,10})\)")
"""Line of tpm2-pkcs11, between `enter` and `return`, about an attribute that the object does not have."""
PATTERNS = (TPM_HEAD, TPM_RETURN, PROVIDER, PROVIDER_RETURN, PROVIDER_REPORT, OPENSC)
BEGINNINGS = (TPM_HEAD, PROVIDER)
"""Patterns of lines written at the start of a call."""


class Parser:
    """Parse lines that name a function and its return code."""

    dialect = "calls-without-arguments"

    def __init__(self, emit: Callable[[Call], None]) -> None:
        self._emit = emit
        self._entered: dict[str, int] = {}
        # pkcs11-provider's last call: the provider logs a return only if the call failed.
        self._called: tuple[str, int] | None = None
        self._sessions = 0
        self._active: list[int] = []
        self._first = True
        self._lacking: list[Attribute] = []

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        if (found := TPM_HEAD.search(text)) is not None:
            self._lacking.clear()
            self._entered[found[1].decode()] = number
        elif (found := TPM_ATTRIBUTE.search(text)) is not None:
            self._lacking.append(Attribute(named("CKA_", int(found[1])), -1))
        elif (found := TPM_RETURN.search(text)) is not None:
            self._done(number, found[1].decode(), int(found[2]) & 0xFFFFFFFFFFFFFFFF)
        elif (found := PROVIDER.search(text)) is not None:
            self._succeeded()
            self._called = (found[1].decode(), number)
        elif (found := PROVIDER_RETURN.search(text)) is not None:
            self._called = None
            self._done(number, found[2].decode(), int(found[1], 10 if found[1].isdigit() else 16))
        elif (found := PROVIDER_REPORT.search(text)) is not None:
            self._called = None
            self._done(number, found[2].decode(), int(found[1], 16))
        elif (found := OPENSC.search(text)) is not None:
            value = NAMES.get(found[2].decode()) if found[2] else int(found[3], 0)
            if value is not None:
                self._done(number, found[1].decode(), value)

    def inside(self, function: str) -> bool:
        """Return whether a call of this function has not returned yet."""
        return function in self._entered or (self._called is not None and self._called[0] == function)

    def finish(self) -> None:
        """End the trace."""
        self._succeeded()

    def _succeeded(self) -> None:
        if self._called is not None:
            function, line = self._called
            self._called = None
            self._done(line, function, 0)

    def _done(self, line: int, function: str, value: int) -> None:
        if function not in FUNCTIONS:
            return
        call = Call(self.dialect, function, self._entered.pop(function, line))
        call.return_line = line
        call.rv = value
        call.origin = "run 1"
        if self._lacking and function == "C_GetAttributeValue":
            call.outputs["pTemplate"] = tuple(self._lacking)
        self._lacking.clear()
        call.first = self._first and function in ("C_Initialize", "C_GetFunctionList", "C_GetInterface")
        self._first = False
        self._assume_session(call)
        self._emit(call)

    def _assume_session(self, call: Call) -> None:
        """Assign the only session that a call can belong to, and mark the call uncertain."""
        if call.function == "C_OpenSession" and call.rv == 0:
            self._sessions += 1
            call.outputs["phSession"] = self._sessions
            call.args["slotID"] = 0
            self._active.append(self._sessions)
        elif call.function in ("C_Finalize", "C_CloseAllSessions") and call.rv == 0:
            self._active.clear()
        elif any(kind == "CK_SESSION_HANDLE" for kind, _ in FUNCTIONS[call.function][2]):
            if len(self._active) == 1 or (not self._active and self._sessions == 1):
                call.args["hSession"] = self._active[0] if self._active else 1
            if call.function == "C_CloseSession" and call.rv == 0 and self._active:
                self._active.pop()
        else:
            return
        call.certain = False
