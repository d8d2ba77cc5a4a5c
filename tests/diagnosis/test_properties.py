"""What holds for every trace: cutting, damaging and reordering it makes nothing false."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ckrtool.diagnosis.files import why
from ckrtool.render import why_html, why_text

CORPUS = Path(__file__).parent / "corpus"
TRACES = [path.read_bytes() for path in sorted(CORPUS.glob("*.trace"))][::5]
PIECES = [b"0x", b"NULL", b"(nil)", b" = ", b"[in] ", b"[out] ", b"\n", b"-1", b"CKA_", b"CKM_", b"{", b"}", b'"', b"\xff", b"HEX(0)", b"()", b"C_Login", b"pInfo", b""]  # fmt: skip

traces = st.sampled_from(TRACES)
often = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@often
@given(traces, st.floats(0, 1))
def test_cutting_the_head_makes_no_proven_cause_false(trace: bytes, where: float) -> None:
    lines = trace.split(b"\n")
    cut = int(where * (len(lines) - 1))
    whole: dict[int, set[str]] = {}
    for failure in why([trace])[0]:
        whole.setdefault(failure.call.shown_at, set()).update(cause.id for cause in failure.causes)
    for failure in why([b"\n".join(lines[cut:])])[0]:
        line = failure.call.shown_at + cut
        known = whole.get(line) or set().union(*(ids for at, ids in whole.items() if at <= line))
        for cause in failure.causes:
            # A program whose beginning is cut away and that begins with C_Initialize again has no earlier life.
            assert (
                cause.certainty != "proven"
                or cause.id in known
                or cause.id in ("session-never-opened", "handle-never-seen")
            )


@often
@given(
    traces,
    st.floats(0, 1),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES)), max_size=8),
)
def test_a_damaged_trace_is_read_without_an_error(
    trace: bytes, end: float, damage: list[tuple[float, int, bytes]]
) -> None:
    data = bytearray(trace[: int(end * len(trace)) + 1])
    for where, length, piece in damage:
        at = int(where * len(data))
        data[at : at + length] = piece
    found, explainer = why([bytes(data)])
    summary = explainer.engine.summary()
    assert why_html.page(found, summary)
    for failure in found:
        assert failure.as_dict()
        assert why_text.plain(failure, everything=True)


@often
@given(traces, st.lists(st.floats(0, 1), max_size=5))
def test_blocks_may_end_anywhere(trace: bytes, cuts: list[float]) -> None:
    ends = sorted({int(cut * len(trace)) for cut in cuts})
    blocks = [trace[a:b] for a, b in zip([0, *ends], [*ends, len(trace)], strict=True)]
    assert [failure.as_dict() for failure in why(blocks)[0]] == [
        failure.as_dict() for failure in why([trace])[0]
    ]


def thread(number: int) -> list[list[str]]:
    """Return the calls of one thread, each as the lines that pkcs11-logger writes: a session that is used after it was closed."""
    head = f"0x00001000 : 0x{number:016x} : "
    rows = [
        [
            "Calling C_OpenSession",
            " slotID: 1",
            " flags: 4",
            "Output",
            f" *phSession: {number}",
            "Returning 0 (CKR_OK)",
        ],
        ["Calling C_DigestInit", f" hSession: {number}", "Returning 0 (CKR_OK)"],
        ["Calling C_CloseSession", f" hSession: {number}", "Returning 0 (CKR_OK)"],
        ["Calling C_Digest", f" hSession: {number}", "Returning 179 (CKR_SESSION_HANDLE_INVALID)"],
    ]
    return [[head + line for line in row] for row in rows]


@often
@given(st.lists(st.integers(0, 2), min_size=60, max_size=60))
def test_the_order_of_independent_threads_changes_nothing(order: list[int]) -> None:
    start = [
        f"0x00001000 : 0x{9:016x} : {line}"
        for line in (
            "Calling C_GetFunctionList",
            "Returning 0 (CKR_OK)",
            "Calling C_Initialize",
            "Returning 0 (CKR_OK)",
        )
    ]
    waiting = [[line for call in thread(number) for line in call] for number in (1, 2, 3)]
    lines = list(start)
    for choice in order:
        if waiting[choice]:
            lines.append(waiting[choice].pop(0))
    for rest in waiting:
        lines += rest
    found = why(["\n".join(lines).encode()])[0]
    seen = {(failure.call.thread, failure.causes[0].id, failure.causes[0].certainty) for failure in found}
    assert {(ident, certainty) for _, ident, certainty in seen} == {("session-closed", "proven")}
    assert len(seen) == 3
