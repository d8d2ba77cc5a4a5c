"""The arguments of `ckr probe`: a module, a PKCS #11 URI, or both; and options that take a PIN away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ckrtool.cli import probe_request
from ckrtool.errors import UsageError

if TYPE_CHECKING:
    from tests.conftest import Ckr

URI = "pkcs11:token=demo"


@pytest.mark.parametrize(
    ("words", "module", "expected"),
    [
        ([], None, (None, None)),
        (["softhsm2"], None, ("softhsm2", None)),
        (["softhsm2", URI], None, ("softhsm2", URI)),
        ([URI, "./x.so"], None, ("./x.so", URI)),
        ([URI], "softhsm2", ("softhsm2", URI)),
        (["softhsm2"], "softhsm2", ("softhsm2", None)),  # the same said twice
        (["PKCS11:token=x"], None, (None, "PKCS11:token=x")),
    ],
)
def test_words(words: list[str], module: str | None, expected: tuple[str | None, str | None]) -> None:
    assert probe_request.module_and_uri(words, module) == expected


@pytest.mark.parametrize(
    ("words", "module"), [(["a", "b"], None), (["a"], "b"), ([URI, "pkcs11:token=other"], None)]
)
def test_two_different_ones_are_a_mistake(words: list[str], module: str | None) -> None:
    with pytest.raises(UsageError):
        probe_request.module_and_uri(words, module)


def test_no_pin_whatever_the_surroundings_say(ckr: Ckr) -> None:
    """`none` wins over the environment and over the URI."""
    env = {"CKR_PIN_SOURCE": "env:NOT_SET"}
    words = ["probe", "softhsm2", f"{URI}?pin-source=file:/no/such/file", "--dry-run"]
    ran = ckr(*words, "--pin-source", "none", env=env)
    assert (ran.status, ran.err) == (0, "")
    assert "C_Login" not in ran.out
    assert "C_Login" in ckr(*words, env=env).out
