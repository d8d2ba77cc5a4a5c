"""Loads a module and finds its functions; each reason for a failure has an id (`KINDS`).

Each call is reported to a `Trace` before and after it is made, because each runs code of the module: `dlopen` runs its
constructors, and C_GetFunctionList and C_GetInterfaceList are its functions.
"""

from __future__ import annotations

import ctypes
import os

from ckrtool.cryptoki import elf
from ckrtool.cryptoki.dlerror import classify
from ckrtool.cryptoki.elf import LoadError
from ckrtool.cryptoki.memory import is_code, peek, peek_string
from ckrtool.cryptoki.prototypes import LIST_2_40, LIST_3_0, LIST_3_2, NAMES, bind
from ckrtool.cryptoki.types import POINTER_SIZE, Interface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from ckrtool.cryptoki.text import Json

    class Trace(Protocol):
        """Receives each call that loading makes, before and after it."""

        def enter(self, function: str, args: dict[str, Json]) -> None:
            """Record that a call is about to be made."""

        def leave(
            self, rv: int | None, output: dict[str, Json], anomaly: tuple[str, str] | None = None
        ) -> None:
            """Record that the call returned; `anomaly` is the id and detail of a wrong output."""


KINDS = {
    "ok": "loaded, functions found",
    "missing": "no such file",
    "not-readable": "this user can't read the file or enter a folder of its path",
    "directory": "a folder",
    "fifo": "a named pipe",
    "socket": "a socket",
    "device": "a device",
    "empty": "an empty file",
    "truncated": "a library that is cut off",
    "not-elf": "not a shared library of this system",
    "wrong-class": "a library of another word size (32 or 64 bit)",
    "wrong-machine": "a library for another processor",
    "not-shared": "an ELF file, but not a shared library",
    "missing-dependency": "a library that the module needs is missing",
    "dependency-unusable": "a library that the module needs exists, but can't be loaded",
    "missing-version": "a library that the module needs is too old",
    "undefined-symbol": "a symbol that the module needs is not in any library",
    "not-permitted": "the system does not allow the file to be executed (noexec mount, security policy)",
    "not-pkcs11": "a library without C_GetFunctionList",
    "function-list-failed": "C_GetFunctionList failed or returned no list",
    "constructor-crashed": "crashed while being loaded",
    "constructor-exited": "ended the process while being loaded",
    "constructor-hung": "loading did not finish in time",
    "loader": "refused by the loader for another reason",
}
"""The outcomes of loading, by id, with a short description."""

MOST_INTERFACES = 256
"""Largest number of interfaces that is accepted from a module."""

_OK, _BUFFER_TOO_SMALL = 0x000, 0x150


class _DlInfo(ctypes.Structure):
    _fields_ = [
        ("dli_fname", ctypes.c_char_p),
        ("dli_fbase", ctypes.c_void_p),
        ("dli_sname", ctypes.c_char_p),
        ("dli_saddr", ctypes.c_void_p),
    ]


def _file_of(address: int) -> str | None:
    """Return the file that an address belongs to (dladdr); None where that can't be determined."""
    dladdr = getattr(ctypes.CDLL(None), "dladdr", None)
    info = _DlInfo()
    if dladdr is None or not dladdr(ctypes.c_void_p(address), ctypes.byref(info)) or not info.dli_fname:
        return None
    return os.fsdecode(info.dli_fname)


