"""Limits, accepted findings, what counts for the exit status, and every token at once."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.probe.facts import certificates
from ckrtool.probe.judge import acknowledged, thresholds
from ckrtool.probe.judge.finding import finding
from ckrtool.probe.request import Ignored, Thresholds
from ckrtool.probe.results import CallResult, LoadResult, RunResult, SequenceResult
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.tokens import Token


def run_of(*calls: CallResult, name: str = "sign") -> RunResult:
    sequence = SequenceResult(name, "health", "passed", calls=list(calls))
    return RunResult(LoadResult("ok", ""), [sequence], [], 0, None, 0)


def ids(run: RunResult, *tokens: dict[str, Any], **limits: float) -> set[str]:
    slots: Any = [{"id": 1, "info": None, "token": token, "mechanisms": []} for token in tokens]
    return {one["id"] for one in thresholds.findings(run, slots, Thresholds(**limits))}


@pytest.mark.parametrize(
    ("count", "most", "told"),
    [
        (91, 100, True),
        (90, 100, False),
        (9, 9, False),
        (10, 10, True),
        (95, 0, False),
        (95, None, False),
        (None, 100, False),
    ],
)
def test_sessions_above_a_share(count: int | None, most: int | None, told: bool) -> None:
    assert ("sessions-high" in ids(run_of(), {"ulSessionCount": count, "ulMaxSessionCount": most})) is told


@pytest.mark.parametrize(
    ("free", "total", "told"),
    [(9, 100, True), (0, 100, True), (10, 100, False), (0, 0, False), (None, 100, False), (5, None, False)],
)
def test_memory_below_a_share(free: int | None, total: int | None, told: bool) -> None:
    for kind in ("Public", "Private"):
        token = {f"ulFree{kind}Memory": free, f"ulTotal{kind}Memory": total}
        assert ("memory-low" in ids(run_of(), token)) is told


def timed(function: str, ms: float, **args: Any) -> CallResult:
    return CallResult(1, (), "step", function, args, rv=0, ns=int(ms * 1e6), met=True)


def test_the_fastest_call_of_a_function_counts() -> None:
    assert "slow-calls" in ids(run_of(timed("C_Sign", 2500), timed("C_Sign", 3000)))
    assert "slow-calls" not in ids(run_of(timed("C_Sign", 2500), timed("C_Sign", 20)))
    # a question for the length is not the work
    assert "slow-calls" in ids(run_of(timed("C_Sign", 1, pSignature=None), timed("C_Sign", 3000)))
    assert "slow-calls" not in ids(run_of(timed("C_GenerateKeyPair", 60000), timed("C_Login", 9000)))
    assert "slow-calls" not in ids(run_of(timed("C_Sign", 9000), name="key"))  # waits for a touch
    assert "slow-calls" in ids(run_of(timed("C_Digest", 30)), warn_ms=20)


def certificate(days: float, tmp_path: Path) -> bytes:
    """Return a certificate that ends in so many days."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl")
    end = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
    key, request, out = (str(tmp_path / name) for name in ("key", "request", "cert"))
    subprocess.run(
        ["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-subj", "/CN=x"],
        check=True, capture_output=True,
    )  # fmt: skip
    (tmp_path / "index").touch()
    (tmp_path / "serial").write_text("01")
    (tmp_path / "ca.conf").write_text(
        f"[ca]\ndefault_ca=x\n[x]\ndatabase={tmp_path}/index\nserial={tmp_path}/serial\nnew_certs_dir={tmp_path}\n"
        "default_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n"
    )
    start = end - dt.timedelta(days=400)
    subprocess.run(
        ["openssl", "ca", "-batch", "-config", str(tmp_path / "ca.conf"), "-selfsign", "-keyfile", key, "-in", request,
         "-out", out, "-startdate", f"{start:%Y%m%d%H%M%SZ}", "-enddate", f"{end:%Y%m%d%H%M%SZ}", "-notext"],
        check=True, capture_output=True,
    )  # fmt: skip
    der = subprocess.run(
        ["openssl", "x509", "-in", out, "-outform", "DER"], check=True, capture_output=True
    ).stdout
    assert certificates.end_of(der) == end.replace(microsecond=0)
    assert certificates.end_of(der[:1024]) == end.replace(microsecond=0)
    return der


@pytest.mark.parametrize("cut", range(0, 260, 7))
def test_a_certificate_that_is_none_has_no_end(cut: int, tmp_path: Path) -> None:
    assert certificates.end_of(bytes(range(cut % 256)) + b"\x30\x84\xff\xff\xff\xff" * cut) is None


