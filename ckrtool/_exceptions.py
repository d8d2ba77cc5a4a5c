"""The return codes that exceptions of Python bindings carry: `rv_of` and `explaining`."""

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

# Parts of a module's or class's dotted name that make it a binding's.
BINDINGS = ("kcs11", "cryptoki", ".ckr", "_ckr", ".p11", "_p11")
# Attributes in which exceptions keep their CK_RV; the second group only counts in a module of a binding.
RV_ATTRIBUTES = ("rv", "ckrv", "ck_rv", "return_value")
BINDING_ATTRIBUTES = ("value", "code")
# A message of another exception is read only with one of these in it: "cancel" or "error 5" may be of any API.
SIGNS = ("ckr_", "c_", "rv", "kcs", "cryptoki")


class Return(NamedTuple):
    """A CK_RV and the function that the exception names, if it names one."""

    value: int
    function: str | None = None


def rv_of(exception: BaseException) -> int | None:
    """Return the CK_RV that an exception of a binding carries, its cause's if it has none itself; None where neither has.

    >>> rv_of(RuntimeError("C_Login failed: rv = 0xa0"))
    160
    """
    found = _return_of(exception)
    return None if found is None else found.value


class explaining(ContextDecorator):  # noqa: N801 - used like a function
    """A context manager (and decorator) that adds the meaning of a return code to a binding's exception as notes.

    The exception is re-raised unchanged; in an exception group each exception has its own notes. `function` (C_...) and
    `stack` choose what fits. Also for `async with` and coroutine functions.

    >>> with explaining("C_Login"):
    ...     raise RuntimeError("C_Login failed: rv = 0xa0")
    Traceback (most recent call last):
    RuntimeError: C_Login failed: rv = 0xa0
    CKR_PIN_INCORRECT (0xA0): The PIN or other credential was refused; a try is probably used up
    ...
    """

    def __init__(self, function: str | None = None, stack: str | None = None) -> None:
        # Wrong arguments are reported here: later they would take the place of the caller's own exception.
        self._function = None if function is None else _api.function_name(function)
        self._stack = None if stack is None else _api.stack_id(stack)

    def __call__(self, func: Function) -> Function:
        """Return the function with the notes added to its exceptions; a coroutine function stays one."""
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
        """Add the notes to an exception that carries a CK_RV."""
        if error is None:
            return
        # No fault in here may take the place of the caller's exception.
        with suppress(Exception):
            for one in _single(error):
                self._explain(one)

    async def __aenter__(self) -> Self:
        """Return the manager itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Add the notes to an exception that carries a CK_RV."""
        self.__exit__(kind, error, trace)

    def _explain(self, error: BaseException) -> None:
        """Add the notes, once: an exception that passes several managers is explained by the innermost."""
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
            for one in group[:1]:
                yield f"{label}: {one.text}" + (f" [danger: {one.danger}]" if one.danger else "")
        yield f"more: ckr explain 0x{found.value:X}" + (f" --function {function}" if function else "")


def _single(error: BaseException) -> Iterator[BaseException]:
    """Yield the exception, or those of a group."""
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _single(one)
    else:
        yield error


def _return_of(exception: BaseException) -> Return | None:
    """Return what an exception carries, else its cause."""
    seen: set[int] = set()
    one: BaseException | None = exception
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        # An exception whose attributes or text can't be read carries nothing.
        with suppress(Exception):
            if (found := _own_return(one)) is not None:
                return found
        one = one.__cause__
    return None


def _own_return(exception: BaseException) -> Return | None:
    """Return the CK_RV of one exception: an attribute, a binding's class by its name, or the line that it prints."""
    kind = type(exception)
    in_binding = _is_bindings(kind.__module__)
    if in_binding or any(_is_bindings(one.__module__, one.__qualname__) for one in kind.__mro__):
        for attribute in (*RV_ATTRIBUTES, *(BINDING_ATTRIBUTES if in_binding else ())):
            value = getattr(exception, attribute, None)
            if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 64:
                return Return(normalise(value))
        texts = [kind.__name__, str(exception)] if in_binding else [str(exception)]
        found = next((found for text in texts if (found := _read(text)) is not None), None)
        # A traceback's last line names the binding: it is read as in a log.
        return found or _read_log(f"{kind.__module__}.{kind.__qualname__}: {exception}")
    text = str(exception)
    return _read(text) if any(sign in text.lower() for sign in SIGNS) else None


def _is_bindings(*names: str) -> bool:
    dotted = "." + ".".join(names).lower()
    return any(part in dotted for part in BINDINGS)


def _read(text: str) -> Return | None:
    """Return what the only line with a return code says; None for other text, a plain number, and success."""
    if not 0 < len(text) < literals.LONGEST or text.strip().isdigit():
        return None
    found = [one for line in text.splitlines() if (one := _read_line(line)) is not None]
    return found[0] if len({one.value for one in found}) == 1 else None


def _read_line(line: str) -> Return | None:
    try:
        found = _api.decoded(line)
    except ValueError:
        return None
    if not found.value or found.kind not in ("standard", "vendor", "historic", "undefined"):
        return None
    return Return(found.value, found.function)


def _read_log(text: str) -> Return | None:
    """Return the only return code that `scan` finds in lines, with its function."""
    rows = _api.scan(text.splitlines()).as_dict()["codes"]
    if len(rows) != 1:
        return None
    functions = [name for name in rows[0]["functions"] if name.startswith("C_")]
    return Return(rows[0]["value"], functions[0] if len(functions) == 1 else None)