class Module:
    """A loaded module: its functions by name, its interfaces, and warnings about the way it was loaded.

    Each interface is a dict of "name", "version" and "flags". Each warning is an id ("entry-from-dependency"), which a
    colon and a sentence may follow ("bound-lazily: ...").
    """

    def __init__(self, path: str, handle: ctypes.CDLL) -> None:
        self.path = path
        self.interfaces: list[dict[str, Json]] = []
        self.warnings: list[str] = []
        self.unbound: LoadError | None = None  # why its symbols could not be bound at load time
        self._handle = handle
        self._entries: dict[str, int] = {}
        self._listed: set[str] = set()
        self._callable: dict[str, Callable[..., int]] = {}

    def symbol(self, name: str) -> int | None:
        """Return the address of an exported symbol; None if the module does not export it."""
        try:
            found = self._handle[name]
        except AttributeError:
            return None
        return ctypes.cast(found, ctypes.c_void_p).value

    def add_list(self, pointer: int, first: int, count: int) -> bool:
        """Add entries `first` to `count` of the function list at `pointer`; return False where that memory can't be read."""
        raw = peek(pointer + POINTER_SIZE * (1 + first), POINTER_SIZE * (count - first))
        if raw is None:
            return False
        for index, name in enumerate(NAMES[first:count]):
            entry = int.from_bytes(raw[index * POINTER_SIZE : (index + 1) * POINTER_SIZE], _ORDER)
            self._listed.add(name)
            if entry:
                self._entries.setdefault(name, entry)
        return True

    def function(self, name: str) -> Callable[..., int] | None:
        """Return the function as a callable; None where its entry is NULL or none of the module's lists contains it."""
        found = self._callable.get(name)
        if found is None:
            address = self._entries.get(name)
            if not address and name in ("C_GetInterfaceList", "C_GetInterface", "C_GetFunctionList"):
                address = self.symbol(name)
            if not address:
                return None
            found = self._callable[name] = bind(name, address)
        return found

    def listed(self, name: str) -> bool:
        """Return whether one of the module's function lists has an entry for this function (which may be NULL)."""
        return name in self._listed

    def null_entries(self) -> list[str]:
        """Return the names of the functions whose entry is NULL, in the order of the header."""
        return [name for name in NAMES if name in self._listed and name not in self._entries]

    def close(self) -> None:
        """Unload the module (dlclose), which runs its destructors."""
        _dlclose(self._handle._handle)  # noqa: SLF001  (ctypes offers no other way to unload)


_ORDER: _ByteOrder = "little" if memoryview(b"\1\0").cast("H")[0] == 1 else "big"
if TYPE_CHECKING:
    from typing import Literal as _Literal

    _ByteOrder = _Literal["little", "big"]


def _dlclose(handle: int) -> None:
    import _ctypes

    _ctypes.dlclose(handle)


def _open(path: str, trace: Trace) -> Module:
    """Check the file and return it loaded with dlopen; raise LoadError with the reason where that fails."""
    if "/" not in path:
        path = f"./{path}"  # the loader would search its own path for a bare name; `inspect` would not
    trace.enter("dlopen", {"path": path})
    try:
        elf.inspect(path)
        module, unbound = _bind(path)
    except LoadError as error:
        trace.leave(None, {"error": error.kind})
        raise
    trace.leave(None, {"unbound": unbound.detail} if unbound else {})
    if unbound:
        module.unbound = unbound
        module.warnings.append(f"bound-lazily: {unbound.sentence}")
    return module


def _bind(path: str) -> tuple[Module, LoadError | None]:
    """Return the module with all symbols bound, and None.

    Where a symbol is undefined, the module is bound lazily instead, and the second value says which symbol.
    """
    try:
        return Module(path, ctypes.CDLL(path, mode=os.RTLD_NOW | os.RTLD_LOCAL)), None
    except OSError as error:
        unbound = classify(path, str(error))
    if unbound.kind != "undefined-symbol":
        raise unbound
    try:
        return Module(path, ctypes.CDLL(path, mode=os.RTLD_LAZY | os.RTLD_LOCAL)), unbound
    except OSError:
        raise unbound from None


def _warn_of_foreign_entry(module: Module, address: int) -> None:
    """Add a warning where a function at `address` is in a library that the module is linked with."""
    file = _file_of(address)
    try:
        if file and not os.path.samefile(file, module.path):  # noqa: PTH121
            module.warnings.append("entry-from-dependency")
    except OSError:
        pass


def _get_function_list(module: Module, trace: Trace) -> None:
    address = module.symbol("C_GetFunctionList")
    if address is None:
        return
    if not is_code(address):
        sentence = f"C_GetFunctionList of {module.path} is not a function: the symbol is data"
        raise LoadError("function-list-failed", sentence, "no code is there")
    _warn_of_foreign_entry(module, address)
    trace.enter("C_GetFunctionList", {})
    pointer = ctypes.c_void_p()
    rv = bind("C_GetFunctionList", address)(ctypes.byref(pointer))
    output: dict[str, Json] = {}
    anomaly = None
    listed = False
    if rv == _OK:
        raw = peek(pointer.value, 2)
        where = "NULL" if pointer.value is None else hex(pointer.value)
        if raw is None or pointer.value is None:
            anomaly = ("null-list", f"the pointer is {where}")
        else:
            output["version"] = f"{raw[0]}.{raw[1]}"
            listed = module.add_list(pointer.value, 0, LIST_2_40)
            if not listed:
                anomaly = ("null-list", f"the list at {where} ends before its {LIST_2_40} entries")
            elif pointer.value % POINTER_SIZE:
                anomaly = ("misaligned-list", f"the pointer is {where}")
    trace.leave(rv, output, anomaly)
    if rv != _OK:
        raise LoadError("function-list-failed", f"C_GetFunctionList of {module.path} failed", hex(rv))
    if not listed:
        raise LoadError(
            "function-list-failed",
            f"C_GetFunctionList of {module.path} returned CKR_OK without a list",
            anomaly and anomaly[1],
        )


