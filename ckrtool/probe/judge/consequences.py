"""One cause, one finding: what only follows from another finding is told in that one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool import numerals
from ckrtool.knowledge import findings as texts
from ckrtool.probe import protocol
from ckrtool.probe.facts import operations
from ckrtool.probe.judge.finding import SEVERITIES

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Consequence, Finding
    from ckrtool.probe.results import CallResult, RunResult

SESSION_READ_ONLY = 0x0B5
SIGNATURE_INVALID, SIGNATURE_LEN_RANGE = 0x0C0, 0x0C1
ALIKE = frozenset(
    ("call-failed", "digest-wrong", "logout-ineffective", "multi-part-differs", "not-encrypted", "object-left-behind", "search-wrong",
     "signature-accepted", "signature-forged", "size-query-ends", "unexpected-return", "wrap-wrong", "wrong-output")
)  # fmt: skip
"""Ids of which several functions of one operation show the same fault, as C_Sign and C_SignFinal do."""
EVERYWHERE = frozenset(("object-left-behind", "size-query-ends", "wrap-wrong"))
"""... or functions of several operations."""
OF_A_CALL = frozenset(("call-failed", "departure", "unexpected-return", "wrong-output"))
"""Ids that say no more than that a call was not as expected: another finding on that call says why."""
_EXTRACTABLE = "pTemplate.354"  # CKA_EXTRACTABLE, as the worker names what differs
SHOWN = 6


def folded(found: list[Finding], run: RunResult) -> list[Finding]:
    """Return the findings that are causes; each lists in `consequences` what follows from it. `found` has the causes first."""
    mechanisms = operations.mechanisms(run.sequences)
    into: dict[int, Finding] = {}
    for one in found:
        causes = (other for other in found if other is not one and _root(other, into) is not one)
        cause = next((other for other in causes if _follows(one, other, found, mechanisms)), None)
        if cause is not None:
            into[id(one)] = cause
    kept = [one for one in found if id(one) not in into]
    for one in found:
        if id(one) in into:
            _add(_root(one, into), one)
    for one in kept:
        _tell(one)
    return kept


def bare(found: list[Finding]) -> list[Finding]:
    """Return the findings as the report has them: without the calls that they are about."""
    for one in found:
        one.pop("calls", None)
    return found


def _about(one: Finding) -> list[CallResult]:
    return one.get("calls", [])


def _root(one: Finding, into: dict[int, Finding]) -> Finding:
    while id(one) in into:
        one = into[id(one)]
    return one


def _follows(one: Finding, other: Finding, found: list[Finding], mechanisms: dict[int, int]) -> bool:
    """Return whether a finding follows from another one, which is as severe or more."""
    if SEVERITIES.index(other["severity"]) > SEVERITIES.index(one["severity"]):
        return False
    if any(rule(one, other) for rule in RULES):
        return True
    if one["id"] == other["id"]:
        alike = one["id"] in ALIKE and one["rv"] == other["rv"] and _kin(one, other, mechanisms)
        first = _made(other) if _made(other) != _made(one) else found.index(other) < found.index(one)
        return first and (alike or _same_attributes(one, other))
    text = texts.text(one["id"])
    return text is not None and other["id"] in text.consequence_of and _kin(one, other, mechanisms)


def _made(one: Finding) -> bool:
    """Return whether a finding is about a function that makes what its counterpart takes (C_Encrypt, not C_Decrypt)."""
    word = operations.kind(str(one["function"]))
    return word is None or operations.pair(word) == word


def _kin(one: Finding, other: Finding, mechanisms: dict[int, int]) -> bool:
    """Return whether two findings are about the same operation.

    The same function, one of the same kind, or of its counterpart (Decrypt for Encrypt) with the same mechanism. What is not about an
    operation is kin to all but plain failures, and what a module did to a buffer only to what it did in the same function.
    """
    if one["function"] == other["function"] or (one["id"] == other["id"] and one["id"] in EVERYWHERE):
        return True
    mine, theirs = (operations.kind(str(two["function"])) for two in (one, other))
    if mine is None or theirs is None or one["id"] in protocol.ODDITIES:
        plain = other["id"] in OF_A_CALL and theirs != "Encrypt"
        return one["id"] not in (other["id"], "call-failed", "departure", *protocol.ODDITIES) and not plain
    if mine == theirs and one["id"] == other["id"]:
        return True
    if one["id"] == "call-failed" != other["id"] and operations.pair(mine) == mine:
        return False
    used, shown = ({mechanisms.get(id(call)) for call in _about(two)} - {None} for two in (one, other))
    return operations.pair(mine) == operations.pair(theirs) and bool(used & shown)


def _same_attributes(one: Finding, other: Finding) -> bool:
    """Return whether the same attributes of keys are wrong, wherever the keys come from."""
    return one["id"] == "key-attributes" and bool(_wrong(one) & _wrong(other))


def _wrong(one: Finding) -> set[object]:
    """Return the attributes, or other outputs, that are not as expected in the calls of a finding."""
    return {row.get("param") for call in _about(one) for row in call.mismatches}


def _may_leave(one: Finding, other: Finding) -> bool:
    """Return whether a key was wrapped for which the module says CKA_EXTRACTABLE true against its template: that is the fault."""
    return (
        one["id"] == "unextractable-wrapped"
        and other["id"] == "key-attributes"
        and _EXTRACTABLE in map(str, _wrong(other))
    )


def _same_public_key(one: Finding, other: Finding) -> bool:
    """Return whether pairs seem to be the same because the module shows a public key that is not theirs."""
    repeated = (one["id"], one["function"]) == ("key-repeated", "C_GenerateKeyPair")
    return repeated and other["id"] == "signature-forged"


def _by_digest(one: Finding, other: Finding) -> bool:
    """Return whether a long output was compared by a digest of the module's own, which another finding shows to be wrong."""
    digests = [call for call in _about(one) if operations.kind(call.function) == "Digest"]
    return (
        one["id"] == "wrong-output"
        and one["function"] != "C_Digest"
        and bool(digests)
        and other["id"] == "digest-wrong"
    )


