"""Differences of reports: what a module's update changes is found, what every run changes is not."""

from typing import Any, cast

import pytest

from ckrtool.probe.reporting.diff import Change, compare
from tests.render.goldens import REPORTS, report


def changed(before: Any, after: Any) -> dict[str, tuple[Any, Any]]:
    found = compare(before, after)
    assert len({change.where for change in found}) == len(found)
    return {change.where: (change.before, change.after) for change in found}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_does_not_differ_from_itself(name: str) -> None:
    assert compare(report(name), report(name)) == []


def test_what_every_run_changes_is_no_change() -> None:
    after = report("pin")
    after.update(started="2030-01-01T00:00:00Z", duration_ms=1, ckr={"version": "9"}, host={"name": "other"})
    after["slots"][0]["token"].update(ulSessionCount=9, ulFreePublicMemory=1, utcTime="2030010100000000")
    after["slots"][0]["token"]["flags"].reverse()
    for sequence in after["sequences"]:
        for call in sequence["calls"]:
            call.update(ms=99.0, output={"phSession": "0x99"})
            if "hSession" in call["args"]:
                call["args"]["hSession"] = "0x99"
    assert compare(report("pin"), after) == []


def test_versions_flags_mechanisms_returns_and_findings() -> None:
    found = changed(report("healthy"), report("pin"))
    assert found["slots[439041101].token.firmwareVersion"] == ("2.6", "2.7")
    before, after = found["slots[439041101].token.flags"]
    assert set(after) - set(before) == {"CKF_USER_PIN_COUNT_LOW", "CKF_SO_PIN_LOCKED"}
    assert found["slots[439041101].mechanisms.CKM_SHA256"] == (
        {"min": 0, "max": 0, "flags": ["CKF_DIGEST"]},
        None,
    )
    assert found["sequences.digest.5 C_DigestInit rv"] == ("CKR_OK", "CKR_MECHANISM_INVALID")
    assert found["sequences.digest.outcome"] == ("passed", "failed")
    assert found["sequences.sign"] == (None, "skipped")
    assert found["findings.so-pin-locked"] == (None, "info: The SO PIN is locked")
    assert not any("C_GetMechanismInfo" in where for where in found)


def test_a_driver_update() -> None:
    after = report("healthy")
    after["module"]["sha256"] = "0" * 64
    after["module"]["info"]["libraryVersion"] = "2.7"
    after["module"]["interfaces"].append({"name": "PKCS 11", "version": "3.0"})
    after["slots"][0]["mechanisms"][2]["max"] = 1024
    assert changed(report("healthy"), after) == {
        "module.sha256": ("9f2c" * 16, "0" * 64),
        "module.info.libraryVersion": ("2.6", "2.7"),
        "module.interfaces": (["PKCS 11 2.40"], ["PKCS 11 2.40", "PKCS 11 3.0"]),
        "slots[439041101].mechanisms.CKM_SHA256_HMAC.max": (512, 1024),
    }


def test_a_token_in_another_slot_is_the_same_token() -> None:
    after = report("healthy")
    slot = after["slots"][0]
    slot["id"] = 3
    for sequence in after["sequences"]:
        for call in sequence["calls"]:
            if "slotID" in call["args"]:
                call["args"]["slotID"] = 3
    after["slots"].insert(0, {"id": 439041101, "info": {}, "token": None, "mechanisms": []})
    assert changed(report("healthy"), after) == {
        "slots[439041101].id": (439041101, 3),
        "slots[439041101]": (None, "no token"),
    }


def test_a_pulled_card() -> None:
    after = report("healthy")
    after["slots"][0].update(token=None, mechanisms=report("healthy")["slots"][0]["mechanisms"])
    assert changed(report("healthy"), after) == {"slots[439041101].token": ("token signing-prod", "no token")}


def test_a_crash_instead_of_a_return() -> None:
    after = report("healthy")
    after["sequences"][2]["outcome"] = "crashed"
    after["sequences"][2]["calls"][4].update(rv=None, name=None, outcome="crashed")
    assert changed(report("healthy"), after) == {
        "sequences.digest.outcome": ("passed", "crashed"),
        "sequences.digest.5 C_DigestInit rv": ("CKR_OK", "crashed"),
    }


