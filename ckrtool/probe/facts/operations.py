"""Operations of a run: the kind of operation of a function, and the mechanism of each call."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.probe.results import CallResult, SequenceResult

KINDS = (
    "Encrypt",
    "Decrypt",
    "Digest",
    "SignRecover",
    "Sign",
    "VerifyRecover",
    "Verify",
    "FindObjects",
)
PAIRS = {"Decrypt": "Encrypt", "Verify": "Sign", "VerifyRecover": "SignRecover"}


def kind(function: str) -> str | None:
    """Return the kind of operation that a function starts, continues or ends ("Sign"); None for all other functions."""
    return next((word for word in KINDS if function.startswith(f"C_{word}")), None)


def pair(word: str) -> str:
    """Return the kind whose output a kind takes as input (Encrypt for Decrypt), or the kind itself."""
    return PAIRS.get(word, word)


def mechanisms(sequences: Iterable[SequenceResult]) -> dict[int, int]:
    """Return the mechanism of each call of an operation by the call's id(): its own, or that of the preceding C_...Init."""
    found: dict[int, int] = {}
    for sequence in sequences:
        begun: dict[tuple[object, str], int] = {}
        for call in sequence.calls:
            word = kind(call.function)
            if word is None:
                continue
            number = _mechanism(call)
            at = (call.args.get("hSession"), word)
            if number is not None:
                begun[at] = number
            if at in begun:
                found[id(call)] = begun[at]
    return found


def _mechanism(call: CallResult) -> int | None:
    mechanism = call.args.get("pMechanism")
    number = mechanism.get("mechanism") if isinstance(mechanism, dict) else None
    return number if isinstance(number, int) else None
