"""The names of the commands, in the order in which help shows them. Imported on the quick path: nothing else is here."""

COMMANDS = (
    "decode", "explain", "returns", "check", "precedence", "list", "modules", "probe", "report", "diff", "annotate", "scan", "why",
    "completion",
)  # fmt: skip
# `ckr help [COMMAND]`, `ckr version` and `ckr -V`: the usual words for --help and --version.
HELP_WORDS = ("help", "version", "-V")
