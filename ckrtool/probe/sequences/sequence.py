"""Sequences as checked data: what a sequence file says, after everything in it was found right.

Keys of a file: `sequence` (its name), `title`, `effect`, and one `[[step]]` for each call. A file of data/sequences
also says when it runs: `profile` (one of PROFILES, or "internal" for one that the program runs by itself) and `order` (its place in the
profile). Keys of a step:

call, args, save, expect, output, why, optional, stop, timeout
    as README and ckr-sequence.5 describe them.
each = { var = "slot", in = "slots", limit = 64 }   (or a list of such tables, the outermost first)
    the step is made once for every entry of a saved list; what it saves becomes a list, one entry a round.
needs = ["CKM_SHA256", { mechanism = "CKM_RSA_PKCS", flags = ["CKF_SIGN"] }]
    the step is skipped unless the slot has them all (`needs_slot`: whose mechanisms, default "$slot").
skip_on = ["CKR_SESSION_READ_ONLY"], skip_reason = "..."
    one of these returns ends the sequence as skipped: the token refuses, which is no fault.
refused_on = ["CKR_TEMPLATE_INCONSISTENT"]
    one of these is a refusal of this step alone: what needs its result is left out, and the sequence goes on.
cleanup = true
    made also after an earlier step ended the sequence.
follows = true
    made only where the step before it came back as expected: what one departure spoils is not told as another.
fork = true
    the call is made in a child of a forked process.
relogin = true
    the second C_Login of the sequence `login`, made only where the first gave CKR_OK.
finding = "logout-ineffective", blame = "C_Logout", severity = "error"
    the finding that is given where the module returns CKR_OK and that, or an output, is not what the step expects: its id,
    the function at fault (the step's own unless another is named), and how severe it is.
unlisted = true
    made without the C_GetSlotList that goes before the first call with a slot; a refusal is information (`slot-list-needed`).
threads = true
    made by several threads at once (worker/threads.py), in the sequence `threads` only.
key = true
    made by worker/key_use.py, in the sequence `key` only: what is asked depends on what was found before.
expect = "any"
    whatever comes back is right (the call is made for what it shows).
"""

from __future__ import annotations

from ckrtool._records import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.probe import protocol
    from ckrtool.probe.facts.report_types import Severity
    from ckrtool.probe.protocol import Expr

EFFECTS = ("read", "login", "session-objects", "token-objects", "destroys")
"""What a sequence may change, from nothing to everything."""

PROFILES = ("health", "conformance", "all")
"""Profiles that a built-in sequence can belong to, in the order in which they run; those of `all` run in no other."""
INTERNAL = "internal"

SO, USER, CONTEXT_SPECIFIC = 0, 1, 2


@record(frozen=True)
class Wrong:
    """The finding of a step that got CKR_OK, or an output, that it should not have got."""

    id: str
    function: str
    severity: Severity


@record
class Step:
    """One call with everything that is said of it; `plan` holds what goes to the worker."""

    n: int
    line: int
    call: str
    plan: protocol.Step
    effect: str = "read"
    why: str | None = None
    expect_names: tuple[str, ...] = ("CKR_OK",)
    wrong: Wrong | None = None

    @property
    def args(self) -> dict[str, Expr]:
        """Return the arguments as expressions."""
        return self.plan["args"]

    @property
    def loops(self) -> list[dict[str, Any]]:
        """Return the loops that the step stands in, outermost first."""
        each = self.plan.get("each", [])
        return each if isinstance(each, list) else [each]

    @property
    def user_type(self) -> int | None:
        """Return who logs in by this step; None where it is no login."""
        if self.call not in ("C_Login", "C_LoginUser"):
            return None
        return int(self.args.get("userType", {}).get("int", SO))


@record
class Sequence:
    """A checked sequence; `source` is the file's name, `text` its content as written."""

    name: str
    title: str
    effect: str
    source: str
    text: str
    profile: str = "file"
    steps: list[Step] = field(default_factory=list)

    @property
    def computed(self) -> str:
        """Return the effect that follows from the calls."""
        return max((step.effect for step in self.steps), key=EFFECTS.index, default="read")

    @property
    def logins(self) -> int:
        """Return how many steps log in (CKU_CONTEXT_SPECIFIC included)."""
        return sum(step.user_type is not None for step in self.steps)

    @property
    def needs_pin(self) -> bool:
        """Return whether the sequence logs in, or hands a PIN to the token in another way."""
        return self.logins > 0 or any(_mentions(step.args, "pin") for step in self.steps)

    @property
    def ends_login(self) -> bool:
        """Return whether it looks at what C_Logout has ended: then no sequence with the same login can come after it."""
        return any(
            step.call == "C_Logout" and any(one.plan.get("follows") for one in self.steps[step.n :])
            for step in self.steps
        )

    @property
    def needs_slot(self) -> bool:
        """Return whether a slot has to be chosen before the sequence can run."""
        return any(_uses_slot(step) for step in self.steps)

    @property
    def read_write(self) -> bool:
        """Return whether it opens a session that may write: CKF_RW_SESSION is among the flags, or could be."""
        return any(
            step.call == "C_OpenSession" and step.args.get("flags", {}).get("int", 2) & 2
            for step in self.steps
        )

    def planned(self, *, read_write: bool = False) -> protocol.Sequence:
        """Return the sequence for the plan; with `read_write` (`--rw`) sessions in which objects are made may write."""
        steps = [step.plan for step in self.steps]
        if read_write and EFFECTS.index(self.effect) >= EFFECTS.index("session-objects"):
            steps = [_with_write(step) for step in steps]
        return {"name": self.name, "profile": self.profile, "steps": steps}


def _with_write(step: protocol.Step) -> protocol.Step:
    flags = step["args"].get("flags", {})
    if step["call"] != "C_OpenSession" or "int" not in flags:
        return step
    changed = step.copy()
    changed["args"] = step["args"] | {"flags": {"int": flags["int"] | 2}}
    return changed


def _uses_slot(step: Step) -> bool:
    """Return whether the step means the chosen slot (not the slot of a loop of its own)."""
    if any(loop["var"] == "slot" for loop in step.loops):
        return False
    named = _mentions(step.args, "var", "slot") or _mentions(step.plan.get("output", {}), "var", "slot")
    return named or ("needs" in step.plan and "needs_slot" not in step.plan)


def _mentions(value: Any, key: str, wanted: str | None = None) -> bool:
    """Return whether an expression holds the key (with that value) anywhere."""
    if isinstance(value, dict):
        if key in value and (wanted is None or value[key] == wanted):
            return True
        return any(_mentions(entry, key, wanted) for entry in value.values())
    return isinstance(value, list) and any(_mentions(entry, key, wanted) for entry in value)
