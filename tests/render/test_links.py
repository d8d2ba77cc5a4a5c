"""References as links."""

import pytest

from ckrtool.render.links import url_of


@pytest.mark.parametrize(
    ("reference", "url"),
    [
        ("OpenSC/OpenSC#871", "https://github.com/OpenSC/OpenSC/issues/871"),
        (
            "softhsm/SoftHSMv2:src/lib/SoftHSM.cpp",
            "https://github.com/softhsm/SoftHSMv2/blob/HEAD/src/lib/SoftHSM.cpp",
        ),
        ("Thales Luna 7 documentation: Logging In", None),
        ("login", None),
        ("a/b#x", None),
        ("../x#1", None),
        ("a b/c#1", None),
    ],
)
def test_only_references_to_github_have_an_address(reference: str, url: str | None) -> None:
    assert url_of(reference) == url
