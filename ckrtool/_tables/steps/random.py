"""The sequence random, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/random.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[9, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[13, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[19, {"n": 3, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 32}}, "expect": null, "skip_on": [289, 84, 257], "skip_reason": "no-rng", "save": {"RandomData": "first"}}, "read", "5.19: a token without CKF_RNG answers CKR_RANDOM_NO_RNG", ["CKR_OK"], null]',
    '[27, {"n": 4, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 32}}, "expect": null, "save": {"RandomData": "second"}}, "read", "5.19: a second draw", ["CKR_OK"], null]',
    '[33, {"n": 5, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 1024}}, "expect": null}, "read", "5.19: a longer one, the third", ["CKR_OK"], null]',
    '[38, {"n": 6, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 1024}}, "expect": null}, "read", "5.19: a longer one, the fourth", ["CKR_OK"], null]',
    '[43, {"n": 7, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 1024}}, "expect": null}, "read", "5.19: a longer one, the fifth", ["CKR_OK"], null]',
    '[48, {"n": 8, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 35}}, "expect": null}, "read", "5.19: one of an odd length, whose last bytes count too", ["CKR_OK"], null]',
    '[53, {"n": 9, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 35}}, "expect": null}, "read", "5.19: another of an odd length, whose last bytes count too", ["CKR_OK"], null]',
    '[58, {"n": 10, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 35}}, "expect": null}, "read", "5.19: one more of an odd length, whose last bytes count too", ["CKR_OK"], null]',
    '[63, {"n": 11, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[68, {"n": 12, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
