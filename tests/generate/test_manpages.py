"""Man pages: what is in them, how they look, and every example run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ckrtool._generate import commandtree, manpages, roff
from ckrtool.cli.commands import COMMANDS
from tests.conftest import ROOT
from tests.generate import examples, test_commandtree

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.generate.token import Bench

PAGES = {path.name: text for path, text in manpages.files().items()}


def test_files_are_what_the_sources_give_and_nothing_else_is_there() -> None:
    there = {path.name: path.read_text("utf-8") for path in (ROOT / "man").rglob("ckr*.[1-9]")}
    assert there == PAGES, "run: python -m ckrtool._generate"


def test_every_command_has_a_page_with_prose() -> None:
    assert set(PAGES) >= {f"ckr-{name}.1" for name in COMMANDS} | {"ckr.1", "ckr-sequence.5", "ckr-overlay.5"}
    assert {path.stem for path in manpages.PROSE.glob("*.md")} == set(PAGES)


def test_the_same_bytes_whatever_day_and_locale() -> None:
    code = "from ckrtool._generate import manpages, completions; import hashlib; print(hashlib.sha256(repr([*manpages.files().values(), *completions.texts().values()]).encode()).hexdigest())"
    seen = set()
    for zone, seed, locale, columns in (("UTC", "1", "C", "40"), ("Asia/Tokyo", "2", "C.UTF-8", "200")):
        env = {
            **os.environ,
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "COLUMNS": columns,
            "PYTHONPATH": str(ROOT),
        }
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
        )
        seen.add(done.stdout)
    assert len(seen) == 1
    dates = {
        date
        for name, text in PAGES.items()
        if name != "ckr-speed.7"
        for date in re.findall(r"\b20\d\d-\d\d-\d\d\b", text)
    }
    assert dates == {manpages.DATE}


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
def test_mandoc_warns_of_nothing() -> None:
    """The other formatter of man pages: BSD's, Alpine's, Void's."""
    pages = [str(ROOT / "man" / f"man{name[-1]}" / name) for name in PAGES]
    done = subprocess.run(
        ["mandoc", "-Tlint", "-Wwarning", *pages], capture_output=True, text=True, check=False
    )
    assert (done.stdout + done.stderr, done.returncode) == ("", 0)


