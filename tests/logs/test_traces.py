"""Traces of real programs: every call in order, each return with its function."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.logs.support import SAMPLES, annotated, objects, returns, sample, summary

if TYPE_CHECKING:
    from collections.abc import Callable

SPY_CALL = re.compile(rb"^\d+: (C_\w+)$", re.MULTILINE)
ONE_THREAD = ("spy-session.log", "spy-bad-pin.log", "spy-runs.log")


def test_every_sample_has_its_command() -> None:
    index = tomllib.loads((SAMPLES / "index.toml").read_text())
    assert {path.name for path in SAMPLES.glob("*.log")} == set(index)
    assert all(entry["command"] and entry["software"] for entry in index.values())


@pytest.mark.parametrize("name", ONE_THREAD)
def test_pkcs11_spy_gives_every_call_with_its_return(name: str) -> None:
    log = sample(name)
    called = [match[1].decode() for match in SPY_CALL.finditer(log)]
    assert [function for function, _ in returns(log)] == called
    assert sum(summary(log)["calls"].values()) == len(called)


@pytest.mark.parametrize("name", ["p11kit-session.log", "p11kit-bad-pin.log", "gnutls-d99.log"])
def test_p11_kit_gives_every_call_with_its_return(name: str) -> None:
    log = sample(name)
    wanted = [
        (match[1].decode(), match[2].decode())
        for match in re.finditer(rb"^(C_\w+) = (CKR_\w+)$", log, re.MULTILINE)
    ]
    heads = re.findall(rb"^C_\w+$", log, re.MULTILINE)
    assert returns(log)[: len(wanted)] == wanted
    assert sum(summary(log)["calls"].values()) == len(heads)


@pytest.mark.parametrize("name", ["nss-bad-pin.log", "nss-level1.log"])
def test_nss_gives_every_call_with_its_return(name: str) -> None:
    log = sample(name)
    called = [match[1].decode() for match in re.finditer(rb"\]: (C_\w+)$", log, re.MULTILINE)]
    assert [function for function, _ in returns(log)] == called
    assert ("C_Login", "CKR_PIN_INCORRECT") in returns(log)


def test_tpm2_pkcs11_gives_every_call_with_its_return() -> None:
    log = sample("tpm2-pkcs11.log")
    called = re.findall(rb'enter "(C_\w+)"', log)
    assert sum(summary(log)["calls"].values()) == len(called)
    assert ("C_Login", "CKR_OPERATION_NOT_INITIALIZED") in returns(log)


def test_threads_of_pkcs11_spy_close_the_innermost_call_that_may_return_the_code() -> None:
    log = sample("spy-threads.log")
    called = [match[1].decode() for match in SPY_CALL.finditer(log)]
    given = returns(log)
    assert sorted(str(function) for function, _ in given) == sorted(called)
    two = b"1: C_Login\n2: C_GetSlotList\nReturned:  256 CKR_USER_ALREADY_LOGGED_IN\nReturned:  0 CKR_OK\n"
    assert returns(two) == [("C_Login", "CKR_USER_ALREADY_LOGGED_IN"), ("C_GetSlotList", "CKR_OK")]
    inner = b"1: C_Login\n2: C_Sign\nReturned:  48 CKR_DEVICE_ERROR\nReturned:  0 CKR_OK\n"
    assert returns(inner) == [("C_Sign", "CKR_DEVICE_ERROR"), ("C_Login", "CKR_OK")]


def test_nss_threads_keep_apart() -> None:
    log = b"""1[aa]: C_Login
2[bb]: C_Sign
1[aa]:   hSession = 0x1
1[aa]:   rv = CKR_PIN_INCORRECT
2[bb]:   rv = 0x30
"""
    assert returns(log) == [("C_Login", "CKR_PIN_INCORRECT"), ("C_Sign", "CKR_DEVICE_ERROR")]


def test_pkcs11_logger_threads_keep_apart() -> None:
    log = b"""0x00002450 : 0x00001060 : Calling C_Login
