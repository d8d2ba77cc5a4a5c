"""One JSON object per line, ASCII only, so that it is safe in any locale."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def line(command: str, answer: Mapping[str, object]) -> str:
    """Return the answer as one line with a newline, with the key `schema` first."""
    return _encode({"schema": f"ckr.{command}/1", **answer}) + "\n"
