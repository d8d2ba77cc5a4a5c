"""The probe of a SoftHSM2 token against `pkcs11-tool --test` on the same token, and a TAB in a shell."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from tests.benchmarks.starts import CKR, Row
from tests.tokens import make_token

ROOT = Path(__file__).resolve().parent.parent.parent
PIN = "1234"
TAB = """
source "$1"
COMP_WORDS=(ckr explain CKR_PIN_L); COMP_CWORD=2; COMP_LINE="ckr explain CKR_PIN_L"; COMP_POINT=${#COMP_LINE}
complete -p ckr >/dev/null
name=$(complete -p ckr | sed 's/.*-F \\([^ ]*\\).*/\\1/')
begun=$EPOCHREALTIME
for i in 1 2 3 4 5 6 7 8 9 10; do "$name" ckr CKR_PIN_L explain; done
ended=$EPOCHREALTIME
echo $(( (${ended/./} - ${begun/./}) / 10 ))
"""


def seconds(command: list[str], env: dict[str, str]) -> float:
    """Return the wall time of a command."""
    begun = time.perf_counter()
    subprocess.run(command, env=env, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def probes(runs: int = 5) -> list[Row]:
    """Return the probe's time with a PIN, and its ratio to pkcs11-tool's; empty where softhsm2 or opensc is missing."""
    if not shutil.which("softhsm2-util") or not shutil.which("pkcs11-tool"):
        return []
    with tempfile.TemporaryDirectory() as folder:
        token = make_token(Path(folder), "bench", PIN)
        env = {**token.environ, "CKR_BENCH": PIN, "XDG_STATE_HOME": folder}
        module = str(token.module)
        mine = [CKR, "probe", "--module", module, "--token", "bench", "--pin-source", "env:CKR_BENCH"]
        peer = [
            "pkcs11-tool",
            "--module",
            module,
            "--token-label",
            "bench",
            "--login",
            "--pin",
            PIN,
            "--test",
        ]
        pairs = [(seconds(mine, env), seconds(peer, env)) for _ in range(runs)]
        plain = sorted(seconds(mine[:6], env) for _ in range(runs))
    taken = sorted(first for first, _ in pairs)
    ratio = statistics.median(taken) / statistics.median(second for _, second in pairs)
    return [
        Row("probe of SoftHSM2 with PIN", statistics.median(taken), "s", 1.5, spread=(taken[0], taken[-1])),
        Row(
            "probe of SoftHSM2 without PIN", statistics.median(plain), "s", 1.0, spread=(plain[0], plain[-1])
        ),
        Row("the same against pkcs11-tool --test", ratio, "x its time", float("inf")),
    ]


def tab() -> list[Row]:
    """Return how long bash takes for one TAB, in milliseconds."""
    script = ["bash", "-c", TAB, "tab", str(ROOT / "completions/bash/ckr")]
    done = [
        subprocess.run(script, capture_output=True, text=True, check=False).stdout.split() for _ in range(5)
    ]
    times = sorted(int(words[-1]) / 1000 for words in done if words)
    return (
        [Row("a TAB in bash", statistics.median(times), "ms", 10, spread=(times[0], times[-1]))]
        if times
        else []
    )