0x00002450 : 0x00001061 : Calling C_Sign
0x00002450 : 0x00001061 :  ulDataLen: 160
0x00002450 : 0x00001060 : Returning 160 (CKR_PIN_INCORRECT)
0x00002450 : 0x00001061 : Returning 2147483649 (Unknown)
0x00002450 : 0x00001060 : 2026-01-01 10:00:00.000000 - Entered C_Logout
0x00002450 : 0x00001060 : 2026-01-01 10:00:00.000100 - Returning 257 (CKR_USER_NOT_LOGGED_IN)
"""
    assert returns(log) == [
        ("C_Login", "CKR_PIN_INCORRECT"),
        ("C_Sign", None),
        ("C_Logout", "CKR_USER_NOT_LOGGED_IN"),
    ]


def test_nshield_pairs_by_thread() -> None:
    head = b"2025-09-24 16:25:24 [2036444] tc0c6b%d: pkcs11: 00000000 %b\n"
    log = (
        head % (1, b">>   C_OpenSession")
        + head % (2, b">>   C_SignInit")
        + head % (1, b">    slotID 0x2D622495")
    )
    log += head % (1, b"<    rv 0x00000000 (CKR_OK)") + head % (
        2,
        b"<    rv 0x00000070 (CKR_MECHANISM_INVALID)",
    )
    assert returns(log) == [("C_OpenSession", "CKR_OK"), ("C_SignInit", "CKR_MECHANISM_INVALID")]


def test_a_run_that_broke_off_does_not_lend_its_calls_to_the_next() -> None:
    log = b"0: C_Initialize\nReturned:  0 CKR_OK\n1: C_Sign\n\n0: C_Finalize\nReturned:  400 CKR_CRYPTOKI_NOT_INITIALIZED\n"
    assert returns(log + b"Returned:  5 CKR_GENERAL_ERROR\n") == [
        ("C_Initialize", "CKR_OK"),
        ("C_Finalize", "CKR_CRYPTOKI_NOT_INITIALIZED"),
        (None, "CKR_GENERAL_ERROR"),
    ]


def test_newer_heads_of_pkcs11_spy() -> None:
    log = b"""
7: C_Login
P:4711; T:0x140505864796224 2026-01-01 10:00:00.000
[in] hSession = 0xa0
Returned:  -2147483647 (null)
"""
    assert returns(log) == [("C_Login", None)]
    assert summary(log)["codes"][0]["value"] == 0x80000001


def test_java_names_the_function_below() -> None:
    assert returns(sample("java-exceptions.log")) == [
        ("C_Login", "CKR_PIN_INCORRECT"),
        ("C_GenerateKey", "CKR_USER_NOT_LOGGED_IN"),
        ("C_GenerateKeyPair", "CKR_USER_NOT_LOGGED_IN"),
        ("C_GenerateKeyPair", "CKR_USER_NOT_LOGGED_IN"),
    ]


def test_node_names_the_function_below() -> None:
    given = {pair for pair in returns(sample("pkcs11js.log")) if pair[0]}
    assert given == {
        ("C_Login", "CKR_PIN_INCORRECT"),
        ("C_GetTokenInfo", "CKR_SLOT_ID_INVALID"),
        ("C_SignInit", "CKR_OBJECT_HANDLE_INVALID"),
    }


def test_openvpn_gives_what_the_helper_returned() -> None:
    log = sample("openvpn.log")
    wanted = re.findall(rb"'(CKR_\w+)'", log)
    assert [name for _, name in returns(log)] == [name.decode() for name in wanted]


def test_firefox_threads_keep_apart() -> None:
    log = b"""[Parent 4711: Main Thread]: D/nss_mod_log C_Login
