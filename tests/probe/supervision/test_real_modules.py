"""Modules that people use: what their own tools say of them must be what the worker sees."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.probe.supervision import supervisor
from tests.probe.supervision.plans import (
    CKM_SHA256,
    DIGEST,
    DIGEST_INIT,
    INFO,
    INIT,
    OPEN,
    SLOTS,
    call_of,
    digest_sequence,
    only,
    plan,
    sequence,
    var,
)

if TYPE_CHECKING:
    from ckrtool.probe.results import SequenceResult
    from tests.tokens import Token

LIB = Path("/usr/lib/x86_64-linux-gnu")
EACH: dict[str, Any] = {"each": {"var": "slot", "in": "slots"}}
IDENTITY: tuple[Any, ...] = (
    INIT,
    ("C_GetInfo", {}),
    SLOTS,
    ("C_GetSlotInfo", {"slotID": var("slot")}, EACH),
    ("C_GetTokenInfo", {"slotID": var("slot")}, EACH),
    ("C_GetMechanismList", {"slotID": var("slot")}, {**EACH, "save": {"pMechanismList": "mechs"}}),
)


def installed(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.name} is not installed")
    return path


def info_of(result: SequenceResult, function: str) -> dict[str, Any]:
    info = call_of(result, function).output["pInfo"]
    assert isinstance(info, dict)
    return info


def test_softhsm(shared_token: Token) -> None:
    result = supervisor.run(
        plan(shared_token.module, sequence("identity", *IDENTITY), digest_sequence()),
        env=shared_token.environ,
    )
    assert [(s.outcome, s.reason) for s in result.sequences] == [("passed", None)] * 2
    labels = [
        call.output["pInfo"]["label"]  # type: ignore[call-overload, index]
        for call in result.sequences[0].calls
        if call.function == "C_GetTokenInfo"
    ]
    assert labels == ["core", ""]
    assert info_of(result.sequences[0], "C_GetInfo")["cryptokiVersion"] == "2.40"
    assert result.workers[0].noise == b""


def test_softhsm_without_its_configuration(shared_token: Token, tmp_path: Path) -> None:
    env = {**shared_token.environ, "SOFTHSM2_CONF": str(tmp_path / "nowhere.conf")}
    result = only(supervisor.run(plan(shared_token.module, digest_sequence()), env=env))
    assert call_of(result, "C_Initialize").rv == 0x5
    assert (result.outcome, result.failed_step) == ("failed", 1)
    assert "C_Finalize" not in [call.function for call in result.calls]


def test_softhsm_with_a_wrong_pin_says_so_once(shared_token: Token) -> None:
    opening = (
        "C_OpenSession",
        {"slotID": var("slots", 0), "flags": {"int": 6}},
        {"save": {"phSession": "session"}},
    )
    login = ("C_Login", {"hSession": var("session"), "userType": {"int": 1}, "pPin": {"pin": True}})
    use = {"given": True, "protected_path": False, "risk": False}
    chosen = sequence("login", INIT, SLOTS, opening, login, INFO)
    result = supervisor.run(
        plan(shared_token.module, chosen, pin=use), pin=b"not-this-one", env=shared_token.environ
    )
    assert (result.login_rv, result.login_calls) == (0xA0, 1)
    assert only(result).calls[-1].function == "C_Finalize"


def test_the_spy_around_softhsm(shared_token: Token) -> None:
    spy = installed(LIB / "pkcs11-spy.so")
    env = {**shared_token.environ, "PKCS11SPY": str(shared_token.module)}
    result = supervisor.run(plan(spy, digest_sequence()), env=env)
    assert (only(result).outcome, result.load.kind) == ("passed", "ok")
    assert [row["name"] for row in result.load.interfaces] in ([], ["PKCS 11"])
    assert b"C_Digest" in result.workers[0].noise


def test_the_spy_around_nothing(shared_token: Token) -> None:
    spy = installed(LIB / "pkcs11-spy.so")
    env = {key: value for key, value in shared_token.environ.items() if key != "PKCS11SPY"}
    result = supervisor.run(plan(spy, digest_sequence()), env=env)
    assert (result.load.kind, result.load.detail) == ("function-list-failed", "0x30")


def test_p11_kit_trust() -> None:
    module = installed(LIB / "pkcs11" / "p11-kit-trust.so")
    first = var("slots", 0)
    find = (
        (
            "C_FindObjectsInit",
            {"hSession": var("session"), "pTemplate": {"template": [[0, "ulong", {"int": 1}]]}},
        ),
        (
            "C_FindObjects",
            {"hSession": var("session"), "ulMaxObjectCount": {"int": 3}},
            {"save": {"phObject": "found"}},
        ),
        ("C_FindObjectsFinal", {"hSession": var("session")}),
        (
            "C_GetAttributeValue",
            {
                "hSession": var("session"),
                "hObject": var("one"),
                "pTemplate": {"attributes": [0, 3], "kinds": {"0": "ulong", "3": "text"}},
            },
            {"each": {"var": "one", "in": "found"}},
        ),
    )
    needs = {"needs": [CKM_SHA256], "needs_slot": first}
    result = only(
        supervisor.run(
            plan(module, sequence("trust", *IDENTITY, OPEN, *find, (DIGEST_INIT[0], DIGEST_INIT[1], needs)))
        )
    )
    assert info_of(result, "C_GetInfo")["libraryDescription"] == "PKCS#11 Kit Trust Module"
    assert (result.outcome, result.reason) == ("passed", None)  # the search was made and judged
    assert call_of(result, "C_DigestInit").reason == "mechanism-missing"
    certificates = [
        call.output["pTemplate"] for call in result.calls if call.function == "C_GetAttributeValue"
    ]
    assert len(certificates) <= 3
    assert all(one["0"] == 1 and one["3"] for one in certificates)  # type: ignore[call-overload, index]


def test_nss_with_init_args(tmp_path: Path) -> None:
    module = installed(LIB / "libsoftokn3.so")
    if not shutil.which("certutil"):
        pytest.skip("certutil is not installed")
    database = f"sql:{tmp_path}"
    subprocess.run(["certutil", "-N", "-d", database, "--empty-password"], check=True)
    asked = plan(module, sequence("nss", *IDENTITY, OPEN, DIGEST_INIT, DIGEST))
    refused = call_of(only(supervisor.run(asked, env=dict(os.environ))), "C_Initialize")
    assert refused.rv == 0x7
    asked["module"]["init_args"] = (
        f"configdir='{database}' certPrefix='' keyPrefix='' secmod='secmod.db' flags=readOnly"
    )
    result = supervisor.run(asked)
    assert (only(result).outcome, only(result).reason) == ("passed", None)
    assert {"name": "PKCS 11", "version": "2.40", "flags": 1} in result.load.interfaces
    assert len([call for call in only(result).calls if call.function == "C_GetTokenInfo"]) == 2


def test_functions_of_3_0_where_a_module_has_them(tmp_path: Path) -> None:
    module = installed(LIB / "libsoftokn3.so")
    if not shutil.which("certutil"):
        pytest.skip("certutil is not installed")
    subprocess.run(["certutil", "-N", "-d", f"sql:{tmp_path}", "--empty-password"], check=True)
    cancel = ("C_SessionCancel", {"hSession": var("session"), "flags": {"int": 0x400}})
    asked = plan(module, sequence("three", INIT, SLOTS, OPEN, DIGEST_INIT, cancel))
    asked["module"]["init_args"] = (
        f"configdir='sql:{tmp_path}' certPrefix='' keyPrefix='' secmod='secmod.db' flags=readOnly"
    )
    call = call_of(only(supervisor.run(asked)), "C_SessionCancel")
    assert (call.outcome, call.missing) == ("returned", None)
