"""The forms of the data files: one form per kind of file. The recipes of CONTRIBUTING.md say what the keys mean."""

from __future__ import annotations

from ckrtool.schema import dialectfile, vendorfile
from ckrtool.schema.check import Array, MapOf, Number, Switch, Table, Text

VERSIONS = ("2.40", "3.0", "3.1", "3.2")
CATEGORIES = (
    "success", "informational", "retryable", "session-lost", "token-absent", "authentication", "authorization-or-policy", "caller-bug",
    "data", "capability", "resource", "configuration", "token-fault", "library-fault", "concurrency", "legacy",
)  # fmt: skip
RETRIES = ("never", "as-is", "after-fix", "after-backoff", "after-reopen-session", "after-reinitialise")
FIXERS = ("application developer", "operator", "HSM administrator (SO)", "vendor")
PHASES = ("load", "initialise", "slot", "session", "login", "object", "operation", "finalise")
EFFECTS = ("login", "pin", "token", "objects")
TOKENS = ("card", "hsm", "cloud", "software", "tpm", "tee", "element")
CALLERS = ("code", "program")
MECHANISM_FUNCTIONS = (
    "encrypt", "decrypt", "sign", "verify", "sign-recover", "verify-recover", "digest", "generate", "generate-key-pair", "wrap", "unwrap",
    "derive", "encapsulate", "decapsulate", "message-encrypt", "message-decrypt",
)  # fmt: skip
ATTRIBUTE_KINDS = ("bool", "ulong", "date", "text", "ulongs", "template", "bytes")
SEVERITIES = ("error", "warning", "info")

LINE = Text(longest=2000)
SUMMARY = Text(longest=90)

ITEM = Table(
    required={"text": LINE},
    optional={
        "because": LINE, "when": Array(Text(), least=1), "stack": Text(), "unless": LINE, "danger": LINE, "ref": LINE,
        "fits": Array(Text(choices=(*TOKENS, *CALLERS)), least=1),
        "late": Switch(),
        "not_for": Array(Text(), least=1),
        "first": Switch(),
        "harmless": LINE,
    },
)  # fmt: skip

CODE = Table(
    required={
        "value": Number(most=0x80000000),
        "since": Text(),
        "versions": Array(Text(choices=VERSIONS), least=1),
        "category": Text(choices=CATEGORIES),
        "retry": Text(choices=RETRIES),
        "summary": SUMMARY,
        "who_can_fix": Array(Text(choices=FIXERS), least=1),
    },
    optional={
        "meaning": Text(one_line=False),
        "normal": Array(Table(required={"functions": Array(Text(), least=1), "because": LINE})),
        "cause": Array(ITEM),
        "check": Array(ITEM),
        "recovery": Array(ITEM),
        "warning": Array(ITEM),
        "confused_with": Array(Table(required={"code": Text(), "difference": LINE})),
        "field_note": Array(
            Table(required={"stack": LINE, "note": LINE}, optional={"profile": Text(), "ref": LINE})
        ),
        "retired": LINE,
        "example": Table(
            required={"seen": LINE, "cure": LINE}, optional={"stack": Text(), "when": Array(Text(), least=1)}
        ),
        "also_reported": Array(
            Table(
                required={"code": Text(), "text": LINE, "stacks": Array(Text(), least=1), "ref": LINE},
                optional={"functions": Array(Text(), least=1)},
            )
        ),
    },
)

FUNCTION = Table(
    required={
        "position": Number(most=103),
        "since": Text(choices=VERSIONS),
        "chapter": LINE,
        "args": Array(Array(Text(), least=2)),
        "phase": Text(choices=PHASES),
        "listed": MapOf(Text(choices=("2.40", "3.2")), Array(Text())),
    },
    optional={"effect": Text(choices=EFFECTS), "returns_as": LINE, "draft": Array(Text(), least=1)},
)


VENDOR = Table(
    required={
        "name": LINE,
        "confidence": Text(choices=("good", "weak")),
        "code": Array(
            Table(
                required={"name": Text(longest=100)},
                optional={"value": Number(), "offset": Number(), "note": LINE, "retired": LINE},
            ),
            least=1,
        ),
    },
    optional={
        "products": Array(LINE),
        "base": Text(),
        "how_to_recognise": LINE,
        "stack": Text(),
        "files": Array(LINE),
        "manufacturer": Array(LINE),
        "source": Array(Table(required={"repo": LINE, "path": LINE})),
    },
    also=vendorfile.problems,
)

STACK = Table(
    required={"name": LINE, "kind": Text(choices=("module", "client"))},
    optional={
        "aliases": Array(LINE),
        "files": Array(LINE),
        "manufacturer": Array(LINE),
        "vendor": Text(),
        "token": Array(Text(choices=TOKENS), least=1),
        "caller": Text(choices=CALLERS),
        "family": Text(),
        "log": LINE,
        "pin_format": LINE,
        "lockout": LINE,
        "no_generation": LINE,
        "daemon": Table(
            required={"name": LINE},
            optional={"check": LINE, "variable": Text(), "sockets": Array(LINE), "process": LINE},
        ),
        "not_established": Array(LINE),
        "refs": Array(LINE),
        "variable": Array(
            Table(
                required={"name": Text()},
                optional={
                    "kind": Text(choices=("file", "folder", "value", "switch")),
                    "needed": Text(choices=("always",)),
                    "meaning": LINE,
                },
            )
        ),
        "config": Array(Table(required={"path": LINE}, optional={"meaning": LINE})),
        "store": Array(
            Table(
                required={"path": LINE},
                optional={
                    "kind": Text(choices=("folder", "file")),
                    "config_key": Text(),
                    "variable": Text(),
                    "beside": Text(choices=("config",)),
                    "group": Text(),
                    "meaning": LINE,
                },
            )
        ),
        "departure": Array(
            Table(required={"text": LINE}, optional={"functions": Array(Text()), "ref": LINE})
        ),
    },
)

