"""Checks the arguments of a step: one rule for each role of a parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.sequences import expressions, mechanisms, templates
from ckrtool.probe.sequences.expressions import NULL, shown
from ckrtool.probe.sequences.parameters import counts, required, roles

if TYPE_CHECKING:
    from ckrtool.probe.protocol import Expr
    from ckrtool.probe.sequences.expressions import Context
    from ckrtool.probe.sequences.parameters import Role

DONT_BLOCK = 1
MOST_ATTRIBUTES = 4096  # entries of memory that the worker reserves for a template with an explicit count


def arguments(call: str, value: object, context: Context) -> dict[str, Expr]:
    """Return the arguments by parameter; what is required and not there is a problem."""
    if not isinstance(value, dict):
        context.wrong(f"args is a table, not {shown(value)}")
        return {}
    known = roles(call)
    args: dict[str, Expr] = {}
    for name, given in value.items():
        if name in known:
            args[name] = _argument(call, name, known[name], given, context.at(name))
        else:
            context.wrong(f"unknown parameter {shown(name)}{expressions.near(name, known)}")
    for name in required(call):
        if name not in value:
            context.wrong(f"needs {name}")
    _special(call, args, context)
    return args


def _argument(call: str, name: str, role: Role, value: object, context: Context) -> Expr:
    """Return one argument's expression, by what the parameter is for."""
    if role in ("number", "handle", "flags", "length"):
        return expressions.number(value, context)
    if role == "bool":
        return expressions.boolean(value, context)
    if role == "mechanism":
        return mechanisms.mechanism(value, context)
    if role == "template":
        return templates.template(value, context)
    if role == "attributes":
        return templates.attributes(value, context)
    if role in ("output", "list"):
        return expressions.buffer(value, context)
    if role == "claim":
        return NULL if value == "NULL" else expressions.number(value, context)
    if role == "pin":
        return _pin(call, name, value, context)
    return _pointer(role, value, context)


def _pointer(role: Role, value: object, context: Context) -> Expr:
    if value == "NULL":
        return NULL
    if role == "initargs":
        return _init_args(value, context)
    if role == "text":
        return (
            {"text": value}
            if isinstance(value, str) and not value.startswith("$")
            else expressions.data(value, context)
        )
    if role == "version":
        return _version(value, context)
    if role == "input":
        return expressions.data(value, context)
    if role == "reserved" and isinstance(value, dict):  # to see it refused
        return expressions.data(value, context)
    return context.wrong(f'only "NULL" can be given, not {shown(value)}')


def _pin(call: str, name: str, value: object, context: Context) -> Expr:
    """Return a PIN's expression. A login takes the run's PIN, so that its guards hold and it is never written in a file."""
    if value == "NULL":
        return NULL
    if value == "$pin":
        return {"pin": True}
    if call in ("C_Login", "C_LoginUser"):
        return context.wrong('a login takes "$pin" (given with --pin-source) or "NULL" (protected path)')
    if name == "pOldPin":
        return context.wrong('the old PIN is "$pin" (given with --pin-source) or "NULL"')
    return expressions.data(value, context)


def _init_args(value: object, context: Context) -> Expr:
    if not isinstance(value, dict) or value.keys() - {"flags", "reserved"}:
        return context.wrong(f'is written {{ flags = [...], reserved = "..." }}, not {shown(value)}')
    flags = expressions.number(value.get("flags", 0), context.at("flags"))
    reserved = value.get("reserved")
    if reserved == "NULL":
        reserved = None
    if reserved is not None and (not isinstance(reserved, str) or "\0" in reserved):
        return context.wrong("reserved takes a text")
    return {"initargs": {"flags": flags.get("int", 0), "reserved": reserved}}


def _version(value: object, context: Context) -> Expr:
    parts = value.split(".") if isinstance(value, str) else []
    if len(parts) == 2 and all(
        part.isascii() and part.isdigit() and len(part) <= 3 and int(part) < 256 for part in parts
    ):
        return {"text": value}
    return context.wrong(f'a version is written "3.0", not {shown(value)}')


def _size(pointer: Expr) -> int | None:
    """Return the constant number of bytes or entries that a pointer's memory has, None if it is NULL or depends on the run."""
    for form, value in pointer.items():
        if form in ("zeros", "random", "buffer") and isinstance(value, int):
            return value
        if form == "bytes":
            return len(value) // 2
        if form == "text":
            return len(str(value).encode("utf-8", "surrogatepass"))
        if form in ("template", "attributes"):
            return MOST_ATTRIBUTES  # the worker adds empty attributes
    return None


def _special(call: str, args: dict[str, Expr], context: Context) -> None:
    """Report arguments that are refused in every sequence: C_WaitForSlotEvent that blocks, a length of the PIN."""
    flags = args.get("flags", {})
    if call == "C_WaitForSlotEvent" and not ("int" in flags and flags["int"] & DONT_BLOCK):
        context.wrong(
            "needs CKF_DONT_BLOCK in its flags (a constant, not a variable): without it the call may block forever"
        )
    for name, count in counts(call).items():
        size, given = _size(args.get(name, {})), args.get(count, {}).get("int")
        if size is not None and given is not None and given > size:
            context.wrong(
                f"{count} is {given}, but {name} has {size}: the module would use memory that is not its own"
            )
        if "pin" in args.get(name, {}) and count in args:  # a part of the PIN is a wrong PIN, and costs a try
            context.wrong(f"{count} can't be given: it is the length of $pin")
