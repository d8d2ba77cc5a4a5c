"""Fold findings that only follow from another one into that finding, so that one cause gives one finding."""

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
"""Ids whose fault shows in several functions of one operation, as in C_Sign and C_SignFinal."""
EVERYWHERE = frozenset(("object-left-behind", "size-query-ends", "wrap-wrong"))
"""Ids whose fault shows in functions of several operations."""
OF_A_CALL = frozenset(("call-failed", "departure", "unexpected-return", "wrong-output"))
"""Ids that report only that a call did not return as expected: another finding on that call explains it."""
_EXTRACTABLE = "pTemplate.354"  # CKA_EXTRACTABLE, as the worker writes the parameter of a mismatch
SHOWN = 6


def folded(found: list[Finding], run: RunResult) -> list[Finding]:
    """Return the findings that are causes, each with those that follow from it in `consequences`. `found` must have causes first."""
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
        _add_to_detail(one)
    return kept


def bare(found: list[Finding]) -> list[Finding]:
    """Return the findings without `calls`, which the report does not have."""
    for one in found:
        one.pop("calls", None)
    return found


def _about(one: Finding) -> list[CallResult]:
    return one.get("calls", [])


def _root(one: Finding, into: dict[int, Finding]) -> Finding:
    while id(one) in into:
        one = into[id(one)]
    return one


def _follows(effect: Finding, cause: Finding, found: list[Finding], mechanisms: dict[int, int]) -> bool:
    """Return whether finding `effect` follows from finding `cause`, which must be at least as severe."""
    if SEVERITIES.index(cause["severity"]) > SEVERITIES.index(effect["severity"]):
        return False
    if any(rule(effect, cause) for rule in RULES):
        return True
    if effect["id"] == cause["id"]:
        alike = effect["id"] in ALIKE and effect["rv"] == cause["rv"] and _kin(effect, cause, mechanisms)
        first = _made(cause) if _made(cause) != _made(effect) else found.index(cause) < found.index(effect)
        return first and (alike or _same_attributes(effect, cause))
    text = texts.text(effect["id"])
    return text is not None and cause["id"] in text.consequence_of and _kin(effect, cause, mechanisms)


def _made(one: Finding) -> bool:
    """Return whether a finding is about a function whose output its counterpart takes (C_Encrypt, not C_Decrypt)."""
    word = operations.kind(str(one["function"]))
    return word is None or operations.pair(word) == word


def _kin(effect: Finding, cause: Finding, mechanisms: dict[int, int]) -> bool:
    """Return whether two findings are about the same operation.

    Their functions are the same, of the same kind, or counterparts (Decrypt and Encrypt) with the same mechanism. A finding without an
    operation is related to all except plain failures, and a finding on a buffer only to others on the same function.
    """
    if effect["function"] == cause["function"] or (
        effect["id"] == cause["id"] and effect["id"] in EVERYWHERE
    ):
        return True
    mine, theirs = (operations.kind(str(two["function"])) for two in (effect, cause))
    if mine is None or theirs is None or effect["id"] in protocol.ODDITIES:
        plain = cause["id"] in OF_A_CALL and theirs != "Encrypt"
        return effect["id"] not in (cause["id"], "call-failed", "departure", *protocol.ODDITIES) and not plain
    if mine == theirs and effect["id"] == cause["id"]:
        return True
    if effect["id"] == "call-failed" != cause["id"] and operations.pair(mine) == mine:
        return False
    used, shown = ({mechanisms.get(id(call)) for call in _about(two)} - {None} for two in (effect, cause))
    return operations.pair(mine) == operations.pair(theirs) and bool(used & shown)


def _same_attributes(effect: Finding, cause: Finding) -> bool:
    """Return whether the same attributes of keys are wrong in both, even if other functions made the keys."""
    return effect["id"] == "key-attributes" and bool(_wrong(effect) & _wrong(cause))


def _wrong(one: Finding) -> set[object]:
    """Return the attributes, or other outputs, that are not as expected in the calls of a finding."""
    return {row.get("param") for call in _about(one) for row in call.mismatches}


def _may_leave(effect: Finding, cause: Finding) -> bool:
    """Return whether a key could be wrapped because the module set CKA_EXTRACTABLE to true, against the template."""
    return (
        effect["id"] == "unextractable-wrapped"
        and cause["id"] == "key-attributes"
        and _EXTRACTABLE in map(str, _wrong(cause))
    )


def _same_public_key(effect: Finding, cause: Finding) -> bool:
    """Return whether two key pairs seem equal because the module returns the wrong public key."""
    repeated = (effect["id"], effect["function"]) == ("key-repeated", "C_GenerateKeyPair")
    return repeated and cause["id"] == "signature-forged"


def _by_digest(effect: Finding, cause: Finding) -> bool:
    """Return whether a long output was compared by the module's own digest, which another finding reports as wrong."""
    digests = [call for call in _about(effect) if operations.kind(call.function) == "Digest"]
    return (
        effect["id"] == "wrong-output"
        and effect["function"] != "C_Digest"
        and bool(digests)
        and cause["id"] == "digest-wrong"
    )


def _same_refusal(effect: Finding, cause: Finding) -> bool:
    """Return whether a step of the conformance profile failed with the code that the function returns in other sequences too."""
    if effect["id"] not in ("departure", "unexpected-return") or cause["id"] != "call-failed":
        return False
    return (effect["function"], effect["rv"]) == (cause["function"], cause["rv"])


def _cannot_be_destroyed(effect: Finding, cause: Finding) -> bool:
    """Return whether a read-only session can't destroy an object because the module stored it on the token, against its template."""
    failed = (effect["id"], effect["function"], effect["rv"]) == (
        "call-failed",
        "C_DestroyObject",
        SESSION_READ_ONLY,
    )
    return failed and cause["id"] == "object-left-behind"


def _same_calls(effect: Finding, cause: Finding) -> bool:
    """Return whether `effect` reports only that calls failed, and `cause` explains all of them."""
    if effect["id"] not in OF_A_CALL or cause["id"] in OF_A_CALL or not _about(effect):
        return False
    explained = {id(call) for call in _about(cause)}
    return all(id(call) in explained for call in _about(effect))


def _refuses_rightly(effect: Finding, cause: Finding) -> bool:
    """Return whether C_Verify refused a signature rightly, because `cause` reports that signature as wrong."""
    if effect["id"] != "call-failed" or operations.kind(str(effect["function"])) != "Verify":
        return False
    if numerals.normalise(effect["rv"] or 0) not in (SIGNATURE_INVALID, SIGNATURE_LEN_RANGE):
        return False
    wrong = {_signature(call.output) for call in _about(cause) if operations.kind(call.function) == "Sign"}
    given = [call.args for call in _about(effect) if "pSignature" in call.args]
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


def _add_to_detail(cause: Finding) -> None:
    """List the consequences in the detail too, since the text output shows only the detail."""
    rows = cause.get("consequences", ())
    if not rows:
        return
    words = list(dict.fromkeys(_words(row, cause) for row in rows))
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    shared = f"the same cause: {', '.join(words[:SHOWN])}{more}"
    cause["detail"] = "; ".join(filter(None, (cause["detail"], shared)))


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
"""Rules that need the calls; those that need only ids are `consequence_of` in data/findings."""
