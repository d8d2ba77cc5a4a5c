"""Writes large logs in which nothing comes again that does not come again in real ones: eight kinds, with a given share of return codes.

Words are made from the letter pairs of the standard's text, so that letters are as frequent as in English. All is seeded.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

CHAPTER = Path(__file__).parents[2] / "ckrtool/data/standard/function-return-values.md"
FUNCTIONS = (
    "C_Sign", "C_SignInit", "C_Login", "C_OpenSession", "C_FindObjectsInit", "C_GetAttributeValue", "C_Decrypt", "C_DecryptFinal",
    "C_Verify", "C_GenerateKeyPair", "C_WrapKey", "C_UnwrapKey", "C_GetSlotList", "C_Initialize", "C_CloseSession",
)  # fmt: skip
CODES = (
    (0x5, "CKR_GENERAL_ERROR"), (0x6, "CKR_FUNCTION_FAILED"), (0x12, "CKR_ATTRIBUTE_TYPE_INVALID"), (0x30, "CKR_DEVICE_ERROR"),
    (0x32, "CKR_DEVICE_REMOVED"), (0x60, "CKR_KEY_HANDLE_INVALID"), (0x70, "CKR_MECHANISM_INVALID"), (0xA0, "CKR_PIN_INCORRECT"),
    (0xA4, "CKR_PIN_LOCKED"), (0xB3, "CKR_SESSION_HANDLE_INVALID"), (0xE0, "CKR_TOKEN_NOT_PRESENT"), (0x101, "CKR_USER_NOT_LOGGED_IN"),
)  # fmt: skip
WORDS = 40_000


@cache
def words() -> tuple[str, ...]:
    """Return words that are made like the chapter's: each letter follows the two before it as often as there."""
    chance = random.Random("words")
    following: dict[str, list[str]] = defaultdict(list)
    for word in re.findall(r"[a-z]{2,}", CHAPTER.read_text("utf-8").lower()):
        for at in range(len(word) + 1):
            following[f"  {word}"[at : at + 2]].append(f"{word}."[at])
    found: dict[str, None] = {}
    while len(found) < WORDS:
        word = "  "
        while not word.endswith("."):
            word += chance.choice(following[word[-2:]])
        if 4 < len(word) < 18:
            found[word.strip(" .")] = None
    return tuple(found)


class Source:
    """The changing parts of lines."""

    def __init__(self, seed: str) -> None:
        self._random = chance = random.Random(seed)
        self.pick = chance.choice
        self.bits = chance.getrandbits
        self.share = chance.random
        self._seconds = 36_000.0
        self._words = words()
        self.hosts = [f"{self.word()}-{self.word()}{self.number(60)}" for _ in range(40)]
        self.paths = ["/" + "/".join(self.word() for _ in range(self.number(5))) for _ in range(9_000)]
        packages = [f"{self.pick(('com', 'org', 'io'))}.{self.word()}.{self.word()}" for _ in range(300)]
        self.classes = [
            f"{name}.{self.word().title()}{self.word().title()}" for name in packages for _ in range(6)
        ]
        self.agents = [
            f"Mozilla/5.0 ({self.pick(('Windows NT 10.0; Win64; x64', 'X11; Linux x86_64', 'Macintosh; Intel Mac OS X'))}) AppleWebKit/537.{self.number(40)}"
            f" (KHTML, like Gecko) Chrome/{self.number(130)}.0.{self.number(9999)}.{self.number(200)} Safari/537.{self.number(40)}"
            for _ in range(1500)
        ] + [f"{self.word()}-client/{self.number(9)}.{self.number(40)}" for _ in range(300)]

    def word(self) -> str:
        """Return a word."""
        return self.pick(self._words)

    def text(self, least: int = 3, most: int = 9) -> str:
        """Return a few words."""
        return " ".join(self._random.choices(self._words, k=self._random.randint(least, most)))

    def number(self, most: int) -> int:
        """Return a number from 1 to `most`."""
        return 1 + int(self.share() * most)

    def hex(self, bits: int) -> str:
        """Return hexadecimal digits."""
        return f"{self.bits(bits):0{bits // 4}x}"

    def uuid(self) -> str:
        """Return a UUID."""
        digits = self.hex(128)
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"

    def address(self) -> str:
        """Return an IPv4 address."""
        return ".".join(str(self.number(254)) for _ in range(4))

    def clock(self) -> tuple[str, str]:
        """Return the time of day, a little later than the one before, and its microseconds."""
        self._seconds += self.share() / 40
        whole = int(self._seconds)
        return (
            f"{whole // 3600 % 24:02}:{whole // 60 % 60:02}:{whole % 60:02}",
            f"{int(self._seconds % 1 * 1e6):06}",
        )

    def ordinary(self) -> str:
        """Return a message without a return code; some have words that are next to return codes elsewhere."""
        kind = self.number(12)
        if kind == 1:
            return f"error: {self.text(2, 5)} failed: {self.pick(('No such file or directory', 'Connection refused', 'timed out'))} (errno {self.number(120)})"
        if kind == 2:
            return f"request id={self.uuid()} from {self.address()} served in {self.number(2000)} ms status={self.pick((200, 200, 204, 404, 500))}"
        if kind == 3:
            return f"{self.text(2, 4)} returned {self.number(300)} rows for user {self.word()}, err={self.number(9)}"
        if kind == 4:
            return f"connection from {self.address()} port {self.number(65535)} closed by server, reason: {self.text(2, 5)}"
        if kind == 5:
            return f"pool {self.word()}: {self.number(64)} idle, {self.number(64)} active, {self.hex(64)} last ref, retry={self.number(4)}"
        if kind == 6:
            return f"config {self.pick(self.paths)} reloaded; interval={self.number(900)}s server={self.pick(self.hosts)} verbose=true"
        if kind == 7:
            return f"trace 0x{self.hex(48)} span {self.hex(64)} {self.text(2, 5)}"
        return self.text(5, 14)

    def failure(self) -> str:
        """Return a message with a return code, with other words around it each time."""
        function, (value, name) = self.pick(FUNCTIONS), self.pick(CODES)
        kind = self.number(9)
        if kind == 1:
            return f"{function} failed: 0x{value:x} (session {self.number(900)}, key {self.word()})"
        if kind == 2:
            return f"{function} returned {name}"
        if kind == 3:
            return f"pkcs11: {self.text(2, 4)}: {function}() rv = 0x{value:08X}"
        if kind == 4:
            return f"PKCS#11 error in {self.word()}: {name} (0x{value:02x}) while signing {self.uuid()}"
        if kind == 5:
            return f"{function}(0x{self.hex(32)}, {self.word()}) failed for {self.word()}: {value}"
        if kind == 6:
            return f"hsm {self.pick(self.hosts)}: rv=0x{value:x} in {function}, {self.text(2, 5)}"
        if kind == 7:
            return f"Error {value} returned by {function} ({self.text(1, 3)})"
        if kind == 8:
            return f"sun.security.pkcs11.wrapper.PKCS11Exception: {name}"
        return f"{self.text(1, 4)}: {name}"


