"""Independent checks: compares the results of a run with results computed outside the module.

`operations`  replays the calls of a sequence into keys and finished operations (signatures, ciphertexts, digests)
`digests`     digests compared with those of hashlib
`ciphers`     ciphertexts compared with plaintexts and with each other
`signatures`  signatures verified with `cryptography`, which is imported only here and only if there is one to verify
`public_keys` converts the public key that a token shows to a key of `cryptography`
`sessions`    session states after C_Login and C_Logout
`randomness`  random data: repeats, counters, biased bits; `generators` recognises common generators by solving for their state
`doubts`      the result type: an error, with the function at fault

Nothing here calls the module or judges how severe a return code is; `judge.independent` turns the doubts into findings.
"""
