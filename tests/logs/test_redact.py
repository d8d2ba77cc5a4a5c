"""PINs are blanked wherever they are: the search for signs misses no line, and no block ends a dump."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.input.chunks import LONGEST
from ckrtool.logs.redact import Redactor
from tests.logs.support import SAMPLES, annotated, objects, sample
from tests.logs.test_memory import LINES

PINS = [
    b'  IN: pPin = (4) "1234"', b"*pPin: 1234", b"?pin-value=1234&x", b"pin-value%3D1234", b"--pin 1234", b"--so-pin '12 34'",
    rb'{"a":"{\"m\":\"IN: pPin = (4) \\\"1234\\\"\"}"}', b'{"pin":"1234"}', rb'{\"pin\":\"1234\"}', b"user_pin = '1234'", b"pin=1234", b"so-pin=1234,", b"PIN=1234", b"HSM_PIN=1234", b"card_user_pin='1234'", b"userPin=1234", b'"PIN": "1234"', b"pin: 1234", b"Sending: 00 20 00 81 04 31 32 33 34 ",
    b"\x1b[31mpin=1234\x1b[0m", b"a#012pin=1234", rb"a\npin=1234", rb"a\tpin = '1234'", rb'--pin \"12 34\" x', b'--pin "1234',
    rb'{\"msg\":\"{\\\"pin\\\":\\\"1234\\\"}\"}', rb"\u001b[1muser_pin=1234",
    b"x Outgoing APDU: 00 20 00 81 04 31 32 33 34 ", b"spin = '1234'", b"a pin 1234", b'pin : "1234"',
]  # fmt: skip
SPY = b"[in] pPin[ulPinLen] 00007ffd08e2a9a2 / 4\n    00000000  31 32 33 34                                      1234            \n"
APDU = b"Outgoing APDU (9 bytes):\n00 20 00 81 04 31 32 33 34 ....1234\n"
DUMPS = [SPY, APDU]


def careful(log: bytes) -> bytes:
    """Return the log blanked line by line, without a search for signs."""
    redactor = Redactor()
    return b"\n".join(map(redactor.line, log.split(b"\n")))


def jsoned(pieces: list[bytes], *, redact_first: bool) -> bytes:
    """Return what `annotate --json` writes; with `redact_first` it redacts each block as a whole before it reads it."""
    worker = JsonAnnotator()
    if redact_first:
        setattr(worker._redactor, "carries", bool)  # noqa: B010 - a method is replaced
    return b"".join((*map(worker.push, pieces), worker.finish()))


def blocks(log: bytes, chance: random.Random) -> list[bytes]:
    """Return the log cut into blocks of whole lines."""
    lines = log.splitlines(keepends=True)
    out = []
    while lines:
        count = chance.randint(1, 9)
        out.append(b"".join(lines[:count]))
        lines = lines[count:]
    return out


@given(seed=st.integers(0, 2**32))
def test_blocks_are_blanked_as_each_line_is(seed: int) -> None:
    chance = random.Random(seed)
    parts = chance.choices(LINES, k=20) + chance.choices(PINS, k=4)
    chance.shuffle(parts)
    log = b"".join(part.replace(b"\r", b"") + b"\n" for part in parts)
    for dump in chance.sample(DUMPS, 2):
        at = log.find(b"\n", chance.randrange(len(log))) + 1
        log = log[:at] + dump + log[at:]
    redactor = Redactor()
    assert b"".join(map(redactor.blank, blocks(log, chance))) == careful(log)


@pytest.mark.parametrize("line", PINS[:-3])
def test_one_line_with_a_pin_is_blanked_by_itself(line: bytes) -> None:
    for out in (Redactor().blank(line + b"\n"), annotated(line + b"\n", redact=True)):
        assert b"1234" not in out
        assert b"31 32" not in out
        assert b"*" in out


@pytest.mark.parametrize("dump", DUMPS)
@pytest.mark.parametrize("escape", [b"#012", rb"\n", rb"\\n"])
def test_a_dump_in_a_message_of_escaped_lines_is_blanked(dump: bytes, escape: bytes) -> None:
    log = b"Nov 28 10:00:01 hsm app[7]: x " + dump.replace(b"\n", escape) + b"C_Login failed: 0xa0\n"
    assert annotated(log, redact=True).count(b"** ** ** ** ") == 1
    for out in (
        annotated(log, redact=True),
        str(objects(log)).encode(),
        str(objects(log, every_line=True)).encode(),
    ):
        assert b"31 32" not in out
        assert b"1234" not in out


@pytest.mark.parametrize("dump", DUMPS)
def test_the_end_of_a_block_ends_no_dump(dump: bytes) -> None:
    head, rest = dump.split(b"\n", 1)
    for take in (Redactor.blank, Redactor.skip):
        redactor = Redactor()
        take(redactor, head + b"\n")
        assert redactor.blank(rest).count(b"**") >= 4
    assert objects(b"x\n" + dump, step=3, every_line=True)[2]["text"].count("**") >= 4


@pytest.mark.parametrize(
    "command", ["20", "21", "24", "2C", "2D", "2c"], ids=lambda instruction: f"INS {instruction}"
)
def test_each_command_of_iso_7816_that_carries_a_pin_is_blanked(command: str) -> None:
    """VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER, in a dump and on one line."""
    head = f"00 {command} 00 81 04 ".encode()
    secret = b"31 32 33 34 "
    for log in (
        b"Outgoing APDU (9 bytes):\n" + head + secret + b"....1234\n",
        b"Outgoing APDU: " + head + secret + b"\n",
        b"Sending: " + head + secret + b"\n",
    ):
        clean = Redactor().blank(log)
        assert head in clean
        assert secret not in clean
        assert b"1234" not in clean
        assert len(clean) == len(log)


def test_a_block_without_a_pin_is_the_same_object() -> None:
    block = b"a pin of the board\nC_Login failed: 0x30\n"
    assert Redactor().blank(block) is block


WITH_CODES = [
    b"%b C_Login failed: rv = 0xa0",
    b"C_Login failed: rv = 0x101 (%b)",
    b"C_Sign failed: 0x30 %b, C_Login: CKR_PIN_LOCKED",
]
OTHER_PINS = [
    b"pin=0xa0",
    "pin='pÄß1234'".encode(),
    b"--pin CKR_PIN_LOCKED",
    b'"pin":"C_Login failed: rv = 0xa4"',
]


@given(seed=st.integers(0, 2**32))
def test_json_is_that_of_blocks_that_are_redacted_before_they_are_read(seed: int) -> None:
    chance = random.Random(seed)
    pins = [chance.choice(WITH_CODES) % pin for pin in chance.choices(PINS + OTHER_PINS, k=8)]
    parts = [*chance.choices(LINES, k=10), *pins]
    chance.shuffle(parts)
    log = b"".join(part.replace(b"\r", b"") + b"\n" for part in parts)
    if chance.random() < 0.5:
        at = log.find(b"\n", chance.randrange(len(log))) + 1
        log = log[:at] + chance.choice(DUMPS) + log[at:]
    pieces = blocks(log, chance)
    assert jsoned(pieces, redact_first=False) == jsoned(pieces, redact_first=True)


def test_json_numbers_and_blanks_lines_after_blocks_without_codes() -> None:
    log = b"nothing here\n" * 5 + SPY + b"more\n" * 7 + b"C_Login(pin='1234') failed: rv = 0xa0\n"
    for step in (1, 30, 1000):
        (row,) = objects(log, step)
        assert row["line"] == 15
        assert "1234" not in row["text"]


@pytest.mark.parametrize("name", [path.name for path in sorted(SAMPLES.glob("*.log"))])
def test_samples_are_blanked_as_each_line_is(name: str) -> None:
    log = sample(name)
    assert Redactor().blank(log) == careful(log)


@pytest.mark.parametrize(
    "wrapped",
    [
        b"app-1  | %b",
        b"Nov 28 10:00:00 host app[1]: %b",
        b"2026-11-28T10:00:00.000000000Z stderr F %b",
        b'{"log":"%b\\n","stream":"stderr","time":"2026-11-28T10:00:00.0Z"}',
    ],
)
@pytest.mark.parametrize("size", [4, 8, 16])
def test_the_pin_of_an_apdu_is_redacted_in_the_log_of_a_container_too(wrapped: bytes, size: int) -> None:
    pin = b"Zq7Xw9KpZq7Xw9Kp"[:size]
    command = bytes([0, 0x20, 0, 1, size]) + pin
    lines = [b"Outgoing APDU (%d bytes):" % len(command)]
    for at in range(0, len(command), 16):
        row = command[at : at + 16]
        shown = bytes(byte if 32 <= byte < 127 else 0x2E for byte in row)
        lines.append(b"".join(b"%02X " % byte for byte in row) + shown)
    log = b"".join(wrapped % line + b"\n" for line in (*lines, b"C_Login = CKR_PIN_INCORRECT"))
    for step in (1, 1 << 18):
        out = annotated(log, step, redact=True)
        assert b"Zq" not in out
        assert b"5A 71" not in out
        assert b"4B 70" not in out
        assert out.count(b"stream") == log.count(b"stream")
        assert b"00 20 00 01 %02X **" % size in out


@pytest.mark.parametrize(
    ("log", "functions"),
    [
        (
            b"1: C_Login\n2: C_Sign\nReturned:  0 CKR_OK pin='Zq7X'\nReturned:  0 CKR_OK\n",
            ["C_Sign", "C_Login"],
        ),
        (b"Pkcs11Error: CKR_DEVICE_ERROR pin='Zq7X'\n    at PKCS11.C_Sign (a.js:1:1)\n", ["C_Sign"]),
        (b"1: C_Login\npin='x C_Login' 5: C_Sign\nReturned:  0 CKR_OK pin='5: C_Sign'\n", ["C_Sign"]),
    ],
)
def test_a_line_with_a_pin_closes_one_call(log: bytes, functions: list[str]) -> None:
    """Such a line is read once, as it is written."""
    for every_line in (False, True):
        rows = [row for row in objects(log, every_line=every_line) if row["codes"]]
        assert [code["function"] for row in rows for code in row["codes"]] == functions
        assert not any("Zq7X" in row["text"] for row in rows)


def test_a_line_of_another_thread_before_the_dump_of_an_apdu_does_not_let_the_pin_through() -> None:
    head, dump = APDU.split(b"\n", 1)
    assert dump.startswith(b"00 20")
    assert b"1234" not in Redactor().blank(head + b"\nanother thread\n" + dump)


@pytest.mark.parametrize(
    "line",
    [b"PIN=Zq7X", b"HSM_PIN=Zq7X next", b"card_user_pin='Zq7X'", b"userPin=Zq7X;", b'"PIN": "Zq7X"', b"pin: 8642", b'{"pin":8642}', b'{"hsm_pin": 8642}', b"export P11_SO_PIN=8642",
     b"PIN = 8642", b"slotPin=Zq7X", b"KeyStorePIN=Zq7X", b"'pin': b'Zq7X'", b'C_Login(1, CKU_USER, pPin="Zq7X", 4)', b'pkcs11:token=a?pin-value="Zq7X"', b"puk: 8642",
     b"pkcs15-tool --change-pin --puk Zq7X", b"pkcs15-init --so-puk=Zq7X", b"yubico-piv-tool -a verify-pin -P Zq7X", b"pkcs11-tool -l -p Zq7X --sign", b"pkcs11-tool -pZq7X"],
)  # fmt: skip
def test_a_pin_is_redacted_however_its_key_is_written(line: bytes) -> None:
    shown = Redactor().blank(line + b"\n")
    assert b"Zq7X" not in shown
    assert b"8642" not in shown


@pytest.mark.parametrize(
    "line", [b"PIN: incorrect", b"pin: 12", b"spin=1234", b"PIN tries left: 2", b"PIN_LEN=4321", b"C_Login: PIN incorrect: 160",
     b"PIN = wrong", b"pkcs11-tool --list-slots", b"pkcs11-tool --module /usr/lib/p.so", b"puk tries: 3"]
)  # fmt: skip
def test_words_about_a_pin_stay(line: bytes) -> None:
    assert Redactor().blank(line + b"\n") == line + b"\n"


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


PIN_HEAD = b"[in] pPin[ulPinLen] 000055dab16f3008 / 6\n"
OTHER = b"    00000000  36 35 34 33 32 31                                654321          \n"


@pytest.mark.parametrize(
    "before",
    [
        PIN_HEAD + PIN_HEAD + OTHER.replace(b"36 35 34", b"31 31 31").replace(b"654", b"111"),
        PIN_HEAD + b"8: C_GetInfo\n" + OTHER.replace(b"36 35 34", b"31 31 31").replace(b"654", b"111"),
        PIN_HEAD + b"    00000000  01 02 03                                         ...             \n",
        PIN_HEAD + b"    00000000  " + b"01 " * 16 + b" ................\n",
        b"[in] pPin[ulPinLen] \n8: C_GetInfo\n000055dab16f3008 / 6\n",
        b"[in] pPin[ulPinLen] [out] pInfo:\n000055dab16f3008 / 6\n",
    ],
    ids=[
        "two heads",
        "another call between",
        "a shorter dump",
        "a longer dump",
        "a torn head",
        "a head torn in its line",
    ],
)
def test_the_dump_of_a_pin_is_blanked_where_threads_write_into_each_other(before: bytes) -> None:
    for step in (1, 30, 1000):
        out = annotated(before + OTHER + b"Returned:  7 CKR_ARGUMENTS_BAD\n", step, redact=True)
        assert b"654321" not in out
        assert b"36 35 34" not in out


def test_dumps_long_after_a_pin_stay() -> None:
    log = PIN_HEAD + b"8: C_GetInfo\n" * 64 + OTHER
    assert b"654321" in annotated(log, redact=True)


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


@pytest.mark.parametrize("pin", [b'"pin": "Zq7X", ', b"pin-value=Zq7X ", b"--pin Zq7X "])
def test_the_pins_of_a_line_that_is_too_long_are_blanked_in_all_its_parts(pin: bytes) -> None:
    for shift in (0, 1, 7, len(pin) - 3):
        line = b"x" * (shift + LONGEST % len(pin)) + pin * (3 * LONGEST // len(pin) // 2)
        for step in (1 << 16, 1 << 19, 1 << 22):
            out = annotated(line + b"\r\nnext pin=Zq7X\n", step, redact=True)
            assert b"Zq7X" not in out
            assert out.startswith(line.replace(b"Zq7X", b"****") + b"\r\nnext")
        (row,) = objects(line + b" C_Login: rv = 0xa0\n", every_line=True)
        assert "Zq" not in row["text"]
