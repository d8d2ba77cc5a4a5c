"""Advice for the situation at hand: the pair of function and code, the module, and what must never be advised."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from ckrtool.knowledge import advice, legality, registry, stacks
from tests.conftest import ROOT

if TYPE_CHECKING:
    from ckrtool.knowledge.advice_items import Item

CODES = registry.codes()
HARMFUL = [
    code.name
    for code in CODES
    if re.match(
        r"CKR_(PIN_|USER_|SESSION_EXISTS|TOKEN_NOT_INITIALIZED|DEVICE_|GENERAL_ERROR|FIPS_SELF_TEST|KEY_HANDLE_INVALID|OBJECT_HANDLE_INVALID"
        r"|SESSION_HANDLE_INVALID|CRYPTOKI_NOT_INITIALIZED|TOKEN_WRITE_PROTECTED|ACTION_PROHIBITED|SIGNATURE_INVALID)",
        code.name,
    )
]
# (value, function, module file or stack) -> a word that must stand in one of the first three causes.
SITUATIONS = [
    (0x5, "C_Initialize", "libsofthsm2.so", "SOFTHSM2_CONF|softhsm2.conf|token (folder|director)"),
    (0x6, "C_Initialize", "PKCS11_API.so", "pkcsslotd"),
    (0xA0, "C_Login", "libcloudhsm_pkcs11.so", "user(.?name)?>?:"),
    (0x191, "C_Initialize", None, "fork|initialised the module first"),
    (0x190, "C_GetSlotList", None, "fork|C_Initialize"),
    (0x100, "C_Login", None, "this process|application"),
    (0x150, "C_Sign", None, "NULL|length"),
    (0xE0, "C_OpenSession", None, "card|token|reader"),
]


@pytest.mark.parametrize(("value", "function", "module", "cause"), SITUATIONS)
def test_the_cause_is_among_the_first_three(
    value: int, function: str, module: str | None, cause: str
) -> None:
    stack = stacks.stack_for_module(module) if module else None
    assert module is None or stack is not None
    found = advice.explain(value, function, stack)
    assert found is not None
    shown = [item for item in found.causes if item.stack in (None, stack)]
    assert re.search(cause, " ".join(item.text for item in shown[:3]), re.IGNORECASE), [
        item.text for item in shown[:3]
    ]


def test_softhsm_leads_with_its_configuration() -> None:
    found = advice.explain(0x5, "C_Initialize", "softhsm2")
    assert found is not None
    assert found.causes[0].stack == "softhsm2"
    assert found.recovery[0].stack == "softhsm2"


@pytest.mark.parametrize("name", HARMFUL)
def test_where_wrong_advice_does_harm_the_first_word_is_what_not_to_do(name: str) -> None:
    code = registry.code_by_name(name)
    assert code is not None
    found = advice.explain(code.value)
    assert found is not None
    assert found.warnings
    assert re.search(r"\b(not|never|n't|nothing|no)\b|n't", found.warnings[0].text, re.IGNORECASE), (
        found.warnings[0].text
    )


def test_second_login_is_benign_and_the_pin_was_not_checked() -> None:
    found, code = advice.explain(0x100, "C_Login"), registry.code(0x100)
    assert found is not None
    assert code is not None
    text = " ".join([found.warnings[0].text, *(item.text for item in found.causes), code.summary])
    assert re.search(r"benign", text, re.IGNORECASE)
    assert re.search(r"not checked", text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("value", "function"),
    [
        (0x150, "C_Sign"),
        (0x11, "C_GetAttributeValue"),
        (0x12, "C_GetAttributeValue"),
        (0x100, "C_Login"),
        (0x191, "C_Initialize"),
        (0x8, "C_WaitForSlotEvent"),
        (0x51, "C_GetFunctionStatus"),
    ],
)
def test_part_of_normal_life(value: int, function: str) -> None:
    assert legality.is_normal(value, function)


@pytest.mark.parametrize(
    ("value", "function"), [(0xA0, "C_Login"), (0x30, "C_Sign"), (0x11, "C_Sign"), (0, None)]
)
def test_not_part_of_normal_life(value: int, function: str | None) -> None:
    assert not legality.is_normal(value, function)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_function_of_a_code_finds_advice(code: registry.ReturnCode) -> None:
    whole = advice.explain(code.value)
    assert whole is not None
    for function in whole.functions:
        found = advice.explain(code.value, function)
        assert found is not None
        if code.value:
            assert found.causes, function
            assert found.recovery, function


DANGEROUS = re.compile(
    r"\b(--init-token|--init-pin|C_InitToken|factory reset|reset-piv|piv reset|zeroi[sz]e)\b"
)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_steps_that_wipe_or_burn_are_marked(code: registry.ReturnCode) -> None:
    found = advice.explain(code.value)
    assert found is not None
    for item in found.recovery:
        imperative = re.match(
            r"(run|use|try|call|do|execute|initiali[sz]e|reset)\b", item.text, re.IGNORECASE
        )
        if imperative and DANGEROUS.search(item.text) and "never" not in item.text.lower():
            assert item.danger, item.text


def test_references_are_words_and_no_addresses_of_hosts() -> None:
    for path in sorted((ROOT / "ckrtool/data/codes").glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        for kind in ("cause", "check", "recovery", "warning", "field_note"):
            for item in table.get(kind, []):
                assert len(item.get("ref", "x")) < 200


def test_sources_of_one_reference_are_separated_by_commas() -> None:
    """A repeated cause is recognised by its single sources, so no other separator may stand between them."""
    for path in sorted((ROOT / "ckrtool/data").rglob("*.toml")):
        found = re.findall(r'^ref = ".*; [\w.-]+/[\w.-]+[#:].*"$', path.read_text("utf-8"), re.MULTILINE)
        assert found == [], f"{path.name}: separate the sources by ', '"


@pytest.mark.parametrize(
    "name", ["libsofthsm2.so", "libsofthsm2.so.2.6.1", "/usr/lib/softhsm/libsofthsm2.so"]
)
def test_a_module_file_tells_its_stack(name: str) -> None:
    assert stacks.stack_for_module(name) == "softhsm2"
    assert stacks.stack_for_module("C:\\SoftHSM2\\lib\\softhsm2-x64.dll") == "softhsm2"
    assert stacks.stack_for_module("/tmp/unheard-of.so") is None


def test_a_module_that_no_profile_knows_gets_no_other_stack_s_advice() -> None:
    found = advice.explain(0x5, "C_Initialize", "-")
    assert found is not None
    assert found.causes
    assert {item.stack for item in (*found.causes, *found.recovery, *found.checks)} == {None}


@pytest.mark.parametrize("name", ["CKR_SIGNATURE_INVALID", "CKR_AEAD_DECRYPT_FAILED"])
def test_a_failed_check_is_never_put_down_to_a_release(name: str) -> None:
    code = registry.code_by_name(name)
    assert code is not None
    found = advice.explain(code.value)
    assert found is not None
    assert not any("release" in item.text for item in found.causes[:3])


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_a_fault_of_the_release_is_not_the_first_cause(code: registry.ReturnCode) -> None:
    for function in (
        None,
        "C_Initialize",
        "C_Login",
        "C_Sign",
        "C_SignInit",
        "C_CreateObject",
        "C_FindObjects",
    ):
        found = advice.explain(code.value, function)
        assert found is not None
        if found.causes:
            assert not found.causes[0].text.startswith("A fault"), (function, found.causes[0].text)


def _rank(item: Item, function: str, stack: str | None) -> int:
    """Return the place of an item's kind: 0 the module's own, 1 names the function, 2 its phase, 3 general."""
    known = registry.function(function)
    assert known is not None
    if item.stack not in (None, stack):
        return 4
    if item.when is None:
        return 0 if item.stack else 3
    if function not in item.when and known.phase not in item.when:
        return 3  # written for others; there only because nothing was written for this function
    return 0 if item.stack else 1 if function in item.when else 2


def _is_told(item: Item, found: advice.Explanation, stack: str | None) -> bool:
    """Return whether a general item repeats what the module's own items say, by its sources."""
    own = {ref for cause in found.causes if cause.stack and cause.stack == stack for ref in _refs(cause)}
    return item.stack is None and bool(item.ref) and _refs(item) <= own


