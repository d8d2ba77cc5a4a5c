"""The sequence logout, each step as JSON: [line, plan, effect, why, names of the returns expected].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/logout.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'session-objects'

STEPS: tuple[str, ...] = (
    '[9, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"]]',
    '[13, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"]]',
    '[19, {"n": 3, "call": "C_Login", "args": {"hSession": {"var": "session"}, "userType": {"int": 1}, "pPin": {"pin": true}}, "expect": null}, "login", "5.6: the only login of a run", ["CKR_OK"]]',
    '[24, {"n": 4, "call": "C_GenerateKey", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 4224, "parameter": null}, "pTemplate": {"template": [[0, "ulong", {"int": 4}], [256, "ulong", {"int": 31}], [1, "bool", {"bool": false}], [2, "bool", {"bool": true}], [259, "bool", {"bool": true}], [354, "bool", {"bool": false}], [3, "text", {"var": "label"}], [260, "bool", {"bool": true}], [261, "bool", {"bool": true}], [353, "ulong", {"int": 32}]]}}, "expect": null, "stop": false, "needs": [{"mechanism": 4224, "flags": 32768}], "skip_on": [181, 226], "refused_on": [84, 512, 27, 209, 18, 19, 98], "skip_reason": "session-objects-refused", "save": {"phKey": "key"}}, "session-objects", "5.18: an AES key for this session only (CKA_TOKEN false)", ["CKR_OK"]]',
    '[35, {"n": 5, "call": "C_EncryptInit", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 4226, "parameter": {"bytes": "000102030405060708090a0b0c0d0e0f"}}, "hKey": {"var": "key"}}, "expect": null, "stop": false, "needs": [{"mechanism": 4224, "flags": 32768}, {"mechanism": 4226, "flags": 768}]}, "read", "5.8: starts an encryption, the same as with the first key of the run", ["CKR_OK"]]',
    '[42, {"n": 6, "call": "C_Encrypt", "args": {"hSession": {"var": "session"}, "pData": {"bytes": "636b722d70726f62653a20616e2065786163742074776f20626c6f636b732121"}}, "expect": null, "stop": false, "needs": [{"mechanism": 4224, "flags": 32768}, {"mechanism": 4226, "flags": 768}]}, "read", "5.8: another key gives another ciphertext", ["CKR_OK"]]',
    '[49, {"n": 7, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[1, "bool", {"bool": false}], [3, "text", {"var": "label"}]]}}, "expect": null, "stop": false, "needs": [{"mechanism": 4224, "flags": 32768}]}, "read", "5.7: a search for the session object with our label", ["CKR_OK"]]',
    '[56, {"n": 8, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 16}}, "expect": null, "output": {"pulObjectCount": {"int": 1}}, "stop": false, "needs": [{"mechanism": 4224, "flags": 32768}]}, "read", "5.7: finds the key, and nothing else: no other session object has this label", ["CKR_OK"]]',
    '[66, {"n": 9, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "stop": false, "needs": [{"mechanism": 4224, "flags": 32768}]}, "read", "5.7: ends the search", ["CKR_OK"]]',
    '[73, {"n": 10, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[1, "bool", {"bool": true}], [3, "text", {"var": "label"}]]}}, "expect": null, "cleanup": true}, "read", "4.4: an object with CKA_TOKEN false ends with its session and is never on the token", ["CKR_OK"]]',
    '[79, {"n": 11, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 16}}, "expect": null, "output": {"pulObjectCount": {"int": 0}}, "cleanup": true}, "read", "4.4: nothing with our label may be on the token", ["CKR_OK"]]',
    '[86, {"n": 12, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "cleanup": true}, "read", "5.7: ends the search", ["CKR_OK"]]',
    '[92, {"n": 13, "call": "C_Logout", "args": {"hSession": {"var": "session"}}, "expect": null, "stop": false}, "read", "5.6: only after a login of our own", ["CKR_OK"]]',
    '[98, {"n": 14, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "session"}}, "expect": null, "stop": false, "follows": true}, "read", "5.6: the session is public again, whatever the key", ["CKR_OK"]]',
    '[105, {"n": 15, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "key"}, "pTemplate": {"attributes": [0], "kinds": {"0": "ulong"}}}, "expect": [130, 257], "stop": false, "follows": true, "needs": [{"mechanism": 4224, "flags": 32768}]}, "read", "5.6: private session objects are destroyed by C_Logout", ["CKR_OBJECT_HANDLE_INVALID", "CKR_USER_NOT_LOGGED_IN"]]',
    '[116, {"n": 16, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[3, "text", {"var": "label"}]]}}, "expect": null, "stop": false, "follows": true}, "read", "5.7: a search for everything with our label", ["CKR_OK"]]',
    '[123, {"n": 17, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 16}}, "expect": null, "output": {"pulObjectCount": {"int": 0}}, "stop": false, "follows": true}, "read", "5.6: no private object can be seen after C_Logout", ["CKR_OK"]]',
    '[133, {"n": 18, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "stop": false, "follows": true}, "read", "5.7: ends the search", ["CKR_OK"]]',
    '[140, {"n": 19, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"]]',
    '[145, {"n": 20, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"]]',
)
