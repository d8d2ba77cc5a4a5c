"""The sequence life-cycle, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/life-cycle.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_GetInfo", "args": {}, "expect": [400], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_NOT_INITIALIZED, the function cannot be executed because the library has not been initialised by C_Initialize", ["CKR_CRYPTOKI_NOT_INITIALIZED"], null]',
    '[14, {"n": 2, "call": "C_GetSlotList", "args": {"tokenPresent": {"bool": false}, "pSlotList": {"null": true}}, "expect": [400], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_NOT_INITIALIZED, the function cannot be executed because the library has not been initialised by C_Initialize", ["CKR_CRYPTOKI_NOT_INITIALIZED"], null]',
    '[21, {"n": 3, "call": "C_GetSessionInfo", "args": {"hSession": {"int": 1}}, "expect": [400, 179], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_NOT_INITIALIZED, the function cannot be executed because the library has not been initialised by C_Initialize (CKR_SESSION_HANDLE_INVALID is accepted: no session is open, and by 5.1.7 codes of 5.1.2 take precedence over those of 5.1.6)", ["CKR_CRYPTOKI_NOT_INITIALIZED", "CKR_SESSION_HANDLE_INVALID"], null]',
    '[28, {"n": 4, "call": "C_Finalize", "args": {}, "expect": [400], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_NOT_INITIALIZED, the function cannot be executed because the library has not been initialised by C_Initialize", ["CKR_CRYPTOKI_NOT_INITIALIZED"], null]',
    '[34, {"n": 5, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[38, {"n": 6, "call": "C_Finalize", "args": {"pReserved": {"zeros": 8}}, "expect": [7], "stop": false}, "read", "5.4: where pReserved is not NULL, C_Finalize should return CKR_ARGUMENTS_BAD", ["CKR_ARGUMENTS_BAD"], null]',
    '[45, {"n": 7, "call": "C_GetInfo", "args": {}, "expect": null, "stop": false, "follows": true}, "read", "5.4: the refused C_Finalize changes nothing", ["CKR_OK"], null]',
    '[51, {"n": 8, "call": "C_Finalize", "args": {}, "expect": [0, 400], "stop": false}, "read", "5.4: the right C_Finalize (CKR_CRYPTOKI_NOT_INITIALIZED is accepted: the one before it may have finalised)", ["CKR_OK", "CKR_CRYPTOKI_NOT_INITIALIZED"], null]',
    '[57, {"n": 9, "call": "C_GetInfo", "args": {}, "expect": [400], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_NOT_INITIALIZED, the function cannot be executed because the library has not been initialised by C_Initialize since the last C_Finalize", ["CKR_CRYPTOKI_NOT_INITIALIZED"], null]',
    '[63, {"n": 10, "call": "C_Finalize", "args": {}, "expect": [400], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_NOT_INITIALIZED, the function cannot be executed because the library has not been initialised by C_Initialize since the last C_Finalize", ["CKR_CRYPTOKI_NOT_INITIALIZED"], null]',
    '[69, {"n": 11, "call": "C_Initialize", "args": {"pInitArgs": {"initargs": {"flags": 2, "reserved": null}}}, "expect": [0, 10], "stop": false}, "read", "5.4: after C_Finalize the library may be initialised again (CKR_CANT_LOCK is accepted: the answer of one that can\'t use the system\'s locks)", ["CKR_OK", "CKR_CANT_LOCK"], null]',
    '[76, {"n": 12, "call": "C_Finalize", "args": {}, "expect": [0, 400], "stop": false}, "read", "5.4: matches the C_Initialize before it (CKR_CRYPTOKI_NOT_INITIALIZED is accepted where that refused)", ["CKR_OK", "CKR_CRYPTOKI_NOT_INITIALIZED"], null]',
    '[82, {"n": 13, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: once more, for the last question", ["CKR_OK"], null]',
    '[86, {"n": 14, "call": "C_Initialize", "args": {}, "expect": [401], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_ALREADY_INITIALIZED, the library was initialised by a C_Initialize that no C_Finalize has matched yet", ["CKR_CRYPTOKI_ALREADY_INITIALIZED"], null]',
    '[92, {"n": 15, "call": "C_GetInfo", "args": {}, "expect": null, "stop": false}, "read", "5.4: the second C_Initialize changes nothing", ["CKR_OK"], null]',
    '[97, {"n": 16, "call": "C_Finalize", "args": {}, "expect": [0], "stop": false}, "read", "5.4: matches the C_Initialize", ["CKR_OK"], null]',
    '[103, {"n": 17, "call": "C_Finalize", "args": {}, "expect": [400, 0], "stop": false}, "read", "5.1.6: CKR_CRYPTOKI_NOT_INITIALIZED (CKR_OK is accepted: a library that counted the second C_Initialize wants two)", ["CKR_CRYPTOKI_NOT_INITIALIZED", "CKR_OK"], null]',
)
