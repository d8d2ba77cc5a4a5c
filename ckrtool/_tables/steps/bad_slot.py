"""The sequence bad-slot, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/bad-slot.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_GetSlotList", "args": {"tokenPresent": {"bool": false}}, "expect": null, "save": {"pSlotList": "slots"}}, "read", "5.5: the slots that are there", ["CKR_OK"], null]',
    '[18, {"n": 3, "call": "C_GetSlotInfo", "args": {"slotID": {"var": "no_slot"}}, "expect": [3], "stop": false}, "read", "5.1.6: CKR_SLOT_ID_INVALID, the specified slot ID is not valid", ["CKR_SLOT_ID_INVALID"], null]',
    '[25, {"n": 4, "call": "C_GetTokenInfo", "args": {"slotID": {"var": "no_slot"}}, "expect": [3, 224], "stop": false}, "read", "5.1.6: CKR_SLOT_ID_INVALID, the specified slot ID is not valid (CKR_TOKEN_NOT_PRESENT is accepted: there is no token either, and by 5.1.7 codes of 5.1.3 take precedence over those of 5.1.6)", ["CKR_SLOT_ID_INVALID", "CKR_TOKEN_NOT_PRESENT"], null]',
    '[32, {"n": 5, "call": "C_GetMechanismList", "args": {"slotID": {"var": "no_slot"}, "pMechanismList": {"null": true}}, "expect": [3, 224], "stop": false}, "read", "5.1.6: CKR_SLOT_ID_INVALID, the specified slot ID is not valid (CKR_TOKEN_NOT_PRESENT is accepted: there is no token either, and by 5.1.7 codes of 5.1.3 take precedence over those of 5.1.6)", ["CKR_SLOT_ID_INVALID", "CKR_TOKEN_NOT_PRESENT"], null]',
    '[39, {"n": 6, "call": "C_GetMechanismInfo", "args": {"slotID": {"var": "no_slot"}, "type": {"int": 592}}, "expect": [3, 224, 112], "stop": false}, "read", "5.1.6: CKR_SLOT_ID_INVALID, the specified slot ID is not valid (CKR_TOKEN_NOT_PRESENT is accepted: there is no token either, and by 5.1.7 codes of 5.1.3 take precedence over those of 5.1.6) (CKR_MECHANISM_INVALID is accepted: no mechanism can be used there, and by 5.1.7 any of the codes that apply may be returned)", ["CKR_SLOT_ID_INVALID", "CKR_TOKEN_NOT_PRESENT", "CKR_MECHANISM_INVALID"], null]',
    '[46, {"n": 7, "call": "C_OpenSession", "args": {"slotID": {"var": "no_slot"}, "flags": {"int": 4}}, "expect": [3, 224], "stop": false}, "read", "5.1.6: CKR_SLOT_ID_INVALID, the specified slot ID is not valid (CKR_TOKEN_NOT_PRESENT is accepted: there is no token either, and by 5.1.7 codes of 5.1.3 take precedence over those of 5.1.6)", ["CKR_SLOT_ID_INVALID", "CKR_TOKEN_NOT_PRESENT"], null]',
    '[53, {"n": 8, "call": "C_CloseAllSessions", "args": {"slotID": {"var": "no_slot"}}, "expect": [3, 224, 84], "stop": false}, "read", "5.1.6: CKR_SLOT_ID_INVALID, the specified slot ID is not valid (CKR_TOKEN_NOT_PRESENT is accepted: there is no token either, and by 5.1.7 codes of 5.1.3 take precedence over those of 5.1.6) (CKR_FUNCTION_NOT_SUPPORTED: a module need not have this function)", ["CKR_SLOT_ID_INVALID", "CKR_TOKEN_NOT_PRESENT", "CKR_FUNCTION_NOT_SUPPORTED"], null]',
    '[60, {"n": 9, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
