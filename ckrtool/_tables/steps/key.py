"""The sequence key, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/key.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'login'

STEPS: tuple[str, ...] = (
    '[9, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[13, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[19, {"n": 3, "call": "C_Login", "args": {"hSession": {"var": "session"}, "userType": {"int": 1}, "pPin": {"pin": true}}, "expect": null}, "login", "5.6: the only login of a run as the user", ["CKR_OK"], null]',
    '[24, {"n": 4, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[0, "ulong", {"int": 3}], [1, "bool", {"bool": true}]]}}, "expect": null, "key": true}, "read", "5.7: a search for the private key", ["CKR_OK"], null]',
    '[30, {"n": 5, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 8}}, "expect": null, "key": true, "save": {"phObject": "keys"}}, "read", "5.7: there must be exactly one", ["CKR_OK"], null]',
    '[37, {"n": 6, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "key": true}, "read", "5.7: ends the search", ["CKR_OK"], null]',
    '[43, {"n": 7, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "keys", "index": 0}, "pTemplate": {"attributes": [256], "kinds": {"256": "ulong"}}}, "expect": [0, 18, 17], "key": true}, "read", "4.4: what the key is, and no secret", ["CKR_OK", "CKR_ATTRIBUTE_TYPE_INVALID", "CKR_ATTRIBUTE_SENSITIVE"], null]',
    '[50, {"n": 8, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[0, "ulong", {"int": 2}], [1, "bool", {"bool": true}]]}}, "expect": null, "key": true}, "read", "5.7: a search for its public key, or its certificate, by CKA_ID", ["CKR_OK"], null]',
    '[56, {"n": 9, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 8}}, "expect": null, "key": true, "save": {"phObject": "publics"}}, "read", "5.7: handles of those found", ["CKR_OK"], null]',
    '[63, {"n": 10, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "key": true}, "read", "5.7: ends the search", ["CKR_OK"], null]',
    '[69, {"n": 11, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "publics", "index": 0}, "pTemplate": {"attributes": [258, 288, 290], "kinds": {}}}, "expect": [0, 18, 17], "key": true}, "read", "4.4: the public key", ["CKR_OK", "CKR_ATTRIBUTE_TYPE_INVALID", "CKR_ATTRIBUTE_SENSITIVE"], null]',
    '[76, {"n": 12, "call": "C_SignInit", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 64, "parameter": null}, "hKey": {"var": "keys", "index": 0}}, "expect": null, "key": true}, "read", "5.13: starts the signature", ["CKR_OK"], null]',
    '[82, {"n": 13, "call": "C_Login", "args": {"hSession": {"var": "session"}, "userType": {"int": 2}, "pPin": {"pin": true}}, "expect": null, "key": true, "relogin": true}, "login", "5.6: only for a key with CKA_ALWAYS_AUTHENTICATE, which wants its PIN for each signature; only after the user\'s login gave CKR_OK", ["CKR_OK"], null]',
    '[88, {"n": 14, "call": "C_Sign", "args": {"hSession": {"var": "session"}, "pData": {"text": "ckr-probe: a test signature, of no meaning"}, "pSignature": {"buffer": 8192}}, "expect": null, "key": true}, "read", "5.13: the only signature", ["CKR_OK"], null]',
    '[94, {"n": 15, "call": "C_Logout", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: only after a login by the probe", ["CKR_OK"], null]',
    '[99, {"n": 16, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: ends the session", ["CKR_OK"], null]',
    '[104, {"n": 17, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
