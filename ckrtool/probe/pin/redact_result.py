"""Redacts the PIN in the result of a run before anything else reads it.

This comes last, because during a run labels and serial numbers are compared as the module returned them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ckrtool.probe.pin.redaction import Redactor
    from ckrtool.probe.results import CallResult, LoadResult, RunResult


def clean(run: RunResult, redactor: Redactor) -> RunResult:
    """Redact the PIN in all data that came from the module; modify and return `run`."""
    _load(run.load, redactor)
    for sequence in run.sequences:
        sequence.left_objects = [redactor.handle(handle) for handle in sequence.left_objects]
        for call in sequence.calls:
            _call(call, redactor)
    for worker in run.workers:
        worker.survivors = [(pid, redactor.text(name)) for pid, name in worker.survivors]
        worker.copies = [(pid, redactor.text(name)) for pid, name in worker.copies]
        worker.unended = [(pid, redactor.text(name)) for pid, name in worker.unended]
    return run


def _load(load: LoadResult, redactor: Redactor) -> None:
    load.detail = load.detail and redactor.text(load.detail)
    load.warnings = [redactor.text(warning) for warning in load.warnings]
    load.interfaces = [redactor.members(interface) for interface in load.interfaces]


def _call(call: CallResult, redactor: Redactor) -> None:
    call.args = redactor.members(call.args)
    call.output = redactor.members(call.output)
    call.detail = call.detail and redactor.text(call.detail)
    call.mismatches = [redactor.members(mismatch) for mismatch in call.mismatches]
    call.oddities = [
        {"id": oddity["id"], "detail": redactor.text(oddity["detail"])} for oddity in call.oddities
    ]
    if call.rv is not None and redactor.is_number(call.rv):
        call.rv, call.met = None, False
        call.oddities.append({"id": "pin-returned", "detail": call.function})
