"""A probe report as one self-contained HTML page, without scripts and external resources.

The content security policy of the page allows only its own style sheet (by hash), so that text supplied by a module
has no effect even if it were not escaped correctly.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from ckrtool.render import report_facts as facts
from ckrtool.render import report_html_calls as calls
from ckrtool.render import report_verdict
from ckrtool.render.links import url_of
from ckrtool.render.probe_findings import in_place, kind_of, more, target
from ckrtool.render.probe_parts import measured
from ckrtool.render.report_html_parts import code, element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.probe.facts.report_types import Advice, Finding, Mechanism, Members, Report

#: Maximum number of mechanisms of a slot that are shown without grouping by family.
FEW_MECHANISMS = 12

_ICONS = {"ok": "✓", "warning": "!", "error": "✕", "fatal": "✕", "unknown": "?"}
_WORDS = {
    "ok": "Healthy",
    "warning": "Warnings",
    "error": "Errors",
    "fatal": "Module lost",
    "unknown": "No call made",
}


_LOST = {"crashed": "Module crashed", "hung": "Module hung", "exited": "Module ended the process"}


def _word(report: Report, level: str) -> str:
    """Return the verdict in one or two words, such as "Healthy" or "Module crashed"."""
    if report.get("interrupted"):
        return "Interrupted"
    lost = next((sequence["outcome"] for sequence in report["sequences"] if sequence["outcome"] in _LOST), "")
    return _LOST[lost] if level == "fatal" and lost else _WORDS[level]


def render(report: Report) -> str:
    """Return the page: verdict, findings with advice, timeline of the calls, tokens, mechanisms, facts about the run."""
    style = files("ckrtool").joinpath("data", "report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = f"PKCS #11 probe: {report_verdict.verdict(report).headline}"
    body = "\n".join(
        [
            _header(report),
            _findings(report),
            calls.timeline(report),
            _bench(report) + _tokens(report),
            _mechanisms(report),
        ]
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{text(title)}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
{_footer(report)}
</body>
</html>
"""


def _header(report: Report) -> str:
    verdict = report_verdict.verdict(report)
    mark = element("span", _ICONS[verdict.level], "mark", **{"aria-hidden": "true"})
    words = element("p", _word(report, verdict.level), "level") + element("h1", text(verdict.headline, 200))
    about = _definitions(facts.where_and_when(report))
    head = element("header", mark + element("div", words + about), f"verdict {verdict.level}")
    return head + _numbers(report) + _contents(report)


def _contents(report: Report) -> str:
    """Return the table of contents, with links to the sections of the page."""
    count = len(report["findings"])
    parts = [
        ("findings", f"Findings ({count})", True),
        ("calls", f"Sequences and calls ({len(report['sequences'])})", bool(report["sequences"])),
        ("bench", "Measured", bool(report.get("bench"))),
        ("tokens", "Tokens", any(True for _ in facts.tokens(report))),
        ("mechanisms", "Mechanisms", bool(facts.mechanism_lists(report))),
        ("run", "This run", True),
    ]
    links = [
        element("li", element("a", text(words), href=f"#{name}")) for name, words, there in parts if there
    ]
    return element("nav", element("ul", "".join(links)), "contents", **{"aria-label": "Contents"})


def _numbers(report: Report) -> str:
    total, met = facts.call_counts(report)
    counts = facts.finding_counts(report)
    passed = sum(sequence["outcome"] == "passed" for sequence in report["sequences"])
    boxes = [
        (f"{passed}/{len(report['sequences'])}", "sequences passed", ""),
        (f"{met}/{total}", "calls as expected", ""),
        *(
            (number, noun, severity if counts[severity] else "")
            for severity in ("error", "warning")
            for number, noun in [facts.plural(counts[severity], severity).split()]
        ),
        (facts.duration(report.get("duration_ms")), "whole run", ""),
    ]
    return element(
        "dl",
        "".join(
            element("div", element("dt", text(label)) + element("dd", text(value), css))
            for value, label, css in boxes
        ),
        "numbers",
    )


def _section(identity: str, heading: str, body: str) -> str:
    return element("section", element("h2", text(heading)) + body, id=identity) if body else ""


def _findings(report: Report) -> str:
    found = facts.findings(report)
    command = f"ckr probe {target(report)}"
    if not found:
        return _section("findings", "Findings", element("p", "None.", "calm"))
    return _section("findings", "Findings", "".join(_finding(finding, command) for finding in found))


def _finding(finding: Finding, command: str) -> str:
    badge = element("span", finding["severity"], "badge")
    place = [code(piece) for piece in (finding.get("function"), facts.code_of(finding)) if piece]
    body = element("h3", badge + text(finding["title"], 400))
    body += element(
        "div", element("span", " → ".join(place)) + element("span", text(finding["id"], 80), "id"), "place"
    )
    if meaning := finding.get("meaning"):
        body += element("p", text(meaning, 1000), "meaning")
    if finding.get("detail"):
        body += element("p", text(finding["detail"], 2000), "detail")
    body += _advice(finding, command)
    body += element("p", "More: " + code(more(finding)), "more")
    return element("article", body, f"finding {finding['severity']}")


def _advice(finding: Finding, command: str) -> str:
    """Return the actions to avoid in a box, followed by the checks and steps in order."""
    items = list(finding.get("advice") or ())
    donts = "".join(element("li", _item(item, command)) for item in items if kind_of(item) == "dont")
    steps = "".join(element("li", _item(item, command)) for item in items if kind_of(item) != "dont")
    shown = element("div", element("h4", "Don't") + element("ul", donts), "donts") if donts else ""
    return shown + (element("h4", "Check and do") + element("ol", steps) if steps else "")


