"""The golden files and how they are made: `python -m tests.render.goldens` writes them anew, to be read before a commit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ckrtool.probe.reporting import diff, report_file
from ckrtool.render import diff_text, formats

HERE = Path(__file__).parent
# Made by hand: healthy, pin, crashed. Made by runs: softhsm2, misbehaving (the fake module of the tests).
REPORTS = ("healthy", "pin", "crashed", "softhsm2", "misbehaving")
# Made by runs, with meaning and kinds of advice: SoftHSM2 with a right and a wrong PIN, the fake module that crashes, no module.
SCREENS = ("with-pin", "wrong-pin", "lost", "not-loaded")
# How the golden files of a format end, where that is not its name.
ENDINGS = {"markdown": "md", "junit": "junit.xml", "nagios": "nagios.txt", "prometheus": "prom"}
FORMATS: dict[str, Callable[[Any], str]] = {
    ENDINGS.get(row.name, row.name): row.render for row in formats.FORMATS
}


def report(name: str) -> Any:
    """Return one of the stored reports."""
    return report_file.read(HERE / "reports" / f"{name}.json")


def changes() -> Any:
    """Return what changed from the healthy report to the one with findings."""
    return [change.as_dict() for change in diff.compare(report("healthy"), report("pin"))]


def rendered() -> dict[str, str]:
    """Return the text of every golden file by its name."""
    texts = {
        f"{name}.{ending}": render(report(name)) for name in REPORTS for ending, render in FORMATS.items()
    }
    return {**texts, "diff.txt": diff_text.plain(changes()), "diff.md": diff_text.markdown(changes())}


if __name__ == "__main__":
    for file_name, content in rendered().items():
        (HERE / "golden" / file_name).write_bytes(content.encode())
