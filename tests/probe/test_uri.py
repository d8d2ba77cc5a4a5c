"""PKCS #11 URIs (RFC 7512)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.errors import UsageError
from ckrtool.probe.target import uri

TOKEN = {
    "label": "My token",
    "serialNumber": "DECC0401648",
    "model": "m",
    "manufacturerID": "Snake Oil, Inc.",
}


def test_the_rfcs_example() -> None:
    parsed = uri.parse(
        "pkcs11:token=My%20token;serial=DECC0401648;manufacturer=Snake%20Oil,%20Inc.?pin-source=file:/etc/token_pin"
    )
    assert parsed.match["token"] == "My token"
    assert parsed.query == {"pin-source": "file:/etc/token_pin"}
    assert uri.matches(parsed, None, {}, TOKEN, 0)
    assert not uri.matches(uri.parse("pkcs11:token=my%20token"), None, {}, TOKEN, 0)
    assert not uri.matches(uri.parse("pkcs11:token=x"), None, {}, None, 0)


def test_a_library_version_without_minor_number_means_zero() -> None:
    assert uri.matches(uri.parse("pkcs11:library-version=3"), {"libraryVersion": "3.0"}, {}, TOKEN, 0)


@pytest.mark.parametrize(
    "text",
    ["pkcs11:token", "pkcs11:token=a;token=b", "pkcs11:tokn=a", "pkcs11:token=%zz", "pkcs11:token=%ff", "pkcs11:token=%00", "pkcs11:slot-id=x",
     "pkcs11:token=a;x-vendor=1", "pkcs11:token=a?a.b=1", "pkcs11:token=a b", "pkcs11:?pin-value=1&pin-source=file:x", "http:x", "pkcs11:token=",
     "pkcs11:serial=", "pkcs11:token=;serial="],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(UsageError):
        uri.parse(text)


def test_an_unknown_query_attribute_is_ignored_and_told() -> None:
    parsed = uri.parse("pkcs11:token=a?pin-sorce=file:/x&x-acme=1&module-name=softhsm2")
    assert parsed.ignored == ["pin-sorce", "x-acme"]
    assert parsed.query == {"module-name": "softhsm2"}


def test_a_pin_is_not_repeated_in_the_message() -> None:
    with pytest.raises(UsageError) as caught:
        uri.parse("pkcs11:?pin-value=secret 4711")
    assert "4711" not in caught.value.message + str(caught.value.hint)


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    try:
        uri.parse(f"pkcs11:{text}")
    except UsageError:
        return
