"""Expressions become arguments, and what a module wrote becomes data; the module here is a Python function."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.cryptoki.arguments import Call
from ckrtool.cryptoki.memory import Buffer, peek, peek_string
from ckrtool.cryptoki.outputs import Outputs
from ckrtool.cryptoki.text import fixed_text
from ckrtool.cryptoki.types import Attribute, GcmParams, InitializeArgs, Mechanism
from ckrtool.cryptoki.values import Context, ExprError, Pin, UnsetError

UNAVAILABLE = (1 << (8 * ctypes.sizeof(ctypes.c_ulong))) - 1


def context(**variables: Any) -> Context:
    return Context(variables, Pin(b"4711"), None, {"slots": 3})


def word(address: int | None) -> int:
    assert address
    return ctypes.c_ulong.from_address(address).value


def put(address: int | None, value: int) -> None:
    assert address
    ctypes.c_ulong.from_address(address).value = value


def results(call: Call, rv: int) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    odd: list[str] = []
    read = Outputs(call, rv, lambda id_, _detail: odd.append(id_))
    return read.values, read.output, odd


def test_lengths_follow_their_buffers() -> None:
    call = Call(
        "C_Digest", {"hSession": {"int": 5}, "pData": {"text": "abc"}, "pDigest": {"buffer": 20}}, context()
    )
    session, data, length, digest, digest_length = call.arguments
    assert (session, length, word(digest_length)) == (5, 3, 20)
    assert peek(data, 3) == b"abc"
    assert digest
    assert call.shown == {"hSession": "0x5", "pData": "616263", "pDigest": {"buffer": 20}}


def test_a_length_can_be_given_apart_from_the_buffer() -> None:
    given_ = {"pData": {"zeros": 4}, "ulDataLen": {"int": 9}, "pulDigestLen": {"int": 1}}
    call = Call("C_Digest", given_, context())
    assert call.arguments[2] == 9
    assert word(call.arguments[4]) == 1
    assert peek(call.arguments[1], 9) == bytes(9)  # the module may read what it is told of


def test_null_asks_for_the_length_and_the_next_call_has_that_much_room() -> None:
    place = context()
    asking = Call("C_Sign", {"pData": {"text": "x"}, "pSignature": {"null": True}}, place)
    assert asking.arguments[3] is None
    put(asking.arguments[4], 100_000)
    assert results(asking, 0)[1] == {"pulSignatureLen": 100_000}
    getting = Call("C_Sign", {"pData": {"text": "x"}}, place)
    assert word(getting.arguments[4]) == 100_000


def test_a_size_that_a_module_claims_is_bounded() -> None:
    place = context(n=1 << 60)
    asking = Call("C_GetSlotList", {"pSlotList": {"null": True}}, place)
    put(asking.arguments[2], 1 << 60)
    assert results(asking, 0)[2] == ["count-beyond-bound"]
    getting = Call("C_GetSlotList", {}, place)
    assert word(getting.arguments[2]) == 1 << 20
    getting = Call("C_GetSlotList", {"pSlotList": {"buffer": {"var": "n"}}}, place)
    assert word(getting.arguments[2]) == 1 << 21


def test_a_list_is_kept_up_to_the_limit_and_its_count_whole() -> None:
    call = Call("C_GetSlotList", {"tokenPresent": {"bool": True}}, context())
    rows = (ctypes.c_ulong * 5).from_address(call.arguments[1] or 0)
    rows[:] = [9, 8, 7, 6, 5]
    put(call.arguments[2], 5)
    values, output, odd = results(call, 0)
    assert output == {"pSlotList": [9, 8, 7], "pulCount": 5}
    assert (values["pSlotList"], odd) == ([9, 8, 7], [])


def test_a_pin_is_in_memory_only() -> None:
    call = Call("C_Login", {"hSession": {"int": 1}, "userType": {"int": 1}, "pPin": {"pin": True}}, context())
    assert call.carries_pin
    assert "4711" not in repr(call.shown)
    assert call.shown["pPin"] == "(PIN)"
    assert "ulPinLen" not in call.shown
    assert peek(call.arguments[2], 4) == b"4711"
    call.wipe()
    assert peek(call.arguments[2], 4) == bytes(4)


def test_a_later_login_does_not_bring_the_pin_back_into_wiped_memory() -> None:
    place = context()
    given_: dict[str, Any] = {"hSession": {"int": 1}, "userType": {"int": 1}, "pPin": {"pin": True}}
    first = Call("C_Login", given_, place)
    first.wipe()
    second = Call("C_Login", given_, place)
    assert peek(first.arguments[2], 4) == bytes(4)
    assert peek(second.arguments[2], 4) == b"4711"


def test_a_pin_written_out_in_a_sequence_is_not_shown_either() -> None:
    call = Call(
        "C_SetPIN",
        {"pOldPin": {"text": "1111"}, "pNewPin": {"text": "2222"}, "ulNewLen": {"int": 4}},
        context(),
    )
    assert call.shown == {"pOldPin": "(PIN)", "pNewPin": "(PIN)"}
    assert call.carries_pin


def test_the_pin_can_not_be_sent_elsewhere() -> None:
    for function, arguments in (
        ("C_CreateObject", {"pTemplate": {"template": [[0x11, "bytes", {"pin": True}]]}}),
        ("C_DigestInit", {"pMechanism": {"mechanism": 1, "parameter": {"pin": True}}}),
        ("C_GetInterface", {"pInterfaceName": {"pin": True}}),
    ):
        with pytest.raises(ExprError):
            Call(function, arguments, context())


def test_templates_and_what_comes_back() -> None:
    rows = [
        [0x0, "ulong", {"int": 4}],
        [0x1, "bool", {"bool": False}],
        [0x3, "text", {"var": "label"}],
        [0x110, "date", {"text": "2026-01-31"}],
    ]
    call = Call("C_CreateObject", {"pTemplate": {"template": rows}}, context(label="mine"))
    assert call.arguments[2] == 4
    assert call.shown["pTemplate"] == {"0": 4, "1": False, "3": "mine", "272": "20260131"}
    first = (Attribute * 4).from_address(call.arguments[1] or 0)
    assert [(one.type, one.ulValueLen) for one in first] == [
        (0, ctypes.sizeof(ctypes.c_ulong)),
        (1, 1),
        (3, 4),
        (0x110, 8),
    ]


def test_attributes_that_are_asked_for() -> None:
    call = Call(
        "C_GetAttributeValue",
        {"pTemplate": {"attributes": [0, 3, 0x11], "kinds": {"0": "ulong", "3": "text"}}},
        context(),
    )
    rows = (Attribute * 3).from_address(call.arguments[2] or 0)
    assert rows[0].ulValueLen == ctypes.sizeof(ctypes.c_ulong)  # NSS softokn refuses more room for a CK_ULONG
    put(rows[0].pValue, 2)
    rows[0].ulValueLen = ctypes.sizeof(ctypes.c_ulong)
    ctypes.memmove(rows[1].pValue, b"name", 4)
    rows[1].ulValueLen = 4
    rows[2].ulValueLen = UNAVAILABLE
    assert results(call, 0x11)[1] == {"pTemplate": {"0": 2, "3": "name", "17": None}}
    rows[1].ulValueLen = 1 << 40
    assert results(call, 0)[2] == ["template-length"]
    assert results(call, 0x5)[1] == {}


def test_a_write_behind_a_buffer_is_seen() -> None:
    call = Call("C_GenerateRandom", {"RandomData": {"buffer": 8}}, context())
    assert results(call, 0)[2] == []
    ctypes.memset(call.arguments[1] or 0, 1, 11)
    assert results(call, 0)[2] == ["wrote-past-buffer"]


def test_mechanisms_and_their_parameters() -> None:
    parameter = {"gcm": {"iv": "00" * 12, "aad": "aabb", "tagbits": 96}}
    call = Call("C_EncryptInit", {"pMechanism": {"mechanism": 0x1087, "parameter": parameter}}, context())
    made = Mechanism.from_address(call.arguments[1] or 0)
    assert (made.mechanism, made.ulParameterLen) == (0x1087, ctypes.sizeof(GcmParams))
    gcm = GcmParams.from_address(made.pParameter)
    assert (gcm.ulIvLen, gcm.ulIvBits, gcm.ulAADLen, gcm.ulTagBits) == (12, 96, 2, 96)
    assert peek(gcm.pAAD, 2) == b"\xaa\xbb"
    plain = Call("C_DigestInit", {"pMechanism": {"mechanism": 0x250}}, context())
    assert Mechanism.from_address(plain.arguments[1] or 0).pParameter is None


def test_initialize_arguments() -> None:
    assert Call("C_Initialize", {}, context()).arguments == [None]
    call = Call("C_Initialize", {}, Context({}, None, "configdir='x'"))
    made = InitializeArgs.from_address(call.arguments[0] or 0)
    assert peek_string(made.pReserved) == b"configdir='x'"
    call = Call("C_Initialize", {"pInitArgs": {"initargs": {"flags": 2, "reserved": None}}}, context())
    made = InitializeArgs.from_address(call.arguments[0] or 0)
    assert (made.flags, made.pReserved) == (2, None)


def test_variables() -> None:
    place = context(session=3, objs=[7, 8], info={"ulDeviceError": 9})
    call = Call(
        "C_DestroyObject", {"hSession": {"var": "session"}, "hObject": {"var": "objs", "index": 1}}, place
    )
    assert call.arguments == [3, 8]
    assert place.number({"var": "info", "member": "ulDeviceError"}) == 9
    for expr in ({"var": "nothing"}, {"var": "objs", "index": 2}, {"var": "info", "member": "x"}):
        with pytest.raises(UnsetError):
            place.value(expr)


def test_a_parameter_that_the_function_does_not_have() -> None:
    with pytest.raises(ExprError, match="pNothing"):
        Call("C_GetInfo", {"pNothing": {"int": 1}}, context())


def test_structures_by_the_standards_names() -> None:
    call = Call("C_GetSessionInfo", {"hSession": {"int": 1}}, context())
    rows = (ctypes.c_ulong * 4).from_address(call.arguments[1] or 0)
    rows[:] = [5, 2, 4, 42]
    assert results(call, 0)[1] == {"pInfo": {"slotID": 5, "state": 2, "flags": 4, "ulDeviceError": 42}}
    assert results(call, 0x30)[1] == {}


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=8))
def test_padding_is_stripped_and_nothing_else(text: str) -> None:
    raw = text.encode().ljust(32)
    assert fixed_text(raw) == (text.rstrip(" "), None)


def test_texts_that_are_wrong() -> None:
    assert fixed_text(b"abc\0\0\0") == ("abc", "not-padded")
    assert fixed_text(b"a\xffb   ") == ("a\\xffb", "not-utf8")
    assert fixed_text(b"a\0b ") == ("a\0b", "not-padded")


@given(st.binary(max_size=64), st.integers(-5, 100))
def test_a_buffer_never_gives_more_than_it_holds(content: bytes, length: int) -> None:
    buffer = Buffer(len(content), content)
    assert buffer.read(length) == content[: max(0, length)]
    assert buffer.overrun() == 0


def test_reading_where_nothing_is() -> None:
    assert peek(None, 4) is None
    assert peek(16, 4) is None
    assert peek_string(16) is None
