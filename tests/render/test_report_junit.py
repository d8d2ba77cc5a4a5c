"""JUnit XML: the form Jenkins reads, a testsuite a sequence, a testcase a call; XML 1.0 whatever the text."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ckrtool.render import report_junit
from tests.render.goldens import REPORTS, report

# Production 2 (Char) of XML 1.0, without the controls that it would allow.
LEGAL = re.compile("[\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*\\Z")
# What the schema of Jenkins' xUnit plugin (junit-10.xsd) knows: attributes, those required, children, form of a time.
ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname"},
    "testcase": {"name", "classname", "time"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "skipped": {"message", "type"},
    "properties": set(),
    "property": {"name", "value"},
    "system-out": set(),
}
REQUIRED = {
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name"},
    "property": {"name", "value"},
}
TIME = re.compile(r"[0-9]*(\.[0-9]*)?\Z")
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase"},
    "properties": {"property"},
    "testcase": {"failure", "error", "skipped", "system-out"},
}


def parsed(name: str) -> ET.Element:
    return ET.fromstring(report_junit.render(report(name)))


@pytest.mark.parametrize("name", REPORTS)
def test_elements_and_attributes_are_those_that_readers_know(name: str) -> None:
    for element in parsed(name).iter():
        assert REQUIRED.get(element.tag, set()) <= set(element.attrib) <= ATTRIBUTES[element.tag]
        assert TIME.match(element.get("time", ""))
        assert {child.tag for child in element} <= CHILDREN.get(element.tag, set())
        for number in {"tests", "failures", "errors", "skipped", "time"} & set(element.attrib):
            assert float(element.attrib[number]) >= 0


@pytest.mark.parametrize("name", REPORTS)
def test_counts_are_those_of_the_cases(name: str) -> None:
    root = parsed(name)
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        for plural, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.attrib[plural]) == sum(case.find(tag) is not None for case in cases)
    for count in ("tests", "failures", "errors"):
        assert int(root.attrib[count]) == sum(int(suite.attrib[count]) for suite in root)


def test_a_healthy_report_has_a_suite_a_sequence_and_a_case_a_call() -> None:
    healthy = report("healthy")
    root = parsed("healthy")
    assert [suite.attrib["name"] for suite in root] == [row["name"] for row in healthy["sequences"]]
    assert [len(suite.findall("testcase")) for suite in root] == [
        len(row["calls"]) for row in healthy["sequences"]
    ]
    assert root.attrib["failures"] == root.attrib["errors"] == "0"


def test_failure_error_and_skip_are_told_apart() -> None:
    root = parsed("pin")
    failure = root.find("testsuite[@name='login']/testcase/failure")
    assert failure is not None
    assert failure.attrib["type"] == "CKR_PIN_INCORRECT"
    assert "may burn a PIN try" in (failure.text or "")
    skipped = root.find("testsuite[@name='sign']/testcase/skipped")
    assert skipped is not None
    assert skipped.attrib["message"] == "pin-not-accepted"
    crash = parsed("crashed").find("testsuite[@name='identity']/testcase/error")
    assert crash is not None
    assert crash.attrib["type"] == "crashed"


def test_a_warning_that_no_call_shows_fails_in_a_suite_of_its_own() -> None:
    case = parsed("pin").find("testsuite[@name='findings']/testcase[@name='pin-count-low']/failure")
    assert case is not None
    assert case.attrib["type"] == "warning"
    assert parsed("pin").find("testsuite[@name='findings']/testcase[@name='so-pin-locked']") is None


def test_an_optional_difference_is_no_failure() -> None:
    noted = report("healthy")
    noted["sequences"][2]["calls"][5].update(met=False, rv=0x70, name="CKR_MECHANISM_INVALID")
    root = ET.fromstring(report_junit.render(noted))
    assert root.attrib["failures"] == "0"
    assert "CKR_MECHANISM_INVALID" in ET.tostring(root, encoding="unicode")


@given(st.text(max_size=80))
@example("\ufffe\uffff")
def test_any_text_is_legal_xml(text: str) -> None:
    assert LEGAL.match(report_junit.text_of(text))


def test_hostile_text_is_legal_and_whole() -> None:
    text = report_junit.render(report("crashed"))
    assert LEGAL.match(text)
    assert "\\x1B[31mred" in text
    assert "]]&gt;" in text


def test_an_independent_reader_reads_it() -> None:
    reader = pytest.importorskip("junitparser")
    xml = reader.JUnitXml.fromstring(report_junit.render(report("crashed")).encode())
    results = [type(result).__name__ for suite in xml for case in suite for result in case.result]
    assert results.count("Error") == 2
    assert results.count("Skipped") == 1


def test_a_wrong_output_is_told_and_not_the_code_that_was_right() -> None:
    wrong = report("healthy")
    wrong["sequences"][2]["outcome"] = "failed"
    wrong["sequences"][2]["calls"][5].update(
        met=False, mismatches=[{"param": "pDigest", "expected": "ba78", "got": "0000"}]
    )
    failure = ET.fromstring(report_junit.render(wrong)).find("testsuite[@name='digest']/testcase/failure")
    assert failure is not None
    assert failure.attrib["message"] == "C_Digest: CKR_OK, pDigest is 0000, expected ba78"


def test_findings_of_one_id_are_cases_of_their_own() -> None:
    twice = report("pin")
    row = {**twice["findings"][0], "id": "pin-final-try", "function": None, "rv": None, "severity": "warning"}
    twice["findings"] = [row, {**row, "title": "another"}]
    cases = ET.fromstring(report_junit.render(twice)).findall("testsuite[@name='findings']/testcase")
    assert [case.get("name") for case in cases] == ["pin-final-try", "pin-final-try 2"]
