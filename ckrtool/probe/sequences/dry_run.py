"""List the calls of a run in order, without loading anything (--dry-run)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.probe.sequences import builtin
from ckrtool.probe.sequences.sequence import EFFECTS

if TYPE_CHECKING:
    from ckrtool.probe.request import Request, Selection
    from ckrtool.probe.sequences.sequence import Step

AROUND = (
    "before the first step of each process: dlopen, C_GetFunctionList, C_GetInterfaceList",
    "after C_Initialize, before the first call that names a slot: C_GetSlotList with NULL and with a list",
    "before sessions, logins, mechanisms: C_GetTokenInfo, C_GetSessionInfo, C_GetMechanismList, C_GetMechanismInfo",
    "after each sequence: C_DestroyObject of its own objects, C_CloseSession of its sessions, C_Logout after its login, C_Finalize",
)
"""Calls of the worker that are not steps. They only read, except that they destroy the sequence's own objects."""


def lines(selection: Selection, request: Request) -> list[str]:
    """Return one line per call in order, with its effect, and a last line with totals."""
    found: list[str] = []
    for sequence in selection.sequences:
        found.append(f"{sequence.name}: {sequence.title} (effect {sequence.effect})")
        found += [f"  {step.n:>3}  {step.call:<24} {step.effect}{_loop(step)}" for step in sequence.steps]
    if selection.application:
        found.append("application: a program using python-pkcs11 (effect session-objects)")
    found.append(f"in an HSM's audit log: {_words(audit(selection, request))}")
    if request.bench is not None:
        found.append(
            f"--bench repeats each of its operations for {request.bench:g} s: each round is such an entry"
        )
    calls = sum(len(sequence.steps) for sequence in selection.sequences)
    total = f"calls: {calls}; effect at most: {worst(selection)}; logins: {logins(selection, request)}; nothing was loaded"
    return [*found, *AROUND, total]


def as_dict(selection: Selection, request: Request) -> dict[str, Any]:
    """Return the calls, effects and totals for `--json`."""
    return {
        "schema": "ckr.probe/1",
        "dry_run": True,
        "sequences": [
            {
                "name": sequence.name,
                "title": sequence.title,
                "effect": sequence.effect,
                "calls": [
                    {"n": step.n, "function": step.call, "effect": step.effect} for step in sequence.steps
                ],
            }
            for sequence in selection.sequences
        ],
        "application": selection.application,
        "audit": audit(selection, request),
        "effect": worst(selection),
        "logins": logins(selection, request),
    }


# Entries of an HSM's audit log, with the calls that make them.
AUDITED = {
    "sessions": ("C_OpenSession",),
    "keys made": (
        "C_GenerateKey",
        "C_GenerateKeyPair",
        "C_CreateObject",
        "C_UnwrapKey",
        "C_DeriveKey",
        "C_CopyObject",
    ),
    "objects destroyed": ("C_DestroyObject",),
    "signatures": ("C_Sign", "C_SignFinal"),
    "verifications": ("C_Verify", "C_VerifyFinal"),
    "encryptions": ("C_Encrypt", "C_EncryptFinal"),
    "decryptions": ("C_Decrypt", "C_DecryptFinal"),
}


def audit(selection: Selection, request: Request) -> dict[str, int]:
    """Return the maximum number of audit log entries of a run by kind; there are fewer if the token lacks mechanisms."""
    found = dict.fromkeys(AUDITED, 0)
    for sequence in selection.sequences:
        for step in sequence.steps:
            for kind, functions in AUDITED.items():
                found[kind] += step.call in functions and {"null": True} not in step.args.values()
    return {"logins": logins(selection, request), **found}


def _words(entries: dict[str, int]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in entries.items())


def worst(selection: Selection) -> str:
    """Return the highest effect of a run's sequences."""
    effects = [sequence.effect for sequence in selection.sequences]
    if selection.application:
        effects.append(builtin.APPLICATION_EFFECT)
    return max(effects, key=EFFECTS.index, default=EFFECTS[0])


def logins(selection: Selection, request: Request) -> int:
    """Return the number of C_Login calls of a run if all of them succeed: the first one, and those that need its success.

    `application` logs in only if it has a PIN and no other sequence logs in.
    """
    steps = [
        step for sequence in selection.sequences for step in sequence.steps if step.user_type is not None
    ]
    again = sum(bool(step.plan.get("relogin")) for step in steps)
    first = len(steps) > again or (selection.application and not steps and request.pin is not None)
    return again + first


def _loop(step: Step) -> str:
    names = ", ".join(str(loop["var"]) for loop in step.loops)
    return f"  (for each {names})" if names else ""
