"""Every recipe of CONTRIBUTING.md, done literally and with its mistake; and the house picture against the package."""

from __future__ import annotations

import re
import shlex
import textwrap
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.test_readme import as_pattern

if TYPE_CHECKING:
    from tests.generate.project import Project

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPES = dict(re.findall(r"^### (Add .*?)\n(.*?)(?=^### |^## |\Z)", TEXT, re.DOTALL | re.MULTILINE))
FENCE = r"```\w+\n(?P<block>.*?)^ *```"
WRITE = re.compile(
    rf"Write `(?P<path>[^`]+)`[^\n]*(?:\n(?!\n)[^\n]*)*?:\n\n *{FENCE}", re.DOTALL | re.MULTILINE
)
APPEND = re.compile(rf"Append to `(?P<path>[^`]+)`:\n\n *{FENCE}", re.DOTALL | re.MULTILINE)
INSERT = re.compile(
    rf"Insert into `(?P<path>[^`]+)` after `(?P<line>[^`]+)`:\n\n(?P<indent> *){FENCE}",
    re.DOTALL | re.MULTILINE,
)
MISTAKE = re.compile(
    rf"^A mistake, `(?P<wrong>[^`]+)` for `(?P<right>[^`]+)` in `(?P<path>[^`]+)`:\n\n{FENCE}", re.DOTALL | re.MULTILINE
)  # fmt: skip
CONSOLE = re.compile(r"```console\n(.*?)^ *```", re.DOTALL | re.MULTILINE)


def follow(project: Project, recipe: str) -> None:
    """Write the files of a recipe."""
    for step in WRITE.finditer(recipe):
        assert not project.file(step["path"]).exists()
        project.file(step["path"]).write_text(textwrap.dedent(step["block"]), "utf-8")
    for step in APPEND.finditer(recipe):
        with project.file(step["path"]).open("a", encoding="utf-8") as stream:
            stream.write("\n" + textwrap.dedent(step["block"]))
    for step in INSERT.finditer(recipe):
        block = textwrap.indent(textwrap.dedent(step["block"]), "    ")
        project.change(step["path"], step["line"] + "\n", f"{step['line']}\n{block}")


def commands(block: str) -> list[tuple[str, str]]:
    """Return (command line, expected output) of a console block."""
    pieces = re.split(r"^\$ ", textwrap.dedent(block), flags=re.MULTILINE)[1:]
    return [(command, expected) for command, _, expected in (piece.partition("\n") for piece in pieces)]


def run(project: Project, line: str) -> tuple[int, str]:
    """Run `ckr` or `python` in the copy; return status and output."""
    program, *arguments = shlex.split(line.replace("tests/", f"{ROOT}/tests/"))
    ran = project.ckr(*arguments) if program == "ckr" else project.run(*arguments)
    return ran.status, ran.out + ran.err


@pytest.mark.parametrize("title", RECIPES)
def test_recipe(project: Project, title: str) -> None:
    recipe = RECIPES[title]
    follow(project, recipe)
    mistake = MISTAKE.search(recipe)
    assert mistake, "each recipe has a mistake"
    _make(project, mistake["path"], mistake["right"], mistake["wrong"])
    ((line, expected),) = commands(mistake["block"])
    status, out = run(project, line)
    assert status == 1
    assert re.fullmatch(as_pattern(expected), out), out
    _make(project, mistake["path"], mistake["wrong"], mistake["right"])
    examples = [one for block in CONSOLE.findall(recipe[: mistake.start()]) for one in commands(block)]
    assert len(examples) >= 2
    for line, expected in examples:
        status, out = run(project, line)
        assert (status, bool(re.fullmatch(as_pattern(expected), out))) == (0, True), out


def _make(project: Project, path: str, old: str, new: str) -> None:
    """Replace the last place of a text, which is what the recipe has written."""
    before, found, after = project.file(path).read_text("utf-8").rpartition(old)
    assert found
    project.file(path).write_text(before + new + after, "utf-8")


def test_there_is_a_recipe_for_each_usual_contribution() -> None:
    wanted = {"vendor code", "advice", "stack", "dialect", "sequence", "output format"}
    assert wanted <= {re.sub(r"^Add (an? )?", "", title) for title in RECIPES}


def test_the_house_picture_has_every_package() -> None:
    picture = set(re.findall(r"^    ckrtool/(\w+)/ ", TEXT, re.MULTILINE))
    packages = {path.parent.name for path in (ROOT / "ckrtool").glob("*/__init__.py")} | {"data"}
    assert picture == packages


def test_files_that_are_named_exist() -> None:
    written = {step["path"] for recipe in RECIPES.values() for step in WRITE.finditer(recipe)}
    for path in set(re.findall(r"`((?:ckrtool|tests)/[\w./]+\.\w+)`", TEXT)) - written:
        assert (ROOT / path).is_file(), path
    for path in re.findall(r"`((?:data|knowledge|probe|values|logs|render)/[\w./]+)`", TEXT):
        assert (ROOT / "ckrtool" / path).exists() or "CKR_X" in path or "ID.toml" in path, path
