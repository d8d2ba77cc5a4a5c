"""The page of `explain` on a terminal shows only what applies to the call that is asked about."""

from __future__ import annotations

import pytest

from ckrtool.knowledge import advice
from ckrtool.render import explain


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
