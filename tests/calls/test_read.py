from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from ckrtool.calls.read import Reader, read
from ckrtool.calls.record import NULL, Buffer, Call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parent / "samples"


def calls(name: str) -> list[Call]:
    with (SAMPLES / name).open("rb") as lines:
        return list(read(lines))


def text(trace: str) -> list[Call]:
    return list(read(line.encode() for line in trace.splitlines()))


def one(found: list[Call], function: str, rv: int = 0) -> Call:
    return next(call for call in found if call.function == function and call.rv == rv)


@pytest.mark.parametrize(("name", "count"), [("spy.trace", 53), ("p11-kit.trace", 36), ("nss.trace", 42)])
def test_every_call_of_a_real_trace_is_read(name: str, count: int) -> None:
    assert len(calls(name)) == count


@pytest.mark.parametrize("name", ["spy.trace", "p11-kit.trace"])
def test_arguments_and_outputs_have_the_names_of_the_standard(name: str) -> None:
    found = calls(name)
    opened = one(found, "C_OpenSession")
    assert opened.args["flags"] == 6
    assert opened.outputs["phSession"] == 1
    login = one(found, "C_Login", 0xA0)
    assert login.args["userType"] == "CKU_USER"
    init = one(found, "C_SignInit")
    assert init.mechanism() is not None
    assert init.mechanism().name == "CKM_SHA256_RSA_PKCS"  # type: ignore[union-attr]
    assert init.args["hKey"] == 4
    assert [item.name for item in one(found, "C_GenerateKey").template()][:2] == ["CKA_CLASS", "CKA_KEY_TYPE"]
    assert one(found, "C_FindObjects").outputs["pulObjectCount"] == 0


def test_values_of_attributes_have_their_type() -> None:
    template = one(calls("spy.trace"), "C_GenerateKey").template()
    assert [item.value for item in template] == ["CKO_SECRET_KEY", "CKK_AES", False, 32, True, b"lab\nel"]


def test_attributes_that_came_back_without_value_have_length_minus_one() -> None:
    found = one(calls("spy.trace"), "C_GetAttributeValue", 0x11)
    assert [item.name for item in found.outputs["pTemplate"] if item.length == -1] == [
        "CKA_VALUE",
        "CKA_PRIVATE_EXPONENT",
    ]


@pytest.mark.parametrize("name", ["spy.trace", "p11-kit.trace", "nss.trace"])
def test_of_a_pin_only_its_length_is_kept(name: str) -> None:
    login = one(calls(name), "C_Login")
    pin = login.buffer("pPin")
    assert pin is not None
    assert pin.length == 4
    assert pin.data is None


@pytest.mark.parametrize(
    ("function", "flags"),
    [
        ("C_GetTokenInfo", {"CKF_RNG": 1, "CKF_LOGIN_REQUIRED": 4, "CKF_USER_PIN_INITIALIZED": 8,
                            "CKF_RESTORE_KEY_NOT_NEEDED": 32, "CKF_TOKEN_INITIALIZED": 1024}),
        ("C_GetSlotInfo", {"CKF_TOKEN_PRESENT": 1}),
    ],
)  # fmt: skip
def test_flags_that_p11_kit_prints_have_the_number_of_their_names(
    function: str, flags: dict[str, int]
) -> None:
    info = one(calls("p11-kit.trace"), function).outputs["pInfo"]
    assert info["flag_names"] == tuple(flags)
    assert info["flags"] == sum(flags.values())


def test_lines_are_those_of_entry_and_return() -> None:
    lines = (SAMPLES / "spy.trace").read_bytes().splitlines()
    for call in calls("spy.trace"):
        assert call.function.encode() in lines[call.line - 1]
        assert call.return_line is not None
        assert b"Returned:" in lines[call.return_line - 1]


def test_null_pointers_are_seen() -> None:
    found = calls("spy.trace")
    assert one(found, "C_SignInit", 7).args["pMechanism"] is NULL
    size = next(call for call in found if call.function == "C_Encrypt")
    assert isinstance(size.outputs["pEncryptedData"], Buffer)
    assert size.outputs["pEncryptedData"].null


def test_a_call_that_never_returned_comes_at_the_end() -> None:
    found = text(
        "0: C_Initialize\n[in] pInitArgs = (nil)\nReturned:  0 CKR_OK\n\n1: C_WaitForSlotEvent\n[in] flags = 0x0\n"
    )
    assert [(call.function, call.rv) for call in found] == [("C_Initialize", 0), ("C_WaitForSlotEvent", None)]


