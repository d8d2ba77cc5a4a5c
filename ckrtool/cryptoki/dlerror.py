"""Classifies the message of dlopen: which file, symbol or version was missing."""

from __future__ import annotations

import os

from ckrtool.cryptoki.elf import LoadError

_LOADER_WORDS: tuple[tuple[str, str, str], ...] = (
    (r"undefined symbol: (\S+?),? ", "undefined-symbol", "{path} needs the symbol {what}, which no library it is linked with has"),
    (r"version [`'](\S+)' not found", "missing-version", "{path} needs {what}, which the installed library does not have"),
    (r"wrong ELF class|invalid ELF header|file too short", "dependency-unusable", "a library that {path} needs can't be loaded: {words}"),
    (r"Operation not permitted|Permission denied", "not-permitted", "the system does not let {path} be loaded: {words}"),
    (r"position-independent executable", "not-shared", "{path} is a program, not a shared library"),
)  # fmt: skip


def classify(path: str, words: str) -> LoadError:
    """Return the reason why `path` was not loaded, from the loader's message `words` (glibc or musl).

    The error's `detail` is the missing library, symbol or version; otherwise it is the message.
    """
    import re  # only where loading failed

    missing = re.search(
        r"(?:Error loading shared library )?([^\s:]+): (?:cannot open shared object file: )?No such file or directory",
        words,
    )
    if missing and os.path.realpath(missing[1]) != os.path.realpath(path):
        what = missing[1]
        return LoadError(
            "missing-dependency", f"{path} needs {what}, which is not installed or not found", what
        )
    denied = re.search(r"([^\s:]+): cannot open shared object file: (.+)", words)
    if denied and os.path.realpath(denied[1]) != os.path.realpath(path):
        return LoadError("dependency-unusable", f"{path} needs {denied[1]}: {denied[2]}", denied[1])
    for pattern, kind, sentence in _LOADER_WORDS:
        found = re.search(pattern, words + " ")
        if found:
            what = found[1] if found.re.groups else words
            return LoadError(kind, sentence.format(path=path, what=what, words=words), what)
    return LoadError("loader", f"{path} can't be loaded: {words}", words)
