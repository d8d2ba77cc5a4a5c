from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ckrtool._tables.causes import CAUSES
from ckrtool.cli.why import MOST_ON_PAGE
from ckrtool.diagnosis import cause
from ckrtool.diagnosis.cause import Evidence
from ckrtool.diagnosis.files import why

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.diagnosis.engine import Failure

SAMPLES = Path(__file__).parent.parent / "calls" / "samples"
COMMAND = [sys.executable, "-m", "ckrtool.cli.main", "why"]

START = "0: C_GetFunctionList\nReturned:  0 CKR_OK\n1: C_Initialize\n[in] pInitArgs = (nil)\nReturned:  0 CKR_OK\n"


class Trace:
    """Writes a spy's trace call by call; `line` is where the last call returned."""

    def __init__(self) -> None:
        self.text = START
        self._number = 1

    def call(self, function: str, *args: str, rv: str = "0 CKR_OK") -> int:
        """Add a call and return the line of its return."""
        self._number += 1
        self.text += (
            f"{self._number}: {function}\n" + "".join(f"{arg}\n" for arg in args) + f"Returned:  {rv}\n"
        )
        return self.text.count("\n")

    def open(self, handle: int, flags: int = 6, slot: int = 0) -> int:
        """Open a session."""
        return self.call(
            "C_OpenSession", f"[in] slotID = 0x{slot:x}", f"[in] flags = 0x{flags:x}", "[in] pApplication = (nil)", "[in] Notify = (nil)",
            f"[out] *phSession = 0x{handle:x}",
        )  # fmt: skip

    def failures(self) -> list[Failure]:
        """Return what is found."""
        return why([self.text.encode()])[0]


def first(failure: Failure) -> tuple[str, str, list[int]]:
    cause = failure.causes[0]
    return cause.id, cause.certainty, [item.line for item in cause.evidence]


def test_a_closed_session_is_proven_by_the_line_that_closed_it() -> None:
    trace = Trace()
    trace.open(5)
    closed = trace.call("C_CloseSession", "[in] hSession = 0x5")
    trace.call("C_GenerateRandom", "[in] hSession = 0x5", rv="179 CKR_SESSION_HANDLE_INVALID")
    assert first(trace.failures()[0]) == ("session-closed", "proven", [closed])


def test_a_session_opened_again_with_the_same_number_is_another_one() -> None:
    trace = Trace()
    trace.open(5)
    trace.call("C_CloseSession", "[in] hSession = 0x5")
    trace.open(5)
    trace.call("C_GenerateRandom", "[in] hSession = 0x5", rv="179 CKR_SESSION_HANDLE_INVALID")
    assert trace.failures()[0].causes[0].certainty == "possible"


def test_closing_the_last_session_logs_out() -> None:
    trace = Trace()
    trace.open(1)
    trace.call("C_Login", "[in] hSession = 0x1", "[in] userType = CKU_USER")
    closed = trace.call("C_CloseSession", "[in] hSession = 0x1")
    trace.open(2)
    trace.call("C_FindObjectsInit", "[in] hSession = 0x2", rv="257 CKR_USER_NOT_LOGGED_IN")
    assert first(trace.failures()[0]) == ("login-ended-with-last-session", "proven", [closed])


def test_another_session_of_the_token_keeps_the_login() -> None:
    trace = Trace()
    trace.open(1)
    trace.open(2)
    trace.call("C_Login", "[in] hSession = 0x1", "[in] userType = CKU_USER")
    trace.call("C_CloseSession", "[in] hSession = 0x1")
    trace.call("C_FindObjectsInit", "[in] hSession = 0x2", rv="257 CKR_USER_NOT_LOGGED_IN")
    assert not [cause for cause in trace.failures()[0].causes if cause.certainty == "proven"]


