"""The sequence legacy, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/legacy.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[18, {"n": 3, "call": "C_GetFunctionStatus", "args": {"hSession": {"var": "session"}}, "expect": [81, 84], "stop": false}, "read", "5.20: a legacy function which should simply return CKR_FUNCTION_NOT_PARALLEL (CKR_FUNCTION_NOT_SUPPORTED is accepted: 5.1.6 has the stub of any function that is not supported return it)", ["CKR_FUNCTION_NOT_PARALLEL", "CKR_FUNCTION_NOT_SUPPORTED"], null]',
    '[25, {"n": 4, "call": "C_CancelFunction", "args": {"hSession": {"var": "session"}}, "expect": [81, 84], "stop": false}, "read", "5.20: a legacy function which should simply return CKR_FUNCTION_NOT_PARALLEL (CKR_FUNCTION_NOT_SUPPORTED is accepted: 5.1.6 has the stub of any function that is not supported return it)", ["CKR_FUNCTION_NOT_PARALLEL", "CKR_FUNCTION_NOT_SUPPORTED"], null]',
    '[32, {"n": 5, "call": "C_WaitForSlotEvent", "args": {"flags": {"int": 1}}, "expect": [8, 0, 84], "stop": false}, "read", "5.5: with CKF_DONT_BLOCK it returns at once, CKR_NO_EVENT where nothing happened (CKR_OK: an event had happened; CKR_FUNCTION_NOT_SUPPORTED: a module need not have this function)", ["CKR_NO_EVENT", "CKR_OK", "CKR_FUNCTION_NOT_SUPPORTED"], null]',
    '[39, {"n": 6, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[44, {"n": 7, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
