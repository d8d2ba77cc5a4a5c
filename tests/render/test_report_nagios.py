"""Plugin output by the Monitoring Plugins' guidelines: a status line, performance data, long output."""

import re
from typing import Any

import pytest

from ckrtool.render import report_nagios
from tests.render.goldens import REPORTS, report

# 'label'=value[unit];[warn];[crit];[min];[max]
ITEM = re.compile(r"(?:'[^'=]+'|[^\s'=]+)=-?\d+(?:\.\d+)?(?:s|%|B|c)?(?:;[\d.:~@-]*){0,4}\Z")


@pytest.mark.parametrize(
    ("name", "state", "code"), [("healthy", "OK", 0), ("pin", "CRITICAL", 2), ("crashed", "CRITICAL", 2)]
)
def test_state_and_status_agree(name: str, state: str, code: int) -> None:
    assert report_nagios.exit_code(report(name)) == code
    assert report_nagios.render(report(name)).startswith(f"PKCS11 {state} - ")


def test_warnings_alone_are_a_warning_and_nothing_called_is_unknown() -> None:
    only: Any = report("pin")
    only["findings"] = [row for row in only["findings"] if row["severity"] == "warning"]
    only["sequences"] = only["sequences"][:1]
    assert report_nagios.exit_code(only) == 1
    only["findings"], only["sequences"] = [], []
    assert report_nagios.exit_code(only) == 3


@pytest.mark.parametrize("name", REPORTS)
def test_performance_data_can_be_read(name: str) -> None:
    lines = report_nagios.render(report(name)).splitlines()
    assert all("|" not in line for line in lines[1:])
    _, data = lines[0].split("|")
    items = data.split()
    assert all(ITEM.match(item) for item in items)
    assert len({item.partition("=")[0] for item in items}) == len(items)


@pytest.mark.parametrize("name", REPORTS)
def test_the_status_line_is_short_enough_for_a_pager_and_what_is_cut_stands_below(name: str) -> None:
    one = report(name)
    for title in ("C_Sign returned CKR_DEVICE_ERROR", "there are 'a', 'b' " * 40):
        for finding in one["findings"]:
            finding["title"] = title
        first, *rest = report_nagios.render(one).splitlines()
        assert len(first.partition(" | ")[0]) <= 80 or not first.partition(" | ")[0].endswith(")")
        assert len(first.partition(" | ")[0]) <= len("PKCS11 CRITICAL - : ") + 80 + 110
        assert "calls, " in first or "calls, " in rest[0]


def test_what_was_left_out_is_in_the_counts() -> None:
    one = report("healthy")
    one["sequences"][-1].update(outcome="skipped", reason="several-tokens", calls=[])
    text = report_nagios.render(one)
    assert text.startswith("PKCS11 OK - libsofthsm2.so: the sequences that ran work as expected")
    assert "1 sequence skipped" in text
    assert ": works as expected" in report_nagios.render(report("healthy"))


def test_sessions_have_their_maximum() -> None:
    assert "sessions_slot439041101=3;;;0;16" in report_nagios.render(report("pin"))


def test_no_control_reaches_the_terminal() -> None:
    assert all(line.isprintable() for line in report_nagios.render(report("crashed")).split("\n"))


def test_many_findings_are_cut_and_counted() -> None:
    many = report("pin")
    many["findings"] *= 20
    text = report_nagios.render(many)
    assert "... and 60 more findings" in text
    assert len(text.encode()) < 8192


def test_calls_that_were_not_made_are_not_counted() -> None:
    healthy = report("healthy")
    healthy["sequences"][1]["calls"][2].update(
        rv=None, name=None, met=None, outcome="skipped", reason="shared"
    )
    assert "30 calls, 30 as expected" in report_nagios.render(healthy)
