"""Module families and client stacks.

Compiled by `python -m ckrtool._generate` from data/stacks; never edited by hand.
"""

from __future__ import annotations

STACKS: dict[str, dict[str, object]] = {
    'aws-kms': {
        'name': 'AWS KMS',
        'kind': 'module',
    },
    'cloudhsm': {
        'name': 'AWS CloudHSM',
        'kind': 'module',
    },
    'etoken': {
        'name': 'SafeNet eToken',
        'kind': 'module',
    },
    'fabric': {
        'name': 'Hyperledger Fabric',
        'kind': 'client',
    },
    'firefox': {
        'name': 'Firefox',
        'kind': 'client',
    },
    'gnome-keyring': {
        'name': 'GNOME Keyring',
        'kind': 'module',
    },
    'gnutls': {
        'name': 'GnuTLS',
        'kind': 'client',
    },
    'go-crypto11': {
        'name': 'Go crypto11',
        'kind': 'client',
    },
    'go-miekg': {
        'name': 'Go miekg/pkcs11',
        'kind': 'client',
    },
    'google-kms': {
        'name': 'Google Cloud KMS',
        'kind': 'module',
    },
    'ibm-ep11': {
        'name': 'IBM EP11',
        'kind': 'module',
    },
    'ibm-icsf': {
        'name': 'IBM z/OS ICSF',
        'kind': 'module',
    },
    'idprime': {
        'name': 'IDPrime',
        'kind': 'module',
    },
    'jacarta': {
        'name': 'JaCarta',
        'kind': 'module',
    },
    'java-sunpkcs11': {
        'name': 'Java SunPKCS11',
        'kind': 'client',
    },
    'kryoptic': {
        'name': 'Kryoptic',
        'kind': 'module',
    },
    'libp11': {
        'name': 'libp11',
        'kind': 'client',
    },
    'luna': {
        'name': 'Thales Luna',
        'kind': 'module',
    },
    'nethsm': {
        'name': 'NetHSM',
        'kind': 'module',
    },
    'nshield': {
        'name': 'Entrust nShield',
        'kind': 'module',
    },
    'nss': {
        'name': 'NSS softokn',
        'kind': 'module',
    },
    'opencryptoki': {
        'name': 'openCryptoki',
        'kind': 'module',
    },
    'opensc': {
        'name': 'OpenSC',
        'kind': 'module',
    },
    'openssh': {
        'name': 'OpenSSH',
        'kind': 'client',
    },
    'optee': {
        'name': 'OP-TEE',
        'kind': 'module',
    },
    'p11-kit-client': {
        'name': 'p11-kit client (remoting)',
        'kind': 'module',
    },
    'p11-kit-proxy': {
        'name': 'p11-kit proxy',
        'kind': 'module',
    },
    'p11-kit-trust': {
        'name': 'p11-kit trust module',
        'kind': 'module',
    },
    'pkcs11-helper': {
        'name': 'pkcs11-helper',
        'kind': 'client',
    },
    'pkcs11-provider': {
        'name': 'pkcs11-provider',
        'kind': 'client',
    },
    'pkcs11-spy': {
        'name': 'pkcs11-spy',
        'kind': 'module',
    },
    'pkcs11-tool': {
        'name': 'pkcs11-tool',
        'kind': 'client',
    },
    'pkcs11interop': {
        'name': 'Pkcs11Interop',
        'kind': 'client',
    },
    'pkcs11js': {
        'name': 'pkcs11js',
        'kind': 'client',
    },
    'protecttoolkit': {
        'name': 'Thales ProtectToolkit',
        'kind': 'module',
    },
    'pykcs11': {
        'name': 'PyKCS11',
        'kind': 'client',
    },
    'python-pkcs11': {
        'name': 'python-pkcs11',
        'kind': 'client',
    },
    'rust-cryptoki': {
        'name': 'rust-cryptoki',
        'kind': 'client',
    },
    'rutoken': {
        'name': 'Rutoken',
        'kind': 'module',
    },
    'smartcard-hsm': {
        'name': 'SmartCard-HSM (sc-hsm-embedded)',
        'kind': 'module',
    },
    'softhsm2': {
        'name': 'SoftHSM2',
        'kind': 'module',
    },
    'tpm2-pkcs11': {
        'name': 'tpm2-pkcs11',
        'kind': 'module',
    },
    'utimaco': {
        'name': 'Utimaco CryptoServer',
        'kind': 'module',
    },
    'wolfpkcs11': {
        'name': 'wolfPKCS11',
        'kind': 'module',
    },
    'ykcs11': {
        'name': 'YKCS11 (YubiKey PIV)',
        'kind': 'module',
    },
    'yubihsm': {
        'name': 'YubiHSM',
        'kind': 'module',
    },
}
