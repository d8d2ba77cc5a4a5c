"""The filter: bytes unchanged, annotations where they belong, whatever the input and the size of reads."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.knowledge import registry
from tests.logs.corpus import SAYING, SILENT
from tests.logs.support import SAMPLES, annotated, objects, returns

LINES = st.sampled_from(
    [line.encode() for line, _ in SAYING if "Exception" not in line] + [line.encode() for line in SILENT]
)
RAW = st.binary(max_size=60).map(lambda data: data.replace(b"\n", b""))
ENDINGS = st.sampled_from([b"\n", b"\r\n", b"\n", b"\r\r\n"])
LOGS = st.lists(
    st.tuples(st.one_of(LINES, RAW, st.tuples(LINES, RAW).map(b"".join)), ENDINGS), max_size=25
).map(lambda rows: b"".join(text + ending for text, ending in rows))
MARK = b"  # "
PIN_INCORRECT = registry.codes()[[code.value for code in registry.codes()].index(160)]


def bare(out: bytes, log: bytes) -> bytes:
    """Return the annotated log without its annotations: each line must begin with the one it was made from."""
    kept = []
    given_lines, lines = log.split(b"\n"), out.split(b"\n")
    assert len(given_lines) == len(lines)
    for number, (original, line) in enumerate(zip(given_lines, lines, strict=True), 1):
        # A CR belongs to the ending only where an LF follows.
        text = original[:-1] if original.endswith(b"\r") and number < len(lines) else original
        ending = original[len(text) :]
        assert line.startswith(text)
        added = line[len(text) : len(line) - len(ending)]
        assert line.endswith(ending)
        assert added == b"" or added.startswith(MARK)
        kept.append(text + ending)
    return b"\n".join(kept)


@given(log=st.tuples(LOGS, st.one_of(RAW, LINES)).map(b"".join), step=st.integers(1, 400))
def test_without_annotations_the_output_is_the_input_byte_for_byte(log: bytes, step: int) -> None:
    assert bare(annotated(log, step), log) == log


@given(log=LOGS, step=st.integers(1, 200))
def test_the_size_of_reads_changes_nothing(log: bytes, step: int) -> None:
    assert annotated(log, step) == annotated(log)
    assert objects(log, step) == objects(log)


@given(log=LOGS)
def test_json_of_every_line_holds_the_text_and_offsets_point_into_it(log: bytes) -> None:
    rows = objects(log, every_line=True)
    lines = log.split(b"\n")
    assert [row["line"] for row in rows] == list(
        range(1, len(lines) if log.endswith(b"\n") or not log else len(lines) + 1)
    )
    for row in rows:
        for code in row["codes"]:
            assert row["text"][code["start"] : code["end"]] == code["text"]
    assert [row for row in rows if row["codes"]] == objects(log)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.log")), ids=lambda path: path.name)
def test_real_logs_pass_through_unchanged(path) -> None:  # type: ignore[no-untyped-def]
    log = path.read_bytes()
    assert bare(annotated(log), log) == log


def test_the_annotation_names_number_and_summary_before_the_ending() -> None:
    note = f"  # CKR_PIN_INCORRECT (0xA0): {PIN_INCORRECT.summary}".encode()
    line = b"C_Login failed: 160"
    assert (
        annotated(line + b"\r\n" + line + b"\n" + line)
        == line + note + b"\r\n" + line + note + b"\n" + line + note
    )


def test_a_cr_without_lf_at_the_end_is_text() -> None:
    assert annotated(b"C_Login failed: 160\r").startswith(b"C_Login failed: 160\r  # CKR_PIN_INCORRECT")
    (row,) = objects(b"C_Login failed: 160\r")
    assert row["text"] == "C_Login failed: 160\r"


def test_several_outcomes_are_joined() -> None:
    out = annotated(b"C_Login failed: 0xa0, C_Finalize failed: 0x190\n")
    assert out.count(MARK) == 1
    first, second = out.split(MARK)[1].split(b"; CKR_")
    assert first.startswith(b"CKR_PIN_INCORRECT (0xA0): ")
    assert second.startswith(b"CRYPTOKI_NOT_INITIALIZED (0x190): ")


def test_a_lone_cr_ends_no_line() -> None:
    assert objects(b"C_Login failed: 160\rC_Sign failed: 48\n") == [
        {
            "schema": "ckr.annotate/1",
            "line": 1,
            "text": "C_Login failed: 160\rC_Sign failed: 48",
            "codes": [
                {
                    "start": 16,
                    "end": 19,
                    "text": "160",
                    "value": 160,
                    "name": "CKR_PIN_INCORRECT",
                    "function": "C_Login",
                    "verdict": "listed",
                },
                {
                    "start": 35,
                    "end": 37,
                    "text": "48",
                    "value": 48,
                    "name": "CKR_DEVICE_ERROR",
                    "function": "C_Sign",
                    "verdict": "listed",
                },
            ],
        }
    ]


def test_successes_are_left_alone_unless_asked_for() -> None:
    log = b"C_Logout returned CKR_OK\nC_Sign rv = 0\n"
    assert annotated(log) == log
    assert annotated(log, only=True) == b""
    assert annotated(log, ok=True).count(b"  # CKR_OK (0x0): ") == 2
    assert [code["name"] for row in objects(log) for code in row["codes"]] == ["CKR_OK", "CKR_OK"]


def test_a_code_without_a_name() -> None:
    assert b"undefined in PKCS #11 3.2" in annotated(b"C_DigestInit failed: 0x12345\n")
    (row,) = objects(b"C_DigestInit failed: 0x12345\n")
    assert row["codes"][0]["name"] is None
    assert row["codes"][0]["verdict"] == "undefined"
    vendor = annotated(b"C_DigestInit failed: 0x80FEDCBA\n")
    assert b"  # 0x80FEDCBA: vendor-defined" in vendor


def test_inline_marks_bare_numbers_only() -> None:
    log = b"C_Login failed: 0xa0 (CKR_PIN_INCORRECT)\nC_Sign failed: 0x30, giving up\nC_Logout rv = 0\n"
    assert annotated(log, inline=True) == (
        b"C_Login failed: 0xa0 (CKR_PIN_INCORRECT)\nC_Sign failed: 0x30 [CKR_DEVICE_ERROR], giving up\nC_Logout rv = 0\n"
    )


def test_only_and_context() -> None:
    log = (
        b"".join(b"line %d\n" % n for n in range(10))
        + b"C_Sign failed: 0x30\n"
        + b"".join(b"line %d\n" % n for n in range(10, 20))
    )
    for step in (1, 7, 1000):
        assert annotated(log, step, only=True).count(b"\n") == 1
        around = annotated(log, step, context=2).split(b"\n")
        assert [line for line in around if not line.startswith(b"C_")] == [
            b"line 8",
            b"line 9",
            b"line 10",
            b"line 11",
            b"",
        ]
    twice = b"C_Sign failed: 0x30\nbetween\nC_Sign failed: 0x31\n"
    assert annotated(twice, context=3).count(b"between") == 1


def test_context_may_be_the_whole_file() -> None:
    log = b"a\nC_Sign failed: 0x30\nb\n"
    assert annotated(log, context=10**20).count(b"\n") == len(objects(log, context=10**20)) == 3


def test_json_keeps_context_as_lines_without_codes() -> None:
    log = b"".join(b"line %d\n" % n for n in range(9)) + b"C_Sign failed: 0x30\n" + b"after\nfar\nfarther\n"
    for step in (1, 7, 1000):
        around = objects(log, step, context=2)
        assert [row["line"] for row in around] == [8, 9, 10, 11, 12]
        assert [len(row["codes"]) for row in around] == [0, 0, 1, 0, 0]
        assert objects(log, step, context=2, every_line=True) == objects(log, step, every_line=True)


def test_undecodable_bytes_are_one_replacement_character_each() -> None:
    (row,) = objects(b"\xe2\x82 \xc3\xa9\xff C_Sign failed: 0x30\n")
    assert row["text"] == "\ufffd\ufffd \u00e9\ufffd C_Sign failed: 0x30"
    assert (row["codes"][0]["start"], row["codes"][0]["end"]) == (21, 25)
    assert row["text"][21:25] == "0x30"


def test_nul_bytes_pass() -> None:
    log = b"\x00\x00 C_Sign failed: 0x30 \x00\n"
    assert bare(annotated(log), log) == log
    assert MARK in annotated(log)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b""])
@pytest.mark.parametrize("step", [1 << 16, (1 << 20) + 1, 1 << 23])
def test_a_line_over_one_mebibyte_is_annotated_in_its_first(ending: bytes, step: int) -> None:
    early = b"C_Sign failed: 0x30 " + b"x" * (3 << 20)
    late = b"x" * (1 << 20) + b" C_Sign failed: 0x30"
    log = early + b"\n" + late + b"\n" + b"C_Login failed: 160\n" + early + ending
    out = annotated(log, step)
    assert bare(out, log) == log
    assert [MARK in line for line in out.split(b"\n")[:4]] == [True, False, True, True]
    assert [row["line"] for row in objects(log, step)] == [1, 3, 4]
    assert annotated(log, step, only=True).count(MARK) == 3
    assert late not in annotated(log, step, only=True)


def test_colours_don_t_hide_a_code() -> None:
    log = b"\x1b[1;31mC_Login\x1b[0m failed: \x1b[33m0xa0\x1b[0m\n"
    (row,) = objects(log)
    assert row["codes"][0]["text"] == "0xa0"
    assert bare(annotated(log), log) == log


@pytest.mark.parametrize(
    "text",
    [
        "ERROR: The given user PIN does not match the one in the token.",
        "C_Login failed: 0xa0",
        "CKR_PIN_INCORRECT",
    ],
)
def test_line_feeds_and_tabs_as_rsyslog_writes_them_end_a_word(text: str) -> None:
    for escape in ("#012", "#011", "#015#012"):
        log = f"Nov 28 10:00:01 hsm app[7]: first line{escape}{text}\n".encode()
        assert returns(log) == returns(f"Nov 28 10:00:01 hsm app[7]: {text}\n".encode()) != []
        assert [one["codes"][0]["text"] for one in objects(log)] == [
            one["codes"][0]["text"] for one in objects(text.encode())
        ]


def test_lines_that_differ_in_numbers_only_are_read_each_for_itself() -> None:
    log = b"".join(b"t=%d C_Sign failed: 0x%x (session %d)\n" % (n, n % 400, n) for n in range(2000))
    values = [row["codes"][0]["value"] if row["codes"] else None for row in objects(log)]
    assert values == [n % 400 for n in range(2000)]
    numbers = (499, 160, 498, 161, 162, 60, 163, 164)
    provider = b"".join(b"Error %d returned by C_Login at %d\n" % (n, n) for n in numbers)
    assert [row["codes"][0]["value"] for row in objects(provider)] == list(numbers)
    keyed = b"".join(b'{"error_code":%d,"function":"C_Login","at":%d}\n' % (n, n) for n in numbers)
    assert [row["codes"][0]["value"] for row in objects(keyed)] == [160, 161, 162, 163, 164]
    beside = b"".join(b"got CKR_SGD_UNHEARD_OF (0x%x)\n" % n for n in (0x80001234, 0xA0, 0x30))
    assert [row["codes"][0]["value"] for row in objects(beside)] == [0x80001234, 0xA0, 0x30]


NUMBER = re.compile(r"0x[0-9a-fA-F]+|\d+")
OTHERS = [
    "0",
    "5",
    "7",
    "48",
    "160",
    "0xa0",
    "0xf3",
    "257",
    "499",
    "1234567",
    "0x80000001",
    "000000A0",
    "00000003",
]
MORE = [
    "7 C_Sign failed: 0x30 after 9 ms",
    "Error 160 returned by C_Login at 5",
    "error_code=160 function=C_Login at 5",
    "C_FindObjects returned 5 objects of 9",
    "C_FindObjects returned 5 for 9",
    "C_Sign(5): rv = 48, C_Login: rv = 160",
    "req 7: rv=160 pid 5",
    "fade5: C_Login",
    "CKR_SGD_FOO (5) at 7",
]


@given(seed=st.integers(0, 2**32))
def test_what_was_read_before_changes_no_reading(seed: int) -> None:
    """Lines alike share a reading; so real lines with other numbers in them, together and each alone, say the same."""
    chance = random.Random(seed)
    real = [
        line
        for line, _ in SAYING
        if "Exception" not in line and "Error: CKR" not in line and "[31m" not in line
    ]
    base = chance.sample([*real, *SILENT, *MORE], 12)

    def other(match: re.Match[str]) -> str:
        return chance.choice([match[0], *OTHERS]) if chance.random() < 0.5 else match[0]

    lines = [NUMBER.sub(other, chance.choice(base)).encode() for _ in range(60)]
    opening = b"error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)\n"
    together = [(row["text"], row["codes"]) for row in objects(opening + b"\n".join(lines) + b"\n")][1:]
    alone = [(row["text"], row["codes"]) for line in lines for row in objects(opening + line + b"\n")[1:]]
    assert together == alone
