"""The PIN: one login a run, none on a token near its lock, and nowhere to be found afterwards."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.probe.pin.redaction import Redactor
from ckrtool.probe.protocol import output_mark
from ckrtool.probe.supervision import supervisor
from ckrtool.probe.supervision.capture import Capture
from tests.probe.supervision.plans import (
    CLOSE,
    FINAL,
    INFO,
    INIT,
    KEY,
    LOGIN,
    LOGOUT,
    OPEN,
    PIN,
    SLOTS,
    call_of,
    digest_sequence,
    login_sequence,
    made,
    only,
    plan,
    sequence,
    var,
)

if TYPE_CHECKING:
    from ckrtool.probe.results import RunResult
    from tests.tokens import Token

SECRET = b"1234"
AGAIN = ("C_Login", LOGIN[1], {"relogin": True, "expect": [0x100]})


def run(
    fake: Path, tmp_path: Path, wrong: str, *sequences: Any, secret: bytes = SECRET, **more: Any
) -> tuple[RunResult, list[str]]:
    """Run sequences with a PIN; also return the names of the calls that the module saw."""
    log = tmp_path / "calls"
    log.unlink(missing_ok=True)
    env = {**os.environ, "CKR_FAKE": wrong, "CKR_FAKE_LOG": str(log)}
    use = {**PIN, "risk": more.pop("risk", False)}
    result = supervisor.run(plan(fake, *sequences, pin=use, **more), pin=secret, env=env)
    return result, log.read_text().split()


def test_sequences_with_the_pin_share_one_login(fake: Path, tmp_path: Path) -> None:
    result, seen = run(
        fake, tmp_path, "",
        digest_sequence(),
        login_sequence("login", INFO, AGAIN, LOGOUT, CLOSE, FINAL),
        login_sequence("sign", KEY),
        login_sequence("encrypt", KEY, LOGOUT),
    )  # fmt: skip
    assert [(s.outcome, s.worker) for s in result.sequences] == [
        ("passed", 0),
        ("passed", 1),
        ("passed", 1),
        ("passed", 1),
    ]
    assert (result.login_calls, result.login_rv, seen.count("C_Login")) == (2, 0, 2)
    assert (seen.count("C_Initialize"), seen.count("C_Logout"), seen.count("C_Finalize")) == (2, 1, 2)
    shared = [(call.function, call.reason) for call in result.sequences[2].calls if call.outcome == "skipped"]
    assert shared == [("C_Initialize", "shared"), ("C_Login", "shared")]
    assert (
        seen.count("C_DestroyObject") == 1
    )  # the key of `encrypt` may have ended with C_Logout: its handle is not used again


def test_a_second_login_that_is_not_marked_is_not_made(fake: Path, tmp_path: Path) -> None:
    result, seen = run(fake, tmp_path, "", login_sequence("twice", LOGOUT, LOGIN))
    assert seen.count("C_Login") == 1
    assert (only(result).outcome, only(result).reason) == ("skipped", "login-used")


def test_a_refused_pin_is_sent_once(fake: Path, tmp_path: Path) -> None:
    sequences = (login_sequence("login", AGAIN), login_sequence("sign", KEY))
    result, seen = run(fake, tmp_path, "", *sequences, secret=b"9999")
    assert seen.count("C_Login") == 1
    assert [(s.outcome, s.reason) for s in result.sequences] == [
        ("failed", "pin-not-accepted"),
        ("skipped", "pin-not-accepted"),
    ]
    assert call_of(result.sequences[0], "C_Login").rv == 0xA0
    assert result.login_rv == 0xA0


@pytest.mark.parametrize("wrong", ["segv:C_Login", "exit0:C_Login", "hang:C_Login"])
def test_a_login_that_never_came_back_ends_the_use_of_the_pin(fake: Path, tmp_path: Path, wrong: str) -> None:
    result, seen = run(
        fake, tmp_path, wrong, login_sequence("login"), login_sequence("sign"), slow_timeout=0.3, timeout=0.3
    )
    assert seen.count("C_Login") == 1
    assert (result.sequences[1].outcome, result.sequences[1].reason) == ("skipped", "pin-not-accepted")


def test_after_a_worker_died_the_rest_logs_in_again_twice_at_most(fake: Path, tmp_path: Path) -> None:
    sequences = [login_sequence(str(n), KEY) for n in range(5)]
    result, seen = run(fake, tmp_path, "abort:C_GenerateKey", *sequences)
    assert [s.outcome for s in result.sequences] == ["crashed"] * 3 + ["skipped"] * 2
    assert seen.count("C_Login") == 3


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("pin:low", "pin-count-low"),
        ("pin:final", "pin-final-try"),
        ("pin:locked", "pin-locked"),
        ("pin-min:5", "pin-length"),
        ("pin-max:3", "pin-length"),
        ("rv:C_GetTokenInfo=0x30", "token-info-failed"),
    ],
)
def test_a_token_near_its_lock_sees_no_login(fake: Path, tmp_path: Path, wrong: str, reason: str) -> None:
    result, seen = run(fake, tmp_path, wrong, login_sequence("login"), login_sequence("sign"))
    assert "C_Login" not in seen
    assert [(s.outcome, s.reason) for s in result.sequences] == [("skipped", reason)] * 2


def test_a_pin_of_the_shortest_and_longest_length_is_sent(fake: Path, tmp_path: Path) -> None:
    length = len(SECRET)
    result, seen = run(fake, tmp_path, f"pin-min:{length};pin-max:{length}", login_sequence("login"))
    assert seen.count("C_Login") == 1
    assert only(result).outcome == "passed"


def test_with_risk_it_does(fake: Path, tmp_path: Path) -> None:
    result, seen = run(fake, tmp_path, "pin:final", login_sequence("login"), risk=True)
    assert seen.count("C_Login") == 1
    assert only(result).outcome == "passed"


def test_a_session_that_opens_logged_in_is_left_alone(fake: Path, tmp_path: Path) -> None:
    result, seen = run(fake, tmp_path, "login-shared", login_sequence("login", INFO, LOGOUT))
    assert "C_Login" not in seen
    assert "C_Logout" not in seen
    reasons = {call.function: call.reason for call in only(result).calls if call.outcome == "skipped"}
    assert reasons == {"C_Login": "login-shared", "C_Logout": "login-shared"}


def test_only_the_user_logs_in_with_the_pin(fake: Path, tmp_path: Path) -> None:
    so = ("C_Login", {**LOGIN[1], "userType": {"int": 0}})
    result, seen = run(fake, tmp_path, "", sequence("so", INIT, SLOTS, OPEN, so))
    assert "C_Login" not in seen
    assert only(result).reason == "not-cku-user"


def test_without_a_pin_such_sequences_are_skipped(fake: Path) -> None:
    assert only(supervisor.run(plan(fake, login_sequence("login")))).reason == "no-pin"


def test_with_a_keypad_the_pin_is_null(fake: Path, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    use = {"given": False, "protected_path": True, "risk": False}
    env = {**os.environ, "CKR_FAKE": "keypad", "CKR_FAKE_LOG": str(log)}
    result = only(supervisor.run(plan(fake, login_sequence("login"), pin=use), env=env))
    assert call_of(result, "C_Login").args["pPin"] is None
    assert log.read_text().split().count("C_Login") == 1


def test_sessions_are_not_opened_where_hardly_any_is_left(fake: Path, tmp_path: Path) -> None:
    result, seen = run(fake, tmp_path, "max-sessions:2;other-sessions:1", digest_sequence())
    assert (only(result).outcome, only(result).reason) == ("skipped", "sessions-exhausted")
    assert "C_OpenSession" not in seen
    result, seen = run(fake, tmp_path, "max-sessions:2", digest_sequence())
    assert only(result).outcome == "passed"


def test_what_a_module_prints_of_the_pin_is_dropped_or_blanked(fake: Path, tmp_path: Path) -> None:
    secret = b"sesame-4711"
    os.environ["CKR_FAKE_PIN"] = secret.decode()
    try:
        steps = (
            INFO,
            INFO,
            ("C_DestroyObject", {"hSession": var("session"), "hObject": {"int": 99}}, {"expect": "error"}),
        )
        sequence = login_sequence("login", *steps)
        sequence["effect"] = "destroys"
        result, _ = run(fake, tmp_path, "chatty-pin;late-pin", sequence, secret=secret)
    finally:
        del os.environ["CKR_FAKE_PIN"]
    assert only(result).outcome == "passed"
    worker = result.workers[0]
    assert worker.noise_dropped >= len(secret) * 4
    everything = repr(result).encode() + worker.noise
    for form in (secret, secret.hex().encode(), base64.b64encode(secret), secret.hex(" ").encode()):
        assert form not in everything


def test_output_before_and_after_the_login_is_kept(fake: Path, tmp_path: Path) -> None:
    wrong = "print:C_OpenSession=before;print:C_Login=while;print:C_Logout=after"
    worker = run(fake, tmp_path, wrong, login_sequence("login", LOGOUT))[0].workers[0]
    assert (worker.noise, worker.noise_dropped) == (b"beforeafter", 5)
    assert worker.noise_calls == {"C_OpenSession": 6, "C_Login": 5, "C_Logout": 5}


@pytest.mark.parametrize(
    "text",
    [
        b"x1234y",
        b"31323334",
        b"31 32 33 34",
        b"31:32:33:34",
        b"MTIzNA==",
        base64.b64encode(b"a1234b"),
        base64.b64encode(b"ab1234c"),
        b"0x31 0x32 0x33 0x34",
    ],
)
def test_each_form_of_a_pin_is_blanked(text: bytes) -> None:
    clean = Redactor(SECRET).raw(b"<" + text + b">")
    assert text not in clean
    assert b"***" in clean
    assert len(clean) == len(text) + 2


def test_a_pin_cut_by_the_bound_leaves_nothing() -> None:
    reading, writing = os.pipe()
    capture = Capture(reading, Redactor(b"abcdefgh"))
    for chunk in (b"x" * 32768, b"x" * (32768 - 4), b"abcdefgh"):
        os.write(writing, chunk)
        capture.read()
    os.close(writing)
    assert capture.finish(set()) == (b"x" * (65536 - 4) + b"****", 0)
    capture.close()


def test_output_of_a_login_that_can_not_be_told_from_other_output_is_dropped(
    fake: Path, tmp_path: Path
) -> None:
    """The module has closed the descriptor by which the worker marks where the output of each call begins."""
    wrong = "close-others:C_OpenSession;print:C_Login=while;slow:C_Login"
    worker = run(fake, tmp_path, wrong, login_sequence("login"))[0].workers[0]
    assert worker.noise_bytes == 5
    assert (worker.noise, worker.noise_dropped) == (b"", 5)


@pytest.mark.parametrize("size", [1, 2, 7, 28, 29, 30, 1000])
def test_marks_are_taken_out_however_the_output_arrives(size: int) -> None:
    mark = "0123456789abcdef"
    text = (
        b"\0<"
        + output_mark(mark, 1)
        + b"one\0"
        + output_mark(mark, 2)
        + output_mark(mark, 3)
        + b"<three\0<0123"
    )
    reading, writing = os.pipe()
    capture = Capture(reading, Redactor(None), mark)
    for at in range(0, len(text), size):
        os.write(writing, text[at : at + size])
        capture.read()
    os.close(writing)
    assert capture.finish(set()) == (b"\0<one\0<three\0<0123", 0)
    assert capture.by_call == {0: 2, 1: 4, 3: 12}
    capture.close()


def test_parts_do_not_pile_up() -> None:
    reading, writing = os.pipe()
    capture = Capture(reading, Redactor(None))
    for _ in range(1000):
        capture.begin()
        os.write(writing, b"x")
        capture.read()
    assert capture.begin() < 5
    assert capture.finish(set()) == (b"x" * 1000, 0)
    os.close(writing)
    capture.close()


def test_output_of_a_call_whose_mark_got_lost_is_dropped_with_all_that_may_be_it() -> None:
    mark = "0123456789abcdef"
    for marks, expected in ((output_mark(mark, 2), (b"beforeafter", 6)), (b"", (b"before", 11))):
        reading, writing = os.pipe()
        capture = Capture(reading, Redactor(None), mark)
        os.write(writing, output_mark(mark, 1) + b"before")
        capture.read()
        position = capture.begin()
        os.write(writing, marks + b"secret" + (output_mark(mark, 3) if marks else b"") + b"after")
        capture.read()
        capture.mark_possible_pin(position)
        os.close(writing)
        assert capture.finish({2}) == expected
        capture.close()


def test_nothing_of_the_pin_is_in_the_workers_argv_or_environment(fake: Path, tmp_path: Path) -> None:
    found: list[bytes] = []

    def look(_name: str, message: dict[str, Any]) -> None:
        if message["m"] != "enter":
            return
        for path in Path("/proc").glob("[0-9]*"):
            try:
                command = (path / "cmdline").read_bytes()
                if b"ckrtool.probe.worker.main" in command:
                    found.append(command)
                    found.append((path / "environ").read_bytes())
            except OSError:
                continue

    env = {**os.environ, "CKR_FAKE_PIN": "x", "CKR_FAKE": "slow:C_OpenSession;slow:C_Login"}
    result = supervisor.run(
        plan(fake, login_sequence("login"), pin=PIN), pin=b"unlikely-5150", env=env, on_event=look
    )
    assert result.login_rv == 0xA0
    assert found
    assert not any(b"unlikely-5150" in text for text in found)


def test_a_real_token_is_as_it_was(shared_token: Token) -> None:
    before = list(shared_token.files())
    result = supervisor.run(
        plan(
            shared_token.module,
            login_sequence("login", INFO, AGAIN, KEY, LOGOUT),
            login_sequence("sign", KEY),
            pin=PIN,
        ),
        pin=shared_token.pin.encode(),
        env=shared_token.environ,
    )
    assert [(s.outcome, s.reason) for s in result.sequences] == [("passed", None)] * 2
    assert made(result.sequences[1], "cleanup") == [
        "C_DestroyObject",
        "C_Logout",
        "C_CloseSession",
        "C_CloseSession",
        "C_Finalize",
    ]
    assert list(shared_token.files()) == before


def test_the_spy_counts_one_login_and_its_trace_is_dropped(shared_token: Token) -> None:
    spy = Path("/usr/lib/x86_64-linux-gnu/pkcs11-spy.so")
    if not spy.exists():
        pytest.skip("pkcs11-spy is not installed")
    env = {**shared_token.environ, "PKCS11SPY": str(shared_token.module)}
    result = supervisor.run(
        plan(spy, login_sequence("login", KEY), login_sequence("sign", KEY), pin=PIN),
        pin=shared_token.pin.encode(),
        env=env,
    )
    assert [(s.outcome, s.reason) for s in result.sequences] == [("passed", None)] * 2
    noise = result.workers[0].noise
    assert b"C_OpenSession" in noise
    assert shared_token.pin.encode() not in noise
    assert result.workers[0].noise_dropped > 0
