"""Which tokens are ready for use, by their flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.target import choose

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

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


@pytest.mark.parametrize(
    "given", [["--token", ""], ["--token="], ["pkcs11:token="], ["--token", "pkcs11:token=?pin-source=env:P"]]
)
def test_an_empty_label_is_an_unset_variable(ckr: Ckr, fake: Path, tmp_path: Path, given: list[str]) -> None:
    """It would choose a token without a label, and the PIN would go there."""
    log = tmp_path / "calls"
    ran = ckr("probe", str(fake), *given, env={"CKR_FAKE": "", "CKR_FAKE_LOG": str(log), "P": "1234"})
    assert (ran.status, ran.out) == (2, "")
    assert "is empty" in ran.err
    assert not log.exists()
