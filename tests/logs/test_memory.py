"""What is kept of a line says of every line like it what the careful reading says of it."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool._generate.vocabulary import _general
from ckrtool.logs.current_grammar import current
from ckrtool.logs.engine import line_cache
from ckrtool.logs.engine.engine import Engine, LineHit, placed
from ckrtool.logs.engine.line_cache import LineCache
from ckrtool.logs.input.searchable import SearchableLine
from ckrtool.logs.line.folding import SPELLED
from ckrtool.logs.line.function_numbers import AFTER_VERB, KEYED, KEYS, VERBS
from ckrtool.logs.line.letters import words_of
from ckrtool.logs.line.mentions import _BEFORE, _is_opened
from ckrtool.logs.line.read_line import read_line, read_view
from tests.benchmarks.logs import DENSE, QUIET, TRACES, make
from tests.logs.corpus import SAYING, SILENT
from tests.logs.support import SAMPLES

if TYPE_CHECKING:
    from ckrtool.logs.dialects.grammar import Grammar
    from ckrtool.logs.line.result import LineResult

CORPUS = [line.encode() for line, _ in SAYING] + [line.encode() for line in SILENT]
REAL = [line for path in sorted(SAMPLES.glob("*.log")) for line in path.read_bytes().split(b"\n") if line]
MADE = [line for kind in (DENSE | TRACES | QUIET).values() for line in make(kind, 4000).split(b"\n") if line]
LINES = [*CORPUS, *REAL, *MADE]
PLAIN = [
    b"a C_Sign failed: 0x30 z", b"[1] C_Sign returned CKR_DEVICE_ERROR (0x30), b", b"x: C_Login: rv = 160 (y)",
    b"C_Login failed with CKR_PIN_INCORRECT", b'"fn":"C_Sign","rv":48,"a":1', b"C_Sign() = 0x30 end",
    b"C_FindObjects returned 5", b"pkcs11[3]: C_Sign(0x12) failed: 48", b"C_Sign failed: 0x30",
    b"C_Sign returned CKR_FUNCTION_FAILED", b"C_Sign: rv=48", b"a: C_Sign(0x5, 17) returned CKR_DEVICE_ERROR (0x30), b",
    b"x C_Sign(7) = 0x30 y", b"x C_Sign(7f, 0x30) failed: rv = 0x5 ", b"C_Sign(0x1) returned 5 objects",
    b"[C_Sign] = 0x30 z", b"a [C_Sign] 0x30", b"a <- C_Sign 0x30", b"[1]: 0x30 returned from C_Sign",
]  # fmt: skip
# Words and signs that change what a line beside them says.
CHANGING = [
    b"", b" ", b"expected ", b"may cause ", b"not ", b"if (", b"== ", b";", b" {", b"Error 5 returned by ", b" objects", b" ms",
    b"Calling ", b"S", b"12: ", b"error:418000A0:PKCS#11 module:x:", b" api] INFO: ", b"CKRException: 0x31 ", b"pkcs11: 0x5: ",
    b"\x1b[31m", b'\\"', b"\\n", b"\\u001b[0m", b" errno ", b"rv=7 ", b" CKR_OK", b" C_Login", b"_", b"0", b"x", b"\r", b"    ",
    b" [t]: C_Login", b" rv = 0x5", b" Returned:  5", b" error 0x31", b" failed: 49", b"PKCS11 error: ", b"code=5 ", b", CKR_CANCEL",
    b"<- ", b"[", b"]", b"1: 0x31 returned from ",
]  # fmt: skip
NUMBER = re.compile(rb"0x[0-9a-fA-F]+|\d+")
OTHERS = [
    b"0",
    b"5",
    b"48",
    b"160",
    b"0xa0",
    b"0x30",
    b"0xf3",
    b"499",
    b"1234567",
    b"0x80000001",
    b"000000A0",
]


def told(engine: Engine, log: bytes) -> list[object]:
    """Return what each line of the log says, with places from the start of the line."""

    def row(hit: LineHit) -> object:
        start, end, place, outcomes = hit
        shift = place - start
        return log[start:end], [
            (
                one.start + shift,
                one.end + shift,
                one.bare,
                one.code.value,
                one.code.name,
                one.code.function,
                one.code.normal,
                one.traced,
                one.chained,
            )
            for one in outcomes
        ]

    return [row(hit) for hit in engine.read(log)]


def mixed(chance: random.Random) -> bytes:
    """Return a log of lines that are alike, but for what was put in, cut off or joined."""
    base = [*chance.choices(LINES, k=4), *chance.choices(PLAIN, k=4)]
    lines = []
    for _ in range(120):
        line = chance.choice(base)
        kind = chance.random()
        if kind < 0.3:
            put = chance.choice(CHANGING)
            at = chance.randrange(len(line) + 1)
            line = line[:at] + put + line[at:]
        elif kind < 0.5:
            line = chance.choice(CHANGING) + line
        elif kind < 0.7:
            line += chance.choice(CHANGING)
        elif kind < 0.8:
            line += chance.choice((b" ", b"; ", b"")) + chance.choice(base)
        if chance.random() < 0.4:
            line = NUMBER.sub(lambda match: chance.choice([match[0], *OTHERS]), line)
        lines.append(line)
    return b"\n".join(lines) + b"\n"


@given(seed=st.integers(0, 2**32))
def test_lines_alike_say_what_each_says_by_itself(seed: int) -> None:
    log = mixed(random.Random(seed))
    for opening in (b"", b"error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)\n"):
        assert told(Engine(), opening + log) == told(Engine(cached=False), opening + log)


@given(data=st.data())
def test_a_dialect_s_line_is_never_taken_for_another(data: st.DataObject) -> None:
    """Whatever a dialect's pattern allows, beside plain lines."""
    dialect = data.draw(st.sampled_from(current().dialects))
    text = data.draw(st.from_regex(re.compile(dialect.pattern.pattern))).replace(b"\n", b" ")[:400]
    plain = data.draw(st.sampled_from(PLAIN))
    log = b"\n".join((plain, b"other words " + plain, plain + b" " + text, text + b" " + plain, text, b""))
    assert told(Engine(), log) == told(Engine(cached=False), log)


