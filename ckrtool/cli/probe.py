"""`ckr probe`: run sequences of calls on a module and report their results."""

from __future__ import annotations

import sys

from ckrtool.cli import probe_request
from ckrtool.cli.probe_system import expect_probe_system
from ckrtool.cli.progress import Progress
from ckrtool.cli.report import amount_of
from ckrtool.cli.streams import Streams, to_stderr
from ckrtool.config import loader
from ckrtool.errors import SurroundingsError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from ckrtool.cli import probe_options as o
    from ckrtool.probe.conclude import Outcome
    from ckrtool.probe.facts.report_types import Report
    from ckrtool.probe.request import Request, Selection
    from ckrtool.probe.supervision.forkserver import ForkServer
    from ckrtool.render.formats import Format

OPTIONS = "ckrtool.cli.probe_options"
EXAMPLES = (
    "ckr probe softhsm2",
    "ckr probe /usr/lib/softhsm/libsofthsm2.so --token MyToken --pin-source prompt",
    "ckr probe opensc-pkcs11 --profile conformance --json -o report.json",
    "ckr probe softhsm2 --sequence ./my-checks.toml --dry-run",
)


def run(
    words: o.Words = None,
    module: o.Module = None,
    slot: o.Slot = None,
    token: o.Token = None,
    all_tokens: o.AllTokens = False,
    init_args: o.InitArgs = None,
    pin_source: o.PinSource = None,
    risk_pin: o.RiskPin = False,
    key: o.Key = None,
    profile: o.Profile = None,
    sequence: o.Sequence = None,
    timeout: o.Timeout = None,
    max_time: o.MaxTime = None,
    keep_going: o.KeepGoing = False,
    bench: o.Bench = None,
    warn_ms: o.WarnMs = None,
    warn_days: o.WarnDays = None,
    ignore: o.Ignore = None,
    fail_on: o.FailOn = None,
    spec: o.Spec = None,
    dry_run: o.DryRun = False,
    list_sequences: o.ListSequences = False,
    show_sequence: o.ShowSequence = None,
    no_objects: o.NoObjects = False,
    rw: o.ReadWrite = False,
    allow_writes: o.AllowWrites = False,
    destroy: o.Destroy = False,
    verbose: o.Verbose = False,
    quiet: o.Quiet = False,
    anonymize: o.Anonymize = False,
    json: o.Json = False,
    form: Format | None = None,
    output: o.Output = None,
    color: o.Color = "auto",
) -> int:
    """Probe a PKCS #11 module: report the calls that fail, their return codes, whether these are legal, and what to do.

    The token is not changed, and no PIN is used unless --pin-source is given.
    """
    streams = Streams(color)
    if json and form:
        raise UsageError(f"--json and --{form.name} cannot be used together", "Choose one output format.")
    amount = amount_of(verbose=verbose, quiet=quiet, format_asked=json or form is not None)
    if list_sequences or show_sequence is not None:
        _sequences(show_sequence, streams)
        return 0
    expect_probe_system()
    settings = loader.load()
    module, uri = probe_request.module_and_uri(words or [], module)
    pin_asked = pin_source
    module, token, pin_source, init_args = probe_request.configured(
        settings, uri or token or "", module, slot, token, pin_source, init_args, all_tokens=all_tokens
    )
    if all_tokens and pin_asked is None:
        pin_source = None  # the configuration's PIN is that of one token
    request = probe_request.request(
        module=module, slot=slot, token=token, uri=uri, pin_source=pin_source, profile=profile, sequences=sequence or [], timeout=timeout,
        max_time=max_time, init_args=init_args, spec=settings.spec_asked(spec),
        switches=(rw, risk_pin, keep_going, allow_writes, destroy),
    )  # fmt: skip
    request.no_objects = no_objects
    request.key = None if key is None else probe_request.key_asked(key)
    probe_request.set_criteria(
        request, settings, all_tokens=all_tokens, bench=bench, warn_ms=warn_ms, warn_days=warn_days, ignore=ignore or [],
        fail_on=fail_on,
    )  # fmt: skip
    if request.module is None and not dry_run:
        _refuse_without_module()
    if dry_run:
        _dry_run(probe_request.selected(request), request, streams, json=json)
        return 0
    outcome = _outcome(request, output)
    report = outcome.report
    if anonymize:
        from ckrtool.probe.reporting.anonymize import anonymize as hashed

        report = hashed(report)
    status = _deliver(report, form, output, streams, outcome.status, json=json, amount=amount)
    if outcome.missing is not None:  # the message contains labels of tokens
        to_stderr(
            "ckr: the requested slot or token does not exist" if anonymize else f"ckr: {outcome.missing}"
        )
    return status


