"""The names of the commands, and their groups in the help. Imported on the quick path, so nothing else is here."""

COMMANDS = (
    "decode", "explain", "returns", "check", "precedence", "list", "modules", "probe", "report", "diff", "annotate", "scan", "why",
    "completion",
)  # fmt: skip
# `ckr help [COMMAND]`, `ckr version` and `ckr -V` are accepted for --help and --version.
HELP_WORDS = ("help", "version", "-V")
# Heading -> command -> summary of at most 50 characters.
GROUPS = {
    "Understand a return code": {
        "explain": "show meaning, causes and remedies of a code",
        "decode": "show number, name and meaning, one line each",
        "returns": "list the codes that a function may return",
        "check": "check whether a function may return a code",
        "precedence": "show which of several codes takes precedence",
        "list": "list codes, functions, vendors, stacks, ...",
    },
    "Read a log": {
        "annotate": "add the meaning to each return code of a log",
        "scan": "summarise the return codes of a log",
        "why": "find the cause of failed calls in a trace",
    },
    "Test a module": {
        "probe": "make calls to a module and report each result",
        "report": "show or convert a saved probe report",
        "diff": "show the changes between two probe reports",
        "modules": "list the PKCS #11 modules of this host",
    },
    "Other": {"completion": "print the completion script of a shell"},
}
EXAMPLES = ("ckr 0x000000A0", "ckr why trace.log", "ckr probe softhsm2")
