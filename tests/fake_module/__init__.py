"""A PKCS #11 module that misbehaves on demand; fake.c says how. Needs a C compiler."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("fake.c")
INTERFACES = Path(__file__).with_name("interfaces.c")
BUILD = Path(__file__).with_name("build")


USED = '#include <pthread.h>\n#include <stdio.h>\nint main(void) { return puts(""); }\n'


@cache
def compiler() -> str | None:
    """Return the path of a C compiler that makes a shared object with the C library's headers, None where there is none."""
    for path in filter(None, map(shutil.which, ("gcc", "cc"))):
        command = [path, "-x", "c", "-shared", "-fPIC", "-o", os.devnull, "-", "-lpthread"]
        if subprocess.run(command, input=USED.encode(), capture_output=True, check=False).returncode == 0:
            return path
    return None


def _needed() -> str:
    """Return the path of the C compiler; without one the test that asks is skipped."""
    found = compiler()
    return found or pytest.skip("no C compiler")


def build(*more: Path) -> Path:
    """Compile fake.c (with more sources) unless that has been done, and return the module's path; the name follows from the sources."""
    sources = (SOURCE, *more)
    mark = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    module = BUILD / f"fake-{mark}.so"
    if not module.exists():
        cc = _needed()
        BUILD.mkdir(exist_ok=True)
        unfinished = BUILD / f"fake-{mark}.{os.getpid()}"
        command = [
            cc,
            "-shared",
            "-fPIC",
            "-O1",
            "-Wall",
            "-Wextra",
            "-o",
            str(unfinished),
            *map(str, sources),
            "-lpthread",
        ]
        subprocess.run(command, check=True)
        unfinished.replace(module)
    return module


def shared_object(folder: Path, name: str, source: str, *options: str) -> Path:
    """Compile a few lines of C to a shared object (or whatever the options make of them) in a folder."""
    cc = _needed()
    text = folder / f"{name}.c"
    text.write_text(source)
    target = folder / name
    subprocess.run([cc, "-shared", "-fPIC", "-o", str(target), str(text), *options], check=True)
    return target
