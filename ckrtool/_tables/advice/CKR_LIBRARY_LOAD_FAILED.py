"""CKR_LIBRARY_LOAD_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_LIBRARY_LOAD_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_LIBRARY_LOAD_FAILED: The Cryptoki library could not load a dependent shared library.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Module could not load a library it depends on (crypto library, vendor client, PC/SC)', None, None, None, None, None, None),
    ('Architecture mismatch: 32-bit versus 64-bit, x86_64 versus arm64', None, None, None, None, None, None),
    ('Missing runtime or search path for the dependent library in the service environment', None, None, None, None, None, None),
    ('Wrong file configured as module (helper library instead of the PKCS#11 module)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'file <module>; ldd <module> (otool -L, dumpbin /dependents) as the service user; objdump -p instead of ldd for a file of doubtful origin',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Does the file export C_GetFunctionList (nm -D)?', None, None, None, None, None, None),
    ('LD_LIBRARY_PATH/PATH, SELinux/AppArmor denials in the service context', None, None, None, None, None, None),
    ('Loader errors: dlerror text, Windows 126 (dependency missing), 193/0xC1 (wrong architecture)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Install a module for the same architecture as the process, or run the process in the other architecture', None, None, None, None, None, None),
    (
        'Install the missing dependency or runtime and fix the library search path; give SELinux/AppArmor a rule rather than switching them off',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Point the configuration to the real module, not to libp11/engine helpers', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_GENERAL_ERROR', 'what most modules return when a dependency is missing'), ('CKR_FUNCTION_FAILED', 'daemon missing rather than library'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Most stacks', 'Loading problems appear as loader errors before any CK_RV exists; the code itself is rare', 'eclipse-keypont/crypto11#118', None),
    ('Windows', 'Error 126 = dependency not found, 193 = wrong bitness', 'LudovicRousseau/PyKCS11#63', None),
    ('libp11', 'libp11.so is a helper, not a PKCS#11 module', 'OpenSC/libp11#76', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
