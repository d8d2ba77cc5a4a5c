"""The changelog and the version agree."""

from __future__ import annotations

import re

from ckrtool import __version__
from ckrtool._generate.manpages import DATE
from tests.conftest import ROOT


def test_the_newest_entry_is_this_version() -> None:
    entries = re.findall(r"^## (\S+) - (\S+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert entries[0] == (__version__, DATE)
    assert entries == sorted(entries, reverse=True)
