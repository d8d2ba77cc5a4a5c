"""`explaining`: adds the meaning of a return code to the exceptions of Python bindings."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import ContextDecorator, suppress
from types import TracebackType  # noqa: TC003 - for typing.get_type_hints, as is all of the above
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast, overload

from ckrtool import _api
from ckrtool import _inputs as inputs
from ckrtool._exception_codes import return_of

if TYPE_CHECKING:
    from ckrtool._exception_codes import Return
    from ckrtool._results import Advice

Function = TypeVar("Function", bound=Callable[..., Any])
MOST_NAMES, FEW_NAMES = 3, 2


@overload
def explaining(function: str | None = None, stack: str | None = None) -> Explaining: ...
@overload
def explaining(function: Function) -> Function: ...
def explaining(function: str | Callable[..., Any] | None = None, stack: str | None = None) -> Any:
    """Return a context manager and decorator that adds the meaning of a return code to an exception of a binding, as notes.

    The exception is re-raised unchanged; each exception of an exception group gets its own notes. `function` (C_...) and
    `stack` select the advice; without `function`, it is the one that the exception or the traceback of the binding names. Also
    for `async with`, and for functions of all kinds: coroutine functions, generators, methods; `@explaining` may be without
    parentheses. Raises KeyError for an unknown function, ValueError for an unknown stack or a class.

    >>> try:
    ...     with explaining("C_Login"):
    ...         raise RuntimeError("C_Login failed: rv = 0xa0")
    ... except RuntimeError as error:
    ...     print(error.__notes__[0])
    CKR_PIN_INCORRECT (0xA0): The PIN or other credential was refused; a try is probably used up
    """
    if function is not None and not isinstance(function, str):
        return Explaining(None, stack)(function)
    return Explaining(function, stack)


class Explaining(ContextDecorator):
    """The context manager that `explaining` returns."""

    def __init__(self, function: str | None = None, stack: str | None = None) -> None:
        # Arguments are checked here: an error raised in __exit__ would replace the caller's exception.
        self._function = None if function is None else inputs.function_name(function)
        self._stack = None if stack is None else inputs.stack_id(stack)

    def __call__(self, func: Function) -> Function:
        """Return the decorated function, of the same kind: function, coroutine function, generator or asynchronous generator."""
        from inspect import isasyncgenfunction, iscoroutinefunction, isgeneratorfunction

        if isinstance(func, staticmethod | classmethod):
            return cast("Function", type(func)(self(func.__func__)))
        if isinstance(func, type) or not callable(func):
            raise inputs.wrong("a function or method to decorate", func)
        # An instance with an asynchronous __call__ is called like a coroutine function.
        if iscoroutinefunction(func) or iscoroutinefunction(getattr(type(func), "__call__", None)):  # noqa: B004
            return cast("Function", self._of_coroutine(func))
        if isgeneratorfunction(func):
            return cast("Function", self._of_generator(func))
        if isasyncgenfunction(func):
            return cast("Function", self._of_async_generator(func))
        return super().__call__(func)

    def _of_coroutine(self, func: Callable[..., Any]) -> Callable[..., Any]:
        from functools import wraps

        @wraps(func)
        async def inner(*args: object, **kwargs: object) -> object:
            with self:
                return await func(*args, **kwargs)

        return inner

    def _of_generator(self, func: Callable[..., Any]) -> Callable[..., Any]:
        from functools import wraps

        @wraps(func)
        def inner(*args: object, **kwargs: object) -> Generator[Any, Any, Any]:
            with self:
                return (yield from func(*args, **kwargs))

        return inner

    def _of_async_generator(self, func: Callable[..., Any]) -> Callable[..., Any]:
        from functools import wraps

        @wraps(func)
        async def inner(*args: object, **kwargs: object) -> AsyncGenerator[Any, Any]:
            made: AsyncGenerator[Any, Any] = func(*args, **kwargs)
            with self, suppress(StopAsyncIteration):
                item = await anext(made)
                while True:
                    try:
                        sent = yield item
                    except GeneratorExit:
                        await made.aclose()
                        raise
                    except BaseException as error:  # noqa: BLE001 - thrown in by the caller, for the generator
                        item = await made.athrow(error)
                    else:
                        item = await made.asend(sent)

        return inner

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
            self._explain(error)

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

    def _explain(self, error: BaseException) -> bool:
        """Add the notes to an exception, or to those of a group, and return whether there are any.

        A group whose exceptions have no code is explained itself, as it may have a cause with one.
        """
        if isinstance(error, BaseExceptionGroup) and sum(self._explain(one) for one in error.exceptions):
            return True
        found = return_of(error)
        if found is None:
            return False
        meaning, *rest = self._notes(found)
        # If an exception passes several managers, the innermost adds the notes.
        if meaning not in getattr(error, "__notes__", ()):
            for note in (meaning, *rest):
                error.add_note(note)
        return True

    def _notes(self, found: Return) -> Iterator[str]:
        function = self._function or found.function
        answer = _api.explain(found.value, function, self._stack)
        yield f"{answer.name or answer.kind} (0x{found.value:X}): {answer.summary}"
        for label, group in (("do not", answer.warnings), ("check", answer.checks)):
            item, limits = _first(group, function, self._stack)
            if item is not None:
                unless = f" (unless {item.unless})" if item.unless else ""
                danger = f" [danger: {item.danger}]" if item.danger else ""
                yield f"{label}: {limits}{item.text}{unless}{danger}"
        yield f"more: ckr explain 0x{found.value:X}" + (f" --function {function}" if function else "")


def _first(items: tuple[Advice, ...], function: str | None, stack: str | None) -> tuple[Advice | None, str]:
    """Return the first item that applies, and a label; an item for other functions only if there is no other, with their names."""
    fitting = [item for item in items if item.stack in (None, stack)]
    for item in fitting:
        if item.when is None or function in item.when:
            return item, ""
    for item in fitting:
        names = item.when or ()
        shown = ", ".join(names if len(names) <= MOST_NAMES else names[:FEW_NAMES])
        more = "" if len(names) <= MOST_NAMES else f" and {len(names) - FEW_NAMES} more"
        return item, f"(for {shown}{more}) "
    return None, ""
