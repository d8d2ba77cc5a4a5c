"""Makes large logs as programs write them: times, pids, hosts, users, request ids and words differ on every line."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterator

FUNCTIONS = (
    "C_Sign",
    "C_Login",
    "C_OpenSession",
    "C_FindObjectsInit",
    "C_GetAttributeValue",
    "C_DecryptFinal",
)
CODES = (
    (0x0, "CKR_OK"), (0x5, "CKR_GENERAL_ERROR"), (0x12, "CKR_ATTRIBUTE_TYPE_INVALID"), (0x30, "CKR_DEVICE_ERROR"),
    (0xA0, "CKR_PIN_INCORRECT"), (0xB3, "CKR_SESSION_HANDLE_INVALID"), (0x101, "CKR_USER_NOT_LOGGED_IN"),
    (0x80000001, "CKR_VENDOR_DEFINED"),
)  # fmt: skip
SYLLABLES = (
    "ka",
    "to",
    "mi",
    "ren",
    "sol",
    "du",
    "pes",
    "val",
    "or",
    "nim",
    "bra",
    "qui",
    "zet",
    "lom",
    "ja",
)


class Chance:
    """The changing parts of a log line."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.seconds = 0.0

    def word(self) -> str:
        """Return a word that most likely stood on no line before."""
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))

    def number(self, most: int = 65535) -> int:
        """Return a number."""
        return self.random.randrange(1, most)

    def handle(self) -> str:
        """Return a handle in hexadecimal."""
        return f"0x{self.random.getrandbits(40):x}"

    def id(self) -> str:
        """Return a UUID."""
        return str(uuid.UUID(int=self.random.getrandbits(128)))

    def time(self) -> str:
        """Return the time of day, a little later than the one before."""
        self.seconds += self.random.random() / 50
        whole = int(self.seconds)
        return (
            f"{whole // 3600 % 24:02}:{whole // 60 % 60:02}:{whole % 60:02}.{int(self.seconds % 1 * 1e6):06}"
        )

    def failure(self) -> tuple[str, int, str]:
        """Return a function with the value and name of what it returned."""
        return (self.random.choice(FUNCTIONS), *self.random.choice(CODES[1:]))


Lines = Callable[[Chance], Iterator[str]]


def syslog(c: Chance) -> Iterator[str]:
    """A signer's failures in syslog."""
    function, value, name = c.failure()
    head = f"Nov 25 {c.time()[:8]} {c.word()}-{c.number(99)} signer[{c.number()}]:"
    yield f"{head} request {c.number(10**9)} of {c.word()}: {function} failed: {value:#x} (session {c.number()}, node {c.word()})"
    yield f"{head} <{c.word()}@{c.word()}> {function}(0x{c.number():x}) returned {name} ({value:#x}) after {c.number(900)} ms"
    yield f"{head} key {c.word()} not usable, {function}: rv = {value:#x}, will try {c.word()} next"


def daemon(c: Chance) -> Iterator[str]:
    """A daemon whose name and messages speak of PKCS #11, functions with arguments, codes in decimal."""
    function, value, name = c.failure()
    head = f"2026-11-25T{c.time()}Z {c.word()} pkcs11-proxyd[{c.number()}]: ERROR"
    yield f"{head} [{c.word()}] PKCS#11: {function}({c.handle()}, {c.number()}) failed for {c.word()}: {value} ({name})"
    yield f"{head} [{c.word()}] pkcs11 error in {c.word()}: {function} returned {name}, giving up {c.word()}"
    yield f"{head} {c.word()}/{c.word()}: {name} in {function} at {c.word()}.c:{c.number()}"


def json_lines(c: Chance) -> Iterator[str]:
    """JSON logs of services."""
    function, value, name = c.failure()
    head = f'{{"ts":"2026-11-25T{c.time()}Z","level":"error","request_id":"{c.id()}","host":"{c.word()}"'
    yield f'{head},"fn":"{function}","rv":{value},"user":"{c.word()}"}}'
    yield f'{head},"user":"{c.word()}","msg":"{function} failed: rv = {value:#x}","took_ms":{c.number(999)}}}'
    yield f'{head},"msg":"key \\"{c.word()}\\": {function} failed with {name}","trace":"{c.id()}"}}'


