"""ckr.pyz: the whole program as one file, on Pythons without any package."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool._generate import pyz
from tests.conftest import ROOT, Ran

if TYPE_CHECKING:
    from tests.conftest import Ckr
    from tests.tokens import Token

MINORS = (11, 12, 13, 14, 15)
LOG = b"C_OpenSession: 0\nsign: C_Sign returned 0x30\nnothing\nC_Login failed: rv = 0xa0\n"


def pythons() -> list[str]:
    """Return an interpreter of each minor version that this host has: on the PATH, or installed beside the running one.

    None of a virtual environment: what the probe starts there would find the environment's packages.
    """
    found = []
    for minor in MINORS:
        name = f"python3.{minor}"
        beside = [str(path) for path in Path(sys.base_prefix).parent.glob(f"*/bin/{name}")]
        for path in filter(None, [shutil.which(name), *beside]):
            asked = subprocess.run(
                [path, "-I", "-c", "import sys; print(sys.version_info[1], sys.prefix == sys.base_prefix)"],
                capture_output=True,
                text=True,
                check=False,
            )
            if asked.stdout.split() == [str(minor), "True"]:
                found.append(path)
                break
    return found


PYTHONS = pythons() or [sys.executable]
# Each case on the oldest Python; on the others one case, and the rest at night.
OLDEST = PYTHONS[:1]
LATER = [pytest.param(path, marks=pytest.mark.nightly("every case on every Python")) for path in PYTHONS[1:]]
INSTALLED: dict[tuple[str, ...], Ran] = {}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, built by the documented command."""
    target = tmp_path_factory.mktemp("pyz") / "ckr.pyz"
    subprocess.run(
        [sys.executable, "-m", "ckrtool._generate.pyz", str(target)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    return target


def run(
    python: str,
    archive: Path,
    ckr: Ckr,
    *arguments: str,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the file without site-packages, user's packages, PYTHONPATH."""
    surroundings = {key: value for key, value in ckr.env.items() if key != "PYTHONPATH"} | (env or {})
    return subprocess.run(
        [python, "-I", "-S", str(archive), *arguments],
        input=stdin,
        capture_output=True,
        env=surroundings,
        cwd=ckr.home,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("python", [*OLDEST, *LATER], ids=lambda path: Path(path).name)
@pytest.mark.parametrize(
    "arguments",
    [
        ["decode", "0xA0", "CKR_PIN_LOCKED", "--json"],
        ["decode", "0x1234"],
        ["explain", "0x000000A0"],
        ["explain", "0x5", "--function", "C_Initialize", "--module", "libsofthsm2.so", "--json"],
        ["returns", "C_Login"],
        ["check", "C_Sign", "CKR_TOKEN_NOT_PRESENT"],
        ["precedence", "0xE0", "0xB3"],
        ["annotate"],
        ["annotate", "--json"],
        ["scan"],
        ["list", "codes", "--csv"],
        ["completion", "zsh"],
        ["probe", "--show-sequence", "digest"],
        ["probe", "--help"],
        ["nope"],
    ],
    ids=" ".join,
)
def test_answers_as_the_installed_program_does(
    archive: Path, ckr: Ckr, python: str, arguments: list[str]
) -> None:
    ran = run(python, archive, ckr, *arguments, stdin=LOG)
    installed = INSTALLED.get(tuple(arguments)) or ckr(*arguments, stdin=LOG)
    INSTALLED[tuple(arguments)] = installed
    assert (ran.returncode, ran.stdout.decode()) == (installed.status, installed.out)
    assert ran.stderr.decode() == installed.err


@pytest.mark.parametrize("python", PYTHONS[1:], ids=lambda path: Path(path).name)
def test_starts_on_every_python(archive: Path, ckr: Ckr, python: str) -> None:
    assert run(python, archive, ckr, "explain", "0xA0").stdout.decode() == ckr("explain", "0xA0").out


@pytest.mark.parametrize("python", sorted({PYTHONS[0], PYTHONS[-1]}), ids=lambda path: Path(path).name)
def test_probes_a_token(archive: Path, ckr: Ckr, python: str, tmp_path: Path, token: Token) -> None:
    (tmp_path / "pin").write_text(token.pin)
    arguments = [
        "probe",
        "--module",
        str(token.module),
        "--token",
        token.label,
        "--pin-source",
        f"file:{tmp_path / 'pin'}",
        "--json",
    ]
    ran = run(python, archive, ckr, *arguments, env=token.env)
    assert ran.returncode == 0, ran.stderr
    report = json.loads(ran.stdout)
    outcomes = {entry["name"]: entry["outcome"] for entry in report["sequences"]}
    assert {outcomes[name] for name in ("load", "identity", "digest", "login", "sign", "encrypt")} == {
        "passed"
    }
    # The child that would use python-pkcs11 sees this Python's own packages; here it finds one that can't be imported.
    (tmp_path / "pkcs11.py").write_text("raise ImportError('built for another Python')\n")
    application = run(
        python,
        archive,
        ckr,
        *arguments,
        "--sequence",
        "application",
        env={**token.env, "PYTHONPATH": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")},
    )
    report = json.loads(application.stdout)
    assert report["sequences"][-1]["outcome"] == "skipped"
    missing = report["findings"][0]
    assert (missing["severity"], missing["id"]) == ("warning", "python-pkcs11-missing")
    assert "built for another Python" in missing["detail"]
    assert (application.returncode, application.stderr) == (1, b"")
    assert not list((tmp_path / "state").rglob("*.json")), "nothing logged in, so no mark stays"


@pytest.mark.parametrize("python", [*OLDEST, *LATER], ids=lambda path: Path(path).name)
@pytest.mark.parametrize("arguments", [["explain", "0xA0"], ["--help"], ["decode", "--help"]], ids=" ".join)
def test_has_its_looks_on_a_terminal(archive: Path, ckr: Ckr, python: str, arguments: list[str]) -> None:
    parent, child = pty.openpty()
    env = {key: value for key, value in ckr.env.items() if key != "PYTHONPATH"} | {
        "TERM": "xterm-256color",
        "COLUMNS": "80",
    }
    process = subprocess.Popen(
        [python, "-I", "-S", str(archive), *arguments], stdin=child, stdout=child, stderr=child, env=env
    )
    os.close(child)
    shown = b""
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(parent)
    assert process.wait(60) == 0
    assert b"\x1b[" in shown
    assert b"Traceback" not in shown


def test_says_what_is_inside(archive: Path, ckr: Ckr) -> None:
    ran = run(PYTHONS[0], archive, ckr, "--version", "--json")
    dependencies = json.loads(ran.stdout)["dependencies"]
    assert dependencies["python-pkcs11"] is None
    assert None not in (dependencies["typer"], dependencies["rich"], dependencies["platformdirs"])


def test_modules_come_compiled(archive: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(archive)!r}); import ckrtool.values.parser as ours, typer; print(ours.__spec__.origin, typer.__spec__.origin)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert [Path(name).suffix for name in done.stdout.split()] == [".pyc", ".pyc"]


def test_content(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        names = set(opened.namelist())
        assert opened.testzip() is None
        everything = b"".join(opened.read(name) for name in names)
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ckrtool").rglob("*.py")
        if "_generate" not in path.parts
    }
    assert ours <= names
    assert {f"{name}c" for name in ours} <= names
    assert not [
        name
        for name in names
        if "_generate" in name or "__pycache__" in name or name.startswith(("tests", "pkcs11/"))
    ]
    assert not [name for name in names if re.search(r"\.(so|pyd|dylib)$", name)]
    assert {"LICENSE", "ckrtool/data/standard/NOTICE.md", "ckrtool/data/report.css"} <= names
    folders = {name.split("/")[0] for name in names if ".dist-info/" in name}
    assert len(folders) == len(pyz.DISTRIBUTIONS)
    for folder in folders:
        assert [
            name for name in names if name.startswith(folder) and re.search("licen|copying", name.lower())
        ], folder
    assert str(ROOT).encode() not in everything
    assert sys.prefix.encode() not in everything


def test_starts_by_itself(archive: Path, ckr: Ckr, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python3").symlink_to(PYTHONS[-1])
    ran = subprocess.run(
        [str(archive), "decode", "0"],
        capture_output=True,
        env={**ckr.env, "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "PYTHONPATH": ""},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"0x00000000  CKR_OK")


def test_the_same_bytes_each_time(archive: Path, tmp_path: Path) -> None:
    assert pyz.build(tmp_path / "2.pyz").read_bytes() == archive.read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["2.pyz"]


def test_an_older_python_is_told_so(archive: Path) -> None:
    old = [
        path for minor in (10, 9, 8) for path in Path(sys.base_prefix).parent.glob(f"*/bin/python3.{minor}")
    ]
    if not old:
        pytest.skip("no older Python beside this one")
    done = subprocess.run(
        [str(old[0]), str(archive), "decode", "0"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert "Python 3.11 or later is needed" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["a", "b"], ["--help"]])
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert pyz.main(arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_a_folder_that_cant_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert pyz.main(["/dev/null/ckr.pyz"]) == 1
    assert "/dev/null" in capsys.readouterr().err
