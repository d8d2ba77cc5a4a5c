"""CKR_SESSION_COUNT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_COUNT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_COUNT: This value can only be returned by **C_OpenSession**. It indicates that the attempt to open a session failed, either because the token has too many sessions already open, or because the token has too many read/write sessions already open.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Sessions are leaked: opened for each request, and not closed on every path', None, None, None, None, None, None, None, None, None, None),
    (
        'The pool may grow beyond what the token has: crypto11 opens up to 1024 sessions by default before it takes one again',
        None,
        None,
        None,
        None,
        None,
        'gravitational/teleport#52768',
        None,
        None,
        None,
        None,
    ),
    (
        'Short-lived processes end without closing, and the device keeps each session until its timeout; bursts then run into the limit',
        None,
        None,
        None,
        None,
        None,
        'Yubico/yubihsm-shell#379',
        None,
        None,
        None,
        None,
    ),
    ('Several processes or hosts share one quota of the token or partition', None, None, None, None, None, None, None, None, None, None),
    (
        'The limit on read/write sessions is reached: CKF_RW_SESSION is asked for where reading would do',
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
        '16 sessions in the whole device, each kept for about 30 s after its last use',
        None,
        None,
        'yubihsm',
        None,
        None,
        'oxidecomputer/offline-keystore#44',
        None,
        None,
        None,
        None,
    ),
    (
        '16 sessions in the whole library, not per slot, although CK_TOKEN_INFO says 16 per token',
        None,
        None,
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#573',
        None,
        None,
        None,
        None,
    ),
    (
        'Up to 1024 sessions are opened before one is reused, unless MaxSessions is set',
        None,
        None,
        'go-crypto11',
        None,
        None,
        'gravitational/teleport#52768',
        None,
        None,
        None,
        None,
    ),
    (
        'The provider read an unknown ulMaxSessionCount (all ones) as the limit -1 (older releases)',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#312, openssl-projects/pkcs11-provider#398',
        None,
        None,
        None,
        None,
    ),
    (
        'osslsigncode until June 2020 does not finish the PKCS #11 engine: each run leaves its sessions in the HSM until their timeout',
        None,
        ('C_OpenSession',),
        'osslsigncode',
        None,
        None,
        'mtrojnar/osslsigncode#45',
        None,
        None,
        None,
        None,
    ),
    (
        'The engine leaves sessions open when the program ends (C_CloseAllSessions is not called), so that many short runs fill the HSM until its timeout',
        None,
        ('C_OpenSession',),
        'libp11',
        None,
        None,
        'OpenSC/libp11#583, OpenSC/libp11#527',
        None,
        None,
        None,
        None,
    ),
    (
        "Java keeps a session for each key object and unfinished Cipher or Signature until the garbage collector takes it; many generated or unwrapped keys, or several JVMs, use up the token's sessions",
        None,
        ('C_OpenSession',),
        'java-sunpkcs11',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'CK_TOKEN_INFO: ulMaxSessionCount and ulMaxRwSessionCount against ulSessionCount; the counts are those of your own program, and all ones means unknown',
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
        'C_OpenSession against C_CloseSession in a trace of one request: do they pair, also after an error?',
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
    ("Processes x pool size, on all hosts, against the device's limit", None, None, None, None, None, None, None, None, None, None),
    ('Sessions as the device sees them (vendor console), if other hosts use it', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Update libp11 (and osslsigncode); until then sign in one long-lived process, or pause between the runs as long as the HSM keeps idle sessions',
        None,
        None,
        'libp11',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Wait until idle sessions have timed out, then try again with pauses that grow', None, None, None, None, None, None, None, None, None, None),
    (
        'Close sessions in finally/defer; close leaked ones one by one',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
        None,
        None,
    ),
    (
        "Set the pool's maximum below the token's limit, divided by the number of processes (crypto11 MaxSessions, the pool of Fabric or Teleport); a server: fewer workers",
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
    ('For many small jobs use one long-lived process or a queue instead of a process for each', None, None, None, None, None, None, None, None, None, None),
    (
        'If fewer sessions are open than the token allows: the client counts or reads the limit wrongly; update it, or switch its limit off',
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
        'If the HSM allows it, have its administrator raise the session limit of the partition or user',
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
        "Set MaxSessions in the crypto11 configuration below the device's limit (at least 2: one is kept for the login)",
        None,
        None,
        'go-crypto11',
        None,
        None,
        'MicrochipTech/cryptoauthlib#150, eclipse-keypont/crypto11#3',
        None,
        None,
        None,
        None,
    ),
    (
        'Load keys once and use them again, end every Cipher and Signature, make no key pair or session key per request; fewer JVMs on one token, or a token with more sessions; a restart frees them at once',
        None,
        ('C_OpenSession',),
        'java-sunpkcs11',
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
    ("Don't retry at once from many workers: that keeps the token saturated", None, None, None, None, None, None, None, None, None, None),
    (
        "Don't clean up with C_CloseAllSessions in a running program: it ends every thread's operations, destroys session objects and logs out",
        None,
        None,
        None,
        None,
        'breaks the work of other threads',
        None,
        None,
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_ARGUMENTS_BAD', 'No more sessions (client SDK 3)', ('cloudhsm',), ('C_OpenSession',), 'awsdocs/aws-cloudhsm-user-guide#27'),)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DEVICE_MEMORY', 'memory of the token, not sessions'),
    ('CKR_ARGUMENTS_BAD', 'what CloudHSM Client SDK 3 says at its session limit'),
    ('CKR_SESSION_EXISTS', 'sessions that keep a token from being initialised'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('AWS CloudHSM Client SDK 3', 'Its session limit surfaces as ARGUMENTS_BAD', 'awsdocs/aws-cloudhsm-user-guide#27', 'cloudhsm'),
    ('SoftHSM2', 'Never returns it', 'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp', 'softhsm2'),
    ('Hyperledger Fabric (older)', 'Took it for fatal although it can be recovered from', 'hyperledger/fabric#1124', 'fabric'),
    ('offline-keystore on YubiHSM', 'Each command opened sessions faster than the device let go of them', 'oxidecomputer/offline-keystore#190', 'yubihsm'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_OpenSession',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SESSION_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xB1: CKR_SESSION_COUNT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SESSION_COUNT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_NO_MEMORY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SESSION_COUNT',
    'PyKCS11': 'CKR_SESSION_COUNT (0x000000B1)',
    'libp11 (OpenSSL engine and provider)': 'Session count',
    'p11-kit': 'Too many sessions are active',
    'pkcs11-provider': 'Too many sessions open',
    'pkcs11js': 'CKR_SESSION_COUNT:177',
    'python-pkcs11': 'pkcs11.exceptions.SessionCount',
    'rust-cryptoki': 'RvError::SessionCount',
}
