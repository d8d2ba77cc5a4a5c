"""An explanation as a JSON mapping and as a full document; `explain_page` makes the short forms."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool.knowledge import registry, stacks
from ckrtool.printable import printable
from ckrtool.render import decode_text
from ckrtool.render.document import Document, Line, Section
from ckrtool.values import topics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.knowledge.advice import Explanation
    from ckrtool.knowledge.advice_items import Item, Relative
    from ckrtool.values.situation import Situation

OTHER_KINDS = {
    "historic": "Only headers before PKCS #11 2.01 define this number. A current module that returns it departs from the standard.",
    "undefined": "No version of PKCS #11 defines this number, and it is outside the range for vendors (0x80000000 to 0xFFFFFFFF).",
    "vendor": "The number is in the range that the standard reserves for vendors (0x80000000 to 0xFFFFFFFF).",
}
MOST_NAMES, FEW_NAMES = 12, 8


def as_dict(situation: Situation) -> dict[str, object]:
    """Return the mapping of `ckr.explain/1`, without its schema."""
    answer = _as_dict(situation)
    if (other := topics.other_meaning(situation.decoded.input)) is not None:
        answer["also"] = {key: other.as_dict()[key] for key in ("kind", "id", "title", "meaning")}
    return answer


def _as_dict(situation: Situation) -> dict[str, object]:
    if situation.decoded.family is not None:
        from ckrtool.render import constant_page

        return constant_page.as_dict(situation.decoded)
    answer = decode_text.as_dict(situation.decoded)
    if situation.decoded.kind == "unknown":
        return answer
    found = situation.explanation
    answer["function"] = situation.function
    answer["stack"] = situation.stack
    answer["module"] = situation.module.as_dict() if situation.module else None
    answer["spec"] = _spec(situation)
    for key, items in (
        ("causes", found.causes if found else ()),
        ("checks", found.checks if found else ()),
        ("recovery", found.recovery if found else ()),
        ("warnings", found.warnings if found else ()),
    ):
        answer[key] = [item.as_dict() for item in items]
    answer["who_can_fix"] = list(found.who_can_fix) if found else []
    answer["confused_with"] = (
        [{"code": code, "difference": text} for code, text in found.confused_with] if found else []
    )
    answer["field_notes"] = (
        [{"stack": stack, "note": note, "ref": ref} for stack, note, ref, _ in found.field_notes]
        if found
        else []
    )
    answer["example"] = _example_dict(found)
    answer["also_reported_as"] = [row.as_dict() for row in found.also_reported_as] if found else []
    answer["may_mean"] = [row.as_dict() for row in found.may_mean] if found else []
    answer["functions"] = list(found.functions) if found else []
    answer["names"] = dict(found.names) if found and situation.decoded.kind == "standard" else {}
    answer["normal"] = (
        [{"functions": list(names), "because": why} for names, why in found.normal] if found else []
    )
    judged = situation.judgement
    answer["verdict"] = judged.verdict if judged else None
    answer["runbook"] = [{"path": path, "text": text} for path, text in situation.runbook]
    return answer


def _example_dict(found: Explanation | None) -> dict[str, str] | None:
    """Return the example as the mapping of `ckr.explain/1`; None if there is none."""
    if found is None or found.example is None:
        return None
    return dict(zip(("seen", "cure"), found.example, strict=True))


def _spec(situation: Situation) -> dict[str, object]:
    """Return the passages of the standard, or the project's own description if the quoted chapter has none."""
    found = situation.explanation
    if found is not None and found.passages and situation.decoded.kind == "standard":
        first = found.passages[0]
        texts = list(dict.fromkeys(text for _, _, text in found.passages))
        return {
            "section": first[0],
            "title": first[1],
            "text": " ".join(texts),
            "quoted": True,
            "passages": [
                {"section": section, "title": title, "text": text} for section, title, text in found.passages
            ],
        }
    return {"section": None, "title": None, "text": _description(situation), "quoted": False, "passages": []}


def _description(situation: Situation) -> str:
    found = situation.explanation
    kind = situation.decoded.kind
    if kind == "standard" and found is not None and found.meaning:
        return found.meaning
    return OTHER_KINDS.get(kind, "Several vendors use this name.")


