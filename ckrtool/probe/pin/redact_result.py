"""The border that no PIN crosses: what a run found, blanked before anybody but the run itself sees it.

Inside a run labels and serial numbers are compared as the module gave them, so blanking comes last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ckrtool.probe.pin.redaction import Blanker
    from ckrtool.probe.results import CallResult, LoadResult, RunResult


def clean(run: RunResult, blanker: Blanker) -> RunResult:
    """Blank the PIN in everything that came from the module; the run's own result is changed and returned."""
    _load(run.load, blanker)
    for sequence in run.sequences:
        sequence.left_objects = [blanker.handle(handle) for handle in sequence.left_objects]
        for call in sequence.calls:
            _call(call, blanker)
    for worker in run.workers:
        worker.survivors = [(pid, blanker.text(name)) for pid, name in worker.survivors]
        worker.copies = [(pid, blanker.text(name)) for pid, name in worker.copies]
        worker.unended = [(pid, blanker.text(name)) for pid, name in worker.unended]
    return run


def _load(load: LoadResult, blanker: Blanker) -> None:
    load.detail = load.detail and blanker.text(load.detail)
    load.warnings = [blanker.text(warning) for warning in load.warnings]
    load.interfaces = [blanker.members(interface) for interface in load.interfaces]


def _call(call: CallResult, blanker: Blanker) -> None:
    call.args = blanker.members(call.args)
    call.output = blanker.members(call.output)
    call.detail = call.detail and blanker.text(call.detail)
    call.mismatches = [blanker.members(one) for one in call.mismatches]
    call.oddities = [{"id": one["id"], "detail": blanker.text(one["detail"])} for one in call.oddities]
    if call.rv is not None and blanker.is_number(call.rv):
        call.rv, call.met = None, False
        call.oddities.append({"id": "pin-returned", "detail": call.function})
