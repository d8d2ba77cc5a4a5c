"""`python -m ckrtool._generate.pyz [FILE]`: writes the program as one file, for hosts without internet (default: dist/ckr.pyz).

Run it in an environment where ckr is installed: the pure-Python packages that the command line needs are copied from there,
with their licences. The archive contains compiled modules for this Python's minor version, which start fast, and sources for
every supported Python. It does not contain python-pkcs11, which has a compiled part. The same inputs give the same bytes.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import re
import sys
import zipfile
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent
DEFAULT = ROOT / "dist/ckr.pyz"
# Packages that the command line imports, some of them only on a terminal.
DISTRIBUTIONS = (
    "typer",
    "rich",
    "platformdirs",
    "markdown-it-py",
    "mdurl",
    "pygments",
    "shellingham",
    "annotated-doc",
)
# Rich needs only the base of Pygments; its hundreds of lexers, styles and formatters would slow every start.
PYGMENTS = re.compile(
    r"pygments/(?:[a-z_]+\.py|(?:lexers|styles|formatters|filters)/(?:__init__|_mapping)\.py|styles/default\.py)"
)
# The data files that are read at run time; the sources of the tables are not.
DATA = (
    "LICENSE",
    "py.typed",
    "data/report.css",
    "data/sequences/",
    "data/cookbook/",
    "data/standard/NOTICE.md",
)
LEFT_OUT = ("_generate/",)
# The first line of the archive: any Python 3 on the PATH.
SHEBANG = b"#!/usr/bin/env python3\n"
MAIN = '''"""ckr as one file."""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write("ckr: Python 3.11 or later is needed; this is " + sys.version.split()[0] + "\\n")
    sys.exit(3)

from ckrtool.cli.main import process

process()
'''
# The earliest time that a ZIP file can store.
MOMENT = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16
MARSHAL = 2  # later versions depend on which objects are shared in memory, so that the bytes differ each time
UNCHECKED = 0b01  # flags of a .pyc: identified by the hash of its source, which is not checked


def build(target: Path) -> Path:
    """Write the executable archive and return its path; raise RuntimeError if a package is missing.

    An existing archive is replaced as a whole.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.tmp")
    with temporary.open("wb") as stream:
        stream.write(SHEBANG)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, content in sorted(members().items()):
                entry = zipfile.ZipInfo(name, MOMENT)
                entry.external_attr = READABLE
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
    temporary.chmod(0o755)
    temporary.replace(target)
    return target


def members() -> dict[str, bytes]:
    """Return name -> content of all members of the archive."""
    found = {"__main__.py": MAIN.encode(), "LICENSE": (ROOT / "LICENSE").read_bytes()}
    for name, content in [*_own(), *_others()]:
        found[name] = content
        if name.endswith(".py"):
            found[f"{name}c"] = compiled(name, content)
    return found


def compiled(name: str, source: bytes) -> bytes:
    """Return a module compiled for this Python, in the unchecked form of PEP 552: the time of its source does not matter."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    head = importlib.util.MAGIC_NUMBER + UNCHECKED.to_bytes(4, "little") + importlib.util.source_hash(source)
    return head + marshal.dumps(code, MARSHAL)


def _own() -> Iterator[tuple[str, bytes]]:
    """Yield the files of ckrtool: modules, and the data that is read at run time."""
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE).as_posix()
        if not path.is_file() or inside.startswith(LEFT_OUT) or "__pycache__" in inside:
            continue
        if path.suffix == ".py" or inside.startswith(DATA):
            yield f"ckrtool/{inside}", path.read_bytes()


def _others() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the other packages, with their metadata and licences."""
    for name in DISTRIBUTIONS:
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError as missing:
            raise RuntimeError(f"{name} is not installed here; install ckr first, then build") from missing
        for file in distribution.files or ():
            if _wanted(file.as_posix()):
                yield file.as_posix(), Path(os.fspath(file.locate())).read_bytes()


def _wanted(name: str) -> bool:
    """Return whether a file of a distribution is included: modules, METADATA, licences."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "__pycache__" in path.parts:
        return False
    if path.parts[0].endswith(".dist-info"):
        return (
            path.name == "METADATA"
            or "licen" in name.lower()
            or path.name.upper().startswith(("COPYING", "AUTHORS"))
        )
    if path.parts[0] == "pygments":
        return PYGMENTS.fullmatch(name) is not None
    return path.suffix == ".py"


def main(arguments: list[str]) -> int:
    """Build the archive, print its path and size, and return the exit status."""
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        sys.stderr.write("usage: python -m ckrtool._generate.pyz [FILE]\n")
        return 2
    try:
        made = build(Path(arguments[0]) if arguments else DEFAULT)
    except (RuntimeError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(
        f"{made} ({made.stat().st_size // 1024} KiB, compiled for Python {sys.version_info[0]}.{sys.version_info[1]})\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
