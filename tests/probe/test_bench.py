"""--bench: operations are repeated, measured, and comparable; what fails in it is seen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from ckrtool.probe.reporting import diff
from ckrtool.probe.worker import bench
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.tokens import Token


def test_operations_per_second(ckr: Ckr, token: Token) -> None:
    words = ("--token", token.label, "--pin-source", "env:THE_PIN", "--bench", "0.1")
    probed = probe(ckr, token.module, *words, env=token.env)
    assert probed.status == 0
    rows = {row["operation"]: row for row in probed.report["bench"]}
    assert {
        "random, 32 bytes",
        "SHA-256 of 1 KiB",
        "sign, ECDSA P-256",
        "verify, RSA-2048 with SHA-256",
    } <= set(rows)
    for row in rows.values():
        assert row["count"] >= 1
        assert 0 < row["p50_ms"] <= row["p95_ms"]
        assert row["per_second"] > 0
    without = probe(ckr, token.module, "--token", token.label, "--bench", "0.1", env=token.env)
    assert {row["sequence"] for row in without.report["bench"]} == {"bench"}
    assert "bench" not in probe(ckr, token.module, "--token", token.label, env=token.env).report


def test_a_call_that_hangs_or_fails_in_it_is_named(ckr: Ckr, fake: Path) -> None:
    hung = probe(
        ckr,
        fake,
        "--bench",
        "0.1",
        "--timeout",
        "1",
        env={"CKR_FAKE": "slow:C_Digest;hang:C_FindObjectsFinal"},
    )
    assert hung.status == 4
    failed = probe(ckr, fake, "--bench", "0.1", env={"CKR_FAKE": "rv:C_GenerateRandom=0x5"})
    assert failed.status == 1
    assert "random, 32 bytes" not in [row["operation"] for row in failed.report["bench"]]


def test_percentiles() -> None:
    told = bench._statistics([1_000_000] * 95 + [9_000_000] * 5)
    assert told == {"count": 100, "per_second": 714.3, "p50_ms": 1.0, "p95_ms": 9.0}
    assert bench._statistics([]) == {"count": 0}


def changed(before: float, after: float) -> list[dict[str, Any]]:
    def rates(rate: float) -> list[dict[str, Any]]:
        return [{"sequence": "bench", "operation": "random", "per_second": rate}]

    one, other = cast("Any", [{"bench": rates(rate)} for rate in (before, after)])
    return [change.as_dict() for change in diff._bench(one, other)]


def test_rates_are_compared_but_not_chance() -> None:
    assert changed(100, 120) == []
    assert changed(100, 40) == [
        {"where": "bench.random", "before": "100/s", "after": "40/s", "severity": "warning"}
    ]
    assert changed(40, 100)[0]["severity"] == "ok"


def test_a_dry_run_counts_what_an_audit_log_will_have(ckr: Ckr) -> None:
    ran = ckr("probe", "--module", "x", "--pin-source", "env:P", "--dry-run", "--json", env={"P": "1"})
    audit = json.loads(ran.out)["audit"]
    assert audit["logins"] == 2
    assert audit["sessions"] >= 8
    assert audit["keys made"] >= 3
    assert ckr("probe", "--module", "x", "--dry-run").out.count("in an HSM's audit log: logins 0") == 1


def test_a_module_that_is_gone_is_one_finding(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        'sequence = "own"\n[[step]]\ncall = "C_Initialize"\n[[step]]\ncall = "C_OpenSession"\n'
        'args = { slotID = "$slot", flags = ["CKF_SERIAL_SESSION"] }\nsave = { phSession = "s" }\n'
        + "".join(
            f'[[step]]\ncall = "{name}"\nargs = {{ hSession = "$s"{more} }}\nstop = false\n'
            for name, more in (
                ("C_GetSessionInfo", ""),
                ("C_GenerateRandom", ", RandomData = { buffer = 8 }"),
            )
        )
    )
    words = (
        "rv:C_GetSessionInfo=0xFFFFFFFFFFFFFFFF;rv:C_GenerateRandom=0xFFFFFFFFFFFFFFFF;rv:C_CloseSession=0x30"
    )
    probed = probe(ckr, fake, "--sequence", str(tmp_path / "own.toml"), env={"CKR_FAKE": f"{words}"})
    (one,) = [
        one for one in probed.report["findings"] if one["severity"] == "error" and "own" in one["detail"]
    ]
    assert one["function"] == "C_GetSessionInfo"
    assert "C_GenerateRandom" in one["detail"]
    closed = probe(
        ckr,
        fake,
        "--sequence",
        str(tmp_path / "own.toml"),
        env={"CKR_FAKE": words.partition(";rv:C_Close")[0]},
    )
    assert {one["function"] for one in closed.report["findings"] if one["severity"] == "error"} == {
        "C_GetSessionInfo", "C_GenerateRandom",
    }  # fmt: skip
