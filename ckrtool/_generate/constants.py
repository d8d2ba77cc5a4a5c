"""Makes the tables of constants: every name with its number, families by number, flags of each structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._generate.literal import Hex, module
from ckrtool.schema.forms import VERSIONS

if TYPE_CHECKING:
    from ckrtool._generate.sources import Sources

SOURCE = "data/constants (PKCS #11 headers 2.40 errata 1, 3.0, 3.1, 3.2, OASIS)"
MEMBER_ROW = "tuple[str, str, tuple[str, ...]]"

# The kind of value an attribute has, where it is not a byte array (sections 4.4 to 4.16 and the mechanisms' key objects).
KINDS = {
    "bool": """CKA_TOKEN CKA_PRIVATE CKA_TRUSTED CKA_SENSITIVE CKA_ENCRYPT CKA_DECRYPT CKA_WRAP CKA_UNWRAP CKA_SIGN CKA_SIGN_RECOVER
        CKA_VERIFY CKA_VERIFY_RECOVER CKA_DERIVE CKA_EXTRACTABLE CKA_LOCAL CKA_NEVER_EXTRACTABLE CKA_ALWAYS_SENSITIVE CKA_MODIFIABLE
        CKA_COPYABLE CKA_DESTROYABLE CKA_SECONDARY_AUTH CKA_ALWAYS_AUTHENTICATE CKA_WRAP_WITH_TRUSTED CKA_RESET_ON_INIT CKA_HAS_RESET
        CKA_COLOR CKA_OTP_USER_FRIENDLY_MODE CKA_ENCAPSULATE CKA_DECAPSULATE CKA_X2RATCHET_ISALICE""",
    "ulong": """CKA_CLASS CKA_CERTIFICATE_TYPE CKA_CERTIFICATE_CATEGORY CKA_JAVA_MIDP_SECURITY_DOMAIN CKA_NAME_HASH_ALGORITHM CKA_KEY_TYPE
        CKA_MODULUS_BITS CKA_PRIME_BITS CKA_SUBPRIME_BITS CKA_VALUE_BITS CKA_VALUE_LEN CKA_KEY_GEN_MECHANISM
        CKA_AUTH_PIN_FLAGS CKA_HW_FEATURE_TYPE CKA_PIXEL_X CKA_PIXEL_Y CKA_RESOLUTION CKA_CHAR_ROWS CKA_CHAR_COLUMNS
        CKA_BITS_PER_PIXEL CKA_MECHANISM_TYPE
        CKA_PROFILE_ID CKA_OTP_FORMAT CKA_OTP_LENGTH CKA_OTP_TIME_INTERVAL CKA_OTP_CHALLENGE_REQUIREMENT CKA_OTP_TIME_REQUIREMENT
        CKA_OTP_COUNTER_REQUIREMENT CKA_OTP_PIN_REQUIREMENT CKA_HSS_LEVELS CKA_HSS_LMS_TYPE CKA_HSS_LMOTS_TYPE CKA_HSS_KEYS_REMAINING
        CKA_PARAMETER_SET CKA_OBJECT_VALIDATION_FLAGS CKA_VALIDATION_TYPE CKA_VALIDATION_LEVEL CKA_VALIDATION_FLAG
        CKA_VALIDATION_AUTHORITY_TYPE CKA_TRUST_SERVER_AUTH CKA_TRUST_CLIENT_AUTH CKA_TRUST_CODE_SIGNING CKA_TRUST_EMAIL_PROTECTION
        CKA_TRUST_IPSEC_IKE CKA_TRUST_TIME_STAMPING CKA_TRUST_OCSP_SIGNING CKA_X2RATCHET_BAGSIZE CKA_X2RATCHET_NR CKA_X2RATCHET_NS
        CKA_X2RATCHET_PNS""",
    "date": "CKA_START_DATE CKA_END_DATE",
    "text": """CKA_LABEL CKA_APPLICATION CKA_UNIQUE_ID CKA_URL CKA_CHAR_SETS CKA_ENCODING_METHODS CKA_MIME_TYPES CKA_OTP_USER_IDENTIFIER
        CKA_OTP_SERVICE_IDENTIFIER CKA_OTP_SERVICE_LOGO_TYPE CKA_OTP_TIME CKA_VALIDATION_COUNTRY CKA_VALIDATION_CERTIFICATE_IDENTIFIER
        CKA_VALIDATION_CERTIFICATE_URI CKA_VALIDATION_VENDOR_URI CKA_VALIDATION_PROFILE""",
    "ulongs": "CKA_ALLOWED_MECHANISMS CKA_HSS_LMS_TYPES CKA_HSS_LMOTS_TYPES",
    "template": """CKA_WRAP_TEMPLATE CKA_UNWRAP_TEMPLATE CKA_DERIVE_TEMPLATE CKA_ENCAPSULATE_TEMPLATE CKA_DECAPSULATE_TEMPLATE""",
}


def files(sources: Sources) -> dict[str, str]:
    """Return the text of the tables of constants by their path below `_tables`."""
    return {"constants.py": _constants(sources), "families.py": _families(sources)}


def numbers(sources: Sources) -> dict[str, int]:
    """Return the number of every name, sorted by prefix and number; of names with one number the current one first."""
    rows: list[tuple[str, int, bool, int, str]] = [
        (name[:4], value, name in family.get("older", ()), family.get("rank", 1), name)
        for family in sources.constants.values()
        for version in VERSIONS
        for name, value in family.get(version, {}).items()
    ]
    rows += [("CKR_", code["value"], False, 1, name) for name, code in sources.codes.items()]
    return {name: value for _, value, _, _, name in sorted(rows)}


def _constants(sources: Sources) -> str:
    named = numbers(sources)
    flags = {
        family["flags_of"]: {
            Hex(value): name
            for version in VERSIONS
            for name, value in family.get(version, {}).items()
            if name not in family.get("older", ())
        }
        for family in sources.constants.values()
        if "flags_of" in family
    }
    kinds = {Hex(named[name]): kind for kind, names in KINDS.items() for name in names.split()}
    return module(
        "Constants of the standard by name; the flags of each structure by bit; attributes that are not byte arrays by kind.",
        SOURCE,
        {
            "CONSTANTS: dict[str, int]": {name: Hex(value) for name, value in named.items()},
            "FLAGS: dict[str, dict[int, str]]": {
                group: dict(sorted(bits.items())) for group, bits in sorted(flags.items())
            },
            "KINDS: dict[int, str]": dict(sorted(kinds.items())),
        },
    )


def _families(sources: Sources) -> str:
    members: dict[str, dict[int, tuple[str, str, tuple[str, ...]]]] = {}
    for key, family in sources.constants.items():
        older = family.get("older", ())
        rows = [
            (value, name in older, name, version)
            for version in VERSIONS
            for name, value in family.get(version, {}).items()
        ]
        found: dict[int, tuple[str, str, tuple[str, ...]]] = {}
        for value, old, name, version in sorted(rows):
            row = found.get(value)
            if row is None:
                found[Hex(value)] = (name, version, ())
            else:  # another spelling of the same number; it may be as old as the first edition that had one of them
                assert old, f"{name} has the number of {row[0]} and is not among the older names of {key}"
                found[Hex(value)] = (row[0], min(row[1], version), (*row[2], name))
        members[key] = found
    titles = {
        key: (family["title"], family["prefix"], "flags_of" in family, family.get("rank", 1))
        for key, family in sources.constants.items()
    }
    return module(
        "Families: id -> (title, prefix, whether flags, rank among those of one prefix); members by number: (name, since, older names).",
        SOURCE,
        {
            "FAMILIES: dict[str, tuple[str, str, bool, int]]": titles,
            f"MEMBERS: dict[str, dict[int, {MEMBER_ROW}]]": members,
        },
    )