Line = Callable[[Source, str], str]


def syslog(s: Source, message: str) -> str:
    """Return a line of syslog."""
    program = s.pick(
        ("sshd", "nginx", "systemd", "postfix/smtpd", "kernel", "cron", "app", "named", "haproxy")
    )
    return f"Nov 25 {s.clock()[0]} {s.pick(s.hosts)} {program}[{s.number(65535)}]: {message}"


def json_lines(s: Source, message: str) -> str:
    """Return a JSON object of a service's log."""
    clock, micros = s.clock()
    level, quoted = s.pick(("info", "info", "info", "warn", "error")), message.replace('"', '\\"')
    return (
        f'{{"timestamp":"2026-11-25T{clock}.{micros}Z","level":"{level}","logger":"{s.pick(s.classes)}","request_id":"{s.uuid()}",'
        f'"user":"{s.word()}","msg":"{quoted}","took_ms":{s.number(3000)},"peer":"{s.address()}","trace":"{s.hex(64)}"}}'
    )


def java(s: Source, message: str) -> str:
    """Return a line of a Java program, now and then with a stack."""
    clock, micros = s.clock()
    line = f"2026-11-25 {clock},{micros[:3]} {s.pick(('INFO ', 'INFO ', 'DEBUG', 'WARN ', 'ERROR'))} [{s.word()}-{s.number(64)}] {s.pick(s.classes)} - {message}"
    if s.number(12) > 1:
        return line
    frames = "".join(
        f"\n\tat {s.pick(s.classes)}.{s.word()}({s.word().title()}.java:{s.number(900)})"
        for _ in range(s.number(20))
    )
    return f"{line}\njava.{s.pick(('io.IOException', 'lang.IllegalStateException'))}: {s.text(2, 6)}{frames}"


def access(s: Source, message: str) -> str:
    """Return a line of a web server's access log, or of its error log where there is a message."""
    clock, micros = s.clock()
    if message:
        return f"[Wed Nov 25 {clock}.{micros} 2026] [ssl:error] [pid {s.number(65535)}] [client {s.address()}:{s.number(65535)}] AH02577: {message}"
    request = f"{s.pick(('GET', 'GET', 'GET', 'POST', 'HEAD'))} {s.pick(s.paths)}?{s.word()}={s.word()}&id={s.number(99999)} HTTP/1.1"
    referer = f"https://{s.pick(s.hosts)}.example.com{s.pick(s.paths)}"
    return f'{s.address()} - - [25/Nov/2026:{clock} +0000] "{request}" {s.pick((200, 200, 304, 404))} {s.number(90000)} "{referer}" "{s.pick(s.agents)}"'