def document(situation: Situation) -> Document:
    """Return the full explanation as a document."""
    decoded = situation.decoded
    if decoded.family is not None:
        from ckrtool.render import constant_page

        return constant_page.document(decoded)
    title = f"{decoded.name or decoded.kind}  {decoded.hex or ''}  {decoded.value if decoded.value is not None else ''}".rstrip()
    found = situation.explanation
    parts = [_standard(situation), uses(situation), *runbook(situation)]
    if found is not None:
        parts[1:1] = [normal(found), Section("Do not", items(found.warnings, situation), "warning")]
        parts += [
            Section("Usual causes", by_phase(found.causes, situation), "numbered"),
            Section("Check", items(found.checks, situation)),
            *module_section(situation),
            Section("Recover, in this order", items(found.recovery, situation), "numbered"),
            example(found),
            _by_stack(situation, found),
            _relatives("Also reported as, for the same cause", found.also_reported_as),
            _relatives("Returned in place of another code", found.may_mean),
            Section("Confused with", [Line(text, label=code) for code, text in found.confused_with]),
            Section(
                "Seen in the field",
                [
                    Line(note, label=stack, tags=[ref] if ref else [])
                    for stack, note, ref, _ in found.field_notes
                ],
            ),
        ]
        if decoded.kind == "standard":
            parts += [_functions(found), _names(found)]
    return Document(title, decoded.summary, _facts(situation), parts)


def _facts(situation: Situation) -> list[tuple[str, str]]:
    decoded, judged = situation.decoded, situation.judgement
    facts = [("kind", decoded.kind + (f", since {decoded.since}" if decoded.since else ""))]
    if decoded.category:
        facts.append(("category", decoded.category))
    facts.append(("automatic retry", decoded.retry or "never"))
    if situation.explanation is not None:
        facts.append(("who can fix it", ", ".join(situation.explanation.who_can_fix)))
    if judged is not None:
        why = f" ({', '.join(judged.why)})" if judged.why else ""
        facts.append((f"returned by {situation.function}", judged.verdict + why))
    profile = stacks.profile(situation.stack) if situation.stack else None
    if profile is not None:
        facts.append(("stack", profile.name))
    return facts


def _standard(situation: Situation) -> Section:
    found = situation.explanation
    if found is not None and found.passages and situation.decoded.kind == "standard":
        sections = ", ".join(f"{section} {title}" for section, title, _ in found.passages)
        texts = dict.fromkeys(text for _, _, text in found.passages)
        return Section(
            f"The standard (PKCS #11 {registry.CURRENT}, {sections})", [Line(text) for text in texts], "quote"
        )
    return Section(
        "Meaning (not quoted: the quoted chapter does not describe it)", [Line(_description(situation))]
    )


def normal(found: Explanation, function: str | None = None) -> Section:
    """Return the section on the functions for which the code is routine; with a function, only on that one."""
    rows = [(names, why) for names, why in found.normal if function is None or function in names]
    return Section("Routine, not a failure", [Line(why, label=_some(names)) for names, why in rows])


def _some(names: Sequence[str]) -> str:
    """Return names separated by commas; a long list is cut (JSON has all names)."""
    return (
        ", ".join(names)
        if len(names) <= MOST_NAMES
        else f"{', '.join(names[:FEW_NAMES])} and {len(names) - FEW_NAMES} more"
    )


def uses(situation: Situation) -> Section:
    """Return the section on the vendors that use the number (or the name), with the confidence of each."""
    several = situation.decoded.value is None
    rows = []
    for row in situation.decoded.candidates:
        number = f"{numerals.hex_of(row.value)} " if several else ""
        label = f"{number}{row.name}, {row.vendor_name} (--vendor {row.vendor})"
        rows.append(Line(row.note or "", label=label, tags=[f"confidence {row.confidence}"]))
    shared = "this name, each with its own number" if several else "this number"
    return Section(f"Vendors that use {shared}; which one applies depends on the module", rows)


def runbook(situation: Situation) -> list[Section]:
    """Return one section per runbook note of the site on the code."""
    return [
        Section(
            f"Your runbook ({printable(path)})",
            [Line(printable(line)) for line in text.splitlines() if line.strip()],
        )
        for path, text in situation.runbook
    ]


def items(items: Sequence[Item], situation: Situation) -> list[Line]:
    """Return advice as lines; without a function in the situation, each line is tagged with the functions it applies to.

    Advice for one stack is included only if that stack is given (`--stack`): it would mislead among general steps.
    """
    lines = []
    for item in fitting(items, situation):
        tags = []
        if item.when and situation.function is None:
            tags.append(_some(item.when))
        if item.ref:
            tags.append(item.ref)
        lines.append(Line(text_of(item), tags=tags, danger=item.danger))
    return lines


