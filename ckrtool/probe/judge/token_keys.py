"""Private keys of the token that `--key` could test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.facts import certificates
from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, Members
    from ckrtool.probe.results import RunResult

MOST = 8  # names in the detail


def findings(run: RunResult) -> Iterator[Finding]:
    """Yield one finding with the names of the private keys for signatures, which only a run with a PIN can see."""
    calls = [call for sequence in run.sequences for call in sequence.calls]
    names = [
        _short(name, values)
        for name, values in certificates.private_keys(calls)
        if values.get("CKA_SIGN") is True
    ]
    if names:
        count = f"{len(names)} private key{'s' * (len(names) > 1)}"
        more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
        title = f"{count} could be tested with --key"
        yield finding("info", "keys-usable", title, f"{', '.join(names[:MOST])}{more}")


def _short(name: str, values: Members) -> str:
    """Return a key's label and id, which --key takes."""
    label, identity = values.get("CKA_LABEL"), values.get("CKA_ID")
    return f"{str(label)!r} (id {certificates.shown_id(identity)})" if label and identity else name
