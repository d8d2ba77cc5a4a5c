"""The names of the commands, and how help groups them. Imported on the quick path: nothing else is here."""

COMMANDS = (
    "decode", "explain", "returns", "check", "precedence", "list", "modules", "probe", "report", "diff", "annotate", "scan", "why",
    "completion",
)  # fmt: skip
# `ckr help [COMMAND]`, `ckr version` and `ckr -V`: the usual words for --help and --version.
HELP_WORDS = ("help", "version", "-V")
# Heading -> command -> what it does, in at most 50 characters.
GROUPS = {
    "Understand a code": {
        "explain": "what it means, what causes it, what to do",
        "decode": "number and name, one line per value",
        "returns": "which codes a function may return, and why",
        "check": "may this function return this code?",
        "precedence": "which of several codes is returned",
        "list": "tables of codes, functions, vendors, stacks",
    },
    "Look at a log": {
        "annotate": "add the meaning to each return code of a log",
        "scan": "summarise the return codes of a log",
        "why": "what in this trace made a call fail, with proof",
    },
    "Test a module": {
        "probe": "run calls on a module, report every return",
        "report": "show or convert a saved probe report",
        "diff": "what changed between two probe reports",
        "modules": "the PKCS #11 modules of this host",
    },
    "Other": {"completion": "completion for bash, zsh or fish"},
}
EXAMPLES = ("ckr 0x000000A0", "ckr why trace.log", "ckr probe softhsm2")
