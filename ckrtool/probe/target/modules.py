"""Finds PKCS #11 modules: by name for `ckr probe`, all of them for `ckr modules`. Nothing is loaded.

The current directory and LD_LIBRARY_PATH are not searched: which module is probed must not depend on where ckr is started.
"""

from __future__ import annotations

import os
from pathlib import Path

from ckrtool._records import record
from ckrtool.config import loader
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.knowledge import stacks
from ckrtool.knowledge.globs import Globs
from ckrtool.probe.target import p11kit

LARGEST_CACHE = 8 * 1024 * 1024
# Folders that contain only PKCS #11 modules and their files; {triplet} is the multiarch name.
OWN_FOLDERS = (
    "/usr/lib/{triplet}/pkcs11", "/usr/lib/pkcs11", "/usr/lib64/pkcs11", "/usr/local/lib/pkcs11", "/usr/local/lib64/pkcs11",
    "/usr/lib/{triplet}/softhsm", "/usr/lib/softhsm", "/usr/lib64/softhsm", "/usr/local/lib/softhsm", "/usr/local/lib64/softhsm",
    "/usr/lib/{triplet}/opencryptoki", "/usr/lib/opencryptoki", "/usr/lib64/opencryptoki", "/opt/homebrew/lib/pkcs11",
    "/opt/homebrew/lib/softhsm",
)  # fmt: skip
# Folders that also contain other libraries: only file names of known modules count there.
SHARED_FOLDERS = (
    "/usr/lib/{triplet}", "/usr/lib/{triplet}/nss", "/usr/lib64", "/usr/lib", "/usr/local/lib", "/usr/local/lib64",
    "/opt/nfast/toolkits/pkcs11",
    "/opt/cloudhsm/lib", "/usr/safenet/lunaclient/lib", "/opt/safenet/lunaclient/lib", "/opt/safenet/protecttoolkit7/ptk/lib",
    "/opt/utimaco/lib", "/opt/utimaco/p11/lib", "/opt/homebrew/lib",
)  # fmt: skip
# Environment variables that name a module for other tools.
VARIABLES = (
    "PKCS11_MODULE", "PKCS11_MODULE_PATH", "PKCS11_PROVIDER_MODULE", "PKCS11_LIBRARY", "PKCS11_LIB", "PKCS11SPY",
    "PYKCS11LIB", "P11_MODULE",
    "SOFTHSM2_MODULE",
)  # fmt: skip
ARCHITECTURES = {
    "x86_64": "x86-64",
    "aarch64": "AArch64",
    "ppc64le": "64bit",
    "s390x": "64bit",
    "riscv64": "libc6",
}


@record(frozen=True)
class Module:
    """A module of this host: its name, its file, and where it was found."""

    name: str
    path: str
    source: str

    @property
    def exists(self) -> bool:
        """Return whether the file exists."""
        return Path(self.path).exists()

    def as_dict(self) -> dict[str, object]:
        """Return the entry of the module in `ckr modules --json`."""
        return {"name": self.name, "path": self.path, "source": self.source, "exists": self.exists}


@record(frozen=True)
class Choice:
    """The file that a module name was resolved to, and by which rule (`found_by` of the report)."""

    path: str
    found_by: str


def resolve(name: str) -> Choice:
    """Return the file of the module `name`: a path if it has a slash, else the first match of the search.

    Raises UsageError if the name is invalid, SurroundingsError if no module has that name.
    """
    if not name or "\0" in name:
        raise UsageError(
            "--module: an empty name, or one with a NUL",
            "Give a path with a slash or a name that `ckr modules` shows.",
        )
    if "/" in name:
        return Choice(os.path.abspath(name), "path")  # noqa: PTH100 - symbolic links stay as given
    for found in (_by_alias, _by_p11kit, _in_folders, _in_cache):
        choice = found(name)
        if choice is not None:
            return choice
    known = sorted({module.name for module in everything()})
    from difflib import get_close_matches

    near = get_close_matches(name, known, 3, 0.5)
    hint = f"Did you mean {', '.join(near)}? " if near else ""
    raise SurroundingsError(
        f"no module named {name!r} was found",
        f"{hint}Run `ckr modules` to list the modules of this host; a path must contain a slash (./{name}).",
    )


def everything() -> list[Module]:
    """Return the modules of this host: aliases, modules of p11-kit, files in well-known folders, and files named by variables."""
    found = [Module(name, path, file) for name, (path, file) in sorted(aliases().items())]
    found += [Module(entry.name, entry.path, entry.source) for entry in _registered()]
    found += [Module(Path(path).name, path, f"folder {Path(path).parent}") for path in _folder_files()]
    found += [
        Module(Path(value).name, value, f"variable {variable}")
        for variable in VARIABLES
        if (value := os.environ.get(variable, "")) and "\0" not in value
    ]
    return _distinct(found)


