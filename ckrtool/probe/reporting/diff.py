"""Compare two probe reports, from before and after a firmware, driver or configuration update.

Versions, the module file, tokens, flags, limits, mechanisms, each sequence's outcome, each step's return code
and findings are compared. Values that differ from run to run without a change of the module are not: times,
durations, outputs, handles, open sessions, free memory, the host, the version of ckr.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from ckrtool._records import record
from ckrtool.numerals import hex_of
from ckrtool.probe.facts.report_types import Report
from ckrtool.probe.reporting.diff_severity import Severity, severity

#: Members of CK_TOKEN_INFO (3.2, section 3.3) that change by themselves; flags_value repeats flags.
VOLATILE = frozenset(
    {"ulSessionCount", "ulRwSessionCount", "ulFreePublicMemory", "ulFreePrivateMemory", "utcTime", "flags_value"}
)  # fmt: skip


#: Rates of --bench that differ by a smaller factor count as equal.
BENCH_RATIO = 1.5

#: Findings whose function and number differ from run to run.
BY_CHANCE = frozenset({"noise"})

Row = Mapping[str, Any]
"""A part of a report that is compared with its counterpart: slot, mechanism, sequence, call or finding."""


@record(frozen=True, slots=True)
class Change:
    """One change: `where` is a readable path; `before` and `after` are JSON values, None if a side has none."""

    where: str
    before: Any
    after: Any

    @property
    def severity(self) -> Severity:
        """Return "error" or "warning" for a change for the worse, "ok" for the better, else "info"."""
        return severity(self.where, self.before, self.after)

    def as_dict(self) -> dict[str, Any]:
        """Return the change in the form of `ckr.diff/1`."""
        return {"where": self.where, "before": self.before, "after": self.after, "severity": self.severity}


def compare(before: Report, after: Report, pairs: Mapping[str, str] | None = None) -> list[Change]:
    """Return every change from one report to the other, in the order of a report; empty if nothing changed.

    `pairs` maps tokens whose serial numbers and labels differ but which correspond: label or serial number in
    `before` to that in `after`.
    """
    slots = _slot_pairs(before.get("slots") or [], after.get("slots") or [], pairs or {})
    return [
        *_module(before, after),
        *_slots(slots),
        *_sequences(before, after, slots),
        *_bench(before, after),
        *_findings(before, after),
    ]


def tokens(report: Report) -> list[str]:
    """Return the names by which `pairs` can refer to the tokens of a report: labels and serial numbers, without empty ones."""
    slots = report.get("slots") or []
    return list(dict.fromkeys(name for key in (_label, _serial) for slot in slots if (name := key(slot)[-1])))


def _value(where: str, before: Any, after: Any) -> Iterator[Change]:
    if before != after:
        yield Change(where, before, after)


def _info(where: str, before: Row | None, after: Row | None) -> Iterator[Change]:
    """Yield a change for each member that differs between two structures of the standard (CK_INFO, CK_TOKEN_INFO and so on).

    A missing structure (None) counts as empty. VOLATILE members and the order of flags are ignored.
    """
    before, after = before or {}, after or {}
    for name in dict.fromkeys([*before, *after]):
        if name in VOLATILE:
            continue
        one, other = before.get(name), after.get(name)
        if name == "flags":  # their order has no meaning
            one, other = (sorted(flags) if flags else [] for flags in (one, other))
        yield from _value(f"{where}.{name}", one, other)


def _module(before: Report, after: Report) -> Iterator[Change]:
    one, other = before["module"], after["module"]
    for key in ("path", "sha256"):
        yield from _value(f"module.{key}", one.get(key), other.get(key))
    yield from _value("module.interfaces", _interfaces(one), _interfaces(other))
    yield from _info("module.info", one.get("info"), other.get("info"))


def _interfaces(module: Row) -> list[str]:
    return [f"{row.get('name', '')} {row.get('version', '')}" for row in module.get("interfaces") or ()]


def _pairs(
    before: Sequence[Row], after: Sequence[Row], key: Callable[[Row], Hashable]
) -> Iterator[tuple[Row | None, Row | None, int]]:
    """Yield pairs of rows with the same key, and how often the key occurred before; None for a side without such a row."""
    numbered = [_numbered(rows, key) for rows in (before, after)]
    for place in dict.fromkeys([*numbered[0], *numbered[1]]):
        yield numbered[0].get(place), numbered[1].get(place), place[1]


def _numbered(rows: Sequence[Row], key: Callable[[Row], Hashable]) -> dict[tuple[Hashable, int], Row]:
    """Return (key, number of earlier rows with that key) -> row."""
    seen: Counter[Hashable] = Counter()
    found = {}
    for row in rows:
        name = key(row)
        found[name, seen[name]] = row
        seen[name] += 1
    return found


def _again(number: int) -> str:
    return f" #{number + 1}" if number else ""


def _slots(slots: Sequence[tuple[Row | None, Row | None]]) -> Iterator[Change]:
    for one, other in slots:
        if one is None or other is None:
            there = one or other or {}
            present = _token_name(there)
            yield Change(f"slots[{there['id']}]", present if one else None, present if other else None)
            continue
        where = f"slots[{one['id']}]"
        yield from _value(f"{where}.id", one["id"], other["id"])
        yield from _info(f"{where}.info", one.get("info"), other.get("info"))
        if bool(one.get("token")) != bool(other.get("token")):
            yield Change(f"{where}.token", _token_name(one), _token_name(other))
        else:
            yield from _info(f"{where}.token", one.get("token"), other.get("token"))
        yield from _mechanisms(where, one.get("mechanisms") or [], other.get("mechanisms") or [])


def _slot_pairs(
    before: Sequence[Row], after: Sequence[Row], named: Mapping[str, str]
) -> list[tuple[Row | None, Row | None]]:
    """Return pairs of slots, by the token in them or else by their id: slots are renumbered when a reader is moved.

    Tokens are paired by `named`, then by serial number, then by label. If one
    slot remains on each side, these two are paired.
    """
    moved = _named_pairs(before, after, named)
    for key in (_serial, _label):
        taken = {id(slot) for pair in moved for slot in pair}
        owners = [
            _unique([slot for slot in slots if id(slot) not in taken], key) for slots in (before, after)
        ]
        moved += [(owners[0][name], owners[1][name]) for name in owners[0] if name in owners[1]]
    taken = {id(slot) for pair in moved for slot in pair}
    rest = [[slot for slot in slots if id(slot) not in taken] for slots in (before, after)]
    by_id = [(one, other) for one, other, _ in _pairs(rest[0], rest[1], lambda slot: slot["id"])]
    gone = [one for one, other in by_id if other is None]
    come = [other for one, other in by_id if one is None]
    if len(gone) == len(come) == 1:
        by_id = [pair for pair in by_id if None not in pair] + [(gone[0], come[0])]
    places = {id(slot): place for place, slot in enumerate([*before, *after])}
    return sorted([*moved, *by_id], key=lambda pair: places[id(pair[0] or pair[1])])


def _named_pairs(
    before: Sequence[Row], after: Sequence[Row], named: Mapping[str, str]
) -> list[tuple[Row, Row]]:
    """Return the slots whose tokens the user paired by label or serial number."""

    def with_token(slots: Sequence[Row], name: str) -> Row | None:
        return next((slot for slot in slots if name in (_label(slot)[-1], _serial(slot)[-1])), None)

    pairs = [(with_token(before, one), with_token(after, other)) for one, other in named.items()]
    return [(one, other) for one, other in pairs if one is not None and other is not None]


def _unique(slots: Sequence[Row], key: Callable[[Row], tuple[str, ...]]) -> dict[tuple[str, ...], Row]:
    """Return the slots by a key of their token, without empty keys and keys of several slots."""
    names = [(key(slot), slot) for slot in slots if key(slot)[-1]]
    counts = Counter(name for name, _ in names)
    return {name: slot for name, slot in names if counts[name] == 1}


def _serial(slot: Row) -> tuple[str, ...]:
    token = slot.get("token") or {}
    return str(token.get("manufacturerID") or ""), str(token.get("serialNumber") or "")


def _label(slot: Row) -> tuple[str, ...]:
    return (str((slot.get("token") or {}).get("label") or ""),)


def _token_name(slot: Row) -> str:
    token = slot.get("token")
    return f"token {token.get('label') or 'without a label'}" if token else "no token"


def _mechanisms(where: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Change]:
    for one, other, number in _pairs(before, after, lambda row: str(row["type"])):
        place = f"{where}.mechanisms.{(one or other or {})['type']}{_again(number)}"
        if one is None or other is None:
            yield Change(place, _mechanism(one), _mechanism(other))
        else:
            yield from _info(
                place, *({key: row.get(key) for key in ("min", "max", "flags")} for row in (one, other))
            )


def _mechanism(row: Row | None) -> dict[str, Any] | None:
    return None if row is None else {key: row.get(key) for key in ("min", "max", "flags")}


def _sequences(
    before: Report, after: Report, pairs: Sequence[tuple[Row | None, Row | None]]
) -> Iterator[Change]:
    renumbered = {other["id"]: one["id"] for one, other in pairs if one and other}
    alone = {(one or other or {})["id"] for one, other in pairs if one is None or other is None}
    for one, other, number in _pairs(before["sequences"], after["sequences"], lambda row: str(row["name"])):
        where = f"sequences.{(one or other or {})['name']}{_again(number)}"
        if one is None or other is None:
            yield Change(where, one and one["outcome"], other and other["outcome"])
            continue
        yield from _value(f"{where}.outcome", one["outcome"], other["outcome"])
        yield from _value(f"{where}.reason", one.get("reason"), other.get("reason"))
        if one["calls"] and other["calls"]:  # a skipped sequence has no calls; its outcome is reported above
            whole = one["outcome"] == other["outcome"]
            yield from _calls(where, one["calls"], other["calls"], renumbered, alone, whole=whole)


def _calls(
    where: str,
    before: Sequence[Row],
    after: Sequence[Row],
    renumbered: Mapping[int, int],
    alone: AbstractSet[int],
    *,
    whole: bool,
) -> Iterator[Change]:
    """Yield the changes between the calls of two sequences, compared step by step.

    A call on one side only is reported if both sequences ended in the same way (`whole`) and it belongs to a step: calls
    missing after a crash, and those of the clean-up, only follow from changes that are reported.
    """
    # Calls are paired by the slot number of the earlier report.
    renamed = {id(call): _step(call, renumbered) for call in after}
    for one, other, number in _pairs(before, after, lambda call: renamed.get(id(call)) or _step(call, {})):
        call = one or other or {}
        if one is not None and other is not None:
            yield from _value(f"{where}.{_place(call, number)} rv", _returned(one), _returned(other))
            continue
        # Calls for a mechanism or slot that was added or removed are not reported: the change is under `slots`.
        args = call.get("args") or {}
        slot = args.get("slotID")
        if not whole or call.get("kind") in ("guard", "cleanup"):
            continue
        if "type" not in args and not (isinstance(slot, int) and slot in alone):
            yield Change(f"{where}.{_place(call, number)}", _returned(one), _returned(other))


def _step(call: Row, renumbered: Mapping[int, int]) -> Hashable:
    args = call.get("args") or {}
    slot = args.get("slotID")
    slot = renumbered.get(slot, slot) if isinstance(slot, int) else None
    return call.get("n"), call["function"], slot, str(args.get("type"))


def _place(call: Row, number: int) -> str:
    """Return the readable name of a step: "8 C_GetMechanismInfo (CKM_AES_GCM)"."""
    mechanism = (call.get("args") or {}).get("type")
    about = f" ({mechanism})" if mechanism is not None else ""
    return f"{call.get('n', '')} {call['function']}{about}{_again(number)}".strip()


def _returned(call: Row | None) -> str | None:
    """Return a call's return code, or its outcome if it has none; None if there is no call."""
    if call is None:
        return None
    rv = call.get("rv")
    if rv is None:
        return str(call.get("outcome") or "done")
    return str(call.get("name") or hex_of(rv))


