"""What a report says of a module's faults: each once, with the call it belongs to, and no accusation where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.probe.conftest import Probed, probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr


def found(probed: Probed, name: str) -> list[dict[str, Any]]:
    return [one for one in probed.report["findings"] if one["id"] == name]


@pytest.mark.parametrize("code", ["0x6", "0x30"])
def test_a_failed_call_with_a_session_is_followed_by_the_devices_own_error(
    ckr: Ckr, fake: Path, code: str
) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": f"rv:C_GenerateRandom={code};device-error"})
    calls = probed.sequence("random")["calls"]
    at = next(number for number, call in enumerate(calls) if call["function"] == "C_GenerateRandom")
    asked = calls[at + 1]
    assert (asked["function"], asked["kind"]) == ("C_GetSessionInfo", "guard")
    assert asked["output"]["pInfo"]["ulDeviceError"] == 0x2A
    (one,) = found(probed, "call-failed")
    assert one["function"] == "C_GenerateRandom"
    assert "(ulDeviceError) is 42 (0x2a)" in one["detail"]


def test_no_question_for_the_devices_error_where_the_standard_has_none(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "rv:C_GenerateRandom=0x5;device-error"})
    assert "C_GetSessionInfo" not in [call["function"] for call in probed.sequence("random")["calls"]]


def test_null_entries_are_one_finding(ckr: Ckr, fake: Path) -> None:
    words = "null:C_GenerateRandom;null:C_DigestInit;null:C_WrapKey"
    probed = probe(ckr, fake, env={"CKR_FAKE": words})
    (one,) = found(probed, "null-entry")
    assert (one["severity"], one["function"]) == ("error", "C_GenerateRandom")
    assert all(word[5:] in one["title"] for word in words.split(";"))
    assert "C_DigestInit is needed in digest" in one["detail"]
    assert not found(probed, "call-failed")  # C_Digest without C_DigestInit is no fault of the module's
    assert probed.status == 1


def test_a_null_entry_that_nobody_needs_is_a_warning(ckr: Ckr, fake: Path) -> None:
    (one,) = found(probe(ckr, fake, env={"CKR_FAKE": "null:C_WrapKey"}), "null-entry")
    assert (one["severity"], one["title"]) == ("warning", "C_WrapKey is NULL in the function list")


def test_what_follows_from_a_fault_is_no_fault_of_its_own(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "rv:C_DigestInit=0x70"})
    assert {one["function"] for one in found(probed, "call-failed")} == {"C_DigestInit"}


@pytest.mark.parametrize(
    ("words", "name", "severity"),
    [
        ("version:info=9.9", "version-unknown", "warning"),
        ("version:info=2.0", "version-unknown", "warning"),
        ("version:info=255.255", "version-unknown", "warning"),
        ("version:info=3.0", "versions-differ", "warning"),
        ("version:info=2.20", "versions-differ", "info"),
        ("version:list=9.9", "version-unknown", "warning"),
        ("version:list=3.0", "versions-differ", "warning"),
        ("info-flags", "info-flags", "warning"),
        ("list:misaligned", "misaligned-list", "warning"),
        ("mechanisms:shrink", "counts-differ", "warning"),
        ("mechanisms:twice", "entry-repeated", "warning"),
        ("pin-min:9;pin-max:8", "token-numbers", "warning"),
        ("state:9", "session-state", "warning"),
        ("state:2", "session-state", "warning"),
    ],
)
def test_claims_that_can_not_be(ckr: Ckr, fake: Path, words: str, name: str, severity: str) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": words})
    assert {one["severity"] for one in found(probed, name)} == {severity}, probed.report["findings"]
    assert probed.status == (1 if severity == "warning" else 0)


@pytest.mark.parametrize("byte", ["0", "255"])
def test_memory_that_was_written_over_is_an_error_and_no_sequence_passed(
    ckr: Ckr, fake: Path, byte: str
) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": f"scribble:C_GetTokenInfo={byte}"})
    assert found(probed, "memory-overwritten")
    assert probed.sequence("identity")["outcome"] != "passed"
    assert probed.status == 1


def test_noise_names_the_call_that_printed_most(ckr: Ckr, fake: Path) -> None:
    words = "print:C_OpenSession=hello there;print:C_GetInfo=hi"
    probed = probe(ckr, fake, env={"CKR_FAKE": words})
    noises = found(probed, "noise")
    assert {one["function"] for one in noises} == {"C_OpenSession", "C_GetInfo"}
    assert any("C_OpenSession" in one["detail"] for one in noises)


def test_a_copy_left_behind_names_the_call(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "daemon:C_Initialize"})
    (one,) = found(probed, "process-left")[:1]
    assert (one["severity"], one["function"]) == ("warning", "C_Initialize")
    assert probed.status == 1


def test_a_structure_that_was_not_written_is_said_and_not_read(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "silent:C_GetTokenInfo"})
    assert found(probed, "nothing-written")[0]["function"] == "C_GetTokenInfo"
    assert not probed.ids() & {"not-padded", "token-uninitialised"}
    assert probed.status == 1


def test_what_a_module_prints_without_flushing_is_seen(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "late-pin"})
    assert any("late" in one["detail"] for one in found(probed, "noise"))


def test_the_end_of_max_time_between_calls_is_no_hang(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, "--max-time", "0.001")
    assert set(probed.outcomes().values()) == {"skipped"}
    assert probed.status == 3 or "max-time" in probed.ids("error")
    assert "hung" not in probed.ids()


def test_no_slot_at_all(ckr: Ckr, fake: Path) -> None:
    (one,) = found(probe(ckr, fake, env={"CKR_FAKE": "slots:0"}), "no-token")
    assert one["title"].startswith("the module has no slots")


def test_what_was_not_written_is_read_as_the_zeros_that_any_program_gives(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "partly:C_GetTokenInfo"})
    token = probed.report["slots"][0]["token"]
    assert (token["label"], token["utcTime"], token["ulTotalPublicMemory"]) == ("fake", "21:22:31", 0)
    assert "\\u00a5" not in probed.ran.out
    assert "xa5" not in probed.ran.out
    assert probed.status == 0


def test_flags_that_a_module_adds_to_what_stands_there_are_its_own(ckr: Ckr, fake: Path) -> None:
    """SoftHSM2 2.6 sets the flags of some mechanisms so."""
    plain, added = (probe(ckr, fake, env={"CKR_FAKE": words}) for words in ("", "add-flags"))
    rows = [probed.report["slots"][0]["mechanisms"] for probed in (plain, added)]
    assert rows[0] == rows[1]
    assert all(row["flags"] for row in rows[0])


def test_a_token_that_wants_a_login_for_digests_is_sound(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "rv:C_DigestInit=0x101"})
    digest = probed.sequence("digest")
    assert (digest["outcome"], digest["reason"]) == ("skipped", "behind-login")
    assert not probed.calls("C_Digest")
    assert {one["severity"] for one in found(probed, "behind-login")} == {"info"}
    assert probed.status == 0, probed.report["findings"]


def test_causes_stand_before_what_they_bring_about(ckr: Ckr, fake: Path) -> None:
    words = "rv:C_DigestInit=0x5;rv:C_Login=0xa0"
    probed = probe(ckr, fake, "--pin-source", "env:P", env={"CKR_FAKE": words, "P": "1234"})
    errors = [one["id"] for one in probed.report["findings"] if one["severity"] == "error"]
    assert errors[0] == "login-failed"
    assert "call-failed" in errors


def test_a_run_whose_time_is_over_before_it_began_says_only_that(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, "--max-time", "0.001", env={"CKR_FAKE": ""})
    assert probed.ids("error", "warning") == {"max-time"}
    assert probed.status == 1


def test_a_negative_return_value_is_a_vendors_and_not_undefined(ckr: Ckr, fake: Path) -> None:
    """-1 as CK_RV is 0xFFFFFFFF with its sign extension undone: in the range of vendors, whatever it was meant to be."""
    probed = probe(ckr, fake, env={"CKR_FAKE": "rv:C_GenerateRandom=0xFFFFFFFFFFFFFFFF"})
    titles = [one["title"] for one in probed.report["findings"] if one["function"] == "C_GenerateRandom"]
    assert any("0xFFFFFFFF (vendor-defined)" in title for title in titles), titles
    assert not any("undefined" in title for title in titles)


def test_owners_of_a_vendors_code_stand_in_the_detail(ckr: Ckr, fake: Path) -> None:
    """The title has the number alone: it is also the verdict, and must fit a line."""
    probed = probe(ckr, fake, env={"CKR_FAKE": "rv:C_Digest=0x80000012"})
    (found,) = (one for one in probed.report["findings"] if one["id"] == "call-failed")
    assert found["title"] == "C_Digest returned 0x80000012 (vendor-defined), not CKR_OK"
    assert "used as " in found["detail"]
