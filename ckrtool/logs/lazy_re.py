"""Regular expressions that are compiled when they are first used: a log needs a few of the hundred that are written down."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern; after the first use its methods are the compiled one's own."""

    def __init__(self, pattern: bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "groupindex"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


def lazy(pattern: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """Return what can be used as the compiled pattern."""
    return cast("re.Pattern[bytes]", _Lazy(pattern, flags))


def is_lazy(value: object) -> bool:
    """Return whether `value` is a pattern that `lazy` gave."""
    return isinstance(value, _Lazy)
