"""The return code of an exception: from an attribute, the name of its class, or its message, and the function from its frames."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ckrtool import _api
from ckrtool import _inputs as inputs
from ckrtool.knowledge import registry
from ckrtool.logs.current_grammar import current
from ckrtool.numerals import VENDOR_LAST, normalise
from ckrtool.values import literals, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

# The top-level module of each known binding, and its dialect, whose [methods] are the functions that its methods call.
KNOWN_BINDINGS = {"pkcs11": "python-pkcs11", "PyKCS11": "pykcs11"}
# Attributes that hold the CK_RV: names that nothing else has, that of PyKCS11, and those that other APIs have too.
OWN_ATTRIBUTES = ("ckrv", "ck_rv", "CKR")
PYKCS11_ATTRIBUTES = ("value",)
SHARED_ATTRIBUTES = ("rv", "return_value")
# Parts of a dotted module or class name that suggest a binding.
LIKE_A_BINDING = ("kcs11", "cryptoki", ".ckr", "_ckr", ".p11", "_p11")
# Messages are read only if they contain one of these: "cancel" or "error 5" may come from any API.
SIGNS = ("ckr_", "c_", "rv", "kcs", "cryptoki")
# The least number that is read as a negative one (a CK_RV in a signed 32-bit integer), and the greatest: small ones are
# errors of the binding itself.
LEAST_NEGATIVE, GREATEST_NEGATIVE = -0x80000000, -0x1000
NAMES_OF_THE_STANDARD = re.compile(r"\b(C_[A-Z][A-Za-z]{2,40}|CKR_[A-Z]\w{1,80})\b")
TWO_WORDS = re.compile(r"[A-Z][a-z0-9]+[A-Z]\w+")


class Return(NamedTuple):
    """A CK_RV, and the function that returned it, None if that is not certain."""

    value: int
    function: str | None = None


def rv_of(exception: BaseException) -> int | None:
    """Return the CK_RV of an exception of a binding, or that of its cause; None if neither has one.

    Raises ValueError if the argument is not an exception.

    >>> rv_of(RuntimeError("C_Login failed: rv = 0xa0"))
    160
    """
    if not isinstance(exception, BaseException):
        raise inputs.wrong("an exception", exception)
    found = return_of(exception)
    return None if found is None else found.value


def return_of(exception: BaseException) -> Return | None:
    """Return the CK_RV and function of an exception, or of the first of its causes that has one; None if none has."""
    seen: set[int] = set()
    current: BaseException | None = exception
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        # An exception whose attributes or text can't be read has no CK_RV.
        with suppress(Exception):
            if (found := _own_return(current)) is not None:
                return found if found.function else Return(found.value, function_in_frames(current))
        current = current.__cause__
    return None


def _own_return(exception: BaseException) -> Return | None:
    """Return the CK_RV of one exception and the function that its message names; None if it has none."""
    if not isinstance(exception, Exception):
        return None  # SystemExit and KeyboardInterrupt have numbers and texts of their own
    kind = type(exception)
    known = [base for base in kind.__mro__ if _top(base) in KNOWN_BINDINGS]
    value = _number(exception, OWN_ATTRIBUTES)
    if value is None and any(_top(base) == "PyKCS11" for base in known):
        value = _number(exception, PYKCS11_ATTRIBUTES)
    if value is None and known:
        value = next((value for base in known if (value := _named_code(base.__name__)) is not None), None)
    text = str(exception)
    if value is not None:
        return Return(value, _named_function(text))
    read = _read_message(exception, text, known=bool(known))
    shared = _number(exception, SHARED_ATTRIBUTES) if _may_be_a_bindings(kind, text) else None
    if shared is None:
        return read
    # A message with another code leaves it open which of them the module returned.
    return Return(shared, _named_function(text)) if read is None or read.value == shared else None


def _read_message(exception: Exception, text: str, *, known: bool) -> Return | None:
    """Return the CK_RV that the message or the name of the class gives; `known` is True for the classes of a known binding."""
    kind = type(exception)
    if (known or any(sign in text.lower() for sign in SIGNS)) and (found := _read(text)) is not None:
        return found
    if known:
        return None
    if _like_a_binding(kind.__module__) and TWO_WORDS.fullmatch(kind.__name__):
        value = _named_code(kind.__name__)
        if value is not None:
            return Return(value)
    # The last line of a traceback names the binding, so it is read like a log line.
    names = [f"{base.__module__}.{base.__qualname__}" for base in kind.__mro__ if _is_named_as_binding(base)]
    return next((found for name in names if (found := _read_log(f"{name}: {text}")) is not None), None)


def _number(exception: BaseException, attributes: tuple[str, ...]) -> int | None:
    """Return the first of the attributes that is a CK_RV other than CKR_OK."""
    for attribute in attributes:
        value = getattr(exception, attribute, None)
        if not isinstance(value, int) or isinstance(value, bool):
            continue
        if 0 < value < literals.WIDEST:
            return normalise(int(value))
        if LEAST_NEGATIVE <= value <= GREATEST_NEGATIVE:
            return value & VENDOR_LAST
    return None


def _may_be_a_bindings(kind: type, text: str) -> bool:
    """Return whether a class, or a message that names the standard's functions or codes, is about PKCS #11."""
    named = any(_like_a_binding(base.__module__, base.__qualname__) for base in kind.__mro__)
    return named or NAMES_OF_THE_STANDARD.search(text) is not None


