"""The return codes of exceptions of Python bindings: `rv_of` and `explaining`."""

from __future__ import annotations

from contextlib import ContextDecorator, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar, cast

from ckrtool import _api
from ckrtool.numerals import normalise
from ckrtool.values import literals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    Function = TypeVar("Function", bound=Callable[..., Any])

# Parts of a dotted module or class name by which a binding is recognised.
BINDINGS = ("kcs11", "cryptoki", ".ckr", "_ckr", ".p11", "_p11")
# Attributes that hold the CK_RV of an exception; those of the second tuple are read only in a module of a binding.
RV_ATTRIBUTES = ("rv", "ckrv", "ck_rv", "return_value")
BINDING_ATTRIBUTES = ("value", "code")
# Messages of other exceptions are read only if they contain one of these: "cancel" or "error 5" may come from any API.
SIGNS = ("ckr_", "c_", "rv", "kcs", "cryptoki")


class Return(NamedTuple):
    """A CK_RV, and the function that the exception names, or None."""

    value: int
    function: str | None = None


def rv_of(exception: BaseException) -> int | None:
    """Return the CK_RV of an exception of a binding, or that of its cause; None if neither has one.

    >>> rv_of(RuntimeError("C_Login failed: rv = 0xa0"))
    160
    """
    found = _return_of(exception)
    return None if found is None else found.value


class explaining(ContextDecorator):  # noqa: N801 - used like a function
    """A context manager (and decorator) that adds the meaning of a return code to an exception of a binding, as notes.

    The exception is re-raised unchanged; each exception of an exception group gets its own notes. `function` (C_...) and
    `stack` select the advice. Also for `async with` and coroutine functions.

    >>> try:
    ...     with explaining("C_Login"):
    ...         raise RuntimeError("C_Login failed: rv = 0xa0")
    ... except RuntimeError as error:
    ...     print(error.__notes__[0])
    CKR_PIN_INCORRECT (0xA0): The PIN or other credential was refused; a try is probably used up
    """

    def __init__(self, function: str | None = None, stack: str | None = None) -> None:
        # Arguments are checked here: an error raised in __exit__ would replace the caller's exception.
        self._function = None if function is None else _api.function_name(function)
        self._stack = None if stack is None else _api.stack_id(stack)

    def __call__(self, func: Function) -> Function:
        """Return the decorated function; a coroutine function for a coroutine function."""
        from functools import wraps
        from inspect import iscoroutinefunction

        if not iscoroutinefunction(func):
            return super().__call__(func)

        @wraps(func)
        async def inner(*args: object, **kwargs: object) -> object:
            async with self:
                return await func(*args, **kwargs)

        return cast("Function", inner)

    def __enter__(self) -> Self:
        """Return the manager itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Add the notes to an exception with a CK_RV."""
        if error is None:
            return
        # An error in this code must not replace the caller's exception.
        with suppress(Exception):
            for single in _single(error):
                self._explain(single)

    async def __aenter__(self) -> Self:
        """Return the manager itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Add the notes to an exception with a CK_RV."""
        self.__exit__(kind, error, trace)

    def _explain(self, error: BaseException) -> None:
        """Add the notes once: if an exception passes several managers, the innermost adds them."""
        found = _return_of(error)
        if found is None:
            return
        meaning, *rest = self._notes(found)
        if meaning not in getattr(error, "__notes__", ()):
            for note in (meaning, *rest):
                error.add_note(note)

    def _notes(self, found: Return) -> Iterator[str]:
        function = self._function or found.function
        answer = _api.explain(found.value, function, self._stack)
        yield f"{answer.name or answer.kind} (0x{found.value:X}): {answer.summary}"
        for label, group in (("do not", answer.warnings), ("check", answer.checks)):
            for item in group[:1]:
                yield f"{label}: {item.text}" + (f" [danger: {item.danger}]" if item.danger else "")
        yield f"more: ckr explain 0x{found.value:X}" + (f" --function {function}" if function else "")


def _single(error: BaseException) -> Iterator[BaseException]:
    """Yield the exception itself, or all exceptions of a group."""
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            yield from _single(member)
    else:
        yield error


def _return_of(exception: BaseException) -> Return | None:
    """Return the CK_RV and function of an exception, or of the first of its causes that has one; None if none has."""
    seen: set[int] = set()
    current: BaseException | None = exception
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        # An exception whose attributes or text can't be read has no CK_RV.
        with suppress(Exception):
            if (found := _own_return(current)) is not None:
                return found
        current = current.__cause__
    return None


def _own_return(exception: BaseException) -> Return | None:
    """Return the CK_RV of one exception: from an attribute, the name of a binding's class, or the message; None if it has none."""
    kind = type(exception)
    in_binding = _is_bindings(kind.__module__)
    if in_binding or any(_is_bindings(base.__module__, base.__qualname__) for base in kind.__mro__):
        for attribute in (*RV_ATTRIBUTES, *(BINDING_ATTRIBUTES if in_binding else ())):
            value = getattr(exception, attribute, None)
            if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 64:
                return Return(normalise(value))
        texts = [kind.__name__, str(exception)] if in_binding else [str(exception)]
        found = next((found for text in texts if (found := _read(text)) is not None), None)
        # The last line of a traceback names the binding, so it is read like a log line.
        return found or _read_log(f"{kind.__module__}.{kind.__qualname__}: {exception}")
    text = str(exception)
    return _read(text) if any(sign in text.lower() for sign in SIGNS) else None


def _is_bindings(*names: str) -> bool:
    dotted = "." + ".".join(names).lower()
    return any(part in dotted for part in BINDINGS)


def _read(text: str) -> Return | None:
    """Return the CK_RV in a text; None for a plain number, success, and a text without exactly one return code."""
    if not 0 < len(text) < literals.LONGEST or text.strip().isdigit():
        return None
    found = [read for line in text.splitlines() if (read := _read_line(line)) is not None]
    return found[0] if len({read.value for read in found}) == 1 else None


def _read_line(line: str) -> Return | None:
    try:
        found = _api.decoded(line)
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
