"""Independent answers: what the calls of a run must have given, computed outside the module.

`operations`  replays the calls of a sequence into keys and finished operations (signatures, ciphertexts, digests)
`digests`     digests by hashlib
`ciphers`     ciphertexts compared with plaintexts and with each other
`signatures`  signatures verified with `cryptography`, which is imported only here and only where there is one to verify
`public_keys` the public key that a token shows, as `cryptography` has it
`sessions`    what C_Logout must have ended
`randomness`  random data: repeats, counters, biased bits; `generators` solves the usual generators for their state
`doubts`      what is wrong, with the function at fault

Nothing here calls the module or judges how severe a return code is; `judge.independent` makes findings of the doubts.
"""
