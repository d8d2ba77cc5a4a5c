"""Topics of `explain` other than return codes: ids of findings (`ckr probe`), and of causes and mistakes (`ckr why`)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.causes import CauseText
    from ckrtool.knowledge.findings import FindingText
    from ckrtool.values.literals import Parsed

    Topic = FindingText | CauseText


def found(word: str) -> Topic | None:
    """Return the finding or cause with the id `word`, None if there is none. A finding takes precedence over a cause."""
    if not could_be_id(word):
        return None
    from ckrtool.knowledge import causes, findings

    return findings.by_word(word) or causes.by_word(word)


def could_be_id(word: str) -> bool:
    """Return whether a word has the form of an id; checked before the tables are loaded."""
    plain = word.strip().replace("_", "-").replace(" ", "-")
    return plain.isascii() and plain.replace("-", "").isalpha() and len(plain) <= 60


def named(text: str, base: int | None) -> Topic | None:
    """Return the finding or cause that a text names, None if there is none or the text is a return code."""
    topic = found(text)
    if topic is None:
        return None
    from ckrtool.values import literals, parser

    try:
        parsed: Parsed | None = parser.parse(text, base)
    except literals.Malformed:
        parsed = None
    return topic if parsed is None or parsed.unknown else None


def other_meaning(text: str) -> Topic | None:
    """Return the finding or cause with the same name as a code (`pin-locked` is both); None if there is none."""
    return found(text) if "-" in text[1:] else None


def nearest(word: str) -> list[str]:
    """Return the ids that are most similar to a word."""
    from difflib import get_close_matches

    from ckrtool.knowledge import causes, findings

    return get_close_matches(word.lower()[:60], (*findings.ids(), *causes.ids()), 2, 0.75)
