"""What the flags of a token say of its PIN: the gravest of them, once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from ckrtool.probe.judge import token_flags

LOW, FINAL, LOCKED = "CKF_USER_PIN_COUNT_LOW", "CKF_USER_PIN_FINAL_TRY", "CKF_USER_PIN_LOCKED"


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        ([], []),
        ([LOW], ["pin-count-low"]),
        ([LOW, FINAL], ["pin-final-try"]),
        ([LOW, FINAL, LOCKED], ["pin-locked"]),
        ([FINAL, LOCKED], ["pin-locked"]),
    ],
)
def test_the_gravest_flag_of_the_pin_is_the_finding(flags: list[str], found: list[str]) -> None:
    now = datetime.now(UTC)
    slot: Any = {"id": 1, "token": {"label": "x", "flags": ["CKF_TOKEN_INITIALIZED", *flags]}}
    assert [one["id"] for one in token_flags.findings([slot], (now, now))] == found
