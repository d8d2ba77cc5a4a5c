r"""The protocol between the supervisor and a worker process: the plan as input, messages as output.

One worker loads one module and runs one or more sequences; it uses only this file and `ckrtool.cryptoki`.

**Input: standard input, read to its end**, then replaced by /dev/null. Two blocks, each preceded by its length as
eight bytes (big endian): the plan as JSON, then the PIN (empty if there is none). The PIN is never part of the
plan, of argv or of the environment.

**Output: a journal in shared memory.** Sixteen bytes of header (`JOURNAL_HEADER`: magic, number of bytes written), then messages,
one JSON object per line, only appended. The worker writes `enter` before and `leave` after each call, so the last message
names a call that never returned, and messages written before a crash, or with a module that closes every descriptor, can
still be read. A byte on a private, high descriptor ("the wake-up pipe") wakes the supervisor after each message; if that
descriptor is closed, the supervisor polls. Descriptors 1 and 2 are captured separately, so output of
the module cannot be mistaken for a message.

Plan (all numbers are plain JSON numbers; `?` = may be left out)::

    {"schema": "ckr.plan/1",
     "module": {"path": str, "init_args": str|null},      # init_args: reserved string of every pInitArgs left to the worker
     "label": "ckr-probe-1f2e...",                        # also the variable "label"; "no_slot": a slot in no slot list so far
     "limits": {"slots": 64, "mechanisms": 1000, "objects": 1000},   # entries kept per list
     "vars": {"slot": 5},                                 # predefined variables: int, str, or list of int
     "pin": {"given": bool, "protected_path": bool,       # protected_path: pPin is NULL, the token's keypad is used
             "risk": bool,                                # --risk-pin: the guards before C_Login allow it
             "serial": str|null?} | null,                 # of the chosen token; no login if another one is in the slot
     "login": "allowed" | "no",                           # set by the supervisor: may this worker log in?
     "timeout": 30.0, "slow_timeout": 120.0,              # seconds per call; slow: C_Login(User), key generation
     "bench": 2.0?,                                       # seconds for which each `bench` of a sequence is repeated
     "sequences": [{"name": str, "profile": str, "steps": [STEP],
                    "effect": str?,                       # the declared effect; without it only own objects may be destroyed
                    "vars": {...}?,                       # instead of the plan's, in this sequence
                    "program": {"paths": [str], "logs_in": bool}?,   # no steps: `application`, run by worker/application.py
                    "finalize": bool?,                    # default true: C_Finalize at the end if it is still initialised
                    "unload": bool?}]}                    # default false: dlclose after that (destructors run)

STEP::

    {"n": 1,                       # its number in the sequence, from 1; part of each message
     "call": "C_Digest",
     "args": {param: EXPR},        # parameters left out: see "Defaults"
     "save": {param: var}?,        # only after CKR_OK
     "expect": [int, ...] | "error" | "any" | null?,   # null: [0]. "error": anything but CKR_OK
     "output": {param: EXPR}?,     # compared after CKR_OK (bytes; numbers; for pTemplate a template of expected values;
                                   # for a structure {"members": {"ulDeviceError": 0}})
     "timeout": float?, "stop": bool? (default true), "optional": bool? (default false),
     "skip_on": [int, ...]?,       # one of these ends the sequence as skipped, reason "refused" (session objects refused...)
     "skip_reason": str?,          # instead of "refused"
     "refused_on": [int, ...]?,    # one of these is a refusal of this step alone: steps that need what it saves are left out
     "each": EACH | [EACH, ...]?,  # once for every entry of a saved list; a list of EACH nests, outermost first
     "needs": [NEED, ...]?,        # skipped, reason "mechanism-missing", unless the slot has them all
     "needs_slot": EXPR?,          # whose mechanisms; default {"var": "slot"}
     "cleanup": bool?,             # also runs after an earlier step stopped the sequence (if its variables are set)
     "follows": bool?,             # made only if the step before gave the expected result, else skipped, reason "follows"
     "unlisted": bool?,            # made without the C_GetSlotList that precedes the first call with a slot
     "relogin": bool?,             # this C_Login is the only second login; made only if the first returned CKR_OK
     "bench": str?,                # adjacent steps with the same value are one operation, repeated if the plan says so
     "threads": bool?,             # C_DigestInit, C_GenerateRandom, C_SignInit: the operation by several threads at once
     "key": bool?,                 # made by KeyUse, completed with the keys found
     "own": bool?,                 # hObject is an object that this sequence made; the call is refused if it may be gone
     "fork": bool?}                # the call is made in a forked child of the worker (conformance: fork)

    EACH = {"var": "slot", "in": "slots", "limit": 64?}
    NEED = int | {"mechanism": int, "flags": int}       # flags: all these bits in C_GetMechanismInfo's flags

Saving inside `each` makes a list, one entry per iteration. Under a later `each` over the same list the variable is the
entry of the current iteration; elsewhere it is the list. (So `C_GetMechanismList` saved to "mechs" under each slot can be
the inner loop of ``[{"var":"slot","in":"slots"}, {"var":"mech","in":"mechs"}]``.) A step whose variables were never set
(because the step that sets them was skipped or its optional call failed) is skipped, reason "unset: NAME".

EXPR::

    {"int": 5} | {"bool": true} | {"null": true} | {"auto": true}
    {"var": "session", "index": 0?, "member": "ulDeviceError"?}
    {"bytes": "hex"} | {"text": "utf-8 text"} | {"random": N} | {"zeros": N}
    {"flip": {"var": name}, "bit": N?}      # one bit changed; 0 is the lowest of the last byte, -1 the highest of the first
    {"buffer": N | {"var": name}}           # output buffer of exactly N bytes (entries, for lists)
    {"pin": true}
    {"initargs": {"flags": int, "reserved": str|null}}
    {"mechanism": int | {"var": name}, "parameter": PARAM|null}
    {"template": [[attr_type, kind, EXPR], ...]}        # kind: ulong|bool|bytes|text|date|array (array: ulongs or a template)
    {"attributes": [attr_type, ...], "kinds": {str(attr_type): kind}?}    # for C_GetAttributeValue: a buffer for each
    PARAM = {"hex": "..."} | {"bytes": ...} | {"random": N} | {"zeros": N} | {"var": name} | {"ulong": int}
          | {"gcm": {"iv": "hex", "ivbits": int?, "aad": "hex"?, "tagbits": int?}}
          | {"ccm": {"datalen": int, "nonce": "hex", "aad": "hex"?, "maclen": int}}
          | {"ctr": {"bits": int?, "cb": "hex"}}
          | {"pss": {"hash": int, "mgf": int, "salt": int}}
          | {"oaep": {"hash": int, "mgf": int, "label": "hex"?}}
          | {"ecdh1": {"kdf": int, "public": "hex"|{"var": name}, "shared": "hex"?}}
          | {"derivation": {"data": "hex"}}     # CK_KEY_DERIVATION_STRING_DATA
          | {"eddsa": {"ph": bool, "context": "hex"?}}          # an EXPR may replace "hex": a variable, random bytes

Defaults: reserved and application pointers NULL; Notify NULL; pInitArgs NULL, or CK_C_INITIALIZE_ARGS with
`module.init_args`; a length or count follows the pointer before it; output buffers, lists and structures "auto".
Auto is at least 64 KiB (bytes) or 2,048 entries (lists), or the size that the last call of the same function with NULL returned, up to a
limit. Every buffer is followed by a guard zone.

Messages (`s` index of the sequence in this worker's plan, `n` step, `i` list of the iteration's indices, `k` kind of the call)::

    {"m": "begin", "s": 0}
    {"m": "enter", "s": 0, "n": 3, "i": [0], "k": "step", "f": "C_Login", "a": {args for the report}, "t": 120.0, "pin": true}
    {"m": "leave", "s": 0, "n": 3, "i": [0], "k": "step", "f": "C_Login", "rv": 0, "ns": 4100, "out": {...}, "met": true,
                   "bad": [MISMATCH], "odd": [ODDITY], "own": ["0x5"]?, "gone": ["0x5"]?,
                   "room": {"pulDigestLen": 20}?,  # after CKR_BUFFER_TOO_SMALL, the lengths of the buffers
                   "child": true?}       # a process started by the module runs since this call
                   # "login": true (also in `enter`): a method of a program that logs in without a function name of PKCS #11
    {"m": "missing", "s": 0, "n": 3, "i": [0], "k": "step", "f": "C_SignMessage", "why": "null-entry"|"no-such-list"}
    {"m": "child", ...as leave..., "signal": int|null, "exit": int|null}     # a "fork" step whose child did not answer
    {"m": "skip", "s": 0, "n": 4, "i": [0], "f": "C_Sign", "reason": str, "detail": str|null}
    {"m": "end", "s": 0, "outcome": "passed"|"failed"|"skipped", "reason": str|null, "n": int|null}
    {"m": "load", "result": {"kind": str, "sentence": str, "detail": str|null, "warnings": [str], "interfaces": [...],
                "null_entries": [function],    # entries of its lists that are NULL
                "libraries": [path]}}          # loaded with it, and those of the worker
    {"m": "broken", "error": str}           # an internal error of ckr; ends the worker
    {"m": "done"}

Each message has a number ("q", from 1); if a number is missing, the module has overwritten the journal.

Kinds `k`: "load" (dlopen, C_GetFunctionList, C_GetInterfaceList, dlclose; n = 0, in the first sequence of the worker), "step",
"guard" (the worker's own C_GetSessionInfo, C_GetTokenInfo, C_GetMechanismList/Info before a step, and C_GetSessionInfo after
CKR_FUNCTION_FAILED; n is that step's), "cleanup", "bench" (a repeated operation: `ns` of all rounds, `out` has operation, count,
per_second, p50_ms and p95_ms).

`out` and `a` are JSON for the report: structures by the standard's member names (padding stripped, undecodable bytes as
``\xNN``, versions "3.0", CK_UNAVAILABLE_INFORMATION null, flags as integers), handles hex strings, byte strings lower-case hex
(longer than `SHOWN_BYTES`: {"length": N, "head": hex}), lists of slots or mechanisms as integers (first `limits` entries;
the length parameter holds the whole count), templates {"CKA number in decimal": value}, a PIN "(PIN)".

MISMATCH = {"param": str, "expected": json, "got": json}. ODDITY = {"id": str, "detail": str}: a fault of the module that no return
code shows; ids in `ODDITIES`. In a shared worker (sequences with the PIN) C_Initialize, C_Login and C_Logout/C_Finalize
are made once; the others are reported as {"m": "skip", "reason": "shared"}, which counts as passed.
The session in which C_Login was made stays open until the last sequence has ended.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

    Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
    Expr: TypeAlias = dict[str, Any]

    class Step(TypedDict):
        """One call of a sequence; see above."""

        n: int
        call: str
        args: dict[str, Expr]
        save: NotRequired[dict[str, str]]
        expect: NotRequired[list[int] | Literal["error", "any"] | None]
        output: NotRequired[dict[str, Expr]]
        timeout: NotRequired[float | None]
        stop: NotRequired[bool]
        optional: NotRequired[bool]
        skip_on: NotRequired[list[int]]
        refused_on: NotRequired[list[int]]
        skip_reason: NotRequired[str]
        each: NotRequired[dict[str, Any] | list[dict[str, Any]]]
        needs: NotRequired[list[int | dict[str, int]]]
        needs_slot: NotRequired[Expr]
        cleanup: NotRequired[bool]
        follows: NotRequired[bool]
        relogin: NotRequired[bool]
        unlisted: NotRequired[bool]
        key: NotRequired[bool]
        threads: NotRequired[bool]
        bench: NotRequired[str]
        own: NotRequired[bool]
        fork: NotRequired[bool]

    class Program(TypedDict):
        """What the sequence `application` needs: where python-pkcs11 may be, and whether it is to log in."""

        paths: list[str]
        logs_in: bool

    class Sequence(TypedDict):
        """The steps of one sequence, and what its worker does at the end."""

        name: str
        profile: str
        effect: NotRequired[str]
        steps: list[Step]
        vars: NotRequired[dict[str, int | str | list[int]]]
        program: NotRequired[Program]
        key: NotRequired[list[list[list[Any]]]]
        finalize: NotRequired[bool]
        unload: NotRequired[bool]

    class Module(TypedDict):
        """The file to load, and the reserved string for its C_Initialize."""

        path: str
        init_args: str | None

    class PinPlan(TypedDict):
        """How the PIN is used; never contains the PIN."""

        given: bool
        protected_path: bool
        risk: bool
        serial: NotRequired[str | None]

    class Plan(TypedDict):
        """All steps of a run; the supervisor splits it into one plan per worker."""

        schema: str
        module: Module
        label: str
        limits: dict[str, int]
        vars: dict[str, int | str | list[int]]
        pin: PinPlan | None
        login: NotRequired[Literal["allowed", "no"]]
        timeout: NotRequired[float]
        slow_timeout: NotRequired[float]
        bench: NotRequired[float]
        sequences: list[Sequence]

    Message: TypeAlias = dict[str, Any]

PLAN_SCHEMA = "ckr.plan/1"
"""Schema of the plan; a worker refuses any other."""

DEFAULT_LIMITS = {"slots": 64, "mechanisms": 1000, "objects": 1000}
"""Entries kept per list, unless the plan says otherwise."""

CALL_TIMEOUT = 30.0
"""Seconds a call may take."""

SLOW_TIMEOUT = 120.0
"""Seconds a call of `SLOW_CALLS` may take."""

SLOW_CALLS = frozenset(
    ("C_Login", "C_LoginUser", "C_GenerateKey", "C_GenerateKeyPair", "C_InitToken", "C_InitPIN", "C_SetPIN")
)
"""Calls that are slow because of a keypad, a card or a prime search."""


def limit(function: str, asked: float | None = None) -> float:
    """Return the seconds that a call may take; `asked` is --timeout, which applies to all functions."""
    return asked or (SLOW_TIMEOUT if function in SLOW_CALLS else CALL_TIMEOUT)


MAKES_OBJECTS = frozenset(
    (
        "C_CreateObject",
        "C_CopyObject",
        "C_GenerateKey",
        "C_GenerateKeyPair",
        "C_UnwrapKey",
        "C_DeriveKey",
        "C_EncapsulateKey",
        "C_DecapsulateKey",
        "C_UnwrapKeyAuthenticated",
    )
)
"""Functions that create objects."""

LOGIN_CALLS = frozenset(("C_Login", "C_LoginUser"))
"""Functions that may use up a PIN try; at most one such call is made per run."""


def is_login(message: Message) -> bool:
    """Return whether an `enter` or `leave` message belongs to a call that may use up a PIN try."""
    return message.get("k") == "step" and (message.get("f") in LOGIN_CALLS or message.get("login") is True)


RELOGIN_HARMLESS = frozenset((0x000, 0x100))
"""Return codes of a login after one that succeeded which use up no PIN try: CKR_OK, CKR_USER_ALREADY_LOGGED_IN."""

NO_PYTHON_PKCS11 = "python-pkcs11-missing"
"""Reason (before a colon and the cause) for skipping the sequence `application`: python-pkcs11 cannot be imported."""

DEVICE_TELLS = frozenset((0x006, 0x030))
"""Return codes after which C_GetSessionInfo may return the device's own error number (ulDeviceError): CKR_FUNCTION_FAILED according to
section 5.1.1, and CKR_DEVICE_ERROR. Not CKR_GENERAL_ERROR, which is unrecoverable: no call is made then that is not necessary."""

SHOWN_BYTES = 1024
"""Byte strings longer than this are reported as their length and their beginning."""

MARK_LENGTH = 29
"""Length of what `output_mark` returns."""


def output_mark(mark: str, number: int) -> bytes:
    """Return the mark that the worker writes into the captured output before call `number` (the first is 1).

    `mark` is unique per worker (16 hex digits). The supervisor removes the marks and uses them to assign output to calls.
    """
    return b"\0<%s:%08d>\0" % (mark.encode("ascii"), number % 100_000_000)


JOURNAL_MAGIC = b"ckrjrnl1"
"""First eight bytes of the journal."""

JOURNAL_HEADER = 16
"""Bytes before the first message: the magic, then the number of bytes written (eight bytes, little endian)."""

JOURNAL_BYTES = 128 << 20
"""Size of the journal in bytes (sparse: only the written part takes memory)."""

# Flags of CK_TOKEN_INFO that prevent a login without --risk-pin, with the reason that is reported.
PIN_FLAGS = (
    (0x00040000, "pin-locked"),  # CKF_USER_PIN_LOCKED
    (0x00020000, "pin-final-try"),  # CKF_USER_PIN_FINAL_TRY
    (0x00010000, "pin-count-low"),  # CKF_USER_PIN_COUNT_LOW
)

ODDITIES = {
    "count-beyond-bound": "the module reports more entries or bytes than a correct module can have",
    "count-not-set": "CKR_OK, but the count is not the number of entries that the module wrote (5.2)",
    "count-grew": "the module returned more entries than the buffer can hold",
    "length-beyond-buffer": "CKR_OK, but the returned length is larger than the buffer",
    "need-not-told": "CKR_BUFFER_TOO_SMALL, but the length is not set to the size needed (5.2)",
    "wrote-past-buffer": "the module wrote past the end of the output buffer",
    "handle-zero": "CKR_OK, but the handle is 0 (CK_INVALID_HANDLE)",
    "nothing-written": "CKR_OK, but nothing was written to the structure",
    "not-utf8": "a text field of a structure is not valid UTF-8",
    "not-padded": "a text field of a structure ends with a NUL byte instead of being padded with blanks",
    "rv-sign-extended": "the return value has bits set above bit 31",
    "null-list": "CKR_OK, but the returned pointer does not point to a readable function list",
    "misaligned-list": "the address of the function list is not a multiple of the pointer size",
    "descriptors-closed": "the call closed file descriptors that the module had not opened",
    "pin-returned": "the return value is the PIN; it is not shown",
    "template-length": "the length of an attribute is larger than its buffer",
}
"""Faults of a module that no return code shows: one sentence per id."""
