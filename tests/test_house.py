"""The house: who may import whom, and what a command does not import."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ROOT / "ckrtool"
TESTS = ROOT / "tests"
# What every package may import: it imports nothing of the package itself.
GROUND = {
    "errors",
    "exitcodes",
    "numerals",
    "printable",
    "_lazy_re",
    "_named_tuples",
    "_parent",
    "_records",
    "_tables",
}
# Every top-level package and module -> what of the others it may import besides the ground. `tracing` is
# places for what is to come; a package that is not listed here fails the test.
LAWS = {
    "exitcodes": set(),
    "_lazy_re": set(),
    "_named_tuples": set(),
    "_parent": set(),
    "_records": set(),
    "numerals": set(),
    "printable": set(),
    "errors": {"exitcodes"},
    "schema": set(),
    "config": {"schema"},
    "knowledge": {"config", "schema"},
    "values": {"knowledge", "schema"},
    "cryptoki": set(),
    "calls": {"cryptoki"},
    "logs": {"knowledge", "values", "calls"},
    "diagnosis": {"calls", "logs", "knowledge"},
    "probe": {"__version__", "knowledge", "cryptoki", "calls", "diagnosis", "schema", "config"},
    "render": {"knowledge", "values", "logs", "calls", "diagnosis", "probe", "cryptoki", "schema", "config"},
    "cli": {
        "__version__",
        "cryptoki",
        "knowledge",
        "values",
        "logs",
        "calls",
        "diagnosis",
        "probe",
        "render",
        "schema",
        "config",
    },
    "_results": set(),
    "_inputs": {"knowledge", "values", "logs"},
    "_api": {"_inputs", "_results", "knowledge", "values", "logs", "render", "diagnosis"},
    "_exception_codes": {"_api", "_inputs", "knowledge", "values", "logs"},
    "_exceptions": {"_api", "_inputs", "_exception_codes"},
    "logging": {"logs"},
    "_pytest_plugin": {"check"},
    "__main__": {"cli"},
    "_generate": {"__version__", "cli", "render", "probe", "schema", "knowledge", "values", "logs"},
}
MOST_AT_THE_TOP = 16  # names with a leading underscore not counted

# The rooms of the probe -> what of the probe each may import besides itself. What stands outside the rooms is between two of them;
# `request` and `run` are above them all.
ROOMS = {
    "facts": set(),
    "worker": {"protocol", "journal", "hardening", "waiting"},
    "supervision": {"protocol", "journal", "hardening", "results", "pin", "waiting"},
    "pin": {"protocol", "hardening"},
    "target": set(),
    "sequences": set(),
    "reporting": {"facts"},
    "judge": {"protocol", "sequences", "facts", "target", "verify"},
    "verify": set(),
    "protocol": set(),
    "journal": {"protocol"},
    "hardening": set(),
    "waiting": set(),
    "results": set(),
}


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module, without what is for type checkers only."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    return tree


def modules() -> list[Path]:
    """Return the package's modules, without compiled tables."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "_tables" not in path.parts]


def imported(path: Path) -> set[str]:
    """Return the names of the package that a module imports, inside functions too, but not for type checkers."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ckrtool"):
            parts = (node.module or "").split(".")[1:]
            found |= {parts[0]} if parts else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("ckrtool.")}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_laws_of_imports(path: Path) -> None:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if first == "__init__":
        assert not imported(path)
        return
    assert first in LAWS, f"{first} is new at the top of the package: give it a law in LAWS"
    ground = set() if first in GROUND else GROUND
    assert imported(path) <= LAWS[first] | ground | {first}


def test_tests_mirror_the_package() -> None:
    """`api` tests what `import ckrtool` offers, `generate` the generator; files right in tests/ are about the project as a whole."""
    folders = {path.parent.relative_to(TESTS).parts[0] for path in TESTS.glob("*/test_*.py")}
    assert folders - {"api", "generate"} <= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_top_of_the_package_can_be_drawn() -> None:
    tops = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules()}
    assert len([name for name in tops if not name.startswith("_")]) <= MOST_AT_THE_TOP


def test_laws_have_no_circle_and_their_imports_no_way_up() -> None:
    left = {name: others - {"__version__"} for name, others in LAWS.items()}
    while free := [name for name, others in left.items() if not others & set(left)]:
        for name in free:
            del left[name]
    assert not left


def dotted(path: Path) -> str:
    """Return a module's full name."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def arrows() -> dict[str, set[str]]:
    """Return which module of the package imports which, inside functions too."""
    known = {dotted(path) for path in modules()}
    found: dict[str, set[str]] = {name: set() for name in known}
    for path in modules():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module:
                found[dotted(path)] |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
            elif isinstance(node, ast.Import):
                found[dotted(path)] |= {alias.name for alias in node.names}
    return {name: {other for other in others & known if other != name} for name, others in found.items()}


def room(name: str) -> str | None:
    """Return the probe's room that a module is in; None for modules of other parts."""
    parts = name.split(".")
    return parts[2] if parts[:2] == ["ckrtool", "probe"] and len(parts) > 2 else None


@pytest.mark.parametrize("name", sorted(ROOMS))
def test_rooms_of_the_probe(name: str) -> None:
    found = {module: others for module, others in arrows().items() if room(module) == name}
    assert found, f"there is no {name}"
    for module, others in found.items():
        assert {room(other) for other in others} - {name, None} <= ROOMS[name], module
        parts = {other.split(".")[1] for other in others if "." in other}
        assert name != "worker" or parts <= {"cryptoki", "probe", "_tables"}, module


