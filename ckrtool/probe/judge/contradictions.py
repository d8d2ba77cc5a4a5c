"""Return codes that say more about an earlier call than about their own: consequences of a fault, and contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.facts import operations
from ckrtool.probe.judge.finding import code, finding

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Finding
    from ckrtool.probe.results import CallResult, SequenceResult

OK, OBJECT_HANDLE_INVALID, OPERATION_ACTIVE, OPERATION_NOT_INITIALIZED = 0x000, 0x082, 0x090, 0x091
SESSION_HANDLE_INVALID, USER_NOT_LOGGED_IN = 0x0B3, 0x101
LOGIN_REQUIRED = 0x4
PUBLIC = (0, 2)  # CKS_RO_PUBLIC_SESSION, CKS_RW_PUBLIC_SESSION
BUFFER_TOO_SMALL = 0x150  # leaves the operation active (5.2)
ENDS_OBJECTS = frozenset(
    ("C_DestroyObject", "C_CloseSession", "C_CloseAllSessions", "C_Login", "C_LoginUser", "C_Logout", "C_Finalize", "C_InitToken")
)  # fmt: skip
"""Functions that may invalidate object handles."""
SIZED = ("pEncryptedData", "pData", "pDigest", "pSignature", "pLastEncryptedPart", "pLastPart")
"""Output parameters for which NULL queries the length."""


def follows(call: CallResult, rv: int, sequence: SequenceResult) -> bool:
    """Return whether a return code only follows from an earlier fault that has a finding, such as an operation that did not start."""
    if rv == SESSION_HANDLE_INVALID:
        return call.args.get("hSession") == "0x0" and any(
            odd["id"] == "handle-zero" for earlier in sequence.calls for odd in earlier.oddities
        )
    if rv == OPERATION_ACTIVE:
        return call.function.endswith("Init") and _left_active(call, sequence)
    if rv == USER_NOT_LOGGED_IN:
        return call.function == "C_Logout" and needs_no_login(sequence)
    if rv != OPERATION_NOT_INITIALIZED:
        return False
    word = operations.kind(call.function)
    begins = f"C_{word}Init" if word else None
    earlier = sequence.calls[: sequence.calls.index(call)]
    begun = next((one for one in reversed(earlier) if one.function == begins), None)
    return begun is not None and begun.met is False


def _left_active(call: CallResult, sequence: SequenceResult) -> bool:
    """Return whether an operation in the same session failed before and may still be active: a session may allow only one."""
    return any(
        earlier.met is False
        and earlier.rv not in (OK, None)
        and operations.kind(earlier.function) is not None
        and (earlier.rv == BUFFER_TOO_SMALL or not earlier.function.endswith("Init"))
        and earlier.args.get("hSession") == call.args.get("hSession")
        for earlier in sequence.calls[: sequence.calls.index(call)]
    )


def needs_no_login(sequence: SequenceResult) -> bool:
    """Return whether the token does not set CKF_LOGIN_REQUIRED: C_Login may then have no effect."""
    infos = [
        one.output.get("pInfo") for one in sequence.calls if one.function == "C_GetTokenInfo" and one.rv == OK
    ]
    flags = [info.get("flags") for info in infos if isinstance(info, dict)]
    return bool(flags) and all(isinstance(one, int) and not one & LOGIN_REQUIRED for one in flags)


def stays_public(call: CallResult, sequence: SequenceResult) -> bool:
    """Return whether the only mismatch is a session that stays public after a login that the token does not require."""
    if call.function != "C_GetSessionInfo" or not needs_no_login(sequence):
        return False
    return all(row.get("param") == "pInfo.state" and row.get("got") in PUBLIC for row in call.mismatches)


def excuse(sequence: SequenceResult) -> None:
    """Set a failed sequence to passed if all its mismatches come from a token that does not require a login (`stays_public`)."""
    if sequence.outcome != "failed" or not needs_no_login(sequence):
        return
    unmet = [call for call in sequence.calls if call.met is False and call.kind == "step"]
    if all(
        stays_public(call, sequence) if call.rv == OK else follows(call, call.rv or OK, sequence)
        for call in unmet
    ):
        sequence.outcome, sequence.reason, sequence.failed_step = "passed", None, None


def told_by(call: CallResult, rv: int, sequence: SequenceResult, expected: list[int]) -> Finding | None:
    """Return the finding on the earlier call that a return code contradicts; None if there is no contradiction.

    `rv` is the return code with its sign extension undone, `expected` are the codes that the step accepts.
    """
    if call.kind != "step":
        return None
    earlier = sequence.calls[: sequence.calls.index(call)]
    where = f"in {sequence.name}, step {call.step}"
    if rv == OBJECT_HANDLE_INVALID and (search := _search(call, earlier)) is not None:
        title = "C_FindObjects returned an invalid object handle"
        given = f"step {search.step} (C_FindObjects) returned {call.args.get('hObject')}"
        words = f"{where}: {call.function} returned {code(rv)}; {given}"
        return finding(
            "error", "search-wrong", title, words, function="C_FindObjects", place=sequence.name, calls=(search, call)
        )  # fmt: skip
    if rv == OK and SESSION_HANDLE_INVALID in expected and _was_closed(call, earlier):
        title = "C_CloseSession returned CKR_OK, but the session is still open"
        words = f"{where}: {call.function} returned CKR_OK in that session"
        return finding(
            "warning",
            "departure",
            title,
            words,
            function="C_CloseSession",
            place=sequence.name,
            calls=(call,),
        )
    begins = call.function.endswith("Init") and OK in expected
    if begins and rv == OPERATION_ACTIVE and (ended := _ended_last(call, earlier)) is not None:
        title = f"{ended} returned CKR_OK, but its operation is still active"
        words = f"{where}: {call.function} returned {code(rv)} after it"
        return finding(
            "error", "operation-survives", title, words, function=ended, place=sequence.name, calls=(call,)
        )
    if rv == OPERATION_NOT_INITIALIZED and _asked_for_length(call, earlier):
        title = "a query for the output length ends the operation"
        words = f"{where}: {call.function} with NULL returned CKR_OK, the next one {code(rv)}; by 5.2 the operation stays active"
        return finding("error", "size-query-ends", title, words, function=call.function, rv=rv, calls=(call,))
    return None


def _ended_last(call: CallResult, earlier: list[CallResult]) -> str | None:
    """Return the function that ended the session's last operation; None if an operation is active, or none was started."""
    session, active, ended = call.args.get("hSession"), set(), None
    for one in earlier:
        word = operations.kind(one.function)
        if word is None or one.args.get("hSession") != session or one.rv != OK:
            continue
        part = one.function.removeprefix(f"C_{word}")
        if part == "Init":
            active.add(word)
        elif part == "Final" or (not part and word != "FindObjects"):
            query = any(one.args.get(name, one) is None for name in SIZED)
            active.discard(word)
            ended = None if query else one.function
            if query:
                active.add(word)
    return ended if not active else None


