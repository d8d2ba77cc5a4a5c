"""The filter for Python's logging: what it adds, what it leaves alone, and what it costs."""

from __future__ import annotations

import logging
import logging.handlers
import pickle
import queue
import threading
import time
import tomllib
from timeit import timeit
from typing import TYPE_CHECKING

import pytest

import ckrtool
from ckrtool.logging import Annotate
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    Kept = tuple[logging.Logger, list[str]]


class List(logging.Handler):
    """Keeps what it would print."""

    def __init__(self, shown: list[str]) -> None:
        super().__init__()
        self.shown = shown
        self.addFilter(Annotate())

    def emit(self, record: logging.LogRecord) -> None:
        self.shown.append(self.format(record))


@pytest.fixture
def kept() -> Iterator[Kept]:
    """Return a logger with two handlers that annotate, and what both show."""
    logger = logging.getLogger("test-ckr-annotate")
    logger.propagate = False
    shown: list[str] = []
    logger.handlers = [List(shown), List(shown)]
    yield logger, shown
    logger.handlers = []


def record(message: object, *arguments: object) -> logging.LogRecord:
    return logging.LogRecord("signer", logging.ERROR, "signer.py", 1, message, arguments, None)


def filtered(message: object, *arguments: object) -> str:
    made = record(message, *arguments)
    assert Annotate().filter(made) is True, "it drops no record"
    return made.getMessage()


def test_two_handlers_annotate_once(kept: Kept) -> None:
    logger, shown = kept
    logger.error("C_Login failed: rv = %#x", 0xA0)
    logger.error("100%% of %s", "nothing")
    assert shown[0] == shown[1]
    assert shown[0].count("# CKR_PIN_INCORRECT (0xA0)") == 1
    assert shown[2:] == ["100% of nothing"] * 2


@pytest.mark.parametrize(
    "message",
    [
        "C_Login failed: rv = 0xa0",
        "two\nC_Login: rv = 0xa0\r\nC_Sign: rv = 0x30",
        "a  # comment, C_Login: rv = 0xa0",
        "C_Login: rv = 0xa0, C_Sign: rv = 0x30",
        "nothing  # a comment\nC_Login: rv = 0xa0  # another",
    ],
)
def test_a_record_of_another_process_is_annotated_once(message: str) -> None:
    """A queue or a socket sends the text and the attributes of a record, nothing else."""
    sent = logging.handlers.QueueHandler(queue.SimpleQueue())
    sent.addFilter(Annotate())
    received = record(message.replace("%", "%%"))
    sent.filter(received)
    once = received.getMessage()
    assert "  # CKR_" in once
    copied = logging.makeLogRecord(pickle.loads(pickle.dumps(sent.prepare(received).__dict__)))
    assert Annotate().filter(copied)
    assert copied.getMessage() == once


def test_a_record_gets_no_attribute_that_a_formatter_would_print() -> None:
    for message in ("C_Login failed: rv = 0xa0", "hello"):
        made = record(message)
        names = set(made.__dict__)
        Annotate().filter(made)
        assert set(made.__dict__) == names


def test_a_message_of_structured_logging_keeps_its_fields() -> None:
    fields = {"event": "C_Login failed: rv = 0xa0", "rv": 160}
    made = logging.LogRecord("signer", logging.ERROR, "signer.py", 1, fields, (), None)
    assert Annotate().filter(made) is True
    assert made.msg is fields


def test_each_line_of_a_message_on_its_own() -> None:
    assert filtered("two\nC_Login: rv = 0xa0\n").splitlines()[1].startswith("C_Login: rv = 0xa0  # CKR_PIN")
    assert filtered("C_GetSlotList") == "C_GetSlotList"
    assert filtered("returned 0xa0") == "returned 0xa0", "no call of the message before"


def test_every_line_that_annotate_knows() -> None:
    samples = [
        sample["text"]
        for path in sorted((ROOT / "ckrtool/data/dialects").glob("*.toml"))
        for line in tomllib.loads(path.read_text("utf-8")).get("line", [])
        for sample in line.get("sample", [])
    ]
    assert len(samples) > 100
    for text in samples:
        lines = text.split("\n")
        assert filtered("%s", text).split("\n") == [*ckrtool.annotate(lines)], text


class Broken:
    def __str__(self) -> str:
        raise RuntimeError("closed")


@pytest.mark.parametrize(
    ("message", "arguments"), [("%d: rv = 0xa0", ("x",)), ("rv = 0xa0 %s %s", (1,)), ("%s", (Broken(),))]
)
def test_arguments_that_do_not_fit_are_left_to_the_handler(message: str, arguments: tuple[object]) -> None:
    made = record(message, *arguments)
    assert Annotate().filter(made) is True
    assert (made.msg, made.args) == (message, arguments)


def test_characters_that_no_encoding_has_pass() -> None:
    shown = filtered("\ud800 \udcff C_Login: rv = 0xa0 \r")
    assert shown.startswith("\ud800 \udcff C_Login: rv = 0xa0")
    assert "CKR_PIN_INCORRECT" in shown


def test_threads_do_not_mix_their_messages(kept: Kept) -> None:
    logger, shown = kept

    def work(number: int) -> None:
        for turn in range(50):
            logger.error("thread %d turn %d: C_Sign: rv = %#x", number, turn, (0x30, 0xA0)[number % 2])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shown) == 400
    for line in shown:
        number = int(line.split()[1])
        assert line.count("  # ") == 1
        assert ("CKR_DEVICE_ERROR", "CKR_PIN_INCORRECT")[number % 2] in line


def test_a_record_without_a_code_costs_little_next_to_making_the_record() -> None:
    annotate = Annotate().filter
    for message in ("service started on %s", "handle 0x7f001234 of driver %s", "GET /index.html 200 %s"):

        def both(message: str = message) -> None:
            annotate(record(message, "x"))

        def bare(message: str = message) -> None:
            record(message, "x").getMessage()

        turns = [
            [timeit(one, number=300, timer=time.process_time) for one in (both, bare)] for _ in range(30)
        ]
        whole, alone = map(min, zip(*turns, strict=True))
        assert whole < 4 * alone  # about 1.6 times; 7 times where each such record is read