def _refs(item: Item) -> set[str]:
    return set((item.ref or "").split(", "))


@pytest.mark.parametrize("stack", [None, "opensc", "softhsm2"])
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_causes_of_the_module_then_of_the_function_come_first(
    code: registry.ReturnCode, stack: str | None
) -> None:
    for function in ("C_Initialize", "C_Login", "C_SignInit", "C_GenerateKeyPair", "C_GetAttributeValue"):
        found = advice.explain(code.value, function, stack)
        assert found is not None
        told = [item for item in found.causes if _is_told(item, found, stack)]
        ranks = [_rank(item, function, stack) for item in found.causes if not item.late and item not in told]
        assert ranks == sorted(ranks), (function, [item.text for item in found.causes])


@pytest.mark.parametrize("stack", [None, "opensc", "softhsm2"])
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_what_fits_everything_displaces_no_cause_that_names_the_function(
    code: registry.ReturnCode, stack: str | None
) -> None:
    for function in registry.functions():
        found = advice.explain(code.value, function.name, stack)
        assert found is not None
        late = [place for place, item in enumerate(found.causes) if item.late]
        for item in found.causes[late[0] :] if late else []:
            assert item.late or _is_told(item, found, stack) or _rank(item, function.name, stack) > 1, (
                function.name,
                item.text,
            )


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_no_dangerous_step_passes_one_that_the_file_has_before_it(code: registry.ReturnCode) -> None:
    whole = advice.explain(code.value)
    table = tomllib.loads((ROOT / f"ckrtool/data/codes/{code.name}.toml").read_text("utf-8"))
    texts = [item["text"] for item in table.get("recovery", []) if not item.get("stack")]
    assert whole is not None
    for function in registry.functions():
        found = advice.explain(code.value, function.name)
        assert found is not None
        steps = [item for item in found.recovery if item.stack is None]
        for place, item in enumerate(steps):
            if item.danger:
                later = [step.text for step in steps[place + 1 :]]
                before = texts[: texts.index(item.text)]
                assert not set(before) & set(later), (function.name, item.text)


