"""Start-up, memory and throughput of whole processes, as ratios of medians measured in turn in one run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from ckrtool import __version__

CKR = str(Path(sysconfig.get_path("scripts")) / "ckr")
BARE = [sys.executable, "-c", "pass"]


@dataclass
class Row:
    """One measured line: a ratio or a figure with its unit, its target, and the spread of single runs."""

    name: str
    value: float
    unit: str
    target: float
    smaller_is_better: bool = True
    spread: tuple[float, float] = (0.0, 0.0)
    notes: dict[str, float] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        """Return whether the figure meets its target."""
        return self.value <= self.target if self.smaller_is_better else self.value >= self.target


def once(command: list[str], *, terminal: bool = False, stdin: Path | None = None) -> float:
    """Run a command to its end; return its CPU seconds, which other processes disturb less than its time."""
    source = os.open(stdin or os.devnull, os.O_RDONLY)
    sink = os.open(os.devnull, os.O_WRONLY)
    reader = None
    if terminal:
        import pty

        parent, child = pty.openpty()
        os.close(sink)
        sink = child
        reader = parent
    pid = os.posix_spawn(
        command[0],
        command,
        {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"},
        file_actions=[
            (os.POSIX_SPAWN_DUP2, source, 0),
            (os.POSIX_SPAWN_DUP2, sink, 1),
            (os.POSIX_SPAWN_DUP2, sink, 2),
        ],
    )
    os.close(sink)
    if reader is not None:
        try:
            while os.read(reader, 65536):
                pass
        except OSError:  # the terminal's other end is closed: the process is done
            pass
        os.close(reader)
    _, _, used = os.wait4(pid, 0)
    os.close(source)
    return used.ru_utime + used.ru_stime


def ratio(name: str, arguments: list[str], target: float, runs: int, *, terminal: bool = False) -> Row:
    """Return how much longer `ckr ARGUMENTS` takes than a bare interpreter, the two run in turn."""
    command = [CKR, *arguments]
    once(BARE)
    once(command, terminal=terminal)
    pairs = [(once(command, terminal=terminal), once(BARE)) for _ in range(runs)]
    ratios = sorted(mine / bare for mine, bare in pairs)
    value = statistics.median(mine for mine, _ in pairs) / statistics.median(bare for _, bare in pairs)
    return Row(
        name,
        value,
        "x bare start",
        target,
        spread=(ratios[0], ratios[-1]),
        notes={"ms": 1000 * statistics.median(m for m, _ in pairs)},
    )


PEAK = "import sys; sys.stderr.write(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))"


def peak(code: str) -> int:
    """Return the peak memory in KiB that a fresh interpreter reports of itself after `code`.

    The figure that wait4 gives would include the memory of this process, from which the child was forked.
    """
    done = subprocess.run(
        [sys.executable, "-P", "-c", code + PEAK], capture_output=True, text=True, check=True
    )
    return int(done.stderr.splitlines()[-1].split()[1])


def memory(name: str, arguments: list[str], target: float) -> Row:
    """Return peak memory as a ratio to a bare interpreter's."""
    mine = statistics.median(
        peak(f"import sys; sys.argv[1:] = {arguments!r}; from ckrtool.cli.main import main; main(); ")
        for _ in range(5)
    )
    bare = statistics.median(peak("") for _ in range(5))
    return Row(name, mine / bare, "x bare memory", target, notes={"MiB": mine / 1024})


def decode_stream(target: float) -> Row:
    """Return how many million values a second `ckr decode -` answers as text, over a million values of every kind."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "values"
        source.write_text(
            "".join(f"{('0x%X', '%d', '0x%08X')[i % 3]}\n" % (i * 37 % 0x900) for i in range(1_000_000))
        )
        rates = [1 / once([CKR, "decode", "-"], stdin=source) for _ in range(3)]
    return Row(
        "decode - as text, values",
        statistics.median(rates),
        "million/s",
        target,
        smaller_is_better=False,
        spread=(min(rates), max(rates)),
    )


def starts(runs: int) -> list[Row]:
    """Return all rows of this module."""
    rows = [
        ratio("ckr decode 0xA0", ["decode", "0xA0"], 2.0, runs),
        ratio("ckr check C_Login 0xA0", ["check", "C_Login", "0xA0"], 2.0, runs),
    ]
    for name, arguments in (
        ("explain 0xA0", ["explain", "0xA0"]),
        ("returns C_Login", ["returns", "C_Login"]),
    ):
        rows.append(ratio(f"ckr {name}", arguments, 2.5, runs))
        rows.append(ratio(f"ckr {name} --json", [*arguments, "--json"], 2.5, runs))
        rows.append(ratio(f"ckr {name} on a terminal", arguments, 9.0, runs, terminal=True))
    rows.append(ratio("ckr --help", ["--help"], 12.0, max(5, runs // 3)))
    rows.append(memory("memory of ckr decode", ["decode", "0xA0"], 1.6))
    rows.append(memory("memory of ckr explain", ["explain", "0xA0"], 1.6))
    rows.append(decode_stream(0.4))
    return rows


def machine() -> dict[str, str]:
    """Return what kind of machine this is."""
    model = "unknown"
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    except OSError:
        pass
    pip = subprocess.run(
        [sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False
    ).stdout.split()[:2]
    return {
        "cpu": model,
        "ckr": __version__,
        "cores": str(os.cpu_count()),
        "python": sys.version.split()[0],
        "installer": " ".join(pip),
    }