@pytest.mark.skipif(shutil.which("lexgrog") is None, reason="man-db is not installed")
def test_man_k_finds_each_page_by_a_line_that_fits() -> None:
    pages = [str(ROOT / "man" / f"man{name[-1]}" / name) for name in PAGES]
    done = subprocess.run(["lexgrog", *pages], capture_output=True, text=True, check=True)
    lines = re.findall(r': "(\S+ - .+)"$', done.stdout, re.MULTILINE)
    assert len(lines) == len(PAGES)
    assert max(map(len, lines)) <= 120


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("name", sorted(PAGES))
def test_groff_has_nothing_to_say(name: str) -> None:
    done = subprocess.run(
        ["groff", "-ww", "-man", "-Tutf8", str(ROOT / "man" / f"man{name[-1]}" / name)],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def rendered(name: str, width: int = 80) -> str:
    """Return a page as `man` shows it."""
    env = {**os.environ, "MANWIDTH": str(width), "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "GROFF_NO_SGR": "1"}
    done = subprocess.run(
        ["man", "-l", str(ROOT / "man" / f"man{name[-1]}" / name)],
        capture_output=True,
        text=True,
        check=True,
        env=env,
    )
    return re.sub(r".\x08", "", done.stdout)


needs_man = pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")


@needs_man
@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_fits_eighty_columns_and_has_its_sections_in_order(name: str) -> None:
    text = rendered(name)
    # Recipes are copied as they are: a line of theirs is not cut.
    shown = name == "ckr-runbook.7"
    assert [
        line for line in text.splitlines() if len(line) > 80 and not (shown and line[:10].isspace())
    ] == []
    headings = re.findall(r"^[A-Z][A-Z ]+$", text, re.MULTILINE)
    usual = [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "COMMANDS",
        "ARGUMENTS",
        "OPTIONS",
        "EXAMPLES",
        "EXIT STATUS",
        "ENVIRONMENT",
        "FILES",
        "SEE ALSO",
    ]
    if name.endswith(".1"):
        assert [heading for heading in headings if heading in usual] == [
            heading for heading in usual if heading in headings
        ]
        assert {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"} <= set(
            headings
        )
    assert re.search(rf"^NAME\n +{re.escape(name[:-2])} - \S", text, re.MULTILINE)
    assert "`" not in text.replace("(ga", "")
    assert "**" not in text


def section(name: str, heading: str) -> str:
    """Return the text of a section of a page."""
    text = (ROOT / "man" / f"man{name[-1]}" / name).read_text("utf-8")
    return re.split(r'^\.SH "', text.partition(f'.SH "{heading}"\n')[2], flags=re.MULTILINE)[0]


def test_the_main_page_refers_to_all_others() -> None:
    named = {
        f"{name}.{number}"
        for name, number in re.findall(
            r"\\fB([a-z-]+)\\fR\((\d)\)", section("ckr.1", "SEE ALSO").replace("\\-", "-")
        )
    }
    pages = {path.name for path in (ROOT / "man").glob("man?/*")} - {"ckr.1"}
    assert pages <= named


@pytest.mark.parametrize(
    "name",
    [
        "CKR_PAGER",
        "PAGER",
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR_FORCE",
        "CKR_MODULE",
        "CKR_PIN_SOURCE",
        "CKR_CONFIG",
    ],
)
def test_the_environment_is_described(name: str) -> None:
    for page in ("ckr.1", *(["ckr-explain.1"] if "PAGER" in name or "COLOR" in name else [])):
        assert name in re.findall(r"\w+", re.sub(r"\\f[BIR]", " ", section(page, "ENVIRONMENT")))


def test_the_pager_can_be_turned_off() -> None:
    assert "\\-\\-no\\-pager" in section("ckr-explain.1", "ENVIRONMENT")


@pytest.mark.parametrize("folder", ["vendors", "notes", "dialects"])
def test_the_files_of_a_site_are_listed(folder: str) -> None:
    assert f"/ckr/{folder}/" in section("ckr-overlay.5", "FILES")
    assert f"/ckr/{folder}/" in section("ckr.1", "FILES")


@needs_man
@pytest.mark.parametrize("command", COMMANDS)
def test_options_are_those_of_help(ckr: Ckr, command: str) -> None:
    helped = set(
        re.findall(
            r"(?<![\w`-])--[a-z][a-z-]*[a-z]",
            ckr(command, "--help").out.partition("Options")[2].partition("Examples:")[0],
        )
    )
    text = rendered(f"ckr-{command}.1", 200)
    options = re.search(r"^OPTIONS\n(.*?)^[A-Z]", text, re.DOTALL | re.MULTILINE)
    assert options is not None
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*[a-z]", options[1]))
    assert helped <= named
    assert "--help" in named


@needs_man
def test_what_the_interface_promises_is_in_the_page_of_ckr() -> None:
    text = " ".join(rendered("ckr.1").split())
    for word in (
        "CKR_MODULE",
        "CKR_PIN_SOURCE",
        "CKR_CONFIG",
        "NO_COLOR",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "config.toml",
        "130 Interrupted",
    ):
        assert word in text
    for command in commandtree.tree().commands:
        assert f"ckr-{command.name}(1)" in text


@needs_man
def test_cookbook_stands_in_the_page_as_it_is() -> None:
    text = rendered("ckr-sequence.5")
    plain = [line.strip() for line in text.splitlines()]
    for path in sorted(manpages.COOKBOOK.glob("*.toml")):
        wanted = [line.strip() for line in path.read_text("utf-8").splitlines()]
        assert any(plain[start : start + len(wanted)] == wanted for start in range(len(plain))), path.name


def test_a_toy_program() -> None:
    tree = test_commandtree.toy()
    made = manpages.pages(tree)
    page = made["ckr-play.1"]
    assert f'.TH "CKR\\-PLAY" "1" "{manpages.DATE}" "ckr ' in page
    assert "ckr-play - play with something" in page
    assert "\\fBckr play\\fR [\\fIOPTION\\fR]... \\fIFUNCTION\\fR..." in page
    assert ".TP\n\\fB\\-\\-depth\\fR, \\fB\\-d\\fR \\fIN\\fR\nHow deep.\nDefault: \\fB3\\fR.\n" in page
    assert "secret" not in page
    assert "toy play ball" in page


@pytest.mark.parametrize(
    ("prose", "roffed"),
    [
        (".so /etc/passwd", "\\&.so /etc/passwd"),
        ("'br", "\\(aqbr"),
        ("a \\fB b", "a \\efB b"),
        ("`--x-y` and *z*", "\\fB\\-\\-x\\-y\\fR and \\fIz\\fR"),
        ("naïve “quotes”", "na\\[u00EF]ve \\[u201C]quotes\\[u201D]"),
        ("~ ^ `", "\\(ti \\(ha \\(ga"),
    ],
)
def test_prose_can_hold_nothing_that_roff_obeys(prose: str, roffed: str) -> None:
    assert roff.convert(prose) == f"{roffed}\n"


def test_blocks_of_prose() -> None:
    text = "# HEAD\nOne. Two.\n\n## Sub\n- a\n- b\n  c\n\n`term`\n: what it is\n  at length\n\n    as it is\n\n      .more\n\nend"
    assert roff.convert(text).splitlines() == [
        '.SH "HEAD"', "One.", "Two.", '.SS "Sub"', ".IP \\(bu 2", "a", ".IP \\(bu 2", "b c", ".TP", "\\fBterm\\fR",
        "what it is at length", ".PP", ".RS 3", ".EX", "as it is", "", "  .more", ".EE", ".RE", ".PP", "end",
    ]  # fmt: skip


BLOCKS = [
    pytest.param(page, block, id=f"{page} {block[0].command[:30]}")
    for page in examples.pages()
    for block in examples.blocks(page)
]


def test_every_page_has_examples() -> None:
    pages = {param.values[0] for param in BLOCKS}
    assert pages >= {f"ckr-{name}.1" for name in COMMANDS} | {"ckr.1", "ckr-overlay.5"}


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_example(bench: Bench, page: str, block: list[examples.Example], tmp_path: Path) -> None:
    home = bench.home(tmp_path)
    folder = home
    for example in block:
        ran, folder = bench.type(example.command, home, folder)
        assert ran.status == example.status, (example.command, ran)
        assert examples.fits(example.shown, ran.out), (example.command, ran.out[:500], ran.err[:500])
