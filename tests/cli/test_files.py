"""write_whole: the old content or all of the new, never something between."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ckrtool.cli.files import write_whole
from ckrtool.errors import SurroundingsError


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_writes_text_as_utf8_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "r.json", "Schlüssel\n")
    assert (tmp_path / "r.json").read_bytes() == "Schlüssel\n".encode()
    assert names(tmp_path) == ["r.json"]


def test_a_lone_surrogate_is_no_traceback(tmp_path: Path) -> None:
    write_whole(tmp_path / "r.txt", "a\udcffb")
    assert (tmp_path / "r.txt").read_bytes() == b"a\\udcffb"


def test_new_file_gets_what_the_umask_leaves_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", b"1")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    (tmp_path / "new").chmod(0o604)
    write_whole(tmp_path / "new", b"2")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o604


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"x" * 100_000)
    reader.join()
    assert got == [b"x" * 100_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["missing/folder/r.json", "", "n" * 300, "nul\0byte"])
def test_what_cannot_be_written_is_exit_3_and_names_the_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(SurroundingsError) as caught:
        write_whole(tmp_path / name, b"x")
    assert caught.value.exit_code == 3
    assert name.replace("\0", "\\x00") in caught.value.message
    assert names(tmp_path) == []


def test_a_full_disk_leaves_the_old_content(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError):
        write_whole("/dev/full", b"x")
    target = tmp_path / "r.json"
    target.write_text("old")
    program = (
        "import resource, signal, sys\n"
        "from ckrtool.cli.files import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_whole(sys.argv[1], b'x' * 5000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, target], capture_output=True, text=True, check=False
    )
    assert "SurroundingsError" in done.stderr
    assert target.read_text() == "old"
    assert names(tmp_path) == ["r.json"]


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_our_own_descriptors_are_written_to_as_they_are(name: str) -> None:
    code = f"""
import ctypes, os
from ckrtool.cli.files import expect_writable, write_whole
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
expect_writable({name!r})
write_whole({name!r}, "to a pipe")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"to a pipe", b"")
