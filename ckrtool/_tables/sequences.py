"""Built-in sequences in the order in which they run: name -> (profile, whether it needs a PIN, title); the cookbook by name.

Compiled by `python -m ckrtool._generate` from data/sequences and data/cookbook; never edited by hand.
"""

from __future__ import annotations

SEQUENCES: dict[str, tuple[str, bool, str]] = {
    'load': ('health', False, 'Load the module, initialise and finalise it'),
    'interfaces': ('health', False, 'Function lists and interfaces'),
    'identity': ('health', False, 'Information on module, slots, tokens and mechanisms'),
    'sessions': ('health', False, 'Open, inspect and close read-only sessions'),
    'objects': ('health', False, 'Find objects and read their public attributes'),
    'random': ('health', False, 'Random numbers'),
    'digest': ('health', False, 'Known answers for every digest of the token'),
    'login': ('health', True, 'Log in, check the session state, log out'),
    'sign': ('health', True, 'Sign and verify with keys of this session'),
    'encrypt': ('health', True, 'Encrypt and decrypt with a key of this session'),
    'logout': ('health', True, 'Effects of a logout'),
    'life-cycle': ('conformance', False, 'Before C_Initialize, after C_Finalize, and twice'),
    'bad-handles': ('conformance', False, 'Invalid handles'),
    'bad-slot': ('conformance', False, 'An invalid slot id'),
    'small-buffer': ('conformance', False, 'Buffers that are too small'),
    'state-machine': ('conformance', False, 'Operations that were not started, or started twice'),
    'legacy': ('conformance', False, 'Legacy functions'),
    'fork': ('conformance', False, 'A child of a forked process'),
    'sign-more': ('all', True, 'Sign and verify with more kinds of keys and mechanisms'),
    'vectors': ('all', True, 'Known answers with keys of known value'),
    'wrap-derive': ('all', True, 'Wrap, unwrap and derive keys of this session'),
    'key-use': ('all', True, 'Restrictions on the use of session keys, and RSA encryption'),
    'search': ('all', True, 'Searches return the objects that match their template'),
    'threads': ('all', False, 'Several threads at once'),
    'key': ('internal', True, 'Sign once with a key of the token'),
    'left-behind': ('internal', True, 'Search for objects that a lost worker left on the token'),
    'bench': ('internal', False, 'Operations per second without a key'),
    'bench-keys': ('internal', True, 'Operations per second with keys of this session'),
}

COOKBOOK: tuple[str, ...] = ('free-sessions', 'key-present', 'read-certificate', 'sign-always-authenticate', 'vendor-mechanism', 'wrap-policy')