@given(text=st.from_regex(re.compile(_BEFORE.pattern)))
def test_what_is_looked_for_first_is_in_all_that_speaks_of_a_name(text: bytes) -> None:
    match = _BEFORE.search(text)
    assert match is None or _is_opened(text[: match.end()])


@pytest.mark.parametrize(("pattern", "words"), [(AFTER_VERB, VERBS), (KEYED, KEYS)])
def test_a_word_is_in_all_that_makes_a_number_a_return_code(
    pattern: re.Pattern[bytes], words: frozenset[bytes]
) -> None:
    @given(text=st.from_regex(re.compile(pattern.pattern)))
    def has_one(text: bytes) -> None:
        assert not words.isdisjoint(words_of(text))

    has_one()


def test_lines_that_differ_in_a_vendor_s_number_are_each_read_right() -> None:
    numbers = [
        0x80000001,
        0x80000001,
        0x80000002,
        0xCE534351,
        0x80004005,
        0x8010000F,
        0x80000000,
        0xA0,
        0x7FFFFFFF,
    ]
    lines = []
    for form in (
        b"C_Sign failed: 0x%08x, x",
        b"hsm rv=0x%08x x",
        b"PKCS11Exception: 0x%08X",
        b"CKR_ACME (0x%08x) C_Sign",
    ):
        lines += [form % number for number in numbers]
    log = b"\n".join(lines) + b"\n"
    assert told(Engine(), log) == told(Engine(cached=False), log)


