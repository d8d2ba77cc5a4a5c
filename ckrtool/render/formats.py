"""The output formats of a probe report: one row each, from which `ckr probe`, `ckr report`, completions and man pages take their options.

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
    """An output format: the option `--NAME`, the module of this package that writes it, and what help says of it.

    With `own_status` the format also decides the exit status: its module has `exit_code(report) -> int`, and
    `unknown(problem) -> (text, exit status)` for a command that failed and has no report to show.
    """

    name: str
    module: str
    help: str
    own_status: bool = False

    def render(self, report: Report) -> str:
        """Return the report in this format."""
        return str(self._code.render(report))

    def exit_code(self, report: Report, otherwise: int) -> int:
        """Return the exit status of a command that wrote the report; `otherwise` where the format has none of its own."""
        return int(self._code.exit_code(report)) if self.own_status else otherwise

    def unknown(self, problem: str) -> tuple[str, int]:
        """Return what to print and the exit status where a command failed; only for a format with `own_status`."""
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
    Format("prometheus", "report_prometheus", "Metrics for a textfile collector of Prometheus."),
    Format("html", "report_html", "One self-contained HTML page."),
)  # fmt: skip
