"""One cause is one finding: what follows from another finding is listed in it, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.probe.judge import consequences, contradictions, judge
from ckrtool.probe.judge.finding import finding, merged
from ckrtool.probe.request import Ignored
from ckrtool.probe.results import CallResult, LoadResult, RunResult, SequenceResult

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Finding
    from tests.conftest import Ckr
    from tests.tokens import Token

CBC, GCM, RSA, ECDSA = 0x1082, 0x1087, 0x40, 0x1044


def call(function: str, rv: int = 0, mechanism: int | None = None, **values: Any) -> CallResult:
    args: dict[str, Any] = {"hSession": "0x1", **values.pop("args", {})}
    if mechanism is not None:
        args["pMechanism"] = {"mechanism": mechanism}
    return CallResult(1, (), "step", function, args, rv=rv, output=values)


def operation(
    kind: str, mechanism: int, *, rv: int = 0, function: str | None = None, **values: Any
) -> list[CallResult]:
    return [call(f"C_{kind}Init", mechanism=mechanism), call(function or f"C_{kind}", rv, **values)]


def folded(found: list[Finding], calls: list[CallResult]) -> list[Finding]:
    sequence = SequenceResult("encrypt", "health", "failed", calls=calls)
    run = RunResult(LoadResult("ok", ""), [sequence], [], 0, None, 0)
    return consequences.bare(consequences.folded(merged(found), run))


def error(name: str, function: str | None, *calls: CallResult, rv: int | None = None) -> Finding:
    return finding("error", name, f"{name} in {function}", function=function, rv=rv, calls=calls)


def test_the_first_cause_lists_what_follows() -> None:
    cbc, parts, gcm = (
        operation("Encrypt", CBC),
        operation("Encrypt", CBC, function="C_EncryptUpdate"),
        operation("Decrypt", GCM),
    )
    also = operation("Encrypt", GCM)
    found = [
        error("not-encrypted", "C_Encrypt", cbc[1], also[1]),
        error("not-encrypted", "C_EncryptUpdate", parts[1]),
        error("tag-unchecked", "C_Decrypt", gcm[1]),
    ]
    (one,) = folded(found, [*cbc, *parts, *also, *gcm])
    assert one["function"] == "C_Encrypt"
    assert [row["id"] for row in one["consequences"]] == ["not-encrypted", "tag-unchecked"]
    assert "C_EncryptUpdate, tag-unchecked (C_Decrypt)" in one["detail"]
    assert "calls" not in one


def test_accepting_a_finding_does_not_accept_what_follows_from_it() -> None:
    """A monitor that ignores one id still reports every error with another id."""
    encrypt, decrypt = operation("Encrypt", GCM), operation("Decrypt", GCM)
    sequence = SequenceResult("encrypt", "health", "failed", calls=[*encrypt, *decrypt])
    run = RunResult(LoadResult("ok", ""), [sequence], [], 0, None, 0)

    def reported(*ignored: str) -> list[tuple[str, str]]:
        found = [
            error("not-encrypted", "C_Encrypt", encrypt[1]),
            error("tag-unchecked", "C_Decrypt", decrypt[1]),
        ]
        rules = [Ignored(name) for name in ignored]
        return [(one["severity"], one["id"]) for one in judge.combined(found, run, rules)]

    assert reported() == [("error", "not-encrypted")]
    assert reported("not-encrypted") == [("error", "tag-unchecked"), ("info", "acknowledged")]
    assert reported("not-encrypted", "tag-unchecked") == [("info", "acknowledged")] * 2


def test_another_mechanism_is_another_cause() -> None:
    cbc, gcm = operation("Encrypt", CBC), operation("Decrypt", GCM)
    found = [error("not-encrypted", "C_Encrypt", cbc[1]), error("tag-unchecked", "C_Decrypt", gcm[1])]
    assert len(folded(found, [*cbc, *gcm])) == 2


def test_different_operations_are_different_causes() -> None:
    sign, encrypt = operation("Sign", RSA, rv=6), operation("Encrypt", CBC, rv=6)
    found = [
        error("call-failed", "C_SignUpdate", sign[1], rv=6),
        error("call-failed", "C_EncryptUpdate", encrypt[1], rv=6),
    ]
    assert len(folded(found, [*sign, *encrypt])) == 2


def test_a_mechanism_that_is_refused_both_ways_is_one_cause() -> None:
    calls = [
        call("C_EncryptInit", 0x70, GCM),
        call("C_DecryptInit", 0x70, GCM),
        call("C_DecryptInit", 0x70, CBC),
    ]
    found = [error("call-failed", one.function, one, rv=0x70) for one in calls[:2]]
    assert [one["function"] for one in folded(found, calls)] == ["C_EncryptInit"]
    found = [error("call-failed", one.function, one, rv=0x70) for one in (calls[0], calls[2])]
    assert len(folded(found, calls)) == 2


@pytest.mark.parametrize(("shown", "left"), [("5a5a", 1), ("1234", 2)])
def test_only_a_wrong_signature_is_refused_rightly(shown: str, left: int) -> None:
    sign = operation("Sign", RSA, pSignature="5a5a")
    verify = operation("Verify", RSA, rv=0xC0, args={"pSignature": shown})
    found = [
        error("multi-part-differs", "C_SignUpdate", sign[1]),
        error("call-failed", "C_Verify", verify[1], rv=0xC0),
    ]
    assert len(folded(found, [*sign, *verify])) == left


def test_a_warning_is_never_the_cause_of_an_error() -> None:
    found = [finding("warning", "sessions-exhausted", "x"), finding("error", "sessions-high", "y")]
    assert len(folded(found, [])) == 2


def test_a_refused_handle_of_a_search_blames_the_search() -> None:
    search = call("C_FindObjects", phObject=["0x5"])
    refused = call("C_GetAttributeValue", 0x82, args={"hObject": "0x5"})
    gone = call("C_DestroyObject", args={"hObject": "0x5"})
    sequence = SequenceResult("objects", "health", "failed", calls=[search, refused])
    told = contradictions.told_by(refused, 0x82, sequence, [0])
    assert told is not None
    assert (told["id"], told["function"]) == ("search-wrong", "C_FindObjects")
    sequence.calls = [search, gone, refused]
    assert contradictions.told_by(refused, 0x82, sequence, [0]) is None


def test_an_operation_that_does_not_end_is_the_fault_of_the_call_that_ended_it() -> None:
    calls = [call("C_FindObjectsInit"), call("C_FindObjects", phObject=[]), call("C_FindObjectsFinal")]
    begins, asked = call("C_DigestInit", 0x90), call("C_Digest", 0x90)
    sequence = SequenceResult("digest", "health", "failed", calls=[*calls, begins, asked])
    told = contradictions.told_by(begins, 0x90, sequence, [0])
    assert told is not None
    assert (told["id"], told["function"]) == ("operation-survives", "C_FindObjectsFinal")
    # A call that begins nothing, and a session in which an operation is active, show nothing of that.
    assert contradictions.told_by(asked, 0x90, sequence, [0x91]) is None
    sequence.calls = [*calls[:2], begins]
    assert contradictions.told_by(begins, 0x90, sequence, [0]) is None


def test_a_sound_token_has_no_consequences(ckr: Ckr, token: Token) -> None:
    from tests.probe.conftest import probe

    probed = probe(ckr, token.module, "--token", token.label, "--pin-source", "env:THE_PIN", env=token.env)
    assert probed.status == 0
    assert not any("consequences" in one or "calls" in one for one in probed.report["findings"])
