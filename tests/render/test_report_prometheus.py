"""Prometheus' text format: read back by the reader of its own client library, and by the rules of its specification."""

import re

import pytest

from ckrtool.render import report_prometheus
from tests.render.goldens import REPORTS, report

SAMPLE = re.compile(
    r'([a-z_][a-z0-9_]*)\{((?:[a-z_][a-z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)+)\} (\+Inf|-?[0-9.e+-]+)\Z'
)


def samples(name: str) -> dict[str, float]:
    """Return value by metric and labels; checks each line against the format."""
    found: dict[str, float] = {}
    described: set[str] = set()
    for line in report_prometheus.render(report(name)).splitlines():
        if line.startswith("# TYPE "):
            described.add(line.split()[2])
        if not line.startswith("#"):
            match = SAMPLE.match(line)
            assert match, line
            assert match[1] in described
            series = f"{match[1]}{{{match[2]}}}"
            assert series not in found
            found[series] = float(match[3])
    return found


@pytest.mark.parametrize("name", REPORTS)
def test_every_line_is_of_the_format_and_no_series_comes_twice(name: str) -> None:
    assert len(samples(name)) > 30


@pytest.mark.parametrize("name", REPORTS)
def test_the_client_library_reads_it(name: str) -> None:
    parser = pytest.importorskip("prometheus_client.parser")
    families = list(parser.text_string_to_metric_families(report_prometheus.render(report(name))))
    assert all(family.documentation and family.type == "gauge" for family in families)
    assert sum(len(family.samples) for family in families) == len(samples(name))
    if name == "crashed":
        (info,) = (family for family in families if family.name == "ckr_token_info")
        label = info.samples[0].labels["label"]
        assert label.startswith("<script>alert(1)</script>\"'&amp;|`x`]]>\\x00\\x1B[31mred\\x07")


def value(found: dict[str, float], metric: str, **labels: str) -> float:
    wanted = [f'{name}="{text}"' for name, text in labels.items()]
    hits = [
        number
        for series, number in found.items()
        if series.startswith(metric + "{") and all(pair in series for pair in wanted)
    ]
    assert len(hits) == 1, (metric, labels, hits)
    return hits[0]


def test_what_alerts_rest_on() -> None:
    found = samples("pin")
    assert value(found, "ckr_probe_success") == 0
    assert value(samples("healthy"), "ckr_probe_success") == 1
    assert value(found, "ckr_probe_start_timestamp_seconds") == 1767322800  # 2026-01-02T03:00:00Z
    assert value(found, "ckr_probe_sequence_outcome", sequence="login", outcome="failed") == 1
    assert value(found, "ckr_probe_sequence_outcome", sequence="login", outcome="passed") == 0
    assert value(found, "ckr_probe_call_duration_seconds", sequence="login", function="C_Login") == 1.84
    assert value(found, "ckr_token_pin_state", user="user", state="count_low") == 1
    assert value(found, "ckr_token_pin_state", user="user", state="locked") == 0
    assert value(found, "ckr_token_pin_state", user="so", state="locked") == 1
    assert value(found, "ckr_token_sessions", kind="all") == 3
    assert value(found, "ckr_token_sessions_max", kind="all") == 16
    assert value(found, "ckr_token_flag", flag="CKF_USER_PIN_COUNT_LOW") == 1
    assert value(found, "ckr_probe_findings", severity="error") == 2
    assert value(found, "ckr_probe_calls", function="C_Login", code="CKR_PIN_INCORRECT") == 1


def test_no_limit_is_infinity_and_what_is_not_told_has_no_series() -> None:
    found = samples("healthy")
    assert value(found, "ckr_token_sessions_max", kind="all") == float("inf")
    assert not any(series.startswith("ckr_token_memory") for series in found)


def test_a_call_that_never_came_back_has_no_duration_but_is_counted() -> None:
    found = samples("crashed")
    assert value(found, "ckr_probe_calls", function="C_GenerateRandom", code="hung") == 1
    assert not any("call_duration" in series and "C_GenerateRandom" in series for series in found)
