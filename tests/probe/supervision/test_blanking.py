"""The PIN in any spelling is blanked; what is no PIN stays, and no text makes it slow."""

from __future__ import annotations

import base64
import json
import time
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.probe.pin.redaction import Redactor

PINS = (b"1234", b"sesame-4711", b"72915384", b"Pa$$w0rd!", "schlüssel".encode())


def spellings(pin: bytes) -> dict[str, bytes]:
    """Return ways in which traces and hostile modules write a PIN."""
    text = pin.decode()
    return {
        "text": pin,
        "upper case": text.upper().encode() if text.isascii() else pin,
        "hex": pin.hex().encode(),
        "HEX": pin.hex().upper().encode(),
        "spaced hex": pin.hex(" ").encode(),
        "colons": pin.hex(":").upper().encode(),
        "C array": ", ".join(f"0x{byte:02x}" for byte in pin).encode(),
        "C ARRAY": ",".join(f"0X{byte:02X}" for byte in pin).encode(),
        "C string": "".join(f"\\x{byte:02x}" for byte in pin).encode(),
        "octal": "".join(f"\\{byte:03o}" for byte in pin).encode(),
        "decimal": ", ".join(str(byte) for byte in pin).encode(),
        "decimal of three digits": " ".join(f"{byte:03d}" for byte in pin).encode(),
        "dump with newlines": "\n".join(f"{byte:02X}" for byte in pin).encode(),
        "URL": "".join(f"%{byte:02X}" for byte in pin).encode(),
        "URL of some": quote(text, safe="").encode(),
        "HTML": "".join(f"&#{byte};" for byte in pin).encode(),
        "HTML hex": "".join(f"&#x{byte:x};" for byte in pin).encode(),
        "UTF-16": text.encode("utf-16-le") if text.isascii() else pin,
        "UTF-16 BE": text.encode("utf-16-be") if text.isascii() else pin,
        "UTF-16 hex": text.encode("utf-16-le").hex().encode() if text.isascii() else pin,
        "code points": " ".join(f"U+{ord(letter):04X}" for letter in text).encode()
        if text.isascii()
        else pin,
        "JSON escapes": "".join(f"\\u{ord(letter):04x}" for letter in text).encode()
        if text.isascii()
        else pin,
        "base64": base64.b64encode(pin),
        "base64 1": base64.b64encode(b"a" + pin + b"b"),
        "base64 2": base64.b64encode(b"ab" + pin + b"cd"),
        "base64 URL": base64.urlsafe_b64encode(b"~" + pin + b"?"),
        "base64 UTF-16": base64.b64encode(text.encode("utf-16-le")),
        "base64 UTF-16 BE": base64.b64encode(text.encode("utf-16-be")),
    }


@pytest.mark.parametrize("pin", PINS)
@pytest.mark.parametrize("way", spellings(b"1234"))
def test_each_spelling_is_blanked(pin: bytes, way: str) -> None:
    spelt = spellings(pin)[way]
    clean = Redactor(pin).raw(b"<" + spelt + b">")
    assert len(clean) == len(spelt) + 2
    left = clean.replace(b"*", b"").strip(b"<>0")
    if "base64" in way:
        assert len(left) <= 8  # what is its neighbours' alone
    else:
        assert not any(byte in b"0123456789" for byte in left)
        assert len(left) <= 4  # before the first digits and after the last


@pytest.mark.parametrize("letters", ["'1', '2', '3', '4'", "1 2 3 4", "1-2-3-4", '["1","2","3","4"]'])
def test_letters_one_by_one(letters: str) -> None:
    assert not set("1234") & set(Redactor(b"1234").text(letters))


@pytest.mark.parametrize("pin", PINS)
def test_in_data_too(pin: bytes) -> None:
    redactor = Redactor(pin)
    hostile: dict[str, Any] = {
        "pInfo": {"label": f"the PIN is {pin.decode()}", "serialNumber": pin.decode()},
        "pTemplate": {"3": pin.decode(), "17": pin.hex(), "list": [pin.decode(), {"deep": pin.hex(" ")}]},
        "pData": f"00{pin.hex()}ff",
        "phKey": hex(int.from_bytes(pin[:8], "big")) if len(pin) <= 8 else "0x5",
        "ulCount": int.from_bytes(pin, "little") if len(pin) <= 8 else 5,
    }
    text = json.dumps(redactor.members(hostile), ensure_ascii=False)
    assert pin.decode() not in text
    assert pin.hex() not in text
    assert len(pin) > 8 or str(int.from_bytes(pin, "little")) not in text


def test_a_long_number_is_the_pin_and_a_short_one_is_a_number() -> None:
    assert Redactor(b"72915384").members({"a": 72915384, "b": [0x72915384, 5], "c": "0x72915384"}) == {
        "a": None, "b": [None, 5], "c": "0x********",
    }  # fmt: skip
    assert Redactor(b"2048").members({"ulMaxKeySize": 2048, "phKey": "0x2048", "ok": True}) == {
        "ulMaxKeySize": 2048, "phKey": "0x2048", "ok": True,
    }  # fmt: skip


def test_a_known_hash_does_not_tell_a_short_pin() -> None:
    known = {"pDigest": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
    assert Redactor(b"7816").members(known) == known
    assert Redactor(b"7816").members({"pInfo": {"label": "7816"}}) == {"pInfo": {"label": "****"}}


@pytest.mark.parametrize(
    "text", ["CKR_OK", "slot 12, 34 keys", "2026-11-25T12:43", "4321", "1243", "\u202e", ""]
)
def test_what_is_no_pin_stays(text: str) -> None:
    assert Redactor(b"1234").text(text) == text


def test_without_a_pin_nothing_changes() -> None:
    for none in (None, b""):
        assert Redactor(none).value({"a": ["1234", 5, None]}) == {"a": ["1234", 5, None]}
        assert Redactor(none).raw(b"1234") == b"1234"


@pytest.mark.parametrize(
    "pin", [b"3333333333333333333X", b"0000000000000000001", b"--------------------X", b"9" * 64, b"x" * 512]
)
def test_no_text_makes_it_slow(pin: bytes) -> None:
    """Twice the text takes twice the time; quadratic search would take four times as much."""
    redaction = Redactor(pin)
    for text in (pin[:1], pin[:1] + b" ", b"0", b"3", b"-", b"33", b"0x33, ", b"%33", b"\\0"):
        small, large = ((text * size)[:size] for size in (1024, 4096))
        assert _seconds(redaction, large) < 10 * _seconds(redaction, small) + 0.01, text


def _seconds(redaction: Redactor, text: bytes) -> float:
    """Return the least CPU time of three runs."""
    found = []
    for _ in range(3):
        started = time.process_time()
        redaction.raw(text)
        found.append(time.process_time() - started)
    return min(found)


@given(
    st.binary(min_size=4, max_size=40).filter(lambda pin: b"\n" not in pin),
    st.binary(max_size=20),
    st.binary(max_size=20),
)
def test_whatever_the_pin_is(pin: bytes, before: bytes, after: bytes) -> None:
    redactor = Redactor(pin)
    for form in (pin, pin.hex().encode(), pin.hex(" ").encode(), pin.hex(":").upper().encode()):
        assert form not in redactor.raw(before + form + after) or set(form) <= set(b"*")
    assert base64.b64encode(pin)[:-4] not in redactor.raw(b"<" + base64.b64encode(pin) + b">") or len(pin) < 4
