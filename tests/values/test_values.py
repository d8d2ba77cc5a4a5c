"""Values: every form of the interface's table, what people paste, and what has to be refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.knowledge import registry
from ckrtool.logs.printed_line import parse
from ckrtool.values import parser
from ckrtool.values.literals import Malformed
from ckrtool.values.spellings import USUAL, suggestions

NUMBERS = {
    "0xA0": 0xA0, "0XA0": 0xA0, "0X000000a0": 0xA0, "0xA0UL": 0xA0, "0xa0ull": 0xA0, "0xA0L": 0xA0, "0xA0u": 0xA0, "A0h": 0xA0, "a0H": 0xA0, "30h": 0x30,
    "160": 160, "0160": 160, "160UL": 160, "160l": 160, "0": 0, "00": 0, "A0": 0xA0, "0A0": 0xA0, "000000A0": 0xA0, "E0": 0xE0, "e0": 0xE0, "1e5": 0x1E5,
    "00000101": 0x101, "80000012": 0x80000012, "0000000000000101": 0x101, "000000101": 101,
    "-2147483647": 0x80000001, "-2147483648": 0x80000000, "-2147483638": 0x8000000A, "-1": 0xFFFFFFFF,
    "0xFFFFFFFF80000001": 0x80000001, "18446744071562067969": 0x80000001, "FFFFFFFF80000001": 0x80000001, "0xFFFFFFFF00000001": 0xFFFFFFFF00000001,
    "0xFFFFFFFF7FFFFFFF": 0xFFFFFFFF7FFFFFFF, "0xFFFFFFFFFFFFFFFF": 0xFFFFFFFF, "0x7FFFFFFF": 0x7FFFFFFF, "0xFFFFFFFF": 0xFFFFFFFF,
    " 0xA0 ": 0xA0, "\t160\n": 160, "0b10100000": 160, "0o240": 160,
}  # fmt: skip
NAMES = {
    "CKR_PIN_INCORRECT": 0xA0, "ckr_pin_incorrect": 0xA0, "PIN_INCORRECT": 0xA0, "pin-incorrect": 0xA0, "Ckr-Pin-Incorrect": 0xA0, "PinIncorrect": 0xA0,
    "pkcs11.exceptions.PinIncorrect": 0xA0, "RvError::PinIncorrect": 0xA0, "CKR.PIN_INCORRECT": 0xA0, "PyKCS11.CKR_PIN_INCORRECT": 0xA0,
    "CKR_PINLOCKED": 0xA4, "CKR_PININCORRECT": 0xA0, "ckr-sessionhandleinvalid": 0xB3, "SESSION_HANDLEINVALID": 0xB3, "CKRPINLOCKED": 0xA4,
    "CKR_OK": 0, "CKR_KEY_SENSITIVE": 0x61, "CKR_NSS_CERTDB_FAILED": 0xCE534351, "CKR_VENDOR_DEFINED": 0x80000000,
}  # fmt: skip
PRINTED = {
    "rv = 0xa0": 0xA0, "rv=0xa0": 0xA0, "rv: 160": 160, "rv:160": 160, "CKR=0x6": 6, "CKR_PIN_INCORRECT (0xa0)": 0xA0, "CKR_PIN_INCORRECT(160)": 160,
    "pkcs11: 0xA0: CKR_PIN_INCORRECT": 0xA0, "CKR_GENERAL_ERROR:5": 5, "0xA0: CKR_PIN_INCORRECT": 0xA0, "160 CKR_PIN_INCORRECT": 160,
    "rv=160-'CKR_PIN_INCORRECT'": 160, "reason(512)": 0x200, "error:418000A0:PKCS#11 module::PIN incorrect": 0xA0, "error:418000A0": 0xA0,
    "error:800280B3:lib(128)::reason(179)": 0xB3, "Vendor error (0x0000000A)": 0x8000000A, "Pkcs11(PinIncorrect, Login)": 0xA0,
    "CKR_0x80000001": 0x80000001, "CKR_PIN_TOO_WEAK (0x1c3)": 0x1C3, "returned CKR_PIN_LOCKED": 0xA4, "C_Login: 5": 5, "error:418000A0:...": 0xA0, "error:800280B3:...": 0xB3,
    "error:418000A0:Vendor defined library::x": 0xA0,
    "sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT": 0xA0, "PKCS11Exception: 0x80000001": 0x80000001,
    "PyKCS11.PyKCS11Error: CKR_PIN_INCORRECT (0x000000A0)": 0xA0, "Method C_Login returned CKR_PIN_INCORRECT": 0xA0,
    "error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)": 0xA0, "The password or PIN is incorrect": 0xA0,
    "error 19": 0x13, "return value 7": 7, "error code: 0xa0": 0xA0, "33/0x21": 0x21,
}  # fmt: skip
MALFORMED = [
    "", " ", "+5", "+0xA0", "1_60", "0x1_0", "0x", "0xG0", "0xA0 0xA1", "0b12", "0o9", "0b0", "0B1", "-0xA0", "-A0", "-", "--5", "-1.5", "1.5", "160 161", "1,2",
    "١٦٠", "１６０", "0x10000000000000000", "18446744073709551616", "-9223372036854775809", "1" * 5000, "9" * 5000, "0x" + "0" * 5000,
    "CKR_PIN_INCORRECT (5)", "CKR_PIN_INCORRECT 0xA4", "0xA4: CKR_PIN_INCORRECT", "pkcs11: 0x5: CKR_PIN_INCORRECT", "error:0906D06C:PEM routines::no start line",
    "error:418000A0:engine routines::x", "reason()", "error:80000002:system library:fopen:No such file", "Vendor error (PIN_INCORRECT)", "Vendor error (-5)", "(((CKR_PIN_INCORRECT}0xA0",
    "=CKR_PIN_INCORRECT 0xA0", "CKR_PIN_INCORRECT\u00a00xA0", "CKR_PIN_INCORRECT\u20280xA0", "Pkcs11(0b)", "reason(a)", "rv=", "= 5", "()", "Pkcs11(PinIncorrect, Nope)", "PIN incorrect?", "5\x00", "\x00",
    "0xA0;", "CKR_OK CKR_OK", "C_Login failed", "é",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), [*NUMBERS.items(), *NAMES.items(), *PRINTED.items()])
def test_value(text: str, value: int) -> None:
    assert parse(text).value == value


@pytest.mark.parametrize("text", MALFORMED)
def test_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "1,000", "160,257", "2,147,483,658", "-2,147,483,638", "1,00,000", "1,000UL", "rv=1,000",
        "1,000 0xA0", "0xA0 1,000", "0xA0,5,160", "CKR_OK,1,000",
    ],
)  # fmt: skip
def test_a_list_that_may_be_a_number_with_separators_is_refused(text: str) -> None:
    with pytest.raises(Malformed, match="thousands separators"):
        parser.several(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0xA0,0x101", [0xA0, 0x101]),
        ("160 257", [160, 257]),
        ("160, 257", [160, 257]),
        ("5,48", [5, 48]),
        ("0xA0,257", [0xA0, 257]),
        ("00000101,257", [0x101, 257]),
        ("CKR_OK,CKR_PIN_LOCKED,164", [0, 0xA4, 164]),
    ],
)
def test_a_list_is_its_values(text: str, values: list[int]) -> None:
    assert [parsed.value for parsed in parser.several(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "CKR_NOPE",
        "foo",
        "pin.incorrect.not",
        "RvError::Nope",
        "x",
        "C_Login",
        "error:ZZZ",
        "L",
        "U",
        "UL",
        "ull",
        "foo:",
        "CKR_PIN_INCORRECT:",
        "CKR_0xZZ",
        "CKR_PIN_LOC_KED",
        "CKR_PIN_LOCKED_",
    ],
)
def test_unknown_name(text: str) -> None:
    parsed = parse(text)
    assert parsed.unknown
    assert parsed.value is None


def test_name_with_several_values_has_none() -> None:
    parsed = parse("CKR_CONTAINER_EXIST")  # Feitian and Syno give it different numbers
    assert (parsed.value, parsed.unknown) == (None, False)


@pytest.mark.parametrize(
    "text", ["Pkcs11(PinIncorrect, Login)", "Method C_Login returned CKR_PIN_INCORRECT", "C_Login: 0xA0"]
)
def test_the_function_beside_a_code(text: str) -> None:
    assert parse(text).function == "C_Login"


@pytest.mark.parametrize("text", ["5: C_Login", "0: C_Initialize", "12: C_FindObjectsInit"])
def test_the_count_of_a_call_in_a_spy_trace_is_not_its_return(text: str) -> None:
    with pytest.raises(Malformed):
        parse(text)


def test_a_form_of_several_codes_is_none_of_them() -> None:
    parsed = parse("GNUTLS_E_PKCS11_PIN_ERROR")
    assert (parsed.value, parsed.unknown) == (None, True)
    assert suggestions("GNUTLS_E_PKCS11_PIN_ERROR") == [
        "CKR_PIN_INCORRECT",
        "CKR_PIN_INVALID",
        "CKR_PIN_LEN_RANGE",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("CKR_PIN", ["CKR_PIN_INCORRECT", "CKR_PIN_LOCKED"]),
        ("pin", ["CKR_PIN_INCORRECT", "CKR_PIN_LOCKED"]),
        ("CKR_TOK", ["CKR_TOKEN_NOT_PRESENT", "CKR_TOKEN_NOT_RECOGNIZED"]),
        ("CKR_DEVICE_R", ["CKR_DEVICE_REMOVED"]),
    ],
)
def test_the_start_of_a_name_suggests_the_most_usual_names(text: str, first: list[str]) -> None:
    assert suggestions(text)[: len(first)] == first


def test_the_usual_names_are_names_of_the_standard() -> None:
    assert [name for name in USUAL if registry.code_by_name(f"CKR_{name}") is None] == []


@pytest.mark.parametrize(
    ("text", "base", "value"),
    [
        ("101", 16, 0x101),
        ("00000101", 10, 101),
        ("160", 10, 160),
        ("0x10", 10, 16),
        ("rv = 101", 16, 0x101),
        ("CKR_USER_NOT_LOGGED_IN (101)", 16, 0x101),
    ],
)
def test_base_settles_bare_digits(text: str, base: int, value: int) -> None:
    assert parse(text, base).value == value


@pytest.mark.parametrize(
    ("text", "other"), [("101", "CKR_USER_NOT_LOGGED_IN"), ("160", "CKR_SAVED_STATE_INVALID")]
)
def test_ambiguous_decimal_is_said(text: str, other: str) -> None:
    assert any(other in hint for hint in parse(text).hints)
    assert not parse(text, 10).hints
    assert any(other in hint for hint in parse(f"rv = {text}").hints)


@pytest.mark.parametrize(
    ("text", "said"), [("-1", True), ("-12288", True), ("-12289", False), ("-2147483647", False)]
)
def test_small_negatives_are_said_to_be_of_other_libraries(text: str, said: bool) -> None:
    assert any("NSS" in hint for hint in parse(text).hints) is said


@pytest.mark.parametrize("code", registry.codes(), ids=lambda code: code.name)
def test_round_trips(code: registry.ReturnCode) -> None:
    value = code.value
    camel = "".join(part.capitalize() for part in code.name.removeprefix("CKR_").split("_"))
    signed = value - (1 << 32) if value >> 31 else value
    for text in (
        code.name,
        code.name[4:],
        code.name[4:].lower().replace("_", "-"),
        camel,
        hex(value),
        f"{value}UL",
        f"{value:08X}",
        f"{value:x}h",
        str(signed),
    ):
        assert parse(text).value == value, text
    for text in (
        f"{code.name} ({value:#x})",
        f"rv = {value:#x}",
        f"{code.name}:{value}",
        f"pkcs11: 0x{value:X}: {code.name}",
    ):
        assert parse(text).value == value, text


@given(st.integers(min_value=0, max_value=(1 << 64) - 1))
def test_every_print_of_a_number_is_the_same_value(value: int) -> None:
    expected = value & 0xFFFFFFFF if value >> 31 == 0x1FFFFFFFF else value
    signed = value - (1 << 64) if value >> 63 else value
    for text in (hex(value), f"0X{value:016X}", f"0x{value:X}UL", f"{value}ULL", f"{value:X}h"):
        assert parse(text).value == expected
    if signed < 0:
        assert parse(str(signed)).value == expected


@given(st.one_of(st.text(), st.text(alphabet="0123456789abcdefxXhULRrv=:()- _CKRerror,.", max_size=40)))
def test_no_text_gives_anything_but_a_value_or_malformed(text: str) -> None:
    try:
        parsed = parse(text)
    except Malformed:
        return
    assert parsed.value is None or 0 <= parsed.value < 1 << 64
    if parsed.value == 0:  # nothing unknown is ever reported as success
        assert parsed.name == "CKR_OK" or "0" in text
