"""Read a saved report (`ckr.probe/1`) and check its structure, so that renderers need no checks of their own.

A report may come from another host, another version or an untrusted source: every type is checked, and problems are reported
with their path (`sequences[2].calls[0].ms`). Unknown keys are kept, since later versions may add keys.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

from ckrtool.errors import SurroundingsError, UsageError

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Report

SCHEMA = "ckr.probe/1"
SEVERITIES = ("error", "warning", "info")
OUTCOMES = ("passed", "failed", "skipped", "crashed", "hung", "exited")
#: Bytes. A report with the largest number of calls and mechanisms that the probe allows has about 40 MB.
LARGEST = 256 * 1024 * 1024
#: Levels of nested objects and lists; templates inside templates inside mechanism parameters need half of them.
DEEPEST = 32

Check = Callable[[object, str], None]


def read(path: Path | str) -> "Report":
    """Return the report saved at `path`.

    Raises SurroundingsError if the file can't be read, UsageError if it is not a `ckr.probe/1` report.
    """
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SurroundingsError(f"can't read {str(path)!r}: {reason}") from error
    return parse(data, str(path))


def parse(data: bytes, origin: str) -> "Report":
    """Return the report in `data` (JSON); error messages begin with `origin`, a file name.

    Raises UsageError for anything but one JSON object of the schema `ckr.probe/1` with the documented structure.
    """
    if len(data) > LARGEST:
        raise _refused(origin, f"larger than {LARGEST // 2**20} MiB")
    try:
        report = json.loads(
            data.decode("utf-8-sig"), parse_int=_integer, parse_float=_finite, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise _refused(origin, f"not UTF-8 text (byte {error.start})") from error
    except RecursionError as error:
        raise _refused(origin, "nested too deeply") from error
    except json.JSONDecodeError as error:
        raise _refused(
            origin, f"not JSON: {error.msg} (line {error.lineno}, column {error.colno})"
        ) from error
    except ValueError as error:
        raise _refused(origin, f"not JSON: {error}") from error
    return checked(report, origin)


def checked(report: object, origin: str = "report") -> "Report":
    """Return `report` itself if its structure is valid. Raises UsageError with the path of the first error."""
    if not isinstance(report, dict):
        raise _refused(origin, f"a JSON object was expected, not {_kind(report)}")
    schema = report.get("schema")
    if schema != SCHEMA:
        raise _refused(
            origin, f"its schema is {str(schema)[:60]!r}" if "schema" in report else "it has no schema"
        )
    try:
        _REPORT(report, "")
    except _ShapeError as error:
        raise _refused(origin, str(error)) from None
    if _too_deep(report):
        raise _refused(origin, "nested too deeply")
    return cast("Report", report)


def _too_deep(report: dict[str, object]) -> bool:
    """Return whether values are nested more than DEEPEST levels deep; later code walks them recursively."""
    level: list[object] = [report]
    for _ in range(DEEPEST):
        below: list[object] = []
        for value in level:
            if isinstance(value, dict):
                below += value.values()
            elif isinstance(value, list):
                below += value
        level = below
    return bool(level)


class _ShapeError(Exception):
    """Path and description of an error in the structure."""


def _refused(origin: str, problem: str) -> UsageError:
    return UsageError(
        f"{origin}: not a report of `ckr probe --json`: {problem}",
        f"Save one with: ckr probe NAME --json -o report.json (schema {SCHEMA})",
    )


def _integer(digits: str) -> int:
    # CK_ULONG has 64 bits at most; parsing longer numbers would only take time.
    if len(digits) > 20:
        raise ValueError("a number has more than 64 bits")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise ValueError("a number is too large")
    return number


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a JSON number")


def _kind(value: object) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a string",
        bool: "true or false",
        int: "a number",
        float: "a number",
    }
    return names.get(type(value), "null")


def _of(expected: str, *types: type) -> Check:
    def check(value: object, where: str) -> None:
        if type(value) not in types:
            raise _ShapeError(f"{where}: {expected} was expected, not {_kind(value)}")

    return check


def _one_of(words: Sequence[str]) -> Check:
    def check(value: object, where: str) -> None:
        if value not in words:
            raise _ShapeError(f"{where}: one of {', '.join(words)} was expected, not {str(value)[:60]!r}")

    return check


def _maybe(inner: Check) -> Check:
    def check(value: object, where: str) -> None:
        if value is not None:
            inner(value, where)

    return check


def _list(inner: Check) -> Check:
    def check(value: object, where: str) -> None:
        _LIST(value, where)
        assert isinstance(value, list)
        for index, element in enumerate(value):
            inner(element, f"{where}[{index}]")

    return check


def _record(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    def check(value: object, where: str) -> None:
        _MAPPING(value, where or "it")
        assert isinstance(value, dict)
        prefix = f"{where}." if where else ""
        for key, inner in required.items():
            if key not in value:
                raise _ShapeError(f"{prefix}{key} is missing")
            inner(value[key], prefix + key)
        for key, inner in optional.items():
            if value.get(key) is not None:  # null means the same as a missing key
                inner(value[key], prefix + key)

    return check


_TEXT = _of("a string", str)
_INTEGER = _of("a whole number", int)
_NUMBER = _of("a number", int, float)
_BOOL = _of("true or false", bool)
_LIST = _of("a list", list)
_MAPPING = _of("an object", dict)
_TEXTS = _list(_TEXT)

_ITEM = _record(
    {"text": _TEXT},
    {
        "because": _TEXT,
        "when": _TEXTS,
        "stack": _TEXT,
        "unless": _TEXT,
        "danger": _TEXT,
        "ref": _TEXT,
        "kind": _TEXT,
    },
)
_CALL = _record(
    {"function": _TEXT},
    {
        "n": _INTEGER,
        "args": _MAPPING,
        "rv": _INTEGER,
        "name": _TEXT,
        "ms": _NUMBER,
        "expected": _TEXTS,
        "met": _BOOL,
        "verdict": _TEXT,
        "outcome": _TEXT,
        "mismatches": _list(_record({}, {"param": _TEXT})),
    },
)
_SEQUENCE = _record({"name": _TEXT, "outcome": _one_of(OUTCOMES), "calls": _list(_CALL)}, {"reason": _TEXT})
_MECHANISM = _record(
    {"type": _of("a name or a number", str, int)}, {"min": _INTEGER, "max": _INTEGER, "flags": _TEXTS}
)
_FLAGGED = _record({}, {"flags": _TEXTS, "flags_value": _INTEGER})
_SLOT = _record({"id": _INTEGER}, {"info": _FLAGGED, "token": _FLAGGED, "mechanisms": _list(_MECHANISM)})
_FINDING = _record(
    {"severity": _one_of(SEVERITIES), "id": _TEXT, "title": _TEXT},
    {
        "function": _TEXT,
        "rv": _INTEGER,
        "name": _TEXT,
        "detail": _TEXT,
        "meaning": _TEXT,
        "places": _TEXTS,
        "causes": _list(
            _record(
                {"id": _TEXT, "certainty": _TEXT, "text": _TEXT},
                {
                    "fix": _TEXT,
                    "evidence": _list(
                        _record({}, {"sequence": _TEXT, "step": _INTEGER, "function": _TEXT, "text": _TEXT})
                    ),
                },
            )
        ),
        "consequences": _list(_record({"id": _TEXT, "title": _TEXT}, {"function": _TEXT, "name": _TEXT})),
        "advice": _list(_ITEM),
    },
)
_MODULE = _record(
    {"path": _maybe(_TEXT)},
    {
        "found_by": _TEXT,
        "sha256": _TEXT,
        "interfaces": _list(_record({}, {"name": _TEXT, "version": _TEXT})),
        "info": _FLAGGED,
    },
)
_REPORT = _record(
    {"module": _MODULE, "sequences": _list(_SEQUENCE), "findings": _list(_FINDING)},
    {
        "ckr": _record({}, {"version": _TEXT}),
        "started": _TEXT,
        "duration_ms": _NUMBER,
        "profile": _TEXT,
        "interrupted": _TEXT,
        "host": _record({}, {"name": _TEXT, "os": _TEXT, "arch": _TEXT, "user": _TEXT}),
        "slots": _list(_SLOT),
        "summary": _record(
            {}, {"calls": _INTEGER, "met": _INTEGER, "errors": _INTEGER, "warnings": _INTEGER}
        ),
    },
)
