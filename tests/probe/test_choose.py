"""Which tokens are ready for use, by their flags."""

from __future__ import annotations

import pytest

from ckrtool.probe.target import choose

WRITE_PROTECTED, LOGIN_REQUIRED, TOKEN_INITIALIZED = 0x2, 0x4, 0x400


@pytest.mark.parametrize(
    ("flags", "ready"),
    [
        (TOKEN_INITIALIZED | LOGIN_REQUIRED, True),
        (WRITE_PROTECTED, True),  # as NSS's built-in roots: nobody can initialise it
        (LOGIN_REQUIRED, False),
        (0, False),
    ],
)
def test_a_token_is_ready_where_it_is_initialised_or_can_not_be(flags: int, ready: bool) -> None:
    assert choose.usable(flags) is ready
