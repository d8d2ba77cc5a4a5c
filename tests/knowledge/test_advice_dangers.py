"""Dangers are marked, don'ts forbid, and advice that cannot apply to the named module or function is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ckrtool.knowledge import advice, causes, findings, registry, stacks
from ckrtool.knowledge.advice_items import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

CODES = registry.codes()


def shown(value: int, function: str | None = None, stack: str | None = None) -> Iterator[Item]:
    """Yield the checks, steps and warnings that the page shows."""
    found = advice.explain(value, function, stack)
    assert found is not None
    for items in (found.checks, found.recovery, found.warnings):
        yield from (item for item in items if item.stack in (None, stack))


# (value, function, stack) -> what the page must not advise there, because it cannot apply, or does harm.
ABSENT = [
    (0xA4, "C_Login", "smartcard-hsm", r"--unblock-pin"),
    (0xA0, "C_Login", "smartcard-hsm", r"^Read the tries left with the vendor's tool"),
    (0x05, "C_Sign", "ykcs11", r"--keypairgen"),
    (0x05, "C_Sign", "cryptoauthlib", r"--keypairgen"),
    (0xA0, "C_Login", "tpm2-pkcs11", r"user PIN count low"),
    *((0xA4, "C_Login", name, r"\bPUK\b|\bSO PIN\b|applet|factory reset") for name in ("cloudhsm", "cloudhsm-sdk3", "google-kms", "aws-kms", "azure", "yubihsm")),
    *((0xA0, "C_Login", name, r"^Never experiment with an SO PIN|holder of PUK") for name in ("cloudhsm", "google-kms", "aws-kms", "azure", "yubihsm")),
    (0x102, "C_Login", "cloudhsm", r"--init-pin"),
    (0x32, "C_Sign", "cloudhsm", r"USB autosuspend"),
    (0x101, "C_GenerateKeyPair", "ykcs11", r"^C_Login\(CKU_USER\)"),
    (0x07, "C_Initialize", "nss", r"pReserved NULL"),
    (0xA4, "C_InitToken", None, r"unblock"),
    (0xA0, "C_InitToken", None, r"one login"),
    (0xE2, "C_InitToken", None, r"log in, then write|read-only session"),
    (0x70, "C_UnwrapKey", "softhsm2", r"^No OAEP on the token: decrypt by"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "function", "stack", "absent"), ABSENT)
def test_advice_that_cannot_apply_is_left_out(
    value: int, function: str, stack: str | None, absent: str
) -> None:
    assert [item.text for item in shown(value, function, stack) if re.search(absent, item.text)] == []
    found = advice.explain(value, function, stack)
    assert found is not None
    assert found.example is None or not re.search(absent, found.example[1])


# (value, function, stack, the step) -> a word of its danger.
DANGERS = [
    (0x05, "C_Login", "tpm2-pkcs11", r"--clear-lockout -p ", "lockout"),
    (0x30, "C_Login", "tpm2-pkcs11", r"--clear-lockout -p ", "lockout"),
    (0xA4, "C_Login", "tpm2-pkcs11", r"--clear-lockout -p ", "lockout"),
    (0x30, "C_Sign", None, r"power-cycle", "sessions of all clients"),
    (0x30, "C_Sign", "luna", r"power-cycle", "sessions of all clients"),
    (0x05, "C_Sign", "luna", r"power-cycle", "sessions of all clients"),
    (0x32, "C_Sign", None, r"DisabledTokens", "login"),
    (0x70, "C_UnwrapKey", None, r"CKM_RSA_X_509", "host's memory"),
    (0x70, "C_SignInit", "utimaco", r"csadm ListFirmware", "erase keys"),
    (0x70, "C_SignInit", "opencryptoki", r"coprocessor's firmware", "erase keys"),
    (0x140, "C_GenerateKeyPair", None, r"^Bring firmware", "erase keys"),
    (0xE2, "C_InitToken", None, r"initialise", "erases"),
    (0x11, "C_GetAttributeValue", None, r"CKA_EXTRACTABLE=true", "read it"),
    (0x6A, "C_WrapKey", None, r"CKA_EXTRACTABLE=true", "leave the token"),
]


@pytest.mark.parametrize(("value", "function", "stack", "step", "danger"), DANGERS)
def test_a_step_names_its_danger(
    value: int, function: str, stack: str | None, step: str, danger: str
) -> None:
    items = [item for item in shown(value, function, stack) if re.search(step, item.text)]
    assert items
    assert all(danger in (item.danger or "") for item in items)


@pytest.mark.parametrize(
    ("key", "step"),
    [
        ("pin-to-be-changed", "--change-pin"),
        ("so-pin-to-be-changed", "--change-pin"),
        *((key, "--risk-pin") for key in ("login-failed", "login-failed-before", "pin-count-low", "pin-final-try", "pin-length")),
        ("pin-locked", "PUK"),
        ("error-state", "Restart"),
        ("memory-low", "delete"),
    ],
)  # fmt: skip
def test_a_finding_s_step_names_its_danger(key: str, step: str) -> None:
    text = findings.text(key)
    assert text is not None
    dangers = [item.danger for item in text.recovery if step in item.text]
    assert dangers
    assert all(dangers)


@pytest.mark.parametrize("key", causes.ids())
def test_a_fix_that_may_erase_or_use_up_a_try_says_so(key: str) -> None:
    text = causes.text(key)
    assert text is not None
    if re.search(r"C_InitToken|C_InitPIN|\bPUK\b", text.fix):
        assert re.search(r"erases|counts|uses up", text.fix)


def test_the_key_does_not_leave_the_token_by_the_first_step() -> None:
    found = advice.explain(0x70, "C_UnwrapKey")
    assert found is not None
    assert "CKM_RSA_X_509" not in found.recovery[0].text


@pytest.mark.parametrize("name", ["CKR_PIN_LOCKED", "CKR_PIN_INCORRECT", "CKR_PIN_EXPIRED"])
@pytest.mark.parametrize("stack", [None, *stacks.ids()])
def test_what_retries_is_stopped_before_a_pin_is_touched(name: str, stack: str | None) -> None:
    code = registry.code_by_name(name)
    assert code is not None
    found = advice.explain(code.value, "C_Login", stack)
    assert found is not None
    assert found.recovery[0].text.startswith("Stop ")


@pytest.mark.parametrize("code", CODES[1:], ids=lambda code: code.name)
def test_for_c_inittoken_the_page_says_that_it_erases_the_token(code: registry.ReturnCode) -> None:
    found = advice.explain(code.value, "C_InitToken")
    assert found is not None
    named = [item for item in found.warnings if "C_InitToken" in f"{item.text} {item.when}"]
    assert any(re.search("eras|wipe|loses|destroy", item.danger or "") for item in named)
    other = advice.explain(code.value, "C_Sign")
    assert other is not None
    assert not any(item.text == advice.ERASES[0] for item in other.warnings)


def test_an_item_is_not_for_a_stack_and_those_that_share_its_advice() -> None:
    item = Item("x", not_for=("cloudhsm",))
    assert [item.can_apply(stack) for stack in (None, "-", "luna", "cloudhsm", "cloudhsm-sdk3")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_finding_s_items_for_other_kinds_of_token_are_left_out() -> None:
    for stack, count in (("luna", 0), ("opensc", 1), (None, 1)):
        text = findings.text("pin-locked", None, stack)
        assert text is not None
        assert sum("PUK" in item.text for item in text.recovery) == count
