"""Sequences as data: the content of a sequence file after all checks.

Keys of a file: `sequence` (its name), `title`, `effect`, and one `[[step]]` for each call. A file of data/sequences
also has `profile` (one of PROFILES, or "internal" for one that the program runs automatically) and `order` (its place in the
profile). Keys of a step:

call, args, save, expect, output, why, optional, stop, timeout
    as described in README and ckr-sequence.5.
each = { var = "slot", in = "slots", limit = 64 }   (or a list of such tables, the outermost first)
    the step is run once per entry of a saved list; values that it saves become lists with one entry per iteration.
needs = ["CKM_SHA256", { mechanism = "CKM_RSA_PKCS", flags = ["CKF_SIGN"] }]
    the step is skipped unless the slot has all of these mechanisms (`needs_slot`: another slot than "$slot").
skip_on = ["CKR_SESSION_READ_ONLY"], skip_reason = "..."
    one of these return codes ends the sequence as skipped: the token refuses the call, which is not a fault.
refused_on = ["CKR_TEMPLATE_INCONSISTENT"]
    one of these return codes refuses only this step: steps that need its result are skipped, and the sequence continues.
cleanup = true
    the step runs even if an earlier step ended the sequence.
follows = true
    the step runs only if the step before it returned as expected, so that one departure does not cause a second finding.
fork = true
    the call is made in a child of a forked process.
relogin = true
    the second C_Login of the sequence `login`, made only if the first returned CKR_OK.
finding = "logout-ineffective", blame = "C_Logout", severity = "error"
    the finding that is made if the module returns CKR_OK and that, or an output, is not as expected: its id,
    the function at fault (default: the step's own), and its severity.
unlisted = true
    the step runs without the usual C_GetSlotList before the first call with a slot; a refusal is information (`slot-list-needed`).
threads = true
    the call is made by several threads at once (worker/threads.py), in the sequence `threads` only.
key = true
    the call is made by worker/key_use.py, in the sequence `key` only: its arguments depend on the objects found before.
expect = "any"
    any return code is accepted (the call is made for its outputs).
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
"""Effects of a sequence, from the least to the most."""

PROFILES = ("health", "conformance", "all")
"""Profiles of the built-in sequences in the order in which they run; sequences of `all` do not belong to another profile."""
INTERNAL = "internal"

SO, USER, CONTEXT_SPECIFIC = 0, 1, 2


@record(frozen=True)
class Wrong:
    """The finding of a step for a wrong CKR_OK or a wrong output."""

    id: str
    function: str
    severity: Severity


@record
class Step:
    """One step of a sequence; `plan` is the part that the worker gets."""

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
        """Return the loops around the step, the outermost first."""
        each = self.plan.get("each", [])
        return each if isinstance(each, list) else [each]

    @property
    def user_type(self) -> int | None:
        """Return the user type of a login (CKU_...); None if the step is not a login."""
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
        """Return the highest effect of the steps."""
        return max((step.effect for step in self.steps), key=EFFECTS.index, default="read")

    @property
    def logins(self) -> int:
        """Return the number of steps that log in (CKU_CONTEXT_SPECIFIC included)."""
        return sum(step.user_type is not None for step in self.steps)

    @property
    def needs_pin(self) -> bool:
        """Return whether the sequence logs in, or passes a PIN to the token in another call."""
        return self.logins > 0 or any(_mentions(step.args, "pin") for step in self.steps)

    @property
    def ends_login(self) -> bool:
        """Return whether it tests the state after C_Logout: no sequence that needs the login can run after it."""
        return any(
            step.call == "C_Logout" and any(one.plan.get("follows") for one in self.steps[step.n :])
            for step in self.steps
        )

    @property
    def needs_slot(self) -> bool:
        """Return whether the sequence can run only after a slot was selected."""
        return any(_uses_slot(step) for step in self.steps)

    @property
    def read_write(self) -> bool:
        """Return whether it opens a read-write session, or may do so because the flags are a variable."""
        return any(
            step.call == "C_OpenSession" and step.args.get("flags", {}).get("int", 2) & 2
            for step in self.steps
        )

    def planned(self, *, read_write: bool = False) -> protocol.Sequence:
        """Return the sequence for the plan; with `read_write` (`--rw`) sequences that create objects open read-write sessions."""
        steps = [step.plan for step in self.steps]
        if read_write and EFFECTS.index(self.effect) >= EFFECTS.index("session-objects"):
            steps = [_with_write(step) for step in steps]
        return {"name": self.name, "profile": self.profile, "effect": self.effect, "steps": steps}


def _with_write(step: protocol.Step) -> protocol.Step:
    flags = step["args"].get("flags", {})
    if step["call"] != "C_OpenSession" or "int" not in flags:
        return step
    changed = step.copy()
    changed["args"] = step["args"] | {"flags": {"int": flags["int"] | 2}}
    return changed


def _uses_slot(step: Step) -> bool:
    """Return whether the step uses the selected slot, and not a slot of one of its loops."""
    if any(loop["var"] == "slot" for loop in step.loops):
        return False
    named = _mentions(step.args, "var", "slot") or _mentions(step.plan.get("output", {}), "var", "slot")
    return named or ("needs" in step.plan and "needs_slot" not in step.plan)


def _mentions(value: Any, key: str, wanted: str | None = None) -> bool:
    """Return whether an expression contains the key (with the value `wanted`, if given) at any depth."""
    if isinstance(value, dict):
        if key in value and (wanted is None or value[key] == wanted):
            return True
        return any(_mentions(entry, key, wanted) for entry in value.values())
    return isinstance(value, list) and any(_mentions(entry, key, wanted) for entry in value)
