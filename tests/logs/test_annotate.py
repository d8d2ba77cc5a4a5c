"""The filter: bytes unchanged, annotations where they belong, whatever the input and the size of reads."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.knowledge import registry
from ckrtool.logs.scan import failed
from tests.logs.corpus import SAYING, SILENT
from tests.logs.support import SAMPLES, annotated, objects, returns, sample, summary

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


def test_pins_are_blanked_in_the_known_traces() -> None:
    for name in ("spy-bad-pin.log", "p11kit-bad-pin.log", "libp11.log"):
        log = sample(name)
        assert b"999999" in log
        out = annotated(log, redact=True)
        assert b"999999" not in out
        assert b"39 39 39" not in out
        assert b"999999" in annotated(log)
        assert all("999999" not in row["text"] for row in objects(log, every_line=True))
        assert len(out.split(b"\n")) == len(log.split(b"\n"))


def test_a_long_pin_of_pkcs11_spy_is_blanked_to_its_end_and_nothing_after_it() -> None:
    log = b"\n".join(
        (
            b"7: C_Login",
            b"[in] pPin[ulPinLen] 00007ffd08e2a9a2 / 18",
            b"    00000000  73 65 63 72 65 74 20 70 61 73 73 77 6F 72 64 20  secret password ",
            b"    00000010  39 39                                            99              ",
            b"[in] pData[ulDataLen] 00007ffd08e2a9a2 / 3",
            b"    00000000  61 62 63                                         abc             ",
            b"Returned:  160 CKR_PIN_INCORRECT",
            b"",
        )
    )
    for step in (1, 50, 1000):
        out = annotated(log, step, redact=True)
        assert b"secret" not in out
        assert b"73 65" not in out
        assert b"99" not in out.split(b"\n")[3]
        assert b"    00000000  " + b" ".join([b"**"] * 16) + b"  " + b"*" * 16 in out
        assert b"61 62 63" in out
        assert b"abc" in out


@pytest.mark.parametrize(
    ("line", "blanked"),
    [
        (rb'  IN: pPin = (6) "12\n3\"4"', b'  IN: pPin = (6) "******"'),
        (b'  IN: pOldPin = (4) "1234"', b'  IN: pOldPin = (4) "****"'),
        (b'  IN: pNewPin = (4) "ab;d"', b'  IN: pNewPin = (4) "****"'),
        (
            b"key pkcs11:token=a;object=b?pin-value=1234&x=y",
            b"key pkcs11:token=a;object=b?pin-value=****&x=y",
        ),
        (b"0x1 : 0x2 :  *pPin: 1234", b"0x1 : 0x2 :  *pPin: ****"),
        (rb'  IN: pNewPin = (22) "SEKRET "quo\te" SEKRET"', b'  IN: pNewPin = (22) "' + b"*" * 22 + b'"'),
        (rb'{"m":"IN: pPin = (4) \"1234\"","n":"x"}', rb'{"m":"IN: pPin = (4) \"****\"","n":"x"}'),
        (b"tok.open(user_pin='1234')", b"tok.open(user_pin='****')"),
        (b'{"pin":"1234","slot":1}', b'{"pin":"****","slot":1}'),
        (b"pkcs11-tool --login --pin 1234 -O", b"pkcs11-tool --login --pin **** -O"),
        (b'  IN: pLabel = (4) "demo"', b'  IN: pLabel = (4) "demo"'),
    ],
)
def test_pins_written_as_text(line: bytes, blanked: bytes) -> None:
    assert annotated(line + b"\n", redact=True) == blanked + b"\n"


def test_the_pin_in_an_apdu_of_opensc_is_blanked_and_other_apdus_are_not() -> None:
    log = b"""P:1; T:0x1 15:19:52.123 [opensc-pkcs11] reader-pcsc.c:298:pcsc_transmit:
Outgoing APDU (13 bytes):
00 20 00 81 08 31 32 33 34 35 36 FF FF . ...123456..
P:1; T:0x1 15:19:52.142 [opensc-pkcs11] reader-pcsc.c:307:pcsc_transmit:
Incoming APDU (2 bytes):
63 C2 c.
Outgoing APDU (12 bytes):
00 A4 04 00 07 62 76 01 FF 00 00 00 .....bv.....
"""
    out = annotated(log, redact=True)
    assert b"123456" not in out
    assert b"31 32" not in out
    assert b"00 20 00 81 08 ** ** ** ** ** ** ** ** " in out
    assert out[out.index(b"P:1; T:0x1 15:19:52.142") :] == log[log.index(b"P:1; T:0x1 15:19:52.142") :]


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


LOADS = [
    ("sc_dlopen failed: /opt/libhsm.so: cannot open shared object file: No such file or directory", "missing", "/opt/libhsm.so"),
    ("dlopen: libdep.so.1: cannot open shared object file: No such file or directory", "missing-dependency", "libdep.so.1"),
    ("Error relocating /opt/libhsm.so: RSA_set0_key: symbol not found", "undefined-symbol", "RSA_set0_key"),
    ("OSError: /opt/w32.so: wrong ELF class: ELFCLASS32", "wrong-machine", "/opt/w32.so"),
    (
        "ImportError: DLL load failed while importing _LowLevel: The specified module could not be found.",
        "missing-dependency",
        "The specified module could not be found",
    ),
    (
        "dlopen(/opt/a.so, 0x1): tried: '/opt/a.so' (mach-o file, but is an incompatible architecture (have 'arm64', need 'x86_64'))",
        "wrong-machine",
        "/opt/a.so",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "reason", "what"), LOADS)
def test_a_library_that_was_not_loaded_is_said(line: str, reason: str, what: str) -> None:
    rows = objects(line.encode() + b"\n")
    assert [(row["codes"], row["load"]) for row in rows] == [([], {"class": reason, "what": what})]
    noted = annotated(line.encode() + b"\n").decode()
    assert noted.startswith(f"{line}  # not loaded ({reason}): ")
    assert annotated(line.encode() + b"\n", inline=True) == line.encode() + b"\n"
    found = summary(line.encode() + b"\n" + line.encode() + b"\n")
    assert [(row["class"], row["what"], row["count"]) for row in found["loads"]] == [(reason, what, 2)]
    assert failed(found)


def test_two_libraries_with_different_digits_are_two() -> None:
    line = b"x: /opt/libhsm%d.so: cannot open shared object file: No such file or directory\n"
    rows = objects(b"".join(line % number for number in (1, 2, 3, 1)))
    assert [row["load"]["what"] for row in rows] == [f"/opt/libhsm{n}.so" for n in (1, 2, 3, 1)]
