"""`explaining`: the notes that an exception gets, and what it decorates."""

from __future__ import annotations

import asyncio
import inspect
import pickle
import traceback
from typing import TYPE_CHECKING

import pytest

import ckrtool

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

MEANING = "CKR_PIN_INCORRECT (0xA0): The PIN or other credential was refused; a try is probably used up"


def notes_of(error: BaseException, function: str | None = None, stack: str | None = None) -> list[str]:
    """Return the notes that an exception gets."""
    with pytest.raises(type(error)) as caught, ckrtool.explaining(function, stack):
        raise error
    return list(getattr(caught.value, "__notes__", []))


class TestAdviceFits:
    """Advice for some functions is not shown as if it were for the call."""

    def test_general_advice_comes_first_without_a_function(self) -> None:
        for value in range(1, 0x210):
            explained = ckrtool.explain(value)
            if explained.kind != "standard":
                continue
            notes = notes_of(RuntimeError(f"pkcs11: {value:#x}: {explained.name}"))
            for label, items in (("do not: ", explained.warnings), ("check: ", explained.checks)):
                shown = [note.removeprefix(label) for note in notes if note.startswith(label)]
                texts = [item.text for item in items if item.when is None and item.stack is None]
                if texts:
                    assert shown[0].startswith(texts[0]), explained.name
                elif shown:
                    assert shown[0].startswith("(for C_"), explained.name

    def test_advice_for_other_functions_is_labelled(self) -> None:
        _, dont, *_ = notes_of(RuntimeError("pkcs11: CKR_ATTRIBUTE_TYPE_INVALID"))
        assert dont.startswith("do not: (for C_GetAttributeValue) Do not stop a listing")
        _, dont, *_ = notes_of(RuntimeError("pkcs11: CKR_ATTRIBUTE_TYPE_INVALID"), "C_GetAttributeValue")
        assert dont.startswith("do not: Do not stop a listing")
        _, _, check, _ = notes_of(RuntimeError("pkcs11: CKR_DATA_LEN_RANGE"))
        assert check.startswith("check: (for C_CreateObject, C_CopyObject and ")

    def test_advice_for_a_module_needs_the_module(self) -> None:
        general = next(item for item in ckrtool.explain(0xA0, "C_Login").checks if item.stack is None)
        error = RuntimeError("C_Login: rv = 0xa0")
        assert notes_of(error)[2].startswith(f"check: {general.text}")

    def test_an_exception_to_the_advice_is_shown(self) -> None:
        assert "(unless it is a session limit" in notes_of(RuntimeError("pkcs11: CKR_ARGUMENTS_BAD"))[1]


def test_methods_of_the_program_name_no_function() -> None:
    def login() -> None:
        raise RuntimeError("pkcs11: CKR_DEVICE_ERROR")

    with pytest.raises(RuntimeError) as caught, ckrtool.explaining():
        login()
    assert caught.value.__notes__[-1] == "more: ckr explain 0x30"


