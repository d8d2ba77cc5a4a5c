"""CKR_ATTRIBUTE_SENSITIVE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ATTRIBUTE_SENSITIVE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ATTRIBUTE_SENSITIVE: An attempt was made to obtain the value of an attribute of an object which cannot be satisfied because the object is either sensitive or un-extractable.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A secret part (CKA_VALUE, private exponent, primes) of a sensitive key was asked for: works as intended',
        None,
        ('C_GetAttributeValue',),
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
        'CKA_SENSITIVE is false but CKA_EXTRACTABLE is false too: either one hides the value',
        None,
        ('C_GetAttributeValue',),
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
        'A tool reads every attribute and prints the refusal as a warning although the key is fine',
        None,
        ('C_GetAttributeValue',),
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
        'Keys made by pkcs11-tool without options are not sensitive, but not extractable either, so the value stays hidden',
        None,
        ('C_GetAttributeValue',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#384',
        None,
        None,
        None,
        None,
    ),
    (
        'Asking for CKA_VALUE among others makes the whole call fail; look at CKA_SENSITIVE first',
        None,
        ('C_GetAttributeValue',),
        'luna',
        None,
        None,
        'lowRISC/opentitan#26453',
        None,
        None,
        None,
        None,
    ),
    (
        'The wrapper drops all values of the call when it sees this code',
        None,
        ('C_GetAttributeValue',),
        'go-miekg',
        None,
        None,
        'miekg/pkcs11#174',
        None,
        None,
        None,
        None,
    ),
    (
        'A JDK from before 2022 reads CKA_VALUE of a secret key in the token, which NSS hides',
        None,
        ('C_GetAttributeValue',),
        'java-sunpkcs11',
        None,
        None,
        'openjdk/jdk#6837',
        None,
        None,
        None,
        None,
    ),
    (
        'It returns this for plain attributes that it does not keep for a public key (CKA_WRAP, CKA_TRUSTED): nothing secret, and harmless for a listing',
        None,
        ('C_GetAttributeValue',),
        'cryptoauthlib',
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
        'CKA_SENSITIVE and CKA_EXTRACTABLE of the object (pkcs11-tool --module M -O prints them under Access)',
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
    ('Each ulValueLen: only those with CK_UNAVAILABLE_INFORMATION were refused', None, None, None, None, None, None, None, None, None, None),
    ('Why is the value needed? Signing, decrypting and wrapping go through the handle', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('When listing: ignore it and use the attributes that came back', None, None, None, None, None, None, None, None, None, None),
    ('Use the key through its handle; read only public attributes', None, None, None, None, None, None, None, None, None, None),
    (
        'If a library asks for the value of a key that it only has to use: update it (JDK, provider, wrapper), or mark the key as a token object',
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
    ("To move the key: C_WrapKey if it is extractable, else the vendor's backup or cloning", None, None, None, None, None, None, None, None, None, None),
    (
        'If policy really demands a readable value: make a new key with CKA_SENSITIVE=false and CKA_EXTRACTABLE=true and count it as outside the HSM',
        None,
        None,
        None,
        None,
        'whoever may use the key can read it',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Do not create keys unprotected to silence this: it reports that the protection works', None, None, None, None, None, None, None, None, None, None),
    (
        'Do not replace the key just to read it: sensitivity cannot be switched off later, and the old key is lost with the object',
        None,
        None,
        None,
        None,
        'loses the old key',
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

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_GENERAL_ERROR', 'Data that may not be read from this card', ('opensc',), ('C_GetAttributeValue',), 'Nitrokey/nitrokey-3-firmware#578'),)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_UNEXTRACTABLE', 'the same refusal from C_WrapKey'),
    ('CKR_ATTRIBUTE_TYPE_INVALID', 'the object has no such attribute'),
    ('CKR_INFORMATION_SENSITIVE', "hides something that is not an attribute, such as an object's size"),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'nShield',
        'Library refuses to create insecure token keys at all unless CKNFAST_OVERRIDE_SECURITY_ASSURANCES allows it; set CKA_SENSITIVE instead',
        'OpenSC/OpenSC#1149',
        'nshield',
    ),
    ('kryoptic (older)', 'Required sensitive AND unextractable before hiding the value', 'latchset/kryoptic#198', 'kryoptic'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_GetAttributeValue',), 'the secret parts of a sensitive or unextractable key are hidden by design, the other attributes of the template are filled in'),)

FUNCTIONS: tuple[str, ...] = ('C_GetAttributeValue',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ATTRIBUTE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x11: CKR_ATTRIBUTE_SENSITIVE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ATTRIBUTE_SENSITIVE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_IO',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_ATTRIBUTE_SENSITIVE',
    'PyKCS11': 'CKR_ATTRIBUTE_SENSITIVE (0x00000011)',
    'libp11 (OpenSSL engine and provider)': 'Attribute sensitive',
    'p11-kit': 'The field is sensitive and cannot be revealed',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_ATTRIBUTE_SENSITIVE:17',
    'python-pkcs11': 'pkcs11.exceptions.AttributeSensitive',
    'rust-cryptoki': 'RvError::AttributeSensitive',
}
