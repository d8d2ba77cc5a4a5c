"""What the worker makes of a sequence's steps: loops, needs, comparisons, clean-up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ckrtool.probe.results import Directive, SequenceResult
from ckrtool.probe.supervision import supervisor
from tests.probe.supervision.plans import (
    CKA_LABEL,
    CKA_TOKEN,
    CKF_RW,
    CKF_SERIAL,
    CLOSE,
    DIGEST,
    DIGEST_INIT,
    INFO,
    INIT,
    OPEN,
    SLOTS,
    call_of,
    digest_sequence,
    made,
    only,
    plan,
    sequence,
    var,
)

if TYPE_CHECKING:
    from pathlib import Path

OBJECT = (
    "C_CreateObject",
    {
        "hSession": var("session"),
        "pTemplate": {"template": [[CKA_TOKEN, "bool", {"bool": False}], [CKA_LABEL, "text", var("label")]]},
    },
    {"save": {"phObject": "object"}},
)
DESTROY = ("C_DestroyObject", {"hSession": var("session"), "hObject": var("object")})


def run(fake: Path, wrong: str, *rows: Any, **more: Any) -> SequenceResult:
    chosen = sequence("rules", INIT, *rows)
    return only(supervisor.run(plan(fake, chosen, **more), env={**os.environ, "CKR_FAKE": wrong}))


def with_(row: tuple[Any, ...], **more: Any) -> tuple[Any, ...]:
    return (row[0], row[1], {**(row[2] if len(row) > 2 else {}), **more})


def test_loops_and_what_they_save(fake: Path) -> None:
    slots = {"var": "slot", "in": "slots"}
    rows = (
        SLOTS,
        ("C_GetMechanismList", {"slotID": var("slot")}, {"each": slots, "save": {"pMechanismList": "mechs"}}),
        (
            "C_GetMechanismInfo",
            {"slotID": var("slot"), "type": var("m")},
            {"each": [slots, {"var": "m", "in": "mechs", "limit": 2}]},
        ),
        (
            "C_GetMechanismInfo",
            {"slotID": var("slots", 1), "type": var("m")},
            {"each": {"var": "m", "in": "mechs"}},
        ),
    )
    result = run(fake, "slots:2;mechanisms:3", *rows)
    assert result.outcome == "passed"
    nested = [
        (call.iteration, call.args["slotID"], call.args["type"]) for call in result.calls if call.step == 4
    ]
    assert nested == [((0, 0), 7, 0x250), ((0, 1), 7, 0x1080), ((1, 0), 8, 0x250), ((1, 1), 8, 0x1080)]
    flat = [(call.iteration, call.args["slotID"]) for call in result.calls if call.step == 5]
    assert flat == [((n,), 8) for n in range(6)]


def test_a_mismatch_stops_and_clean_up_still_runs(fake: Path) -> None:
    wrong = ("C_DigestFinal", {"hSession": var("session")})
    result = run(fake, "", SLOTS, OPEN, OBJECT, wrong, DIGEST_INIT)
    assert (result.outcome, result.reason, result.failed_step) == ("failed", "mismatch", 5)
    assert made(result, "cleanup") == ["C_DestroyObject", "C_CloseSession", "C_Finalize"]
    assert result.left_objects == []
    assert "C_DigestInit" not in made(result)


def test_stop_optional_and_expect(fake: Path) -> None:
    wrong = ("C_DigestFinal", {"hSession": var("session")})
    for more, outcome, goes_on in (
        ({"stop": False}, "failed", True),
        ({"optional": True}, "passed", True),
        ({"expect": [0x54]}, "passed", True),
        ({"expect": "error"}, "passed", True),
        ({"expect": "any"}, "passed", True),
        ({"skip_on": [0x54]}, "skipped", False),
    ):
        result = run(fake, "", SLOTS, OPEN, with_(wrong, **more), DIGEST_INIT)
        assert result.outcome == outcome, more
        assert ("C_DigestInit" in made(result)) is goes_on, more
    assert run(fake, "", SLOTS, with_(OPEN, expect="error")).outcome == "failed"


def test_a_refusal_of_session_objects_skips_the_sequence(fake: Path) -> None:
    making = with_(OBJECT, skip_on=[0xB5], skip_reason="session-objects-refused")
    result = run(fake, "read-only", SLOTS, OPEN, making, DESTROY)
    assert (result.outcome, result.reason) == ("skipped", "session-objects-refused")
    writing = ("C_OpenSession", {**OPEN[1], "flags": {"int": CKF_SERIAL | CKF_RW}}, OPEN[2])
    assert run(fake, "read-only", SLOTS, writing, making, DESTROY).outcome == "passed"


def test_a_refusal_of_one_step_leaves_out_what_needs_it(fake: Path) -> None:
    needs = {"needs": [0x1080], "needs_slot": var("slots", 0)}
    making = with_(OBJECT, refused_on=[0xD1], **needs)
    using = with_(DESTROY, **needs)
    after = with_(DIGEST_INIT, needs=[0x250], needs_slot=var("slots", 0))
    wrong = "rv:C_CreateObject=0xD1"
    result = run(
        fake,
        wrong,
        SLOTS,
        OPEN,
        making,
        using,
        with_(DIGEST, follows=True),
        after,
        with_(DIGEST, follows=True),
    )
    assert result.outcome == "passed"
    assert made(result).count("C_Digest") == 1
    assert "C_DestroyObject" not in made(result)
    result = run(fake, wrong, SLOTS, OPEN, making, using, with_(INFO, follows=True, **needs))
    assert (result.outcome, result.reason) == ("skipped", "session-objects-refused")
    result = run(fake, "rv:C_CreateObject=0x30", SLOTS, OPEN, with_(making, stop=False), using, after, DIGEST)
    assert (result.outcome, result.reason) == ("failed", "mismatch")
    assert made(result).count("C_Digest") == 1


def test_an_output_that_differs_is_a_mismatch(fake: Path) -> None:
    wrong = ("C_Digest", DIGEST[1], {"output": {"pDigest": {"bytes": "00"}}})
    result = run(fake, "", SLOTS, OPEN, DIGEST_INIT, wrong)
    (mismatch,) = call_of(result, "C_Digest").mismatches
    assert (mismatch["param"], mismatch["expected"]) == ("pDigest", "00")
    assert str(mismatch["got"]).startswith("ba7816bf")
    assert result.outcome == "failed"


def test_outputs_of_structures_templates_and_lists(fake: Path) -> None:
    asking = (
        "C_GetAttributeValue",
        {"hSession": var("session"), "hObject": var("object"), "pTemplate": {"attributes": [1, 3]}},
    )
    good = {"pTemplate": {"template": [[1, "bool", {"bool": False}], [3, "text", var("label")]]}}
    bad = {"pTemplate": {"template": [[1, "bool", {"bool": True}]]}}
    mechanisms = (
        "C_GetMechanismList",
        {"slotID": var("slots", 0)},
        {"output": {"pMechanismList": {"contains": [0x250]}}},
    )
    info = with_(INFO, output={"pInfo": {"members": {"ulDeviceError": 0, "state": 0}}})
    assert (
        run(fake, "", SLOTS, mechanisms, OPEN, info, OBJECT, with_(asking, output=good)).outcome == "passed"
    )
    assert run(fake, "", SLOTS, OPEN, OBJECT, with_(asking, output=bad)).outcome == "failed"
    assert call_of(run(fake, "device-error", SLOTS, OPEN, info), "C_GetSessionInfo").mismatches == [
        {"param": "pInfo.ulDeviceError", "expected": 0, "got": 0x2A}
    ]


def test_needs(fake: Path) -> None:
    here = {"needs_slot": var("slots", 0)}
    result = run(fake, "", SLOTS, OPEN, with_(DIGEST_INIT, needs=[0x250], **here), DIGEST)
    assert result.outcome == "passed"
    for needs in ([0x255], [0x250, 0x255], [{"mechanism": 0x250, "flags": 0x800}]):
        result = run(fake, "", SLOTS, OPEN, with_(DIGEST_INIT, needs=needs, **here))
        assert (result.outcome, result.reason) == ("skipped", "mechanism-missing")
        assert call_of(result, "C_DigestInit").reason == "mechanism-missing"
    assert (
        run(
            fake, "", SLOTS, OPEN, with_(DIGEST_INIT, needs=[{"mechanism": 0x250, "flags": 0x400}], **here)
        ).outcome
        == "passed"
    )


def test_a_sequence_that_never_got_what_it_needs_did_not_pass(fake: Path) -> None:
    result = run(fake, "no-token", SLOTS, OPEN, DIGEST_INIT)
    assert (result.outcome, result.reason) == ("skipped", "unset: slots[0]")
    result = run(fake, "", SLOTS, with_(OPEN, optional=True, expect=[0xE0]), CLOSE)
    assert result.outcome == "passed"


def test_steps_of_the_clean_up_run_after_a_mismatch_if_they_can(fake: Path) -> None:
    fails = ("C_DigestFinal", {"hSession": var("session")})
    result = run(
        fake,
        "",
        SLOTS,
        OPEN,
        OBJECT,
        fails,
        with_(DESTROY, cleanup=True),
        with_(DESTROY, cleanup=True, args={}),
    )
    assert made(result, "cleanup")[0] == "C_DestroyObject"
    result = run(fake, "", SLOTS, OPEN, fails, with_(DESTROY, cleanup=True))
    assert call_of(result, "C_DestroyObject", "cleanup").reason == "unset: object"


def test_what_a_killed_worker_left_is_said(fake: Path) -> None:
    assert run(fake, "abort:C_DigestInit", SLOTS, OPEN, OBJECT, DIGEST_INIT).left_objects == ["0x1"]
    assert run(fake, "rv:C_DestroyObject=0x1B", SLOTS, OPEN, OBJECT).left_objects == ["0x1"]


def test_an_object_made_persistent_against_the_template_is_removed(fake: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    env = {**os.environ, "CKR_FAKE": "persistent", "CKR_FAKE_STORE": str(store)}
    result = only(supervisor.run(plan(fake, sequence("objects", INIT, SLOTS, OPEN, OBJECT)), env=env))
    assert call_of(result, "C_DestroyObject", "cleanup").rv == 0
    assert store.read_text() == ""


def test_a_call_in_a_forked_child(fake: Path) -> None:
    forked: tuple[Any, ...] = ("C_GetInfo", {}, {"fork": True})
    assert run(fake, "", forked).outcome == "passed"
    result = run(fake, "segv:C_GetInfo", forked)
    lost = call_of(result, "C_GetInfo")
    assert (lost.outcome, lost.signal, result.outcome) == ("crashed", "SIGSEGV", "failed")
    assert call_of(result, "C_Finalize", "cleanup").rv == 0
    assert run(fake, "hang:C_GetInfo", with_(forked, timeout=0.3)).outcome == "hung"


def test_what_is_seen_of_one_sequence_can_steer_the_next(fake: Path) -> None:
    seen: list[str] = []

    def steer(result: SequenceResult) -> Directive | None:
        seen.append(result.name)
        slots: Any = call_of(result, "C_GetSlotList").output["pSlotList"] if result.name == "first" else None
        return Directive(vars={"slot": slots[0]}, skip={"second": "directive: not wanted"}) if slots else None

    opening = ("C_OpenSession", {"slotID": var("slot"), "flags": {"int": CKF_SERIAL}})
    result = supervisor.run(
        plan(
            fake, sequence("first", INIT, SLOTS), digest_sequence("second"), sequence("third", INIT, opening)
        ),
        on_sequence=steer,
    )
    assert [(s.outcome, s.reason) for s in result.sequences] == [
        ("passed", None),
        ("skipped", "directive: not wanted"),
        ("passed", None),
    ]
    assert seen == ["first", "second", "third"]


def test_init_args_reach_the_module(fake: Path) -> None:
    env = {key: value for key, value in os.environ.items() if key != "CKR_FAKE"}
    asked = plan(fake, sequence("info", INIT, ("C_GetInfo", {})))
    asked["module"]["init_args"] = "rv:C_GetInfo=0x30"
    result = only(supervisor.run(asked, env=env))
    assert call_of(result, "C_GetInfo").rv == 0x30
    assert call_of(result, "C_Initialize").args == {
        "pInitArgs": {"flags": 0, "pReserved": "rv:C_GetInfo=0x30"}
    }


SLOT_7 = ("C_OpenSession", {"slotID": {"int": 7}, "flags": {"int": CKF_SERIAL}}, OPEN[2])


def test_slots_are_listed_before_one_is_named(fake: Path) -> None:
    result = run(fake, "slots-first", SLOT_7, INFO, CLOSE)
    assert result.outcome == "passed"
    asked = [call.args for call in result.calls if call.function == "C_GetSlotList"]
    assert asked == [{"tokenPresent": False, "pSlotList": None}, {"tokenPresent": False}]
    assert made(result).index("C_GetSlotList") == made(result).index("C_Initialize") + 1
    again = run(fake, "slots-first", SLOT_7, CLOSE, ("C_Finalize", {}), INIT, SLOT_7)
    assert (again.outcome, made(again).count("C_GetSlotList")) == ("passed", 4)
    own = run(fake, "slots-first", SLOTS, OPEN, INFO)
    assert (own.outcome, made(own).count("C_GetSlotList")) == ("passed", 1)


def test_what_depends_on_an_operation_that_did_not_begin_is_left_out_and_names_the_cause(fake: Path) -> None:
    init = with_(DIGEST_INIT, stop=False)
    result = run(
        fake,
        "rv:C_DigestInit=0x30",
        SLOTS,
        OPEN,
        init,
        DIGEST,
        ("C_DigestFinal", INFO[1]),
        INFO,
    )
    left_out = [(call.step, call.reason, call.detail) for call in result.calls if call.outcome == "skipped"]
    cause = "step 4 (C_DigestInit) returned 0x00000030"
    assert left_out == [(5, "follows", cause), (6, "follows", cause)]
    assert (
        made(result).count("C_GetSessionInfo") == 2
    )  # the worker's after 0x30, and the step, which is independent


def test_a_chain_of_unset_variables_names_the_first(fake: Path) -> None:
    making = with_(OBJECT, refused_on=[0xD1], stop=False)
    reading = (
        "C_GetAttributeValue",
        {"hSession": var("session"), "hObject": var("object"), "pTemplate": {"attributes": [CKA_LABEL]}},
        {"save": {"pTemplate": "label_of_it"}},
    )
    using = with_(DIGEST_INIT, output={})
    data = ("C_Digest", {"hSession": var("session"), "pData": {"var": "label_of_it", "member": CKA_LABEL}})
    result = run(fake, "rv:C_CreateObject=0xD1", SLOTS, OPEN, making, reading, using, data, CLOSE)
    left_out = {call.step: (call.reason, call.detail) for call in result.calls if call.outcome == "skipped"}
    cause = ("unset: object", "step 4 (C_CreateObject) returned 0x000000d1")
    assert left_out == {5: cause, 7: cause}


def test_one_bit_of_saved_bytes_is_changed(fake: Path) -> None:
    draw = (
        "C_GenerateRandom",
        {"hSession": var("session"), "RandomData": {"buffer": 4}},
        {"save": {"RandomData": "x"}},
    )
    other = ("C_Digest", {"hSession": var("session"), "pData": {"flip": var("x"), "bit": 9}})
    result = run(fake, "", SLOTS, OPEN, draw, DIGEST_INIT, other)
    drawn = bytes.fromhex(str(call_of(result, "C_GenerateRandom").output["RandomData"]))
    given = bytes.fromhex(str(call_of(result, "C_Digest").args["pData"]))
    assert [a ^ b for a, b in zip(drawn, given, strict=True)] == [0, 0, 2, 0]


def test_a_sequence_whose_questions_were_asked_passes_with_steps_left_out(fake: Path) -> None:
    asked = with_(DIGEST, expect=[0x91], output={}, stop=False)
    lacking = with_(DIGEST_INIT, needs=[0x9999], needs_slot=var("slots", 0))
    assert run(fake, "", SLOTS, OPEN, asked, lacking).outcome == "passed"
    none = run(fake, "", SLOTS, OPEN, lacking, CLOSE)
    assert (none.outcome, none.reason) == ("skipped", "mechanism-missing")


def test_equal_data_of_successive_calls_is_at_one_address(fake: Path) -> None:
    length = (DIGEST[0], {**DIGEST[1], "pDigest": {"null": True}})
    assert run(fake, "same-memory", SLOTS, OPEN, DIGEST_INIT, length, DIGEST).outcome == "passed"
    other = (DIGEST[0], {**DIGEST[1], "pData": {"text": "abd"}})
    assert run(fake, "same-memory", SLOTS, OPEN, DIGEST_INIT, length, other).outcome == "failed"