def _same_refusal(one: Finding, other: Finding) -> bool:
    """Return whether a question of conformance met a failure that the function has everywhere."""
    if one["id"] not in ("departure", "unexpected-return") or other["id"] != "call-failed":
        return False
    return (one["function"], one["rv"]) == (other["function"], other["rv"])


def _cannot_be_destroyed(one: Finding, other: Finding) -> bool:
    """Return whether a read-only session can't destroy an object that is on the token against its template."""
    failed = (one["id"], one["function"], one["rv"]) == ("call-failed", "C_DestroyObject", SESSION_READ_ONLY)
    return failed and other["id"] == "object-left-behind"


def _same_calls(one: Finding, other: Finding) -> bool:
    """Return whether a finding says only that calls failed of which another one says more."""
    if one["id"] not in OF_A_CALL or other["id"] in OF_A_CALL or not _about(one):
        return False
    told = {id(call) for call in _about(other)}
    return all(id(call) in told for call in _about(one))


def _refuses_rightly(one: Finding, other: Finding) -> bool:
    """Return whether a refused verification is right: the signature is one that another finding shows to be wrong."""
    if one["id"] != "call-failed" or operations.kind(str(one["function"])) != "Verify":
        return False
    if numerals.normalise(one["rv"] or 0) not in (SIGNATURE_INVALID, SIGNATURE_LEN_RANGE):
        return False
    wrong = {_signature(call.output) for call in _about(other) if operations.kind(call.function) == "Sign"}
    given = [call.args for call in _about(one) if "pSignature" in call.args]
    return bool(given) and all(_signature(args) in wrong for args in given)


def _signature(values: dict[str, Any]) -> str:
    return repr(values.get("pSignature"))


def _add(cause: Finding, one: Finding) -> None:
    row: Consequence = {
        "id": one["id"],
        "function": one["function"],
        "name": one["name"],
        "title": one["title"],
    }
    rows = cause.setdefault("consequences", [])
    if row not in rows:
        rows.append(row)
    places = [*cause.get("places", ()), *one.get("places", ())]
    if places:
        cause["places"] = list(dict.fromkeys(places))


def _tell(cause: Finding) -> None:
    """Name the consequences in the detail too, where people read them."""
    rows = cause.get("consequences", ())
    if not rows:
        return
    words = list(dict.fromkeys(_words(row, cause) for row in rows))
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    told = f"the same cause: {', '.join(words[:SHOWN])}{more}"
    cause["detail"] = "; ".join(filter(None, (cause["detail"], told)))


def _words(row: Consequence, cause: Finding) -> str:
    function = row["function"]
    if row["id"] == cause["id"] and function:
        return function
    return f"{row['id']} ({function})" if function else row["id"]


RULES = (
    _refuses_rightly,
    _same_calls,
    _may_leave,
    _same_public_key,
    _by_digest,
    _same_refusal,
    _cannot_be_destroyed,
)
"""What no table tells: one finding follows from another by what the calls show."""
