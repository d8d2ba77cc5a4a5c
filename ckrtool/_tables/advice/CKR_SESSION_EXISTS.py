"""CKR_SESSION_EXISTS: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_EXISTS.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_EXISTS: This value can only be returned by **C_InitToken**. It indicates that a session with the token is already open, and so the token cannot be initialized.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_InitToken while some session with that token is open, possibly in a different process or a management tool', None, None, None, None, None, None),
    ('Management GUI keeps its own master session open', None, None, None, None, None, None),
    ('Client/server module sees sessions of other programs (OP-TEE, proxies)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Which processes have the module loaded: lsof <module.so>, systemctl status of services; on a network HSM its own session list',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('CK_TOKEN_INFO.ulSessionCount counts only your own application: 0 there does not mean that nobody else uses the token', None, None, None, None, None, None),
    ('Is re-initialisation really intended? List objects first, and compare label and serial number', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Stop and reconsider: C_InitToken deletes every object on the token', None, None, None, None, None, None),
    (
        "If intended: back up, stop all applications and daemons that use the token, close the tool's own sessions, then initialise",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('To reset only the user PIN use C_InitPIN as SO instead (the old PIN stops working at once)', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'The code is often the last thing preventing an accidental wipe of a token in use; a loop that repeats C_InitToken until it works erases the token',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_InitToken destroys every object that can be destroyed and disables the user PIN', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_READ_ONLY_EXISTS', 'blocks SO login'), ('CKR_SESSION_COUNT', 'too many sessions'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Pkcs11Admin', "The tool's own session blocked initialisation on ProtectServer", 'Pkcs11Admin/Pkcs11Admin#41', None),
    (
        'OP-TEE',
        'Session of another process blocked pkcs11-tool --init-token even across reboots because the service restarted',
        'Pkcs11Interop/Pkcs11Interop#238',
        None,
    ),
    (
        'SoftHSM2',
        "Only sessions of the same process are detected, so other processes' sessions do not protect the token",
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
    ),
    (
        'OP-TEE (before a 2023 fix)',
        'C_InitToken accepted an initialised token without the old SO PIN, so only the open session stood between a mistake and the wipe',
        'OP-TEE/optee_os#5914',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitToken',)

NAMES: dict[str, str | None] = {}
