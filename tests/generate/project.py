"""A copy of the project that a test may change as a contributor would, and the commands run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.conftest import ROOT, Ran

if TYPE_CHECKING:
    from pathlib import Path

COPIED = ("ckrtool", "completions", "man")


@dataclass(frozen=True)
class Project:
    """A copy of the package with what is generated from it, below `root`."""

    root: Path

    def file(self, path: str) -> Path:
        """Return a file of the copy."""
        return self.root / path

    def change(self, path: str, old: str, new: str) -> None:
        """Replace text that occurs in a file."""
        text = self.file(path).read_text("utf-8")
        assert old in text, path
        self.file(path).write_text(text.replace(old, new, 1), "utf-8")

    def line(self, path: str, text: str) -> int:
        """Return the number of the first line with that text."""
        lines = self.file(path).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def generate(self, *arguments: str) -> Ran:
        """Run the generator in the copy."""
        return self.run("-m", "ckrtool._generate", *arguments)

    def ckr(self, *arguments: str) -> Ran:
        """Run the copy's `ckr`."""
        return self.run("-m", "ckrtool", *arguments)

    def run(self, *arguments: str) -> Ran:
        """Run Python in the copy."""
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.root),
            "PYTHONPATH": str(self.root),
            "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self.root, env=env, capture_output=True, text=True, check=False, timeout=120
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)


def copied(folder: Path) -> Project:
    """Return a copy in an empty folder."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Project(folder)
