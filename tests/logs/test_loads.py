"""Lines about a library that was not loaded."""

from __future__ import annotations

import pytest

from ckrtool.logs.scan import failed
from tests.logs.support import annotated, objects, summary

LOADS = [
    ("sc_dlopen failed: /opt/libhsm.so: cannot open shared object file: No such file or directory", "missing", "/opt/libhsm.so"),
    ("dlopen: libdep.so.1: cannot open shared object file: No such file or directory", "missing-dependency", "libdep.so.1"),
    ("Error relocating /opt/libhsm.so: RSA_set0_key: symbol not found", "undefined-symbol", "RSA_set0_key"),
    ("OSError: /opt/w32.so: wrong ELF class: ELFCLASS32", "wrong-machine", "/opt/w32.so"),
    (
        "ImportError: DLL load failed while importing _LowLevel: The specified module could not be found.",
        "missing-dependency",
        "The specified module could not be found",
    ),
    (
        "dlopen(/opt/a.so, 0x1): tried: '/opt/a.so' (mach-o file, but is an incompatible architecture (have 'arm64', need 'x86_64'))",
        "wrong-machine",
        "/opt/a.so",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "reason", "what"), LOADS)
def test_a_library_that_was_not_loaded_is_said(line: str, reason: str, what: str) -> None:
    rows = objects(line.encode() + b"\n")
    assert [(row["codes"], row["load"]) for row in rows] == [([], {"class": reason, "what": what})]
    noted = annotated(line.encode() + b"\n").decode()
    assert noted.startswith(f"{line}  # not loaded ({reason}): ")
    assert annotated(line.encode() + b"\n", inline=True) == line.encode() + b"\n"
    found = summary(line.encode() + b"\n" + line.encode() + b"\n")
    assert [(row["class"], row["what"], row["count"]) for row in found["loads"]] == [(reason, what, 2)]
    assert failed(found)


def test_two_libraries_with_different_digits_are_two() -> None:
    line = b"x: /opt/libhsm%d.so: cannot open shared object file: No such file or directory\n"
    rows = objects(b"".join(line % number for number in (1, 2, 3, 1)))
    assert [row["load"]["what"] for row in rows] == [f"/opt/libhsm{n}.so" for n in (1, 2, 3, 1)]
