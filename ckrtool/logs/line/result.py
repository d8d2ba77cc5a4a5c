"""What one line says: the return codes in it and what it means for the calls of a trace."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ckrtool.knowledge import advice, legality, registry
from ckrtool.logs.jsontext import json_string

if TYPE_CHECKING:
    from ckrtool.logs.dialects.model import Dialect

MOST_CANDIDATES = 3


class CodeInfo:
    """A return code of a function, with everything that is said about it made once, when it is first needed.

    `short` is the name, or what kind of number it is; `note` is the annotation without the leading blanks and mark; `tail` is
    the rest of the JSON object after `text`. All three are UTF-8.
    """

    __slots__ = ("function", "name", "normal", "note", "ok", "short", "tail", "value", "verdict")

    note: bytes
    short: bytes
    tail: bytes

    def __init__(self, value: int, name: str | None, function: str | None, *, expected: bool) -> None:
        self.value = value
        self.name = name
        self.function = function
        self.ok = value == 0
        self.verdict = legality.check(function, value).verdict if function else _verdict_anywhere(value)
        self.normal = expected or advice.is_normal(value, function)

    def __getattr__(self, name: str) -> bytes:
        """Make a text when it is first asked for: a log may hold hundreds of thousands of values that are only counted."""
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
    """A library that was not loaded: no return code, but annotated and counted like one; `reason` says why, `what` names it."""

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
    "undefined-symbol": "{what} is in no library that the module is linked with",
    "missing-version": "{what} is needed, the installed library is older",
    "wrong-machine": "{what}: built for another kind of machine than the program",
    "not-permitted": "{what}: the system does not allow it; check rights, signature and quarantine",
    "not-shared": "{what} is not a shared library of this system",
    "not-pkcs11": "{what}: the library is not a PKCS #11 module",
    "loader": "{what}; the lines next to this one may say why",
}


class CodeSpan(NamedTuple):
    """One return code in a line: `start` and `end` count bytes; `bare` is a number without its name next to it.

    `traced` says that a trace shows the call returning it, and no program only reports it; `chained` that the program reports it
    at each level that it passes through.
    """

    start: int
    end: int
    bare: bool
    code: CodeInfo
    traced: bool = False
    chained: bool = False


NONE = slice(0, 0)


class Marks(NamedTuple):
    """Where a line of a trace says which call it is of: its thread or number, the time, how long the call took."""

    thread: slice = NONE
    time: slice = NONE
    ms: slice = NONE


NO_MARKS = Marks()


class LineResult(NamedTuple):
    """What a line says. Offsets are from the start of the line.

    `call` is the shape and function of a call that starts here; `returns` the shape of a return that belongs to a
    call on an earlier line (its outcomes have no function yet); `ahead` says that the function may stand in the
    stack trace below; `counted` is a call that only this line shows; `opens` that weak forms count from here.
    `marks` are where the line says of which call it is. `follow` says that the account of calls must be kept for each such line.
    `above` is the dialect of an exception whose function the traceback above the line may name.
    `exact` says that it holds for these very values: another value of the same kind may say something else.
    `normal` are the values that the program meets when nothing is wrong.
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
    """Return the one Code of this value, name and function; `expected` says that the program meets it in normal life."""
    return CodeInfo(value, name, function, expected=expected)


@lru_cache(maxsize=2048)
def name_of(value: int) -> str | None:
    """Return the standard's name of `value`, or an older header's; None where none has one."""
    code = registry.code(value)
    return code.name if code else None


def _verdict_anywhere(value: int) -> str | None:
    """Return the verdict that does not depend on the function: vendor, historic and undefined; None for standard codes."""
    kind = registry.kind_of(value)
    return None if kind == "standard" else kind


def _unnamed(value: int) -> str:
    return "vendor-defined" if registry.kind_of(value) == "vendor" else "undefined in PKCS #11 3.2"


def _note(value: int, name: str | None) -> str:
    """`CKR_PIN_INCORRECT (0xA0): summary`, as the contract's annotation has it."""
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
    return "null" if text is None else json_string(text)
