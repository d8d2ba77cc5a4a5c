"""`ckr probe`: runs sequences of calls on a module and reports what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from ckrtool.cli import probe_request
from ckrtool.cli.formats import with_formats
from ckrtool.cli.options import Color, ColorChoice, Spec, flag, option
from ckrtool.cli.progress import Progress
from ckrtool.cli.report import amount_of
from ckrtool.cli.streams import Streams, talk
from ckrtool.config import loader
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.render.formats import Format  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from ckrtool.exitcodes import ExitCode
    from ckrtool.probe.request import Request, Selection
    from ckrtool.probe.run import Outcome

EPILOG = """\b
Examples:
  ckr probe --module softhsm2
  ckr probe --module /usr/lib/softhsm/libsofthsm2.so --token MyToken --pin-source prompt
  ckr probe --module opensc-pkcs11 --profile conformance --json -o report.json
  ckr probe --module softhsm2 --sequence ./my-checks.toml --dry-run"""


@with_formats
def probe(
    uri: Annotated[
        str | None,
        typer.Argument(
            metavar="[URI]", help="A PKCS #11 URI (RFC 7512): 'pkcs11:token=...'.", show_default=False
        ),
    ] = None,
    module: Annotated[
        str | None,
        option("--module", "NAME|PATH", "The module: a name of `ckr modules`, or a path with a slash."),
    ] = None,
    slot: Annotated[str | None, option("--slot", "ID", "The slot with the token to use.")] = None,
    token: Annotated[
        str | None, option("--token", "LABEL|URI", "The token to use, by its label or a PKCS #11 URI.")
    ] = None,
    pin_source: Annotated[
        str | None,
        option("--pin-source", "SRC", "env:NAME, file:PATH, fd:N, prompt, cmd:COMMAND or protected-path."),
    ] = None,
    profile: Annotated[
        str | None,
        option("--profile", "health|conformance|all", "Which built-in sequences run (default: health)."),
    ] = None,
    sequence: Annotated[
        list[str] | None,
        option("--sequence", "NAME|FILE", "A built-in sequence, or a sequence file; may be repeated."),
    ] = None,
    timeout: Annotated[
        float | None,
        option("--timeout", "S", "Seconds a call may take (default 30; logins and key generation 120)."),
    ] = None,
    max_time: Annotated[float | None, option("--max-time", "S", "Seconds the whole run may take.")] = None,
    init_args: Annotated[
        str | None,
        option("--init-args", "STR", "Reserved string for C_Initialize (NSS: \"configdir='sql:...'\")."),
    ] = None,
    spec: Spec = None,
    rw: Annotated[bool, typer.Option("--rw", help="Make session objects in read-write sessions.")] = False,
    risk_pin: Annotated[
        bool, typer.Option("--risk-pin", help="Log in although a PIN try may be burnt.")
    ] = False,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Go on after a fatal outcome in loading or C_Initialize.")
    ] = False,
    allow_writes: Annotated[
        bool, typer.Option("--allow-writes", help="Let a sequence file change the token's objects.")
    ] = False,
    destroy: Annotated[
        bool, typer.Option("--destroy", help="Let a sequence file destroy what it did not make.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show every call in order, and load nothing.")
    ] = False,
    list_sequences: Annotated[
        bool, typer.Option("--list-sequences", help="List the built-in sequences.")
    ] = False,
    show_sequence: Annotated[
        str | None, option("--show-sequence", "NAME", "Print a built-in sequence, to copy and edit.")
    ] = None,
    anonymize: Annotated[
        bool, typer.Option("--anonymize", help="Hash labels, serial numbers, host and paths.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="The report as one JSON object.")] = False,
    form: Format | None = None,
    verbose: Annotated[bool, flag("--verbose -v", "Show every call and all advice.")] = False,
    quiet: Annotated[bool, flag("--quiet -q", "Show the verdict alone, on one line.")] = False,
    output: Annotated[
        str | None, option("--output -o", "FILE", "Write the report to FILE, whole or not at all.")
    ] = None,
    color: Color = ColorChoice.AUTO,
) -> None:
    """Probe a PKCS #11 module: which calls fail with which return code, whether that is legal, and what to do.

    Nothing on the token changes, and no PIN is used unless --pin-source is given.
    """
    streams = Streams(color.value)
    if json and form:
        raise UsageError(f"--json and --{form.name} exclude each other", "Choose one output format.")
    amount = amount_of(verbose=verbose, quiet=quiet, format_asked=json or form is not None)
    if list_sequences or show_sequence is not None:
        _sequences(show_sequence, streams)
        return
    settings = loader.load()
    module, token, pin_source, init_args = probe_request.configured(
        settings, uri or token or "", module, slot, token, pin_source, init_args
    )
    request = probe_request.request(
        module=module, slot=slot, token=token, uri=uri, pin_source=pin_source, profile=profile, sequences=sequence or [], timeout=timeout,
        max_time=max_time, init_args=init_args, spec=settings.spec_asked(spec.value if spec else None),
        switches=(rw, risk_pin, keep_going, allow_writes, destroy),
    )  # fmt: skip
    if request.module is None and not dry_run:
        _which_module()
    selection = probe_request.selected(request)
    if dry_run:
        _dry_run(selection, request, streams, json=json)
        return
    if output not in (None, "-"):  # before the one login: a report that can't be kept would waste it
        from ckrtool.cli.files import expect_writable

        expect_writable(output)
    outcome = _run(request, selection)
    report = outcome.report
    if anonymize:
        from ckrtool.probe.reporting.anonymize import anonymize as hashed

        report = hashed(report)
    status = _deliver(report, form, output, streams, outcome.status, json=json, amount=amount)
    if outcome.missing is not None:  # its words name the labels that are there
        talk(
            "ckr: the slot or token that was asked for is not there"
            if anonymize
            else f"ckr: {outcome.missing}"
        )
    raise typer.Exit(status)


def _run(request: Request, selection: Selection) -> Outcome:
    from ckrtool.probe.run import run
    from ckrtool.probe.target import modules

    choice = modules.resolve(request.module or "")
    progress = Progress()
    try:
        outcome = run(request, selection, choice, progress.show)
    except KeyboardInterrupt:  # typed twice, or before the run began
        progress.wipe()
        talk(f"ckr: interrupted in {progress.last}" if progress.last else "ckr: interrupted")
        raise
    finally:
        progress.wipe()
    if outcome.report.get("interrupted"):
        from ckrtool.render.report_facts import lost_call

        talk(f"ckr: {lost_call(outcome.report) or 'interrupted'}; the report tells what was seen until then")
    return outcome


def _deliver(
    report: dict[str, object],
    form: Format | None,
    output: str | None,
    streams: Streams,
    status: ExitCode,
    *,
    json: bool,
    amount: str,
) -> int:
    """Write the report in its form; return what to exit with."""
    from ckrtool.cli import report as reports

    if form is None and not json and output is None:
        reports.show(report, streams, amount)
        return int(status)
    if form is not None:
        text = form.render(report)
    elif json:
        from json import dumps

        text = dumps(report, ensure_ascii=True, separators=(",", ":")) + "\n"
    else:
        text = reports.plain(report, amount)
    reports.deliver(text, output, streams)
    if output not in (None, "-"):
        from ckrtool.render.probe_text import verdict

        talk(verdict(report))
        talk(f"ckr: written to {output}")
    return int(status) if form is None else form.exit_code(report, int(status))


def _dry_run(selection: Selection, request: Request, streams: Streams, *, json: bool) -> None:
    from ckrtool.printable import printable
    from ckrtool.probe.sequences import dry_run

    if json:
        from json import dumps

        streams.write(dumps(dry_run.as_dict(selection, request), separators=(",", ":")) + "\n")
        return
    streams.write("".join(f"{printable(line)}\n" for line in dry_run.lines(selection, request)))


def _sequences(show: str | None, streams: Streams) -> None:
    from ckrtool.probe.sequences import builtin

    if show is not None:
        streams.write(builtin.text(show))
        return
    for name in builtin.names():
        profile = builtin.profile_of(name)
        if name == builtin.APPLICATION:
            streams.write(f"{name}  (by name, {builtin.APPLICATION_EFFECT})  {builtin.APPLICATION_TITLE}\n")
            continue
        sequence = builtin.sequence(name)
        streams.write(f"{name}  ({profile}, {sequence.effect})  {sequence.title}\n")
    for name in builtin.EXAMPLES:
        sequence = builtin.example(name)
        streams.write(f"{name}  (example to copy, {sequence.effect})  {sequence.title}\n")


def _which_module() -> NoReturn:
    """Show the modules of this host and say what to type; asking for nothing in particular is a usage error."""
    from ckrtool.probe.target.modules import everything

    found = [module for module in everything() if module.exists]
    for module in found:
        talk(f"  {module.name}  {module.path}")
    if not found:
        raise SurroundingsError(
            "no PKCS #11 module was found on this host", "Give a path: ckr probe --module /path/to/module.so"
        )
    raise UsageError("which module?", f"Type for instance: ckr probe --module {found[0].name}")


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("probe", epilog=EPILOG)(probe)
