"""Constants of the standard that are no return codes: by name, by number in a family, split flags, and what else a number may be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ckrtool._tables.constants import CONSTANTS
from ckrtool.knowledge import constant_details, constants, registry
from ckrtool.logs.annotate import Annotator, Style
from ckrtool.values import decoder, parser

if TYPE_CHECKING:
    from tests.conftest import Ckr

NAMED = [
    (family, name, one.value)
    for family in constants.families()
    for one in constants.members(family)
    for name in (one.name, *one.older)
    if name is not None
]
# Numbers that people know by heart, from the headers.
KNOWN = [
    ("CKM_RSA_PKCS_KEY_PAIR_GEN", "mechanism", 0, "2.40"),
    ("CKM_SHA256_RSA_PKCS", "mechanism", 0x40, "2.40"),
    ("CKM_AES_GCM", "mechanism", 0x1087, "2.40"),
    ("CKM_EDDSA", "mechanism", 0x1057, "3.0"),
    ("CKM_HSS", "mechanism", 0x4033, "3.1"),
    ("CKM_ML_DSA", "mechanism", 0x1D, "3.2"),
    ("CKA_UNIQUE_ID", "attribute", 4, "3.0"),
    ("CKA_WRAP_TEMPLATE", "attribute", 0x40000211, "2.40"),
    ("CKK_EC", "key-type", 3, "2.40"),
    ("CKO_PROFILE", "object-class", 9, "3.0"),
    ("CKC_X_509", "certificate-type", 0, "2.40"),
    ("CKU_CONTEXT_SPECIFIC", "user-type", 2, "2.40"),
    ("CKS_RW_SO_FUNCTIONS", "state", 4, "2.40"),
    ("CKG_MGF1_SHA256", "mgf", 2, "2.40"),
    ("CKD_SHA256_KDF", "kdf", 6, "2.40"),
    ("CKF_LOGIN_REQUIRED", "token-flags", 4, "2.40"),
    ("CKF_SERIAL_SESSION", "session-flags", 4, "2.40"),
    ("CKP_BASELINE_PROVIDER", "profile", 1, "3.0"),
    ("CKN_SURRENDER", "notification", 0, "2.40"),
    ("CKZ_DATA_SPECIFIED", "oaep-source", 1, "2.40"),
]


@pytest.mark.parametrize(("name", "family", "value", "since"), KNOWN)
def test_well_known_constants(name: str, family: str, value: int, since: str) -> None:
    found = constants.by_name(name)
    assert found is not None
    assert (found.family, found.value, found.since) == (family, value, since)


@pytest.mark.parametrize(("family", "name", "value"), NAMED, ids=str)
def test_every_constant_goes_both_ways(family: str, name: str, value: int) -> None:
    decoded = decoder.decode_any(parser.parse(name.lower()))
    assert (decoded.kind, decoded.family, decoded.value, decoded.name) == ("constant", family, value, name)
    assert decoded.certain
    assert (decoded.category, decoded.retry, decoded.candidates) == (None, None, ())
    back = decoder.decode_any(parser.parse(hex(value)), family=family)
    assert (back.kind, back.family, back.value) == ("constant", family, value)
    found = constants.by_name(str(back.name))
    assert found is not None
    assert found.value == value
    assert CONSTANTS[name] == value


def test_return_codes_have_one_number_everywhere() -> None:
    assert {name: value for name, value in CONSTANTS.items() if name.startswith("CKR_")} == {
        code.name: code.value for code in registry.codes()
    }


def test_no_family_is_named_like_another() -> None:
    for family in constants.families():
        for word in (family, family.upper().replace("-", "_"), f"{family}s"):
            assert constants.family_of(word) == family
    assert constants.family_of("CKM") == "mechanism"
    assert constants.family_of("CKP_") == "profile"
    assert constants.family_of("nonsense") is None


def test_a_number_is_a_return_code_first(ckr: Ckr) -> None:
    assert ckr("decode", "0x40", "--format", "{name}").out == "CKR_ENCRYPTED_DATA_INVALID\n"
    assert ckr("decode", "0x40", "--format", "{name}", "--as", "mechanism").out == "CKM_SHA256_RSA_PKCS\n"


def test_a_number_of_other_families_says_so(ckr: Ckr) -> None:
    ran = ckr("decode", "0x250", "--json")
    answer = json.loads(ran.out)
    assert ran.status == 1
    assert (answer["kind"], answer["suggestions"]) == ("undefined", ["CKM_SHA256", "CKA_GOSTR3410_PARAMS"])
    assert "--as mechanism" in ran.err


def test_name_of_a_constant_as_json(ckr: Ckr) -> None:
    ran = ckr("decode", "CKM_ML_DSA", "--json")
    assert (ran.status, ran.err) == (0, "")
    answer = json.loads(ran.out)
    shown = {
        key: answer[key] for key in ("kind", "family", "name", "value", "hex", "since", "category", "retry")
    }
    assert shown == {
        "kind": "constant", "family": "mechanism", "name": "CKM_ML_DSA", "value": 0x1D, "hex": "0x0000001D", "since": "3.2",
        "category": None, "retry": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["0x40D", "--as", "token-flags"], "CKF_RNG | CKF_LOGIN_REQUIRED | CKF_USER_PIN_INITIALIZED | CKF_TOKEN_INITIALIZED"),
        (["6", "--as", "session-flags"], "CKF_RW_SESSION | CKF_SERIAL_SESSION"),
        (["0", "--as", "slot-flags"], ""),
    ],
)  # fmt: skip
def test_words_of_flags_are_split(ckr: Ckr, arguments: list[str], out: str) -> None:
    ran = ckr("decode", *arguments, "--format", "{name}")
    assert (ran.status, ran.out) == (0, f"{out}\n")


def test_bits_without_a_name_are_something_to_see(ckr: Ckr) -> None:
    ran = ckr("decode", "0x40000002", "--as", "session-flags", "--json")
    assert ran.status == 1
    assert json.loads(ran.out)["flags"] == ["CKF_RW_SESSION"]
    assert "0x40000000" in ran.out


@pytest.mark.parametrize(
    ("arguments", "status", "named"),
    [
        (["CKM_ML_DSSA"], 1, "CKM_ML_DSA"),
        (["CKA_UNIQUEID"], 1, "CKA_UNIQUE_ID"),
        (["CKM_AES_GCM", "--as", "attribute"], 1, "mechanism"),
        (["AES_GCN", "--as", "mechanism"], 1, "CKM_AES_GCM"),
        (["SHA256_RSA_PKCS"], 1, "CKM_SHA256_RSA_PKCS"),
        (["3", "--as", "keytype"], 2, "key-type"),
    ],
)
def test_what_is_unknown_is_told_with_the_nearest(
    ckr: Ckr, arguments: list[str], status: int, named: str
) -> None:
    ran = ckr("decode", *arguments)
    assert ran.status == status
    assert named in ran.err


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["aes-gcm", "--as", "mechanism"], "CKM_AES_GCM"),
        (["EC", "--as", "key-type"], "CKK_EC"),
        (["CKM_0x1087"], "CKM_AES_GCM"),
        (["mechtype-0x1087"], "CKM_AES_GCM"),
        (["CKK_ECDSA"], "CKK_ECDSA"),
    ],
)
def test_spellings_of_constants(ckr: Ckr, arguments: list[str], name: str) -> None:
    ran = ckr("decode", *arguments, "--format", "{name}")
    assert (ran.status, ran.out) == (0, f"{name}\n")


@pytest.mark.parametrize("command", [["check", "C_Login"], ["returns"], ["precedence", "5"]])
def test_a_constant_is_never_judged_as_a_return_code(ckr: Ckr, command: list[str]) -> None:
    """CKM_RSA_PKCS has the number of CKR_CANCEL."""
    ran = ckr(*command, "CKM_RSA_PKCS")
    assert ran.status in (1, 2)
    assert "CKR_CANCEL" not in ran.out


def test_streams_read_constants_too(ckr: Ckr) -> None:
    ran = ckr("decode", "-", "--format", "{name}", stdin="CKM_AES_GCM\n0xA0\n")
    assert (ran.status, ran.out) == (0, "CKM_AES_GCM\nCKR_PIN_INCORRECT\n")
    ran = ckr("decode", "-", "--as", "mechanism", "--format", "{name}", stdin="0x1\nAES_GCM\n")
    assert (ran.status, ran.out) == (0, "CKM_RSA_PKCS\nCKM_AES_GCM\n")


@pytest.mark.parametrize("what", ["constants", "mechanisms", "attributes"])
def test_lists(ckr: Ckr, what: str) -> None:
    rows = json.loads(ckr("list", what, "--json").out)["rows"]
    assert len(rows) > 100
    assert {"family", "value", "hex", "name", "since", "older"} <= set(rows[0])
    assert ckr("list", what, "--grep", "nothing of this kind").out == ""


def test_mechanism_explained_as_json(ckr: Ckr) -> None:
    answer = json.loads(ckr("explain", "CKM_AES_GCM", "--json").out)
    assert (answer["schema"], answer["family"], answer["value"]) == ("ckr.explain/1", "mechanism", 0x1087)
    assert {"encrypt", "decrypt", "wrap", "unwrap"} <= set(answer["functions"])
    assert answer["parameter"]["structure"] == "CK_GCM_PARAMS"
    names = [member["name"] for member in answer["parameter"]["members"]]
    assert names == ["pIv", "ulIvLen", "ulIvBits", "pAAD", "ulAADLen", "ulTagBits"]
    assert answer["key_types"] == ["CKK_AES"]
    assert any("ulIvBits" in pitfall["text"] and pitfall["ref"] for pitfall in answer["pitfalls"])


def test_attribute_explained_as_json(ckr: Ckr) -> None:
    answer = json.loads(ckr("explain", "CKA_VALUE", "--json").out)
    assert (answer["family"], answer["value"], answer["sensitive"]) == ("attribute", 0x11, True)
    assert "CKR_ATTRIBUTE_SENSITIVE" in answer["codes"]
    assert answer["type"]
    assert answer["set_by"]
    assert json.loads(ckr("explain", "CKA_LABEL", "--json").out)["sensitive"] is False


@pytest.mark.parametrize("form", [[], ["--brief"], ["--markdown"], ["--full"]])
def test_pitfalls_stand_in_every_form(ckr: Ckr, form: list[str]) -> None:
    ran = ckr("explain", "CKM_RSA_PKCS", *form)
    assert (ran.status, ran.err) == (0, "")
    assert "DigestInfo" in ran.out


def test_number_explained_in_a_family(ckr: Ckr) -> None:
    assert ckr("explain", "1", "--as", "mechanism").out == ckr("explain", "CKM_RSA_PKCS").out
    assert "CKR_CANCEL" in ckr("explain", "1").out


def test_a_function_next_to_a_constant_is_not_judged(ckr: Ckr) -> None:
    """CKM_RSA_PKCS has the number of CKR_CANCEL."""
    ran = ckr("explain", "CKM_RSA_PKCS", "--function", "C_Sign")
    assert ran.status == 0
    assert "returned by" not in ran.out


@pytest.mark.parametrize("name", ["CKM_NOT_THERE", "CKA_NOT_THERE"])
def test_unknown_constant_is_not_explained(ckr: Ckr, name: str) -> None:
    assert ckr("explain", name).status == 1


@pytest.mark.parametrize("family", ["mechanism", "attribute"])
def test_every_mechanism_and_attribute_is_described(family: str) -> None:
    for one in constants.members(family):
        if one.name not in ("CKM_VENDOR_DEFINED", "CKA_VENDOR_DEFINED"):
            assert constant_details.mechanism(one) or constant_details.attribute(one), one.name


def test_first_words_may_be_a_constant(ckr: Ckr) -> None:
    ran = ckr("CKA_ID")
    assert (ran.status, ran.err) == (0, "ckr explain CKA_ID\n")
    assert ran.out == ckr("explain", "CKA_ID").out


@pytest.mark.parametrize(
    ("arguments", "name", "vendor"),
    [
        (["CKA_NSS_URL"], "CKA_NSS_URL", "nss"),
        (["0xCF534301", "--as", "attribute"], "CKA_OPENSC_NON_REPUDIATION", "opensc"),
        (["CKM_0xCE534351"], "CKM_NSS_AES_KEY_WRAP", "nss"),
        (["0xCF5343AA", "--as", "attribute"], None, "opensc"),
    ],
)
def test_constants_of_vendors(ckr: Ckr, arguments: list[str], name: str | None, vendor: str) -> None:
    ran = ckr("decode", *arguments, "--json")
    answer = json.loads(ran.out)
    assert (ran.status, answer["kind"], answer["name"], answer["vendor"]) == (0, "vendor", name, vendor)
    assert [row["vendor"] for row in answer["candidates"]] == [vendor]


LINES = [
    "C_SignInit: mechanism %(name)s (0x%(value)x)", "using mechanism 0x%(value)x", "%(name)s = 0x%(value)x", "%(name)s(%(value)d)", "%(name)s",
    "pMechanism->type = %(name)s", "    %(name)s            00007f / 8", "unknown mechanism type 0x%(value)x",
    "attribute %(name)s (0x%(value)08x) not found", "attribute type 0x%(value)x", "Attribute: %(value)d (%(name)s)", "CKA_KEY_TYPE = %(name)s",
    "flags: 0x%(value)x %(name)s", "pkcs11: mechanism=%(value)d", "key type %(value)d", "C_GetMechanismInfo type=0x%(value)x",
    "  IN: pTemplate = (1) [ %(name)s ]", "object class %(value)d", "C_GenerateKey(%(name)s, 0x%(value)x)", "C_Login userType=%(value)d",
    "mechtype-0x%(value)x",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "before", [b"", b"1: C_Initialize\nReturned:  0 CKR_OK\n"], ids=["alone", "in a trace"]
)
def test_a_constant_in_a_log_is_never_a_return_code(line: str, before: bytes) -> None:
    annotator = Annotator(Style())
    log = "".join(line % {"name": name, "value": value} + "\n" for _, name, value in NAMED).encode()
    assert annotator.push(before + log) + annotator.finish() == before + log
