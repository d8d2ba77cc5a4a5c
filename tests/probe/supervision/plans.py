"""Plans for the tests of the probe's core, written as short as they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.probe.protocol import PLAN_SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

    from ckrtool.probe.protocol import Plan, Sequence, Step
    from ckrtool.probe.results import CallResult, RunResult, SequenceResult

CKF_SERIAL, CKF_RW = 4, 2
CKU_USER = 1
SHA256_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
CKM_SHA256 = 0x250
CKM_AES_KEY_GEN = 0x1080
CKA_TOKEN, CKA_LABEL, CKA_VALUE_LEN = 0x1, 0x3, 0x161


def var(name: str, index: int | None = None) -> dict[str, Any]:
    return {"var": name} if index is None else {"var": name, "index": index}


def steps(*rows: tuple[str, dict[str, Any]] | tuple[str, dict[str, Any], dict[str, Any]]) -> list[Step]:
    """Number rows of (call, args, more)."""
    out: list[Step] = []
    for number, (call, args, *more) in enumerate(rows, 1):
        step: Step = {"n": number, "call": call, "args": args}
        step.update(more[0] if more else {})  # type: ignore[typeddict-item]
        out.append(step)
    return out


def sequence(name: str, *rows: Any, **more: Any) -> Sequence:
    made: Sequence = {"name": name, "profile": "health", "steps": steps(*rows)}
    made.update(more)  # type: ignore[typeddict-item]
    return made


def plan(module: Path | str, *sequences: Sequence, **more: Any) -> Plan:
    made: Plan = {
        "schema": PLAN_SCHEMA,
        "module": {"path": str(module), "init_args": None},
        "label": "ckr-probe-test",
        "limits": {},
        "vars": {},
        "pin": None,
        "sequences": list(sequences),
    }
    made.update(more)  # type: ignore[typeddict-item]
    return made


PIN = {"given": True, "protected_path": False, "risk": False}

INIT: tuple[str, dict[str, Any]] = ("C_Initialize", {})
SLOTS = ("C_GetSlotList", {"tokenPresent": {"bool": True}}, {"save": {"pSlotList": "slots"}})
OPEN = (
    "C_OpenSession",
    {"slotID": var("slots", 0), "flags": {"int": CKF_SERIAL}},
    {"save": {"phSession": "session"}},
)
INFO = ("C_GetSessionInfo", {"hSession": var("session")})
CLOSE = ("C_CloseSession", {"hSession": var("session")})
FINAL: tuple[str, dict[str, Any]] = ("C_Finalize", {})
DIGEST_INIT: tuple[str, dict[str, Any]] = (
    "C_DigestInit",
    {"hSession": var("session"), "pMechanism": {"mechanism": CKM_SHA256}},
)
DIGEST = (
    "C_Digest",
    {"hSession": var("session"), "pData": {"text": "abc"}},
    {"output": {"pDigest": {"bytes": SHA256_ABC}}},
)
LOGIN = ("C_Login", {"hSession": var("session"), "userType": {"int": CKU_USER}, "pPin": {"pin": True}})
LOGOUT = ("C_Logout", {"hSession": var("session")})
KEY = (
    "C_GenerateKey",
    {
        "hSession": var("session"),
        "pMechanism": {"mechanism": CKM_AES_KEY_GEN},
        "pTemplate": {
            "template": [
                [CKA_TOKEN, "bool", {"bool": False}],
                [CKA_LABEL, "text", var("label")],
                [CKA_VALUE_LEN, "ulong", {"int": 16}],
            ]
        },
    },
    {"save": {"phKey": "key"}},
)


def digest_sequence(name: str = "digest") -> Sequence:
    return sequence(name, INIT, SLOTS, OPEN, DIGEST_INIT, DIGEST)


def login_sequence(name: str, *rows: Any) -> Sequence:
    return sequence(name, INIT, SLOTS, OPEN, LOGIN, *rows)


def only(result: RunResult) -> SequenceResult:
    assert len(result.sequences) == 1
    return result.sequences[0]


def call_of(result: SequenceResult, function: str, kind: str = "step") -> CallResult:
    """The last call of a function."""
    return [call for call in result.calls if call.function == function and call.kind == kind][-1]


def made(result: SequenceResult, kind: str | None = None) -> list[str]:
    """Names of the calls that were made, in order."""
    return [c.function for c in result.calls if c.outcome != "skipped" and (kind is None or c.kind == kind)]
