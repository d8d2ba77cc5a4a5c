"""The sequence sessions, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/sessions.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[18, {"n": 3, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: slot, state, flags, and the device\'s own error number", ["CKR_OK"], null]',
    '[23, {"n": 4, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "second"}}, "read", "5.6: an application may have several sessions with one token", ["CKR_OK"], null]',
    '[29, {"n": 5, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "second"}}, "expect": null}, "read", "5.6: the state of the second is that of the first", ["CKR_OK"], null]',
    '[34, {"n": 6, "call": "C_GenerateRandom", "args": {"hSession": {"var": "second"}, "RandomData": {"buffer": 32}}, "expect": "any"}, "read", "5.19: a draw in this process, to compare with that of another; a token need not have a random number generator", ["any"], null]',
    '[40, {"n": 7, "call": "C_CloseSession", "args": {"hSession": {"var": "second"}}, "expect": null}, "read", "5.6: the other session stays open", ["CKR_OK"], null]',
    '[45, {"n": 8, "call": "C_GetSessionInfo", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: the first session is still there", ["CKR_OK"], null]',
    '[50, {"n": 9, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[55, {"n": 10, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
