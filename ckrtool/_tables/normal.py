"""Returns that are part of normal life where they stand: value -> function -> why.

Compiled by `python -m ckrtool._generate` from data/codes; never edited by hand.
"""

from __future__ import annotations

NORMAL: dict[int, dict[str, str]] = {
    400: {
        'C_WaitForSlotEvent': "A blocked wait ends this way when another thread calls C_Finalize: the standard's way to end the waiting thread at shutdown",
    },
    401: {
        'C_Initialize': 'The library is ready for use: another part of this process initialised it first',
    },
}
