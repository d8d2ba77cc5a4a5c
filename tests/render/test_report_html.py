"""The page: well-formed, self-contained, nothing of a module's text becomes markup."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from ckrtool.render import report_html, report_markdown
from tests.render.goldens import REPORTS, report

VOID = {"meta", "rect"}


class Page(HTMLParser):
    """Collects elements, attributes and text; a closing tag must match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(name: str) -> Page:
    return Page(report_html.render(report(name)))


@pytest.mark.parametrize("name", REPORTS)
def test_tags_match_and_nothing_is_loaded_or_run(name: str) -> None:
    found = page(name)
    assert found.open == []
    assert not {tag for tag, _ in found.elements} & {
        "script",
        "img",
        "link",
        "iframe",
        "object",
        "form",
        "base",
    }
    names = {attribute for _, attributes in found.elements for attribute in attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"style", "src", "srcset"})
    links = [(tag, attributes["href"]) for tag, attributes in found.elements if "href" in attributes]
    sections = {attributes["id"] for _, attributes in found.elements if "id" in attributes}
    for tag, address in links:  # within the page, or a reference of the project's own data
        assert tag == "a"
        assert address
        assert address[1:] in sections if address[0] == "#" else address.startswith("https://github.com/")
    style = re.search(r"<style>(.*?)</style>", report_html.render(report(name)), re.DOTALL)
    assert style
    assert not re.search(r"url\(|@import|expression", style[1])


@pytest.mark.parametrize("name", REPORTS)
def test_the_policy_allows_this_style_sheet_and_nothing_else(name: str) -> None:
    text = report_html.render(report(name))
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text


def test_hostile_text_is_shown_as_text() -> None:
    found = page("crashed")
    assert any("<script>alert(1)</script>" in text and "\\x1B[31mred" in text for text in found.texts)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", report_html.render(report("crashed")))


def test_verdict_findings_calls_and_mechanisms_are_there() -> None:
    found = page("pin")
    text = " ".join(found.texts)
    for part in (
        "CKR_PIN_INCORRECT (0x000000A0)",
        "may burn a PIN try",
        "count low",
        "CKM_AES_GCM",
        "1.84 s",
    ):
        assert part in text
    classes = [attributes.get("class") for tag, attributes in found.elements if tag == "rect"]
    assert {"ok", "unmet"} <= set(classes)


def test_strips_end_within_the_picture() -> None:
    for name in REPORTS:
        for tag, attributes in page(name).elements:
            if tag == "rect" and attributes.get("x"):
                end = float((attributes["x"] or "").rstrip("%")) + float(
                    (attributes["width"] or "").rstrip("%")
                )
                assert end <= 100.01


def test_thousands_of_calls_stay_a_page() -> None:
    big = report("healthy")
    calls = big["sequences"][1]["calls"]
    calls += [{**calls[3], "n": number, "ms": number / 1000} for number in range(20_000)]
    text = report_html.render(big)
    assert len(text) < 1_000_000
    assert "faster calls, all as expected, not shown" in text


def test_what_failed_is_seen_among_hundreds_of_calls() -> None:
    many = report("healthy")
    sequence = many["sequences"][1]
    sequence["calls"] = [{**sequence["calls"][0], "n": number, "ms": 5.0} for number in range(400)]
    sequence["calls"][200].update(rv=0x30, name="CKR_DEVICE_ERROR", met=False, ms=0.001)
    sequence["outcome"] = "failed"
    strip = next(
        found
        for found in re.findall(r"<svg.*?</svg>", report_html.render(many))
        if "unmet" in found and "whole" not in found
    )
    last = re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="0" width="([\d.]+)%"', strip)[-1]
    assert last[0] == "unmet", "drawn last, on top of the others"
    assert float(last[2]) >= 0.5
    assert 49 < float(last[1]) < 51


def test_who_where_and_when_come_first() -> None:
    """Host, time, token and module are above the numbers; what to do has its don'ts in a box, and references are links."""
    html = report_html.render(report("pin"))
    head = html[: html.index('class="numbers"')]
    for part in (
        "hsm01.example.org",
        "2026-01-02 03:00:00Z",
        "signing-prod (slot 439041101)",
        "libsofthsm2.so",
    ):
        assert part in head
    donts = html[html.index('class="donts"') :]
    assert donts.index("Don&#x27;t try again") < donts.index("Check and do")
    assert '<a href="https://github.com/OpenSC/OpenSC/issues/889" rel="noreferrer">' in html
    assert "ckr explain CKR_PIN_INCORRECT --function C_Login" in html


def test_numbers_of_arguments_have_names() -> None:
    text = " ".join([*page("softhsm2").texts, *page("misbehaving").texts])
    assert "flags=CKF_SERIAL_SESSION" in text
    assert not re.search(r"type=\d|userType=\d", text)
    assert "load" in text
    assert "cleanup" in text


def test_what_was_measured_is_there() -> None:
    """The rates of --bench stand in the page and in Markdown; a report without them has no such section."""
    row = {"operation": "SHA-256 of 1 KiB", "per_second": 43223.0, "p50_ms": 0.0033, "p95_ms": 0.0037}
    measured: Any = {**report("healthy"), "bench": [row]}
    for render in (report_html.render, report_markdown.render):
        assert "43,223/s" in render(measured)
        assert "Measured" not in render(report("healthy"))
