"""The sequence bench, each step as JSON: [line, plan, effect, why, names of the expected returns, finding (id, function, severity) or null].

Compiled by `python -m ckrtool._generate` from ckrtool/data/sequences/bench.toml; never edited by hand.
"""

from __future__ import annotations

EFFECT: str = 'read'

STEPS: tuple[str, ...] = (
    '[8, {"n": 1, "call": "C_Initialize", "args": {}, "expect": null}, "read", "5.4: C_Initialize comes before every other call but C_GetFunctionList, C_GetInterfaceList and C_GetInterface", ["CKR_OK"], null]',
    '[12, {"n": 2, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "save": {"phSession": "session"}}, "read", "5.6: CKF_SERIAL_SESSION must always be set; without CKF_RW_SESSION the session is read-only", ["CKR_OK"], null]',
    '[18, {"n": 3, "call": "C_GenerateRandom", "args": {"hSession": {"var": "session"}, "RandomData": {"buffer": 32}}, "expect": null, "optional": true, "bench": "random, 32 bytes"}, "read", "5.19: random bytes", ["CKR_OK"], null]',
    '[25, {"n": 4, "call": "C_DigestInit", "args": {"hSession": {"var": "session"}, "pMechanism": {"mechanism": 592, "parameter": null}}, "expect": null, "optional": true, "needs": [{"mechanism": 592, "flags": 1024}], "bench": "SHA-256 of 1 KiB"}, "read", "5.12: starts a digest", ["CKR_OK"], null]',
    '[33, {"n": 5, "call": "C_Digest", "args": {"hSession": {"var": "session"}, "pData": {"zeros": 1024}}, "expect": null, "optional": true, "needs": [{"mechanism": 592, "flags": 1024}], "bench": "SHA-256 of 1 KiB"}, "read", "5.12: the digest", ["CKR_OK"], null]',
    '[41, {"n": 6, "call": "C_FindObjectsInit", "args": {"hSession": {"var": "session"}, "pTemplate": {"template": [[3, "text", {"var": "label"}]]}}, "expect": null, "optional": true, "bench": "search for a label"}, "read", "5.7: a search for a label that no object has", ["CKR_OK"], null]',
    '[48, {"n": 7, "call": "C_FindObjects", "args": {"hSession": {"var": "session"}, "phObject": {"buffer": 4}}, "expect": null, "optional": true, "bench": "search for a label"}, "read", "5.7: a search for a label that no object has", ["CKR_OK"], null]',
    '[55, {"n": 8, "call": "C_FindObjectsFinal", "args": {"hSession": {"var": "session"}}, "expect": null, "optional": true, "bench": "search for a label"}, "read", "5.7: a search for a label that no object has", ["CKR_OK"], null]',
    '[62, {"n": 9, "call": "C_OpenSession", "args": {"slotID": {"var": "slot"}, "flags": {"int": 4}}, "expect": null, "optional": true, "bench": "open and close a session", "save": {"phSession": "second"}}, "read", "5.6: a second session", ["CKR_OK"], null]',
    '[70, {"n": 10, "call": "C_CloseSession", "args": {"hSession": {"var": "second"}}, "expect": null, "optional": true, "bench": "open and close a session"}, "read", "5.6: closes the second session", ["CKR_OK"], null]',
    '[77, {"n": 11, "call": "C_CloseSession", "args": {"hSession": {"var": "session"}}, "expect": null}, "read", "5.6: destroys the session\'s objects", ["CKR_OK"], null]',
    '[82, {"n": 12, "call": "C_Finalize", "args": {}, "expect": null}, "read", "5.4: the last call; pReserved is NULL", ["CKR_OK"], null]',
)
