"""The sequence left-behind, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/left-behind.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'login'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[18, {"n": 3, "call": "C_Login", "args": {"hSession": {"var": "session"}, "userType": {"int": 1}, "pPin": {"pin": true}}, "expect": null}, "login", "5.7: a search finds private objects only for the user who is logged in", ["CKR_OK"], null]',
    '[23, {"n": 4, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[1, "bool", {"bool": true}], [3, "text", {"var": "label"}]]}}, "expect": null, "cleanup": true}, "read", "4.4: an object with CKA_TOKEN false ends with its session and is never on the token", ["CKR_OK"], null]',
    '[29, {"n": 5, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 16}}, "expect": null, "output": {"pulObjectCount": {"int": 0}}, "cleanup": true}, "read", "4.4: no object with the probe\'s label may be on the token", ["CKR_OK"], null]',
    '[36, {"n": 6, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "cleanup": true}, "read", "5.7: ends the search", ["CKR_OK"], null]',
    '[42, {"n": 7, "call": "C_Logout", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: only after a login by the probe", ["CKR_OK"], null]',
    '[47, {"n": 8, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: ends the session", ["CKR_OK"], null]',
    '[52, {"n": 9, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