def test_a_size_query_does_not_end_an_operation_and_the_result_does() -> None:
    trace = Trace()
    trace.open(1)
    trace.call("C_DigestInit", "[in] hSession = 0x1", "[in] pMechanism->type = CKM_SHA256")
    data = "[in] pData[ulDataLen] NULL [size : 0x0 (0)]"
    trace.call(
        "C_Digest", "[in] hSession = 0x1", data, "[out] pDigest[*pulDigestLen] NULL [size : 0x20 (32)]"
    )
    done = trace.call(
        "C_Digest", "[in] hSession = 0x1", data, "[out] pDigest[*pulDigestLen] 00007ffde5b65158 / 32"
    )
    trace.call("C_Digest", "[in] hSession = 0x1", data, rv="145 CKR_OPERATION_NOT_INITIALIZED")
    assert first(trace.failures()[0]) == ("operation-ended", "proven", [done])


def test_nothing_is_proven_of_a_handle_whose_history_is_not_shown() -> None:
    lines = "40: C_GenerateRandom\n[in] hSession = 0x7\nReturned:  179 CKR_SESSION_HANDLE_INVALID\n"
    found = why([lines.encode()])[0]
    assert all(cause.certainty == "possible" for cause in found[0].causes)


def test_a_session_may_be_of_another_process_whose_beginning_is_not_shown() -> None:
    mine, other = Trace(), Trace()
    mine.call("C_GenerateRandom", "[in] hSession = 0x5", rv="179 CKR_SESSION_HANDLE_INVALID")
    other.text = ""
    other.call("C_CloseSession", "[in] hSession = 0x6")
    lines = [
        f"Nov 28 13:43:03 host app[{pid}]: {line}"
        for pid, trace in ((8, other), (9, mine))
        for line in trace.text.splitlines()
    ]
    alone = [line for line in lines if "app[9]" in line]
    assert first(why(["\n".join(lines).encode()])[0][0])[:2] != ("session-never-opened", "proven")
    assert first(why(["\n".join(alone).encode()])[0][0])[:2] == ("session-never-opened", "proven")


def login(trace: Trace, user: str, length: int, rv: str = "160 CKR_PIN_INCORRECT") -> int:
    return trace.call(
        "C_Login", "[in] hSession = 0x1", f"[in] userType = {user}", f"[in] pPin[ulPinLen] 0000 / {length}", rv=rv
    )  # fmt: skip


def test_a_login_that_succeeds_ends_the_count_of_wrong_tries() -> None:
    trace = Trace()
    trace.open(1)
    login(trace, "CKU_USER", 4)
    login(trace, "CKU_USER", 4, "0 CKR_OK")
    trace.call("C_Logout", "[in] hSession = 0x1")
    wrong = login(trace, "CKU_USER", 4)
    cause = trace.failures()[-1].causes[0]
    assert (cause.id, [item.line for item in cause.evidence]) == ("pin-wrong", [wrong])


def test_only_tries_of_the_same_user_are_said_to_have_locked_the_pin() -> None:
    trace = Trace()
    trace.open(1)
    login(trace, "CKU_SO", 8)
    mine = [login(trace, "CKU_USER", 4), login(trace, "CKU_USER", 5)]
    login(trace, "CKU_USER", 4, "164 CKR_PIN_LOCKED")
    cause = trace.failures()[-1].causes[0]
    assert (cause.id, [item.line for item in cause.evidence]) == ("pin-locked-here", mine)


@pytest.mark.parametrize(("certain", "certainty"), [(True, "proven"), (False, "likely")])
def test_a_cause_is_no_more_certain_than_its_evidence(certain: bool, certainty: str) -> None:
    closed = Evidence(9, "C_CloseSession", "closed session 0x5", certain=certain)
    other = Evidence(3, "C_OpenSession", "opened session 0x5")
    found = cause.proven("session-closed", (other, closed), session="0x5", function="C_Sign")
    cause.lower_if_uncertain(found, sure=True)
    assert found.certainty == certainty


def test_repeated_failures_are_folded() -> None:
    trace = Trace()
    for _ in range(4):
        trace.call("C_GenerateRandom", "[in] hSession = 0x0", rv="179 CKR_SESSION_HANDLE_INVALID")
    found = trace.failures()
    assert [(failure.call.function, failure.repeats) for failure in found] == [("C_GenerateRandom", 3)]


def test_every_cause_has_a_text_that_can_be_filled() -> None:
    for ident, row in CAUSES.items():
        assert all(row[:6]), ident


