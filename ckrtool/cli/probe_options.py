"""The options of `ckr probe`, in the groups of its help."""

from typing import Annotated

import typer

from ckrtool.cli.formats import OUTPUT
from ckrtool.cli.options import Colours, Edition, Severity, argument, flag, option

TARGET, PIN, RUN, CHANGES, FINDINGS = "Target", "PIN", "Run", "Allowed changes", "Findings"

Words = Annotated[
    list[str] | None,
    argument(
        "[MODULE] [URI]",
        "The module: a name listed by `ckr modules`, or a path with a slash. A PKCS #11 URI ('pkcs11:token=...') selects the token.",
    ),
]
Module = Annotated[
    str | None, option("--module -m", "NAME|PATH", "The module, if it is not given as an argument.", TARGET)
]
Slot = Annotated[str | None, option("--slot -s", "ID", "The slot with the token to use.", TARGET)]
Token = Annotated[
    str | None, option("--token -t", "LABEL|URI", "The token to use: its label, or a PKCS #11 URI.", TARGET)
]
AllTokens = Annotated[bool, flag("--all-tokens", "Probe every token; no PIN is used.", TARGET)]
InitArgs = Annotated[
    str | None,
    option("--init-args", "STR", "Reserved string for C_Initialize (NSS: \"configdir='sql:...'\").", TARGET),
]

PinSource = Annotated[
    str | None,
    option(
        "--pin-source",
        "SRC",
        "prompt, env:NAME, file:PATH, fd:N, cmd:COMMAND, protected-path, or none.",
        PIN,
    ),
]
Key = Annotated[
    str | None,
    option(
        "--key",
        "LABEL|ID|URI",
        "Sign once with this private key of the token, and verify; requires a PIN.",
        PIN,
    ),
]
RiskPin = Annotated[bool, flag("--risk-pin", "Log in even if that may use up a PIN try.", PIN)]

Profile = Annotated[
    str | None,
    option("--profile", "NAME", "The built-in sequences to run: health (default), conformance or all.", RUN),
]
Sequence = Annotated[
    list[str] | None,
    option("--sequence", "NAME|FILE", "A built-in sequence or a sequence file; may be repeated.", RUN),
]
Timeout = Annotated[
    float | None,
    option(
        "--timeout",
        "S",
        "Time limit per call in seconds (default 30; logins and key generation 120).",
        RUN,
    ),
]
MaxTime = Annotated[float | None, option("--max-time", "S", "Time limit of the run in seconds.", RUN)]
KeepGoing = Annotated[
    bool, flag("--keep-going", "Continue after loading or C_Initialize crashed, exited or hung.", RUN)
]
Spec = Annotated[
    Edition | None,
    typer.Option(
        "--spec",
        help="Edition of the standard (default: the configuration's, else 3.2).",
        show_default=False,
        rich_help_panel=RUN,
    ),
]
DryRun = Annotated[bool, flag("--dry-run", "Show every call in order, without loading the module.", RUN)]
ListSequences = Annotated[bool, flag("--list-sequences", "List the built-in sequences.", RUN)]
ShowSequence = Annotated[
    str | None,
    option("--show-sequence", "NAME", "Print a built-in sequence, to be copied and edited.", RUN),
]

Bench = Annotated[
    float | None,
    option("--bench", "S", "Also measure operations per second, for S seconds each.", RUN),
]
WarnMs = Annotated[
    float | None,
    option(
        "--warn-ms",
        "MS",
        "Warn if even the fastest signature or digest takes longer (default 2000).",
        FINDINGS,
    ),
]
WarnDays = Annotated[
    float | None,
    option("--warn-days", "D", "Warn if a certificate in use expires within D days (default 30).", FINDINGS),
]
Ignore = Annotated[
    list[str] | None,
    option("--ignore", "ID[=PATTERN]", "Report a finding as information only; may be repeated.", FINDINGS),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        "--fail-on",
        help="The least severe finding that makes the exit status 1 (default: warning).",
        show_default=False,
        rich_help_panel=FINDINGS,
    ),
]

NoObjects = Annotated[
    bool, flag("--no-objects", "Create no objects, not even session objects; no keys are generated.", CHANGES)
]
ReadWrite = Annotated[bool, flag("--rw", "Create session objects in read-write sessions.", CHANGES)]
AllowWrites = Annotated[
    bool, flag("--allow-writes", "Allow sequence files to change the token's objects.", CHANGES)
]
Destroy = Annotated[
    bool, flag("--destroy", "Allow sequence files to destroy objects they did not create.", CHANGES)
]

Verbose = Annotated[bool, flag("--verbose -v", "Show every call and all advice.", OUTPUT)]
Quiet = Annotated[bool, flag("--quiet -q", "Show only the verdict, on one line.", OUTPUT)]
Anonymize = Annotated[bool, flag("--anonymize", "Hash labels, serial numbers, host and paths.", OUTPUT)]
Json = Annotated[bool, flag("--json", "The report as one JSON object.", OUTPUT)]
Output = Annotated[str | None, option("--output -o", "FILE", "Write the report to FILE, atomically.", OUTPUT)]
Color = Annotated[Colours, typer.Option("--color", help="When to use colours.", rich_help_panel=OUTPUT)]
