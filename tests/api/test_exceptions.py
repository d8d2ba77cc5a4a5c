"""Exceptions of real bindings: the traceback ends in the meaning, and the exception is the one that was raised."""

from __future__ import annotations

import asyncio
import importlib.util
import inspect
import pickle
import subprocess
import sys
import traceback
from typing import TYPE_CHECKING

import pytest

import ckrtool
from tests.conftest import ROOT
from tests.tokens import make_token

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
MEANING = "CKR_PIN_INCORRECT (0xA0): The PIN or other credential was refused; a try is probably used up"
# How each binding logs in with a PIN; the binding's own exception is what is looked at.
BINDINGS = {
    "pkcs11": """
import pkcs11
library = pkcs11.lib(MODULE)
def login(pin):
    library.get_token(token_label="demo").open(user_pin=pin)
""",
    "PyKCS11": """
import PyKCS11
library = PyKCS11.PyKCS11Lib()
library.load(MODULE)
def login(pin):
    session = library.openSession(library.getSlotList(tokenPresent=True)[0])
    try:
        session.login(pin)
    finally:
        session.closeSession()
""",
    "cffi": """
import cffi
ffi = cffi.FFI()
ffi.cdef('''
unsigned long C_Initialize(void *args);
unsigned long C_GetSlotList(unsigned char present, unsigned long *slots, unsigned long *count);
unsigned long C_OpenSession(unsigned long slot, unsigned long flags, void *p, void *notify, unsigned long *session);
unsigned long C_Login(unsigned long session, unsigned long user, unsigned char *pin, unsigned long length);
''')
library = ffi.dlopen(MODULE)
class P11CryptoPluginException(Exception):
    pass
def checked(rv):
    if rv:
        raise P11CryptoPluginException(f"HSM returned response code: {rv:#x} CKR_????")
checked(library.C_Initialize(ffi.NULL))
def login(pin):
    slots, count, session = ffi.new("unsigned long[9]"), ffi.new("unsigned long *", 9), ffi.new("unsigned long *")
    checked(library.C_GetSlotList(1, slots, count))
    checked(library.C_OpenSession(slots[0], 4, ffi.NULL, ffi.NULL, session))
    checked(library.C_Login(session[0], 1, pin.encode(), len(pin)))
""",
}
UNCHANGED = """
import pickle
try:
    with ckrtool.explaining("C_Login", stack="softhsm2"):
        try:
            login("9999")
        except Exception as inner:
            raised, kind, arguments, text = inner, type(inner), inner.args, str(inner)
            raise
except Exception as outer:
    assert outer is raised
    assert (type(outer), outer.args, str(outer)) == (kind, arguments, text)
    again = pickle.loads(pickle.dumps(outer))
    assert (type(again), again.args, str(again)) == (kind, arguments, text)
    assert ckrtool.rv_of(outer) == ckrtool.rv_of(again) == 0xA0
else:
    raise SystemExit("no exception")
"""
UNCAUGHT = """
with ckrtool.explaining("C_Login", stack="softhsm2"):
    login("9999")
"""
TASKS = """
import asyncio
@ckrtool.explaining("C_Login", stack="softhsm2")
async def log_in():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.to_thread(login, "9999"))
asyncio.run(log_in())
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of a program that sees a token called demo."""
    home = tmp_path_factory.mktemp("token")
    return {
        **make_token(home, "demo", "1234").env,
        "PYTHONPATH": str(ROOT),
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
    }


