"""Lines of real logs one by one: what is annotated and what is left alone."""

from __future__ import annotations

import json

import pytest

from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.dialects import DIALECTS, Dialect
from tests.logs.corpus import SAYING, SILENT, Expected


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


@pytest.mark.parametrize("line", SILENT, ids=[line[:60] for line in SILENT])
def test_numbers_that_are_no_return_codes_stay_untouched(line: str) -> None:
    assert codes_of(line.encode()) == []


@pytest.mark.parametrize("line", SILENT, ids=[line[:60] for line in SILENT])
def test_they_stay_untouched_in_the_middle_of_a_trace(line: str) -> None:
    trace = b"error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)\n"
    if line != "rv=5":  # in a stream that speaks of PKCS #11 it is one
        assert codes_of(line.encode(), trace) == []


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.id)
def test_every_dialect_reads_its_own_sample(dialect: Dialect) -> None:
    assert dialect.literal in dialect.sample
    assert dialect.pattern.search(dialect.sample)
    assert dialect.source
    if dialect.kind != "call":
        assert codes_of(dialect.sample, b"1: C_Login\n")


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
]


@pytest.mark.parametrize("line", MENTIONED)
def test_a_name_in_source_code_or_in_a_sentence_was_not_returned(line: str) -> None:
    assert codes_of(line.encode()) == []


@pytest.mark.parametrize(
    "line",
    [
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