def test_no_circle_of_imports() -> None:
    left = dict(arrows())
    while free := [name for name, others in left.items() if not others & set(left)]:
        for name in free:
            del left[name]
    on_circles = {name: sorted(others & set(left)) for name, others in left.items()}
    tied = {
        name: others
        for name, others in on_circles.items()
        if any(name in on_circles.get(other, []) for other in others)
    }
    assert not left, tied or on_circles


def test_nobody_imports_click() -> None:
    for path in modules():
        for node in ast.walk(parsed(path)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] == "click"], path


def test_no_possessive_group_in_patterns_of_logs() -> None:
    """Python 3.11.2 loses the place of a capturing group around a possessive or an atomic group; 3.11.7 does not."""
    groups = re.compile(r"(?<!\\)\)(?:\*\+|\+\+|\?\+)|\(\?>")
    files = [*(ROOT / "ckrtool/logs").rglob("*.py"), *(ROOT / "ckrtool/data/dialects").glob("*.toml")]
    assert files
    assert [path.name for path in files if groups.search(path.read_text("utf-8"))] == []


def test_one_module_parses_toml() -> None:
    """Nothing else has the limits that keep hostile files harmless."""
    found = [
        str(path.relative_to(PACKAGE))
        for path in modules()
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.Import) and any(alias.name == "tomllib" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "tomllib")
    ]
    assert found == ["schema/toml_reader.py"]


def test_only_the_command_line_prints_and_exits() -> None:
    for path in modules():
        if path.relative_to(PACKAGE).parts[0] in {"cli", "_generate", "__main__.py"}:
            continue
        for node in ast.walk(parsed(path)):
            called = node.func if isinstance(node, ast.Call) else None
            assert not (isinstance(called, ast.Name) and called.id in {"print", "exit", "input"}), path
            assert not (
                isinstance(called, ast.Attribute)
                and called.attr == "exit"
                and getattr(called.value, "id", "") == "sys"
            ), path


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that a run of `ckr` in a pipe has loaded at its end."""
    code = (
        "import sys\n"
        f"sys.argv = ['ckr', *{list(arguments)!r}]\n"
        "from ckrtool.cli.main import main\n"
        "status = main()\n"
        "sys.stderr.write('\\n' + ' '.join(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"HOME": "/nonexistent"},
    )
    return set(done.stderr.splitlines()[-1].split())


HEAVY = {
    "re",
    "typing",
    "dataclasses",
    "tomllib",
    "platformdirs",
    "rich",
    "typer",
    "pkcs11",
    "subprocess",
    "ctypes",
    "difflib",
    "pathlib",
    "inspect",
    "socket",
}


@pytest.mark.parametrize(
    "arguments",
    [
        ("decode", "0xA0"),
        ("check", "C_Login", "0xA0"),
        ("explain", "0xA0"),
        ("returns", "C_Login"),
        ("explain", "0xA0", "--brief"),
    ],
)
def test_quick_answers_import_next_to_nothing(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)
    assert not loaded & (HEAVY | {"enum", "functools", "collections"})
    assert "json" not in loaded
    assert "ckrtool._tables.vendor_codes" not in loaded


@pytest.mark.parametrize(
    "arguments",
    [("decode", "0xA0", "--json"), ("explain", "0xA0", "--json"), ("returns", "C_Login", "--json")],
)
def test_json_answers_import_no_more_than_json(arguments: tuple[str, ...]) -> None:
    assert not loaded_by(*arguments) & (HEAVY - {"re"})


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (("list", "functions"), HEAVY - {"re"}),
        (("precedence", "5", "6"), HEAVY - {"re"}),
        (("annotate", "/dev/null"), HEAVY - {"re"}),
        (("scan", "/dev/null"), HEAVY - {"re"}),
        (("modules",), {"typer", "rich", "pkcs11", "ctypes"}),
        (("completion", "bash"), HEAVY),
        (
            ("report", "/dev/null", "--markdown"),
            {"typer", "rich", "pkcs11", "platformdirs", "ctypes", "tomllib"},
        ),
        (("probe", "--list-sequences"), {"typer", "rich", "pkcs11"}),
        (("--version",), HEAVY),
        (("--version", "--json"), {"typer", "rich", "pkcs11", "platformdirs", "ctypes", "tomllib"}),
    ],
)
def test_commands_import_what_they_need(arguments: tuple[str, ...], unneeded: set[str]) -> None:
    assert not loaded_by(*arguments) & unneeded


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (
            ("annotate", "/dev/null"),
            {"logs.line.read_line", "logs.line.result", "logs.failed_calls", "logs.redact"},
        ),
        (
            ("scan", "/dev/null"),
            {"logs.line.read_line", "logs.line.result", "logs.dialects.model", "logs.redact"},
        ),
        (("explain", "0xA0"), {"knowledge.legality", "knowledge.globs"}),
    ],
)
def test_commands_import_what_their_input_needs(arguments: tuple[str, ...], unneeded: set[str]) -> None:
    assert not loaded_by(*arguments) & {f"ckrtool.{name}" for name in unneeded}


def test_readers_of_lines_are_imported_for_the_first_candidate_line(tmp_path: Path) -> None:
    log = tmp_path / "app.log"
    log.write_text("a line\nrv = CKR_PIN_INCORRECT\n")
    assert "ckrtool.logs.line.read_line" in loaded_by("annotate", str(log))
