"""The result of reading a line: its return codes, and its effect on the calls of a trace."""

from __future__ import annotations

from functools import lru_cache

from ckrtool._named_tuples import NamedTuple
from ckrtool.knowledge import legality, registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.dialects.model import Dialect

MOST_CANDIDATES = 3


class CodeInfo:
    """A return code of a function, with its texts, which are computed once, on first use.

    `short` is the name, or the kind of number if it has none; `note` is the annotation without the leading blanks and `#`;
    `tail` is the rest of the JSON object after `text`. All three are UTF-8. `counts` is what `scan` counts of it: the function,
    the verdict and whether it is normal.
    """

    __slots__ = ("counts", "function", "name", "normal", "note", "ok", "short", "tail", "value", "verdict")

    note: bytes
    short: bytes
    tail: bytes

    def __init__(self, value: int, name: str | None, function: str | None, *, expected: bool) -> None:
        self.value = value
        self.name = name
        self.function = function
        self.ok = value == 0
        self.verdict = legality.check(function, value).verdict if function else _verdict_anywhere(value)
        self.normal = expected or legality.is_normal(value, function)
        self.counts = function, self.verdict, self.normal

    def __getattr__(self, name: str) -> bytes:
        """Compute a text on first use, because a log may contain hundreds of thousands of values that are only counted."""
        if name == "short":
            self.short = made = (self.name or _unnamed(self.value)).encode()
        elif name == "note":
            self.note = made = _note(self.value, self.name).encode()
        elif name == "tail":
            self.tail = made = (
                f',"value":{self.value},"name":{_quoted(self.name)},"function":{_quoted(self.function)},'
                f'"verdict":{_quoted(self.verdict)}}}'
            ).encode()
        else:
            raise AttributeError(name)
        return made


class LoadInfo(CodeInfo):
    """A library that was not loaded, which is annotated and counted like a return code.

    `reason` is a key of REASONS; `what` is the library, symbol or version that the line names.
    """

    __slots__ = ("reason", "what")

    def __init__(self, reason: str, what: str) -> None:
        super().__init__(-1, None, None, expected=False)
        self.reason = reason
        self.what = what
        self.verdict = None
        self.short = reason.encode()
        self.note = f"not loaded ({reason}): {REASONS[reason].format(what=what)}".encode("utf-8", "replace")
        self.tail = b""


REASONS = {
    "missing": "{what} does not exist",
    "missing-dependency": "{what} was not found: a library that the module needs, or the module itself",
    "undefined-symbol": "{what} is not defined in any library that the module is linked with",
    "missing-version": "{what} is needed, but the installed library is older",
    "wrong-machine": "{what}: built for another machine type than the program",
    "not-permitted": "{what}: the system does not allow it; check rights, signature and quarantine",
    "not-shared": "{what} is not a shared library of this system",
    "not-pkcs11": "{what}: the library is not a PKCS #11 module",
    "loader": "{what}; the lines next to this one may say why",
}


class CodeSpan(NamedTuple):
    """A return code in a line; `start` and `end` are offsets in bytes, `bare` is True for a number without its name next to it.

    `traced` is True if a trace shows the return itself, as opposed to a report about it; `chained` is True if the program
    reports the code at each of its levels.
    """

    start: int
    end: int
    bare: bool
    code: CodeInfo
    traced: bool = False
    chained: bool = False


NONE = slice(0, 0)


class Marks(NamedTuple):
    """The places in a trace line that identify its call: thread or number, time, and duration."""

    thread: slice = NONE
    time: slice = NONE
    ms: slice = NONE


NO_MARKS = Marks()


class LineResult(NamedTuple):
    """The result of reading a line. Offsets are relative to the start of the line.

    `call` is the dialect and function of a call that starts here; `returns` the dialect of a return that belongs to a call on
    an earlier line (its codes have no function yet). `ahead` is True if the stack trace below may name the function; `above`
    is the dialect of an exception whose function the traceback above the line may name. `counted` is a call that only this line
    shows. `opens` is True if weak forms count from here on. `marks` are the places that identify the call. `follow` is True if
    each such line must update the open calls. `exact` is True if the result holds for exactly these values, so that another
    value of the same kind may have another result. `normal` are the values that the program gets in normal operation.
    """

    outcomes: tuple[CodeSpan, ...] = ()
    call: tuple[Dialect, str] | None = None
    returns: Dialect | None = None
    ahead: bool = False
    counted: str | None = None
    opens: bool = False
    follow: bool = False
    marks: Marks = NO_MARKS
    exact: bool = False
    above: Dialect | None = None
    normal: frozenset[int] = frozenset()


NOTHING = LineResult()
OPENING = LineResult(opens=True)


@lru_cache(maxsize=8192)
def code_of(value: int, name: str | None, function: str | None, *, expected: bool = False) -> CodeInfo:
    """Return the CodeInfo of a value, name and function; `expected` is True if the program gets it in normal operation."""
    return CodeInfo(value, name, function, expected=expected)


@lru_cache(maxsize=2048)
def name_of(value: int) -> str | None:
    """Return the name of `value` in the standard or an older header; None if it has none."""
    code = registry.code(value)
    return code.name if code else None


def _verdict_anywhere(value: int) -> str | None:
    """Return the verdict that holds for any function (vendor, historic, undefined); None for codes of the standard."""
    kind = registry.kind_of(value)
    return None if kind == "standard" else kind


def _unnamed(value: int) -> str:
    return "vendor-defined" if registry.kind_of(value) == "vendor" else "undefined in PKCS #11 3.2"


def _note(value: int, name: str | None) -> str:
    """Return the annotation of a code, such as `CKR_PIN_INCORRECT (0xA0): SUMMARY`."""
    code = registry.code(value)
    if code is not None and name in (None, code.name):
        return f"{code.name} (0x{value:X}): {code.summary}"
    if name is not None:
        note = next((row.note for row in registry.candidates_by_name(name) if row.note), None)
        return f"{name} (0x{value:X}): {note or 'vendor-defined'}"
    rows = registry.candidates(value)
    names = list(dict.fromkeys(f"{row.name} ({row.vendor_name})" for row in rows))
    text = f"0x{value:X}: {_unnamed(value)}"
    if not names:
        return text
    more = ", ..." if len(names) > MOST_CANDIDATES else ""
    return f"{text}; used as {', '.join(names[:MOST_CANDIDATES])}{more}"


def _quoted(text: str | None) -> str:
    from ckrtool.logs.jsontext import json_string  # only JSON needs it

    return "null" if text is None else json_string(text)
