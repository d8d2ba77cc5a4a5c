"""Orders return codes that apply at once by the precedence of the standard (sections 5.1.1 to 5.1.3, 5.1.6 to 5.1.8).

Passages apply strongest first: a code's own description, then the order of a section's list, then the order of sections.
A passage that would form a cycle with stronger ones is not applied; `conflicts` lists it with those that it contradicts.
"""

from __future__ import annotations

from itertools import combinations

from ckrtool import numerals
from ckrtool._records import field, record
from ckrtool._tables import codes
from ckrtool._tables.precedence import ALIKE, BETWEEN, LISTS, MEMBERS, PAIRS
from ckrtool.errors import UsageError
from ckrtool.knowledge import legality, registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.legality import Exclusion

BOTH = "CKR_DEVICE_REMOVED"  # the only code that is in the lists of two sections
SESSION_SECTION, TOKEN_SECTION = "5.1.2", "5.1.3"


@record(frozen=True)
class Relation:
    """States that `higher` is returned rather than `lower`, by `functions` only if there are any; `text` quotes `section`."""

    higher: str
    lower: str
    section: str
    text: str
    functions: tuple[str, ...] = ()


@record
class Precedence:
    """The precedence among codes: layers of names, the relations they follow from, and pairs without an order.

    A conflict is a chain of applied relations and the one that contradicts them. `alike` lists codes that the standard says
    to treat in the same way, with section and text. `never` maps the codes that no function returns to the passages that say
    so; they are the last layer.
    """

    order: list[list[str]] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    unordered: list[tuple[str, str]] = field(default_factory=list)
    conflicts: list[tuple[list[Relation], Relation]] = field(default_factory=list)
    alike: list[tuple[list[str], str, str]] = field(default_factory=list)
    never: dict[str, Exclusion] = field(default_factory=dict)

    def conditional(self) -> list[Relation]:
        """Return the applied relations that hold for some functions only."""
        return [relation for relation in self.relations if relation.functions]


def of(names: list[str], function: str | None = None) -> Precedence:
    """Return the precedence among the named codes of the standard, for `function` if it is given.

    The order of `names` does not matter. Raises UsageError for CKR_OK and for codes that are not in the standard.
    """
    codes = sorted({_ranked(name) for name in names}, key=_value)
    answer = Precedence()
    below: dict[str, list[Relation]] = {}
    for relation in _passages(codes, function):
        if any(known.lower == relation.lower for known in below.get(relation.higher, ())):
            continue
        followed = _chain(below, relation.lower, relation.higher)
        if followed:
            answer.conflicts.append((followed, relation))
        else:
            answer.relations.append(relation)
            below.setdefault(relation.higher, []).append(relation)
    answer.never = {name: passage for name in codes if (passage := legality.never_returned(_value(name)))}
    answer.order = _layers([name for name in codes if name not in answer.never], answer.relations)
    if answer.never:
        answer.order.append(list(answer.never))
    reached = {code: _reached(below, code) for code in codes}
    answer.unordered = [
        (first, second)
        for first, second in combinations(codes, 2)
        if second not in reached[first] and first not in reached[second]
    ]
    answer.alike = [
        (both, section, text)
        for group, section, text in ALIKE
        if len(both := [name for name in codes if name in group]) > 1
    ]
    return answer


def _value(name: str) -> int:
    return codes.NAMES[name]


def _ranked(name: str) -> str:
    """Return `name` if the code has a precedence; raise UsageError for others."""
    if name == "CKR_OK":
        raise UsageError(
            "CKR_OK has no precedence: it is not an error", "give the error codes that could apply"
        )
    code = registry.code_by_name(name)
    if code is None or code.value == numerals.VENDOR_FIRST:
        raise UsageError(
            f"{name!a} has no place in the standard's order", "give return codes of the standard"
        )
    return name


def _section_of(name: str, function: str | None) -> str | None:
    """Return the section that a code belongs to; for CKR_DEVICE_REMOVED it depends on whether the function takes a session."""
    if name == BOTH:
        known = registry.function(function) if function else None
        return TOKEN_SECTION if known is not None and not known.takes_session else SESSION_SECTION
    return next((section for section, members in MEMBERS.items() if name in members), None)


def _passages(codes: list[str], function: str | None) -> list[Relation]:
    """Return the relations that the chapter states for these codes, strongest first.

    Last come those of the section to which CKR_DEVICE_REMOVED does not belong for this function.
    """
    found = [
        Relation(higher, lower, section, text, functions if function is None else ())
        for higher, lower, section, text, functions in PAIRS
        if higher in codes and lower in codes and (function is None or not functions or function in functions)
    ]
    sections = {name: section for name in codes if (section := _section_of(name, function)) is not None}
    same_section: list[Relation] = []
    foreign: list[Relation] = []
    for section, members, text in LISTS:
        for higher, lower in combinations([name for name in members if name in codes], 2):
            relation = Relation(higher, lower, section, text)
            (same_section if sections[higher] == sections[lower] == section else foreign).append(relation)
    other = {**sections, BOTH: TOKEN_SECTION if sections.get(BOTH) == SESSION_SECTION else SESSION_SECTION}
    foreign += (
        []
        if BOTH not in codes
        else [relation for relation in _between(other) if BOTH in (relation.higher, relation.lower)]
    )
    return [*found, *same_section, *_between(sections), *foreign]


def _between(sections: dict[str, str]) -> list[Relation]:
    """Return the relations that 5.1.7 states between codes of different sections, the highest sections first."""
    section, order, text = BETWEEN
    ranks = sorted((order.index(place), name) for name, place in sections.items() if place in order)
    return [
        Relation(higher, lower, section, text)
        for (above, higher), (below, lower) in combinations(ranks, 2)
        if above < below
    ]


def _chain(below: dict[str, list[Relation]], start: str, end: str) -> list[Relation]:
    """Return a shortest chain of relations from `start` down to `end`; [] if there is none.

    `below` maps a code to the relations in which it is the higher one.
    """
    chains: dict[str, list[Relation]] = {start: []}
    queue = [start]
    while queue and end not in chains:
        here = queue.pop(0)
        for relation in below.get(here, ()):
            if relation.lower not in chains:
                chains[relation.lower] = [*chains[here], relation]
                queue.append(relation.lower)
    return chains.get(end, [])


def _reached(below: dict[str, list[Relation]], start: str) -> set[str]:
    """Return the codes that `start` outranks, directly or through other codes."""
    found: set[str] = set()
    stack = [start]
    while stack:
        lower = {relation.lower for relation in below.get(stack.pop(), ())} - found
        found |= lower
        stack += lower
    return found


def _layers(codes: list[str], relations: list[Relation]) -> list[list[str]]:
    """Return the codes in layers; each code is in a lower layer than every code that outranks it."""
    depth = dict.fromkeys(codes, 0)
    for _ in codes:
        for relation in relations:
            depth[relation.lower] = max(depth[relation.lower], depth[relation.higher] + 1)
    return [[name for name in codes if depth[name] == level] for level in sorted(set(depth.values()))]
