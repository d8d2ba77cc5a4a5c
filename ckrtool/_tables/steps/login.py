"""The sequence login, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/login.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'login'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[18, {"n": 3, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: the state before", ["CKR_OK"], null]',
    '[23, {"n": 4, "call": "C_Login", "args": {"hSession": {"var": "session"}, "userType": {"int": 1}, "pPin": {"pin": true}}, "expect": null}, "login", "5.6: the only login of a run", ["CKR_OK"], null]',
    '[28, {"n": 5, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "session"}}, "expect": null, "output": {"pInfo": {"members": {"state": 1}}}}, "read", "5.6 and 3.5: a read-only session is CKS_RO_USER_FUNCTIONS after the user\'s login", ["CKR_OK"], null]',
    '[34, {"n": 6, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[0, "ulong", {"int": 3}], [1, "bool", {"bool": true}]]}}, "expect": null, "stop": false}, "read", "5.7: private keys of the token, to see which could leave it", ["CKR_OK"], null]',
    '[40, {"n": 7, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 32}}, "expect": null, "stop": false, "save": {"phObject": "keys"}}, "read", "5.7: handles of those found", ["CKR_OK"], null]',
    '[47, {"n": 8, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "stop": false}, "read", "5.7: ends the search", ["CKR_OK"], null]',
    '[53, {"n": 9, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "key"}, "pTemplate": {"attributes": [0, 1, 3, 258, 256, 259, 354, 356, 264, 514], "kinds": {"0": "ulong", "1": "bool", "3": "text", "256": "ulong", "259": "bool", "354": "bool", "356": "bool", "264": "bool", "514": "bool"}}}, "expect": [0, 18, 17], "each": [{"var": "key", "in": "keys", "limit": 32}], "stop": false}, "read", "4.4: attributes that describe it, and no secret", ["CKR_OK", "CKR_ATTRIBUTE_TYPE_INVALID", "CKR_ATTRIBUTE_SENSITIVE"], null]',
    '[61, {"n": 10, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[0, "ulong", {"int": 1}], [1, "bool", {"bool": true}]]}}, "expect": null, "stop": false}, "read", "5.7: certificates, to see when they end", ["CKR_OK"], null]',
    '[67, {"n": 11, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 32}}, "expect": null, "stop": false, "save": {"phObject": "certificates"}}, "read", "5.7: handles of those found", ["CKR_OK"], null]',
    '[74, {"n": 12, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "stop": false}, "read", "5.7: ends the search", ["CKR_OK"], null]',
    '[80, {"n": 13, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "certificate"}, "pTemplate": {"attributes": [0, 1, 3, 258, 17], "kinds": {"0": "ulong", "1": "bool", "3": "text"}}}, "expect": [0, 18, 17], "each": [{"var": "certificate", "in": "certificates", "limit": 32}], "stop": false}, "read", "4.4: attributes that describe it, and no secret", ["CKR_OK", "CKR_ATTRIBUTE_TYPE_INVALID", "CKR_ATTRIBUTE_SENSITIVE"], null]',
    '[88, {"n": 14, "call": "C_DigestInit", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 544, "parameter": null}}, "expect": null, "stop": false, "needs": [{"mechanism": 544, "flags": 1024}]}, "read", "5.12: a digest after the login: some tokens keep it behind one", ["CKR_OK"], null]',
    '[95, {"n": 15, "call": "C_Digest", "args": {"hSession": {"var": "session"}, "pData": {"text": "abc"}}, "expect": null, "output": {"pDigest": {"bytes": "a9993e364706816aba3e25717850c26c9cd0d89d"}}, "stop": false, "needs": [{"mechanism": 544, "flags": 1024}]}, "read", "5.12: the known digest of \\"abc\\" by CKM_SHA_1", ["CKR_OK"], null]',
    '[103, {"n": 16, "call": "C_DigestInit", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 592, "parameter": null}}, "expect": null, "stop": false, "needs": [{"mechanism": 592, "flags": 1024}]}, "read", "5.12: a digest after the login: some tokens keep it behind one", ["CKR_OK"], null]',
    '[110, {"n": 17, "call": "C_Digest", "args": {"hSession": {"var": "session"}, "pData": {"text": "abc"}}, "expect": null, "output": {"pDigest": {"bytes": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}, "stop": false, "needs": [{"mechanism": 592, "flags": 1024}]}, "read", "5.12: the known digest of \\"abc\\" by CKM_SHA256", ["CKR_OK"], null]',
    '[118, {"n": 18, "call": "C_Login", "args": {"hSession": {"var": "session"}, "userType": {"int": 1}, "pPin": {"pin": true}}, "expect": [256], "relogin": true}, "login", "5.6: a second login without a logout; made only after the first gave CKR_OK", ["CKR_USER_ALREADY_LOGGED_IN"], null]',
    '[125, {"n": 19, "call": "C_Logout", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: only after a login by the probe", ["CKR_OK"], null]',
    '[130, {"n": 20, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[135, {"n": 21, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
