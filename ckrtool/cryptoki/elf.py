"""Checks a file before it is passed to the loader.

`dlopen` blocks on a FIFO, dies of SIGBUS on a truncated file, and reports "no such file" for another architecture.
Nothing here loads or maps the file: it is opened without blocking, and only its headers are read.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
import sys

MACHINES = {
    2: "SPARC", 3: "x86 (32 bit)", 8: "MIPS", 20: "PowerPC", 21: "PowerPC 64", 22: "S/390", 40: "ARM (32 bit)", 43: "SPARC 64", 50: "IA-64",
    62: "x86-64", 183: "AArch64", 243: "RISC-V", 258: "LoongArch",
}  # fmt: skip
"""e_machine by number (System V ABI)."""

_FILE_TYPES = {1: "an object file (.o), not linked yet", 2: "a program", 4: "a core dump"}
_OTHER_FORMATS = (
    (b"MZ", "a Windows DLL or program"),
    (b"\xfe\xed\xfa", "a macOS library or program"),
    (b"\xcf\xfa\xed\xfe", "a macOS library or program"),
    (b"\xce\xfa\xed\xfe", "a macOS library or program"),
    (b"\xca\xfe\xba\xbe", "a macOS universal library or a Java class"),
    (b"!<arch>\n", "a static library (.a)"),
    (b"PK\x03\x04", "a ZIP or JAR file"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"#!", "a script"),
    (b"-----BEGIN", "a PEM file"),
    (b"SQLite format 3", "an SQLite database"),
)
_KINDS = (
    (stat.S_ISDIR, "directory", "is a folder, not a library"),
    (stat.S_ISFIFO, "fifo", "is a named pipe (FIFO), not a library"),
    (stat.S_ISSOCK, "socket", "is a socket, not a library"),
    (stat.S_ISCHR, "device", "is a character device, not a library"),
    (stat.S_ISBLK, "device", "is a block device, not a library"),
)
_PT_LOAD, _PT_DYNAMIC, _ET_DYN = 1, 2, 3


def open_without_blocking(path: str) -> int:
    """Return a descriptor for reading bytes; a FIFO without a writer does not block. Raises OSError."""
    # Windows has no O_NONBLOCK, and needs O_BINARY.
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def read_at(descriptor: int, size: int, offset: int) -> bytes:
    """Return at most `size` bytes from `offset` of a file (os.pread, which Windows lacks)."""
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
    except OSError as error:
        # An offset beyond the size of any file, from a damaged header.
        if error.errno in (errno.EINVAL, errno.EOVERFLOW):
            return b""
        raise
    return os.read(descriptor, size)


class LoadError(Exception):
    """Raised for a file that can't be used as a module.

    `kind` is a stable id (one of `ckrtool.cryptoki.load.KINDS`) and `sentence` the message for the user. `detail` names
    the object of the failure: the missing library, the symbol, the folder, or the loader's message.
    """

    def __init__(self, kind: str, sentence: str, detail: str | None = None) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.sentence = sentence
        self.detail = detail


def _missing(path: str) -> LoadError:
    if os.path.islink(path):  # noqa: PTH114  (pathlib is not imported in the worker)
        target = os.readlink(path)  # noqa: PTH115
        return LoadError("missing", f"{path} is a symbolic link to {target}, which does not exist", target)
    folder = os.path.dirname(path)  # noqa: PTH120
    while folder and not os.path.exists(folder) and folder != os.path.dirname(folder):  # noqa: PTH110, PTH120
        parent = os.path.dirname(folder)  # noqa: PTH120
        if os.path.exists(parent):  # noqa: PTH110
            return LoadError("missing", f"{path} does not exist: there is no folder {folder}", folder)
        folder = parent
    return LoadError("missing", f"{path} does not exist", None)


def _from_errno(path: str, error: OSError) -> LoadError:
    code = error.errno
    if code == errno.ENOENT:
        return _missing(path)
    if code in (errno.EACCES, errno.EPERM):
        return LoadError(
            "not-readable", f"{path} is not readable for this user: permission denied", error.strerror
        )
    if code == errno.ENOTDIR:
        return LoadError(
            "missing", f"{path} does not exist: a part of the path is a file, not a folder", error.strerror
        )
    if code == errno.ELOOP:
        return LoadError("missing", f"{path} is a loop of symbolic links", error.strerror)
    if code == errno.ENAMETOOLONG:
        return LoadError("missing", "the path is longer than the system allows", error.strerror)
    return LoadError("not-readable", f"{path} can't be read: {error.strerror}", error.strerror)


def _head(path: str) -> tuple[int, bytes, bytes]:
    """Return the size, the first 64 bytes and the program headers of a regular file."""
    try:
        status = os.stat(path)  # noqa: PTH116
        for test, kind, description in _KINDS:
            if test(status.st_mode):
                raise LoadError(kind, f"{path} {description}")
        if status.st_size == 0:
            raise LoadError("empty", f"{path} is empty")
        fd = open_without_blocking(path)
        try:
            head = read_at(fd, 64, 0)
            return (
                status.st_size,
                head,
                read_at(fd, 1 << 16, _table(head)[0]) if head[:4] == b"\x7fELF" else b"",
            )
        finally:
            os.close(fd)
    except OSError as error:
        raise _from_errno(path, error) from None
    except ValueError:
        raise LoadError(
            "missing", "the path contains a NUL character, which is not allowed in file names"
        ) from None


def _table(head: bytes) -> tuple[int, int, int]:
    """Return offset, size and number of the program headers; zeros where the header is cut off."""
    order = "<" if head[5:6] != b"\x02" else ">"
    try:
        if head[4:5] == b"\x02":
            offset = struct.unpack_from(order + "Q", head, 32)[0]
            size, number = struct.unpack_from(order + "HH", head, 54)
        else:
            offset = struct.unpack_from(order + "I", head, 28)[0]
            size, number = struct.unpack_from(order + "HH", head, 42)
    except struct.error:
        return 0, 0, 0
    return min(offset, 1 << 62), size, number


def _own_head() -> bytes:
    """Return the first bytes of the running interpreter, which a library must match; empty where it is not an ELF file."""
    for path in ("/proc/self/exe", sys.executable):
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                head = file.read(20)
        except OSError:
            continue
        if head[:4] == b"\x7fELF":
            return head
    return b""


def _other_format(path: str, head: bytes) -> LoadError:
    for magic, description in _OTHER_FORMATS:
        if head.startswith(magic):
            return LoadError(
                "not-elf", f"{path} is {description}, not a shared library of this system", description
            )
    if all(byte in b"\t\n\r\f" or 32 <= byte < 127 for byte in head):
        description = (
            "a linker script" if b"GROUP" in head or b"INPUT" in head or b"GNU ld" in head else "a text file"
        )
        return LoadError("not-elf", f"{path} is {description}, not a shared library", description)
    return LoadError("not-elf", f"{path} is not a shared library (no ELF header)")


def _check_machine(path: str, head: bytes, own: bytes) -> None:
    order = "<" if head[5:6] != b"\x02" else ">"
    file_type, machine = struct.unpack_from(order + "HH", head, 16)
    name = MACHINES.get(machine, f"machine {machine}")
    own_machine = struct.unpack_from(("<" if own[5:6] != b"\x02" else ">") + "H", own, 18)[0]
    own_name = MACHINES.get(own_machine, f"machine {own_machine}")
    if head[4] != own[4]:
        bits = {1: 32, 2: 64}
        raise LoadError(
            "wrong-class",
            f"{path} is a {bits.get(head[4], '?')}-bit library ({name}), this program is {bits.get(own[4], '?')}-bit ({own_name})",
            name,
        )
    if head[5] != own[5]:
        orders = {1: "little-endian", 2: "big-endian"}
        description = f"is {orders.get(head[5], 'of unknown byte order')} ({name}), this machine is {orders.get(own[5], '?')} ({own_name})"
        raise LoadError("wrong-machine", f"{path} {description}", name)
    if machine != own_machine:
        raise LoadError("wrong-machine", f"{path} is built for {name}, this machine is {own_name}", name)
    if file_type != _ET_DYN:
        description = _FILE_TYPES.get(file_type, f"an ELF file of type {file_type}")
        raise LoadError("not-shared", f"{path} is {description}, not a shared library", description)


def _check_segments(path: str, size: int, head: bytes, table: bytes) -> None:
    offset, entry, number = _table(head)
    order = "<" if head[5:6] != b"\x02" else ">"
    wide = head[4] == 2
    truncated = LoadError(
        "truncated", f"{path} is truncated: it has {size} bytes, fewer than its headers describe", str(size)
    )
    if offset + entry * number > size or len(table) < entry * number:
        raise truncated
    dynamic = False
    for index in range(number):
        row = table[index * entry : (index + 1) * entry]
        try:
            kind = struct.unpack_from(order + "I", row)[0]
            start, length = (
                (struct.unpack_from(order + "Q", row, 8)[0], struct.unpack_from(order + "Q", row, 32)[0])
                if wide
                else (struct.unpack_from(order + "I", row, 4)[0], struct.unpack_from(order + "I", row, 16)[0])
            )
        except struct.error:
            raise truncated from None
        if kind in (_PT_LOAD, _PT_DYNAMIC) and start + length > size:
            raise truncated
        dynamic = dynamic or kind == _PT_DYNAMIC
    if not dynamic:
        raise LoadError("not-shared", f"{path} has no dynamic section: it is not a shared library")


def inspect(path: str) -> None:
    """Raise LoadError, with the reason, for a file that the loader would refuse or crash on."""
    size, head, table = _head(path)
    own = _own_head()
    if not own:
        return  # this system does not use ELF files; leave the decision to the loader
    if head[:4] != b"\x7fELF":
        raise _other_format(path, head)
    if len(head) < (64 if head[4:5] == b"\x02" else 52):
        raise LoadError(
            "truncated", f"{path} is truncated: {size} bytes are less than an ELF header", str(size)
        )
    _check_machine(path, head, own)
    _check_segments(path, size, head, table)
