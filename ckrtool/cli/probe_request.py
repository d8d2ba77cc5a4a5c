"""The request of `ckr probe`, made from its options, the environment, the configuration and a URI."""

from __future__ import annotations

from ckrtool.cli.streams import to_stderr
from ckrtool.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.config.settings import Config
    from ckrtool.probe.request import Ignored, Request, Selection

NO_PIN = "none"  # --pin-source none: no PIN, even if the configuration or the URI names a source


def module_and_uri(words: list[str], module: str | None) -> tuple[str | None, str | None]:
    """Return the module and the URI among the arguments: a word that begins with `pkcs11:` is a URI, any other is the module.

    Raises UsageError for two URIs, or two different modules (including that of `--module`).
    """
    from ckrtool.probe.target import uri as uris

    addresses = list(dict.fromkeys(word for word in words if uris.is_uri(word)))
    modules = list(
        dict.fromkeys([*(word for word in words if not uris.is_uri(word)), *filter(None, [module])])
    )
    if len(modules) > 1:
        raise UsageError(
            f"two modules: {modules[0]!a} and {modules[1]!a}",
            "Give one module; select a token by its label with --token.",
        )
    if len(addresses) > 1:
        raise UsageError("two PKCS #11 URIs", "Give one URI.")
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
    """Return module, token, PIN source and init-args; options that are not given are taken from environment and configuration.

    Raises UsageError for an invalid configuration.
    """
    if token == "":  # an unset variable would choose a token without a label, or that of the configuration
        raise UsageError(
            "--token: the label is empty", "--token MyToken; --slot ID for a token without a label"
        )
    if settings.problems:  # the remaining settings could select a different token and a different PIN
        raise UsageError(
            "the configuration can't be used\n" + "\n".join(settings.problems),
            "`man ckr-overlay` describes its format",
        )
    if not _has_member(address, "module-path", "module-name"):
        module = settings.module_asked(module)
    alias = settings.alias(module) if module else None
    if not _has_member(address, "pin-source", "pin-value"):
        pin_source = settings.pin_source_asked(pin_source, alias)
        pin_source = None if pin_source == NO_PIN else pin_source
    if alias is not None:
        token = alias.token if slot is None and not address and not all_tokens else token
        init_args = alias.init_args if init_args is None else init_args
    return module, token, pin_source, init_args


def _has_member(address: str, *members: str) -> bool:
    """Return whether a PKCS #11 URI has one of the attributes, which then take precedence over the configuration."""
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
    """Return the request; raises UsageError for invalid or contradicting options."""
    from ckrtool.probe.pin import sources as pins
    from ckrtool.probe.request import Request
    from ckrtool.probe.target import uri as uris

    if uri is None and token is not None and uris.is_uri(token):
        uri, token = token, None
    if sum(given is not None for given in (slot, token, uri)) > 1:
        raise UsageError(
            "--slot, --token and a URI cannot be used together", "Select the token by one of them."
        )
    if token == "":
        raise UsageError(
            "the token's label in the configuration is empty", "Correct `token` of the module's alias."
        )
    for name, seconds in (("--timeout", timeout), ("--max-time", max_time)):
        if seconds is not None and not 0 < seconds <= 86400:
            raise UsageError(f"{name} takes a number of seconds from 0 to 86400", f"{name} 30")
    if init_args is not None and "\0" in init_args:
        raise UsageError("--init-args contains a NUL character, which would end the string", "Remove it.")
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
    """Return the search templates for the key of `--key`: by label, then by CKA_ID in hex; for a URI, by all its attributes.

    Raises UsageError for an empty label, and for a URI that does not name a private key.
    """
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
        if (
            not rows
            or "" in (named.get("object"), named.get("id"))
            or named.get("type", "private") != "private"
        ):
            raise UsageError(
                "--key: the URI does not name a private key", "--key 'pkcs11:object=LABEL' or 'pkcs11:id=%01'"
            )
        return [rows]
    if not text or "\0" in text:
        raise UsageError("--key takes a label, a CKA_ID in hex, or a PKCS #11 URI", "--key mykey")
    from contextlib import suppress

    found: list[list[list[Any]]] = [[[label, "text", {"text": text}]]]
    with suppress(ValueError):  # not hex: a label only
        found.append(
            [[identity, "bytes", {"bytes": bytes.fromhex(text.removeprefix("0x").replace(":", "")).hex()}]]
        )
    return found


def set_criteria(
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
    """Set the thresholds, ignored findings, benchmark and token selection of the request; raises UsageError for invalid values."""
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
        raise UsageError("--all-tokens cannot be used with --slot, --token or a URI", "Omit one of them.")
    if all_tokens and request.pin is not None:
        raise UsageError(
            "--all-tokens does not log in: a PIN belongs to one token",
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
    """Return the ignored finding that ID or ID=PATTERN describes; raises UsageError for an unknown ID."""
    from ckrtool.knowledge import findings
    from ckrtool.probe.request import Ignored
    from ckrtool.schema.nearest import nearest

    name, equals, pattern = text.partition("=")
    if name not in findings.ids():
        suggestion = nearest(name, findings.ids())
        hint = (
            f"Did you mean {suggestion}? `ckr list findings` lists all ids."
            if suggestion
            else "`ckr list findings` lists all ids."
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
            f"--slot: {text[:40]!r} is not a slot number",
            "Give the number of a slot, or the label of a token with --token.",
        )
    return number


def _take_uri(request: Request, text: str, *, with_pin: bool) -> None:
    """Set the token, the module and, if `with_pin`, the PIN source of the request from a URI."""
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
        to_stderr(
            "ckr: warning: pin-value: every user of this host can read the command line; use pin-source"
        )
        request.pin = request.pin or (pins.from_pin_value(query["pin-value"]) if with_pin else None)
    for name in uri.ignored:
        to_stderr(f"ckr: warning: PKCS #11 URI: unknown query attribute {name!r} is ignored (RFC 7512, 2.5)")


def selected(request: Request) -> Selection:
    """Return the selected sequences; raises UsageError for invalid files, after writing their problems to stderr, one per line."""
    from ckrtool.probe.request import select
    from ckrtool.probe.sequences.broken import BrokenSequence

    try:
        return select(request)
    except BrokenSequence as broken:
        for problem in broken.problems:
            to_stderr(problem)
        error = UsageError("a sequence file is invalid; the module was not loaded")
        error.already_printed = True
        raise error from None
