"""A PKCS #11 module that misbehaves on demand; fake.c says how. Needs a C compiler."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("fake.c")
INTERFACES = Path(__file__).with_name("interfaces.c")
BUILD = Path(__file__).with_name("build")


def compiler() -> str | None:
    """Return the C compiler's path, None where there is none."""
    return shutil.which("gcc") or shutil.which("cc")


def build(*more: Path) -> Path:
    """Compile fake.c (with more sources) unless that has been done, and return the module's path; the name follows from the sources."""
    sources = (SOURCE, *more)
    mark = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    module = BUILD / f"fake-{mark}.so"
    if not module.exists():
        cc = compiler()
        assert cc, "no C compiler"
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
    cc = compiler()
    assert cc, "no C compiler"
    text = folder / f"{name}.c"
    text.write_text(source)
    target = folder / name
    subprocess.run([cc, "-shared", "-fPIC", "-o", str(target), str(text), *options], check=True)
    return target
