"""What the data says that a dialect shows is what its parser reads: nothing else comes out of a trace."""

from __future__ import annotations

from pathlib import Path

from ckrtool.calls.read import read
from ckrtool.calls.record import Attribute, Buffer, Call
from ckrtool.calls.shows import OTHERS, partial, shows

CORPUS = Path(__file__).parent.parent / "diagnosis" / "corpus"
ASSUMED = "calls-without-arguments"
"""Its parser gives a call the only session that it can belong to, as uncertain."""


def read_of(call: Call) -> set[str]:
    """Return what was read of a call, in the words of the data."""
    items = [
        item
        for value in call.args.values()
        if isinstance(value, tuple)
        for item in value
        if isinstance(item, Attribute)
    ]
    buffers = [value for value in call.args.values() if isinstance(value, Buffer)]
    found = {
        "threads": call.thread is not None,
        "values": any(item.value is not None for item in items),
        "lengths": any(item.length is not None for item in items)
        or any(item.length is not None for item in buffers),
        "arguments": bool(call.args),
        "handles": any(name.startswith("h") for name in call.args),
        "processes": call.origin.startswith("process "),
    }
    return {what for what, is_there in found.items() if is_there}


def test_no_trace_shows_more_than_its_dialect_does() -> None:
    wrong = {
        (call.dialect, what)
        for path in CORPUS.glob("*.trace")
        for call in read(path.read_bytes().split(b"\n"))
        for what in read_of(call)
        if call.dialect != ASSUMED and not shows(call.dialect, what)
    }
    assert wrong == set()


def test_dialects_that_leave_calls_out() -> None:
    assert {dialect for dialect in (*OTHERS, "pkcs11-spy", "p11-kit", "nss") if partial(dialect)} == {
        "hsm-doctor",
        ASSUMED,
    }
