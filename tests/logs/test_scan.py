"""The summary of a log: counts, normal life, the first failure, calls, and sums of parts."""

from __future__ import annotations

from typing import Any

import pytest

from ckrtool.errors import UsageError
from ckrtool.knowledge import legality, registry
from ckrtool.logs.hosts import hosts_in
from ckrtool.logs.merge import checked, merge
from ckrtool.logs.scan import Scanner, failed
from ckrtool.logs.tallies import MOST_UNNAMED
from ckrtool.logs.times import time_of
from ckrtool.render.scan_text import plain
from tests.logs.support import sample, summary

LOG = b"""start
C_Login failed: 0x31
C_Sign failed: 257
C_Sign failed: 257
C_GetInfo failed: 0xa0
rv=0x30
C_Logout returned CKR_OK
"""


def normal_pair() -> tuple[str, int]:
    """Return a function and a code that is part of its normal life, by the facts of the standard's codes."""
    return next(
        (function.name, code.value)
        for code in registry.codes()
        for function in registry.functions()
        if code.value and legality.is_normal(code.value, function.name)
    )


def test_counts_functions_verdicts_and_places() -> None:
    result = summary(LOG)
    assert result["schema"] == "ckr.scan/1"
    assert result["lines"] == 7
    assert [row["name"] for row in result["codes"]] == [
        "CKR_DEVICE_MEMORY",
        "CKR_USER_NOT_LOGGED_IN",
        "CKR_PIN_INCORRECT",
        "CKR_DEVICE_ERROR",
    ]
    row = result["codes"][1]
    assert (row["count"], row["normal"], row["functions"]) == (2, 0, {"C_Sign": 2})
    assert row["first"] == {"line": 3, "text": "C_Sign failed: 257"}
    assert row["last"] == {"line": 4, "text": "C_Sign failed: 257"}
    assert result["codes"][3]["functions"] == {"unknown": 1}
    assert result["first_failure"] == {"line": 2, "function": "C_Login", "name": "CKR_DEVICE_MEMORY"}
    assert failed(result)


def test_what_the_standard_does_not_allow_there_is_marked() -> None:
    row = next(row for row in summary(LOG)["codes"] if row["name"] == "CKR_PIN_INCORRECT")
    assert row["verdicts"] == {"unlisted": 1} or row["verdicts"] == {"excluded": 1}
    assert "not allowed there" in plain(summary(LOG))


def test_successes_are_listed_only_when_asked_for() -> None:
    assert "CKR_OK" not in [row["name"] for row in summary(LOG)["codes"]]
    assert summary(LOG, ok=True)["codes"][-1]["name"] == "CKR_OK"


def test_normal_life_is_counted_apart_and_comes_after_failures() -> None:
    function, value = normal_pair()
    log = b"%b failed: 0x%x\n" % (function.encode(), value)
    quiet = summary(log)
    assert quiet["codes"][0]["normal"] == 1
    assert quiet["first_failure"] is None
    assert not failed(quiet)
    loud = summary(log + b"C_Sign failed: 0x30\n")
    assert [row["value"] for row in loud["codes"]] == [0x30, value]
    assert loud["first_failure"]["name"] == "CKR_DEVICE_ERROR"
    assert failed(loud)


def test_calls_of_a_trace_are_counted() -> None:
    calls = summary(sample("spy-bad-pin.log"))["calls"]
    assert calls["C_Login"] == 1
    assert calls["C_Initialize"] == 1
    assert calls["C_GetSlotList"] == sample("spy-bad-pin.log").count(b": C_GetSlotList")


def test_excerpts_hold_no_pin() -> None:
    log = b"C_Login failed: 0xa0 for pkcs11:token=t?pin-value=123456\n"
    assert "123456" not in str(summary(log))


