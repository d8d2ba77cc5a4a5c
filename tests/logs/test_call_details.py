"""What the failed calls of a trace were about: attributes, mechanism and slot behind the meaning of the code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.annotate_json import JsonAnnotator

if TYPE_CHECKING:
    from tests.conftest import Ckr

HERE = Path(__file__).parent / "details"
SPY = (HERE / "pkcs11-spy.trace").read_bytes()
P11KIT = (HERE / "p11-kit.trace").read_bytes()
OPENSC = "CKA_0xCF534301 (CKA_OPENSC_NON_REPUDIATION of OpenSC)"
LOGGER = b"""0x0000405e : 0x00007f840f3e0b80 : Calling C_GenerateKey
0x0000405e : 0x00007f840f3e0b80 : Input
0x0000405e : 0x00007f840f3e0b80 :  hSession: 1
0x0000405e : 0x00007f840f3e0b80 :  pMechanism: 0x7f840e4e0010
0x0000405e : 0x00007f840f3e0b80 :   mechanism: 4224 (CKM_AES_KEY_GEN)
0x0000405e : 0x00007f840f3e0b80 :  pTemplate: 0x7f840e4e0070
0x0000405e : 0x00007f840f3e0b80 :   *** Begin attribute template ***
0x0000405e : 0x00007f840f3e0b80 :   Attribute 0
0x0000405e : 0x00007f840f3e0b80 :    Attribute: 260 (CKA_ENCRYPT)
0x0000405e : 0x00007f840f3e0b80 :    pValue: 0x7f840e4e0130
0x0000405e : 0x00007f840f3e0b80 :    ulValueLen: 1
0x0000405e : 0x00007f840f3e0b80 :    *pValue: HEX(01)
0x0000405e : 0x00007f840f3e0b80 :   *** End attribute template ***
0x0000405e : 0x00007f840f3e0b80 : Returning 208 (CKR_TEMPLATE_INCOMPLETE)
"""
NSS = b"""1529035648[55893d35c240]: C_GenerateKey
1529035648[55893d35c240]:   hSession = 0x5
1529035648[55893d35c240]:   pMechanism = 0x7f9d5a3d8a30
1529035648[55893d35c240]:   pTemplate = 0x7f9d5a5afb10
1529035648[55893d35c240]:   ulCount = 1
1529035648[55893d35c240]:   phKey = 0x7f9d5a4181c0
1529035648[55893d35c240]:     CKA_ENCRYPT = CK_TRUE [1]
1529035648[55893d35c240]:       mechanism = CKM_AES_KEY_GEN
1529035648[55893d35c240]:   *phKey = 0x0 (CK_INVALID_HANDLE)
1529035648[55893d35c240]:   rv = CKR_TEMPLATE_INCOMPLETE
"""
JSON_LINE = (
    b'{"seq":7,"ts":"2026-11-28T13:42:48.299Z","function":"C_GenerateKey","thread":1,"session":1,'
    b'"mechanism":"CKM_AES_KEY_GEN","rv":208,"rv_name":"CKR_TEMPLATE_INCOMPLETE","duration_ns":2353}\n'
)


def notes(log: bytes, step: int = 1 << 20) -> list[str]:
    """Return what is appended to each line with a failure."""
    annotator = Annotator(Style(only=True))
    out = (
        b"".join(annotator.push(log[at : at + step]) for at in range(0, len(log), step)) + annotator.finish()
    )
    return [line.partition("  # ")[2] for line in out.decode().splitlines()]


def codes(log: bytes) -> list[dict[str, object]]:
    """Return the codes of failures as JSON has them."""
    annotator = JsonAnnotator()
    out = annotator.push(log) + annotator.finish()
    return [code for line in out.splitlines() for code in json.loads(line)["codes"] if code["value"]]


def test_spy_names_the_attributes_without_a_value() -> None:
    """A program asks an old token for CKA_UNIQUE_ID, which the older spy prints as `CKA_? (0x00000004)`."""
    found = notes(SPY)
    assert found[0].endswith("; no value for CKA_UNIQUE_ID (since 3.0)")
    assert found[1].endswith(f"; no value for CKA_UNIQUE_ID (since 3.0), {OPENSC}")
    assert found[2].endswith("; mechanism CKM_0x00009999")
    assert found[3].endswith("; slot 77")


def test_p11_kit_names_what_was_asked_for() -> None:
    """p11-kit shows no output of a failed call."""
    found = notes(P11KIT)
    assert found[0].endswith("; asked for CKA_UNIQUE_ID (since 3.0)")
    assert found[1].endswith(f"; asked for CKA_LABEL, CKA_UNIQUE_ID (since 3.0), {OPENSC}, CKA_ID")
    assert found[2].endswith("; mechanism CKM_0x00009999")


@pytest.mark.parametrize("log", [LOGGER, NSS], ids=["pkcs11-logger", "nss"])
def test_other_traces_name_template_and_mechanism(log: bytes) -> None:
    assert notes(log)[-1].endswith("; template: CKA_ENCRYPT; mechanism CKM_AES_KEY_GEN")


def test_json_lines_name_the_mechanism() -> None:
    assert notes(JSON_LINE)[0].endswith("; mechanism CKM_AES_KEY_GEN")


def test_json_has_the_facts_as_keys() -> None:
    found = codes(SPY)
    assert found[0]["attributes"] == ["CKA_UNIQUE_ID"]
    assert found[1]["attributes"] == ["CKA_UNIQUE_ID", "CKA_0xCF534301"]
    assert found[2]["mechanism"] == "CKM_0x00009999"
    assert found[3]["slot"] == 77
    asked = codes(P11KIT)
    assert asked[0]["attributes"] == ["CKA_UNIQUE_ID"]
    assert asked[1]["asked"] == ["CKA_LABEL", "CKA_UNIQUE_ID", "CKA_0xCF534301", "CKA_ID"]
    assert "attributes" not in asked[1]


@pytest.mark.parametrize("log", [SPY, P11KIT, LOGGER, NSS], ids=["spy", "p11-kit", "logger", "nss"])
@pytest.mark.parametrize("step", [1, 7, 100, 4096])
def test_any_reads_give_the_same(log: bytes, step: int) -> None:
    assert notes(log, step) == notes(log)


def test_calls_of_other_threads_are_not_taken_for_it() -> None:
    """The older spy names no thread: of two open calls of one function nothing is said that may be the other's."""
    head = b"%d: C_GetAttributeValue\n2026-11-28 14:16:31.918\n[in] hSession = 0x1\n[in] hObject = 0x2\n[in] pTemplate[1]: \n"
    given = b"    CKA_%b             00007f4e619c50f0 / 64\n"
    log = head % 7 + given % b"LABEL" + head % 8 + given % b"VALUE"
    log += b"Returned:  18 CKR_ATTRIBUTE_TYPE_INVALID\nReturned:  17 CKR_ATTRIBUTE_SENSITIVE\n"
    assert not [note for note in notes(log) if "CKA_" in note]


