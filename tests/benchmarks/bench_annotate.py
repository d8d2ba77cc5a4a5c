"""Measures `ckr annotate` against LC_ALL=C grep on made-up logs: python tests/benchmarks/bench_annotate.py [MB]."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.scan import Scanner

GREP = (
    r"CKR_[A-Z_]+|\bC_[A-Z][A-Za-z]+|\brv ?[=:] ?(0x[0-9a-fA-F]+|[0-9]+)|Return(ed:|ing) +-?[0-9]+|"
    r"(PKCS ?#?11|pkcs11)[:. ]"
)
ORDINARY = (
    '2026-01-01T{h:02}:{m:02}:{s:02}.{n:06}Z host{n} nginx[{p}]: 10.0.{m}.{s} - - "GET /api/v1/items/{n} HTTP/1.1" 200 {p}\n',
    "2026-01-01T{h:02}:{m:02}:{s:02}.{n:06}Z host{n} kernel: [{p}.{n:06}] eth0: link up, 1000 Mbps, full duplex\n",
    "2026-01-01T{h:02}:{m:02}:{s:02}.{n:06}Z host{n} systemd[1]: Started Session {p} of user service-{m}.\n",
    '2026-01-01T{h:02}:{m:02}:{s:02}.{n:06}Z app level=info msg="served request" server=a{m} interval={p}ms id={n:08x}\n',
    "2026-01-01T{h:02}:{m:02}:{s:02}.{n:06}Z host{n} sshd[{p}]: Accepted publickey for user{m} from 10.1.{m}.{s} port {p}\n",
)
WORDS = (
    "2026-01-01 {h:02}:{m:02}:{s:02} ERROR error: request {n} failed, upstream returned {p}, error code {m}\n",
    "2026-01-01 {h:02}:{m:02}:{s:02} WARN  call returned error, retry failed: status {p}, returned value {n}\n",
)
DENSE = (
    "2026-01-01 {h:02}:{m:02}:{s:02}.{n:06} [{p}] ERROR signer: C_Sign failed: rv = 0x30 on the HSM of the first site\n",
    "2026-01-01 {h:02}:{m:02}:{s:02}.{n:06} [{p}] ERROR login: C_Login failed: CKR_PIN_INCORRECT (0xa0), giving up now\n",
    "2026-01-01 {h:02}:{m:02}:{s:02}.{n:06} [{p}] WARN  wrapper: C_GetAttributeValue returned 0x12 for the label of it\n",
)
VARYING = (
    "2026-01-01 {h:02}:{m:02}:{s:02}.{n:06} [{p}] ERROR C_Sign failed: rv = 0x30 (session {n}, request {p}, node {m})\n",
)


def make(templates: tuple[str, ...], size: int) -> bytes:
    """Return about `size` bytes of lines made from the templates."""
    lines: list[str] = []
    total = n = 0
    while total < size:
        n += 1
        line = templates[n % len(templates)].format(
            h=n // 3600 % 24, m=n // 60 % 60, s=n % 60, n=n % 1_000_000, p=n * 7919 % 65536
        )
        lines.append(line)
        total += len(line)
    return "".join(lines).encode()


def rate(work: object, data: bytes, step: int = 1 << 18) -> float:
    """Return MB/s of pushing `data` through `work` in reads of `step` bytes."""
    began = time.perf_counter()
    for start in range(0, len(data), step):
        work.push(data[start : start + step])  # type: ignore[attr-defined]
    work.finish()  # type: ignore[attr-defined]
    return len(data) / 1e6 / (time.perf_counter() - began)


def grep_rate(data: bytes) -> float:
    """Return MB/s of grep on the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "log")
        path.write_bytes(data)
        began = time.perf_counter()
        subprocess.run(
            ["grep", "-aEc", GREP, str(path)],
            env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
            check=False,
            stdout=subprocess.DEVNULL,
        )
        return len(data) / 1e6 / (time.perf_counter() - began)


def main() -> None:
    """Print the figures, one a line."""
    size = int(sys.argv[1]) * 1_000_000 if len(sys.argv) > 1 else 40_000_000
    for title, templates, share in (
        ("ordinary", ORDINARY, 1.0),
        ("error words", WORDS, 1.0),
        ("every line", DENSE, 0.5),
        ("every line varies", VARYING, 0.25),
    ):
        data = make(templates, int(size * share))
        print(
            f"{title:18} grep {grep_rate(data):7.0f}  text {rate(Annotator(Style()), data):7.1f}  json {rate(JsonAnnotator(), data):7.1f}  scan {rate(Scanner(), data):7.1f} MB/s"
        )


if __name__ == "__main__":
    main()
