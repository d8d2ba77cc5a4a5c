"""Arguments that are files or modules: the command for `ckr FILE`, and the check before a module is probed implicitly."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ckrtool.errors import UsageError

# A library that exports one of these is a PKCS #11 module (C_GetInterface since 3.0).
ENTRIES = frozenset({"C_GetFunctionList", "C_GetInterface"})
LIBRARY_MAGIC = (b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"MZ")
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def command_line(words: list[str]) -> list[str] | None:
    """Return the command line for arguments that are all existing files; None if they are not.

    Logs are summarised (`scan`). A single module whose path contains a slash is probed without a PIN. Raises UsageError
    for a folder, and for a library that must not be loaded, with the reason.
    """
    if any("/" in word and " " not in word for word in words) and not any(
        os.path.exists(word)  # noqa: PTH110 - a word may hold anything
        for word in words
    ):
        return ["scan", *words]  # a word with a slash is always a file; scan reports that it does not exist
    if not all(os.path.exists(word) for word in words):  # noqa: PTH110
        return None
    libraries = [word for word in words if _is_library(word)]
    if not libraries:
        for word in words:
            if Path(word).is_dir():
                raise UsageError(f"{word} is a folder", f"name its files: ckr scan {word}/*")
        return ["scan", *words]
    path = libraries[0]
    if len(words) > 1:
        raise UsageError("only one module can be probed at a time", f"ckr probe {path}")
    if "/" not in path:
        raise UsageError(
            f"{path} is a library in the current folder; it is not loaded without a path",
            f"ckr probe ./{path}",
        )
    refuse_unsafe(path)
    return ["probe", path, "--pin-source", "none"]


def refuse_unsafe(path: str) -> None:
    """Raise UsageError unless a library is a PKCS #11 module, and only root and the caller own it and can write to it and its folders."""
    from ckrtool.cli.probe_system import expect_probe_system
    from ckrtool.cryptoki.elf_symbols import exported

    expect_probe_system()
    if not exported(path, ENTRIES):
        raise UsageError(
            f"{path} does not export C_GetFunctionList: not recognised as a PKCS #11 module, not loaded",
            f"to probe it anyway: ckr probe {path}",
        )
    real = Path(path).resolve()
    # The folders of the unresolved path are checked too: a user who can write there can replace a symbolic link.
    for place in (real, *real.parents, *Path(os.path.abspath(path)).parents):  # noqa: PTH100 - links stay as given
        status = place.stat()
        if status.st_uid not in (0, os.geteuid()):
            raise _unsafe(path, f"{place} belongs to another user (uid {status.st_uid})")
        if status.st_mode & WRITABLE_BY_OTHERS:
            raise _unsafe(path, f"{place} can be written by others")


def _unsafe(path: str, why: str) -> UsageError:
    return UsageError(f"{path} is not loaded: {why}", f"if you trust the file: ckr probe {path}")


def _is_library(word: str) -> bool:
    """Return whether a file has the magic bytes of a library; FIFOs and devices are not read."""
    try:
        if not stat.S_ISREG(Path(word).stat().st_mode):
            return False
        with Path(word).open("rb") as stream:
            return stream.read(4).startswith(LIBRARY_MAGIC)
    except OSError:
        return False


def is_module_name(word: str) -> bool:
    """Return whether a word names a known module family, an alias, or a module of this host; no module is loaded."""
    from ckrtool.knowledge import stacks

    if "/" in word or not word.strip():
        return False
    if stacks.by_name_or_file(word) is not None:
        return True
    from ckrtool.cli import module_option

    return module_option.path_of(word) is not None
