"""Whatever a module does, the result is whole and names the call."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.supervision import supervisor
from tests.probe.supervision.plans import (
    DIGEST,
    DIGEST_INIT,
    FINAL,
    INIT,
    OPEN,
    SLOTS,
    call_of,
    digest_sequence,
    only,
    plan,
    sequence,
)
from tests.probe.supervision.test_process import workers_of

if TYPE_CHECKING:
    from ckrtool.probe.results import RunResult


def run(fake: Path, wrong: str, *sequences: object, **more: object) -> RunResult:
    chosen = sequences or (digest_sequence(),)
    options = {key: more.pop(key) for key in ("max_time", "keep_going") if key in more}
    env = {**os.environ, "CKR_FAKE": wrong}
    return supervisor.run(plan(fake, *chosen, **more), env=env, **options)  # type: ignore[arg-type]


def test_a_good_module_passes_and_is_cleaned_up(fake: Path) -> None:
    result = only(run(fake, ""))
    assert (result.outcome, result.reason) == ("passed", None)
    assert [call.function for call in result.calls] == [
        "dlopen", "C_GetFunctionList", "C_Initialize", "C_GetSlotList", "C_GetTokenInfo", "C_OpenSession",
        "C_DigestInit", "C_Digest", "C_CloseSession", "C_Finalize",
    ]  # fmt: skip
    assert all(call.rv == 0 for call in result.calls[1:])


@pytest.mark.parametrize(
    ("wrong", "outcome", "signal", "exit_code"),
    [
        ("segv:C_Digest", "crashed", "SIGSEGV", None),
        ("abort:C_Digest", "crashed", "SIGABRT", None),
        ("kill:C_Digest", "crashed", "SIGKILL", None),
        ("exit0:C_Digest", "exited", None, 0),
        ("exit3:C_Digest", "exited", None, 3),
        ("close-fds:C_OpenSession;segv:C_Digest", "crashed", "SIGSEGV", None),
        ("close-fds:C_Initialize;exit0:C_Digest", "exited", None, 0),
        ("noise;segv:C_Digest", "crashed", "SIGSEGV", None),
        ("flood:C_Initialize;exit0:C_Digest", "exited", None, 0),
    ],
)
def test_an_end_inside_a_call_names_the_call(
    fake: Path, wrong: str, outcome: str, signal: str | None, exit_code: int | None
) -> None:
    result = only(run(fake, wrong))
    lost = call_of(result, "C_Digest")
    assert (lost.outcome, lost.rv, lost.signal, lost.exit_code) == (outcome, None, signal, exit_code)
    assert (result.outcome, result.signal, result.exit_code) == (outcome, signal, exit_code)
    assert result.failed_step == 5
    assert call_of(result, "C_OpenSession").output == {"phSession": "0x1"}


@pytest.mark.parametrize(
    "wrong", ["hang:C_Digest", "hang-ignore-term:C_Digest", "close-fds:C_DigestInit;hang:C_Digest"]
)
def test_a_hang_is_ended_at_the_calls_deadline(fake: Path, wrong: str) -> None:
    result = only(run(fake, wrong, timeout=0.3))
    lost = call_of(result, "C_Digest")
    assert (result.outcome, lost.outcome, lost.reason) == ("hung", "hung", "timeout")


def test_a_steps_own_timeout_is_the_one_that_counts(fake: Path) -> None:
    slow = ("C_Digest", DIGEST[1], {"timeout": 0.1})
    result = only(run(fake, "slow:C_Digest", sequence("digest", INIT, SLOTS, OPEN, DIGEST_INIT, slow)))
    assert call_of(result, "C_Digest").outcome == "hung"
    assert only(run(fake, "slow:C_Digest")).outcome == "passed"


def test_the_whole_runs_deadline(fake: Path) -> None:
    result = run(fake, "hang:C_Digest", digest_sequence("one"), digest_sequence("two"), max_time=0.5)
    assert [(s.outcome, s.reason) for s in result.sequences] == [
        ("hung", "max-time"),
        ("skipped", "max-time"),
    ]


@pytest.mark.parametrize(
    ("wrong", "kind", "outcome"),
    [
        ("segv:constructor", "constructor-crashed", "crashed"),
        ("exit0:constructor", "constructor-exited", "exited"),
        ("hang-ignore-term:constructor", "constructor-hung", "hung"),
    ],
)
def test_loading_that_does_not_come_back(fake: Path, wrong: str, kind: str, outcome: str) -> None:
    result = run(fake, wrong, digest_sequence("one"), digest_sequence("two"), timeout=0.3)
    assert result.load.kind == kind
    assert [(s.outcome, s.reason) for s in result.sequences] == [
        (outcome, f"{outcome}: dlopen"),
        ("skipped", "after-fatal: dlopen"),
    ]


@pytest.mark.parametrize(
    ("wrong", "outcome"), [("segv:destructor", "crashed"), ("exit0:destructor", "exited")]
)
def test_unloading_runs_the_destructors_where_the_plan_says_so(fake: Path, wrong: str, outcome: str) -> None:
    # exit() inside dlclose ends the process; a plan without "unload" never gets there
    result = only(run(fake, wrong, sequence("load", INIT, FINAL, unload=True)))
    assert (result.outcome, call_of(result, "dlclose", "load").outcome) == (outcome, outcome)
    assert only(run(fake, wrong, sequence("load", INIT, FINAL))).outcome == "passed"


@pytest.mark.parametrize("function", ["C_Initialize", "C_Finalize"])
def test_after_a_fatal_outcome_the_rest_is_skipped_unless_told_otherwise(fake: Path, function: str) -> None:
    sequences = (digest_sequence("one"), digest_sequence("two"))
    result = run(fake, f"exit0:{function}", *sequences)
    assert [s.reason for s in result.sequences] == [f"exited: {function}", f"after-fatal: {function}"]
    result = run(fake, f"exit0:{function}", *sequences, keep_going=True)
    assert [s.reason for s in result.sequences] == [f"exited: {function}", f"exited: {function}"]


def test_three_lost_workers_end_the_run(fake: Path) -> None:
    result = run(fake, "abort:C_Digest", *(digest_sequence(str(n)) for n in range(5)))
    assert [s.outcome for s in result.sequences] == ["crashed"] * 3 + ["skipped"] * 2
    assert result.sequences[3].reason == "lost-workers"


def test_null_entries_are_not_called(fake: Path) -> None:
    result = only(run(fake, "null:C_Digest"))
    lost = call_of(result, "C_Digest")
    assert (lost.outcome, lost.missing, lost.met) == ("missing", "null-entry", False)
    assert (result.outcome, result.reason) == ("failed", "missing: C_Digest")
    assert call_of(result, "C_Finalize", "cleanup").rv == 0


def test_a_function_of_a_version_that_the_module_does_not_have(fake: Path) -> None:
    result = only(
        run(
            fake,
            "",
            sequence("new", INIT, ("C_SessionCancel", {"hSession": {"int": 1}, "flags": {"int": 0}})),
        )
    )
    assert call_of(result, "C_SessionCancel").missing == "no-such-list"
    assert (result.outcome, result.reason) == ("skipped", "missing: C_SessionCancel")


def test_closed_descriptors_are_told_and_nothing_is_lost(fake: Path) -> None:
    result = only(run(fake, "close-fds:C_Initialize"))
    assert result.outcome == "passed"
    assert [odd["id"] for odd in call_of(result, "C_Initialize").oddities] == ["descriptors-closed"]
    assert call_of(result, "C_Digest").output["pulDigestLen"] == 32


@pytest.mark.parametrize("function", ["C_Initialize", "C_Digest"])
def test_a_module_that_cuts_every_file_it_finds_open_harms_nothing(fake: Path, function: str) -> None:
    result = only(run(fake, f"cut-files:{function}"))
    assert result.outcome == "passed"
    assert call_of(result, "C_Digest").output["pulDigestLen"] == 32


def test_output_is_kept_up_to_a_bound_and_counted(fake: Path) -> None:
    result = run(fake, "flood:C_Initialize;print:C_OpenSession=hello")
    assert only(result).outcome == "passed"
    assert result.workers[0].noise_bytes >= 8 << 20
    assert len(result.workers[0].noise) == 64 * 1024
    assert result.workers[0].noise_calls == {"C_Initialize": 8 << 20, "C_OpenSession": 5}


def test_output_counts_for_the_call_that_printed_it(fake: Path) -> None:
    result = run(fake, "print:C_GetSlotList=one;print:C_OpenSession=seven77;print:C_Digest=x")
    assert result.workers[0].noise == b"oneseven77x"
    assert result.workers[0].noise_calls == {"C_GetSlotList": 3, "C_OpenSession": 7, "C_Digest": 1}
    assert run(fake, "print:constructor=early").workers[0].noise_calls == {"dlopen": 5}
    assert run(fake, "close-fds:C_Initialize;print:C_Digest=x").workers[0].noise_calls == {}


def _alive(pid: int) -> bool:
    try:
        return b"State:\tZ" not in Path(f"/proc/{pid}/status").read_bytes()
    except OSError:
        return False


def test_a_program_that_keeps_the_pipes_does_not_block_and_is_told_of_not_killed(fake: Path) -> None:
    result = run(fake, "program:C_Initialize;slow:C_Digest")
    assert only(result).outcome == "passed"
    ((pid, name),) = result.workers[0].survivors
    assert (name, result.workers[0].copies) == ("sleep", [])
    assert result.workers[0].process_calls == ["C_Initialize"]
    assert _alive(pid)
    os.kill(pid, 9)


def test_a_program_that_runs_on_is_told_of_once(fake: Path) -> None:
    first, second = run(
        fake, "program:C_Initialize;slow:C_Digest", digest_sequence("one"), digest_sequence("two")
    ).workers
    assert (len(first.survivors), len(second.survivors)) == (1, 1)
    assert first.survivors != second.survivors
    for pid, _ in (*first.survivors, *second.survivors):
        os.kill(pid, 9)


@pytest.mark.parametrize(
    "wrong",
    ["daemon:C_Initialize", "daemon:constructor", "daemon:C_OpenSession;slow:C_DigestInit;abort:C_Digest"],
)
def test_a_copy_of_the_worker_in_a_session_of_its_own_is_ended_and_told_of(fake: Path, wrong: str) -> None:
    worker = run(fake, f"{wrong};slow:C_DigestInit").workers[0]  # time to leave the group
    ((pid, _),) = worker.copies
    assert worker.survivors == []
    assert not Path(f"/proc/{pid}").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into the memory of such a copy")
def test_a_copy_that_hides_its_arguments_is_known_by_its_memory(fake: Path) -> None:
    worker = run(fake, "hidden-daemon:C_Initialize;slow:C_DigestInit").workers[0]
    ((pid, _),) = worker.copies
    assert not Path(f"/proc/{pid}").exists()


def test_copies_that_make_copies_are_ended_in_the_end(fake: Path) -> None:
    worker = run(fake, "swarm:C_Initialize;slow:C_DigestInit").workers[0]
    assert worker.copies
    assert worker.survivors == []
    assert workers_of(os.getpid()) == []


@pytest.mark.parametrize(
    "wrong", ["child:C_Initialize", "fork-return:C_GetSlotList", "child:C_Initialize;abort:C_Digest"]
)
def test_what_stays_in_the_workers_group_is_ended(fake: Path, wrong: str) -> None:
    result = run(fake, wrong)
    assert result.workers[0].survivors == []
    assert workers_of(os.getpid()) == []


def test_a_fork_that_returns_twice_is_one_run(fake: Path) -> None:
    result = only(run(fake, "fork-return:C_OpenSession"))
    assert result.outcome == "passed"
    assert len([call for call in result.calls if call.function == "C_Digest"]) == 1
