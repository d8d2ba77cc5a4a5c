"""Module families and client stacks.

Compiled by `python -m ckrtool._generate` from data/stacks; never edited by hand.
"""

from __future__ import annotations

STACKS: dict[str, dict[str, object]] = {}
