"""Where the PIN comes from, as `--pin-source` or a URI names it. `read` reads it, into an object that does not show it."""

from __future__ import annotations

import os

from ckrtool._records import field, record
from ckrtool.errors import UsageError

FORMS = "prompt, env:NAME, file:PATH, fd:N, cmd:COMMAND, protected-path or none"
HINT = f"--pin-source takes {FORMS}."


class Secret:
    """A PIN. Neither str nor repr nor a traceback's locals show it."""

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
    """A PIN source as given: its kind, and what stands behind the colon (for a URI's `pin-value`, the PIN: never shown).

    `held` is what stood in the variable of env:NAME, once it has been taken out of the environment.
    """

    kind: str
    rest: str = field(default="", repr=False)
    held: Secret | None = None


def parse(text: str) -> Source:
    """Return the source that `--pin-source` names; raises UsageError for any other text (which is not shown: it may be a PIN)."""
    kind, colon, rest = text.partition(":")
    if kind in ("prompt", "protected-path") and not colon:
        return Source(kind)
    if kind in ("env", "file", "fd", "cmd") and rest and "\0" not in rest:
        if kind == "fd" and not (rest.isascii() and rest.isdigit() and len(rest) < 8):
            raise UsageError("--pin-source: fd takes a number", HINT)
        return Source(kind, rest)
    raise UsageError(
        "--pin-source: unknown kind of source",
        f"{HINT} It does not take the PIN itself: other users can read command-line arguments.",
    )


def of_uri(text: str) -> Source:
    """Return the source that a URI's pin-source names (RFC 7512, 2.4): a file: URI, a path, or one of our own forms."""
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


def given(value: str) -> Source:
    """Return the source of a PIN that stood in a URI (`pin-value`)."""
    return Source("value", value)


def hold(source: Source) -> None:
    """Take a PIN out of our own environment: /proc/PID/environ shows the block that the process was started with.

    Done as soon as the source is known. Other users can't read that file from then on, and nobody finds the PIN in it.
    """
    if source.kind != "env" or source.held is not None:
        return
    name = os.fsencode(source.rest)
    value = os.environb.get(name)
    if value is not None:
        from ckrtool.probe import hardening

        source.held = Secret(value)
        hardening.protect(None)
        hardening.wipe_variable(name)
        del os.environb[name]


def worker_environment(source: Source | None) -> dict[str, str]:
    """Return the workers' environment: ours without the variable that holds the PIN."""
    environment = dict(os.environ)
    if source is not None and source.kind == "env":
        environment.pop(source.rest, None)
    return environment
