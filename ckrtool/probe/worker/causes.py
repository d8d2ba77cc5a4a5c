"""Why steps are left out: a variable that no step saved, an operation that no step began."""

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
    """Return whether a step is of use only where it succeeds; `expect = "any"` asks what comes, whatever went before."""
    return step.get("expect") != "any" and expects_ok(step)


class Cause:
    """The first step that failed or was left out, and for that reason others are: `reason` is theirs."""

    __slots__ = ("detail", "reason")

    def __init__(self, reason: str, detail: str | None) -> None:
        self.reason = reason
        self.detail = detail


def operation_of(function: str) -> str | None:
    """Return the operation that a function begins, continues or ends, by the name of the function that begins it."""
    return function if function in _PARTS else BEGINS.get(function)


class Causes:
    """What steps of a sequence could not save or begin, and why: the first cause counts.

    A step of an operation that was not begun, or was ended by an error, can't succeed (section 5.2), nor can one that lacks a
    variable; both are left out. `unexpected` tells of the last step that did not return what the sequence expects.
    """

    def __init__(self) -> None:
        self.unexpected: str | None = None
        self._operations: dict[tuple[int, str], Cause] = {}
        self._variables: dict[str, Cause] = {}

    def of_operation(self, step: Step, session: int | None) -> Cause | None:
        """Return why a step that continues an operation is left out; None for one that is to be refused, or can be made."""
        begins = BEGINS.get(step["call"])
        if begins is None or session is None or not _wants_ok(step):
            return None
        return self._operations.get((session, begins))

    def of_variable(self, name: str) -> Cause:
        """Return why a variable was not saved; the reason names the first that was not."""
        cause = self._variables.get(name)
        if cause is not None and cause.reason.startswith("unset: "):
            return cause
        return Cause(f"unset: {name}", None if cause is None else cause.detail)

    def left_out(self, step: Step, session: int | None, cause: Cause) -> None:
        """Take note of a step that was left out: what it was to save or to begin is not there."""
        self._not_saved(step, cause)
        begins = operation_of(step["call"])
        if begins is not None and session is not None and _wants_ok(step):
            self._operations.setdefault((session, begins), cause)

    def refused(self, step: Step, session: int | None, reason: str, detail: str | None) -> None:
        """Take note of a step that a guard did not let through."""
        words = f"step {step['n']} ({step['call']}) was skipped: {reason}{f' {detail}' if detail else ''}"
        self.left_out(step, session, Cause(reason, words))

    def returned(self, step: Step, session: int | None, rv: int) -> None:
        """Take note of a return: an error ends the operation, a beginning that succeeds makes a new one (section 5.2)."""
        if rv == 0:
            for name in (step.get("save") or {}).values():
                self._variables.pop(name, None)
        else:
            self._not_saved(step, Cause("follows", _words(step, rv)))
        begins = operation_of(step["call"])
        if begins is None or session is None:
            return
        if rv == 0 and step["call"] == begins:
            self._operations.pop((session, begins), None)
        elif rv != 0 and _wants_ok(step):
            self._operations.setdefault((session, begins), Cause("follows", _words(step, rv)))

    def note_unexpected(self, step: Step, rv: int) -> None:
        """Take note of a return that the sequence does not expect."""
        self.unexpected = _words(step, rv)

    def _not_saved(self, step: Step, cause: Cause) -> None:
        for name in (step.get("save") or {}).values():
            self._variables.setdefault(name, cause)


def _words(step: Step, rv: int) -> str:
    return f"step {step['n']} ({step['call']}) returned {rv:#010x}"
