"""Counts, lengths, texts and handles are claims of the module."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ckrtool.probe.supervision import supervisor
from tests.probe.supervision.plans import (
    INIT,
    OPEN,
    SLOTS,
    call_of,
    digest_sequence,
    only,
    plan,
    sequence,
    var,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ckrtool.probe.results import SequenceResult

TOKEN = ("C_GetTokenInfo", {"slotID": var("slots", 0)})
LIST = ("C_GetMechanismList", {"slotID": var("slots", 0)}, {"save": {"pMechanismList": "mechs"}})
ASK = ("C_GetMechanismList", {"slotID": var("slots", 0), "pMechanismList": {"null": True}})


def run(fake: Path, wrong: str, *rows: Any, **more: Any) -> SequenceResult:
    chosen = sequence("hostile", INIT, *rows) if rows else digest_sequence()
    return only(supervisor.run(plan(fake, chosen, **more), env={**os.environ, "CKR_FAKE": wrong}))


def odd(result: SequenceResult, function: str) -> list[str]:
    return [one["id"] for one in call_of(result, function).oddities]


def test_a_count_of_2_to_the_60_is_not_believed(fake: Path) -> None:
    result = run(fake, "slots:huge", SLOTS)
    assert call_of(result, "C_GetSlotList").output == {"pSlotList": [], "pulCount": 1 << 60}
    assert odd(result, "C_GetSlotList") == ["count-grew", "count-beyond-bound"]
    result = run(fake, "mechanisms:huge", SLOTS, ASK, LIST)
    assert call_of(result, "C_GetMechanismList").output["pMechanismList"] == []


def test_a_count_that_changes_between_two_calls(fake: Path) -> None:
    ask = (
        "C_GetSlotList",
        {"tokenPresent": {"bool": True}, "pSlotList": {"null": True}},
        {"save": {"pulCount": "n"}},
    )
    get = ("C_GetSlotList", {"tokenPresent": {"bool": True}, "pSlotList": {"buffer": var("n")}})
    result = run(fake, "slots:grow", ask, get)
    assert call_of(result, "C_GetSlotList").output["pulCount"] == 2
    assert odd(result, "C_GetSlotList") == ["count-grew"]


def test_100000_mechanisms_are_counted_and_the_first_kept(fake: Path) -> None:
    result = run(fake, "mechanisms:100000", SLOTS, ASK, LIST, limits={"mechanisms": 10})
    output = call_of(result, "C_GetMechanismList").output
    assert output["pulCount"] == 100_000
    assert output["pMechanismList"] == [0x250, 0x1080, *(0x80000000 + n for n in range(2, 10))]


def test_texts_of_a_structure(fake: Path) -> None:
    for wrong, label, odds in (
        ("", "fake", []),
        ("text:latin1", "Schl\\xfcssel", ["not-utf8"]),
        ("text:nul", "ended", ["not-padded"]),
        ("text:escape", "\x1b[31mred\x1b]0;title\x07[bold]", []),
    ):
        result = run(fake, wrong, SLOTS, TOKEN)
        info = call_of(result, "C_GetTokenInfo").output["pInfo"]
        assert isinstance(info, dict)
        assert info["label"] == label
        assert odd(result, "C_GetTokenInfo") == odds


def test_unavailable_information_is_null_and_versions_are_texts(fake: Path) -> None:
    info = call_of(run(fake, "", SLOTS, TOKEN, ("C_GetInfo", {})), "C_GetTokenInfo").output["pInfo"]
    assert isinstance(info, dict)
    assert info["ulFreePublicMemory"] is None
    assert info["hardwareVersion"] == "0.0"
    assert info["flags"] == 0x40D


def test_session_handle_zero(fake: Path) -> None:
    result = run(fake, "session0")
    assert odd(result, "C_OpenSession") == ["handle-zero"]
    assert result.outcome == "failed"
    assert [call.function for call in result.calls if call.kind == "cleanup"] == ["C_Finalize"]


def test_a_length_beyond_the_buffer_and_a_write_past_it(fake: Path) -> None:
    exact = ("C_GenerateRandom", {"hSession": var("session"), "RandomData": {"buffer": 8}})
    result = run(fake, "overrun:C_GenerateRandom", SLOTS, OPEN, exact)
    assert odd(result, "C_GenerateRandom") == ["wrote-past-buffer"]
    result = run(fake, "long:C_Digest")
    assert "length-beyond-buffer" in odd(result, "C_Digest")
    assert result.outcome == "failed"


def test_codes_are_exact_whatever_they_are(fake: Path) -> None:
    for wrong, code in (
        ("rv:C_OpenSession=0x80000001", 0x80000001),
        ("rv:C_OpenSession=0x80000001;sign-extend", 0xFFFFFFFF80000001),
        ("rv:C_OpenSession=0x999", 0x999),
        ("rv:C_OpenSession=0xFFFFFFFF", 0xFFFFFFFF),
    ):
        assert call_of(run(fake, wrong), "C_OpenSession").rv == code


def test_a_sign_extended_code_is_compared_without_its_extension(fake: Path) -> None:
    opening = ("C_OpenSession", OPEN[1], {"expect": [0x80000001]})
    result = run(fake, "rv:C_OpenSession=0x80000001;sign-extend", SLOTS, opening)
    assert result.outcome == "passed"
    assert odd(result, "C_OpenSession") == ["rv-sign-extended"]


def test_a_function_list_that_is_not_there(fake: Path) -> None:
    for wrong, detail in (("list:null", "the pointer is NULL"), ("list:fail", "0x5")):
        result = supervisor.run(plan(fake, digest_sequence()), env={**os.environ, "CKR_FAKE": wrong})
        assert (result.load.kind, result.load.detail) == ("function-list-failed", detail)
        assert only(result).reason == "not-loaded"