def test_parts_add_up_to_the_whole() -> None:
    log = sample("pkcs11-tool-errors.log") + LOG
    cut = log.index(b"\n", len(log) // 2) + 1
    whole = summary(log)
    sum_of_parts: Any = merge([summary(log[:cut]), summary(log[cut:])])
    for result in (whole, sum_of_parts):
        result["first_failure"]["line"] = 0
        for row in result["codes"]:
            row["first"]["line"] = row["last"]["line"] = 0
    assert sum_of_parts == whole


def test_merging_one_summary_changes_nothing() -> None:
    assert merge([summary(LOG)]) == summary(LOG)


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {"schema": "ckr.probe/1"},
        {"schema": "ckr.scan/1"},
        {"schema": "ckr.scan/1", "lines": -1, "codes": [], "calls": {}, "first_failure": None},
        {"schema": "ckr.scan/1", "lines": 1, "codes": [{}], "calls": {}, "first_failure": None},
        {"schema": "ckr.scan/1", "lines": 1, "codes": [], "calls": {"C_Sign": "x"}, "first_failure": None},
    ],
)
def test_what_is_no_summary_is_refused(document: object) -> None:
    with pytest.raises(UsageError):
        checked(document, "x.json")


def test_files_are_kept_apart() -> None:
    scanner = Scanner()
    scanner.begin("a.log")
    scanner.push(b"1: C_Login\nC_Sign failed: 0x30")
    scanner.finish()
    scanner.begin("b.log")
    scanner.push(b"Returned:  160 CKR_PIN_INCORRECT\n")
    scanner.finish()
    result: Any = scanner.summary()
    assert result["lines"] == 3
    assert result["codes"][0]["first"] == {"line": 2, "text": "C_Sign failed: 0x30", "file": "a.log"}
    assert result["codes"][1]["functions"] == {"unknown": 1}
    assert result["codes"][1]["first"]["line"] == 1
    assert result["first_failure"]["file"] == "a.log"


@pytest.mark.parametrize(
    ("line", "hosts"),
    [
        ("Jan  1 10:00:00 hsm01 app[5]: x", {"hsm01"}),
        ("2026-01-01T10:00:00Z hsm01.example app[5]: x", {"hsm01.example"}),
        ("2026-01-01T10:00:00Z ERROR [5] x", set()),
        ("Nov 25 20:00:00.123456 hsm01 app[5]: x", {"hsm01"}),
        ("Wed Nov 25 20:00:00 2026 hsm01 app: x", {"hsm01"}),
        ("2026-11-25T20:00:00 hsm01 app[5]: x", {"hsm01"}),
        ('{"_HOSTNAME":"hsm01","MESSAGE":"x"}', {"hsm01"}),
        ("2026-11-25 20:00:00 ERROR app: x", set()),
        ("2026/11/25 20:00:00 C_Login failed: 160", set()),
        ("connect to host=hsm01 (10.1.2.3)", {"hsm01"}),
        ("2026-11-28 10:00:02,123 ERROR [prod-ca-01] C_Sign rv=0x30", {"prod-ca-01"}),
        ("2026-11-28 10:00:02,123 ERROR [http-nio-8443-exec-5] C_Sign", set()),
        ("2026-11-28 10:00:02,123 ERROR [main] C_Sign", set()),
        ('{"pod_name":"signer-7f9","namespace_name":"pay","node":"n1"}', {"signer-7f9", "pay", "n1"}),
        ('{"log":"{\\"podName\\":\\"signer-7f9\\"}"}', {"signer-7f9"}),
        ("cannot connect hsm01:1792", {"hsm01"}),
        ("host=... C_Login failed", set()),
        ("prodhost01  | C_Login failed: 160", {"prodhost01"}),
        ("dlopen failed: /etc/hostname: file too short", set()),
        ("Wed Oct 21 19:52:48 2020 | C_GenerateKeyPair: Exit", set()),
        ("Nov 21 16:11:31 localhost.localdomain charon[29833]: x", set()),
        ("2026-11-24 11:40:11.505206 UTC - -2002528448[55803aed0cc0]: C_GetMechanismList", set()),
        ("2026/11/25 20:55:21 finalize failed: pkcs11: 0x190", set()),
        ("2026/11/25 20:55:21 open session failed: pkcs11: 0x3", set()),
        ("2026-01-01T10:00:00+01:00 prodhost signer: C_Sign", {"prodhost"}),
        ("2026-01-01 10:00:00 prodhost signer[12]: C_Sign", {"prodhost"}),
        ("<34>1 2026-11-28T10:00:01Z prodhost app 812 - - C_Sign", {"prodhost"}),
        ("connection to hsm-prod refused", {"hsm-prod"}),
        ("connection to the token lost", set()),
        ("pkcs11-session.c:293:C_Login", set()),
        ("C_Sign failed: 0x30", set()),
    ],
)
def test_hosts_of_a_line(line: str, hosts: set[str]) -> None:
    assert set(hosts_in(line)) == hosts