def test_numbers_that_start_again_are_another_program() -> None:
    run = "0: C_Initialize\nReturned:  0 CKR_OK\n1: C_Finalize\nReturned:  0 CKR_OK\n"
    found = text(run + run)
    assert found[0].origin == found[1].origin != found[2].origin == found[3].origin
    assert [call.first for call in found] == [True, False, True, False]


def test_a_newer_spy_names_process_and_thread() -> None:
    found = text(
        "3: C_CloseSession\nP:4711; T:0x140 2026-11-28 10:00:00.000\n[in] hSession = 0x7\nReturned:  179 CKR_SESSION_HANDLE_INVALID\n"
    )
    assert (found[0].process, found[0].thread, found[0].args["hSession"]) == (4711, "140", 7)


def test_interleaved_lines_go_to_the_call_that_prints_them() -> None:
    found = text(
        "4: C_WaitForSlotEvent\n[in] flags = 0x0\n5: C_OpenSession\n[in] slotID = 0x1\n[in] flags = 0x4\n[in] pApplication = (nil)\n"
        "[in] Notify = (nil)\n[out] *phSession = 0x9\nReturned:  0 CKR_OK\n6: C_CloseSession\n[in] hSession = 0x9\nReturned:  0 CKR_OK\n"
    )
    assert [call.function for call in found] == ["C_OpenSession", "C_CloseSession", "C_WaitForSlotEvent"]
    assert found[0].args["slotID"] == 1
    assert found[0].outputs["phSession"] == 9


def test_a_call_that_would_have_printed_its_output_has_not_returned_yet() -> None:
    found = text(
        "4: C_CloseSession\n[in] hSession = 0x7\n5: C_OpenSession\n[in] slotID = 0x1\n[in] flags = 0x4\n"
        "[in] pApplication = (nil)\n[in] Notify = (nil)\nReturned:  0 CKR_OK\n[out] *phSession = 0x9\nReturned:  0 CKR_OK\n"
    )
    assert [(call.function, call.return_line) for call in found] == [
        ("C_CloseSession", 8),
        ("C_OpenSession", 10),
    ]
    assert found[1].outputs["phSession"] == 9


@pytest.mark.parametrize(
    "prefix",
    [
        "Nov 28 10:00:01 host signer[812]: ",
        "2026-11-28T10:00:01.123456+01:00 host signer[812]: ",
        "2026-11-28T10:00:01.123456789Z stdout F ",
        "signer-1  | ",
    ],
)
def test_prefixes_of_logs_are_taken_off(prefix: str) -> None:
    lines = [prefix.encode() + line for line in (SAMPLES / "spy.trace").read_bytes().splitlines()]
    plain = calls("spy.trace")
    found = list(read(lines))
    assert [(call.function, call.rv, call.line) for call in found] == [
        (call.function, call.rv, call.line) for call in plain
    ]
    assert next(call.process for call in found) == (812 if "[812]" in prefix else None)


def test_two_programs_in_one_syslog_are_two_traces() -> None:
    lines = []
    for line in (SAMPLES / "spy.trace").read_bytes().splitlines():
        lines += [b"Nov 28 10:00:01 host a[1]: " + line, b"Nov 28 10:00:01 host b[2]: " + line]
    found = list(read(lines))
    assert {call.process for call in found} == {1, 2}
    assert all(call.certain for call in found)
    assert len(found) == 2 * 53


def test_json_of_docker_is_read() -> None:
    lines = [
        b'{"log":"2: C_CloseSession\\n","stream":"stderr"}',
        b'{"log":"[in] hSession = 0x1\\n","stream":"stderr"}',
        b'{"log":"Returned:  0 CKR_OK\\n","stream":"stderr"}',
    ]
    assert next(read(lines)).args == {"hSession": 1}


