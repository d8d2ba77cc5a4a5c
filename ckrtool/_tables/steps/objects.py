"""The sequence objects, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/objects.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[18, {"n": 3, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": []}}, "expect": null}, "read", "5.7: an empty template matches every object that can be seen", ["CKR_OK"], null]',
    '[23, {"n": 4, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 1000}}, "expect": null, "save": {"phObject": "objects"}}, "read", "5.7: handles of the objects found", ["CKR_OK"], null]',
    '[29, {"n": 5, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 1000}}, "expect": null}, "read", "5.7: those that are left; a count of 0 says that there are no more", ["CKR_OK"], null]',
    '[34, {"n": 6, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.7: ends the search", ["CKR_OK"], null]',
    '[39, {"n": 7, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "object"}, "pTemplate": {"attributes": [0, 1, 2, 3, 258], "kinds": {"0": "ulong", "1": "bool", "2": "bool", "3": "text"}}}, "expect": [0, 18], "each": [{"var": "object", "in": "objects", "limit": 32}], "stop": false}, "read", "4.4: every object has a class; storage objects have the others but CKA_ID, which keys and certificates have (an object that lacks one gives CKR_ATTRIBUTE_TYPE_INVALID, 5.7)", ["CKR_OK", "CKR_ATTRIBUTE_TYPE_INVALID"], null]',
    '[47, {"n": 8, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[0, "ulong", {"int": 1}]]}}, "expect": null, "stop": false}, "read", "5.7: the certificates, to see when they end", ["CKR_OK"], null]',
    '[53, {"n": 9, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 32}}, "expect": null, "stop": false, "save": {"phObject": "certificates"}}, "read", "5.7: handles of the certificates found", ["CKR_OK"], null]',
    '[60, {"n": 10, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "stop": false}, "read", "5.7: ends the search", ["CKR_OK"], null]',
    '[66, {"n": 11, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "certificate"}, "pTemplate": {"attributes": [0, 1, 3, 258, 17], "kinds": {"0": "ulong", "1": "bool", "3": "text"}}}, "expect": [0, 18], "each": [{"var": "certificate", "in": "certificates", "limit": 32}], "stop": false}, "read", "4.6: a certificate\'s value is public", ["CKR_OK", "CKR_ATTRIBUTE_TYPE_INVALID"], null]',
    '[74, {"n": 12, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[79, {"n": 13, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