@pytest.mark.parametrize("name", ["spy.trace", "p11-kit.trace", "nss.trace"])
def test_json_is_one_object_per_failure_and_a_summary(name: str) -> None:
    done = subprocess.run(
        [*COMMAND, "--json", str(SAMPLES / name)], capture_output=True, text=True, check=False
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(row["schema"] == "ckr.why/1" for row in rows[:-1])
    assert rows[-1]["schema"] == "ckr.why.summary/1"
    assert rows[-1]["failures"] == sum(1 + row["repeats"] for row in rows[:-1])
    assert done.returncode == (1 if len(rows) > 1 else 0)
    assert not done.stderr


def test_text_names_cause_proof_fix_and_next_command() -> None:
    done = subprocess.run([*COMMAND, str(SAMPLES / "spy.trace")], capture_output=True, text=True, check=False)
    assert (
        "why (proven): session 0x1 was closed at line 513 [session-closed]\n    line 513: C_CloseSession: closed session 0x1\n"
        in done.stdout
    )
    assert "more: ckr explain CKR_SESSION_HANDLE_INVALID --function C_CloseSession" in done.stdout


def test_a_log_without_calls_is_reported() -> None:
    done = subprocess.run(COMMAND, input="nothing here\n", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert not done.stdout
    assert "pkcs11-spy" in done.stderr
    assert "ckr scan -" in done.stderr


def test_no_pin_is_printed() -> None:
    for options in ([], ["--json"], ["-v"], ["--html"]):
        done = subprocess.run(
            [*COMMAND, *options, str(SAMPLES / "spy.trace")], capture_output=True, text=True, check=False
        )
        assert "9999" not in done.stdout.replace("0x99999", "").replace("00099999", "")


def test_html_links_each_proof_line() -> None:
    done = subprocess.run(
        [*COMMAND, "--html", str(SAMPLES / "spy.trace")], capture_output=True, text=True, check=False
    )
    assert 'href="#f0-142"' in done.stdout
    assert 'id="f0-142"' in done.stdout


def test_scan_names_why_where_a_file_shows_arguments(tmp_path: Path) -> None:
    scan = [sys.executable, "-m", "ckrtool.cli.main", "scan"]
    done = subprocess.run([*scan, str(SAMPLES / "spy.trace")], capture_output=True, text=True, check=False)
    assert done.stderr.endswith(f"`ckr why {SAMPLES / 'spy.trace'}` finds the causes\n")
    log = tmp_path / "app.log"
    log.write_text("signer: C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)\n")
    assert (
        "ckr why" not in subprocess.run([*scan, str(log)], capture_output=True, text=True, check=False).stderr
    )


def test_nothing_is_held_back_while_input_is_awaited() -> None:
    trace = (SAMPLES / "spy.trace").read_bytes()
    running = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(trace[: trace.index(b"13: C_GetSessionInfo")])
    running.stdin.flush()
    assert b"C_GetMechanismInfo returned CKR_MECHANISM_INVALID" in running.stdout.readline()
    running.stdin.close()
    running.stdout.read()
    running.stdout.close()
    assert running.wait() == 1


def test_a_logout_without_login_ends_no_login() -> None:
    trace = Trace()
    opened = trace.open(1)
    trace.call("C_Logout", "[in] hSession = 0x1")
    failed = trace.call("C_InitPIN", "[in] hSession = 0x1", rv="257 CKR_USER_NOT_LOGGED_IN")
    assert first(trace.failures()[0]) == ("never-logged-in", "proven", [failed, opened])


def test_an_error_ends_no_operation_that_was_never_begun() -> None:
    trace = Trace()
    trace.open(1)
    trace.call("C_DigestUpdate", "[in] hSession = 0x1", rv="7 CKR_ARGUMENTS_BAD")
    failed = trace.call("C_DigestUpdate", "[in] hSession = 0x1", rv="145 CKR_OPERATION_NOT_INITIALIZED")
    assert first(trace.failures()[1]) == ("operation-never-started", "proven", [failed])


def test_every_line_of_a_mistake_names_its_file() -> None:
    ident = "b-fork26-child-closes"
    trace = (Path(__file__).parent / "corpus" / f"{ident}.trace").read_bytes()
    _, explainer = why([trace], "app.log")
    rows = explainer.engine.mistakes.as_list()
    assert rows
    assert all(item["file"] == "app.log" for row in rows for item in row["evidence"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("function", "rv"),
    [
        ("C_CloseSession", "257 CKR_USER_NOT_LOGGED_IN"),
        ("C_GetSessionInfo", "256 CKR_USER_ALREADY_LOGGED_IN"),
        ("C_GenerateRandom", "181 CKR_SESSION_READ_ONLY"),
        ("C_GenerateRandom", "183 CKR_SESSION_READ_ONLY_EXISTS"),
        ("C_FindObjects", "144 CKR_OPERATION_ACTIVE"),
    ],
)
def test_a_code_that_the_function_can_not_mean_proves_nothing(function: str, rv: str) -> None:
    trace = Trace()
    trace.open(1, flags=4)
    trace.call("C_FindObjectsInit", "[in] hSession = 0x1", "[in] pTemplate[0]: ")
    if "ALREADY" in rv:
        trace.call(
            "C_Login", "[in] hSession = 0x1", "[in] userType = CKU_USER", "[in] pPin[ulPinLen] 0000 / 4"
        )
    trace.call(function, "[in] hSession = 0x1", rv=rv)
    assert [cause.id for cause in trace.failures()[-1].causes if cause.certainty == "proven"] == []


def test_a_session_object_is_no_proof_that_a_read_only_session_failed() -> None:
    trace = Trace()
    trace.open(1, flags=4)
    mechanism = (
        "[in] pMechanism->type = CKM_AES_KEY_GEN",
        "[in] pMechanism->pParameter[ulParameterLen] NULL",
    )
    for value in ("False", "True"):
        template = ("[in] pTemplate[1]: ", f"    CKA_TOKEN             {value}")
        trace.call(
            "C_GenerateKey", "[in] hSession = 0x1", *mechanism, *template, rv="181 CKR_SESSION_READ_ONLY"
        )
        trace.call("C_GetSessionInfo", "[in] hSession = 0x1")
    assert [first(failure)[:2] for failure in trace.failures()] == [
        ("session-read-only", "likely"),
        ("session-read-only", "proven"),
    ]


def test_what_speaks_against_a_cause_takes_it_away() -> None:
    trace = Trace()
    trace.call("C_GetTokenInfo", "[in] slotID = 0x0", "[out] pInfo: ", "      ulMaxPinLen:             255", "      ulMinPinLen:             4")  # fmt: skip
    trace.open(1)
    trace.call(
        "C_Login", "[in] hSession = 0x1", "[in] userType = CKU_USER", "[in] pPin[ulPinLen] 0000 / 7", rv="162 CKR_PIN_LEN_RANGE",
    )  # fmt: skip
    trace.call("C_FindObjectsInit", "[in] hSession = 0x1", rv="160 CKR_PIN_INCORRECT")
    trace.call(
        "C_EncryptInit", "[in] hSession = 0x1", "[in] pMechanism->type = CKM_AES_ECB", "[in] hKey = 0x2"
    )
    trace.call(
        "C_Encrypt", "[in] hSession = 0x1", "[in] pData[ulDataLen] 0000 / 32", rv="33 CKR_DATA_LEN_RANGE"
    )
    assert [failure.causes[0].certainty for failure in trace.failures()] == ["possible"] * 3


def token_info(slot: int, flags: str) -> tuple[str, ...]:
    """Return the lines that C_GetTokenInfo prints."""
    return (
        f"[in] slotID = 0x{slot:x}",
        "[out] pInfo: ",
        "      label:                  'x'",
        f"      flags:                   {flags}",
    )


@pytest.mark.parametrize(
    ("function", "rv"), [("C_InitToken", "225 CKR_TOKEN_NOT_RECOGNIZED"), ("C_InitToken", "257 CKR_USER_NOT_LOGGED_IN"),
    ("C_GetTokenInfo", "225 CKR_TOKEN_NOT_RECOGNIZED"), ("C_GetSlotInfo", "224 CKR_TOKEN_NOT_PRESENT")]
)  # fmt: skip
def test_a_state_that_a_function_is_made_for_is_no_cause_of_its_failure(function: str, rv: str) -> None:
    trace = Trace()
    trace.call("C_GetSlotInfo", "[in] slotID = 0x2", "[out] pInfo: ", "      flags:                   0")
    trace.call("C_GetTokenInfo", *token_info(2, "20"))
    trace.call(function, "[in] slotID = 0x2", rv=rv)
    assert all(item.certainty == "possible" for item in trace.failures()[-1].causes)


def test_an_uninitialised_token_is_the_cause_that_a_session_fails() -> None:
    trace = Trace()
    trace.call("C_GetTokenInfo", *token_info(2, "20"))
    trace.call("C_OpenSession", "[in] slotID = 0x2", "[in] flags = 0x4", rv="225 CKR_TOKEN_NOT_RECOGNIZED")
    assert first(trace.failures()[-1])[:2] == ("token-not-initialized", "proven")


@pytest.mark.parametrize(
    ("function", "mechanism", "needed"), [("C_Sign", "CKM_RSA_PKCS", "minus 11"), ("C_Sign", "CKM_RSA_X_509", "at most the bytes of the key's modulus,"),
    ("C_Decrypt", "CKM_RSA_PKCS", "exactly")]
)  # fmt: skip
def test_the_limit_of_an_unknown_modulus_leaves_room_for_the_padding(
    function: str, mechanism: str, needed: str
) -> None:
    trace = Trace()
    trace.open(1)
    trace.call("C_FindObjectsInit", "[in] hSession = 0x1")
    trace.call(
        "C_FindObjects",
        "[in] hSession = 0x1",
        "[in] ulMaxObjectCount = 0x1",
        "[out] ulObjectCount = 0x1",
        "Object 0x2 matches",
    )
    trace.call("C_FindObjectsFinal", "[in] hSession = 0x1")
    trace.call(
        f"{function}Init", "[in] hSession = 0x1", f"[in] pMechanism->type = {mechanism}", "[in] hKey = 0x2"
    )
    data = "pEncryptedData[ulEncryptedDataLen]" if function == "C_Decrypt" else "pData[ulDataLen]"
    trace.call(function, "[in] hSession = 0x1", f"[in] {data} 00007ffd / 300", rv="33 CKR_DATA_LEN_RANGE")
    found = next(item for item in trace.failures()[-1].causes if item.id == "data-length")
    assert needed in found.text
    assert found.certainty == "likely"


def test_a_session_that_is_open_at_the_end_of_a_trace_may_be_closed_later() -> None:
    trace = Trace()
    trace.open(1)
    trace.call("C_Login", "[in] hSession = 0x1", "[in] userType = CKU_USER")
    _, explainer = why([trace.text.encode()])
    texts = {item["id"]: item["text"] for item in explainer.engine.summary()["mistakes"]}  # type: ignore[attr-defined]
    assert set(texts) == {"session-leak", "login-not-ended"}
    assert all("before the end of the trace" in text for text in texts.values())


def test_the_login_that_a_call_needs_is_named() -> None:
    trace = Trace()
    trace.open(1)
    trace.call("C_InitPIN", "[in] hSession = 0x1", rv="257 CKR_USER_NOT_LOGGED_IN")
    assert "CKU_SO" in trace.failures()[0].causes[0].fix


def test_an_html_page_of_many_failures_shows_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    trace = Trace()
    functions = ("C_GenerateRandom", "C_SeedRandom")  # alternating, so that none is a repetition
    for number in range(MOST_ON_PAGE + 3):
        trace.call(functions[number % 2], "[in] hSession = 0x5", rv="179 CKR_SESSION_HANDLE_INVALID")
    log = tmp_path / "trace.log"
    log.write_text(trace.text)
    page = subprocess.run([*COMMAND, "--html", str(log)], capture_output=True, text=True, check=False).stdout
    assert page.count("<section id=") == MOST_ON_PAGE
    assert f"the first {MOST_ON_PAGE} of {MOST_ON_PAGE + 3} failures" in page
    assert "</html>" in page
