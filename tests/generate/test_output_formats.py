"""An output format is one module and one row: whatever else names formats is made of the table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ckrtool._generate import commandtree
from ckrtool.render.formats import FORMATS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.generate.project import Project

REPORT = ROOT / "tests/render/reports/healthy.json"
TOY = '''"""A probe report as one word."""

from ckrtool.probe.facts.report_types import Report


def render(report: Report) -> str:
    """Return how many sequences ran."""
    return f"toy: {len(report['sequences'])} sequences\\n"
'''
ROW = '    Format("toy", "report_toy", "A number, for a test."),\n'
STATUS = '''

def exit_code(report: Report) -> int:
    """Return the exit status."""
    return 7


def unknown(problem: str) -> tuple[str, int]:
    """Return text and exit status where there is no report."""
    return f"toy: {problem}\\n", 8
'''


def add_toy(project: Project, row: str = ROW, module: str = TOY) -> None:
    """Add a format as CONTRIBUTING.md says: one file and one row."""
    project.file("ckrtool/render/report_toy.py").write_text(module)
    project.change("ckrtool/render/formats.py", "FORMATS = (\n", f"FORMATS = (\n{row}")


def test_a_format_appears_everywhere(project: Project) -> None:
    add_toy(project)
    assert project.generate().status == 0
    number = len(json.loads(REPORT.read_text())["sequences"])
    ran = project.ckr("report", str(REPORT), "--toy")
    assert (ran.status, ran.out, ran.err) == (0, f"toy: {number} sequences\n", "")
    assert (
        "--toy and --html cannot be used together"
        in project.ckr("report", str(REPORT), "--html", "--toy").err
    )
    for command in ("probe", "report"):
        assert "A number, for a test." in project.ckr(command, "--help").out
        assert "\\-\\-toy" in project.file(f"man/man1/ckr-{command}.1").read_text()
    for path in ("completions/bash/ckr", "completions/zsh/_ckr", "completions/fish/ckr.fish"):
        assert project.file(path).read_text().count("toy") >= 2, path
    assert "toy" in project.ckr("completion", "fish").out


def test_a_format_may_have_an_exit_status_of_its_own(project: Project) -> None:
    add_toy(project, ROW.replace('test."', 'test.", own_status=True'), TOY + STATUS)
    assert project.ckr("report", str(REPORT), "--toy").status == 7
    failed = project.ckr("report", "/nonexistent.json", "--toy")
    assert (failed.status, failed.out[:5]) == (8, "toy: ")
    assert project.ckr("probe", "--module", "/nonexistent.so", "--toy").status in {7, 8}


@pytest.mark.parametrize("command", ["probe", "report"])
def test_each_command_has_every_format(command: str) -> None:
    (found,) = (one for one in commandtree.tree().commands if one.name == command)
    options = {option.names[0]: option.help for option in found.options}
    assert {f"--{row.name}": row.help for row in FORMATS}.items() <= options.items()
