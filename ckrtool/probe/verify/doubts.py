"""The result of an independent check: an error, and the calls whose findings it explains."""

from __future__ import annotations

from pathlib import PurePath
from traceback import extract_tb
from typing import TYPE_CHECKING

from ckrtool._records import field, record

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Severity
    from ckrtool.probe.results import CallResult

IDS = (
    "digest-wrong",
    "ec-point-raw",
    "iv-ignored",
    "key-attributes",
    "key-repeated",
    "logout-ineffective",
    "multi-part-differs",
    "nonce-repeated",
    "not-encrypted",
    "not-evaluated",
    "not-verified",
    "public-key-wrong",
    "random-predictable",
    "random-repeats",
    "session-state",
    "signature-accepted",
    "signature-forged",
    "signature-verified",
)
"""Ids of the findings that the checks can yield."""


@record
class Doubt:
    """An error found by a check: severity and id of its finding, the function at fault, and the calls whose findings it replaces."""

    severity: Severity
    id: str
    function: str | None
    title: str
    detail: str = ""
    sequence: str | None = None
    explains: list[CallResult] = field(default_factory=list)


def fault(part: str, error: Exception) -> Doubt:
    """Return the doubt about a part of the evaluation that ended with an internal error of ckr: its results are unknown."""
    title = f"{part}: could not be evaluated, because of an internal error of ckr"
    *_, last = extract_tb(error.__traceback__) or [None]
    where = f" ({'/'.join(PurePath(last.filename).parts[-2:])}, line {last.lineno})" if last else ""
    return Doubt("error", "not-evaluated", None, title, f"{type(error).__name__}: {error}{where}")
