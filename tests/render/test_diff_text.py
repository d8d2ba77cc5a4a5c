"""Changes as text and as Markdown."""

from ckrtool.render import diff_text
from tests.render.goldens import changes


def test_one_change_is_one_line() -> None:
    lines = diff_text.plain(changes()).splitlines()
    assert len(lines) == len(changes())
    assert "sequences.digest.5 C_DigestInit rv: CKR_OK -> CKR_MECHANISM_INVALID" in lines
    assert any(line.endswith("+CKF_SO_PIN_LOCKED +CKF_USER_PIN_COUNT_LOW") for line in lines)


def test_nothing_changed_is_nothing_printed() -> None:
    assert diff_text.plain([]) == ""
    assert diff_text.markdown([]) == "No changes.\n"


def test_text_from_outside_is_harmless_and_stays_on_its_line() -> None:
    hostile = [{"where": "a\nb", "before": "\x1b[31m", "after": "x\u202ey\nz"}]
    assert diff_text.plain(hostile) == "a\\x0Ab: \\x1B[31m -> x\\u202Ey\\x0Az\n"


def test_colour_is_only_there_where_asked_for() -> None:
    assert "\x1b" not in diff_text.plain(changes())
    assert "\x1b[32m+CKF_SO_PIN_LOCKED\x1b[0m" in diff_text.plain(changes(), colour=True)