def _asked_for_length(call: CallResult, earlier: list[CallResult]) -> bool:
    """Return whether the previous call was the same function with NULL for its output, a query for the length."""
    before = next((one for one in reversed(earlier) if one.kind == "step"), None)
    if before is None or before.rv != OK or before.function != call.function:
        return False
    return any(
        before.args[name] is None and call.args[name] is not None
        for name in SIZED
        if name in before.args and name in call.args
    )


def _was_closed(call: CallResult, earlier: list[CallResult]) -> bool:
    """Return whether an earlier C_CloseSession of the call's session returned CKR_OK."""
    for one in reversed(earlier):
        if one.function == "C_OpenSession" and one.output.get("phSession") == call.args.get("hSession"):
            return False
        if (
            one.function == "C_CloseSession"
            and one.rv == OK
            and one.args.get("hSession") == call.args.get("hSession")
        ):
            return True
    return False


def _search(call: CallResult, earlier: list[CallResult]) -> CallResult | None:
    """Return the C_FindObjects call that returned the call's object; None if the object may have been destroyed since."""
    for one in reversed(earlier):
        if one.function in ENDS_OBJECTS and one.rv == OK:
            return None
        found = one.output.get("phObject") if one.function == "C_FindObjects" else None
        if isinstance(found, list) and call.args.get("hObject") in found:
            return one if one.args.get("hSession") == call.args.get("hSession") else None
    return None