def objects(der: bytes, *, key: bool = True, token: bool = True, **more: Any) -> RunResult:
    def call(**values: Any) -> CallResult:
        made = CallResult(1, (), "step", "C_GetAttributeValue", {}, rv=0)
        made.output = {"pTemplate": {**values}}
        return made

    cert = call(
        **{"0": 1, "1": token, "3": "tls", "258": "01", "17": {"length": len(der), "head": der[:1024].hex()}}
    )
    search = CallResult(1, (), "step", "C_FindObjectsInit", {"pTemplate": {"0": 3, "1": True}}, rv=0)
    own = call(**{"0": 3, "1": token, "3": "tls", "258": "01" if key else "02", **more})
    return run_of(cert, search, own)


def test_certificates_in_use_and_others(tmp_path: Path) -> None:
    over, due, fine = (
        certificate(days, _folder(tmp_path, name)) for name, days in (("a", -1), ("b", 10), ("c", 300))
    )
    assert ids(objects(over)) == {"certificate-expired"}
    assert ids(objects(due)) == {"certificate-due"}
    assert ids(objects(due), warn_days=5) == set()
    assert ids(objects(fine)) == set()
    assert ids(objects(over, key=False)) == {"certificates-other"}


def test_nothing_is_claimed_of_keys_that_can_not_be_seen(tmp_path: Path) -> None:
    over = certificate(-1, _folder(tmp_path, "a"))
    cert, _, own = objects(over).sequences[0].calls
    public = CallResult(1, (), "step", "C_GetAttributeValue", {}, rv=0)
    public.output = {"pTemplate": {"0": 2, "1": True, "258": "01"}}
    (alone,) = thresholds.findings(run_of(cert), [], Thresholds())
    assert (alone["severity"], alone["id"]) == ("info", "certificates-other")
    assert alone["title"].startswith("1 certificate expired or due; without a login it can't be seen")
    (paired,) = thresholds.findings(run_of(public, cert), [], Thresholds())
    assert (paired["severity"], paired["id"]) == ("warning", "certificate-expired")
    assert "public key" in paired["title"]
    (seen,) = thresholds.findings(run_of(public, cert, own), [], Thresholds())  # visible without a login
    assert "private key" in seen["title"]


def _folder(tmp_path: Path, name: str) -> Path:
    (tmp_path / name).mkdir()
    return tmp_path / name


def test_keys_that_could_leave() -> None:
    assert ids(objects(b"", **{"259": True, "354": True})) == {"keys-extractable"}
    assert ids(objects(b"", **{"259": False, "354": False})) == {"keys-extractable"}
    assert ids(objects(b"", **{"259": True, "354": False})) == set()
    assert ids(objects(b"", token=False, **{"259": True, "354": True})) == set()  # the run's own


def test_a_token_s_own_keys_and_certificates(ckr: Ckr, token: Token, tmp_path: Path) -> None:
    tool = shutil.which("pkcs11-tool")
    if tool is None:
        pytest.skip("no pkcs11-tool")
    (tmp_path / "cert.der").write_bytes(certificate(-3, tmp_path))
    login = [tool, "--module", str(token.module), "--login", "--pin", token.pin]
    for made in (
        ["--keypairgen", "--key-type", "EC:secp256r1", "--id", "07", "--label", "tls", "--extractable"],
        ["--write-object", str(tmp_path / "cert.der"), "--type", "cert", "--id", "07", "--label", "tls"],
    ):
        subprocess.run([*login, *made], check=True, capture_output=True, env=token.env)
    probed = probe(ckr, token.module, "--token", token.label, "--pin-source", "env:THE_PIN", env=token.env)
    assert {"certificate-expired"} == probed.ids("warning", "error")
    assert "keys-extractable" in probed.ids("info")
    assert probed.status == 1
    without = probe(ckr, token.module, "--token", token.label, env=token.env)
    assert (without.status, without.ids("warning", "error")) == (1, {"certificate-expired"})
    (told,) = [one for one in without.report["findings"] if one["id"] == "certificate-expired"]
    assert told["title"] == "a certificate whose public key is on the token has expired"
    assert [one["private_key"] for one in without.report["certificates"]] == [None]
    assert [one["private_key"] for one in probed.report["certificates"]] == [True]
    words = ("--token", token.label, "--pin-source", "env:THE_PIN", "--ignore", "certificate-expired=TLS")
    accepted = probe(ckr, token.module, *words, env=token.env)
    assert (accepted.status, "acknowledged" in accepted.ids("info")) == (0, True)
    assert probe(ckr, token.module, *words[:-1], "certificate-expired=other", env=token.env).status == 1
    assert probe(ckr, token.module, *words[:-2], "--fail-on", "error", env=token.env).status == 0