def _bench(before: Report, after: Report) -> Iterator[Change]:
    """Yield changes of operations per second (--bench) by a factor of BENCH_RATIO or more; smaller ones may be chance."""

    def key(row: Row) -> tuple[str, str]:
        return str(row.get("sequence")), str(row.get("operation"))

    for one, other, _ in _pairs(before.get("bench") or [], after.get("bench") or [], key):
        rates = [row.get("per_second") if row else None for row in (one, other)]
        if all(isinstance(rate, (int, float)) and rate > 0 for rate in rates):
            first, last = rates
            if max(first / last, last / first) >= BENCH_RATIO:  # type: ignore[operator]
                yield Change(f"bench.{(one or {}).get('operation')}", f"{first}/s", f"{last}/s")


def _findings(before: Report, after: Report) -> Iterator[Change]:
    def key(finding: Row) -> Hashable:
        return finding["id"], finding.get("function")

    findings = [_once(report["findings"]) for report in (before, after)]
    for one, other, number in _pairs(findings[0], findings[1], key):
        finding = one or other or {}
        function = f" {finding['function']}" if finding.get("function") else ""
        yield from _value(f"findings.{finding['id']}{function}{_again(number)}", _told(one), _told(other))


def _once(findings: Sequence[Row]) -> list[Row]:
    """Return the findings, those in BY_CHANCE only once per id: a thread of the module causes them during any call."""
    found: dict[Hashable, Row] = {}
    for number, finding in enumerate(findings):
        by_chance = finding["id"] in BY_CHANCE
        found.setdefault(
            finding["id"] if by_chance else number, {**finding, "function": None} if by_chance else finding
        )
    return list(found.values())


def _told(finding: Row | None) -> str | None:
    return None if finding is None else f"{finding['severity']}: {finding['title']}"
