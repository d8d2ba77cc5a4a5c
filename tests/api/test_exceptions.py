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
    from collections.abc import AsyncGenerator, Generator
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


def lines_of(
    binding: str, rest: str, environment: dict[str, str], folder: Path, programs: dict[str, str] = BINDINGS
) -> list[str]:
    """Run a program that uses a binding, and return its stderr."""
    if importlib.util.find_spec(binding) is None:
        pytest.skip(f"the Python package {binding} is not installed")
    program = folder / "program.py"
    program.write_text(f"import ckrtool\nMODULE = {MODULE!r}\n{programs[binding]}{rest}")
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

    def test_subclasses_of_python_pkcs11_keep_the_code(self) -> None:
        exceptions = pytest.importorskip("pkcs11.exceptions")
        refused = type("TokenRefused", (exceptions.PinIncorrect,), {"__module__": "app"})
        assert ckrtool.rv_of(refused("the card refused the PIN")) == 0xA0
        assert ckrtool.rv_of(type("Again", (refused,), {})()) == 0xA0
        assert ckrtool.rv_of(type("DeviceError", (exceptions.PKCS11Error,), {"__module__": "app"})()) is None

    def test_numbers_that_a_program_adds_to_a_bindings_class(self) -> None:
        exceptions = pytest.importorskip("pkcs11.exceptions")
        kind = type("ApiError", (exceptions.PKCS11Error,), {"__module__": "app", "code": 404, "value": 404})
        assert ckrtool.rv_of(kind("no such order")) is None

    @pytest.mark.parametrize("attribute", ["ckrv", "ck_rv", "CKR"])
    @pytest.mark.parametrize("module", ["app.hsm", "app.http11"])
    def test_attributes_that_only_a_ck_rv_has(self, attribute: str, module: str) -> None:
        error = binding_class("Error", module)("login failed")
        setattr(error, attribute, 0xA0)
        assert ckrtool.rv_of(error) == 0xA0

    @pytest.mark.parametrize("attribute", ["rv", "return_value"])
    def test_attributes_that_other_apis_have_too(self, attribute: str) -> None:
        def rv_of(name: str, module: str, message: str, value: object = 0xA0) -> int | None:
            error = binding_class(name, module)(message)
            setattr(error, attribute, value)
            return ckrtool.rv_of(error)

        assert rv_of("Pkcs11Error", "app.hsm", "login failed") == 0xA0
        assert rv_of("Error", "app.pkcs11.low", "login failed") == 0xA0
        assert rv_of("HsmError", "acme.hsm", "C_Login failed") == 0xA0
        assert rv_of("HsmError", "acme.hsm", "refused: CKR_PIN_INCORRECT") == 0xA0
        assert rv_of("HttpError", "app.http11", "login failed") is None, "its numbers are another API's"
        assert rv_of("HsmError", "acme.hsm", "C_Login: CKR_DEVICE_ERROR") is None, "which one?"
        assert rv_of("Pkcs11Error", "app.hsm", "failed", value=True) is None
        assert rv_of("Pkcs11Error", "app.hsm", "failed", value=0) is None

    def test_a_number_of_ctypes_is_signed(self) -> None:
        error = binding_class("CkError", "pkcs11wrapper")("failed")
        vars(error)["ckrv"] = -2147483647
        assert ckrtool.rv_of(error) == 0x80000001
        vars(error)["ckrv"] = -1
        assert ckrtool.rv_of(error) is None, "the binding's own error"

    @pytest.mark.parametrize(
        ("module", "name", "base", "attributes"),
        [
            ("myapp.pkcs11.api", "NotFound", Exception, {"code": 404, "value": 404}),
            ("myapp.pkcs11.api", "HttpError", OSError, {"errno": 5, "status": 404}),
            ("myapp.pkcs11.cli", "Abort", SystemExit, {"code": 3, "rv": 3}),
            ("myapp.pkcs11", "Dead", Exception, {}),
            ("myapp.pkcs11", "DeadBeef", Exception, {}),
            ("myapp.pkcs11", "Cancel", Exception, {}),
        ],
    )
    @pytest.mark.parametrize("message", ["", "order 7 not found", "error: 404", "cancel", "status 0x5"])
    def test_a_programs_own_classes_near_pkcs11(
        self, module: str, name: str, base: type[BaseException], attributes: dict[str, int], message: str
    ) -> None:
        error = type(name, (base,), {"__module__": module})(message)
        for attribute, value in attributes.items():
            setattr(error, attribute, value)
        assert ckrtool.rv_of(error) is None

    def test_a_class_with_the_name_of_a_code(self) -> None:
        assert ckrtool.rv_of(binding_class("PinIncorrect", "myapp.pkcs11")("login failed")) == 0xA0
        assert ckrtool.rv_of(binding_class("PinIncorrect", "myapp.web")("login failed")) is None

    def test_what_is_no_exception_is_a_value_error(self) -> None:
        for other in ("CKR_PIN_INCORRECT", 0xA0, None, RuntimeError):
            with pytest.raises(ValueError, match="expected an exception"):
                ckrtool.rv_of(other)  # type: ignore[arg-type]

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


