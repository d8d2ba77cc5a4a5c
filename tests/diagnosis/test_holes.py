"""What a trace does not show is not proven: calls or lines were removed from it, as people do to take out a PIN."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ckrtool.calls.read import read
from ckrtool.diagnosis.files import why

CORPUS = Path(__file__).parent / "corpus"
SAMPLES = Path(__file__).parent.parent / "calls" / "samples"
NEVER = {
    "handle-never-seen", "login-on-other-token", "never-logged-in", "not-initialized-yet", "operation-in-other-session",
    "operation-never-started", "session-never-opened",
}  # fmt: skip
HEAD = {
    "spy": re.compile(r"^(\d+): (C_\w+)$"),
    "p11kit": re.compile(r"^(C_\w+)$"),
}
REMOVED = (
    "C_Initialize", "C_OpenSession", "C_Login", "C_EncryptInit", "C_SignInit", "C_DigestInit", "C_FindObjectsInit", "C_FindObjects",
    "C_GenerateKey", "C_GenerateKeyPair", "C_CreateObject", "C_Logout",
)  # fmt: skip
SPY = sorted(
    path for path in CORPUS.glob("*.trace") if re.match(rb"\s*(\*+ OpenSC|0: C_)", path.read_bytes())
)
P11_KIT = sorted(CORPUS.glob("*.p11kit.trace"))


def proofs(lines: list[str], origin: str | None = None) -> set[tuple[int, str]]:
    """Return where a trace proves that something was never done, in all programs or in one."""
    failures, _ = why(["\n".join(lines).encode("utf-8", "surrogateescape")])
    return {
        (failure.call.shown_at, cause.id)
        for failure in failures
        for cause in failure.causes
        if cause.certainty == "proven" and cause.id in NEVER and origin in (None, failure.call.origin)
    }


def origins(lines: list[str]) -> dict[int, str]:
    """Return the program of each call, by the index of its first line."""
    calls = read(line.encode("utf-8", "surrogateescape") for line in lines)
    return {call.line - 1: call.origin for call in calls}


def text_of(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8", "surrogateescape").split("\n")


def blocks(lines: list[str]) -> list[tuple[str, int, int]]:
    """Return the calls of a spy's trace: function, first line, and the line after the last."""
    heads = [
        (found[2], index) for index, line in enumerate(lines) if (found := HEAD["spy"].match(line.strip()))
    ]
    ends = [index for _, index in heads[1:]] + [len(lines)]
    return [(function, start, end) for (function, start), end in zip(heads, ends, strict=True)]


def after(proven: set[tuple[int, str]], line: int) -> set[tuple[int, str]]:
    return {(at, ident) for at, ident in proven if at > line}


@pytest.mark.parametrize("path", SPY, ids=lambda path: path.stem)
def test_a_spy_trace_without_one_call_proves_nothing_that_was_never_done(path: Path) -> None:
    lines = text_of(path)
    origin = origins(lines)
    for function, start, end in blocks(lines)[1:]:
        if function in REMOVED:
            rest = lines[:start] + lines[end:]
            assert not after(proofs(rest, origin[start]), start), (function, start + 1)


@pytest.mark.parametrize("path", SPY + P11_KIT, ids=lambda path: path.stem)
def test_a_trace_without_the_lines_that_name_a_function_proves_nothing_that_was_never_done(
    path: Path,
) -> None:
    lines = text_of(path)
    for function in REMOVED:
        named = re.compile(rf"\b{function}\b")
        at = next((index for index, line in enumerate(lines) if named.search(line)), None)
        if at:
            assert not after(proofs([line for line in lines if not named.search(line)]), at), function


@pytest.mark.parametrize("path", SPY + P11_KIT, ids=lambda path: path.stem)
def test_a_trace_without_the_return_of_a_call_proves_nothing_that_was_never_done(path: Path) -> None:
    lines = text_of(path)
    returned = re.compile(r"^(?:Returned: |(C_\w+) = CKR_)")
    origin = origins(lines)
    function, start = "", 0
    for index, line in enumerate(lines):
        if head := HEAD["spy"].match(line.strip()) or HEAD["p11kit"].match(line):
            function, start = head[head.lastindex or 1], index
        if start in origin and function in REMOVED and returned.match(line) and line.endswith("CKR_OK"):
            rest = lines[:index] + lines[index + 1 :]
            assert not after(proofs(rest, origin[start]), index), (function, index + 1)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.hsmd.trace")), ids=lambda path: path.stem)
def test_a_numbered_line_that_is_missing_proves_nothing_that_was_never_done(path: Path) -> None:
    lines = text_of(path)
    for index in range(1, len(lines) - 1):
        assert not after(proofs(lines[:index] + lines[index + 1 :]), index), index + 1


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*-1.logger.trace")), ids=lambda path: path.stem)
def test_a_return_without_its_call_is_a_hole_of_every_dialect(path: Path) -> None:
    lines = text_of(path)
    for function in REMOVED:
        heads = [
            index
            for index, line in enumerate(lines)
            if line.endswith((f"Calling {function}", f"Entered {function}"))
        ]
        if heads:
            assert not after(
                proofs([line for index, line in enumerate(lines) if index not in heads]), heads[0]
            ), function


def test_a_missing_line_of_a_mechanism_is_no_null_pointer() -> None:
    trace = (
        "C_Initialize\n  IN: pInitArgs = NULL\nC_Initialize = CKR_OK\n"
        "C_SignInit\n  IN: hSession = S1\n  IN: pMechanism = {\n\tpParameter: (0) NULL\n      }\n  IN: hKey = H2\n"
        "C_SignInit = CKR_ARGUMENTS_BAD\n"
    )
    failures, _ = why([trace.encode()])
    assert all(cause.certainty != "proven" for cause in failures[0].causes)


P11_KIT_START = (
    "C_Initialize\n  IN: pInitArgs = NULL\nC_Initialize = CKR_OK\n"
    "C_OpenSession\n  IN: slotID = SL1\n  IN: flags = 6\n OUT: phSession = 0x7ffc = S1\nC_OpenSession = CKR_OK\n"
)
P11_KIT_FAILS = "C_GenerateKey\n  IN: hSession = S1\nC_GenerateKey = CKR_USER_NOT_LOGGED_IN\n"


@pytest.mark.parametrize(
    "between",
    [
        "C_Logout\n  IN: hSession = S1\nC_Logout = CKR_OK\n",
        "C_Login\n  IN: hSession = S1\n  IN: userType = CKU_USER\nC_Login = CKR_USER_ALREADY_LOGGED_IN\n",
        "C_SignInit\n  IN: hSession = S1\n  IN: hKey = H2\nC_SignInit = CKR_OK\n",
        "C_Login = CKR_OK\n",
        "C_Login\nC_Login = CKR_OK\n",
        "C_Login\n  IN: hSession = S1\n",
        "  IN: userType = CKU_USER\n",
    ],
    ids=["logout", "already logged in", "key used", "return", "no arguments", "no return", "arguments"],
)
def test_what_needs_a_login_shows_that_one_may_be_missing(between: str) -> None:
    ids = {ident for _, ident in proofs((P11_KIT_START + P11_KIT_FAILS).split("\n"))}
    assert ids == {"never-logged-in"}
    assert not proofs((P11_KIT_START + between + P11_KIT_FAILS).split("\n"))


def test_a_session_whose_beginning_is_missing_proves_no_missing_login() -> None:
    assert not proofs((P11_KIT_START + P11_KIT_FAILS.replace("S1", "S2")).split("\n"))