def test_an_accepted_finding_keeps_what_it_was() -> None:
    one = finding("error", "call-failed", "C_Sign failed", "in sign", function="C_Sign", rv=5)
    for rule in (
        Ignored("call-failed"),
        Ignored("call-failed", "sign FAILED"),
        Ignored("call-failed", "c_*n"),
    ):
        (made,) = acknowledged.applied([one], [rule])
        assert (made["severity"], made["id"]) == ("info", "acknowledged")
        assert made["acknowledged"] == {"id": "call-failed", "severity": "error"}
        assert (made["rv"], made["function"]) == (5, "C_Sign")
    for rule in (Ignored("departure"), Ignored("call-failed", "C_Verify"), Ignored("call-failed", "c_*y")):
        assert acknowledged.applied([one], [rule]) == [one]


@pytest.mark.parametrize(
    "words",
    [
        ("--ignore", "clock-of"), ("--warn-ms", "-1"), ("--warn-days", "nan"), ("--bench", "0"), ("--fail-on", "info"),
        ("--all-tokens", "--slot", "7"), ("--all-tokens", "--token", "x"), ("--all-tokens", "--pin-source", "env:P"),
    ],
)  # fmt: skip
def test_what_can_not_be_meant(ckr: Ckr, fake: Path, words: tuple[str, ...]) -> None:
    ran = ckr("probe", "--module", str(fake), *words, env={"CKR_FAKE": "", "P": "1234"})
    assert (ran.status, ran.out) == (2, "")


def test_the_site_accepts_findings_in_its_configuration(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('ignore = ["clock-off", "info-flags"]\n')
    env = {"CKR_FAKE": "info-flags", "CKR_CONFIG": str(tmp_path / "config.toml")}
    probed = probe(ckr, fake, env=env)
    assert (probed.status, probed.ids("warning")) == (0, set())
    (tmp_path / "config.toml").write_text('ignore = ["clock-of"]\n')
    assert ckr("probe", "--module", str(fake), env=env).status == 2


def test_all_tokens_have_each_its_part(ckr: Ckr, fake: Path) -> None:
    env = {"CKR_FAKE": "slots:3;labels"}
    several = probe(ckr, fake, env=env)
    assert several.outcomes()["sessions"] == "skipped"
    probed = probe(ckr, fake, "--all-tokens", env=env)
    assert probed.status == 0
    assert "several-tokens" not in probed.ids()
    parts = [
        (one["slot"], one["token"], one["name"], one["outcome"])
        for one in probed.report["sequences"]
        if "slot" in one
    ]
    assert [part for part in parts if part[2].startswith("sessions")] == [
        (7, "fake7", "sessions (slot 7)", "passed"), (8, "fake8", "sessions (slot 8)", "passed"),
        (9, "fake9", "sessions (slot 9)", "passed"),
    ]  # fmt: skip
    opened = {call["args"]["slotID"] for call in probed.calls("C_OpenSession")}
    assert opened == {7, 8, 9}
    assert [one["name"] for one in probed.report["sequences"]].count("identity") == 1


def test_one_bad_token_among_them_is_seen(ckr: Ckr, fake: Path) -> None:
    ran = ckr(
        "probe",
        "--module",
        str(fake),
        "--all-tokens",
        "--nagios",
        env={"CKR_FAKE": "slots:2;rv:C_DigestInit=0x30"},
    )
    assert ran.status == 2
    assert "digest (slot 8) failed" in ran.out


def test_a_monitor_does_not_take_several_tokens_for_sound(ckr: Ckr, fake: Path) -> None:
    ran = ckr("probe", "--module", str(fake), "--nagios", env={"CKR_FAKE": "slots:2"})
    assert ran.status == 3
    assert ran.out.startswith("PKCS11 UNKNOWN - ")
    assert "--all-tokens" in ran.out.splitlines()[0]
    ran = ckr("probe", "--module", str(fake), "--all-tokens", "--nagios", env={"CKR_FAKE": "slots:2"})
    assert (ran.status, ran.out[:9]) == (0, "PKCS11 OK")


def test_a_search_counts_with_its_beginning() -> None:
    def made(function: str, ms: int) -> CallResult:
        return CallResult(1, (), "step", function, {"hSession": "0x1"}, rv=0, ns=ms * 1_000_000)

    def slow(*calls: CallResult) -> list[str | None]:
        sequence = SequenceResult("objects", "health", "passed", calls=list(calls))
        run = RunResult(LoadResult("ok", ""), [sequence], [], 0, None, 0)
        return [
            one["function"] for one in thresholds.findings(run, [], Thresholds()) if one["id"] == "slow-calls"
        ]

    begun, found, end = made("C_FindObjectsInit", 2500), made("C_FindObjects", 1), made("C_FindObjects", 1)
    assert slow(begun, found, end) == ["C_FindObjects"]
    assert slow(begun, found, end, made("C_FindObjectsInit", 1), made("C_FindObjects", 1)) == []