WRAPPERS: dict[str, Callable[[str], str]] = {
    "docker": lambda text: json.dumps(
        {"log": f"{text}\n", "stream": "stderr", "time": "2026-11-28T10:00:01.1Z"}
    ),
    "journald": lambda text: json.dumps(
        {"MESSAGE": text, "_PID": "812", "_COMM": "signer", "_HOSTNAME": "host"}
    ),
    "journald of bytes": lambda text: json.dumps({"MESSAGE": list(text.encode()), "_PID": "812"}),
    "collector": lambda text: json.dumps({"@timestamp": "2026-11-28T10:00:01Z", "message": text}),
    "collector of docker": lambda text: json.dumps({"log": json.dumps({"message": text})}),
    "kubectl": lambda text: f"[pod/signer-0/app] 2026-11-28T10:00:01Z {text}",
    "time": lambda text: f"2026-11-28T10:00:01.123456789Z {text}",
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_wrappers_of_log_collectors_are_taken_off(wrapper: str) -> None:
    lines = (SAMPLES / "spy.trace").read_text("utf-8").splitlines()
    found = list(read(WRAPPERS[wrapper](line).encode() for line in lines))
    assert [repr(call) for call in found] == [repr(call) for call in calls("spy.trace")]
    assert {call.process for call in found} == {812 if "journald" in wrapper else None}


def test_a_call_in_json_lines_is_no_wrapped_line() -> None:
    line = json.dumps({"seq": 1, "function": "C_GetInfo", "rv": 0, "message": "2: C_Login"})
    assert [call.function for call in read([line.encode()])] == ["C_GetInfo"]


LOGGER = """0x00002450 : 0x0000000000001060 : ****************************** 2026-11-28 10:00:00 ***
0x00002450 : 0x0000000000001060 : Calling C_SignInit
0x00002450 : 0x0000000000001060 : Input
0x00002450 : 0x0000000000001060 :  hSession: 7
0x00002450 : 0x0000000000001060 :  pMechanism: 0x7ffc
0x00002450 : 0x0000000000001060 :   mechanism: 64 (CKM_SHA256_RSA_PKCS)
0x00002450 : 0x0000000000001060 :   pParameter: (nil)
0x00002450 : 0x0000000000001060 :   ulParameterLen: 0
0x00002450 : 0x0000000000001060 :  hKey: 12
0x00002450 : 0x0000000000001060 : Returning 104 (CKR_KEY_FUNCTION_NOT_PERMITTED)
0x00002450 : 0x0000000000001060 : Calling C_FindObjectsInit
0x00002450 : 0x0000000000001060 : Input
0x00002450 : 0x0000000000001060 :  hSession: 7
0x00002450 : 0x0000000000001060 :  pTemplate: 0x7ffc
0x00002450 : 0x0000000000001060 :  ulCount: 1
0x00002450 : 0x0000000000001060 :   *** Begin attribute template ***
0x00002450 : 0x0000000000001060 :   Attribute 0
0x00002450 : 0x0000000000001060 :    Attribute: 0 (CKA_CLASS)
0x00002450 : 0x0000000000001060 :    pValue: 0x7ffc
0x00002450 : 0x0000000000001060 :    ulValueLen: 8
0x00002450 : 0x0000000000001060 :    *pValue: HEX(0300000000000000)
0x00002450 : 0x0000000000001060 :   *** End attribute template ***
0x00002450 : 0x0000000000001060 : Returning 0 (CKR_OK)
0x00002450 : 0x0000000000001060 : Calling C_Login
0x00002450 : 0x0000000000001060 : Input
0x00002450 : 0x0000000000001060 :  hSession: 7
0x00002450 : 0x0000000000001060 :  userType: 1 (CKU_USER)
0x00002450 : 0x0000000000001060 :  pPin: 0x7ffc
0x00002450 : 0x0000000000001060 :  *pPin: 1234
0x00002450 : 0x0000000000001060 :  ulPinLen: 4
0x00002450 : 0x0000000000001060 : Returning 160 (CKR_PIN_INCORRECT)
"""


def test_pkcs11_logger() -> None:
    sign, search, login = text(LOGGER)
    assert (sign.process, sign.args["hSession"], sign.args["hKey"], sign.rv) == (0x2450, 7, 12, 0x68)
    assert sign.mechanism().name == "CKM_SHA256_RSA_PKCS"  # type: ignore[union-attr]
    assert search.template()[0].value == "CKO_PRIVATE_KEY"
    assert login.args["pPin"].length == 4
    assert "1234" not in repr(login)


def test_json_lines_of_a_recorder_and_of_ckr_trace() -> None:
    found = text(
        '{"seq":1,"ts":"2026-11-28T10:00:00Z","function":"C_OpenSession","thread":3,"session":9,"slot":1,"rv":0,"rv_name":"CKR_OK","duration_ns":1}\n'
        '{"seq":2,"ts":"2026-11-28T10:00:00Z","function":"C_SignInit","thread":3,"session":9,"object":4,"mechanism":"CKM_RSA_PKCS","rv":257,"rv_name":"CKR_USER_NOT_LOGGED_IN","duration_ns":1}\n'
        '{"schema":"ckr.trace/1","pid":1,"tid":2,"function":"C_Login","rv":160,"args":{"hSession":"0x1","userType":"CKU_USER"}}\n'
    )
    assert found[0].outputs["phSession"] == 9
    assert (found[1].args["hKey"], found[1].mechanism().name) == (4, "CKM_RSA_PKCS")  # type: ignore[union-attr]
    assert (found[2].process, found[2].args["hSession"]) == (1, 1)


CLOSED = """****************************** 2026-11-28 10:00:00 ***
Calling C_OpenSession
Input
 slotID: 0
 flags: 4
Output
 *phSession: 1
Returning 0 (CKR_OK)
****************************** 2026-11-28 10:00:00 ***
Calling C_CloseSession
Input
 hSession: 1
Returning 0 (CKR_OK)
****************************** 2026-11-28 10:00:00 ***
Calling C_GetSessionInfo
Input
 hSession: 1
Returning 179 (CKR_SESSION_HANDLE_INVALID)
"""


@pytest.mark.parametrize("count", [1, 2, 40])
@pytest.mark.parametrize(
    "prefix", ["", "0x00002450 : ", "0x00002450 : 0x0000000000001060 : ", "2026-11-28 10:00:00.123 - "]
)
def test_pkcs11_logger_is_read_whatever_stands_before_its_lines(prefix: str, count: int) -> None:
    found = text("".join(f"{prefix}{line}\n" for line in (CLOSED * count).splitlines()))
    assert [(call.function, call.rv) for call in found] == [
        ("C_OpenSession", 0), ("C_CloseSession", 0), ("C_GetSessionInfo", 0xB3),
    ] * count  # fmt: skip
    assert [call.line for call in found[:3]] == [2, 10, 15]


def test_programs_of_two_dialects_are_both_read() -> None:
    spy = "3: C_CloseSession\n[in] hSession = 0x7\nReturned:  179 CKR_SESSION_HANDLE_INVALID\n"
    assert len(text(CLOSED + spy)) == 4


@pytest.mark.parametrize("prefix", ["signer-1  | ", "[pod/signer-0/app] "])
def test_lines_of_one_length_are_not_taken_for_wrapped_lines(prefix: str) -> None:
    # The longest lines are all as long as each other, and each is followed by a line that begins like no other.
    lines = [prefix + line for line in "\n".join(["C_Login: rv = 0x000000a0", "again"] * 9).splitlines()]
    logger = [prefix + line for line in CLOSED.splitlines()]
    assert [call.line for call in text("\n".join([*lines, *logger]))] == [20, 28, 33]


@pytest.mark.parametrize("name", ["spy.trace", "p11-kit.trace", "nss.trace"])
@pytest.mark.parametrize("digit", ["7", "a"])
def test_numbers_of_thousands_of_digits_are_not_read(name: str, digit: str) -> None:
    lines = (SAMPLES / name).read_bytes().splitlines()
    damaged = [re.sub(rb"\d+(?=\D*$)", digit.encode() * 5000, line) for line in lines]
    reader = Reader()
    reader.many(lines[:9] + damaged)
    reader.finish()
    for call in reader.calls:
        for value in (*call.args.values(), *call.outputs.values()):
            assert not isinstance(value, int) or value.bit_length() < 4 * 4000


def test_long_bytes_in_hex_are_read() -> None:
    data = "31" * 4096
    (digest,) = text(
        f"Calling C_Digest\n hSession: 7\n pData: 0x7f\n *pData: HEX({data})\nReturning 0 (CKR_OK)\n"
    )
    assert digest.args["pData"].data == b"1" * 4096


@pytest.mark.parametrize(
    "trace",
    [
        "1[ab]: C_GetSessionInfo\n1[ab]:   hSession = 0x1{})\n1[ab]:   rv = 0x5\n",
        "1[ab]: C_CreateObject\n1[ab]:     CKA_LABEL ={})\n1[ab]:   rv = 0x5\n",
        "Calling C_GetSessionInfo\n hSession: 1{})\nReturning 5 (CKR_GENERAL_ERROR)\n",
        "0: C_GetSessionInfo\n[in] hSession = 0x1{})\nReturned:  5 CKR_GENERAL_ERROR\n",
        "C_GetSessionInfo\n  IN: hSession = S1{})\nC_GetSessionInfo = CKR_GENERAL_ERROR\n",
    ],
    ids=["NSS", "NSS attribute", "pkcs11-logger", "pkcs11-spy", "p11-kit"],
)
def test_a_long_line_is_read_in_little_time(trace: str) -> None:
    started = time.process_time()
    (call,) = text(trace.format(" " * 60_000))
    assert call.rv == 5
    assert time.process_time() - started < 2
