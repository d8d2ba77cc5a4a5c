"""No file, of any content, gives a traceback, a login it did not declare, or a write it did not declare."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ckrtool.knowledge import registry
from ckrtool.probe.sequences.broken import BrokenSequence
from ckrtool.probe.sequences.compile import file_compiler
from ckrtool.probe.sequences.sequence import EFFECTS

NAMES = [function.name for function in registry.functions()]
WORDS = st.sampled_from(
    [
        "$session",
        "$slot",
        "$pin",
        "$label",
        "$objs[0]",
        "NULL",
        "CKM_SHA256",
        "CKU_USER",
        "CKU_SO",
        "0x1",
        "CKA_TOKEN",
        "x",
        "$",
        "$session.state",
    ]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.booleans(), st.integers(-(1 << 63), (1 << 63) - 1), WORDS, st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["text", "hex", "zeros", "random", "buffer", "mechanism", "parameter", "gcm", "pss", "iv", "CKA_TOKEN", "CKA_LABEL", "CKA_CLASS", "flags",
                 "reserved", "0x1", "CKA_WRAP_TEMPLATE"]
            ),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)  # fmt: skip


def toml(value: Any) -> str:
    """Write a value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{toml(key)} = {toml(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(entry) for entry in value) + "]"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(char):08X}" for char in value) + '"'
    return str(value)


@st.composite
def steps(draw: st.DrawFn) -> str:
    """A step of a real function with arguments of any form."""
    name = draw(st.sampled_from(NAMES))
    known = registry.function(name)
    assert known
    parameters = [parameter for _, parameter in known.args]
    lines = ["[[step]]", f"call = {toml(name)}"]
    if parameters:
        lines.append(
            f"args = {toml({parameter: draw(VALUES) for parameter in parameters if draw(st.booleans())})}"
        )
    for key in (
        "save",
        "expect",
        "output",
        "optional",
        "timeout",
        "each",
        "needs",
        "skip_on",
        "why",
        "relogin",
        "fork",
    ):
        if draw(st.integers(0, 9)) == 0:
            lines.append(f"{key} = {toml(draw(VALUES))}")
    return "\n".join(lines)


HEAD = """sequence = "x"
effect = "%s"
[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = 4 }
save = { phSession = "session" }
[[step]]
call = "C_FindObjects"
args = { hSession = "$session" }
save = { phObject = "objs" }
"""
MAKING = (
    "C_CreateObject",
    "C_CopyObject",
    "C_GenerateKey",
    "C_Unwrap",
    "C_Derive",
    "C_Encapsulate",
    "C_Decapsulate",
)


@given(st.lists(steps(), min_size=1, max_size=3), st.sampled_from(EFFECTS))
def test_any_step_is_checked(written: list[str], declared: str) -> None:
    try:
        sequence = file_compiler.check(HEAD % declared + "\n".join(written), "f.toml")
    except BrokenSequence as broken:  # any outcome but these is a failure
        assert broken.problems  # noqa: PT017
        assert all(line.startswith("f.toml:") for line in broken.problems)  # noqa: PT017
        return
    for step in sequence.steps:
        if step.call in ("C_Login", "C_LoginUser"):
            assert EFFECTS.index(declared) >= EFFECTS.index("login")
            assert step.args["pPin"] in ({"pin": True}, {"null": True})
        if step.call.startswith(MAKING):
            assert EFFECTS.index(declared) >= EFFECTS.index("session-objects")
            templates = [value for name, value in step.args.items() if "emplate" in name]
            kept = [
                value for value in templates if [1, "bool", {"bool": False}] not in value.get("template", [])
            ]
            assert not kept or EFFECTS.index(declared) >= EFFECTS.index("token-objects")
        if step.call in ("C_InitToken", "C_InitPIN", "C_SetPIN", "C_DestroyObject"):
            assert declared == "destroys"


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    try:
        file_compiler.check(text, "f.toml")
    except BrokenSequence as broken:  # any outcome but these is a failure
        assert all("\n" not in line for line in broken.problems)  # noqa: PT017