[Socket 4712: Socket Thread]: D/nss_mod_log C_Sign
[Parent 4711: Main Thread]: D/nss_mod_log   rv = CKR_PIN_INCORRECT
[Socket 4712: Socket Thread]: D/nss_mod_log   rv = 0x30
"""
    assert returns(log) == [("C_Login", "CKR_PIN_INCORRECT"), ("C_Sign", "CKR_DEVICE_ERROR")]


@pytest.mark.parametrize(
    ("exception", "native", "function"),
    [
        (
            "iaik.pkcs.pkcs11.wrapper.PKCS11Exception: CKR_DEVICE_ERROR",
            "iaik.pkcs.pkcs11.wrapper.PKCS11Implementation.C_Sign(Native Method)",
            "C_Sign",
        ),
        (
            "org.pkcs11.jacknji11.CKRException: 0x00000030: CKR_DEVICE_ERROR",
            "org.pkcs11.jacknji11.CE.SignInit(CE.java:900)",
            "C_SignInit",
        ),
        (
            "sun.security.pkcs11.wrapper.PKCS11Exception: 0x80000387",
            "sun.security.pkcs11.wrapper.PKCS11.C_Login(Native Method)",
            "C_Login",
        ),
    ],
)
def test_java_wrappers_name_the_function_below(exception: str, native: str, function: str) -> None:
    log = f"2026-01-01 ERROR {exception}\n\tat org.example.Token.sign(Token.java:5)\n\tat {native}\n\tat x.Y.z(Y.java:1)\n"
    assert [who for who, _ in returns(log.encode())] == [function]


def test_a_stack_of_something_else_names_no_function() -> None:
    log = b"PKCS11Exception: CKR_DEVICE_ERROR\nnext entry\n\tat sun.security.pkcs11.wrapper.PKCS11.C_Login(Native Method)\n"
    assert returns(log) == [(None, "CKR_DEVICE_ERROR")]


def test_the_last_line_needs_no_ending_to_name_the_function() -> None:
    log = b"PKCS11Exception: CKR_DEVICE_ERROR\n\tat sun.security.pkcs11.wrapper.PKCS11.C_Login(Native Method)"
    assert returns(log) == [("C_Login", "CKR_DEVICE_ERROR")]
    cut = log[: log.index(b"C_Login") + 4]
    assert returns(cut) == [(None, "CKR_DEVICE_ERROR")]


def in_docker(line: bytes) -> bytes:
    row = {"log": line.decode("latin1") + "\n", "stream": "stderr", "time": "2026-11-25T20:00:00.1Z"}
    return json.dumps(row, separators=(",", ":")).encode()


def in_kubernetes(line: bytes) -> bytes:
    return b"2026-11-25T20:00:01.123456789Z stderr F " + line


@pytest.mark.parametrize("wrap", [in_docker, in_kubernetes])
@pytest.mark.parametrize("name", ["spy-session.log", "nss-bad-pin.log", "p11kit-bad-pin.log", "pkcs11js.log"])
def test_what_containers_put_around_each_line_hides_nothing(
    name: str, wrap: Callable[[bytes], bytes]
) -> None:
    log = sample(name)
    wrapped = b"\n".join(map(wrap, log.splitlines())) + b"\n"
    assert returns(wrapped) == returns(log)
    assert summary(wrapped)["calls"] == summary(log)["calls"]
    for row in objects(wrapped):
        assert all(row["text"][code["start"] : code["end"]] == code["text"] for code in row["codes"])
    assert b"999999" not in annotated(wrapped, redact=True)


def test_go_gives_each_error() -> None:
    log = sample("go.log")
    said = [int(value, 16) for value in re.findall(rb"pkcs11: 0x([0-9A-F]+): CKR_", log)]
    given = [
        code["value"] for row in objects(log) for code in row["codes"] if code["text"].startswith("CKR_")
    ]
    assert given == said
    assert ("C_GenerateKey", "CKR_SESSION_READ_ONLY") in returns(log)


def test_strongswan_names_the_code_without_its_prefix() -> None:
    assert returns(sample("strongswan-pki.log")) == [("C_Login", "CKR_PIN_INCORRECT")]


def test_the_agent_of_openssh_says_one_thing() -> None:
    assert returns(sample("ssh-agent.log")) == [("C_Login", "CKR_PIN_INCORRECT")]


def test_a_spy_around_a_spy_in_one_file() -> None:
    log = b"""0: C_Initialize
0: C_Initialize
Returned:  0 CKR_OK
Returned:  0 CKR_OK
1: C_Login
1: C_Login
Returned:  160 CKR_PIN_INCORRECT
Returned:  160 CKR_PIN_INCORRECT
"""
    assert [function for function, _ in returns(log)] == ["C_Initialize"] * 2 + ["C_Login"] * 2


def test_a_trace_that_was_cut_and_rotated() -> None:
    log = b"Returned:  0 CKR_OK\n9: C_Sign\nReturned:  48 CKR_DEVICE_ERROR\n10: C_Logout\n"
    in_trace = b"8: C_SignInit\n"
    assert returns(in_trace + log) == [("C_SignInit", "CKR_OK"), ("C_Sign", "CKR_DEVICE_ERROR")]
    assert summary(in_trace + log)["calls"] == {"C_Logout": 1, "C_Sign": 1, "C_SignInit": 1}
    assert returns(log) == [(None, "CKR_OK"), ("C_Sign", "CKR_DEVICE_ERROR")]
