"""The request of a user to `ckr probe`, and the selection of sequences for it."""

from __future__ import annotations

import os

from ckrtool._records import field, record
from ckrtool.errors import UsageError
from ckrtool.probe.sequences import builtin
from ckrtool.probe.sequences.broken import BrokenSequence
from ckrtool.probe.sequences.sequence import EFFECTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.probe.pin.sources import Source
    from ckrtool.probe.sequences.sequence import Sequence
    from ckrtool.probe.target.uri import Uri


@record(frozen=True)
class Ignored:
    """A finding that the user accepts: its id, and a text or glob that title, detail or function must contain (None: any)."""

    id: str
    pattern: str | None = None


@record
class Thresholds:
    """Limits for warnings: the duration of a call in ms, and the days before a certificate expires."""

    warn_ms: float = 2000.0
    warn_days: float = 30.0


@record
class Request:
    """The validated options of a run."""

    module: str | None = None
    slot: int | None = None
    token: str | None = None
    uri: Uri | None = None
    pin: Source | None = None
    profile: str | None = None
    sequences: list[str] = field(default_factory=list)
    timeout: float | None = None
    max_time: float | None = None
    init_args: str | None = None
    spec: str = "3.2"
    read_write: bool = False
    no_objects: bool = False  # leave out the built-in sequences that create objects
    risk_pin: bool = False
    keep_going: bool = False
    allow_writes: bool = False
    destroy: bool = False
    all_tokens: bool = False
    bench: float | None = None
    key: list[list[list[Any]]] | None = (
        None  # templates of the key to sign with; the first that matches any key counts
    )
    thresholds: Thresholds = field(default_factory=Thresholds)
    ignored: list[Ignored] = field(default_factory=list)
    fail_on: str = "warning"


@record
class Selection:
    """The sequences of a run in order; `application`, which has no steps, comes last."""

    sequences: list[Sequence]
    application: bool = False
    profile: str = "health"

    @property
    def by_name(self) -> dict[str, Sequence]:
        """Return the sequences by their names."""
        return {sequence.name: sequence for sequence in self.sequences}

    @property
    def names(self) -> list[str]:
        """Return the names of all sequences, in the order in which they run."""
        return [*self.by_name, *([builtin.APPLICATION] if self.application else [])]

    @property
    def needing_slot(self) -> list[str]:
        """Return the names of the sequences that need a slot."""
        names = [sequence.name for sequence in self.sequences if sequence.needs_slot]
        return [*names, builtin.APPLICATION] if self.application else names

    @property
    def making_objects(self) -> list[str]:
        """Return the names of the sequences that create objects on the token, including session objects."""
        names = [
            one.name
            for one in self.sequences
            if EFFECTS.index(one.computed) >= EFFECTS.index("session-objects")
        ]
        return [*names, builtin.APPLICATION] if self.application else names

    def generating(self, request: Request) -> list[str]:
        """Return the names of the sequences that generate keys and were not requested by name; the profile of a stack may exclude them."""
        files = [sequence.name for sequence in self.sequences if sequence.profile == "file"]
        return [name for name in self.making_objects if name not in (*request.sequences, *files)]

    def without(self, names: list[str]) -> Selection:
        """Return the selection without some of its sequences."""
        kept = [sequence for sequence in self.sequences if sequence.name not in names]
        return Selection(kept, self.application and builtin.APPLICATION not in names, self.profile)

    def logging_in(self, *, with_pin: bool) -> list[str]:
        """Return the names of the sequences that log in; `application` logs in if there is a PIN and no other sequence does."""
        names = [sequence.name for sequence in self.sequences if sequence.needs_pin]
        return [builtin.APPLICATION] if self.application and with_pin and not names else names