class TestExplaining:
    """The context manager without a module."""

    def test_function_of_the_message_is_used(self) -> None:
        with pytest.raises(RuntimeError) as caught, ckrtool.explaining():
            raise RuntimeError("C_Login failed: rv = 0xa0")
        assert caught.value.__notes__[-1] == "more: ckr explain 0xA0 --function C_Login"

    def test_nested_managers_explain_once(self) -> None:
        with pytest.raises(RuntimeError) as caught, ckrtool.explaining(), ckrtool.explaining("C_Login"):
            raise RuntimeError("C_Login failed: rv = 0xa0")
        assert [note for note in caught.value.__notes__ if note == MEANING] == [MEANING]
        assert len(caught.value.__notes__) == 4

    def test_notes_travel_with_a_pickled_exception(self) -> None:
        with pytest.raises(RuntimeError) as caught, ckrtool.explaining():
            raise RuntimeError("C_Login failed: rv = 0xa0")
        again = pickle.loads(pickle.dumps(caught.value))
        assert again.args == caught.value.args
        assert MEANING in "".join(traceback.format_exception(again))

    def test_async_with(self) -> None:
        async def fails() -> None:
            async with ckrtool.explaining():
                raise RuntimeError("pkcs11: 0xA0: CKR_PIN_INCORRECT")

        with pytest.raises(RuntimeError) as caught:
            asyncio.run(fails())
        assert caught.value.__notes__[0] == MEANING

    def test_decorator_of_functions_and_coroutine_functions(self) -> None:
        @ckrtool.explaining("C_Sign")
        def sign(value: int) -> int:
            return value

        @ckrtool.explaining("C_Login")
        async def log_in(text: str) -> str:
            if text:
                raise RuntimeError(text)
            return "done"

        assert sign(7) == 7
        assert inspect.iscoroutinefunction(log_in)
        assert asyncio.run(log_in("")) == "done"
        with pytest.raises(RuntimeError) as caught:
            asyncio.run(log_in("rv = 0xa0 CKR_PIN_INCORRECT"))
        assert caught.value.__notes__[0] == MEANING

    def test_an_exception_without_a_code_has_no_notes(self) -> None:
        with pytest.raises(KeyError) as caught, ckrtool.explaining("C_Login"):
            raise KeyError("x")
        assert not hasattr(caught.value, "__notes__")

    def test_generators_and_coroutines_of_every_form(self) -> None:
        message = "C_Login failed: rv = 0xa0"

        @ckrtool.explaining()
        def generator() -> Generator[int, int, str]:
            got = yield 1
            assert got == 5
            yield 2
            raise RuntimeError(message)

        made = generator()
        assert (next(made), made.send(5)) == (1, 2)
        with pytest.raises(RuntimeError) as caught:
            next(made)
        assert caught.value.__notes__[0] == MEANING
        assert inspect.isgeneratorfunction(generator)

        ends: list[int] = []

        @ckrtool.explaining("C_Login")
        async def stream() -> AsyncGenerator[int, int]:
            try:
                got = yield 1
                assert got == 5
                yield 2
            except KeyError:
                yield 3
            finally:
                ends.append(1)
            raise RuntimeError(message)

        async def drive() -> list[int]:
            items = stream()
            found = [await anext(items), await items.asend(5), await items.athrow(KeyError())]
            with pytest.raises(RuntimeError) as caught:
                await anext(items)
            assert caught.value.__notes__[0] == MEANING
            closed = stream()
            await anext(closed)
            ends.clear()
            await closed.aclose()
            assert ends == [1]
            return found

        assert asyncio.run(drive()) == [1, 2, 3]
        assert inspect.isasyncgenfunction(stream)

        class Call:
            async def __call__(self) -> None:
                raise RuntimeError(message)

        with pytest.raises(RuntimeError) as caught:
            asyncio.run(ckrtool.explaining()(Call())())
        assert caught.value.__notes__[0] == MEANING

    def test_without_parentheses(self) -> None:
        @ckrtool.explaining
        def log_in() -> None:
            raise RuntimeError("C_Login failed: rv = 0xa0")

        with pytest.raises(RuntimeError) as caught:
            log_in()
        assert caught.value.__notes__[0] == MEANING
        assert log_in.__name__ == "log_in"

    def test_static_and_class_methods(self) -> None:
        class Token:
            @ckrtool.explaining()
            @staticmethod
            def static() -> None:
                raise RuntimeError("C_Login failed: rv = 0xa0")

            @ckrtool.explaining()
            @classmethod
            def of_class(cls) -> None:
                assert cls is Token
                raise RuntimeError("C_Login failed: rv = 0xa0")

        for call in (Token.static, Token().static, Token.of_class, Token().of_class):
            with pytest.raises(RuntimeError) as caught:
                call()
            assert caught.value.__notes__[0] == MEANING

    def test_a_class_is_refused(self) -> None:
        for decorate in (ckrtool.explaining(), ckrtool.explaining):
            with pytest.raises(ValueError, match="a function or method to decorate, not type"):
                decorate(type("Token", (), {}))

    def test_a_group_whose_cause_has_the_code(self) -> None:
        group = ExceptionGroup("both", [ValueError("x"), KeyError("y")])
        group.__cause__ = RuntimeError("C_Login failed: rv = 0xa0")
        assert ckrtool.rv_of(group) == 0xA0
        assert notes_of(group)[0] == MEANING
        assert not hasattr(group.exceptions[0], "__notes__")
        group = ExceptionGroup("both", [RuntimeError("C_Login failed: rv = 0xa0")])
        group.__cause__ = RuntimeError("C_Login failed: rv = 0xa0")
        assert notes_of(group) == []
        assert group.exceptions[0].__notes__[0] == MEANING
