"""The sequence small-buffer, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/small-buffer.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_GetSlotList", "args": {"tokenPresent": {"bool": false}, "pSlotList": {"buffer": 0}}, "expect": [336], "stop": false}, "read", "5.2: CKR_BUFFER_TOO_SMALL, and the length is set to what is needed (there is one slot or more, and room for none)", ["CKR_BUFFER_TOO_SMALL"], null]',
    '[19, {"n": 3, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[25, {"n": 4, "call": "C_GetMechanismList", "args": {"slotID": {"var": "slot"}, "pMechanismList": {"buffer": 0}}, "expect": [336, 0], "stop": false}, "read", "5.2: CKR_BUFFER_TOO_SMALL, and the length is set to what is needed (CKR_OK is accepted: a token may have no mechanism)", ["CKR_BUFFER_TOO_SMALL", "CKR_OK"], null]',
    '[32, {"n": 5, "call": "C_DigestInit", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 592, "parameter": null}}, "expect": null, "optional": true, "needs": [{"mechanism": 592, "flags": 1024}]}, "read", "5.12: starts a digest operation; a token that refuses (without a login, say) is not asked further", ["CKR_OK"], null]',
    '[39, {"n": 6, "call": "C_Digest", "args": {"hSession": {"var": "session"}, "pData": {"text": "abc"}, "pDigest": {"buffer": 31}}, "expect": [336], "stop": false, "follows": true}, "read", "5.2: CKR_BUFFER_TOO_SMALL, and the length is set to what is needed", ["CKR_BUFFER_TOO_SMALL"], null]',
    '[47, {"n": 7, "call": "C_Digest", "args": {"hSession": {"var": "session"}, "pData": {"text": "abc"}, "pDigest": {"null": true}}, "expect": null, "stop": false, "follows": true}, "read", "5.2: NULL asks for the length (which may be more than is needed); CKR_BUFFER_TOO_SMALL has left the operation active", ["CKR_OK"], null]',
    '[54, {"n": 8, "call": "C_Digest", "args": {"hSession": {"var": "session"}, "pData": {"text": "abc"}, "pDigest": {"buffer": 32}}, "expect": null, "output": {"pDigest": {"bytes": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}, "stop": false, "follows": true}, "read", "5.2: neither CKR_BUFFER_TOO_SMALL nor the question for the length ends the operation", ["CKR_OK"], null]',
    '[62, {"n": 9, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: ends all active operations of the session", ["CKR_OK"], null]',
    '[67, {"n": 10, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: a fresh session for the digest in parts", ["CKR_OK"], null]',
    '[73, {"n": 11, "call": "C_DigestInit", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 592, "parameter": null}}, "expect": null, "optional": true, "needs": [{"mechanism": 592, "flags": 1024}]}, "read", "5.12: starts a digest operation; a token that refuses (without a login, say) is not asked further", ["CKR_OK"], null]',
    '[80, {"n": 12, "call": "C_DigestUpdate", "args": {"hSession": {"var": "session"}, "pPart": {"text": "abc"}}, "expect": [0], "stop": false, "follows": true}, "read", "5.12: the data", ["CKR_OK"], null]',
    '[88, {"n": 13, "call": "C_DigestFinal", "args": {"hSession": {"var": "session"}, "pDigest": {"buffer": 1}}, "expect": [336], "stop": false, "follows": true}, "read", "5.2: CKR_BUFFER_TOO_SMALL, and the length is set to what is needed", ["CKR_BUFFER_TOO_SMALL"], null]',
    '[96, {"n": 14, "call": "C_DigestFinal", "args": {"hSession": {"var": "session"}, "pDigest": {"buffer": 32}}, "expect": null, "output": {"pDigest": {"bytes": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}, "stop": false, "follows": true}, "read", "5.2: CKR_BUFFER_TOO_SMALL leaves the operation active", ["CKR_OK"], null]',
    '[104, {"n": 15, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": []}}, "expect": [0, 84], "stop": false}, "read", "5.7: any object will do (CKR_FUNCTION_NOT_SUPPORTED is accepted: a module need not have this function)", ["CKR_OK", "CKR_FUNCTION_NOT_SUPPORTED"], null]',
    '[111, {"n": 16, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 1}}, "expect": [0, 84], "stop": false, "follows": true, "save": {"phObject": "objects"}}, "read", "5.7: the first object that can be seen (CKR_FUNCTION_NOT_SUPPORTED is accepted as before)", ["CKR_OK", "CKR_FUNCTION_NOT_SUPPORTED"], null]',
    '[120, {"n": 17, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": [0, 84], "stop": false, "follows": true}, "read", "5.7: ends the search (CKR_FUNCTION_NOT_SUPPORTED is accepted as before)", ["CKR_OK", "CKR_FUNCTION_NOT_SUPPORTED"], null]',
    '[128, {"n": 18, "call": "C_GetAttributeValue", "args": {"hSession": {"var": "session"}, "hObject": {"var": "object"}, "pTemplate": {"template": [[0, "bytes", {"buffer": 1}]]}}, "expect": [336], "each": [{"var": "object", "in": "objects", "limit": 1}], "stop": false}, "read", "5.7: a length that is too small is CKR_BUFFER_TOO_SMALL", ["CKR_BUFFER_TOO_SMALL"], null]',
    '[136, {"n": 19, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[141, {"n": 20, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
