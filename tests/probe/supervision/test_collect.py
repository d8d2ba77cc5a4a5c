"""Messages become results, whatever messages they are."""

from __future__ import annotations

import json
import os
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ckrtool.probe import journal
from ckrtool.probe.results import WorkerResult
from ckrtool.probe.supervision.collect import Collector, logs_in, uses_pin
from tests.probe.supervision.plans import digest_sequence, login_sequence

ENDED = WorkerResult("crashed", "SIGSEGV", None, b"", 0, 0, [])
PLACE = {"s": 0, "n": 3, "i": [1], "k": "step", "f": "C_Sign"}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
words = st.sampled_from(
    ["begin", "enter", "leave", "missing", "child", "skip", "end", "load", "broken", "done", "other"]
)
messages = st.fixed_dictionaries(
    {"m": words},
    optional={
        "s": st.integers(-2, 3) | json_values,
        "n": st.integers(0, 5) | json_values,
        "i": json_values,
        "f": st.sampled_from(["C_Login", "C_Sign"]) | json_values,
        "k": json_values,
        "a": json_values,
        "out": json_values,
        "rv": json_values,
        "ns": json_values,
        "own": json_values,
        "result": json_values,
        "outcome": json_values,
        "reason": json_values,
    },
)


def collector() -> Collector:
    return Collector([digest_sequence("one"), login_sequence("two")], 0)


@given(st.lists(messages, max_size=12))
def test_no_stream_of_messages_is_an_error(stream: list[dict[str, Any]]) -> None:
    taker = collector()
    for message in stream:
        taker.take(message)
        taker.name_of(message)
    taker.finish(ENDED, None)
    assert taker.results


@given(st.lists(st.dictionaries(st.text(max_size=5), json_values, max_size=4), max_size=8))
def test_messages_come_out_of_the_journal_as_they_went_in(stream: list[dict[str, Any]]) -> None:
    fd = journal.create()
    reading, wakeup = os.pipe()
    reader = journal.Reader(fd)
    writer = journal.Writer(fd, wakeup)
    sent = [{"m": "leave", "out": message} for message in stream]
    for message in sent:
        writer.write(message)
    assert reader.messages() == json.loads(json.dumps(sent))
    reader.close()
    for one in (fd, reading, wakeup):
        os.close(one)


@given(messages)
def test_what_is_not_of_the_protocols_types_is_no_message(message: dict[str, Any]) -> None:
    right = {"s": 0, "n": 1, "i": [], "k": "step", "f": "C_Sign"}
    assert journal.well_formed({"m": "enter", **right})
    if journal.well_formed(message):
        assert isinstance(message.get("f", ""), str)
        assert message.get("s", 0) >= 0


def test_a_message_too_large_loses_what_it_carries_and_is_still_a_message() -> None:
    fd = journal.create()
    reading, wakeup = os.pipe()
    reader = journal.Reader(fd)
    writer = journal.Writer(fd, wakeup)
    writer.write({"m": "leave", **PLACE, "rv": 5, "out": {"x": "y" * (2 << 20)}})
    assert reader.messages() == [{"m": "leave", **PLACE, "rv": 5, "out": {}, "a": {}}]
    for one in (fd, reading, wakeup):
        os.close(one)


def test_the_call_under_way_gets_the_workers_end() -> None:
    taker = collector()
    taker.take({"m": "begin", "s": 0})
    taker.take({"m": "enter", **PLACE, "a": {"hSession": "0x1"}, "t": 30, "pin": False})
    assert taker.finish(ENDED, None) is None
    (call,) = taker.results[0].calls
    assert (call.outcome, call.signal, call.rv, call.iteration) == ("crashed", "SIGSEGV", None, (1,))
    assert (taker.results[0].outcome, taker.results[0].reason) == ("crashed", "crashed: C_Sign")


def test_an_end_between_calls_names_the_last_one() -> None:
    taker = collector()
    taker.take({"m": "begin", "s": 0})
    taker.take({"m": "enter", **PLACE, "a": {}, "t": 30, "pin": False})
    taker.take({"m": "leave", **PLACE, "rv": 0, "ns": 1, "out": {}, "met": True})
    taker.finish(ENDED, None)
    assert taker.results[0].calls[0].outcome == "returned"
    assert taker.results[0].reason == "between-calls: after C_Sign"


def test_which_sequences_share_a_worker() -> None:
    assert not logs_in(digest_sequence())
    assert not uses_pin(digest_sequence())
    assert logs_in(login_sequence("x"))
    assert uses_pin(login_sequence("x"))