@pytest.mark.parametrize("code", registry.codes(), ids=lambda code: code.name)
def test_without_a_stack_the_first_three_causes_are_not_those_of_one_module(
    code: registry.ReturnCode,
) -> None:
    for function in (None, *(function.name for function in registry.functions())):
        found = advice.explain(code.value, function)
        if found is None or (function is not None and function not in found.functions):
            continue
        if sum(cause.stack is None for cause in found.causes) >= 3:
            assert all(cause.stack is None for cause in found.causes[:3]), function


def test_what_the_module_s_own_cause_says_is_not_said_twice_among_the_first() -> None:
    found = advice.explain(0x113, "C_WrapKey", "optee")
    assert found is not None
    assert found.causes[0].stack == "optee"
    own = found.causes[0].ref
    assert own is not None
    assert [item.ref for item in found.causes[:4]].count(own) == 1
    assert found.causes[-1].ref == own


@pytest.mark.parametrize(
    ("value", "own", "other"),
    [(0x5, "softhsm2", "luna"), (0x6, "opencryptoki", "google-kms"), (0x7, "yubihsm", "cryptoauthlib")],
)
def test_an_example_from_one_module_is_not_shown_for_another(value: int, own: str, other: str) -> None:
    def example(stack: str | None) -> object:
        found = advice.explain(value, "C_Initialize", stack)
        assert found is not None
        return found.example

    assert example(None) is not None
    assert example(own) == example("openssh") == example(None), "the client does not tell the module"
    assert example(other) is None


def test_an_example_of_one_function_is_not_shown_for_another() -> None:
    def example(function: str | None) -> object:
        found = advice.explain(0x71, function)
        assert found is not None
        return found.example

    assert example("C_SignInit") == example(None) is not None
    assert example("C_EncryptInit") is None, "RSA-PSS does not encrypt"


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_a_step_stands_alone_because_the_one_before_may_be_left_out(code: registry.ReturnCode) -> None:
    found = advice.explain(code.value)
    if found is not None:
        for item in (*found.recovery, *found.checks):
            assert not re.match(
                r"(Else|Otherwise|Or|Then|Not enough|After it|If not|If that)\b", item.text
            ), item.text


# (value, function, stack, word of one of the first three causes, word of a step): a cause and what cures it.
CURED = [
    (0x8, "C_WaitForSlotEvent", "opensc", "takes its reader along", "C_GetSlotList"),
    (0x7, "C_FindObjects", None, "search was still active", "C_FindObjectsFinal"),
    (0x30, "C_GetSlotInfo", "opensc", "macOS 14", "useIFDCCID"),
    (0x30, "C_Login", "opencryptoki", "VHSM_MODE", "ep11tok.conf"),
    (0x30, "C_Initialize", "google-kms", "cloudkms.cryptoKeys.list", "cloudkms.viewer"),
    (0x54, "C_GetInterface", "luna", "as a stub", "C_GetFunctionList"),
    (0xA2, "C_Sign", "opensc", "PIN pad", "on the pad"),
    (0xA2, "C_Login", "opensc", "longer or shorter", "pin min/max"),
    (0xD1, "C_GenerateKeyPair", "krill", "CKA_PRIVATE", "pubkey_access"),
    (0x150, "C_Decrypt", "softhsm2", "tag included", "as long as the ciphertext"),
    (0x21, "C_Sign", "opensc", "hash-and-sign", "Hash on the host"),
    (0x5, "C_Initialize", "tpm2-pkcs11", "lock file", "1.9.1"),
    (0xB1, "C_OpenSession", "osslsigncode", "engine", "Update libp11"),
]


@pytest.mark.parametrize(("value", "function", "stack", "cause", "cure"), CURED)
def test_a_cause_among_the_first_has_its_cure_among_the_steps(
    value: int, function: str, stack: str | None, cause: str, cure: str
) -> None:
    found = advice.explain(value, function, stack)
    assert found is not None
    shown = [item.text for item in found.causes if item.stack in (None, stack)][:3]
    assert any(cause in text for text in shown)
    assert any(cure in item.text for item in found.recovery if item.stack in (None, stack))
