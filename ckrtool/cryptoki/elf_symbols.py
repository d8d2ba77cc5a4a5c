"""Reads which functions an ELF library exports, without loading or mapping it (System V ABI, symbol table and sections)."""

from __future__ import annotations

import os
import stat
import struct

from ckrtool.cryptoki.elf import open_without_blocking, read_at

_SHT_DYNSYM = 11
_MOST_SECTIONS = 4096
_MOST_SYMBOL_BYTES = 16 * 1024 * 1024


def exported(path: str, wanted: frozenset[str]) -> frozenset[str]:
    """Return those of the `wanted` names that the dynamic symbol table of a file defines.

    Empty for a file that is not a 64- or 32-bit ELF library, or whose tables do not fit the file. Raises OSError for a
    file that can't be read.
    """
    descriptor = open_without_blocking(path)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return frozenset()
        return _exported(descriptor, wanted)
    except (struct.error, IndexError):
        return frozenset()
    finally:
        os.close(descriptor)


def _exported(descriptor: int, wanted: frozenset[str]) -> frozenset[str]:
    head = read_at(descriptor, 64, 0)
    if head[:4] != b"\x7fELF" or head[4] not in (1, 2) or head[5] not in (1, 2):
        return frozenset()
    order, wide = "<>"[head[5] - 1], head[4] == 2
    offset = struct.unpack_from(f"{order}{'Q' if wide else 'I'}", head, 40 if wide else 32)[0]
    size, count = struct.unpack_from(f"{order}HH", head, 58 if wide else 46)
    if not 0 < count <= _MOST_SECTIONS:
        return frozenset()
    form = order + ("IIQQQQIIQQ" if wide else "10I")
    table = read_at(descriptor, size * count, offset)
    sections = [struct.unpack_from(form, table, size * number) for number in range(count)]
    found: set[str] = set()
    for section in sections:
        if section[1] == _SHT_DYNSYM:
            found |= _defined(descriptor, section, sections[section[6]], order, wanted, wide=wide)
    return frozenset(found)


def _defined(
    descriptor: int,
    symbols: tuple[int, ...],
    strings: tuple[int, ...],
    order: str,
    wanted: frozenset[str],
    *,
    wide: bool,
) -> set[str]:
    """Return the wanted names that one symbol table defines (its section index is not 0, "undefined")."""
    table = read_at(descriptor, min(symbols[5], _MOST_SYMBOL_BYTES), symbols[4])
    names = read_at(descriptor, min(strings[5], _MOST_SYMBOL_BYTES), strings[4])
    form, step = (order + "IBBHQQ", 24) if wide else (order + "IIIBBH", 16)
    places = {names.find(b"\0" + name.encode() + b"\0") + 1: name for name in wanted}
    places.pop(0, None)
    found = set()
    for at in range(0, len(table) - step + 1, step):
        symbol = struct.unpack_from(form, table, at)
        if symbol[0] in places and symbol[3 if wide else 5]:
            found.add(places[symbol[0]])
    return found