def few_shapes(c: Chance) -> Iterator[str]:
    """Lines that differ in their numbers only."""
    head = f"2026-11-25 {c.time()} [{c.number()}]"
    yield f"{head} ERROR signer: C_Sign failed: rv = 0x30 on the HSM of the first site"
    yield f"{head} ERROR login: C_Login failed: CKR_PIN_INCORRECT (0xa0), giving up now"
    yield f"{head} WARN  wrapper: C_GetAttributeValue returned 0x12 for the label of it"


def handles(c: Chance) -> Iterator[str]:
    """Lines that differ in numbers, handles, and identifiers."""
    function, value, name = c.failure()
    head = f"2026-11-25T{c.time()}Z hsm-1 signer[{c.number()}]: request={c.id()}"
    yield f"{head} {function}(0x{c.random.getrandbits(32):08x}) failed: rv = {value:#x} (thread {c.random.getrandbits(48):012x})"
    yield f"{head} session {c.handle()}: {function} returned {name} after {c.number(900)} ms"


def spy(c: Chance) -> Iterator[str]:
    """A trace of OpenSC's pkcs11-spy."""
    for number in range(1, 9):
        function = c.random.choice(FUNCTIONS)
        value, name = c.random.choice(CODES) if c.random.random() < 0.2 else CODES[0]
        yield f"\n{number}: {function}"
        yield f"2026-11-25 {c.time()}\n[in] hSession = {c.handle()}\n[in] hKey = {c.handle()}"
        yield f"[out] pSignature[*pulSignatureLen] 00007ffd{c.random.getrandbits(32):08x} / {c.number(256)}"
        yield "    00000000  " + c.random.randbytes(16).hex(" ").upper() + "  ................"
        yield f"Returned:  {value - (value >> 31 << 32)} {name}"


def p11kit(c: Chance) -> Iterator[str]:
    """A trace of p11-kit's call log."""
    function = c.random.choice(FUNCTIONS)
    _, name = c.random.choice(CODES)
    yield f"{function}\n  IN: hSession = S{c.number()}\n  IN: hKey = H{c.number()}"
    yield f' OUT: pData = ({c.number()}) "{c.word()}{c.word()}"\n{function} = {name}'


def nss(c: Chance) -> Iterator[str]:
    """A trace of NSS's module logger with several threads."""
    function = c.random.choice(FUNCTIONS)
    value, name = c.random.choice(CODES)
    thread = f"2026-11-25 {c.time()} UTC - -{c.random.choice((1481296064, 1481296448))}[{c.random.choice(('5623a9074cc0', '7f00aa21be00'))}]:"
    yield f"{thread} {function}\n{thread}   hSession = {c.handle()}\n{thread}   pData = {c.handle()}"
    yield f"{thread}   rv = {name if value < 1 << 31 else hex(value)}"


def opencryptoki(c: Chance) -> Iterator[str]:
    """A trace of openCryptoki."""
    function, value, _ = c.failure()
    yield f"11/25/2026 {c.time()[:8]} {c.number()} [usr/lib/api/api_interface.c:{c.number(5000)} api] INFO: {function}"
    yield f"11/25/2026 {c.time()[:8]} {c.number()} [usr/lib/common/sess_mgr.c:{c.number(900)} swtok] DEVEL: {c.word()} {c.word()}"
    yield f"11/25/2026 {c.time()[:8]} {c.number()} [usr/lib/common/new_host.c:{c.number(5000)} swtok] INFO: {function}: rc = 0x{value:08x}, sess = {c.number()}"


