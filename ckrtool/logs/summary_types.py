"""Types of a log's summary (`ckr.scan/1`), for type checkers only; not imported at run time."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class Place(TypedDict):
    """A line of a log."""

    line: int
    text: str
    file: NotRequired[str]  # only if several files are summarised
    time: NotRequired[str]


class Failure(TypedDict):
    """The first unexpected failure of the log."""

    line: int
    function: str | None
    name: str | None
    file: NotRequired[str]
    time: NotRequired[str]


class CodeRow(TypedDict):
    """The counts of one return code; `normal` of its `count` occurrences are expected of correct programs."""

    name: str | None
    value: int
    count: int
    normal: int
    functions: dict[str, int]
    first: Place
    last: Place
    verdicts: dict[str, int]
    repeats: NotRequired[int]


LoadRow = TypedDict("LoadRow", {"class": str, "what": str, "count": int, "first": Place})
"""A library that was not loaded."""


class Duration(TypedDict):
    """How long the calls of one function took."""

    count: int
    total_ms: float
    max_ms: float


class Summary(TypedDict):
    """The summary of one log, or of many merged."""

    schema: str
    lines: int
    file: NotRequired[str]
    codes: list[CodeRow]
    first_failure: Failure | None
    calls: dict[str, int]
    loads: NotRequired[list[LoadRow]]
    further: NotRequired[int]
    durations: NotRequired[dict[str, Duration]]
