"""The built-in sequences: files in data/sequences, each with its profile and its place in it."""

from __future__ import annotations

from importlib import import_module

from ckrtool._tables.sequences import COOKBOOK, SEQUENCES
from ckrtool.errors import UsageError
from ckrtool.probe.sequences import sequence as sequence_keys
from ckrtool.probe.sequences.sequence import Sequence, Step, Wrong

APPLICATION = "application"
"""The sequence that calls a module through python-pkcs11; it has no file, see application.py."""
APPLICATION_EFFECT = "session-objects"
APPLICATION_TITLE = "python-pkcs11 smoke test"

LEFT_BEHIND = "left-behind"
"""Run automatically after a lost worker that had created objects."""

BENCH, BENCH_KEYS = "bench", "bench-keys"
KEY = "key"
"""Run for --bench; the second one with a PIN."""

EXAMPLES = COOKBOOK
"""The cookbook of ckr-sequence.5, to copy and edit (`--show-sequence`): its files need keys and labels of the user,
so they can't be run by name."""

PROFILES = sequence_keys.PROFILES


def names() -> tuple[str, ...]:
    """Return the names of the sequences that can be run, in order."""
    return (*of_profile("all", with_pin=True), APPLICATION)


def of_profile(profile: str, *, with_pin: bool) -> tuple[str, ...]:
    """Return the names of a profile's sequences in order; those that need a PIN only if `with_pin`."""
    wanted = PROFILES if profile == "all" else (profile,)
    return tuple(
        name
        for name, (profile, needs_pin, _) in SEQUENCES.items()
        if profile in wanted and (with_pin or not needs_pin)
    )


def profile_of(name: str) -> str:
    """Return the profile that a built-in sequence belongs to."""
    return SEQUENCES[name][0] if name in SEQUENCES else APPLICATION


def text(name: str) -> str:
    """Return the file of a built-in sequence or an example as text. Raises UsageError for an unknown name."""
    if name not in (*SEQUENCES, *EXAMPLES):
        raise unknown(name)
    folder = "cookbook" if name in EXAMPLES else "sequences"
    from importlib.resources import files

    return files("ckrtool").joinpath("data", folder, f"{name}.toml").read_text("utf-8")


def sequence(name: str) -> Sequence:
    """Return a built-in sequence, which was checked and compiled when the tables were generated."""
    if name not in SEQUENCES:
        raise unknown(name)
    import json

    compiled = import_module(f"ckrtool._tables.steps.{name.replace('-', '_')}")
    steps = []
    for number, line in enumerate(compiled.STEPS, 1):
        where, plan, effect, why, names, wrong = json.loads(line)
        found = None if wrong is None else Wrong(*wrong)
        steps.append(Step(number, where, plan["call"], plan, effect, why, tuple(names), found))
    title = SEQUENCES[name][2]
    return Sequence(name, title, compiled.EFFECT, f"{name}.toml", "", profile_of(name), steps)


def example(name: str) -> Sequence:
    """Return an example of the cookbook, checked as all sequence files are."""
    from ckrtool.probe.sequences.compile import file_compiler

    return file_compiler.check(text(name), f"{name}.toml")


def unknown(name: str) -> UsageError:
    """Return the error for a name that is not a built-in sequence, with a hint."""
    if name == APPLICATION:
        return UsageError(
            "application has no file: it is a program that uses python-pkcs11",
            "Run it with --sequence application.",
        )
    if name in EXAMPLES:
        return UsageError(
            f"{name} is an example to copy and edit", f"ckr probe --show-sequence {name} > {name}.toml"
        )
    from ckrtool.schema.nearest import nearest

    near = nearest(name, (*names(), *EXAMPLES))
    hint = f"Did you mean {near}? " if near else ""
    return UsageError(
        f"no sequence named {name!r}",
        f"{hint}`ckr probe --list-sequences` lists them; a file ends in .toml.",
    )
