"""The sequence interfaces, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/interfaces.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_GetFunctionList", "args": {}, "expect": null}, "read", "5.4: every module exports it, whatever its version", ["CKR_OK"], null]',
    '[13, {"n": 2, "call": "C_GetInterfaceList", "args": {}, "expect": null, "optional": true, "save": {"pInterfacesList": "interfaces"}}, "read", "5.4 (3.0): name, function list and flags of each interface", ["CKR_OK"], null]',
    '[19, {"n": 3, "call": "C_GetInterface", "args": {"pInterfaceName": {"null": true}, "pVersion": {"null": true}, "flags": {"int": 0}}, "expect": null, "optional": true}, "read", "5.4 (3.0): NULL for name and version gives the default interface", ["CKR_OK"], null]',
    '[25, {"n": 4, "call": "C_GetInterface", "args": {"pInterfaceName": {"text": "PKCS 11"}, "pVersion": {"null": true}, "flags": {"int": 0}}, "expect": null, "optional": true}, "read", "5.4 (3.0): the standard\'s own interface, in the version the module likes best", ["CKR_OK"], null]',
)
