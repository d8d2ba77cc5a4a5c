"""The prefilter's search by PCRE2, which nearly every Linux host has, as grep and git need it; it changes only the speed.

PCRE2 compiles an expression to machine code that skips text by pairs of letters, where `re` stops at each first letter. It is
used through `ctypes` if the host's library can be loaded and may make code that is executed; else `re` does the search.
"""

from __future__ import annotations

import re
from _thread import allocate_lock  # `threading` takes as long to import as all expressions to compile
from functools import cache

from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.dialects.prefilter import NOWHERE, finder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ckrtool.logs.dialects.prefilter import Finder

NAME = "libpcre2-8.so.0"
_JIT_COMPLETE = 1
_NO_MATCH = -1
# Syntax that PCRE2 interprets differently from `re` or that was not compared.
_NOT_SHARED = re.compile(
    rb"\(\?(?!:|=|<=)|(?<!\\)\{(?!\d+(?:,\d*)?\})|\[(?P<posix>[:.=])[^\]]*(?P=posix)\]|\\[A-Za-z0-9](?<!\\[dwsb])"
)


class _Library(NamedTuple):
    """The functions of the library, and the factory of a C size."""

    compile: Any
    jit_compile: Any
    match_data: Any
    ovector: Any
    match: Any
    number: Any
    size: Any


@cache
def _library() -> _Library | None:
    """Return the host's library; None if it has none or lacks a function."""
    try:
        import ctypes

        library = ctypes.PyDLL(NAME)
        found = _Library(
            library.pcre2_compile_8,
            library.pcre2_jit_compile_8,
            library.pcre2_match_data_create_8,
            library.pcre2_get_ovector_pointer_8,
            library.pcre2_match_8,
            ctypes.c_int,
            ctypes.c_size_t,
        )
    except (ImportError, OSError, AttributeError):  # ImportError if Python was built without ctypes
        return None
    pointer, size, options, text = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint32, ctypes.c_char_p
    error, place = ctypes.POINTER(ctypes.c_int), ctypes.POINTER(size)
    found.compile.restype = found.match_data.restype = pointer
    found.compile.argtypes = [text, size, options, error, place, pointer]
    found.jit_compile.argtypes = [pointer, options]
    found.match_data.argtypes = [options, pointer]
    found.ovector.argtypes = [pointer]
    found.ovector.restype = place
    found.match.argtypes = [pointer, text, size, size, options, pointer, pointer]
    return found


def finders(sources: Iterable[bytes]) -> tuple[Finder, ...] | None:
    """Return the searches for regular expressions; None if PCRE2 cannot be used.

    An expression that PCRE2 may interpret differently is searched for by `re`. As in the prefilter's own searches, each starts
    with a literal letter.
    """
    library = _library()
    if library is None:
        return None
    found = []
    for source in sources:
        find = finder(source) if _NOT_SHARED.search(source) else _finder(library, source)
        if find is None:
            return None
        found.append(find)
    return tuple(found)


def _finder(library: _Library, source: bytes) -> Finder | None:
    """Return the search for a regular expression; None if PCRE2 can't make machine code of it."""
    pattern = b"(*LF)" + source
    code = library.compile(pattern, len(pattern), 0, library.number(), library.size(), None)
    if code is None or library.jit_compile(code, _JIT_COMPLETE) != 0:
        return None
    result = library.match_data(1, None)
    if result is None:
        return None
    ovector = library.ovector(result)
    match, lock = library.match, allocate_lock()

    def by_re(block: bytes, start: int, stop: int) -> int:
        return finder(source)(block, start, stop)  # rare; `re` keeps what it compiled

    def find(block: bytes, start: int, stop: int = NOWHERE) -> int:
        if not lock.acquire(blocking=False):  # another thread is using `result`
            return by_re(block, start, stop)
        try:
            status = match(code, block, min(stop, len(block)), start, 0, result, None)
            if status > 0:
                place: int = ovector[0]
                return place
        finally:
            lock.release()
        return NOWHERE if status == _NO_MATCH else by_re(block, start, stop)

    return find
