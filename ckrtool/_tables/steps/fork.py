"""The sequence fork, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/fork.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[9, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[13, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[19, {"n": 3, "call": "C_GetInfo", "args": {}, "expect": [400, 0], "optional": true, "stop": false, "fork": true}, "read", "5.4 and the Usage Guide: a child has not called C_Initialize (CKR_OK is accepted: 3.0 lets an interface be CKF_INTERFACE_FORK_SAFE)", ["CKR_CRYPTOKI_NOT_INITIALIZED", "CKR_OK"], null]',
    '[27, {"n": 4, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "session"}}, "expect": [400, 179, 0], "stop": false, "fork": true}, "read", "Usage Guide: a child has not called C_Initialize (CKR_SESSION_HANDLE_INVALID is accepted: it has no access to its parent\'s sessions, 5.1.7; CKR_OK is accepted: 3.0 lets an interface be CKF_INTERFACE_FORK_SAFE)", ["CKR_CRYPTOKI_NOT_INITIALIZED", "CKR_SESSION_HANDLE_INVALID", "CKR_OK"], null]',
    '[35, {"n": 5, "call": "C_Initialize", "args": {}, "expect": [0, 401], "stop": false, "fork": true}, "read", "Usage Guide: a child calls C_Initialize for itself (CKR_CRYPTOKI_ALREADY_INITIALIZED is accepted: 3.0 lets an interface be CKF_INTERFACE_FORK_SAFE)", ["CKR_OK", "CKR_CRYPTOKI_ALREADY_INITIALIZED"], null]',
    '[42, {"n": 6, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: what a child does leaves the parent\'s sessions alone", ["CKR_OK"], null]',
    '[47, {"n": 7, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[52, {"n": 8, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
