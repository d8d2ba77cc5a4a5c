"""The logs of the benchmarks have the share of return codes that they say, and lines that do not come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ckrtool.logs.engine.engine import Engine
from tests.benchmarks.corpora import KINDS, LOGS, TRACES, words, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("kind", "share"), [(kind, share) for kind in LOGS for share in (0.0, 0.01, 0.5)])
def test_the_share_of_entries_with_a_code_is_as_asked_for(kind: str, share: float, tmp_path: Path) -> None:
    write(tmp_path / "log", kind, share, 400_000)
    log = (tmp_path / "log").read_bytes()
    entries = log.count(b"\n") - log.count(b"\n\tat ") - log.count(b"\njava.")
    assert len(Engine().read(log)) == pytest.approx(share * entries, abs=5 * (share * entries) ** 0.5)


@pytest.mark.parametrize("kind", TRACES)
def test_the_share_of_a_trace_s_lines_is_as_asked_for(kind: str, tmp_path: Path) -> None:
    write(tmp_path / "log", kind, 0.5, 400_000)
    log = (tmp_path / "log").read_bytes()
    ordinary = log.count(b"\nNov 25 ")
    assert ordinary == pytest.approx(0.5 * log.count(b"\n"), rel=0.1)
    assert Engine().read(log)


@pytest.mark.parametrize("kind", KINDS)
def test_a_log_is_the_same_each_time_and_its_lines_are_not(kind: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, kind, 0.5, 100_000)
    log = (tmp_path / "one").read_bytes()
    assert log == (tmp_path / "two").read_bytes()
    lines = [line for line in log.split(b"\n") if line.startswith((b"Nov", b"{", b"20", b"[Wed"))]
    assert len(set(lines)) > 0.99 * len(lines)


def test_words_have_the_letters_of_english() -> None:
    text = "".join(words())
    assert len(set(words())) > 30_000
    assert 0.04 < text.count("r") / len(text) < 0.12
    assert 0.005 < text.count("v") / len(text) < 0.03