ALMOST_ALIKE = [
    (b"12:00:01 C_Sign failed: 0x30", b"12:257:01 C_Sign failed: 0x30"),  # one word, and five
    (b"2026-11-25T12:00:42: error: C_Sign: CKR_CANCEL", b"0-11-25T12:00:42: error: C_Sign: CKR_CANCEL"),
    (b'"fn":"C_Sign","rv":48,"a":1', b'0"fn":"C_Sign","rv":48,"a":1'),
    (b"C_Login() failed: 63", b"C_SignInit() failed: 63"),  # hexadecimal only as a code of C_SignInit
    (b"file.c:1234567:1: error: CKR_CANCEL", b"file.c:12:123456: error: CKR_CANCEL"),
    (b"2147483649: C_Sign", b"4: C_Sign"),  # the number of pkcs11-spy, and none
    (b"-12345678901[7f0a]: C_Sign", b"-123456789012345678901[7f0a]: C_Sign"),
    (b"is0x190: CKR_ACME_FOO", b"is0: CKR_ACME_FOO"),
    (b"FINILogin CKR_CANCEL(12ms) {}", b"FINIZebra CKR_CANCEL(12ms) {}"),
    (b"C_Sign for zebra: status 48", b"C_Sign for zebra: status 160"),  # a status has three digits
    # Functions and names that a dialect's pattern spells out, and others.
    (b"Main C_Initialize(NULL) rv:CKR_GENERAL_ERROR", b"Main C_Login(NULL) rv:CKR_GENERAL_ERROR"),
    (b"C_Login failed: PIN locked", b"C_Sign failed: PIN locked"),
    (
        b"Get certificate attributes failed: 179:'CKR_SESSION_HANDLE_INVALID'",
        b"Get certificate attributes failed: 179:'CKR_DEVICE_ERROR'",
    ),
    (
        b"Get certificate attributes failed: 179:'CKR_SESSION_HANDLE_INVALID'",
        b"Get certificate attributes failed: 0179:'CKR_SESSION_HANDLE_INVALID'",
    ),
    # OpenSSL's numbers of a reason that is no return code, and of one that is.
    (
        b"error:820739A0:PKCS#11 module:PKCS11_login:PIN incorrect:p11_slot.c:240:",
        b"error:820740A0:PKCS#11 module:PKCS11_login:PIN incorrect:p11_slot.c:240:",
    ),
    # A function that a compound names too.
    (
        b"T:0x1 12:39:38.189 main.c:355:C_Initialize: C_Initialize.zebra() = CKR_OK",
        b"T:0x1 12:39:38.189 main.c:355:C_WrapKey: C_Initialize.zebra() = CKR_OK",
    ),
    # Two codes in a line are one if they are equal.
    (
        b"AWS_ERROR_PKCS11_CKR_CANT_LOCK: failed with return value CKR_CANT_LOCK",
        b"AWS_ERROR_PKCS11_CKR_CANT_LOCK: failed with return value CKR_DEVICE_ERROR",
    ),
    (b"pkcs11: 0x6: [zebra]CKR_FUNCTION_FAILED", b"pkcs11: 0x6: [zebra]CKR_CANCEL"),
    (b"12Returned:  3 CKR_SLOT_ID_INVALID", b"12eturned:  3 CKR_SLOT_ID_INVALID"),  # two programs at once
    (b'return "C_Login" value: 48LastError', b'return "C_Login" value: 48LastErrors'),
    # Numbers that patterns spell out, and others.
    (b"zebra: PKCS#11 error: 0x30", b"zebra: PKCS#12 error: 0x30"),
    (b"zebra: pkcs # 11 error: 0x30", b"zebra: pkcs # 15 error: 0x30"),
    (b"PKCS#11 module.dll: Win32 error 126", b"PKCS#11 module.dll: Win32 error 125"),
    (b"zebra.dll: LoadLibrary failed with error: 193", b"zebra.dll: LoadLibrary failed with error: 194"),
]


@pytest.mark.parametrize("pair", ALMOST_ALIKE)
def test_lines_that_are_only_almost_alike(pair: tuple[bytes, bytes]) -> None:
    for lines in (pair, pair[::-1]):
        log = b"\n".join((b"C_Initialize", *lines, *lines, b"Returned:  5 CKR_GENERAL_ERROR", b""))
        assert told(Engine(), log) == told(Engine(cached=False), log)


def test_a_number_that_a_pattern_spells_out_comes_after_such_a_word() -> None:
    """In the key of a line, such a number is kept only there."""
    sources = [dialect.pattern.pattern for dialect in current().dialects]
    sources += _general()
    for number in SPELLED:
        for source in sources:
            for found in re.finditer(rb"(?<![\d{,])%b(?!\d)" % number, source):
                before = re.sub(rb"\\s|\?:|\d", b"", source[: found.start()])
                assert re.search(rb"[A-Za-z][^A-Za-z]{0,8}\Z", before), source