BINDING = Table(
    required={"name": LINE},
    optional={
        "version": LINE,
        "source": LINE,
        "names": MapOf(Text(), LINE),
        "forms": MapOf(LINE, Text()),
        "sentences": MapOf(LINE, Text()),
        "note": LINE,
    },
)

FINDING = Table(
    required={
        "title": SUMMARY,
        "severity": Array(Text(choices=SEVERITIES), least=1),
        "meaning": LINE,
        "matters": LINE,
    },
    optional={
        "warning": Array(ITEM),
        "check": Array(ITEM),
        "recovery": Array(ITEM),
        "vendor": Text(choices=("fault", "security")),
        "see": Array(Text()),
        "consequence_of": Array(Text(), least=1),
    },
)

DIALECT = Table(
    required={
        "title": LINE,
        "shows": Array(Text(choices=dialectfile.SHOWS)),
        "line": Array(
            Table(
                required={
                    "name": Text(longest=40),
                    "kind": Text(choices=dialectfile.KINDS),
                    "pattern": LINE,
                    "sample": Array(
                        Table(
                            required={"text": LINE, "source": LINE},
                            optional={"value": Number(), "function": Text(), "what": LINE},
                        ),
                        least=1,
                    ),
                },
                optional={
                    "find": LINE,
                    "base": Text(choices=dialectfile.BASES),
                    "strong": Switch(),
                    "counts": Switch(),
                    "ahead": Switch(),
                    "offset": Number(),
                    "function": Text(),
                    "value": Number(),
                    "above": Switch(),
                    "chained": Switch(),
                    "load": Text(choices=dialectfile.LOADS),
                    "normal": Array(Number()),
                },
            ),
            least=1,
        ),
    },
    optional={
        "pairing": Text(choices=dialectfile.PAIRINGS),
        "parts": MapOf(Text(), LINE),
        "methods": MapOf(Text(), Text()),
        "refs": Array(LINE),
    },
    then=dialectfile.problems,
)

CAUSE = Table(
    required={
        "kind": Text(choices=("cause", "mistake")),
        "title": SUMMARY,
        "text": LINE,
        "fix": LINE,
        "meaning": LINE,
        "matters": LINE,
    },
    optional={
        "warning": Array(ITEM),
        "check": Array(ITEM),
        "recovery": Array(ITEM),
        "see": Array(Text()),
    },
)

FAMILY = Table(
    required={"title": SUMMARY, "prefix": Text()},
    optional={
        "flags_of": Text(),
        "rank": Number(least=1, most=9),
        "older": Array(Text()),
        **{version: MapOf(Text(longest=100), Number()) for version in VERSIONS},
    },
)

PITFALL = Table(required={"text": LINE}, optional={"ref": LINE})
MECHANISMS = Table(
    required={
        "title": SUMMARY,
        "group": Array(
            Table(
                required={
                    "names": Array(Text(), least=1),
                    "functions": Array(Text(choices=MECHANISM_FUNCTIONS), least=1),
                },
                optional={
                    "parameter": Text(),
                    "parameter_note": LINE,
                    "key_types": Array(Text()),
                    "sizes": LINE,
                    "pitfall": Array(PITFALL),
                },
            ),
            least=1,
        ),
    }
)
ATTRIBUTES = Table(
    required={
        "title": SUMMARY,
        "group": Array(
            Table(
                required={
                    "names": Array(Text(), least=1),
                    "kind": Text(choices=ATTRIBUTE_KINDS),
                    "type": LINE,
                    "meaning": LINE,
                    "objects": LINE,
                    "set_by": LINE,
                    "sensitive": Text(choices=("yes", "no")),
                },
                optional={"default": LINE, "codes": Array(Text()), "pitfall": Array(PITFALL)},
            ),
            least=1,
        ),
    }
)
STRUCTURES = Table(required={"structure": MapOf(Text(), Array(Array(Text(), least=2), least=1))})

VENDOR_CONSTANTS = Table(
    required={
        "name": LINE,
        "ranges": Array(Array(Number(least=0x80000000), least=2)),
        "source": Array(Table(required={"repo": LINE, "path": LINE}), least=1),
        "constants": MapOf(Text(), MapOf(Text(longest=100), Number(least=0x80000000))),
    },
    optional={"vendor": Text()},
)

KINDS: dict[str, Table] = {
    "codes": CODE,
    "functions": FUNCTION,
    "vendors": VENDOR,
    "stacks": STACK,
    "bindings": BINDING,
    "findings": FINDING,
    "dialects": DIALECT,
    "causes": CAUSE,
    "constants": FAMILY,
    "structures": STRUCTURES,
    "mechanisms": MECHANISMS,
    "attributes": ATTRIBUTES,
    "vendor_constants": VENDOR_CONSTANTS,
}
