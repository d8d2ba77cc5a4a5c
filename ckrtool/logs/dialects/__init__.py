"""The one table of dialects: every line shape that a known program prints return codes in."""

from __future__ import annotations

from ckrtool.logs.dialects.messages import MESSAGES
from ckrtool.logs.dialects.model import Dialect
from ckrtool.logs.dialects.traces import TRACES

# Shapes that say more come first: the first that matches a line decides.
DIALECTS: tuple[Dialect, ...] = (*TRACES, *MESSAGES)

__all__ = ["DIALECTS", "Dialect"]