def select(request: Request) -> Selection:
    """Return the sequences for a request, all checked before anything is loaded.

    With `--sequence` only the named sequences are selected; those of a profile are added only if a profile is requested too.
    Raises BrokenSequence with the problems of all files, UsageError for unknown names, missing flags or a missing PIN.
    """
    names: list[str] = []
    profile = request.profile or ("health" if not request.sequences else None)
    if profile is not None:
        if profile not in builtin.PROFILES:
            raise UsageError(f"no profile named {profile!r}", f"Profiles are {', '.join(builtin.PROFILES)}.")
        names += builtin.of_profile(profile, with_pin=request.pin is not None)
    if request.bench is not None:
        names += [builtin.BENCH, builtin.BENCH_KEYS] if request.pin is not None else [builtin.BENCH]
    if request.key is not None:
        names.append(builtin.KEY)
    names += [name for name in request.sequences if name not in names]
    application = builtin.APPLICATION in names
    found = _read([name for name in names if name != builtin.APPLICATION])
    for sequence in found:
        _permit(sequence, request)
    if (application or any(sequence.needs_slot or sequence.needs_pin for sequence in found)) and all(
        sequence.name != "identity" for sequence in found
    ):
        found.insert(0, builtin.sequence("identity"))  # determines slot and token
    found.sort(key=lambda sequence: sequence.ends_login)  # those that test the end of the login come last
    _distinct(found)
    return Selection(found, application, profile or "file")


def _read(names: list[str]) -> list[Sequence]:
    """Return the sequences, built-in ones by name and files by path; raise BrokenSequence with the problems of all files."""
    found: list[Sequence] = []
    problems: list[str] = []
    for name in names:
        try:
            found.append(_file(name) if is_file(name) else builtin.sequence(name))
        except BrokenSequence as broken:
            problems += broken.problems
    if problems:
        raise BrokenSequence(problems)
    return found


def _file(path: str) -> Sequence:
    """Return the sequence in a file. One named `identity` determines slot and failed logins, so it must be a copy of the built-in one."""
    from ckrtool.probe.sequences.compile import file_compiler

    found = file_compiler.read(path)
    if found.name == "identity":
        own = builtin.sequence("identity")
        if [step.plan for step in found.steps] != [step.plan for step in own.steps]:
            raise UsageError(
                f"{path}: the name 'identity' is reserved for the built-in sequence",
                "Give the sequence another name.",
            )
    return found


def is_file(name: str) -> bool:
    """Return whether `--sequence NAME` is a file: it has a slash, ends in .toml, or is an existing file and not a built-in name."""
    if name in builtin.names():
        return False
    return "/" in name or name.endswith(".toml") or ("\0" not in name and os.path.isfile(name))  # noqa: PTH113 - pathlib is imported later


def _permit(sequence: Sequence, request: Request) -> None:
    """Raise UsageError if the sequence needs an option that was not given."""
    named = f"sequence {sequence.name!r}"
    if sequence.effect == "destroys" and not request.destroy:
        raise UsageError(f"{named} destroys objects that it did not create", "Add --destroy to allow that.")
    if sequence.effect == "token-objects" and not (request.allow_writes or request.destroy):
        raise UsageError(f"{named} changes objects of the token", "Add --allow-writes to allow that.")
    writes = request.read_write or request.allow_writes or request.destroy
    if sequence.read_write and sequence.computed == "session-objects" and not writes:
        raise UsageError(
            f"{named} creates objects in a read-write session: some modules keep such objects on the token",
            "Leave CKF_RW_SESSION out of C_OpenSession, or add --rw.",
        )
    if request.pin is not None and request.pin.kind != "protected-path":
        for step in sequence.steps:
            if step.user_type is not None and "null" in step.args.get("pPin", {}):
                raise UsageError(
                    f"{named}, step {step.n} ({step.call}): pPin is NULL, which is a wrong PIN for a token without a keypad",
                    'Write pPin = "$pin", or add --pin-source protected-path.',
                )
    if sequence.needs_pin and request.pin is None:
        raise UsageError(
            f"{named} needs the PIN", "Name its source with --pin-source, for example --pin-source prompt."
        )


def _distinct(sequences: list[Sequence]) -> None:
    """Raise UsageError if two sequences have the same name, since the report could not distinguish them."""
    seen: dict[str, str] = {}
    for sequence in sequences:
        if sequence.name in seen:
            message = (
                f"two sequences are named {sequence.name!r}: {seen[sequence.name]} and {sequence.source}"
            )
            raise UsageError(message, "Change the name in one of the files.")
        seen[sequence.name] = sequence.source
