"""CKR_OBJECT_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OBJECT_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_OBJECT_HANDLE_INVALID: The specified object handle is not valid. We reiterate here that 0 is never a valid object handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Object was a session object and its session is closed (idle pool cleanup, garbage collection)', None, None, None, None, None, None),
    ('User logged out, or the last session closed, so handles to private objects died', None, None, None, None, None, None),
    ('Proxy, HSM client or HSM restarted: sessions came back, old handles did not', None, None, None, None, None, None),
    ('Handle from another process or machine, or raw key bytes passed as a handle', None, None, None, None, None, None),
    ('Search returned nothing and 0 was used; or the object was deleted by another client', None, None, None, None, None, None),
    ('Cluster: the chosen HSM does not (yet) hold the key', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Count returned by C_FindObjects; CKA_TOKEN of the object at creation', None, None, None, None, None, None),
    ('Time since last use: a failure after a fixed idle time points to pool or HSM timeouts', None, None, None, None, None, None),
    ('C_GetSessionInfo state (still *_USER_FUNCTIONS?)', None, None, None, None, None, None),
    ('Single-HSM CloudHSM cluster: is the key availability check disabled?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Re-find the object by CKA_ID and label in the current session', None, None, None, None, None, None),
    ('Keep one session open for the lifetime of the login so that pool shrinking does not log you out', None, None, None, None, None, None),
    ('Purge cached handles whenever a session is replaced', None, None, None, None, None, None),
    ('Create persistent objects with CKA_TOKEN=true', None, None, None, None, None, None),
    ('Fix cluster synchronisation so that the key exists on every HSM', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Handles are often small integers; after a restart a stale one may address a different object - verify CKA_ID before signing or deleting',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Never C_DestroyObject with a cached handle after a reconnect', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_HANDLE_INVALID', 'same situation for keys in crypto calls'),
    ('CKR_SESSION_HANDLE_INVALID', 'session also gone'),
    ('CKR_USER_NOT_LOGGED_IN', 'some modules report the lost login instead'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'crypto11 (old)',
        'Closing idle sessions after 30 s logged the application out; everything then failed with this or USER_NOT_LOGGED_IN',
        'eclipse-keypont/crypto11#9',
        None,
    ),
    (
        'AWS CloudHSM, single HSM',
        'C_SignInit/C_EncryptInit fails on a found key until the key availability check is disabled; a key on one HSM only is lost with that HSM, so a second HSM is the better cure in production',
        'aws-samples/aws-cloudhsm-pkcs11-examples#78',
        None,
    ),
    ('pkcs11-provider', 'Does not refresh handles after the session was re-created', 'openssl-projects/pkcs11-provider#494', None),
    ('YubiHSM', 'Unknown object or invalid ID on the device maps here', 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CopyObject', 'C_DestroyObject', 'C_GetObjectSize', 'C_GetAttributeValue', 'C_SetAttributeValue')

NAMES: dict[str, str | None] = {}
