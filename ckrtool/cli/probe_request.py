"""What `ckr probe`'s options, the environment, the configuration and a URI ask for, taken together."""

from __future__ import annotations

from ckrtool.cli.streams import talk
from ckrtool.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.config.settings import Config
    from ckrtool.probe.request import Ignored, Request, Selection

NO_PIN = "none"  # --pin-source none: no PIN, whatever configuration and URI say


def words_of(words: list[str], module: str | None) -> tuple[str | None, str | None]:
    """Return module and URI of the arguments: a word that begins with `pkcs11:` is a URI, any other the module.

    Raises UsageError for two different modules (one may be `--module`'s) or two URIs.
    """
    from ckrtool.probe.target import uri as uris

    addresses = list(dict.fromkeys(word for word in words if uris.is_uri(word)))
    modules = list(
        dict.fromkeys([*(word for word in words if not uris.is_uri(word)), *filter(None, [module])])
    )
    if len(modules) > 1:
        raise UsageError(
            f"two modules: {modules[0]!a} and {modules[1]!a}", "Name one; a token's label goes with --token."
        )
    if len(addresses) > 1:
        raise UsageError("two PKCS #11 URIs", "Name the token in one way.")
    return modules[0] if modules else module, addresses[0] if addresses else None


def configured(
    settings: Config,
    address: str,
    module: str | None,
    slot: str | None,
    token: str | None,
    pin_source: str | None,
    init_args: str | None,
    *,
    all_tokens: bool = False,
) -> tuple[str | None, str | None, str | None, str | None]:
    """Return module, token, PIN source and init-args with what environment and configuration say where the options say nothing."""
    if settings.problems:  # the site's file alone could mean another token and another PIN
        raise UsageError(
            "the configuration can't be used\n" + "\n".join(settings.problems),
            "man ckr-overlay shows its form",
        )
    if not _says(address, "module-path", "module-name"):
        module = settings.module_asked(module)
    alias = settings.alias(module) if module else None
    if not _says(address, "pin-source", "pin-value"):
        pin_source = settings.pin_source_asked(pin_source, alias)
        pin_source = None if pin_source == NO_PIN else pin_source
    if alias is not None:
        token = alias.token if slot is None and not address and not all_tokens else token
        init_args = alias.init_args if init_args is None else init_args
    return module, token, pin_source, init_args


def _says(address: str, *members: str) -> bool:
    """Return whether a PKCS #11 URI has one of the members; what stands in it goes before the configuration."""
    return address.lower().startswith("pkcs11:") and any(f"{member}=" in address for member in members)


def request(
    *,
    module: str | None,
    slot: str | None,
    token: str | None,
    uri: str | None,
    pin_source: str | None,
    profile: str | None,
    sequences: list[str],
    timeout: float | None,
    max_time: float | None,
    init_args: str | None,
    spec: str,
    switches: tuple[bool, bool, bool, bool, bool],
) -> Request:
    """Return the request; UsageError for options that contradict each other or can't be read."""
    from ckrtool.probe.pin import sources as pins
    from ckrtool.probe.request import Request
    from ckrtool.probe.target import uri as uris

    if uri is None and token is not None and uris.is_uri(token):
        uri, token = token, None
    if sum(given is not None for given in (slot, token, uri)) > 1:
        raise UsageError("--slot, --token and a URI exclude each other", "Name the token in one way.")
    for name, seconds in (("--timeout", timeout), ("--max-time", max_time)):
        if seconds is not None and not 0 < seconds <= 86400:
            raise UsageError(f"{name} takes a number of seconds from 0 to 86400", f"{name} 30")
    if init_args is not None and "\0" in init_args:
        raise UsageError("--init-args: a NUL ends the string", "Leave it out.")
    request = Request(
        module=module, slot=None if slot is None else _slot(slot), token=token, profile=profile, sequences=sequences, timeout=timeout,
        max_time=max_time, init_args=init_args, spec=spec,
    )  # fmt: skip
    request.read_write, request.risk_pin, request.keep_going, request.allow_writes, request.destroy = switches
    if pin_source not in (None, NO_PIN):
        request.pin = pins.parse(pin_source)
    if uri is not None:
        _take_uri(request, uri, with_pin=pin_source != NO_PIN)
    if request.pin is not None:
        pins.take_from_environment(request.pin)
    return request


