"""Codes that a program prints as a sentence only, without name and number."""

from __future__ import annotations

from functools import cache

SHORTEST_PREFIX = 40  # a sentence with more text after it is known only if it is this long itself


@cache
def _known() -> tuple[dict[str, int], tuple[str, ...]]:
    from ckrtool._tables.spellings import SENTENCES

    plain = {_plain(text): value for text, value in SENTENCES.items()}
    return plain, tuple(
        sorted((text for text in plain if len(text) >= SHORTEST_PREFIX), key=len, reverse=True)
    )


def value_of(text: str) -> int | None:
    """Return the CK_RV that `text` describes in the words of a known program; it may go on after the sentence."""
    sentences, long = _known()
    words = _plain(text)
    value = sentences.get(words)
    if value is None:
        prefix = next((sentence for sentence in long if words.startswith(sentence)), None)
        value = None if prefix is None else sentences[prefix]
    return value


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split()).rstrip(".\"'}])")