def java(c: Chance) -> Iterator[str]:
    """Exceptions of SunPKCS11 with their stacks."""
    function, _, name = c.failure()
    yield f"2026-11-25 {c.time()} ERROR [{c.word()}-{c.number(64)}] c.e.{c.word()}.Signer - {c.word()} failed"
    yield f"java.security.SignatureException: {c.word()}\n\tat {c.word()}.{c.word()}.sign({c.word()}.java:{c.number(999)})"
    yield f"Caused by: sun.security.pkcs11.wrapper.PKCS11Exception: {name}"
    yield f"\tat jdk.crypto.cryptoki/sun.security.pkcs11.wrapper.PKCS11.{function}(Native Method)"
    yield "".join(
        f"\tat {c.word()}.{c.word()}.{c.word()}({c.word()}.java:{c.number(999)})\n" for _ in range(6)
    )[:-1]


def go(c: Chance) -> Iterator[str]:
    """Lines of Go programs on miekg/pkcs11."""
    _, value, name = c.failure()
    yield f'time="2026-11-25T{c.time()}Z" level=error msg="{c.word()} {c.word()}: pkcs11: 0x{value:X}: {name}" key={c.word()} request={c.id()}'
    yield f"2026/11/25 {c.time()} {c.word()}.go:{c.number(999)}: could not sign for {c.word()}: pkcs11: 0x{value:X}: {name}"


def words(c: Chance) -> Iterator[str]:
    """No code at all, but words that stand beside codes: error, failed, returned, rv, hex, functions, PKCS #11."""
    yield f"2026-11-25 {c.time()} ERROR error: request {c.number()} of {c.word()} failed, upstream returned {c.number()}, error code {c.number(99)}"
    yield f"2026-11-25 {c.time()} WARN  {c.word()} returned error 0x{c.number():x}, status {c.number(599)}, errno {c.number(99)}"
    yield f"2026-11-25 {c.time()} INFO  server[{c.number()}]: serving {c.word()} over an interval of {c.number()} ms, rvalue {c.number()}"


def mentions(c: Chance) -> Iterator[str]:
    """No code, but PKCS #11 and its functions on every line."""
    function = c.random.choice(FUNCTIONS)
    yield f"2026-11-25 {c.time()} DEBUG [{c.word()}] calling {function} for session {c.number()}, user {c.word()}, {c.number()} bytes"
    yield f"2026-11-25 {c.time()} INFO  pkcs11: token {c.word()} in slot {c.number()} has {c.number(99)} objects, module {c.word()}.so"


def ordinary(c: Chance) -> Iterator[str]:
    """What most of a syslog is."""
    head = f"2026-11-25T{c.time()}Z {c.word()}"
    yield f'{head} nginx[{c.number()}]: 10.0.{c.number(255)}.{c.number(255)} - - "GET /api/v1/{c.word()}/{c.number()} HTTP/1.1" 200 {c.number()}'
    yield f"{head} sshd[{c.number()}]: Accepted publickey for {c.word()} from 10.1.{c.number(255)}.{c.number(255)} port {c.number()}"
    yield f"{head} systemd[1]: Started Session {c.number()} of user {c.word()}."
    yield f'{head} app level=info msg="served {c.word()}" server={c.word()} interval={c.number()}ms id={c.id()}'


DENSE: dict[str, Lines] = {
    "few shapes": few_shapes,
    "handles": handles,
    "syslog": syslog,
    "daemon": daemon,
    "JSON lines": json_lines,
}
TRACES: dict[str, Lines] = {
    "pkcs11-spy": spy, "p11-kit": p11kit, "NSS": nss, "openCryptoki": opencryptoki, "Java": java, "Go": go,
}  # fmt: skip
QUIET: dict[str, Lines] = {"ordinary": ordinary, "error words": words, "PKCS #11 words": mentions}


def make(lines: Lines, size: int, seed: int = 11) -> bytes:
    """Return about `size` bytes of a log."""
    chance = Chance(seed)
    parts: list[str] = []
    total = 0
    while total < size:
        for line in lines(chance):
            parts.append(line)
            total += len(line) + 1
    return ("\n".join(parts) + "\n").encode()