UNKNOWN = [
    b"zebra",
    b"Quartz",
    b"MAPLE",
    b"fooBar",
    b"x1y2z3",
    b"a_b_c",
    b"q",
    b"org.maple.Zebra",
    b"zebra-7",
    b"9f86d081884c7d65",
]


def read_raw(line: bytes, *, in_trace: bool) -> list[object]:
    """Return what the reader says of a line without the folding of its words."""
    return [
        (one.start, one.end, one.bare, one.code.value, one.code.name, one.code.function, one.code.normal)
        for one in read_line(line, in_trace=in_trace, grammar=current()).outcomes
    ]


def read_folded(line: bytes, *, in_trace: bool) -> list[object]:
    """Return what the cache says of a line that it reads for the first time."""
    cache = LineCache(current())
    cache.in_trace = in_trace
    seen = SearchableLine(line)
    words, (reading, outcomes, _) = cache.find(seen.text)
    spans, first = placed(outcomes, reading, words, seen)
    return [
        (
            one.start + first,
            one.end + first,
            one.bare,
            one.code.value,
            one.code.name,
            one.code.function,
            one.code.normal,
        )
        for one in spans
    ]


NUMBERS_IN_WORDS = [
    b"C_Sign failed-48",
    b"C_GenerateKeyPair returned-28",
    b"C_Sign rv.123",
    b"rv=5.pkcs11",
    b"rv 156.PKCS3CryptoToken",
    b'return "C_Login" value: 400ERROR',
    b'return "C_Login" value: 52792632LastError',
    b"C_Sign failed: 0x30.Retrying",
    b"C_Login failed: 0xA0...giving up",
    b"C_Sign rv=48-zebra x",
    b"rv = 160.Zebra",
    b"C_Sign failed.48-z1 x",
    b"Fed.pkcs11.exceptions.SessionReadOnly",
    b"2026-0xf3-25T12:00:42: error: C_Sign: CKR_CANCEL",
    b"zebra: PKCS#11-2x error: 0x30",
    b"    00000000  BD C_Sign failed: 257",
    b"    00000010  fe 43 4B 52 5F 4F 4B 20  rv: CKR_OK",
]


@pytest.mark.parametrize("line", NUMBERS_IN_WORDS)
def test_a_number_in_a_word_is_not_read_as_0(line: bytes) -> None:
    for in_trace in (True, False):
        assert read_folded(line, in_trace=in_trace) == read_raw(line, in_trace=in_trace)
    log = b"\n".join((b"C_Initialize", line, NUMBER.sub(b"7", line), line, b""))
    assert told(Engine(), log) == told(Engine(cached=False), log)


@pytest.mark.parametrize("in_trace", [False, True])
def test_a_line_s_folded_text_says_what_the_line_says(in_trace: bool) -> None:
    for line in LINES:
        assert read_folded(line, in_trace=in_trace) == read_raw(line, in_trace=in_trace), line


@given(seed=st.integers(0, 2**32))
def test_words_that_no_form_knows_make_no_difference(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        words = chance.choice(LINES).split(b" ")
        words.insert(chance.randrange(len(words) + 1), chance.choice(UNKNOWN))
        line = b" ".join(words)
        assert read_folded(line, in_trace=True) == read_raw(line, in_trace=True), line


def test_every_line_alike_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []

    def noted(view: bytes, *, in_trace: bool, grammar: Grammar) -> LineResult:
        read.append(view)
        return read_view(view, in_trace=in_trace, grammar=grammar)

    monkeypatch.setattr(line_cache, "read_view", noted)
    engine = Engine()
    names = ("zebra", "quartz", "maple", "saffron")
    lines = [
        f"{name}: {function} failed: {code:#x} (user {other})\n"
        for name in names
        for other in names
        for function in ("C_Sign", "C_Login", "C_GetAttributeValue")
        for code in (0x30, 0xA0, 0x101)
    ]
    hits = engine.read("".join(lines).encode())
    assert len(hits) == len(lines)
    assert {hit[3][0].code.function for hit in hits} == {"C_Sign", "C_Login", "C_GetAttributeValue"}
    assert len(read) <= 8