def test_what_follows_from_a_crash_is_not_told_again() -> None:
    after = report("healthy")
    calls = after["sequences"][2]["calls"]
    after["sequences"][2]["outcome"] = "crashed"
    calls[4].update(rv=None, name=None, outcome="crashed")
    calls.append({**calls[-1], "n": 0, "kind": "cleanup", "function": "C_CloseSession"})
    del calls[5:-1]
    assert changed(report("healthy"), after) == {
        "sequences.digest.outcome": ("passed", "crashed"),
        "sequences.digest.5 C_DigestInit rv": ("CKR_OK", "crashed"),
    }


def test_a_step_that_is_new_in_a_sequence_that_passes() -> None:
    after = report("healthy")
    calls = after["sequences"][2]["calls"]
    calls.append({**calls[-1], "n": 99, "function": "C_SignInit", "args": {}})
    assert changed(report("healthy"), after) == {"sequences.digest.99 C_SignInit": (None, calls[-1]["name"])}


def test_under_which_call_a_thread_prints_is_chance() -> None:
    before, after = report("healthy"), report("healthy")
    noise: Any = {
        "severity": "info",
        "id": "noise",
        "rv": None,
        "name": None,
        "title": "the module writes to stdout or stderr",
        "detail": "",
        "advice": [],
    }
    before["findings"] += [{**noise, "function": "C_Sign"}, {**noise, "function": "C_Login"}]
    after["findings"] += [{**noise, "function": "C_Finalize"}]
    assert changed(before, after) == {}
    assert changed(report("healthy"), after) == {
        "findings.noise": (None, "info: the module writes to stdout or stderr")
    }


def test_the_second_of_two_equal_findings() -> None:
    after = report("pin")
    after["findings"].append(dict(after["findings"][0]))
    title = "warning: The user PIN was entered wrongly at least once"
    assert changed(report("pin"), after) == {"findings.pin-count-low C_GetTokenInfo #2": (None, title)}


def test_a_token_without_a_serial_number_is_paired_by_its_label_and_else_by_name() -> None:
    def report(slot: int, label: str) -> Any:
        token = {"label": label, "serialNumber": "", "manufacturerID": "x", "firmwareVersion": str(slot)}
        return {"slots": [{"id": slot, "token": token}], "module": {}, "sequences": [], "findings": []}

    def places(before: Any, after: Any, **pairs: str) -> set[str]:
        two = [report(9, "other")["slots"][0], report(8, "third")["slots"][0]]
        one, other = cast("Any", [{**each, "slots": each["slots"] + two} for each in (before, after)])
        return {change.where for change in compare(one, other, pairs)}

    assert places(report(1, "a"), report(2, "a")) == {"slots[1].id", "slots[1].token.firmwareVersion"}
    assert "slots[1].token.firmwareVersion" in places(report(1, "a"), report(2, "b"), a="b")


@pytest.mark.parametrize(
    ("where", "before", "after", "severity"),
    [
        ("findings.hung C_Sign", None, "error: C_Sign hung", "error"),
        ("findings.hung C_Sign", "error: C_Sign hung", None, "ok"),
        ("findings.keys-usable", "info: 3 private keys", None, "info"),
        ("sequences.sign.outcome", "passed", "skipped", "warning"),
        ("sequences.sign.outcome", "skipped", "passed", "ok"),
        ("sequences.sign.4 C_Sign rv", "CKR_OK", "CKR_DEVICE_ERROR", "warning"),
        ("sequences.sign.4 C_Sign rv", "CKR_DEVICE_ERROR", "CKR_OK", "ok"),
        ("slots[1].token.flags", [], ["CKF_USER_PIN_LOCKED"], "error"),
        ("slots[1].token.flags", ["CKF_USER_PIN_FINAL_TRY"], [], "ok"),
        ("slots[1]", "token a", None, "error"),
        ("module.info.libraryVersion", "1.0", "1.1", "info"),
    ],
)
def test_severity_is_of_the_new_state(where: str, before: Any, after: Any, severity: str) -> None:
    assert Change(where, before, after).severity == severity
