"""The loader's words (glibc's and musl's, as they print them) and what they are about."""

from __future__ import annotations

import pytest

from ckrtool.cryptoki.dlerror import classify
from ckrtool.cryptoki.load import KINDS


@pytest.mark.parametrize(
    ("words", "kind", "detail"),
    [
        ("libx.so.1: cannot open shared object file: No such file or directory", "missing-dependency", "libx.so.1"),
        ("Error loading shared library libx.so.1: No such file or directory (needed by /m.so)", "missing-dependency", "libx.so.1"),
        ("libx.so.1: cannot open shared object file: Permission denied", "dependency-unusable", "libx.so.1"),
        ("/m.so: undefined symbol: EVP_x, version OPENSSL_3.0.0", "undefined-symbol", "EVP_x"),
        ("/m.so: undefined symbol: some_function", "undefined-symbol", "some_function"),
        ("/lib/libc.so.6: version `GLIBC_2.99' not found (required by /m.so)", "missing-version", "GLIBC_2.99"),
        ("/m.so: failed to map segment from shared object: Operation not permitted", "not-permitted", None),
        ("/m.so: cannot dynamically load position-independent executable", "not-shared", None),
        ("/lib/x.so: wrong ELF class: ELFCLASS32", "dependency-unusable", None),
        ("/m.so: cannot allocate memory in static TLS block", "loader", None),
    ],
)  # fmt: skip
def test_words_of_the_loader(words: str, kind: str, detail: str | None) -> None:
    error = classify("/m.so", words)
    assert kind in KINDS
    assert error.kind == kind
    assert error.detail == (detail or words)
