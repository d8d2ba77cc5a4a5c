"""Chooses the slot: the requested one, or the only one with a token that is ready for use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._records import field, record, replace
from ckrtool._tables.constants import CONSTANTS
from ckrtool.probe.target import uri as uris

if TYPE_CHECKING:
    from ckrtool.probe.pin.redaction import Redactor
    from ckrtool.probe.protocol import Plan, Step
    from ckrtool.probe.request import Request
    from ckrtool.probe.results import SequenceResult

INITIALIZED = CONSTANTS["CKF_TOKEN_INITIALIZED"]
WRITE_PROTECTED = CONSTANTS["CKF_WRITE_PROTECTED"]
MOST_SLOTS = 64
MOST_SLOTS_FOR_A_TOKEN = 4096
"""Slots to search for a token that is given by name."""


def usable(flags: int) -> bool:
    """Return whether a token is ready for use: initialised, or write-protected (such as NSS's built-in roots)."""
    return bool(flags & (INITIALIZED | WRITE_PROTECTED))


@record
class Chosen:
    """The chosen slot, or why there is none: `reason` for skipping the sequences, `missing` if a requested slot or token does not exist."""

    slot: int | None = None
    serial: str | None = None
    reason: str | None = None
    missing: str | None = None
    tokens: tuple[str, ...] = ()
    slots: int = 0
    unseen: int = 0  # further slots, which were not inspected
    every: dict[int, str] = field(
        default_factory=dict
    )  # with --all-tokens: the labels of the tokens to test, by slot

    def redacted(self, redactor: Redactor) -> Chosen:
        """Return a copy with the PIN redacted, since labels and serial numbers come from the module and may contain it."""
        return replace(
            self,
            serial=self.serial and redactor.text(self.serial),
            missing=self.missing and redactor.text(self.missing),
            tokens=tuple(redactor.text(token) for token in self.tokens),
            every={slot: redactor.text(label) for slot, label in self.every.items()},
        )


def token_info(identity: SequenceResult, slot: int) -> dict[str, Any] | None:
    """Return the CK_TOKEN_INFO of the token in a slot, None if C_GetTokenInfo did not return it."""
    return _infos(identity, "C_GetTokenInfo").get(slot)


def raise_limits(plan: Plan, request: Request) -> None:
    """Let `identity` inspect more slots and tokens if a token is requested by name; mechanisms of those are not needed."""
    if request.token is None and (request.uri is None or not request.uri.match):
        return
    plan["limits"]["slots"] = MOST_SLOTS_FOR_A_TOKEN
    for sequence in plan["sequences"]:
        if sequence["name"] == "identity":
            sequence["steps"] = [_with_higher_limits(step) for step in sequence["steps"]]


def _with_higher_limits(step: Step) -> Step:
    if step["call"] not in ("C_GetSlotInfo", "C_GetTokenInfo") or "each" not in step:
        return step
    each = step["each"] if isinstance(step["each"], list) else [step["each"]]
    return {**step, "each": [{**loop, "limit": MOST_SLOTS_FOR_A_TOKEN} for loop in each]}


def choose(identity: SequenceResult, request: Request) -> Chosen:
    """Return the slot that matches the request, according to the results of `identity`."""
    chosen = _chosen(identity, request)
    chosen.slots, chosen.unseen = _counted(identity)
    if chosen.unseen and chosen.reason == "no-such-token":
        chosen.missing = f"{chosen.missing}; {chosen.unseen} more slots were not looked at"
    return chosen


def _chosen(identity: SequenceResult, request: Request) -> Chosen:
    slots = None if identity.outcome in ("crashed", "exited", "hung") else _slots(identity)
    info = next(
        (
            call.output.get("pInfo")
            for call in identity.calls
            if call.function == "C_GetInfo" and call.rv == 0
        ),
        None,
    )
    if slots is None:
        return Chosen(reason="no-slot-list")
    tokens = _infos(identity, "C_GetTokenInfo")
    if request.slot is not None:
        return _by_id(request.slot, slots, tokens)
    described = _infos(identity, "C_GetSlotInfo")
    if request.token is not None:
        found = [slot for slot, token in tokens.items() if token.get("label") == request.token]
        return _only(found, tokens, f"no token has the label {request.token!r}")
    if request.uri is not None and request.uri.match:
        library = info if isinstance(info, dict) else None
        found = [
            slot
            for slot in slots
            if uris.matches(request.uri, library, described.get(slot, {}), tokens.get(slot), slot)
        ]
        present = [slot for slot in found if slot in tokens] or found
        return _only(present, tokens, "no token matches the URI")
    ready = [slot for slot, token in tokens.items() if usable(int(token.get("flags") or 0))]
    if request.all_tokens and ready:
        return Chosen(
            reason="each-token", every={slot: str(tokens[slot].get("label") or "") for slot in ready}
        )
    if len(ready) == 1:
        return Chosen(ready[0], _serial(tokens, ready[0]))
    return Chosen(
        reason="several-tokens" if ready else "no-token",
        tokens=tuple(_described(slot, tokens[slot]) for slot in ready),
    )


def _by_id(slot: int, slots: list[int], tokens: dict[int, dict[str, Any]]) -> Chosen:
    if slot in slots or len(slots) >= MOST_SLOTS:
        return Chosen(slot, _serial(tokens, slot))
    known = ", ".join(str(number) for number in slots[:8])
    return Chosen(
        reason="no-such-slot",
        missing=f"there is no slot {slot}"
        + (f" (slots: {known})" if known else " (the module lists no slots)"),
    )


def _only(found: list[int], tokens: dict[int, dict[str, Any]], absent: str) -> Chosen:
    if len(found) == 1:
        return Chosen(found[0], _serial(tokens, found[0]))
    if not found:
        labels = ", ".join(_label(token) for token in list(tokens.values())[:8])
        return Chosen(
            reason="no-such-token",
            missing=f"{absent}" + (f" (tokens present: {labels})" if labels else " (no token is present)"),
        )
    slots = ", ".join(str(slot) for slot in found[:8])
    return Chosen(
        reason="no-such-token",
        missing=f"{len(found)} tokens match (slots {slots}); choose one with --slot",
    )


def _slots(identity: SequenceResult) -> list[int] | None:
    """Return the slot IDs of the list of all slots, up to the limit; None if the module did not return a list."""
    for call in identity.calls:
        listed = call.output.get("pSlotList")
        if call.function == "C_GetSlotList" and call.rv == 0 and isinstance(listed, list):
            return [slot for slot in listed if isinstance(slot, int)]
    return None


def _counted(identity: SequenceResult) -> tuple[int, int]:
    """Return how many entries of the list of all slots were kept, and how many more it has."""
    for call in identity.calls:
        listed, count = call.output.get("pSlotList"), call.output.get("pulCount")
        if call.function == "C_GetSlotList" and call.rv == 0 and isinstance(listed, list):
            return len(listed), max(0, count - len(listed)) if isinstance(count, int) else 0
    return 0, 0


def _infos(identity: SequenceResult, function: str) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for call in identity.calls:
        number, members = call.args.get("slotID"), call.output.get("pInfo")
        if (
            call.function == function
            and call.rv == 0
            and isinstance(number, int)
            and isinstance(members, dict)
        ):
            found.setdefault(number, members)
    return found


def _serial(tokens: dict[int, dict[str, Any]], slot: int) -> str | None:
    value = tokens.get(slot, {}).get("serialNumber")
    return str(value) if value else None


def _label(token: dict[str, Any]) -> str:
    """Return the label of a token in quotes, or a description if it has none (usually before C_InitToken)."""
    if token.get("label"):
        return repr(str(token["label"]))[:80]
    return "one without a label" if usable(int(token.get("flags") or 0)) else "an uninitialised one"


def _described(slot: int, token: dict[str, Any]) -> str:
    return f"{token.get('label') or '(no label)'} (slot {slot})"
