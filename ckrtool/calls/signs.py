"""Byte strings that a log which shows the arguments of calls contains: a test without the parsers, whose import is slow."""

from __future__ import annotations

ARGUMENTS = (
    b"[in] ",  # pkcs11-spy
    b"  IN: ",  # p11-kit
    b"Calling C_", b"Entered C_",  # pkcs11-logger
    b"]:   ", b"nss_mod_log ",  # NSS: values are indented by two blanks after the thread
    b'"function',  # JSON Lines; without the second quote, which is escaped inside another log
    b" api] ",  # openCryptoki
    b":C_", b"CKA_",  # cryptoauthlib
    b'enter "C_',  # tpm2-pkcs11
)  # fmt: skip


def has_arguments(head: bytes) -> bool:
    """Return whether the beginning of a log is a trace that shows the arguments of a call."""
    if b"C_" not in head or not any(sign in head for sign in ARGUMENTS):
        return False
    from ckrtool.calls.read import read

    return any(call.args for call in read(head.split(b"\n")))
