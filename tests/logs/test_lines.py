"""Lines of real logs one by one: what is annotated and what is left alone."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.line.actions import _ACTIONS, _KEYS
from ckrtool.logs.line.letters import words_of
from tests.logs.corpus import REAL, SAYING, SILENT, Expected


def codes_of(line: bytes, before: bytes = b"") -> list[tuple[str, int, str | None]]:
    """Return what `line` says when it follows the lines `before`."""
    annotator = JsonAnnotator()
    annotator.begin(None)
    data = annotator.push(before + line + b"\n") + annotator.finish()
    number = before.count(b"\n") + 1
    objects = [json.loads(text) for text in data.splitlines()]
    return [
        (code["text"], code["value"], code["function"])
        for one in objects
        if one["line"] == number
        for code in one["codes"]
    ]


@pytest.mark.parametrize(("line", "expected"), SAYING, ids=[line[:60] for line, _ in SAYING])
def test_what_a_line_says(line: str, expected: Expected) -> None:
    assert codes_of(line.encode()) == expected


@pytest.mark.parametrize(("line", "expected"), REAL, ids=[line[:60] for line, _ in REAL])
def test_what_a_line_of_a_run_or_of_a_thread_says(line: str, expected: Expected) -> None:
    assert codes_of(line.encode()) == expected


@pytest.mark.parametrize("line", SILENT, ids=[line[:60] for line in SILENT])
def test_numbers_that_are_no_return_codes_stay_untouched(line: str) -> None:
    assert codes_of(line.encode()) == []


@pytest.mark.parametrize("line", SILENT, ids=[line[:60] for line in SILENT])
def test_they_stay_untouched_in_the_middle_of_a_trace(line: str) -> None:
    trace = b"error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)\n"
    if line != "rv=5":  # in a stream that speaks of PKCS #11 it is one
        assert codes_of(line.encode(), trace) == []


MENTIONED = [
    # a header, a table, a switch, a test, a binding
    "#define CKR_PIN_INCORRECT 0x000000A0UL",
    "CKR_SLOT_ID_INVALID                  = 0x00000003",
    '\t0x000000A0: "CKR_PIN_INCORRECT",',
    '    { CKR_PIN_INCORRECT, "CKR_PIN_INCORRECT" },',
    '    case CKR_PIN_INCORRECT: return "CKR_PIN_INCORRECT";',
    "    CASE(CKR_PIN_INCORRECT)",
    "  SET_CONST(CKR_PIN_INCORRECT);",
    "  const CKR_PIN_INCORRECT: number;",
    "pub const CKR_PIN_INCORRECT: CK_RV = 160;",
    'CKR["CKR_PIN_INCORRECT"] = CKR_PIN_INCORRECT',
    "CKR_PIN_INCORRECT = PyKCS11.LowLevel.CKR_PIN_INCORRECT",
    "src/login.c:120:    if (rv == CKR_PIN_INCORRECT) {",
    "+    rv = CKR_GENERAL_ERROR;",
    "        return CKR_ARGUMENTS_BAD;",
    "    if (rv != CKR_OK) goto end;",
    "if err == pkcs11.Error(pkcs11.CKR_PIN_INCORRECT) {",
    "        assert_eq!(rv, CKR_OK);",
    "main.c:7:15: error: 'CKR_FOO' undeclared (first use in this function)",
    "    7 |   if (rv == CKR_OK)",
    # sentences
    "C_Login may return CKR_PIN_LOCKED after three attempts.",
    "The function returns CKR_OK if the token is present.",
    "Return values: CKR_ARGUMENTS_BAD, CKR_CRYPTOKI_NOT_INITIALIZED, CKR_DEVICE_ERROR.",
    "CKR_PENDING means that the operation has not finished.",
    "C_GenerateRandom should fail with CKR_RANDOM_NO_RNG there.",
    " * @retval CKR_OK on success",
    "/* CKR_PIN_EXPIRED and CKR_PIN_LOCKED are new for v2.0 */",
    "Use `CKR_BUFFER_TOO_SMALL` to ask for the length.",
    "A finer code such as CKR_KEY_SIZE_RANGE helps.",
    "expected CKR_OK but got something else",
    "CKR_OK, CKR_PIN_INCORRECT, CKR_PIN_LOCKED, CKR_SESSION_CLOSED",
    "| CKR_DEVICE_ERROR | 0x30 | the device failed |",
    "Some modules return CKR_USER_ALREADY_LOGGED_IN when trying again",
    "/tmp/x.c:12:5: note: expanded from macro 'CKR_OK'",
    "grep: CKR_PIN_LOCKED: No such file or directory",
    "PASS: tests/CKR_PIN_LOCKED.sh",
    "(gdb) p CKR_PIN_EXPIRED",
    "    except pkcs11.exceptions.PinIncorrect:",
    "src/main.rs:44:9: warning: unused variant `RvError::PinIncorrect`",
    # a trace's arguments and dumps: whatever the caller's bytes look like
    '  IN: pPin = (36) "C_Login = CKR_OK and more C_Login = CKR_OK"',
    "    00000000  43 5F 4C 6F 67 69 6E 3A 20 43 4B 52 5F 4F 4B 20  C_Login: CKR_OK ",
]


@pytest.mark.parametrize("line", MENTIONED)
def test_a_name_in_source_code_or_in_a_sentence_was_not_returned(line: str) -> None:
    assert codes_of(line.encode()) == []


def test_several_names_after_a_label_were_returned() -> None:
    line = b"errors seen: CKR_SESSION_CLOSED, CKR_DEVICE_ERROR"
    assert [value for _, value, _ in codes_of(line)] == [0xB0, 0x30]


def test_a_vendor_number_next_to_another_vendors_name_counts() -> None:
    assert codes_of(b"error 0x80000228 (CKR_CALLBACK_ERROR)") == [("CKR_CALLBACK_ERROR", 0x80000228, None)]


@pytest.mark.parametrize(
    "line",
    [
        "10:00:01 CKR_ACME_FOO",
        "10:00:01.123 CKR_ACME_FOO",
        "v1.5 CKR_ACME_FOO",
        "worker3: CKR_ACME_FOO",
        "CKR_ACME_FOO 10:00:01",
        "CKR_ACME_FOO 2026-11-28",
    ],
)
def test_a_time_next_to_an_unknown_name_is_not_its_number(line: str) -> None:
    assert codes_of(line.encode()) == codes_of(line.encode(), b"C_Login failed: 160\n") == []


def test_a_bare_decimal_rv_counts_only_in_lines_about_modules() -> None:
    assert codes_of(b"rv=98") == codes_of(b"worker 5 rv=98") == []
    assert codes_of(b"sign worker rv: 98") == [("98", 98, None)]
    assert codes_of(b"rv=98", b"C_Login failed: 160\n") == [("98", 98, None)]


@pytest.mark.parametrize(
    "line",
    [
        "failed to get the token information: CKR_PIN_INCORRECT",
        "bad PIN handle CKR_PIN_INCORRECT",
        "private key: CKR_PIN_INCORRECT",
        "0x000000a0: CKR_PIN_INCORRECT",
        "Error CKR_PIN_INCORRECT has occurred",
        "cannot get slot list: CKR_PIN_INCORRECT",
        "unable to return the session to the pool: CKR_PIN_INCORRECT",
        "<34>1 2026-10-11T22:14:15.003Z host app - - - login: CKR_PIN_INCORRECT",
        "   *  (2024-04-12 22:32:14): [p11_child[72809]] [do_card] (0x0040): [CID#5] C_Login failed [160][x].",
        "vault-1  | pkcs11: 0xA0: CKR_PIN_INCORRECT",
        "Assertion `rv == CKR_OK' failed in C_Login: rv=0xa0",
        "[ERROR] C_Login; rv = CKR_PIN_INCORRECT;",
        "`C_Login` returned `CKR_PIN_INCORRECT`",
        "C_Login: ignoring CKR_PIN_INCORRECT",
        "PIN may be wrong (CKR_PIN_INCORRECT)",
        "key can not be used: CKR_PIN_INCORRECT",
        "\t<rv>CKR_PIN_INCORRECT</rv>",
        "C_Login status: 160",
        "expected CKR_OK but C_Login returned CKR_PIN_INCORRECT",
        "rv = CKR_PIN_INCORRECT",
        "ERROR: CKR_PIN_INCORRECT",
        "CKR_PIN_INCORRECT",
        '"rv": "CKR_PIN_INCORRECT",',
        "C_Login failed: CKR_PIN_INCORRECT, retrying in 5 s",
        "expected CKR_OK but got CKR_PIN_INCORRECT",
        "CKR_PIN_INCORRECT was returned by the token",
        "CKR_PIN_INCORRECT when calling C_Login",
        "login: CKR_PIN_INCORRECT (if this goes on, the token is locked)",
        "[ERROR] CKR_PIN_INCORRECT: login of slot 5",
        "C_Login -> CKR_PIN_INCORRECT",
    ],
)
def test_a_name_in_a_log_was_returned(line: str) -> None:
    assert [value for _, value, _ in codes_of(line.encode())] == [160]


def test_precision_recall_and_function_over_all_lines() -> None:
    """What the issue asks of lines nobody has seen, asked of those that we have: each alone, as a log of one line."""
    wrong = missed = right = told = owned = 0
    for line, expected in [*SAYING, *REAL, *((line, []) for line in [*SILENT, *MENTIONED])]:
        given = codes_of(line.encode())
        values = [value for _, value, _ in given]
        truth = [value for _, value, _ in expected]
        right += sum(value in values for value in truth)
        missed += sum(value not in values for value in truth)
        wrong += sum(value not in truth for value in values)
        for text, value, function in expected:
            if function is not None and value in values:
                told += 1
                owned += (text, value, function) in given
    assert right > 200
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.95
    assert owned / told >= 0.95


@pytest.mark.parametrize(
    ("before", "again", "times", "after"),
    [
        (b"C_Login failed ", b"1", 120, b" zz CKR_PIN_INCORRECT"),
        (b"return f(x)", b" ", 50_000, b"CKR_PIN_INCORRECT x"),
        (b"", b"CKR_OK, ", 4_000, b"x"),
        (b"", b"CKR_OK ", 20_000, b""),
        (b"* ", b": CKR_OK ", 4_000, b"x"),
        (b"", b"pin='", 20_000, b"CKR_OK"),
        (b'{"log":"', b"\\", 50_000, b"CKR_OK"),
        (b"", b"may return ", 20_000, b"CKR_OK x"),
    ],
)
def test_hostile_lines_take_no_longer_than_their_length_asks(
    before: bytes, again: bytes, times: int, after: bytes
) -> None:
    """Four times as much takes about four times as long; what looks back from each place would take sixteen times."""
    few, many = (_seconds(before + again * count + after) for count in (times // 4, times))
    assert many < 10 * few + 0.02


def _seconds(line: bytes) -> float:
    """Return the least CPU time of three readings."""
    found = []
    for _ in range(3):
        began = time.process_time()
        codes_of(line)
        found.append(time.process_time() - began)
    return min(found)


@settings(max_examples=300, deadline=None)
@given(text=st.from_regex(re.compile(_ACTIONS.pattern)))
def test_a_key_word_is_in_every_text_that_names_an_action(text: bytes) -> None:
    match = _ACTIONS.search(text.lower())
    assert match is None or not _KEYS.isdisjoint(words_of(match[0]))


@pytest.mark.parametrize(
    ("line", "function"),
    [
        ("login failed: CKR_PIN_INCORRECT", "C_Login"),
        ("Failed to open a session: CKR_TOKEN_NOT_PRESENT", "C_OpenSession"),
        ("Generate Key Pair: CKR_MECHANISM_INVALID", "C_GenerateKeyPair"),
        ("CKR_SESSION_COUNT while opening the session", "C_OpenSession"),
        ("FindObjectsInit: CKR_OPERATION_ACTIVE", "C_FindObjectsInit"),
        ("signing failed after login: CKR_USER_NOT_LOGGED_IN", None),
        ("login failed: CKR_SIGNATURE_INVALID", None),
        ("user is logged in, but: CKR_PIN_EXPIRED", None),
    ],
)
def test_the_function_in_words(line: str, function: str | None) -> None:
    assert [found for _, _, found in codes_of(line.encode())] == [function]


def test_a_name_that_contradicts_its_number_is_shown_with_the_code_of_the_number() -> None:
    """Which of the two was returned is not known: `ckr decode` refuses the line, a filter shows both."""
    assert codes_of(b"C_Login failed: rv = CKR_PIN_INCORRECT (0xa4)") == [
        ("CKR_PIN_INCORRECT", 0xA0, "C_Login"),
        ("0xa4", 0xA4, "C_Login"),
    ]
    assert codes_of(b"C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)", b"rv = CKR_PIN_INCORRECT (0xa4)\n") == [
        ("CKR_PIN_INCORRECT", 0xA0, "C_Login")
    ]
