"""Parses the source of the PIN (`--pin-source`, or a URI), and holds the PIN in an object that does not show it."""

from __future__ import annotations

import os

from ckrtool._records import field, record
from ckrtool.errors import UsageError

FORMS = "prompt, env:NAME, file:PATH, fd:N, cmd:COMMAND, protected-path or none"
HINT = f"--pin-source takes {FORMS}."


class Secret:
    """A PIN that is not shown by str, repr or the locals of a traceback."""

    __slots__ = ("_bytes",)

    def __init__(self, data: bytes) -> None:
        self._bytes = data

    def reveal(self) -> bytes:
        """Return the PIN itself, for the one call that needs it."""
        return self._bytes

    def __repr__(self) -> str:
        return "(PIN)"


@record
class Source:
    """A PIN source: its kind, and the argument after the colon (for `pin-value` of a URI, the PIN: never shown).

    `secret` is the value of the variable of env:NAME, after it has been removed from the environment.
    """

    kind: str
    argument: str = field(default="", repr=False)
    secret: Secret | None = None


def parse(text: str) -> Source:
    """Parse the argument of `--pin-source`; raise UsageError, without showing the text, which may be a PIN."""
    kind, colon, argument = text.partition(":")
    if kind in ("prompt", "protected-path") and not colon:
        return Source(kind)
    if kind in ("env", "file", "fd", "cmd") and argument and "\0" not in argument:
        if kind == "fd" and not (argument.isascii() and argument.isdigit() and len(argument) < 8):
            raise UsageError("--pin-source: fd takes a number", HINT)
        return Source(kind, argument)
    raise UsageError(
        "--pin-source: unknown kind of source",
        f"{HINT} It does not take the PIN itself: other users can read command-line arguments.",
    )


def from_uri(text: str) -> Source:
    """Parse pin-source of a URI (RFC 7512, 2.4): a file: URI, a path, or a form of `--pin-source`."""
    if text.startswith("file:"):
        path = text[5:]
        if path.startswith("//"):
            _, _, path = path[2:].partition("/")
            path = f"/{path}"
        from urllib.parse import unquote

        return Source("file", unquote(path))
    if text.startswith("/"):
        return Source("file", text)
    return parse(text)


def from_pin_value(value: str) -> Source:
    """Return a source for a PIN given in a URI (`pin-value`)."""
    return Source("value", value)


def take_from_environment(source: Source) -> None:
    """Move the PIN from our environment into `source.secret`, since /proc/PID/environ shows the environment of a process.

    Called as soon as the source is known. From then on other users cannot read that file, and it does not contain the PIN.
    """
    if source.kind != "env" or source.secret is not None:
        return
    name = os.fsencode(source.argument)
    value = os.environb.get(name)
    if value is not None:
        from ckrtool.probe import hardening

        source.secret = Secret(value)
        hardening.protect(None)
        hardening.wipe_variable(name)
        del os.environb[name]


def worker_environment(source: Source | None) -> dict[str, str]:
    """Return the environment for workers: that of this process without the variable that contains the PIN."""
    environment = dict(os.environ)
    if source is not None and source.kind == "env":
        environment.pop(source.argument, None)
    return environment