def test_trace_cut_at_its_head_says_less_and_nothing_false() -> None:
    whole = notes(SPY)
    for start in range(0, len(SPY), 97):
        cut = notes(SPY[start:])
        for note in cut:
            assert any(note == one or one.startswith(note) for one in whole), note


def test_successes_and_plain_lines_stay_as_they_are() -> None:
    assert not [note for note in notes(b"C_SignInit failed: rv = 0x70\n" * 3) if "mechanism CKM" in note]
    assert not [
        note for note in notes(SPY.replace(b" 18 CKR_ATTRIBUTE_TYPE_INVALID", b" 0 CKR_OK")) if "CKA_" in note
    ]


def test_ordinary_logs_read_no_calls(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("app: C_GetAttributeValue failed: rv = 0x12\n" * 10)
    code = "import sys\nfrom ckrtool.cli.main import main\nmain()\nprint('ckrtool.calls.read' in sys.modules, file=sys.stderr)\n"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.argv = ['ckr', 'annotate', {str(log)!r}]\n{code}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] == "False"


def test_command_names_the_attribute(ckr: Ckr) -> None:
    ran = ckr("annotate", "-", stdin=SPY)
    assert "CKA_UNIQUE_ID (since 3.0)" in ran.out


CRYPTOAUTHLIB = b"""13534:13534:C_GetAttributeValue:415:
13534:13534:CKA_CERTIFICATE_CATEGORY(87):8:0xffffd9bdd4c8:
13534:13534:C_GetAttributeValue:416:CKR_ATTRIBUTE_TYPE_INVALID(12)
"""
TPM2 = b"""INFO on line: "475" in file: "src/pkcs11.c": enter "C_GetAttributeValue"
INFO on line: "400" in file: "src/lib/object.c": Invalid Attribute for tid 2: type(263) ulValueLen(18446744073709551615), pData(null)
INFO on line: "475" in file: "src/pkcs11.c": return "C_GetAttributeValue" value: 18
"""


@pytest.mark.parametrize(
    ("log", "said"),
    [(CRYPTOAUTHLIB, "asked for CKA_CERTIFICATE_CATEGORY"), (TPM2, "no value for CKA_UNWRAP")],
    ids=["cryptoauthlib", "tpm2-pkcs11"],
)
def test_logs_of_modules_name_the_attribute(log: bytes, said: str) -> None:
    assert notes(log)[-1].endswith(f"; {said}")


def test_a_call_as_a_json_object_has_its_details_wherever_a_read_ends() -> None:
    log = b"ready\n" + JSON_LINE + b"ready\n" + JSON_LINE
    for step in (1, 50, 1 << 20):
        assert [note.endswith("; mechanism CKM_AES_KEY_GEN") for note in notes(log, step)] == [True, True]
