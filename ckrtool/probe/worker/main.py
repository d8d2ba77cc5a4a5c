"""The worker process: loads one module, runs the sequences of its plan, and writes a message before and after each call.

The supervisor starts it as a new interpreter and never imports it. It uses only the protocol and `ckrtool.cryptoki`: it contains no
names of codes and no messages for users, and judges only whether a result is as the plan expects. It ends with os._exit, so that no
code of the module runs after the last message.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from ckrtool.cryptoki.elf import LoadError
from ckrtool.cryptoki.load import load
from ckrtool.cryptoki.values import Pin
from ckrtool.probe import hardening
from ckrtool.probe.protocol import PLAN_SCHEMA
from ckrtool.probe.worker import setup, stopping
from ckrtool.probe.worker.calls import Caller
from ckrtool.probe.worker.runner import Runner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cryptoki.load import Module
    from ckrtool.probe.journal import Writer
    from ckrtool.probe.protocol import Message, Plan


def _load(plan: Plan, caller: Caller, journal: Writer) -> Module | None:
    path = plan["module"]["path"]
    result: Message = {
        "kind": "ok",
        "sentence": f"{path} is loaded",
        "detail": None,
        "warnings": [],
        "interfaces": [],
        "null_entries": [],
    }
    module = None
    try:
        module = load(path, caller.load_trace())
        result.update(
            warnings=module.warnings,
            interfaces=module.interfaces,
            null_entries=module.null_entries(),
            libraries=setup.libraries(),
        )
    except LoadError as error:
        result.update(kind=error.kind, sentence=error.sentence, detail=error.detail)
    journal.write({"m": "load", "result": result})
    return module


def _run(plan: Plan, pin: bytes, journal: Writer, marker: setup.Marker) -> None:
    if plan["schema"] != PLAN_SCHEMA:
        raise ValueError(f"unknown plan schema {plan['schema']}")
    use = plan["pin"]
    secret = None
    if use and (use["given"] or use["protected_path"]):
        secret = Pin(None if use["protected_path"] else pin)
    caller = Caller(plan, journal, secret, marker)
    journal.write({"m": "begin", "s": 0})
    module = _load(plan, caller, journal)
    if module is None:
        return
    caller.module = module
    if "program" in plan["sequences"][0]:
        from ckrtool.probe.worker.application import Application

        Application(plan, caller).run()
    else:
        Runner(plan, caller).run()


def main(argv: list[str]) -> None:
    """Run the plan read from standard input; `argv` is the descriptors of journal and wake-up pipe, the parent's process ID, and a mark.

    The mark is written to the captured output before each call, and lets the supervisor find processes that the module started.
    """
    journal_fd, wakeup, parent = (int(word) for word in argv[:3])
    hardening.protect(parent)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    setup.unbuffer()
    setup.remember_siblings()
    journal = setup.open_journal(journal_fd, wakeup)
    try:
        plan, pin = setup.read_input()
        stopping.catch()
        _run(json.loads(plan), pin, journal, setup.Marker(argv[3]))
        journal.write({"m": "done"}, last=True)
    except BaseException as error:  # noqa: BLE001  (every error must be reported to the supervisor)
        journal.write({"m": "broken", "error": _describe(error)}, last=True)
    os._exit(0)


def _describe(error: BaseException) -> str:
    """Return the type of an error and its place in the code, without values, since one of them might be a PIN."""
    where = []
    trace = error.__traceback__
    while trace is not None:
        where.append(f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}")  # noqa: PTH119
        trace = trace.tb_next
    return f"{type(error).__name__} at {' '.join(where[-4:])}"


if __name__ == "__main__":
    main(sys.argv[1:])
