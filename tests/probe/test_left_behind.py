"""What a lost worker left on the token is looked for by a new one, what it left running is ended, and what could not be done is said."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.judge import judge
from ckrtool.probe.supervision import procfs, reaper_kill, supervisor
from tests.probe.conftest import Probed, probe
from tests.probe.orphans import Orphans
from tests.probe.supervision.plans import digest_sequence, plan
from tests.probe.test_signals import HANG, started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Ckr

# Several at once, of short-lived processes: one alone is often ended by luck.
CHAINS = "{}:C_Initialize;slow:C_GetMechanismList;chains:2"
ENDED = (
    "the module forked, and the copy of the probe's process continued in a session of its own; it was killed"
)
RUNS_ON = "the module forked, and the copy of the probe's process could not be killed: it is still running"
_SEEN = 10.0  # seconds in which a chain that goes on is seen, also on a busy machine
root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into the memory of such a copy")


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
    assert "created when the worker was lost" in told(probed)


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
    assert "no search checked" in told(probed)


def test_what_was_not_destroyed_is_told_once(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(ckr, fake, tmp_path, "persistent;rv:C_DestroyObject=0x30", "--sequence", "encrypt")
    assert "object-left-behind" in probed.ids("error")
    assert "session-objects-left" not in probed.ids()
    probed, _ = run(ckr, fake, tmp_path, "rv:C_DestroyObject=0x30", "--sequence", "encrypt")
    assert "session-objects-left" in probed.ids("warning")


@pytest.fixture
def orphans() -> Iterator[Orphans]:
    with Orphans() as orphans:
        yield orphans


def titles(report: dict[str, object]) -> set[str]:
    """Return what is said of processes."""
    found = report["findings"]
    assert isinstance(found, list)
    return {one["title"] for one in found if one["id"] == "process-left"}


@pytest.mark.parametrize(
    "kind",
    [
        "chain-session",
        "chain-slow",
        "chain-sessions",
        "chain-groups",
        pytest.param("chain-hidden", marks=root_only),
        "headless-daemon",
    ],
)
def test_copies_that_go_on_making_copies_are_ended(ckr: Ckr, fake: Path, orphans: Orphans, kind: str) -> None:
    told: set[tuple[str, str | None]] = set()
    for _ in range(3):  # the last link of a chain may be gone before anybody can say what it was
        probed = probe(ckr, fake, "--sequence", "identity", env={"CKR_FAKE": CHAINS.format(kind) + ";quick"})
        assert orphans.left() == []
        told |= {
            (one["title"], one["function"])
            for one in probed.report["findings"]
            if one["id"] == "process-left"
        }
        if told:
            break
    assert told == {(ENDED, "C_Initialize")}
    assert probed.status == 1


def test_so_are_those_in_the_workers_group(ckr: Ckr, fake: Path, orphans: Orphans) -> None:
    probe(ckr, fake, "--sequence", "identity", env={"CKR_FAKE": CHAINS.format("chain") + ";quick"})
    assert orphans.left() == []


@pytest.mark.parametrize("kind", ["chain-session", "chain-sessions", "chain-at-term"])
@pytest.mark.parametrize("way", ["SIGTERM", "SIGINT", "max-time"])
def test_so_they_are_when_the_run_is_cut_short(
    ckr: Ckr, fake: Path, tmp_path: Path, orphans: Orphans, kind: str, way: str
) -> None:
    words = f"{kind}:C_Initialize;chains:2;quick;hang:C_GetMechanismList"
    process = started(
        ckr, fake, tmp_path / "log", "--max-time", "2" if way == "max-time" else "30", words=words
    )
    if way != "max-time":
        process.send_signal(signal.Signals[way])
    out, _ = process.communicate(timeout=40)
    assert orphans.left() == []
    if way != "SIGINT":
        assert titles(json.loads(out)) <= {ENDED}


@pytest.mark.parametrize(("kind", "more"), [("chain-beside", ";quick"), ("chain-below", "")])
def test_another_program_among_them_is_told_of_and_goes_on(
    ckr: Ckr, fake: Path, orphans: Orphans, kind: str, more: str
) -> None:
    probed = probe(ckr, fake, "--sequence", "identity", env={"CKR_FAKE": CHAINS.format(kind) + more})
    (program,) = (
        one["detail"].split()[2].strip(");")
        for one in probed.report["findings"]
        if one["detail"].startswith("sleep ")
    )
    assert Path(f"/proc/{program}/stat").read_text().split()[2] == "S", "not stopped either"
    os.kill(int(program), signal.SIGKILL)
    os.waitpid(int(program), 0)
    assert orphans.left() == []
    assert RUNS_ON not in titles(probed.report)


def test_what_ends_meanwhile_fills_no_table(ckr: Ckr, fake: Path, tmp_path: Path, orphans: Orphans) -> None:
    words = "chain-session:C_Initialize;chains:4;hang:C_GetMechanismList"
    process = started(ckr, fake, tmp_path / "log", words=words)
    time.sleep(1.5)
    many = sum(len(procfs.children(pid)) for pid in (process.pid, *procfs.children(process.pid)))
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=40)
    assert many < 500
    assert orphans.left() == []


def test_ctrl_c_twice_leaves_no_copy_either(ckr: Ckr, fake: Path, tmp_path: Path, orphans: Orphans) -> None:
    process = started(ckr, fake, tmp_path / "log", words=f"daemon:C_Initialize;{HANG}")
    process.send_signal(signal.SIGINT)
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT
    assert orphans.left() == []


def running(orphans: Orphans) -> set[str]:
    """Return the names of what still runs, once one is seen; a link of a chain may be gone before its name is read."""
    until = time.monotonic() + _SEEN
    while not (names := {name.rstrip("0123456789.") for name in orphans.left()} - {""}):
        if time.monotonic() > until:
            break
    return names


@pytest.mark.parametrize("kind", ["daemon", "chain-session"])
def test_what_can_not_be_ended_is_said(
    fake: Path, monkeypatch: pytest.MonkeyPatch, orphans: Orphans, kind: str
) -> None:
    late = reaper_kill.Ending._late

    def late_once_seen(ending: reaper_kill.Ending) -> bool:
        """Return whether to give up, but not before a copy was seen: on a busy machine that may take longer than the time given."""
        return late(ending) and (bool(ending._last) or ending._age > _SEEN)

    monkeypatch.setattr(reaper_kill, "_END_TIMEOUT", 0.4)
    monkeypatch.setattr(reaper_kill.Ending, "_late", late_once_seen)
    monkeypatch.setattr(reaper_kill.Ending, "_send", lambda *_: None)
    monkeypatch.setattr(reaper_kill.Ending, "_stop", lambda *_: None)
    env = {**os.environ, "CKR_FAKE": f"{kind}:C_Initialize"}
    (worker,) = supervisor.run(plan(fake, digest_sequence()), env=env).workers
    assert running(orphans) == {"python"}
    assert worker.unended
    assert not set(worker.unended) & {*worker.copies, *worker.survivors}
    found = [one for one in judge._worker(worker) if one["title"] == RUNS_ON]
    assert {(one["severity"], one["id"]) for one in found} == {("error", "process-left")}
