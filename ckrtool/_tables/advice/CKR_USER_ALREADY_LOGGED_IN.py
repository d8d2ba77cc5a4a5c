"""CKR_USER_ALREADY_LOGGED_IN: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_ALREADY_LOGGED_IN.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_ALREADY_LOGGED_IN: This value can only be returned by **C_Login**. It indicates that the specified user cannot be logged into the session, because it is already logged into the session. For example, if an application has an open SO session, and it attempts to log the SO into it, it will receive this error code.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Another session or thread of this process has logged in first (threads race at start-up): benign, the login holds for all of them',
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
    ('Several parts of one process (realms, providers, pools, libraries) each log in', None, None, None, None, None, None, None, None, None, None),
    (
        'The login outlived its sessions: reconnect code logs in again, or the module (older releases) does not log out with the last session',
        None,
        None,
        None,
        None,
        None,
        'pyauth/python-pkcs11#61, tpm2-software/tpm2-pkcs11#127, latchset/kryoptic#163',
        None,
        None,
        None,
        None,
    ),
    (
        'The session that logged in is still open: here the login depends on it, and closing it logs the others out',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#844',
        None,
        None,
        None,
        None,
    ),
    (
        'Releases up to early 2025 kept the login after the last session was closed',
        None,
        ('C_Login',),
        'kryoptic',
        None,
        None,
        'latchset/kryoptic#163',
        None,
        None,
        None,
        None,
    ),
    (
        'C_CloseAllSessions does not log out (seen in July 2026): log out first',
        None,
        ('C_Login',),
        'wolfpkcs11',
        None,
        None,
        'wolfSSL/wolfPKCS11#204',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'C_GetSessionInfo.state: CKS_RO_USER_FUNCTIONS or CKS_RW_USER_FUNCTIONS means that nothing is left to do',
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
    ('Is it the role you want? With the SO logged in the state is CKS_RW_SO_FUNCTIONS', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Own code: take it as success if the state shows the user you wanted. Finished program: ignore the line, look for the failure after it',
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
    (
        'Let one place in the process log in (under a lock), and log out only when the last user of the token is done',
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
    (
        'If it comes after closing all sessions: update the module; until then treat it as success, or log out before the last close',
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
    (
        'If the program treats it as fatal and cannot be changed: let its parts share one provider, or run them as separate processes',
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
    (
        'If the state is nevertheless public, close the sessions you own, open new ones and log in once',
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If an always-authenticate key fails afterwards, it needs C_Login(CKU_CONTEXT_SPECIFIC) after *Init, not another CKU_USER login',
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't call C_Logout to clean up: it logs every thread out, destroys private session objects and makes private handles invalid",
        None,
        None,
        None,
        None,
        'breaks the work of other threads',
        'cloudflare/cfssl#330, OP-TEE/optee_test#478',
        None,
        None,
        None,
        None,
    ),
    ("Don't take it as proof of the PIN: the PIN was NOT checked, a wrong one gets the same answer", None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = (
    'C_Login: CKR_USER_ALREADY_LOGGED_IN  (second session of the process)',
    'treat it as success: C_GetSessionInfo shows CKS_RW_USER_FUNCTIONS; go on without C_Logout',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_USER_ANOTHER_ALREADY_LOGGED_IN', 'the other role, SO or user, is in'), ('CKR_USER_NOT_LOGGED_IN', 'the opposite'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSSH, GnuTLS, cfssl', 'Take it for success', 'cloudflare/cfssl#404', 'openssh'),
    ('Axway and other servers with several realms', 'The second realm failed to load because the code was taken for fatal', 'softhsm/SoftHSMv2#552', None),
    ('python-pkcs11', 'Appears after the client slept: its C_Logout never reached the token', 'pyauth/python-pkcs11#61', 'python-pkcs11'),
    ('libp11', 'Its own flag said logged in after a new session; log in once per slot', 'OpenSC/libp11#521', 'libp11'),
    ('tpm2-pkcs11', 'The login is bound to the session that made it', 'tpm2-software/tpm2-pkcs11#844', 'tpm2-pkcs11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ('C_Login', 'C_LoginUser'),
        'the login belongs to the application, not to the session: a second session, thread or library of the same process finds it done',
    ),
)

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_USER_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x100: CKR_USER_ALREADY_LOGGED_IN',
    'Java SunPKCS11': 'PKCS11Exception: CKR_USER_ALREADY_LOGGED_IN',
    'NSS (SEC_ERROR)': None,
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_USER_ALREADY_LOGGED_IN',
    'PyKCS11': 'CKR_USER_ALREADY_LOGGED_IN (0x00000100)',
    'libp11 (OpenSSL engine and provider)': 'User already logged in',
    'p11-kit': 'You are already logged in',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_USER_ALREADY_LOGGED_IN:256',
    'python-pkcs11': 'pkcs11.exceptions.UserAlreadyLoggedIn',
    'rust-cryptoki': 'RvError::UserAlreadyLoggedIn',
}
