"""CKR_DEVICE_REMOVED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DEVICE_REMOVED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.2',
        'Cryptoki function return values for functions that use a session handle',
        'CKR_DEVICE_REMOVED: The token was removed from its slot during the execution of the function.',
    ),
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_DEVICE_REMOVED: The token was removed from its slot during the execution of the function.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Card or USB token pulled, or its power or USB link failed during the call', None, None, None, None, None, None, ('card', 'hsm', 'tpm', 'element'), None),
    (
        'Another program reset the card (gpg-agent, browser, OS login), which looks like removal',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#850',
        ('card',),
        None,
    ),
    (
        'The computer slept, USB power saving switched the reader off, or pcscd was restarted (update): the card was powered up again',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    ('The network connector or daemon to the HSM cannot be reached', None, None, None, None, None, None, ('hsm', 'cloud'), None),
    (
        "The token's files, device node or daemon vanished under the program: volume unmounted, resource manager or TEE service restarted, remote p11-kit server gone",
        None,
        None,
        None,
        None,
        None,
        None,
        ('software', 'tpm', 'tee', 'element'),
        None,
    ),
    (
        'Any PC/SC error: service not running, card gone, or sharing violation because another program (scdaemon of GnuPG) holds the reader',
        None,
        None,
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool:ykcs11/utils.c',
        None,
        None,
    ),
    (
        'The connector (yubihsm-connector) or the connection to it failed',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
        None,
    ),
    (
        'Another program reset the card, which the module reports as removal; a detached reader is CKR_TOKEN_NOT_PRESENT instead',
        None,
        None,
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#850, OpenSC/OpenSC:src/pkcs11/misc.c',
        None,
        None,
    ),
    ('The token was deleted', None, None, 'ibm-icsf', None, None, 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)', None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('opensc-tool --list-readers or pcsc_scan; journalctl -u pcscd; dmesg | tail for USB disconnects', None, None, None, None, None, None, ('card',), None),
    ('pkcs11-tool --module M -L: is a token present in that slot, and is it the same serial number?', None, None, None, None, None, None, None, None),
    ('Who else uses the card? pgrep -a scdaemon; browsers, OS login, p11-kit modules', None, None, None, None, None, None, ('card',), None),
    ('curl http://127.0.0.1:12345/connector/status (or the URL configured)', None, None, 'yubihsm', None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Re-insert the token or restore service and connection; wait until -L shows it', None, None, None, None, None, None, None, None),
    (
        'Compare serial number and label before logging in: it may be another card',
        None,
        None,
        None,
        None,
        'a wrong PIN on another card costs a try there',
        None,
        ('card', 'hsm'),
        None,
    ),
    (
        'Drop all sessions and handles of that slot, open a session, log in once, find the keys by CKA_ID',
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
    ),
    ('If the call created or deleted something, list the objects before doing it again', None, ('object',), None, None, None, None, None, None),
    ('Keep others off the card: reader-port or disable-ccid in scdaemon.conf, lock_login in opensc.conf', None, None, None, None, None, None, ('card',), None),
    (
        'If it comes back: other port or cable, no USB autosuspend for the reader (echo on > /sys/bus/usb/devices/DEVICE/power/control)',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card', 'hsm'),
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not log in by program after re-insertion without comparing the serial number: another card counts wrong PINs',
        None,
        None,
        None,
        None,
        'may burn PIN tries',
        None,
        ('card',),
        None,
    ),
    (
        'Do not kill the other program while it uses the card, it may be in the middle of a write',
        None,
        None,
        None,
        None,
        'may leave the card half-changed',
        None,
        ('card',),
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_TOKEN_NOT_PRESENT',
        'Any error of PC/SC, a service that is not running included',
        ('ykcs11',),
        ('C_GetSlotList', 'C_OpenSession'),
        'Yubico/yubico-piv-tool:ykcs11/utils.c',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_NOT_PRESENT', 'was not there when the call began'),
    ('CKR_SESSION_HANDLE_INVALID', 'what later calls on the old session return'),
    ('CKR_DEVICE_ERROR', 'still there but failing'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_GetTokenInfo',
    'C_GetMechanismList',
    'C_GetMechanismInfo',
    'C_InitToken',
    'C_InitPIN',
    'C_SetPIN',
    'C_OpenSession',
    'C_CloseSession',
    'C_CloseAllSessions',
    'C_GetSessionInfo',
    'C_GetOperationState',
    'C_SetOperationState',
    'C_Login',
    'C_Logout',
    'C_CreateObject',
    'C_CopyObject',
    'C_DestroyObject',
    'C_GetObjectSize',
    'C_GetAttributeValue',
    'C_SetAttributeValue',
    'C_FindObjectsInit',
    'C_FindObjects',
    'C_FindObjectsFinal',
    'C_EncryptInit',
    'C_Encrypt',
    'C_EncryptUpdate',
    'C_EncryptFinal',
    'C_DecryptInit',
    'C_Decrypt',
    'C_DecryptUpdate',
    'C_DecryptFinal',
    'C_DigestInit',
    'C_Digest',
    'C_DigestUpdate',
    'C_DigestKey',
    'C_DigestFinal',
    'C_SignInit',
    'C_Sign',
    'C_SignUpdate',
    'C_SignFinal',
    'C_SignRecoverInit',
    'C_SignRecover',
    'C_VerifyInit',
    'C_Verify',
    'C_VerifyUpdate',
    'C_VerifyFinal',
    'C_VerifyRecoverInit',
    'C_VerifyRecover',
    'C_DigestEncryptUpdate',
    'C_DecryptDigestUpdate',
    'C_SignEncryptUpdate',
    'C_DecryptVerifyUpdate',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_SeedRandom',
    'C_GenerateRandom',
    'C_LoginUser',
    'C_SessionCancel',
    'C_MessageEncryptInit',
    'C_EncryptMessage',
    'C_EncryptMessageBegin',
    'C_EncryptMessageNext',
    'C_MessageEncryptFinal',
    'C_MessageDecryptInit',
    'C_DecryptMessage',
    'C_DecryptMessageBegin',
    'C_DecryptMessageNext',
    'C_MessageDecryptFinal',
    'C_MessageSignInit',
    'C_SignMessage',
    'C_SignMessageBegin',
    'C_SignMessageNext',
    'C_MessageSignFinal',
    'C_MessageVerifyInit',
    'C_VerifyMessage',
    'C_VerifyMessageBegin',
    'C_VerifyMessageNext',
    'C_MessageVerifyFinal',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_VerifySignature',
    'C_VerifySignatureUpdate',
    'C_VerifySignatureFinal',
    'C_GetSessionValidationFlags',
    'C_AsyncGetID',
    'C_AsyncJoin',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_DEVICE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x32: CKR_DEVICE_REMOVED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_DEVICE_REMOVED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_NO_TOKEN',
    'OpenSC (SC_ERROR)': 'SC_ERROR_CARD_REMOVED',
    'Pkcs11Interop': 'CKR.CKR_DEVICE_REMOVED',
    'PyKCS11': 'CKR_DEVICE_REMOVED (0x00000032)',
    'libp11 (OpenSSL engine and provider)': 'Device removed',
    'p11-kit': 'The device was removed or unplugged',
    'pkcs11-provider': 'The token was removed from its slot during the execution of the function',
    'pkcs11js': 'CKR_DEVICE_REMOVED:50',
    'python-pkcs11': 'pkcs11.exceptions.DeviceRemoved',
    'rust-cryptoki': 'RvError::DeviceRemoved',
}