def test_times_of_a_trace_are_reported() -> None:
    log = b"""0x1f40 : 0x2a2a : 2026-01-01 10:00:00.000000 - Entered C_Sign
0x1f40 : 0x2a2b : 2026-01-01 10:00:00.000000 - Entered C_Login
0x1f40 : 0x2a2a : 2026-01-01 10:00:00.001500 - Returning 0 (CKR_OK)
0x1f40 : 0x2a2b : 2026-01-01 10:00:02.000000 - Returning 160 (CKR_PIN_INCORRECT)
0x1f40 : 0x2a2a : 2026-01-01 10:00:03.000000 - Entered C_Sign
0x1f40 : 0x2a2a : 2026-01-01 10:00:03.000500 - Returning 0 (CKR_OK)
10:41:02 04412-139872:FINILogin CKR_PIN_INCORRECT(12ms) {}
"""
    result = summary(log)
    assert result["durations"] == {
        "C_Login": {"count": 2, "total_ms": 2012.0, "max_ms": 2000.0},
        "C_Sign": {"count": 2, "total_ms": 2.0, "max_ms": 1.5},
    }
    assert merge([result, result])["durations"]["C_Sign"] == {"count": 4, "total_ms": 4.0, "max_ms": 1.5}
    assert "time of C_Sign: 2 calls, 2.0 ms in all, longest 1.5 ms" in plain(result)


def test_hostile_text_is_harmless_in_print() -> None:
    log = b"C_Sign failed: 0x30 \x1b[2J[red]\xe2\x80\xae\n"
    shown = plain(summary(log))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[red]" in shown


def test_nothing_found_is_said() -> None:
    assert "no return codes" in plain(summary(b"all is well\n"))
    assert summary(b"")["lines"] == 0
    assert summary(b"x")["lines"] == 1


def test_a_long_line_counts_once() -> None:
    log = b"C_Sign failed: 0x30 " + b"x" * (2 << 20) + b"\nC_Sign failed: 0x31\n"
    result = summary(log)
    assert result["lines"] == 2
    assert [row["first"]["line"] for row in result["codes"]] == [1, 2]
    assert len(result["codes"][0]["first"]["text"]) < 2000


def test_values_without_a_name_are_bounded_and_counted() -> None:
    log = (
        b"".join(b"C_Sign failed: 0x%x\n" % (0x90000000 + n) for n in range(3000)) + b"C_Sign failed: 0x30\n"
    )
    result = summary(log)
    assert len(result["codes"]) == MOST_UNNAMED + 1
    assert result["further"] == 3000 - MOST_UNNAMED
    assert sum(row["count"] for row in result["codes"]) + result["further"] == 3001
    assert "further: 2000 returns of more values" in plain(result)
    assert merge([result, result])["further"] == 2 * result["further"]
    with pytest.raises(UsageError):
        checked({**result, "further": -1}, "x.json")


def test_a_failure_that_the_client_reports_again_counts_once() -> None:
    log = b"""0: C_Initialize
Returned:  48 CKR_DEVICE_ERROR
p11-kit: softhsm2: module failed to initialize, skipping: An error occurred on the device
"""
    row = summary(log)["codes"][0]
    assert (row["count"], row["repeats"], row["functions"]) == (1, 1, {"C_Initialize": 1})
    again = summary(log + b"C_Initialize = CKR_DEVICE_ERROR\n")["codes"][0]
    assert (again["count"], again["repeats"]) == (2, 1)


def test_a_failure_that_pkcs11_tool_prints_twice_counts_once() -> None:
    """Its clean-up may fail in between, as in the last log."""
    twice = b"Main C_Initialize(NULL) rv:CKR_DEVICE_ERROR\n%serror: PKCS11 function C_Initialize failed: rv = CKR_DEVICE_ERROR (0x30)\n"
    for between in (b"", b"C_Finalize = CKR_GENERAL_ERROR\n"):
        row = summary(twice % between)["codes"][0]
        assert (row["count"], row["repeats"], row["functions"]) == (1, 1, {"C_Initialize": 1})