FUNCTIONS = {
    "pkcs11": """
import pkcs11
session = pkcs11.lib(MODULE).get_token(token_label="demo").open(user_pin="1234", rw=True)
key = session.generate_key(pkcs11.KeyType.AES, 256)
CALLS = [
    (lambda: key.decrypt(b"abc"), "C_DecryptInit"),
    (lambda: key.decrypt(b"abc", mechanism_param=bytes(16)), "C_Decrypt"),
    (lambda: list(key.decrypt([b"abc"], mechanism_param=bytes(16))), "C_DecryptFinal"),
    (lambda: key.sign(b"x"), "C_SignInit"),
    (lambda: key.verify(b"x", b"x"), "C_VerifyInit"),
    (lambda: session.digest(b"x", mechanism=pkcs11.Mechanism.AES_CBC), "C_DigestInit"),
    (lambda: key[pkcs11.Attribute.MODULUS], "C_GetAttributeValue"),
    (lambda: key.wrap_key(key), "C_WrapKey"),
    (lambda: session.set_pin("9999", "5678"), "C_SetPIN"),
    (lambda: session.token.open(user_pin="1234"), None),  # C_OpenSession or C_Login
]
""",
    "PyKCS11": """
import PyKCS11
library = PyKCS11.PyKCS11Lib()
library.load(MODULE)
slot = library.getSlotList(tokenPresent=True)[0]
session = library.openSession(slot, PyKCS11.CKF_SERIAL_SESSION | PyKCS11.CKF_RW_SESSION)
CALLS = [
    (lambda: library.openSession(99999), "C_OpenSession"),
    (lambda: session.login("9999"), "C_Login"),
    (lambda: session.generateKey([]), "C_GenerateKey"),
    (lambda: session.digestSession(PyKCS11.Mechanism(PyKCS11.CKM_AES_CBC)), "C_DigestInit"),
    (lambda: session.setPin("9999", "5678"), "C_SetPIN"),
    (lambda: session.digest(b"x", PyKCS11.Mechanism(PyKCS11.CKM_AES_CBC)), None),  # C_DigestInit or C_Digest
    (lambda: login(), None),  # not a method of the binding
]
def login():
    session.digest(b"x", PyKCS11.Mechanism(PyKCS11.CKM_AES_CBC))
""",
}
NAMED = """
for call, function in CALLS:
    try:
        with ckrtool.explaining():
            call()
    except Exception as error:
        last = error.__notes__[-1]
        assert last.endswith(f" --function {function}") if function else "--function" not in last, (last, function)
        assert not error.__notes__[1].startswith("do not: Do not try PINs") or function == "C_Login"
    else:
        raise SystemExit(f"no exception: {function}")
"""


@pytest.mark.parametrize("binding", FUNCTIONS)
def test_the_function_is_that_of_the_bindings_method(
    binding: str, environment: dict[str, str], tmp_path: Path
) -> None:
    assert lines_of(binding, NAMED, environment, tmp_path, programs=FUNCTIONS) == []


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
