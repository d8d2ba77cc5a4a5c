"""The result of an independent check: an error, and the calls whose findings it explains."""

from __future__ import annotations

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
    function: str
    title: str
    detail: str = ""
    sequence: str | None = None
    explains: list[CallResult] = field(default_factory=list)