def test_a_failure_of_another_call_is_no_repetition() -> None:
    log = b"C_Initialize = CKR_DEVICE_ERROR\nC_Login failed: rv = CKR_DEVICE_ERROR\n"
    assert summary(log)["codes"][0]["count"] == 2
    late = b"C_Login = CKR_PIN_INCORRECT\n" + b"\n" * 61 + b"C_Login failed: rv = CKR_PIN_INCORRECT\n"
    assert summary(late)["codes"][0]["count"] == 2


def test_the_cause_of_an_exception_is_the_same_failure() -> None:
    log = b"""javax.crypto.X: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_ENCRYPTED_DATA_LEN_RANGE
\tat jdk.crypto.cryptoki/sun.security.pkcs11.P11Cipher.handleException(P11Cipher.java:1064)
Caused by: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_ENCRYPTED_DATA_LEN_RANGE
\tat jdk.crypto.cryptoki/sun.security.pkcs11.wrapper.PKCS11.C_DecryptFinal(Native Method)
"""
    row = summary(log)["codes"][0]
    assert (row["count"], row["functions"]) == (1, {"C_DecryptFinal": 1})
    assert row["verdicts"] == {"listed": 1}
    assert summary(log * 2)["codes"][0]["count"] == 2


def test_a_cause_with_another_name_for_the_number_is_counted_by_itself() -> None:
    log = b"""x: PKCS11Exception: 0x80000228
Caused by: x: C_Sign: CKR_CALLBACK_ERROR (0x80000228)
"""
    rows = [(row["name"], row["functions"]) for row in summary(log)["codes"]]
    assert rows == [(None, {"unknown": 1}), ("CKR_CALLBACK_ERROR", {"C_Sign": 1})]


def test_counts_do_not_grow_with_the_number_of_values() -> None:
    scanner = Scanner()
    for _ in range(2):
        scanner.push(b"".join(b"C_Sign failed: 0x%08x\n" % (0x80010000 + value) for value in range(9000)))
    assert max(len(tally.seen) for tally in scanner.counts.tallies.values()) == 1


def test_first_and_last_say_when_and_merged_ones_where() -> None:
    log = b"""2026-11-28 10:00:01.5 C_Sign failed: 0x30
Nov 28 10:00:02 host app: C_Sign failed: 0x30
C_Sign failed: 0x30
"""
    scanner = Scanner()
    scanner.begin("app.log", several=False)
    scanner.push(log)
    scanner.finish()
    part: Any = scanner.summary()
    row = part["codes"][0]
    assert part["file"] == "app.log"
    assert row["first"]["time"] == part["first_failure"]["time"] == "2026-11-28 10:00:01.5"
    assert "time" not in row["last"]
    whole: Any = merge([summary(b"no code\n"), part])
    assert whole["first_failure"]["file"] == whole["codes"][0]["last"]["file"] == "app.log"


@pytest.mark.parametrize(
    ("line", "time"),
    [
        (b"[2026-11-28T10:00:01,123Z] x", "2026-11-28T10:00:01,123Z"),
        (b"2026/11/28 10:00:01 x", "2026/11/28 10:00:01"),
        (b"<13>Nov  8 10:00:01 host x", "Nov  8 10:00:01"),
        (b"Wed Oct 21 19:52:47 2020 | C_Login", "Oct 21 19:52:47 2020"),
        (b"10:41:02 04412-139872:FINILogin", "10:41:02"),
        (b"C_Login 0x10:20:30:40:50", None),
    ],
)
def test_time_of_a_line_is_its_own_words(line: bytes, time: str | None) -> None:
    assert time_of(line) == time


def test_a_return_that_a_program_prints_at_each_level_counts_once() -> None:
    level = b"PKCS#11: _pkcs11h_%s return rv=%d-'%s'\n"
    failed = level % (b"session_login", 225, b"CKR_TOKEN_NOT_RECOGNIZED")
    fine = level % (b"session_validate", 0, b"CKR_OK")
    row = summary(failed + failed + fine + failed)["codes"][0]
    assert (row["count"], row["repeats"]) == (2, 1)
