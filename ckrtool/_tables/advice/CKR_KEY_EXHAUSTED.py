"""CKR_KEY_EXHAUSTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_EXHAUSTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = "The key's lifetime supply of operations is spent. It is meant for stateful hash-based signature keys (HSS/LMS, XMSS, XMSSMT), which have a fixed number of one-time signatures and advance their state with each; after the last one the private key can never sign again. Signatures already made still verify."

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('All one-time signatures of the stateful key (HSS/LMS, XMSS, XMSSMT) are used up', None, None, None, None, None, None, None, None, None, None),
    ('A usage counter that was set when the key was made has reached zero', None, None, None, None, None, None, None, None, None, None),
    ('Members of a cluster, or restarts, have reserved and lost a share of the signatures', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "CKA_HSS_KEYS_REMAINING of the private key; XMSS keys have no such attribute up to PKCS #11 3.2: take the vendor's counter",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Signatures a day since the key was made: expected use, or something that signs without need?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Switch the signer to its successor key, and publish that public key', None, None, None, None, None, None, None, None, None, None),
    (
        'No successor yet: generate a key with a larger tree for the expected lifetime, have it certified, roll over',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Watch the remaining count and alarm well before the end', None, None, None, None, None, None, None, None, None, None),
    ('Find what signed without need (health checks, test signatures, retries) and stop it', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Never bring the private key or its state back from a backup, snapshot or clone to get more signatures',
        'an index used twice lets others forge signatures',
        None,
        None,
        None,
        'breaks the key',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Do not delete the public key: signatures made so far still have to be verified', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_FUNCTION_NOT_PERMITTED', 'this use is forbidden, not used up'), ('CKR_TOKEN_RESOURCE_EXCEEDED', 'a passing lack of memory'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x203: CKR_KEY_EXHAUSTED',
    'Java SunPKCS11': None,
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_KEY_EXHAUSTED (0x00000203)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:515',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
