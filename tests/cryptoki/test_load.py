"""Every path that is no module gets its real reason."""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.cryptoki import load
from ckrtool.cryptoki.elf import LoadError, inspect
from tests import fake_module

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ELF files")


class Trace:
    """Remembers which calls loading made."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int | None]] = []
        self._name = ""

    def enter(self, function: str, args: dict[str, Any]) -> None:
        self._name = function

    def leave(self, rv: int | None, output: dict[str, Any], odd: tuple[str, str] | None = None) -> None:
        self.calls.append((self._name, rv))


def reason(path: Path | str) -> LoadError:
    with pytest.raises(LoadError) as caught:
        load.load(str(path), Trace())
    assert caught.value.kind in load.KINDS
    assert str(path)[:40].split("\0")[0] in caught.value.sentence or caught.value.kind == "missing"
    return caught.value


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _dangling(path: Path) -> None:
    path.symlink_to("/nowhere/at/all.so")


def _content(raw: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(raw)


@pytest.mark.parametrize(
    ("make", "kind", "words"),
    [
        (None, "missing", "does not exist"),
        (_dangling, "missing", "/nowhere/at/all.so"),
        (_loop, "missing", "loop of symbolic links"),
        (Path.mkdir, "directory", "is a folder"),
        (_fifo, "fifo", "named pipe"),
        (_socket, "socket", "is a socket"),
        (_content(b""), "empty", "is empty"),
        (_content(b"not a library\n"), "not-elf", "text file"),
        (_content(b"/* GNU ld script */\nGROUP ( libx.so )\n"), "not-elf", "linker script"),
        (_content(b"#!/bin/sh\n"), "not-elf", "script"),
        (_content(b"MZ\x90\0"), "not-elf", "Windows"),
        (_content(b"!<arch>\nx"), "not-elf", "static library"),
        (_content(b"PK\3\4xxxx"), "not-elf", "JAR"),
        (_content(b"\xcf\xfa\xed\xfe"), "not-elf", "macOS"),
        (_content(bytes(range(256))), "not-elf", "no ELF header"),
        (_content(b"\x7fELF\2\1\1"), "truncated", "less than an ELF header"),
    ],
)  # fmt: skip
def test_what_is_no_library(
    tmp_path: Path, make: Callable[[Path], object] | None, kind: str, words: str
) -> None:
    path = tmp_path / "module.so"
    if make:
        make(path)
    error = reason(path)
    assert error.kind == kind
    assert words in error.sentence


def test_paths_that_can_not_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path, words in (
        (tmp_path / "file" / "module.so", "a part of the path is a file"),
        (tmp_path / "a" / "b" / "module.so", f"no folder {tmp_path / 'a'}"),
        ("/dev/null", "character device"),
        (f"{tmp_path}/{'x' * 300}", "longer than"),
        ("a\0b", "NUL"),
    ):
        assert words in reason(path).sentence


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_not_readable(tmp_path: Path, fake: Path) -> None:
    path = tmp_path / "module.so"
    shutil.copy(fake, path)
    path.chmod(0)
    assert reason(path).kind == "not-readable"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_not_readable_for_another_user(tmp_path: Path, fake: Path) -> None:
    path = tmp_path / "module.so"
    shutil.copy(fake, path)
    path.chmod(0)
    tmp_path.chmod(0o711)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        try:
            inspect(str(path))
            os.write(writing, b"readable")
        except LoadError as error:
            os.write(writing, error.kind.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    answer = os.read(reading, 100)
    os.close(reading)
    assert answer == b"not-readable"


def _changed(fake: Path, tmp_path: Path, *changes: tuple[int, bytes]) -> Path:
    raw = bytearray(fake.read_bytes())
    for offset, content in changes:
        raw[offset : offset + len(content)] = content
    path = tmp_path / "module.so"
    path.write_bytes(raw)
    return path


def test_truncated_at_any_length_that_cuts_a_segment(tmp_path: Path, fake: Path) -> None:
    whole = fake.read_bytes()
    for length in (100, 600, 4096, len(whole) // 2):
        path = tmp_path / f"cut-{length}.so"
        path.write_bytes(whole[:length])
        error = reason(path)
        assert (error.kind, error.detail) == ("truncated", str(length))


def test_other_machines(tmp_path: Path, fake: Path) -> None:
    own = struct.unpack_from("<H", fake.read_bytes(), 18)[0]
    other = 183 if own != 183 else 62
    error = reason(_changed(fake, tmp_path, (18, struct.pack("<H", other))))
    assert (error.kind, error.detail) == ("wrong-machine", "AArch64" if other == 183 else "x86-64")
    error = reason(_changed(fake, tmp_path, (4, b"\1")))
    assert error.kind == "wrong-class"
    error = reason(_changed(fake, tmp_path, (5, b"\2")))
    assert error.kind == "wrong-machine"


def test_elf_files_that_are_no_libraries(tmp_path: Path, fake: Path) -> None:
    assert (
        reason(_changed(fake, tmp_path, (16, struct.pack("<H", 1)))).detail
        == "an object file (.o), not linked yet"
    )
    assert reason(_changed(fake, tmp_path, (16, struct.pack("<H", 4)))).detail == "a core dump"
    error = reason(_changed(fake, tmp_path, (16, struct.pack("<H", 2))))
    assert (error.kind, error.detail) == ("not-shared", "a program")
    program = tmp_path / "program"
    cc = fake_module.compiler()
    assert cc
    subprocess.run(
        [cc, "-o", str(program), "-x", "c", "-"], input=b"int main(void) { return 0; }", check=True
    )
    assert reason(program).kind == "not-shared"


def test_a_missing_dependency_is_named(tmp_path: Path) -> None:
    fake_module.shared_object(
        tmp_path, "libneeded.so.7", "int needed(void) { return 1; }", "-Wl,-soname,libneeded.so.7"
    )
    path = fake_module.shared_object(
        tmp_path,
        "module.so",
        "int needed(void); int x(void) { return needed(); }",
        str(tmp_path / "libneeded.so.7"),
    )
    (tmp_path / "libneeded.so.7").unlink()
    error = reason(path)
    assert (error.kind, error.detail) == ("missing-dependency", "libneeded.so.7")


def test_a_dependency_of_another_kind_is_named(tmp_path: Path) -> None:
    needed = fake_module.shared_object(tmp_path, "libneeded.so", "int needed(void) { return 1; }")
    path = fake_module.shared_object(
        tmp_path, "module.so", "int needed(void); int x(void) { return needed(); }", str(needed)
    )
    needed.write_bytes(b"no library at all, but long enough to be read as one by the loader of this system")
    assert reason(path).kind == "dependency-unusable"


def test_an_undefined_symbol_is_named(tmp_path: Path) -> None:
    path = fake_module.shared_object(
        tmp_path, "module.so", "int nowhere_to_be_found(void); int x(void) { return nowhere_to_be_found(); }"
    )
    error = reason(path)
    assert (error.kind, error.detail) == ("undefined-symbol", "nowhere_to_be_found")


def test_a_function_that_is_nowhere_is_bound_when_it_is_used(tmp_path: Path) -> None:
    listing = "int nowhere(void); static void *list[69] = {(void *)0x2802}; "
    entry = "unsigned long C_GetFunctionList(void **at) { *at = list; return 0; } int x(void) { return nowhere(); }"
    module = load.load(str(fake_module.shared_object(tmp_path, "module.so", listing + entry)), Trace())
    (warning,) = module.warnings
    assert warning.startswith("bound-lazily: ")
    assert "nowhere" in warning


def test_a_library_without_the_entry_point(tmp_path: Path) -> None:
    assert reason(fake_module.shared_object(tmp_path, "module.so", "int x;")).kind == "not-pkcs11"


def test_an_entry_point_that_is_data_is_not_called(tmp_path: Path) -> None:
    error = reason(fake_module.shared_object(tmp_path, "module.so", "int C_GetFunctionList[100] = {1, 2};"))
    assert (error.kind, error.detail) == ("function-list-failed", "no code is there")


def test_an_entry_point_of_a_dependency_is_warned_of(tmp_path: Path, fake: Path) -> None:
    inner = tmp_path / "libinner.so"
    shutil.copy(fake, inner)
    outer = fake_module.shared_object(tmp_path, "outer.so", "int x;", "-Wl,--no-as-needed", str(inner))
    assert load.load(str(outer), Trace()).warnings == ["entry-from-dependency"]
    link = tmp_path / "link.so"
    link.symlink_to(inner)
    assert load.load(str(link), Trace()).warnings == []


def test_a_list_of_2_40_has_68_entries_whatever_version_it_says(fake: Path) -> None:
    trace = Trace()
    module = load.load(str(fake), trace)
    assert trace.calls == [("dlopen", None), ("C_GetFunctionList", 0)]
    assert module.listed("C_WaitForSlotEvent")
    assert not module.listed("C_GetInterfaceList")
    assert module.function("C_Sign") is not None
    assert module.function("C_LoginUser") is None


LIST_3 = """
#include <stddef.h>
typedef struct { unsigned char major, minor; } version;
typedef struct { const char *name; void *list; unsigned long flags; } interface;
static unsigned long stub(void) { return 0x54; }
static struct { version v; void *entries[68]; } old = { {MAJOR, 0}, {0} };
static struct { version v; void *entries[COUNT]; } new = { {3, MINOR}, {0} };
static interface all[] = { { "Vendor", &old, 0 }, { "PKCS 11", &old, 0 }, { "PKCS 11", &new, 1 } };
unsigned long C_GetFunctionList(void **out)
{
    for (int i = 0; i < 68; i++) old.entries[i] = (void *)stub;
    for (int i = 0; i < COUNT; i++) new.entries[i] = (void *)stub;
    *out = &old;
    return 0;
}
unsigned long C_GetInterfaceList(interface *list, unsigned long *count)
{
    if (list) for (int i = 0; i < 3; i++) list[i] = all[i];
    *count = 3;
    return 0;
}
"""


@pytest.mark.parametrize(
    ("minor", "count", "has", "has_not"),
    [(0, 92, "C_MessageVerifyFinal", "C_EncapsulateKey"), (1, 92, "C_MessageVerifyFinal", "C_EncapsulateKey"),
     (2, 104, "C_UnwrapKeyAuthenticated", None)],
)  # fmt: skip
def test_the_length_of_a_list_follows_its_version(
    tmp_path: Path, minor: int, count: int, has: str, has_not: str | None
) -> None:
    source = LIST_3.replace("MINOR", str(minor)).replace("COUNT", str(count)).replace("MAJOR", "3")
    module = load.load(str(fake_module.shared_object(tmp_path, f"three{minor}.so", source)), Trace())
    assert [(row["name"], row["version"], row["flags"]) for row in module.interfaces] == [
        ("Vendor", "3.0", 0),
        ("PKCS 11", "3.0", 0),
        ("PKCS 11", f"3.{minor}", 1),
    ]
    found = module.function(has)
    assert found
    assert has_not is None or module.function(has_not) is None
