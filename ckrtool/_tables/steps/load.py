"""The sequence load, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/load.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
