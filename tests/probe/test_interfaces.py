"""What `ckr probe` says of C_GetInterfaceList and C_GetInterface (PKCS #11 3.0): the fake module with interfaces.c."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import fake_module
from tests.probe.conftest import Probed, probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr


@pytest.fixture(scope="session")
def module() -> Path:
    if fake_module.compiler() is None:
        pytest.skip("no C compiler")
    return fake_module.build(fake_module.INTERFACES)


def probed(ckr: Ckr, module: Path, fault: str) -> Probed:
    return probe(ckr, module, env={"CKR_FAKE": "", "CKR_INTERFACES": fault})


def test_a_sound_interface_is_no_fault(ckr: Ckr, module: Path) -> None:
    sound = probed(ckr, module, "")
    assert (sound.status, sound.ids("error", "warning")) == (0, set())
    assert sound.report["module"]["interfaces"] == [{"name": "PKCS 11", "version": "3.0"}]
    assert [call["rv"] for call in sound.calls("C_GetInterface")] == [0] * len(sound.calls("C_GetInterface"))
    assert sound.calls("C_GetInterface")


@pytest.mark.parametrize(
    ("fault", "expected", "function"),
    [
        ("zero", "no-interfaces", "C_GetInterfaceList"),
        ("many", "count-beyond-bound", "C_GetInterfaceList"),
        ("null-name", "interface-broken", "C_GetInterfaceList"),
        ("wild-name", "interface-broken", "C_GetInterfaceList"),
        ("null-list", "interface-broken", "C_GetInterfaceList"),
        ("wild-list", "interface-broken", "C_GetInterfaceList"),
        ("version9", "version-unknown", "C_GetInterfaceList"),
        ("undefined", "unexpected-return", "C_GetInterfaceList"),
        ("unreachable", "interface-unreachable", "C_GetInterface"),
        ("garbage", "interface-broken", "C_GetInterface"),
    ],
)
def test_what_is_wrong_with_interfaces_is_said(
    ckr: Ckr, module: Path, fault: str, expected: str, function: str
) -> None:
    found = probed(ckr, module, fault)
    seen = {(one["id"], one["function"]) for one in found.report["findings"] if one["severity"] != "info"}
    assert (expected, function) in seen
    assert found.status == 1
    assert found.sequence("digest")["outcome"] == "passed"


def test_a_list_of_a_version_that_no_standard_has_is_read_no_further_than_the_first(
    ckr: Ckr, module: Path
) -> None:
    """A list of 3.0 ends after 92 entries (CK_FUNCTION_LIST_3_0); what stands behind it is nobody's function."""
    assert "null-entry" not in probed(ckr, module, "version9").ids()
