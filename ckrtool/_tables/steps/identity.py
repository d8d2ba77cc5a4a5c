"""The sequence identity, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/identity.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_GetInfo", "args": {}, "expect": null, "save": {"pInfo": "info"}}, "read", "5.4: version, manufacturer and description of the library", ["CKR_OK"], null]',
    '[17, {"n": 3, "call": "C_GetSlotList", "args": {"tokenPresent": {"bool": false}, "pSlotList": {"null": true}}, "expect": null, "save": {"pulCount": "count"}}, "read", "5.5: NULL asks for the number of slots, and lets the module look for new ones", ["CKR_OK"], null]',
    '[23, {"n": 4, "call": "C_GetSlotList", "args": {"tokenPresent": {"bool": false}}, "expect": null, "save": {"pSlotList": "slots"}}, "read", "5.5: all slots", ["CKR_OK"], null]',
    '[29, {"n": 5, "call": "C_GetSlotInfo", "args": {"slotID": {"var": "slot"}}, "expect": null, "each": [{"var": "slot", "in": "slots", "limit": 64}], "stop": false}, "read", "5.5: flags show whether a token is present", ["CKR_OK"], null]',
    '[36, {"n": 6, "call": "C_GetSlotList", "args": {"tokenPresent": {"bool": true}}, "expect": null, "save": {"pSlotList": "present"}}, "read", "5.5: slots with a token", ["CKR_OK"], null]',
    '[42, {"n": 7, "call": "C_GetTokenInfo", "args": {"slotID": {"var": "slot"}}, "expect": null, "each": [{"var": "slot", "in": "present", "limit": 64}], "stop": false}, "read", "5.5: label, serial number, PIN states, session counts", ["CKR_OK"], null]',
    '[49, {"n": 8, "call": "C_GetMechanismList", "args": {"slotID": {"var": "slot"}, "pMechanismList": {"null": true}}, "expect": null, "each": [{"var": "slot", "in": "present", "limit": 64}], "stop": false}, "read", "5.5: NULL asks for the number", ["CKR_OK"], null]',
    '[56, {"n": 9, "call": "C_GetMechanismList", "args": {"slotID": {"var": "slot"}}, "expect": null, "each": [{"var": "slot", "in": "present", "limit": 64}], "stop": false, "save": {"pMechanismList": "mechanisms"}}, "read", "5.5: the mechanism types of a token", ["CKR_OK"], null]',
    '[64, {"n": 10, "call": "C_GetMechanismInfo", "args": {"slotID": {"var": "slot"}, "type": {"var": "mechanism"}}, "expect": null, "each": [{"var": "slot", "in": "present", "limit": 64}, {"var": "mechanism", "in": "mechanisms", "limit": 1000}], "stop": false}, "read", "5.5: key sizes and uses of a mechanism", ["CKR_OK"], null]',
    '[71, {"n": 11, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
