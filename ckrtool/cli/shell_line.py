"""Command lines as text, for messages."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def shown(command_line: Sequence[str]) -> str:
    """Return a command line as it is typed in a shell."""
    return " ".join(["ckr", *map(_quoted, command_line)])


def _quoted(word: str) -> str:
    safe = word and all(char.isalnum() or char in "_@%+=:,./-" for char in word) and word.isascii()
    return word if safe else "'" + word.replace("'", "'\"'\"'") + "'"
