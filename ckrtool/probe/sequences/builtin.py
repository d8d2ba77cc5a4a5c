"""The sequences that come with the program: files in data/sequences, in the order in which a profile runs them."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files
from typing import TYPE_CHECKING

from ckrtool.errors import UsageError
from ckrtool.probe.sequences.compile import file_compiler

if TYPE_CHECKING:
    from ckrtool.probe.sequences.sequence import Sequence


HEALTH = ("load", "interfaces", "identity", "sessions", "objects", "random", "digest")
HEALTH_WITH_PIN = ("login", "sign", "encrypt")
CONFORMANCE = ("life-cycle", "bad-handles", "bad-slot", "small-buffer", "state-machine", "legacy", "fork")
APPLICATION = "application"
"""What a program using python-pkcs11 meets: no file, see application.py."""
APPLICATION_EFFECT = "session-objects"

EXAMPLES = (
    "key-present", "sign-always-authenticate", "read-certificate", "free-sessions", "wrap-policy", "vendor-mechanism",
)  # fmt: skip
"""The cookbook of ckr-sequence.5, to copy and edit (`--show-sequence`): its files name keys and labels that only their user knows,
so none runs by its name."""

LEFT_BEHIND = "left-behind"
"""Run by itself after a worker was lost that had made objects."""

PROFILES = ("health", "conformance", "all")


def names() -> tuple[str, ...]:
    """Return the names of all built-in sequences, in their order."""
    return (*HEALTH, *HEALTH_WITH_PIN, *CONFORMANCE, APPLICATION)


def of_profile(profile: str, *, with_pin: bool) -> tuple[str, ...]:
    """Return the names of a profile's sequences; those that need a PIN only where there is one."""
    health = HEALTH + (HEALTH_WITH_PIN if with_pin else ())
    return {"health": health, "conformance": CONFORMANCE, "all": health + CONFORMANCE}[profile]


def profile_of(name: str) -> str:
    """Return the profile that a built-in sequence belongs to."""
    if name in CONFORMANCE:
        return "conformance"
    return APPLICATION if name == APPLICATION else "health"


def text(name: str) -> str:
    """Return a built-in sequence or an example as it stands in its file; raises UsageError for an unknown name."""
    if name not in (*names(), *EXAMPLES, LEFT_BEHIND) or name == APPLICATION:
        raise unknown(name)
    folder = "cookbook" if name in EXAMPLES else "sequences"
    return files("ckrtool").joinpath("data", folder, f"{name}.toml").read_text("utf-8")


def sequence(name: str) -> Sequence:
    """Return a built-in sequence, checked like any other."""
    if name not in (*names(), LEFT_BEHIND):
        raise unknown(name)
    return file_compiler.check(text(name), f"{name}.toml", profile_of(name))


def example(name: str) -> Sequence:
    """Return an example, checked like any other file."""
    return file_compiler.check(text(name), f"{name}.toml")


def unknown(name: str) -> UsageError:
    """Return the error for a name that is no built-in sequence."""
    if name == APPLICATION:
        return UsageError(
            "application is no file: it is a program that uses python-pkcs11",
            "Run it with --sequence application.",
        )
    if name in EXAMPLES:
        return UsageError(
            f"{name} is an example to copy and edit", f"ckr probe --show-sequence {name} > {name}.toml"
        )
    near = get_close_matches(name, (*names(), *EXAMPLES), 1, 0.6)
    hint = f"Did you mean {near[0]}? " if near else ""
    return UsageError(
        f"no sequence named {name!r}",
        f"{hint}`ckr probe --list-sequences` lists them; a file ends in .toml.",
    )