# The groups of causes if no function is given: the phases, and the label of the line.
GROUPS = ((("load", "initialise"), "at the start"), (("slot", "session"), "slots and sessions"), (("login",), "login"),
          (("object",), "objects"), (("operation", "finalise"), "operations"))  # fmt: skip
MANY_GROUPS = 3


def by_phase(items_: Sequence[Item], situation: Situation) -> list[Line]:
    """Return causes as lines; if no function is given, grouped by the phase in which they occur."""
    if situation.function is not None:
        return items(items_, situation)
    shown = fitting(items_, situation)
    groups = [_group(item) for item in shown]
    if len(set(groups)) < 3:
        return items(items_, situation)
    ordered = sorted(zip(groups, range(len(shown)), shown, strict=True), key=lambda row: row[:2])
    return [
        Line(
            text_of(item),
            label=(*(word for _, word in GROUPS), "any call")[group] if group >= 0 else None,
            tags=[item.ref] if item.ref else [],
            danger=item.danger,
        )
        for group, _, item in ordered
    ]


def _group(item: Item) -> int:
    """Return the index in GROUPS of the item's functions, len(GROUPS) for several groups, -1 for an item about all functions."""
    if item.when is None:
        return -1
    phases = {function.phase for name in item.when if (function := registry.function(name)) is not None}
    phases |= set(item.when)
    places = [place for place, (names, _) in enumerate(GROUPS) if phases & set(names)]
    return places[0] if 0 < len(places) < MANY_GROUPS else len(GROUPS)


def text_of(item: Item) -> str:
    """Return the text of an item with its reason, and with the condition under which it does not apply."""
    because = f" (because {item.because})" if item.because else ""
    unless = f" (unless {item.unless})" if item.unless else ""
    return f"{item.text}{because}{unless}"


def module_section(situation: Situation) -> list[Section]:
    """Return the section on the given module, at most eight facts; an empty list if no module is given."""
    module = situation.module
    if module is None:
        return []
    lines = [Line(text, label=label or None) for label, text in module.facts]
    if not lines and module.note:
        lines = [Line(module.note)]
    return [Section(f"Your module: {printable(module.name)}", lines)]


def example(found: Explanation) -> Section:
    """Return the section with a log line and the command or order of calls that corrects the error."""
    if found.example is None:
        return Section("", [])
    seen, cure = found.example
    return Section("Example", [Line(seen, label="you see"), Line(cure, label="do")])


def _relatives(heading: str, relatives: Sequence[Relative]) -> Section:
    """Return a section on codes that modules return in place of another, with the modules and references."""
    return Section(
        heading,
        [
            Line(f"{row.text} ({', '.join(row.stacks)})", label=row.code, tags=[row.ref] if row.ref else [])
            for row in relatives
        ],
    )


def _by_stack(situation: Situation, found: Explanation) -> Section:
    """Return the section that lists the stacks with additional advice; empty if a stack is given."""
    if situation.stack is not None:
        return Section("", [])
    items = [
        item
        for group in (found.causes, found.checks, found.recovery, found.warnings)
        for item in group
        if item.stack
    ]
    ids = sorted({item.stack for item in items if item.stack})
    text = f"--stack NAME (or --module FILE) adds advice for: {', '.join(ids)}"
    return Section("More for your module", [Line(text)] if ids else [])


def _functions(found: Explanation) -> Section:
    """Return the section on the functions whose lists name the code, or that may return it by another passage."""
    shows = "(`ckr returns` shows all functions that may return it)"
    if found.functions:
        count = len(found.functions)
        return Section(
            f"Listed by {count} function{'s' * (count != 1)} {shows}", [Line(_some(found.functions))]
        )
    from ckrtool.knowledge import legality

    never = legality.never_returned(found.value)
    if never is not None:
        return Section("May be returned by", [Line(f"no function ({never.section}: {never.text})")])
    names = [name for name, _, _ in legality.returned_by(found.value)]
    if not names:
        return Section("May be returned by", [Line("no function's list or description names it")])
    count = len(names)
    return Section(
        f"May be returned by {count} function{'s' * (count != 1)}, though no function's own list names it (`ckr returns` shows all)",
        [Line(_some(names))],
    )


def _names(found: Explanation) -> Section:
    return Section(
        "Elsewhere", [Line(name, label=binding) for binding, name in found.names.items() if name], "compact"
    )


def fitting(items: Sequence[Item], situation: Situation) -> list[Item]:
    """Return the items without those for other stacks than that of the situation."""
    return [item for item in items if item.stack in (None, situation.stack)]