def _outcome(request: Request, output: str | None) -> Outcome:
    from ckrtool.probe.pin.sources import worker_environment
    from ckrtool.probe.supervision.forkserver import ForkServer

    with ForkServer(worker_environment(request.pin)) as server:  # it imports in parallel with this process
        selection = probe_request.selected(request)
        if output not in (None, "-"):  # before the login: a login is wasted if the report can't be written
            from ckrtool.cli.files import expect_writable

            expect_writable(output)
        if request.key is not None:
            to_stderr("ckr: --key signs once with a key of the token; touch the token if it asks for that")
        return _run(request, selection, server)


def _run(request: Request, selection: Selection, server: ForkServer) -> Outcome:
    from ckrtool.probe import protocol, run
    from ckrtool.probe.target import modules

    choice = modules.resolve(request.module or "")
    progress = Progress(selection.names, lambda function: protocol.limit(function, request.timeout))
    try:
        outcome = run.run(request, selection, choice, progress.show, server)
    except KeyboardInterrupt:  # Ctrl-C typed twice, or before the run began
        progress.wipe()
        to_stderr(f"ckr: interrupted in {progress.last}" if progress.last else "ckr: interrupted")
        raise
    finally:
        progress.wipe()
    if outcome.report.get("interrupted"):
        from ckrtool.render.report_verdict import lost_call

        to_stderr(
            f"ckr: {lost_call(outcome.report) or 'interrupted'}; the report covers the calls made until then"
        )
    return outcome


def _deliver(
    report: Report,
    form: Format | None,
    output: str | None,
    streams: Streams,
    status: int,
    *,
    json: bool,
    amount: str,
) -> int:
    """Write the report in the requested format and return the exit status."""
    from ckrtool.cli import report as reports

    if form is None and not json and output is None:
        reports.show(report, streams, amount)
        return status
    if form is not None:
        text = form.render(report)
    elif json:
        from json import dumps

        text = dumps(report, ensure_ascii=True, separators=(",", ":")) + "\n"
    else:
        text = reports.plain(report, amount)
    reports.deliver(text, output, streams)
    # With an output format, stderr stays empty unless it is a terminal: cron would mail each line.
    if output not in (None, "-") and (form is None or sys.stderr.isatty()):
        from ckrtool.render.probe_text import verdict

        to_stderr(verdict(report))
        to_stderr(f"ckr: written to {output}")
    return status if form is None else form.exit_code(report, status)


def _dry_run(selection: Selection, request: Request, streams: Streams, *, json: bool) -> None:
    from ckrtool.printable import printable
    from ckrtool.probe.sequences import dry_run

    off = None if request.no_objects else _no_generation(request)
    left_out = (
        selection.making_objects if request.no_objects else selection.generating(request) if off else []
    )
    selection = selection.without(left_out)
    if json:
        from json import dumps

        answer = dry_run.as_dict(selection, request) | ({"generation_off": off} if off else {})
        streams.write(dumps(answer, separators=(",", ":")) + "\n")
        return
    if off and left_out:
        streams.write(f"left out: {', '.join(left_out)} (generation-off): {off}\n")
    streams.write("".join(f"{printable(line)}\n" for line in dry_run.lines(selection, request)))


def _no_generation(request: Request) -> str | None:
    """Return the reason why the profile of the module's family disables key generation; None if it does not.

    The family is determined by the name of the module alone.
    """
    from ckrtool.knowledge import stacks

    known = stacks.by_name_or_file(request.module or "")
    return stacks.no_generation(known.id if known else None)


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


def _refuse_without_module() -> NoReturn:
    """List the modules of this host on stderr and raise UsageError with a command to type; SurroundingsError if there is none."""
    from ckrtool.probe.target.modules import everything

    found = [module for module in everything() if module.exists]
    if not found:
        raise SurroundingsError(
            "no PKCS #11 module was found on this host", "Pass a path: ckr probe /path/to/module.so"
        )
    width = max(len(module.name) for module in found)
    for module in found:
        to_stderr(f"  {module.name:{width}}  {module.path}")
    likely = next((module for module in found if module.source.startswith("variable ")), None)
    likely = likely or next((module for module in found if "softhsm" in module.name), found[0])
    raise UsageError("no module is given", f"For example: ckr probe --module {likely.name}")
