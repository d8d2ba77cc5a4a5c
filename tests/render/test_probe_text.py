"""What a person sees of a probe: tables of calls, findings, and the verdict at the end."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from ckrtool.render.probe_text import rich


def call(function: str, **more: Any) -> dict[str, Any]:
    return {"n": 1, "function": function, "args": {}, "rv": 0, "name": "CKR_OK", "ms": 0.5, "expected": ["CKR_OK"],
            "met": True, "verdict": "listed", "output": {}, **more}  # fmt: skip


def sequence(name: str, outcome: str, *calls: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "profile": "health", "outcome": outcome, "reason": None, "calls": list(calls)}


FINDING = {
    "severity": "error", "id": "call-failed", "function": "C_Login", "rv": 5, "name": "CKR_GENERAL_ERROR", "title": "it failed [bold]",
    "detail": "why " * 40, "advice": [{"text": "look " * 30, "danger": None}],
}  # fmt: skip
REPORT = {
    "module": {"path": "/m.so", "found_by": "path", "info": None},
    "slots": [],
    "sequences": [
        sequence("load", "passed", call("C_Initialize")),
        sequence("login", "failed", call("C_Login", rv=5, name="CKR_GENERAL_ERROR", met=False)),
        sequence("digest", "skipped"),
    ],
    "findings": [FINDING],
    "summary": {"calls": 2, "met": 1, "errors": 1, "warnings": 0},
}


@pytest.mark.parametrize("width", [80, 160])
def test_the_screen(width: int) -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=width, highlight=False, color_system=None)
    for part in rich(REPORT):
        console.print(part)
    lines = [line.rstrip() for line in stream.getvalue().splitlines()]
    assert all(len(line) <= width for line in lines)
    blocks = "\n".join(lines).split("\n\n")
    assert (
        blocks[1] == "load: ok, 1 call, 0.50 ms\n  C_Initialize  CKR_OK  0.50 ms"
    )  # nothing unmet, no header
    assert "expected" in blocks[2]
    assert blocks[3] == "digest: skipped, 0 calls, 0 µs"
    first, *rest = blocks[4].split("\n")
    assert first == "error: it failed [bold] [call-failed]"
    assert all(line.startswith("  ") for line in rest)  # what is wrapped stays under its line
    assert blocks[-1].startswith("verdict: error: it failed [bold]")