def lines_of(binding: str, rest: str, environment: dict[str, str], folder: Path) -> list[str]:
    """Run a program that uses a binding, and return its stderr."""
    if importlib.util.find_spec(binding) is None:
        pytest.skip(f"the Python package {binding} is not installed")
    program = folder / "program.py"
    program.write_text(f"import ckrtool\nMODULE = {MODULE!r}\n{BINDINGS[binding]}{rest}")
    done = subprocess.run(
        [sys.executable, str(program)], env=environment, cwd=folder, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.stdout == ""
    return done.stderr.splitlines()


@pytest.mark.parametrize("binding", BINDINGS)
class TestLivePrograms:
    """Programs that log in with a wrong PIN."""

    def test_the_traceback_ends_in_the_meaning_and_the_first_check(
        self, binding: str, environment: dict[str, str], tmp_path: Path
    ) -> None:
        *_, raised, meaning, dont, check, more = lines_of(binding, UNCAUGHT, environment, tmp_path)
        assert not raised.startswith(" "), "the exception's own line"
        assert meaning == MEANING
        assert dont.startswith("do not: Don't try again automatically")
        assert check.startswith("check: softhsm2-util --show-slots")
        assert more == "more: ckr explain 0xA0 --function C_Login"

    def test_the_exception_is_unchanged(
        self, binding: str, environment: dict[str, str], tmp_path: Path
    ) -> None:
        assert lines_of(binding, UNCHANGED, environment, tmp_path) == []

    def test_an_exception_of_a_task_group_is_explained(
        self, binding: str, environment: dict[str, str], tmp_path: Path
    ) -> None:
        lines = [line.strip(" |") for line in lines_of(binding, TASKS, environment, tmp_path)]
        assert any(line.startswith("ExceptionGroup") or "ExceptionGroup:" in line for line in lines)
        assert lines.count(MEANING) == 1


def binding_class(name: str, module: str) -> type[Exception]:
    """Return an exception class of a module that is not installed here."""
    return type(name, (Exception,), {"__module__": module})


class TestReturnCodeOfAnException:
    """`rv_of` with the forms that are raised."""

    def test_classes_and_messages_of_python_pkcs11(self) -> None:
        exceptions = pytest.importorskip("pkcs11.exceptions")
        assert ckrtool.rv_of(exceptions.PinIncorrect()) == 0xA0
        already = "Initialisation error (already initialized). Should never see this."
        assert ckrtool.rv_of(exceptions.PKCS11Error(already)) == 0x191
        for value in (0x68, 0x12345, 0x80000005):
            assert ckrtool.rv_of(exceptions.PKCS11Error(f"Unmapped error code {value:#x}")) == value
        assert ckrtool.rv_of(exceptions.NoSuchKey("No key matching {}")) is None

    def test_values_of_pykcs11(self) -> None:
        pykcs11 = pytest.importorskip("PyKCS11")
        for value in (1, 0xA0, 0x12345, 0x80000005):
            assert ckrtool.rv_of(pykcs11.PyKCS11Error(value)) == value
        for value in (-1, -2, -3):  # PyKCS11's own errors
            assert ckrtool.rv_of(pykcs11.PyKCS11Error(value, "x.so: cannot open")) is None

    def test_the_cause_counts_where_the_exception_has_no_code(self) -> None:
        error = RuntimeError("wrapped")
        error.__cause__ = RuntimeError("pkcs11: 0x30: CKR_DEVICE_ERROR")
        assert ckrtool.rv_of(error) == 0x30
        error.__cause__.__cause__ = error  # a circle ends
        error.__cause__.args = ("wrapped",)
        assert ckrtool.rv_of(error) is None

    @pytest.mark.parametrize("attribute", ["rv", "ckrv", "ck_rv", "return_value"])
    def test_attributes_of_an_own_class(self, attribute: str) -> None:
        error = binding_class("Pkcs11Error", "app.hsm")("login failed")
        setattr(error, attribute, 0xA0)
        assert ckrtool.rv_of(error) == 0xA0
        other = binding_class("HttpError", "app.http11")("login failed")
        setattr(other, attribute, 0xA0)
        assert ckrtool.rv_of(other) is None, "its numbers are another API's"

    @pytest.mark.parametrize(
        "error",
        [
            ValueError("160"),
            ValueError("deadbeef"),
            RuntimeError("cancel"),
            RuntimeError("error 0x00000005"),
            OSError(5, "Input/output error"),
            KeyError("x"),
            SystemExit(160),
            RuntimeError("C_Login: CKR_OK"),
            RuntimeError("C_Login: rv = 0xa0\nC_Logout: rv = 0x30"),
        ],
        ids=repr,
    )
    def test_other_exceptions_carry_none(self, error: BaseException) -> None:
        assert ckrtool.rv_of(error) is None

    def test_a_message_is_read_as_in_a_log_that_names_the_binding(self) -> None:
        message = "PKCS11 error: 0xa0"
        assert ckrtool.rv_of(binding_class("Pkcs11Error", "app.hsm")(message)) == 0xA0
        assert ckrtool.rv_of(binding_class("HttpError", "app.http11")("error: 0xa0")) is None

    def test_a_line_among_others(self) -> None:
        assert ckrtool.rv_of(RuntimeError("command failed:\nC_Login: rv = 0xa0\n")) == 0xA0

    def test_an_exception_that_cannot_be_read_stays_the_callers(self) -> None:
        class Pkcs11Broken(Exception):
            @property
            def rv(self) -> int:
                raise RuntimeError("closed")

            def __str__(self) -> str:
                raise RuntimeError("closed")

        original = Pkcs11Broken()
        assert ckrtool.rv_of(original) is None
        with pytest.raises(Pkcs11Broken) as caught, ckrtool.explaining():
            raise original
        assert caught.value is original


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
