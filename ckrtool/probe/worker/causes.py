"""Tracks why steps are left out: a variable was not saved, or an operation was not begun."""

from __future__ import annotations

from ckrtool.probe.worker.compare import expects_ok

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.protocol import Step

_PARTS = {
    "C_EncryptInit": ("C_Encrypt", "C_EncryptUpdate", "C_EncryptFinal"),
    "C_DecryptInit": ("C_Decrypt", "C_DecryptUpdate", "C_DecryptFinal"),
    "C_DigestInit": ("C_Digest", "C_DigestUpdate", "C_DigestKey", "C_DigestFinal"),
    "C_SignInit": ("C_Sign", "C_SignUpdate", "C_SignFinal"),
    "C_SignRecoverInit": ("C_SignRecover",),
    "C_VerifyInit": ("C_Verify", "C_VerifyUpdate", "C_VerifyFinal"),
    "C_VerifyRecoverInit": ("C_VerifyRecover",),
    "C_VerifySignatureInit": ("C_VerifySignature", "C_VerifySignatureUpdate", "C_VerifySignatureFinal"),
    "C_FindObjectsInit": ("C_FindObjects", "C_FindObjectsFinal"),
    "C_MessageEncryptInit": (
        "C_EncryptMessage", "C_EncryptMessageBegin", "C_EncryptMessageNext", "C_MessageEncryptFinal",
    ),
    "C_MessageDecryptInit": (
        "C_DecryptMessage", "C_DecryptMessageBegin", "C_DecryptMessageNext", "C_MessageDecryptFinal",
    ),
    "C_MessageSignInit": ("C_SignMessage", "C_SignMessageBegin", "C_SignMessageNext", "C_MessageSignFinal"),
    "C_MessageVerifyInit": (
        "C_VerifyMessage", "C_VerifyMessageBegin", "C_VerifyMessageNext", "C_MessageVerifyFinal",
    ),
}  # fmt: skip
BEGINS = {part: begins for begins, parts in _PARTS.items() for part in parts}
"""The function that begins the operation, by the function that continues or ends it."""


def _wants_ok(step: Step) -> bool:
    """Return whether a step is useful only if it succeeds; a step with `expect = "any"` is useful in any case."""
    return step.get("expect") != "any" and expects_ok(step)


class Cause:
    """Why steps are left out, that is the first step that failed or was skipped; `reason` is the reason of the dependent steps."""

    __slots__ = ("detail", "reason")

    def __init__(self, reason: str, detail: str | None) -> None:
        self.reason = reason
        self.detail = detail


def operation_of(function: str) -> str | None:
    """Return the operation that a function begins, continues or ends, by the name of the function that begins it."""
    return function if function in _PARTS else BEGINS.get(function)


class Causes:
    """Variables that steps could not save and operations that they could not begin, each with the first cause.

    A step of an operation that was not begun, or was ended by an error, cannot succeed (section 5.2), nor can a step that needs an unset
    variable; both are left out. `unexpected` describes the last step that did not return an expected code.
    """

    def __init__(self) -> None:
        self.unexpected: str | None = None
        self._operations: dict[tuple[int, str], Cause] = {}
        self._variables: dict[str, Cause] = {}

    def of_operation(self, step: Step, session: int | None) -> Cause | None:
        """Return why a step that continues an operation is left out; None if it can be made, or should be refused by the module."""
        begins = BEGINS.get(step["call"])
        if begins is None or session is None or not _wants_ok(step):
            return None
        return self._operations.get((session, begins))

    def of_variable(self, name: str) -> Cause:
        """Return why a variable was not saved; the reason names the first variable that was not."""
        cause = self._variables.get(name)
        if cause is not None and cause.reason.startswith("unset: "):
            return cause
        return Cause(f"unset: {name}", None if cause is None else cause.detail)

    def left_out(self, step: Step, session: int | None, cause: Cause) -> None:
        """Record that a step was left out, so its variables are unset and its operation is not begun."""
        self._not_saved(step, cause)
        begins = operation_of(step["call"])
        if begins is not None and session is not None and _wants_ok(step):
            self._operations.setdefault((session, begins), cause)

    def refused(self, step: Step, session: int | None, reason: str, detail: str | None) -> None:
        """Record that a guard refused a step."""
        words = f"step {step['n']} ({step['call']}) was skipped: {reason}{f' {detail}' if detail else ''}"
        self.left_out(step, session, Cause(reason, words))

    def returned(self, step: Step, session: int | None, rv: int) -> None:
        """Record a return code: an error ends the operation, a successful ...Init begins a new one (section 5.2)."""
        if rv == 0:
            for name in (step.get("save") or {}).values():
                self._variables.pop(name, None)
        else:
            self._not_saved(step, Cause("follows", _step_text(step, rv)))
        begins = operation_of(step["call"])
        if begins is None or session is None:
            return
        if rv == 0 and step["call"] == begins:
            self._operations.pop((session, begins), None)
        elif rv != 0 and _wants_ok(step):
            self._operations.setdefault((session, begins), Cause("follows", _step_text(step, rv)))

    def note_unexpected(self, step: Step, rv: int) -> None:
        """Record a return code that the sequence does not expect."""
        self.unexpected = _step_text(step, rv)

    def _not_saved(self, step: Step, cause: Cause) -> None:
        for name in (step.get("save") or {}).values():
            self._variables.setdefault(name, cause)


def _step_text(step: Step, rv: int) -> str:
    return f"step {step['n']} ({step['call']}) returned {rv:#010x}"