def key_asked(text: str) -> list[list[list[Any]]]:
    """Return the templates by which the key of `--key` is looked for: by label, then by CKA_ID in hex; by all that a URI says."""
    from ckrtool._tables.constants import CONSTANTS
    from ckrtool.probe.target import uri as uris

    label, identity = CONSTANTS["CKA_LABEL"], CONSTANTS["CKA_ID"]
    if uris.is_uri(text):
        named = uris.parse(text).match
        rows: list[list[Any]] = []
        if "object" in named:
            rows.append([label, "text", {"text": named["object"]}])
        if "id" in named:
            rows.append([identity, "bytes", {"bytes": named["id"]}])
        if not rows or named.get("type", "private") != "private":
            raise UsageError(
                "--key: the URI names no private key", "--key 'pkcs11:object=LABEL' or 'pkcs11:id=%01'"
            )
        return [rows]
    if not text or "\0" in text:
        raise UsageError("--key takes a label, a CKA_ID in hex, or a PKCS #11 URI", "--key mykey")
    from contextlib import suppress

    found: list[list[list[Any]]] = [[[label, "text", {"text": text}]]]
    with suppress(ValueError):  # no hex: a label only
        found.append(
            [[identity, "bytes", {"bytes": bytes.fromhex(text.removeprefix("0x").replace(":", "")).hex()}]]
        )
    return found


def judged(
    request: Request,
    settings: Config,
    *,
    all_tokens: bool,
    bench: float | None,
    warn_ms: float | None,
    warn_days: float | None,
    ignore: list[str],
    fail_on: str | None,
) -> None:
    """Add to the request what is looked at besides one token's calls, and what counts; UsageError for what can't be meant."""
    limits = request.thresholds
    limits.warn_ms = _limit("--warn-ms", warn_ms, limits.warn_ms, 86_400_000)
    limits.warn_days = _limit("--warn-days", warn_days, limits.warn_days, 36_500)
    if bench is not None and not 0 < bench <= _LONGEST_BENCH:
        raise UsageError(f"--bench takes a number of seconds up to {_LONGEST_BENCH}", "--bench 2")
    request.bench = bench
    request.ignored = [_ignored(text) for text in (*ignore, *settings.ignore)]
    request.fail_on = fail_on or request.fail_on
    request.all_tokens = all_tokens
    if all_tokens and (request.slot is not None or request.token is not None or request.uri is not None):
        raise UsageError("--all-tokens and a token by name exclude each other", "Leave one of them out.")
    if all_tokens and request.pin is not None:
        raise UsageError(
            "--all-tokens logs in nowhere: a PIN is that of one token",
            "Add --pin-source none, or name the token with --token instead of --all-tokens.",
        )


_LONGEST_BENCH = 600


def _limit(name: str, given: float | None, default: float, most: float) -> float:
    if given is None:
        return default
    if not 0 <= given <= most:  # false for NaN too
        raise UsageError(f"{name} takes a number from 0 to {most}", f"{name} {default:.0f}")
    return given


def _ignored(text: str) -> Ignored:
    """Return what ID or ID=PATTERN means."""
    from ckrtool.knowledge import findings
    from ckrtool.probe.request import Ignored
    from ckrtool.schema.nearest import nearest

    name, equals, pattern = text.partition("=")
    if name not in findings.ids():
        near = nearest(name, findings.ids())
        hint = (
            f"Did you mean {near}? `ckr list findings` lists them."
            if near
            else "`ckr list findings` lists them."
        )
        raise UsageError(f"--ignore: {name[:60]!r} is not the id of a finding", hint)
    return Ignored(name, pattern if equals and pattern else None)


def _slot(text: str) -> int:
    try:
        number = int(text, 16) if text[:2].lower() == "0x" else int(text)
    except ValueError:
        number = -1
    if not text.isascii() or "_" in text or not 0 <= number < 1 << 64:
        raise UsageError(
            f"--slot: {text[:40]!r} is not a slot's number",
            "Slots have numbers; a token's label goes with --token.",
        )
    return number


def _take_uri(request: Request, text: str, *, with_pin: bool) -> None:
    """Take over what a URI says: token, module, and (`with_pin`) where the PIN is."""
    from ckrtool.probe.pin import sources as pins
    from ckrtool.probe.target import uri as uris

    uri = request.uri = uris.parse(text)
    query = uri.query
    if request.module is None:
        request.module = query.get("module-path") or query.get("module-name")
    if uri.slot_id is not None and len(uri.match) == 1:
        request.slot = uri.slot_id
        request.uri = None
    if with_pin and request.pin is None and "pin-source" in query:
        request.pin = pins.from_uri(query["pin-source"])
    if "pin-value" in query:
        talk("ckr: warning: pin-value: everybody on this host can read a command line; use pin-source")
        request.pin = request.pin or (pins.from_pin_value(query["pin-value"]) if with_pin else None)
    for name in uri.ignored:
        talk(
            f"ckr: warning: PKCS #11 URI: query attribute {name!r} is not known, and ignored (RFC 7512, 2.5)"
        )


def selected(request: Request) -> Selection:
    """Return the sequences; the problems of broken files go to stderr, one a line, and the command ends with 2."""
    from ckrtool.probe.request import select
    from ckrtool.probe.sequences.broken import BrokenSequence

    try:
        return select(request)
    except BrokenSequence as broken:
        for problem in broken.problems:
            talk(problem)
        error = UsageError("a sequence file can't be used: nothing was loaded")
        error.already_printed = True
        raise error from None
