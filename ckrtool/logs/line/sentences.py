"""Recognise codes that a program prints only as a sentence, without name and number."""

from __future__ import annotations

from functools import cache

SHORTEST_PREFIX = 40  # minimum length of a sentence that is recognised with more text after it


@cache
def _known() -> tuple[dict[str, int], tuple[str, ...]]:
    from ckrtool._tables.spellings import SENTENCES

    plain = {_plain(text): value for text, value in SENTENCES.items()}
    return plain, tuple(
        sorted((text for text in plain if len(text) >= SHORTEST_PREFIX), key=len, reverse=True)
    )


def value_of(text: str) -> int | None:
    """Return the CK_RV that `text` describes in a known program's sentence, which more text may follow; None if unknown."""
    sentences, long = _known()
    plain = _plain(text)
    value = sentences.get(plain)
    if value is None:
        prefix = next((sentence for sentence in long if plain.startswith(sentence)), None)
        value = None if prefix is None else sentences[prefix]
    return value


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split()).rstrip(".\"'}])")