def _item(item: Advice, command: str) -> str:
    parts = [text(in_place(item["text"], command), 2000)]
    if danger := item.get("danger"):
        parts.append(element("strong", text(danger, 400), "danger"))
    for lead, reason in (("Why: ", item.get("because")), ("Unless: ", item.get("unless"))):
        if reason:
            parts.append(element("span", text(f"{lead}{reason}", 1000), "aside"))
    stack, reference = item.get("stack"), item.get("ref")
    marks = [text(stack, 200)] if stack else []
    marks += [_reference(reference)] if reference else []
    if marks:
        parts.append(element("span", " · ".join(marks), "marks"))
    return " ".join(parts)


def _reference(reference: str) -> str:
    """Return a reference as a link if it has a URL, else as text."""
    address = url_of(reference)
    words = text(reference, 200)
    return words if address is None else element("a", words, href=text(address, 400), rel="noreferrer")


def _bench(report: Report) -> str:
    """Return the section with the results of --bench, one row per operation."""
    rows = [(fact.label.removeprefix("bench "), fact.text) for fact in measured(report)]
    return _section("bench", "Measured", element("div", _definitions(rows), "card") if rows else "")


def _tokens(report: Report) -> str:
    cards = [_token(slot, token) for slot, token in facts.tokens(report)]
    return _section("tokens", "Tokens", element("div", "".join(cards), "cards") if cards else "")


def _token(slot: int, token: Members) -> str:
    made = " ".join(filter(None, (facts.member(token, "manufacturerID"), facts.member(token, "model"))))
    states = {who: facts.pin_states(token, who) for who in ("USER", "SO")}
    rows = [
        ("Slot", str(slot)),
        ("Made by", made),
        ("Serial", facts.member(token, "serialNumber")),
        ("Firmware", facts.member(token, "firmwareVersion")),
        ("User PIN", ", ".join(states["USER"]) or "ok"),
        ("SO PIN", ", ".join(states["SO"]) or "ok"),
        ("Sessions", facts.sessions(token)),
    ]
    body = element("h3", text(facts.member(token, "label") or "(no label)", 120))
    body += _definitions(rows)
    flags = "".join(element("li", text(flag, 80)) for flag in token.get("flags") or ())
    return element("article", body + (element("ul", flags, "chips") if flags else ""), "card")


def _definitions(rows: list[tuple[str, str]]) -> str:
    shown = [element("dt", text(name)) + element("dd", text(value, 300)) for name, value in rows if value]
    return element("dl", "".join(shown), "facts")


def _mechanisms(report: Report) -> str:
    blocks = []
    for where, mechanisms in facts.mechanism_lists(report):
        count = facts.plural(len(mechanisms), "mechanism")
        families = facts.mechanism_families(mechanisms)
        if len(mechanisms) <= FEW_MECHANISMS:
            inside = _mechanism_table(mechanisms)
        else:
            inside = "".join(_family(name, members) for name, members in families)
        summary = element("summary", text(f"{where.capitalize()}: {count}"))
        blocks.append(element("details", summary + inside, open=len(mechanisms) <= FEW_MECHANISMS))
    return _section("mechanisms", "Mechanisms", "".join(blocks))


def _family(name: str, mechanisms: Sequence[Mechanism]) -> str:
    summary = element("summary", text(f"{name}: {len(mechanisms)}"))
    return element("details", summary + _mechanism_table(mechanisms), "family")


def _mechanism_table(mechanisms: Sequence[Mechanism]) -> str:
    names = ("Mechanism", "Key sizes", "Uses")
    head = element("tr", "".join(element("th", name, scope="col") for name in names))
    rows = "".join(map(_mechanism, mechanisms))
    return element("table", element("thead", head) + element("tbody", rows), "mechanisms")


def _mechanism(mechanism: Mechanism) -> str:
    smallest, largest = mechanism.get("min"), mechanism.get("max")
    sizes = (
        ""
        if smallest is None or largest is None or (smallest, largest) == (0, 0)
        else f"{smallest}–{largest}"
    )
    sizes = str(smallest) if sizes and smallest == largest else sizes
    uses = "".join(
        element("li", text(flag.removeprefix("CKF_").lower().replace("_", " "), 60))
        for flag in mechanism.get("flags") or ()
    )
    cells = element("th", code(str(mechanism["type"])), scope="row")
    return element("tr", cells + element("td", sizes, "sizes") + element("td", element("ul", uses, "chips")))


def _footer(report: Report) -> str:
    module, host = report["module"], report.get("host") or {}
    info = module.get("info") or {}
    system = " ".join(filter(None, (host.get("os"), host.get("arch"))))
    interfaces = ", ".join(
        f"{row.get('name', '')} {row.get('version', '')}" for row in module.get("interfaces") or ()
    )
    library = [
        facts.member(info, name) for name in ("manufacturerID", "libraryDescription", "libraryVersion")
    ]
    rows = [
        ("Module", module["path"] or ""),
        ("Found by", module.get("found_by") or ""),
        ("Library", " ".join(filter(None, library))),
        ("Interfaces", interfaces),
        ("SHA-256", module.get("sha256") or ""),
        ("Host", host.get("name") or ""),
        ("System", system),
        ("User", host.get("user") or ""),
        ("Started", str(report.get("started") or "")),
        ("Profile", report.get("profile") or ""),
        ("ckr", (report.get("ckr") or {}).get("version") or ""),
    ]
    return element("footer", element("h2", "This run") + _definitions(rows), id="run")
