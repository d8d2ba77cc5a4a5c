"""The output formats of a probe report: one row each, the source of the options of `ckr probe` and `ckr report`, completions and man pages.

To add one, write a module of this package with `render(report) -> str`, and add its row to FORMATS.
"""

from __future__ import annotations

from ckrtool._records import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.probe.facts.report_types import Report


@record(frozen=True)
class Format:
    """An output format: the name of its option `--NAME`, the module of this package that renders it, and its help text.

    With `own_status` the format also determines the exit status: its module has `exit_code(report) -> int`, and
    `unknown(problem) -> (text, exit status)` for a command that failed without a report.
    """

    name: str
    module: str
    help: str
    own_status: bool = False

    def render(self, report: Report) -> str:
        """Return the report in this format."""
        return str(self._code.render(report))

    def exit_code(self, report: Report, otherwise: int) -> int:
        """Return the exit status of a command that wrote the report; `otherwise` if the format does not determine it."""
        return int(self._code.exit_code(report)) if self.own_status else otherwise

    def unknown(self, problem: str) -> tuple[str, int]:
        """Return the text and the exit status for a command that failed; only for a format with `own_status`."""
        text, status = self._code.unknown(problem)
        return str(text), int(status)

    @property
    def _code(self) -> Any:
        from importlib import import_module

        return import_module(f"ckrtool.render.{self.module}")


FORMATS = (
    Format("markdown", "report_markdown", "Markdown, for a ticket."),
    Format("junit", "report_junit", "JUnit XML for CI: one suite per sequence, one case per call."),
    Format("nagios", "report_nagios", "Output and exit status (0 to 3) of a monitoring plugin.", own_status=True),
    Format("prometheus", "report_prometheus", "Metrics for the textfile collector of Prometheus."),
    Format("html", "report_html", "One self-contained HTML page."),
)  # fmt: skip
