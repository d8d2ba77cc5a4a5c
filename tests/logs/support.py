"""What the tests of logs share: running a log through and reading what came out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.scan import Scanner

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> bytes:
    """Return a real log."""
    return (SAMPLES / name).read_bytes()


def annotated(data: bytes, step: int = 1 << 18, **style: Any) -> bytes:
    """Return the annotated log, read in steps of `step` bytes."""
    annotator = Annotator(Style(**style))
    out = [annotator.push(data[start : start + step]) for start in range(0, len(data), step)]
    return b"".join([*out, annotator.finish()])


def objects(data: bytes, step: int = 1 << 18, **options: Any) -> list[dict[str, Any]]:
    """Return the JSON objects of a log."""
    annotator = JsonAnnotator(**options)
    annotator.begin(None)
    out = [annotator.push(data[start : start + step]) for start in range(0, len(data), step)]
    return [json.loads(line) for line in b"".join([*out, annotator.finish()]).splitlines()]


def returns(data: bytes) -> list[tuple[str | None, str | None]]:
    """Return (function, name) of every return code in a log, in order."""
    return [(code["function"], code["name"]) for one in objects(data) for code in one["codes"]]


def summary(data: bytes, **options: Any) -> Any:
    """Return the summary of a log."""
    scanner = Scanner(**options)
    scanner.push(data)
    scanner.finish()
    return scanner.summary()
