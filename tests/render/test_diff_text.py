"""Changes as text and as Markdown."""

from ckrtool.render import diff_text
from tests.render.goldens import changes


def test_one_change_is_one_line_and_the_last_line_counts_them() -> None:
    *lines, last = diff_text.plain(changes(), everything=True).splitlines()
    assert len(lines) == len(changes())
    assert last.startswith(f"{len(changes())} changes: ")
    assert "sequences.digest.5 C_DigestInit rv: CKR_OK -> CKR_MECHANISM_INVALID" in lines
    assert any(line.endswith("+CKF_SO_PIN_LOCKED +CKF_USER_PIN_COUNT_LOW") for line in lines)


def test_findings_come_first_and_what_follows_is_folded() -> None:
    lines = diff_text.plain(changes()).splitlines()
    assert lines[0].startswith("findings.")
    assert not any("C_DigestInit rv" in line for line in lines)
    assert "sequences.digest.outcome: passed -> failed (1 call changed with it; -v lists all)" in lines


def test_among_findings_the_worst_come_first() -> None:
    levels = ("info", "ok", "warning", "error")
    rows = [
        {"where": f"findings.{level}", "before": None, "after": "x", "severity": level} for level in levels
    ]
    reason = {"where": "sequences.a.reason", "before": None, "after": "x", "severity": "info"}
    outcome = {"where": "sequences.a.outcome", "before": "passed", "after": "failed", "severity": "error"}
    *lines, _ = diff_text.plain([reason, outcome, *rows]).splitlines()
    order = [line.partition(":")[0] for line in lines]
    assert order[:4] == ["findings.error", "findings.warning", "findings.ok", "findings.info"]
    assert order[4:] == ["sequences.a.reason", "sequences.a.outcome"]  # as in the report
    text = diff_text.markdown([reason, outcome, *rows])
    assert text.index("findings.error") < text.index("findings.info")


def test_nothing_changed_is_nothing_printed() -> None:
    assert diff_text.plain([]) == ""
    assert diff_text.markdown([]) == "No changes.\n"


def test_text_from_outside_is_harmless_and_stays_on_its_line() -> None:
    hostile = [{"where": "a\nb", "before": "\x1b[31m", "after": "x\u202ey\nz", "severity": "info"}]
    assert diff_text.plain(hostile).splitlines()[0] == "a\\x0Ab: \\x1B[31m -> x\\u202Ey\\x0Az"


def test_worse_and_better_are_marked_on_a_terminal() -> None:
    assert "\x1b" not in diff_text.plain(changes())
    shown = diff_text.plain(changes(), colour=True)
    assert "48;5;124mworse\x1b[0m   sequences.digest.outcome: passed -> failed" in shown
    assert "        slots[439041101].token.firmwareVersion: 2.6 -> 2.7" in shown
    better = [{"where": "sequences.a.outcome", "before": "failed", "after": "passed", "severity": "ok"}]
    assert "48;5;40mbetter\x1b[0m  sequences.a.outcome" in diff_text.plain(better, colour=True)
