"""Files with several dialects: one program after the other, and one layer below another."""

from __future__ import annotations

from ckrtool.calls.read import Reader, read

SPY = b"""0: C_Initialize
2026-11-28 16:00:00.000
[in] pInitArgs = (nil)
Returned:  0 CKR_OK

1: C_Logout
2026-11-28 16:00:00.001
[in] hSession = 0x1
Returned:  179 CKR_SESSION_HANDLE_INVALID
"""
P11_KIT = b"""C_Initialize
  IN: pInitArgs = NULL
C_Initialize = CKR_OK
C_Logout
  IN: hSession = S1
C_Logout = CKR_SESSION_HANDLE_INVALID
"""
NESTED = b"""0: C_Initialize
2026-11-28 16:00:00.000
[in] pInitArgs = (nil)
C_Initialize
  IN: pInitArgs = NULL
C_Initialize = CKR_OK
Returned:  0 CKR_OK

1: C_Logout
2026-11-28 16:00:00.001
[in] hSession = 0x1
C_Logout
  IN: hSession = S1
C_Logout = CKR_SESSION_HANDLE_INVALID
Returned:  179 CKR_SESSION_HANDLE_INVALID
"""


def shown(text: bytes) -> list[tuple[str, str, int | None]]:
    """Return dialect, function and return line of the calls of a trace."""
    return [(call.dialect, call.function, call.return_line) for call in read(text.splitlines())]


def test_programs_of_two_dialects_are_read_one_after_the_other() -> None:
    calls = list(read((SPY + P11_KIT).splitlines()))
    assert [call.dialect for call in calls] == ["pkcs11-spy"] * 2 + ["p11-kit"] * 2
    assert [call.return_line for call in calls] == [4, 9, 12, 15]
    assert len({call.origin for call in calls}) == 2
    assert calls[2].first


def test_the_same_holds_for_lines_that_are_pushed_in_blocks() -> None:
    reader = Reader()
    for block in (SPY, P11_KIT, SPY):
        reader.many(block.splitlines())
    reader.finish()
    assert [call.dialect for call in reader.calls] == ["pkcs11-spy"] * 2 + ["p11-kit"] * 2 + [
        "pkcs11-spy"
    ] * 2


def test_a_layer_below_is_not_counted_again() -> None:
    assert shown(NESTED) == [("pkcs11-spy", "C_Initialize", 7), ("pkcs11-spy", "C_Logout", 15)]


def test_what_a_program_says_of_a_call_is_no_call() -> None:
    said = b"Error: 0x000000B3; Error returned by C_Logout\n"
    assert shown(SPY + said) == shown(SPY)


def test_a_dialect_with_arguments_takes_over_from_one_without() -> None:
    above = b'INFO on line: "1" in file: "x": enter "C_Logout"\n' + SPY.replace(
        b"1: C_Logout", b"0: C_Logout"
    )
    assert [dialect for dialect, _, _ in shown(above)] == ["pkcs11-spy"] * 2
