"""Live programs with real bindings: the traceback ends in the meaning, and the exception is the one that was raised."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

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