def _is_named_as_binding(kind: type) -> bool:
    """Return whether the top-level module or the class has the name of a binding; a module inside a program is no evidence."""
    return _like_a_binding(_top(kind)) or _like_a_binding(kind.__qualname__)


def _like_a_binding(*names: str) -> bool:
    dotted = "." + ".".join(names).lower()
    return any(part in dotted for part in LIKE_A_BINDING)


def _top(kind: type) -> str:
    return kind.__module__.partition(".")[0]


def _named_code(name: str) -> int | None:
    """Return the value of the code whose name a class has, as in `PinIncorrect`; None for other names."""
    found = spellings.parse(name)
    return found.value if found is not None and found.vendor is None and found.value else None


def _named_function(text: str) -> str | None:
    """Return the only C_* function that a message names."""
    names = {name for name in NAMES_OF_THE_STANDARD.findall(text) if registry.function_name(name) == name}
    return names.pop() if len(names) == 1 else None


def _read(text: str) -> Return | None:
    """Return the CK_RV in a text; None for a plain number, success, and a text without exactly one return code."""
    if not 0 < len(text) < literals.LONGEST or text.strip().isdigit():
        return None
    found = [read for line in text.splitlines() if (read := _read_line(line)) is not None]
    return found[0] if len({read.value for read in found}) == 1 else None


def _read_line(line: str) -> Return | None:
    try:
        found = inputs.decoded(line)
    except ValueError:
        return None
    if not found.value or found.kind not in ("standard", "vendor", "historic", "undefined"):
        return None
    return Return(found.value, found.function)


def _read_log(text: str) -> Return | None:
    """Return the CK_RV that `scan` finds in a text, with its function; None if there is not exactly one."""
    rows = _api.scan(text.splitlines()).as_dict()["codes"]
    if len(rows) != 1:
        return None
    functions = [name for name in rows[0]["functions"] if name.startswith("C_")]
    return Return(rows[0]["value"], functions[0] if len(functions) == 1 else None)


def function_in_frames(exception: BaseException) -> str | None:
    """Return the C_* function whose return a method of a known binding raised; None if the frames leave that open.

    Only the frames of the binding at the end of the traceback count: those before them are the program's.
    """
    frames = _frames(exception)
    binding = frames[0][0] if frames else ""
    if binding not in KNOWN_BINDINGS:
        return None
    methods = _methods(KNOWN_BINDINGS[binding])
    called: list[str] = []
    for top, name in frames:
        if top != binding:
            break
        found = next((methods[key] for key in _keys(name, called) if key in methods), None)
        if found is not None:
            return found
        called.append(name.rpartition(".")[2])
    return None


def _frames(exception: BaseException) -> list[tuple[str, str]]:
    """Return the top-level module and the qualified name of the function of each frame, the innermost first."""
    frames = []
    trace = exception.__traceback__
    while trace is not None:
        frames.append(trace.tb_frame)
        trace = trace.tb_next
    return [
        (str(frame.f_globals.get("__name__", "")).partition(".")[0], frame.f_code.co_qualname)
        for frame in reversed(frames)
    ]


def _keys(name: str, called: list[str]) -> Iterator[str]:
    """Yield the keys of [methods] that fit a method: with its class, alone, and with each method that it called."""
    method = name.rpartition(".")[2]
    yield ".".join(name.split(".")[-2:])
    yield method
    for inner in called:
        yield f"{method} {inner}"


@cache
def _methods(dialect: str) -> dict[str, str]:
    """Return the functions of a binding's methods, from its dialect."""
    return dict(row for line in current().dialects if line.family == dialect for row in line.above)
