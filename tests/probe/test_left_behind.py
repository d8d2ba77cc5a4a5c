"""What a lost worker left on the token is looked for by a new one, and what nobody could look at is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.probe.conftest import Probed, probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr


def run(ckr: Ckr, fake: Path, tmp_path: Path, words: str, *more: str) -> tuple[Probed, list[str]]:
    log = tmp_path / "calls"
    log.unlink(missing_ok=True)
    env = {
        "CKR_FAKE": words,
        "CKR_FAKE_LOG": str(log),
        "CKR_FAKE_STORE": str(tmp_path / "store"),
        "P": "1234",
    }
    return probe(ckr, fake, "--pin-source", "env:P", *more, env=env), log.read_text().split()


def told(probed: Probed) -> str:
    return next(
        str(one["detail"]) for one in probed.report["findings"] if one["id"] == "session-objects-left"
    )


@pytest.mark.parametrize("who", ["encrypt", "application"])
@pytest.mark.parametrize("words", ["segv:C_DestroyObject", "hang:C_DestroyObject", "exit0:C_DestroyObject"])
def test_a_lost_worker_s_objects_are_found(
    ckr: Ckr, fake: Path, tmp_path: Path, who: str, words: str
) -> None:
    probed, seen = run(ckr, fake, tmp_path, f"persistent;{words}", "--sequence", who, "--timeout", "2")
    assert probed.status == 4
    assert "object-left-behind" in probed.ids("error")
    assert "session-objects-left" not in probed.ids()
    assert probed.outcomes()["left-behind"] == "failed"
    assert seen.count("C_Login") == 2, "the first, and one to go on after a worker died"


@pytest.mark.parametrize("who", ["encrypt", "application"])
def test_objects_that_went_with_their_session(ckr: Ckr, fake: Path, tmp_path: Path, who: str) -> None:
    probed, _ = run(ckr, fake, tmp_path, "segv:C_DestroyObject", "--sequence", who)
    assert probed.outcomes()["left-behind"] == "passed"
    assert "object-left-behind" not in probed.ids()
    assert "found none of them on the token" in told(probed)


def test_a_worker_lost_while_it_made_one(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(ckr, fake, tmp_path, "segv:C_GenerateKey", "--sequence", "encrypt")
    assert probed.outcomes()["left-behind"] == "passed"
    assert "made when it was lost" in told(probed)


def test_where_another_sequence_looks_none_is_added(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(
        ckr, fake, tmp_path, "segv:C_DestroyObject", "--sequence", "encrypt", "--sequence", "application"
    )
    assert [name for name in probed.outcomes() if name == "left-behind"] == ["left-behind"]
    probed, _ = run(ckr, fake, tmp_path, "", "--sequence", "encrypt")
    assert "left-behind" not in probed.outcomes()
    assert "session-objects-left" not in probed.ids()


def test_where_nobody_can_look_it_is_said(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(
        ckr, fake, tmp_path, "hang-ignore-term:C_DestroyObject", "--sequence", "encrypt", "--max-time", "2"
    )
    assert "was not looked at" in told(probed)


def test_what_was_not_destroyed_is_told_once(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(ckr, fake, tmp_path, "persistent;rv:C_DestroyObject=0x30", "--sequence", "encrypt")
    assert "object-left-behind" in probed.ids("error")
    assert "session-objects-left" not in probed.ids()
    probed, _ = run(ckr, fake, tmp_path, "rv:C_DestroyObject=0x30", "--sequence", "encrypt")
    assert "session-objects-left" in probed.ids("warning")
