"""Lazily compiled regular expressions: a log needs only a few of about two hundred."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class _Lazy:
    """A proxy for a compiled pattern; it compiles the pattern on first use and then has that pattern's methods."""

    def __init__(self, pattern: bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "groupindex"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


def lazy(pattern: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """Return an object that can be used as the compiled pattern and compiles it on first use."""
    return _Lazy(pattern, flags)  # type: ignore[return-value]


def is_lazy(value: object) -> bool:
    """Return whether `value` was returned by `lazy`."""
    return isinstance(value, _Lazy)


def any_of(texts: Iterable[bytes]) -> re.Pattern[bytes]:
    """Return the expression that finds any of the texts, grouped by first letter because `re` tries alternatives one by one."""
    by_first: dict[bytes, list[bytes]] = {}
    for text in sorted(texts):
        by_first.setdefault(text[:1], []).append(re.escape(text[1:]))
    groups = [re.escape(first) + b"(?:" + b"|".join(rests) + b")" for first, rests in by_first.items()]
    return re.compile(b"|".join(groups) or b"(?!)")
