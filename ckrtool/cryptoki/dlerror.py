"""Classifies the message of dlopen: which file, symbol or version was missing."""

from __future__ import annotations

import os

from ckrtool.cryptoki.elf import LoadError

_LOADER_MESSAGES: tuple[tuple[str, str, str], ...] = (
    (r"undefined symbol: (\S+?),? ", "undefined-symbol", "{path} needs the symbol {detail}, which no library it is linked with has"),
    (r"version [`'](\S+)' not found", "missing-version", "{path} needs {detail}, which the installed library does not have"),
    (r"wrong ELF class|invalid ELF header|file too short", "dependency-unusable", "a library that {path} needs can't be loaded: {message}"),
    (r"Operation not permitted|Permission denied", "not-permitted", "the system does not let {path} be loaded: {message}"),
    (r"position-independent executable", "not-shared", "{path} is a program, not a shared library"),
)  # fmt: skip


def classify(path: str, message: str) -> LoadError:
    """Return the reason why `path` was not loaded, from the loader's `message` (glibc or musl).

    The error's `detail` is the missing library, symbol or version; otherwise it is the message.
    """
    import re  # only where loading failed

    missing = re.search(
        r"(?:Error loading shared library )?([^\s:]+): (?:cannot open shared object file: )?No such file or directory",
        message,
    )
    if missing and os.path.realpath(missing[1]) != os.path.realpath(path):
        detail = missing[1]
        return LoadError(
            "missing-dependency", f"{path} needs {detail}, which is not installed or not found", detail
        )
    denied = re.search(r"([^\s:]+): cannot open shared object file: (.+)", message)
    if denied and os.path.realpath(denied[1]) != os.path.realpath(path):
        return LoadError("dependency-unusable", f"{path} needs {denied[1]}: {denied[2]}", denied[1])
    for pattern, kind, sentence in _LOADER_MESSAGES:
        found = re.search(pattern, message + " ")
        if found:
            detail = found[1] if found.re.groups else message
            return LoadError(kind, sentence.format(path=path, detail=detail, message=message), detail)
    return LoadError("loader", f"{path} can't be loaded: {message}", message)
