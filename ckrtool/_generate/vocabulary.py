"""Compiles the vocabulary of log lines: the literal words in the patterns of dialects and general forms."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

from ckrtool._generate.literal import module
from ckrtool._lazy_re import is_lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PACKAGE = "ckrtool.logs.line"
READERS = ("actions", "bare_numbers", "function_numbers", "functions_and_names", "mentions")


def files(tables: Path) -> dict[Path, str]:
    """Return path -> text of the table; needs the other tables, because the log parsers import them."""
    from ckrtool._tables.dialects import LINES
    from ckrtool._tables.spellings import FORMS, SENTENCES
    from ckrtool.logs.dialects.vocabulary import vocabulary

    found = vocabulary((row[5] for row in LINES), _general())
    names = {name for name in FORMS if name.isidentifier()}  # spellings that are one word
    words = found.words | names | set(_binding_names())
    sentences = {word for text in SENTENCES for word in re.findall(r"[a-z_]{2,}", text.lower())} - words
    text = module(
        "Words of log lines that a dialect or a general form spells out, in lower case; all other words are interchangeable.",
        "data/dialects and ckrtool/logs/line",
        {
            "WORDS: tuple[bytes, ...]": _sorted(words),
            "SENTENCES: tuple[bytes, ...]": _sorted(sentences),
            "BEGINNINGS: tuple[bytes, ...]": _sorted(found.beginnings),
            "ENDINGS: tuple[bytes, ...]": _sorted(found.endings),
            "PARTS: tuple[bytes, ...]": _sorted(found.parts),
        },
    )
    return {tables / "vocabulary.py": text}


def _general() -> Iterator[bytes]:
    """Yield the patterns of the general forms of a log line."""
    for name in READERS:
        for value in vars(importlib.import_module(f"{PACKAGE}.{name}")).values():
            if is_lazy(value):
                yield value.pattern


def _binding_names() -> Iterator[str]:
    """Yield the names of codes and functions in lower case, without prefix and separators, as bindings spell them."""
    from ckrtool._tables.codes import NAMES
    from ckrtool._tables.functions import FUNCTIONS
    from ckrtool._tables.spellings import COMPACT

    for name in (*NAMES, *COMPACT):
        yield name.removeprefix("CKR_").replace("_", "").lower()
    for name in FUNCTIONS:
        plain = name.removeprefix("C_").lower()
        yield plain
        yield plain.removeprefix("get")


def _sorted(words: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(sorted(word.encode() for word in words))
