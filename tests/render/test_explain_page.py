"""The page of `explain` on a terminal shows only what applies to the call that is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ckrtool.knowledge import advice
from ckrtool.render import explain

if TYPE_CHECKING:
    from tests.conftest import Ckr


@pytest.mark.parametrize(
    ("function", "sections"), [(None, 3), ("C_GetAttributeValue", 1), ("C_WrapKey", 1), ("C_GetInfo", 0)]
)
def test_routine_returns_of_other_functions_are_left_out(function: str | None, sections: int) -> None:
    found = advice.explain(0x150, function)
    assert found is not None
    assert len(explain.normal(found, function).lines) == sections


@pytest.mark.parametrize(
    ("value", "function", "first"),
    [(0x150, "C_Decrypt", "as long as the returned length"), (0x12, "C_SetAttributeValue", "CKA_LABEL")],
)
def test_the_first_step_can_be_taken_in_the_function(value: int, function: str, first: str) -> None:
    found = advice.explain(value, function)
    assert found is not None
    assert first in found.recovery[0].text


@pytest.mark.parametrize(
    ("value", "function"), [(0x5, "C_UnwrapKey"), (0xA0, "C_InitToken"), (0x6, "C_Sign")]
)
def test_an_example_of_another_call_is_left_out(value: int, function: str) -> None:
    found = advice.explain(value, function)
    assert found is not None
    assert found.example is None


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("CKR_PIN_TOO_WEAK", "May be returned by 3 functions, though no function's own list names it"),
        ("CKR_TOKEN_NOT_INITIALIZED", "May be returned by 95 functions, though"),
        ("CKR_OPERATION_NOT_VALIDATED", "May be returned by 104 functions, though"),
        ("CKR_FIPS_SELF_TEST_FAILED", "May be returned by 4 functions, though"),
        ("CKR_PUBLIC_KEY_INVALID", "May be returned by 5 functions, though"),
        ("CKR_KEY_CHANGED", "Listed by 1 function (`ckr returns` shows all"),
        ("CKR_PIN_INCORRECT", "Listed by 4 functions (`ckr returns` shows all"),
    ],
)
def test_the_page_names_the_functions_that_may_return_the_code(name: str, heading: str, ckr: Ckr) -> None:
    line = next(line for line in ckr("explain", name).out.splitlines() if line.startswith(heading))
    assert "`ckr returns` shows all" in line


@pytest.mark.parametrize("name", ["CKR_CANCEL", "CKR_NEXT_OTP"])
def test_the_page_of_a_code_without_functions_says_so(name: str, ckr: Ckr) -> None:
    lines = ckr("explain", name).out.splitlines()
    assert lines[lines.index("May be returned by") + 1].startswith("  - no function")


def test_the_verdict_does_not_deny_what_the_standard_leaves_open(ckr: Ckr) -> None:
    ran = ckr("check", "C_Initialize", "CKR_DEVICE_ERROR")
    assert (ran.status, ran.out.split()[0]) == (1, "unlisted")
    assert "5.1.3 leaves it open: This error code can be returned by more than just" in ran.out
    assert "no passage allows it" not in ran.out
