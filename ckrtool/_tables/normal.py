"""Returns that are part of normal life where they stand: value -> function -> why.

Compiled by `python -m ckrtool._generate` from data/codes; never edited by hand.
"""

from __future__ import annotations

NORMAL: dict[int, dict[str, str]] = {}
