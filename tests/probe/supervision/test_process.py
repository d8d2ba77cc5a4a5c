"""A worker's life: started as a fresh interpreter, gone with its parent, at home in a ZIP file too."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ckrtool
from ckrtool.probe import journal
from ckrtool.probe.protocol import JOURNAL_HEADER
from ckrtool.probe.supervision import forkserver, supervisor
from tests.probe.supervision.plans import PIN, digest_sequence, login_sequence, plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

ROOT = Path(ckrtool.__file__).parents[1]

SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from ckrtool.probe.supervision import supervisor
result = supervisor.run(json.loads(sys.argv[2]), on_event=lambda name, message: print(message["m"], message.get("f"), flush=True))
print(result.sequences[0].outcome, supervisor.__file__)
"""


def workers_of(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (path / "cmdline").read_bytes().split(b"\0")
            if b"ckrtool.probe.worker.main" in b" ".join(words) and str(parent).encode() in words:
                found.append(int(path.name))
    return found


def servers_of(parent: int) -> list[int]:
    """Return the fork servers of a supervisor."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (path / "cmdline").read_bytes().split(b"\0")
            if any(word.startswith(b"no-worker-yet") for word in words) and str(parent).encode() in words:
                found.append(int(path.name))
    return found


def start(fake: Path, root: Path, wrong: str) -> subprocess.Popen[str]:
    env = {**os.environ, "CKR_FAKE": wrong}
    words = [sys.executable, "-c", SCRIPT, str(root), json.dumps(plan(fake, digest_sequence()))]
    return subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@contextlib.contextmanager
def hanging(fake: Path) -> Iterator[subprocess.Popen[str]]:
    process = start(fake, ROOT, "hang-ignore-term:C_Digest")
    assert process.stdout
    for line in process.stdout:
        if line == "enter C_Digest\n":
            break
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_its_parent(fake: Path, number: signal.Signals) -> None:
    with hanging(fake) as process:
        assert len(workers_of(process.pid)) == 1
        assert len(servers_of(process.pid)) == 1
        process.send_signal(number)
        process.wait(10)
        until = time.monotonic() + 5
        while workers_of(process.pid) + servers_of(process.pid) and time.monotonic() < until:
            time.sleep(0.02)
        assert workers_of(process.pid) + servers_of(process.pid) == []


def test_from_a_zip_file(fake: Path, tmp_path: Path) -> None:
    archive = tmp_path / "ckr.pyz"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted((ROOT / "ckrtool").rglob("*.py")):
            file.write(path, path.relative_to(ROOT))
    output, errors = start(fake, archive, "").communicate(timeout=30)
    assert errors == ""
    assert output.splitlines()[-1] == f"passed {archive}/ckrtool/probe/supervision/supervisor.py"


def test_the_worker_imports_the_core_only() -> None:
    script = "import sys; sys.path.insert(0, sys.argv[1]); import ckrtool.probe.worker.main; print(*sorted(sys.modules))"
    words = [sys.executable, "-I", "-S", "-c", script, str(ROOT)]
    loaded = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
    ours = {name for name in loaded if name.startswith("ckrtool.")}
    allowed = (
        "ckrtool.cryptoki",
        "ckrtool.probe.worker",
        "ckrtool.probe.journal",
        "ckrtool.probe.protocol",
        "ckrtool.probe.hardening",
        "ckrtool.probe.waiting",
        "ckrtool._parent",
        "ckrtool._tables",
    )
    assert {name for name in ours if not name.startswith(allowed)} == {"ckrtool.probe"}
    assert {"typing", "dataclasses", "inspect", "tomllib", "subprocess"}.isdisjoint(loaded)


@pytest.mark.parametrize(
    ("program", "words"),
    [("exit 1", "exit code 1"), ("kill -9 $$", "SIGKILL"), ("echo no memory >&2; exit 3", "exit code 3")],
)
def test_a_worker_that_is_gone_before_it_begins_is_our_fault_and_tried_once(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, words: str
) -> None:
    interpreter = tmp_path / "python"
    interpreter.write_text(f"#!/bin/sh\n{program}\n")
    interpreter.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(interpreter))
    result = supervisor.run(plan(fake, digest_sequence("one"), digest_sequence("two")))
    assert [(one.outcome, one.reason) for one in result.sequences] == [
        ("failed", f"broken: the worker ended before its first call ({words})"),
        ("skipped", "broken-start"),
    ]
    assert (result.load.kind, len(result.workers)) == ("broken-start", 1)
    assert result.load.detail == ("no memory" if "echo" in program else None)


@pytest.mark.parametrize("word", ["begin", "enter", "leave"])
def test_an_exception_of_the_callers_hook_leaves_no_worker(fake: Path, word: str) -> None:
    def hook(_name: str, message: dict[str, object]) -> None:
        if message["m"] == word:
            raise LookupError("a fault of the caller's")

    with pytest.raises(LookupError):
        supervisor.run(
            plan(fake, digest_sequence()),
            env={**os.environ, "CKR_FAKE": "hang-ignore-term:C_Digest;slow:C_OpenSession"},
            on_event=hook,
        )
    assert workers_of(os.getpid()) + servers_of(os.getpid()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into their memory")
def test_the_fork_server_has_neither_module_nor_threads_nor_what_a_worker_is_given(fake: Path) -> None:
    seen: dict[str, object] = {}

    def look(_name: str, message: dict[str, object]) -> None:
        if message.get("f") != "C_Login" or message["m"] != "enter":
            return
        (server,) = servers_of(os.getpid())
        (worker,) = workers_of(os.getpid())
        for name, pid in (("server", server), ("worker", worker)):
            folder = Path(f"/proc/{pid}")
            seen[name] = (folder / "maps").read_text()
            seen[f"{name} status"] = (folder / "status").read_text()
            seen[f"{name} session"] = os.getsid(pid)
            seen[f"{name} limits"] = (folder / "limits").read_text()
            seen[f"{name} files"] = sorted(str(one.readlink()) for one in (folder / "fd").iterdir())
        seen["parent"] = Path(f"/proc/{worker}/stat").read_text().rpartition(") ")[2].split()[1]
        with Path(f"/proc/{server}/mem").open("rb", 0) as memory:
            seen["pin in server"] = any(
                b"unlikely-" + b"5150" in block for block in blocks(memory, str(seen["server"]))
            )
        with Path(f"/proc/{worker}/mem").open("rb", 0) as memory:
            seen["pin in worker"] = any(
                b"unlikely-" + b"5150" in block for block in blocks(memory, str(seen["worker"]))
            )

    result = supervisor.run(
        plan(fake, digest_sequence(), login_sequence("login"), pin=PIN),
        pin=b"unlikely-5150",
        env={"CKR_FAKE": "slow:C_Login", "CKR_FAKE_PIN": "x"},
        on_event=look,
    )
    assert result.login_rv == 0xA0
    assert str(fake) in str(seen["worker"])
    assert str(fake) not in str(seen["server"])
    assert "libcrypto" not in str(seen["server"])  # a module may use it too, and must find it new
    assert (seen["pin in worker"], seen["pin in server"]) == (True, False)
    assert seen["parent"] == str(os.getpid())
    assert len({seen["server session"], seen["worker session"], os.getsid(0)}) == 3
    for name in ("server", "worker"):
        assert "Threads:\t1\n" in str(seen[f"{name} status"])
        core = next(line for line in str(seen[f"{name} limits"]).splitlines() if line.startswith("Max core"))
        assert core.split()[4:6] == ["0", "0"]
    assert not [one for one in seen["worker files"] if "socket" in one]  # type: ignore[attr-defined]


def blocks(memory: BinaryIO, maps: str) -> Iterator[bytes]:
    """Give the writable memory of a process, but that of files."""
    for line in maps.splitlines():
        area, rights, _, _, inode = line.split()[:5]
        if rights.startswith("rw") and inode == "0":
            first, last = (int(end, 16) for end in area.split("-"))
            with contextlib.suppress(OSError, ValueError):
                memory.seek(first)
                yield memory.read(last - first)


def test_workers_start_by_themselves_where_the_fork_server_is_lost(
    fake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forkserver, "_START", "import sys; sys.exit(1)")
    result = supervisor.run(plan(fake, digest_sequence("one"), digest_sequence("two")), env={"CKR_FAKE": ""})
    assert [one.outcome for one in result.sequences] == ["passed", "passed"]


def test_messages_once_and_in_order() -> None:
    fd = journal.create()
    reading, writing = os.pipe()
    reader = journal.Reader(fd)
    writer = journal.Writer(fd, writing)
    assert reader.messages() == []
    writer.write({"m": "enter", "f": "C_Login"})
    writer.write({"m": "leave", "f": "ünï\n"})
    assert [message["f"] for message in reader.messages()] == ["C_Login", "ünï\n"]
    assert reader.messages() == []
    assert os.read(reading, 10) == b".."
    os.close(writing)
    writer.write({"m": "done"})
    assert not writer.wakeup_is_open()
    assert reader.messages() == [{"m": "done"}]
    os.close(reading)


def test_a_descriptor_that_became_something_else_is_not_written_to(tmp_path: Path) -> None:
    fd = journal.create()
    reading, writing = os.pipe()
    writer = journal.Writer(fd, writing)
    other = os.open(tmp_path / "other", os.O_WRONLY | os.O_CREAT)
    os.dup2(other, writing)
    writer.write({"m": "done"})
    assert (tmp_path / "other").read_bytes() == b""
    for one in (reading, writing, other):
        os.close(one)


@pytest.mark.parametrize("damage", [b"\xff" * 8, b"\0" * 8, (1 << 40).to_bytes(8, "little")])
def test_a_journal_that_was_written_over_gives_nothing_instead_of_an_error(damage: bytes) -> None:
    fd = journal.create()
    reader = journal.Reader(fd)
    os.pwrite(fd, damage, 8)
    assert reader.messages() == []
    os.pwrite(fd, b'not json\n[1]\n{"m": 3}\n{"m":"done"}\n' + b"\xff\n", JOURNAL_HEADER)
    os.pwrite(fd, (40).to_bytes(8, "little"), 8)
    assert reader.messages() == [{"m": "done"}]
    os.close(fd)
