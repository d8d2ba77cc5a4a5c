"""CKR_KEY_EXHAUSTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_EXHAUSTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = "The key's lifetime supply of operations is spent. It is meant for stateful hash-based signature keys (HSS/LMS, XMSS, XMSSMT), which have a fixed number of one-time signatures and advance their state with each; after the last one the private key can never sign again. Signatures already made still verify."

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('All one-time signatures of a stateful hash-based key (HSS/LMS, XMSS) are used up', None, None, None, None, None, None),
    ('Key usage counter limit set at creation reached', None, None, None, None, None, None),
    ('Too many signatures reserved in advance by cluster members', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("CKA_HSS_KEYS_REMAINING or the vendor's counter attribute", None, None, None, None, None, None),
    ('Signing rate since creation', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Switch to a successor key; plan rotation before exhaustion', None, None, None, None, None, None),
    ('Generate new keys with a larger tree; reduce unneeded signatures', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Never restore the private key or its state from a backup or clone to get more signatures: reusing an index breaks the scheme',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Exhaustion is final for signing; verification of existing signatures is unaffected', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_FUNCTION_NOT_PERMITTED', 'usage not allowed'), ('CKR_TOKEN_RESOURCE_EXCEEDED', 'temporary resource'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
