"""CKR_SESSION_READ_ONLY_EXISTS: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_READ_ONLY_EXISTS.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_READ_ONLY_EXISTS: A read-only session already exists, and so the SO cannot be logged in.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('SO login attempted while this application has any read-only session open with the token', None, None, None, None, None, None),
    ('Library or pool opened a R/O session in the background', None, None, None, None, None, None),
    ('Login order wrong: user-oriented tool adapted for SO tasks', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("List this process's sessions in the trace; look for C_OpenSession without CKF_RW_SESSION", None, None, None, None, None, None),
    ('userType in C_Login is CKU_SO (0)?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Close the R/O sessions you own (other threads may be using theirs), keep one R/W session, then log the SO in', None, None, None, None, None, None),
    ('Do SO tasks in a separate process', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('The fix ends in an SO login, and SO tries are few; do not loop it', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_READ_WRITE_SO_EXISTS', 'mirror image'), ('CKR_SESSION_READ_ONLY', 'operation needs R/W'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki', 'Strictly enforced even when the R/O session is a different one', 'opencryptoki/opencryptoki#145', None),
    ('ykcs11 (older)', 'Returned it for normal user logins too', 'Yubico/yubico-piv-tool#38', None),
    ('SoftHSM2', "Checks the slot's sessions before verifying the SO PIN, so no try is used", 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    (
        'GnuTLS p11tool with SoftHSM2',
        '--so-login --write failed because the tool had a read-only session open when it logged the SO in',
        'softhsm/SoftHSMv2#451',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