def journal(s: Source, message: str) -> str:
    """Return a line of one host's journal: its services, and much of the kernel."""
    clock, micros = s.clock()
    head = f"Nov 25 {clock} {s.hosts[0]}"
    kind = s.number(5)
    if message or kind == 1:
        return f"{head} {s.pick(('systemd', 'NetworkManager', 'dockerd', 'polkitd'))}[{s.number(65535)}]: {message or s.ordinary()}"
    if kind == 2:
        return f"{head} kernel: [{s.number(99999)}.{micros}] usb {s.number(8)}-{s.number(9)}: {s.text(3, 7)}, idVendor={s.hex(16)}, idProduct={s.hex(16)}"
    if kind == 3:
        profile = s.pick(s.paths)
        return f'{head} kernel: audit: type={s.number(1400)} audit(1795593600.{micros[:3]}:{s.number(99999)}): apparmor="DENIED" profile="{profile}" comm="{s.word()}"'
    if kind == 4:
        registers = " ".join(f"{name}: {s.hex(64)}" for name in ("RAX", "RBX", "RCX", "RDX", "CR2", "CR4"))
        return f"{head} kernel: RIP: 0010:{s.word()}_{s.word()}+0x{s.hex(8)}/0x{s.hex(12)} RSP: 0018:{s.hex(64)} EFLAGS: {s.hex(32)} {registers}"
    return f"{head} systemd[1]: {s.word()}-{s.word()}.service: Scheduled restart job, restart counter is at {s.number(50)}."


def container(s: Source, message: str) -> str:
    """Return a line as Kubernetes or Docker keep it."""
    clock, micros = s.clock()
    kind = s.number(3)
    stamp = f"2026-11-25T{clock}.{micros}{s.number(899) + 100}Z"
    message = message or s.ordinary()
    if kind == 1:
        return f"{stamp} {s.pick(('stdout', 'stderr'))} F {json_lines(s, message)}"
    if kind == 2:
        place = (
            f"{s.pick('IWE')}1125 {clock}.{micros} {s.number(99):7} {s.word()}_{s.word()}.go:{s.number(900)}]"
        )
        return (
            f'{stamp} stderr F {place} "{message}" pod="{s.word()}/{s.word()}-{s.hex(40)}" uid="{s.uuid()}"'
        )
    return f'{{"log":"{message}\\n","stream":"stdout","time":"{stamp}"}}'


def spy(s: Source) -> str:
    """Return a call in a trace of pkcs11-spy; one in five fails."""
    clock, micros = s.clock()
    value, name = s.pick(CODES) if s.number(5) == 1 else (0, "CKR_OK")
    data = "\n".join(
        f"    000000{row}0  {s.bits(128).to_bytes(16).hex(' ').upper()}  ................" for row in range(2)
    )
    return (
        f"\n{s.number(99999)}: {s.pick(FUNCTIONS)}\n2026-11-25 {clock}.{micros[:3]}\n[in] hSession = 0x{s.hex(44)}\n[in] hKey = 0x{s.hex(44)}\n"
        f"[in] pData[ulDataLen] 00007ffd{s.hex(32)} / 32\n{data}\n[out] pSignature[*pulSignatureLen] 00007ffd{s.hex(32)} / {s.number(256)}\nReturned:  {value} {name}"
    )


def p11kit(s: Source) -> str:
    """Return a call in a trace of p11-kit; one in five fails."""
    function = s.pick(FUNCTIONS)
    _, name = s.pick(CODES) if s.number(5) == 1 else (0, "CKR_OK")
    mechanism = s.pick(("RSA_PKCS", "AES_CBC", "SHA256_RSA_PKCS", "ECDSA"))
    return (
        f"{function}\n  IN: hSession = S{s.number(99999)}\n  IN: pMechanism = {{\n\tmechanism: CKM_{mechanism}\n      }}\n  IN: hKey = H{s.number(9999)}\n"
        f' OUT: pData = ({s.number(300)}) "{s.word()}{s.word()}"\n{function} = {name}'
    )


LOGS: dict[str, Line] = {
    "syslog": syslog, "JSON lines": json_lines, "Java": java, "access log": access, "journal": journal, "containers": container,
}  # fmt: skip
TRACES: dict[str, Callable[[Source], str]] = {"pkcs11-spy": spy, "p11-kit": p11kit}
SHARES = (0.0, 0.001, 0.01, 0.5)
KINDS = (*LOGS, *TRACES)


def entries(kind: str, share: float) -> Iterator[str]:
    """Yield a log's entries without end. `share` of them have a return code; of a trace, `share` of its lines are the trace's, the others syslog."""
    s = Source(f"{kind} {share}")
    if kind in LOGS:
        line = LOGS[kind]
        plain = "" if kind in ("access log", "journal", "containers") else None
        while True:
            yield line(s, s.failure() if s.share() < share else s.ordinary() if plain is None else plain)
    call = TRACES[kind]
    lines = call(s).count("\n") + 1
    calls = share / (lines - share * (lines - 1))
    while True:
        yield call(s) if s.share() < calls else syslog(s, s.ordinary())


def write(path: Path, kind: str, share: float, size: int) -> None:
    """Write a log of about `size` bytes."""
    with path.open("w", encoding="utf-8") as stream:
        written = 0
        for entry in entries(kind, share):
            stream.write(entry)
            stream.write("\n")
            written += len(entry) + 1
            if written >= size:
                return