def interface(row: Interface) -> tuple[dict[str, Json], int | None]:
    """Return name, list version and flags of a CK_INTERFACE, and the address of its list (None if it can't be read)."""
    name = peek_string(row.pInterfaceName)
    raw = peek(row.pFunctionList, 2)
    described: dict[str, Json] = {
        "name": None if name is None else name.decode("utf-8", "backslashreplace"),
        "version": None if raw is None else f"{raw[0]}.{raw[1]}",
        "flags": row.flags,
    }
    return described, row.pFunctionList if raw is not None else None


def written_count(rows: ctypes.Array[Interface], count: int) -> int:
    """Return the number of entries that the module has written, at most `count`: entries of zeros at the end do not count."""
    while count and not bytes(rows[count - 1]).strip(b"\0"):
        count -= 1
    return count


def _entries_of(version: str) -> int:
    """Return the number of entries in a function list of that version; for a version unknown to the standard, those of 2.40."""
    major, minor = (int(part) for part in version.split("."))
    if major != 3:
        return LIST_2_40
    return LIST_3_0 if (major, minor) < (3, 2) else LIST_3_2


def _get_interfaces(module: Module, trace: Trace) -> None:
    """Call C_GetInterfaceList (3.0) and add those functions of "PKCS 11" that CK_FUNCTION_LIST does not contain."""
    address = module.symbol("C_GetInterfaceList")
    if address is None:
        return
    rows = (Interface * (MOST_INTERFACES + 1))()
    count = ctypes.c_ulong(MOST_INTERFACES)
    # The number is not asked for with NULL first: pkcs11-spy (OpenSC 0.23) writes through that pointer.
    trace.enter("C_GetInterfaceList", {"pInterfacesList": {"buffer": MOST_INTERFACES}})
    rv = bind("C_GetInterfaceList", address)(ctypes.byref(rows), ctypes.byref(count))
    filled = written_count(rows, min(count.value, MOST_INTERFACES)) if rv == _OK else 0
    found = [interface(row) for row in rows[:filled]]
    anomaly = None
    if rv in (_OK, _BUFFER_TOO_SMALL) and count.value > MOST_INTERFACES:
        anomaly = ("count-beyond-bound", f"{count.value} interfaces")
    elif rv == _OK and filled < count.value == MOST_INTERFACES:
        anomaly = ("count-not-set", f"pulCount: still {count.value}, {filled} written")
    described: list[Json] = [dict(row) for row, _ in found]
    trace.leave(rv, {"pulCount": count.value, "pInterfacesList": described} if rv == _OK else {}, anomaly)
    module.interfaces = [row for row, _ in found]
    best: tuple[int, int] | None = None
    for row, pointer in found:
        version = row["version"]
        if row["name"] == "PKCS 11" and pointer and isinstance(version, str):
            size = _entries_of(version)
            if best is None or size > best[0]:
                best = (size, pointer)
    if best:
        first = LIST_2_40 if module.listed(NAMES[0]) else 0
        if best[0] > first:
            module.add_list(best[1], first, best[0])


def load(path: str, trace: Trace) -> Module:
    """Load the module at `path`, find its functions and return it.

    Each call is reported to `trace`. Raises LoadError with one of `KINDS`. A crash in a constructor ends the process; the
    supervisor then finds an `enter` without a `leave`.
    """
    module = _open(path, trace)
    if module.symbol("C_GetFunctionList") is None and module.symbol("C_GetInterfaceList") is None:
        raise module.unbound or LoadError(
            "not-pkcs11", f"{path} is a library, but not a PKCS #11 module: it has no C_GetFunctionList"
        )
    _get_function_list(module, trace)
    _get_interfaces(module, trace)
    if not module.listed(NAMES[0]):
        raise LoadError("function-list-failed", f"{path} returned no function list", None)
    return module