def aliases() -> dict[str, tuple[str, str]]:
    """Return the aliases of the configuration: name → (path of the module, path of the configuration file).

    Raises the exceptions of `config.load`.
    """
    return {name: (alias.path, alias.file) for name, alias in loader.load().aliases.items()}


def _by_alias(name: str) -> Choice | None:
    found = aliases().get(name)
    return None if found is None else Choice(found[0], "alias")


def _by_p11kit(name: str) -> Choice | None:
    entries = _registered()
    for entry in entries:
        if name in (entry.name, f"{entry.name}.module"):
            return Choice(entry.path, "p11-kit module")
    for entry in entries:
        if Path(entry.path).name in _file_names(name):
            return Choice(entry.path, "p11-kit file")
    return None


def _in_folders(name: str) -> Choice | None:
    for folder in _folders(OWN_FOLDERS) + _folders(SHARED_FOLDERS):
        for file in _file_names(name):
            if (path := Path(folder) / file).is_file():
                return Choice(str(path), "folder")
    return None


def _in_cache(name: str) -> Choice | None:
    cache = loader_cache()
    for file in _file_names(name):
        if file in cache:
            return Choice(cache[file], "loader cache")
    return None


def loader_cache() -> dict[str, str]:
    """Return the paths of the loader cache for this architecture, by file name; empty if there is no such cache."""
    program = next(
        (path for path in ("/sbin/ldconfig", "/usr/sbin/ldconfig") if os.access(path, os.X_OK)), None
    )
    if program is None:
        return {}
    import platform
    import subprocess

    try:
        done = subprocess.run(
            [program, "-p"], capture_output=True, timeout=10, check=False, env={"LC_ALL": "C"}
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    wanted = ARCHITECTURES.get(platform.machine(), "libc6")
    found: dict[str, str] = {}
    for line in done.stdout[:LARGEST_CACHE].decode("utf-8", "replace").splitlines():
        label, arrow, path = line.strip().partition(" => ")
        file, _, flags = label.partition(" ")
        if arrow and wanted in flags:
            found.setdefault(file, path)
    return found


def _file_names(name: str) -> tuple[str, ...]:
    """Return the file names that a name without a slash may refer to."""
    return (name,) if ".so" in name or name.endswith(".dylib") else (name, f"{name}.so", f"lib{name}.so")


def _registered() -> list[p11kit.Registered]:
    return p11kit.registered(
        p11kit.folders(), _folders(OWN_FOLDERS)[0] if _folders(OWN_FOLDERS) else "/usr/lib/pkcs11"
    )


def _folders(patterns: tuple[str, ...]) -> list[str]:
    """Return the folders that exist, in order."""
    import platform

    triplet = f"{platform.machine()}-linux-gnu"
    return [folder for pattern in patterns if Path(folder := pattern.format(triplet=triplet)).is_dir()]


def _folder_files() -> list[str]:
    """Return the files in well-known folders that are modules according to their names."""
    known = Globs(
        pattern.lower()
        for facts in stacks.table().values()
        for pattern in facts.get("files", ())
        if facts["kind"] == "module"
    )
    own = [path for folder in _folders(OWN_FOLDERS) for path in _libraries(folder)]
    shared = [path for folder in _folders(SHARED_FOLDERS) for path in _libraries(folder, known)]
    return [str(path) for path in own + shared]


def _libraries(folder: str, known: Globs | None = None) -> list[Path]:
    """Return the libraries of a folder with known names (None: all), sorted; versioned names only if there is no plain one."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - creating a Path for each of thousands of libraries is slow
    except OSError:
        return []
    wanted = names if known is None else [name for name in names if known.first(name.lower()) is not None]
    files = [path for path in (Path(folder, name) for name in wanted) if path.is_file()]
    plain = [path for path in files if path.suffix in (".so", ".dylib")]
    targets = {path.resolve() for path in plain}
    return plain + [path for path in files if ".so." in path.name and path.resolve() not in targets]


def _distinct(modules: list[Module]) -> list[Module]:
    """Return the modules without duplicates of the same file under the same name."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for module in modules:
        key = (os.path.realpath(module.path), "" if module.source.startswith("folder") else module.name)
        if key not in seen:
            seen |= {key, (key[0], "")}
            kept.append(module)
    return kept
