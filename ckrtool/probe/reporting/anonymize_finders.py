"""Find what names an owner in a text: labels, serial numbers, users, hosts, paths, and passwords in URLs.

A finder is an expression whose named groups are of the kind of their name; digits at its end only make it unique. The first
finder that takes a part of the text has it, so what is quoted or has a key comes before what is only recognised by its form.
Other groups: `keep` (a code, function, class, library or version, which names no owner), `secret` (is removed), `uri`,
`uriserial` and `uripath` (percent-encoded), `id` (bytes, percent-encoded), `six` and `four` (addresses).

All repetitions are bounded or begin at a word: an excerpt of a log is hostile text.
"""

import re

Finder = re.Pattern[str]

#: Names of the standard.
OWN = re.compile(
    r"(?:C_[A-Z]\w*|CK[A-Z]{0,4}_\w+|\(?(?:NULL|null|nil|None|none)\)?|[\w.+-]+\.(?:so(?:\.\d+)*|dll|dylib))\Z"
)
#: User and host names that identify nobody, and are common words in texts.
COMMON = frozenset(
    {"root", "localhost", "user", "token", "host", "null", "none", "unknown", "true", "false", "127.0.0.1",
     "0.0.0.0", "::1", "::", "localhost.localdomain"}  # noqa: S104 - an address in a text
)  # fmt: skip

_QUOTE = r"\\{0,3}[\"'`]"
#: In quotes, which may be escaped. KIND and MARK become names of groups, which are unique in an expression.
_QUOTED = r"(?P<MARK>\\{0,3}[\"'`])(?P<KIND>(?:(?!(?P=MARK))(?:\\.|[^\\\n])){1,200})(?P=MARK)"
_CURLED = r"[\u201c\u2018\u00ab](?P<KIND>[^\u201d\u2019\u00bb\n]{1,200})[\u201d\u2019\u00bb]"
#: As OpenSSH and others enclose it: label <x>, token [x].
_ANGLED = r"<(?P<KIND>[^<>\n]{1,200})>"
_BRACKETED = r"\[(?P<KIND>[^\[\]\n]{1,200})\]"
#: Words after which a name has ended; what is no word of a name.
_VERBS = (
    "is|was|are|were|not|has|had|have|failed|fails|failure|returned|returns|returning|error|cannot|can|could|does|did|will|missing|"
    "removed|unavailable|invalid|expired|absent|locked|found|present|unknown|login|rv|ret|rc|trace|debug|info|notice|warn|warning|"
    "fatal|critical"
)
_END = (
    r"(?:\s{2}|\t|\s(?:C_[A-Z]|CK[A-Z]{0,4}_|0x|/|[A-Za-z]:\\|[-\u2013|](?:\s|\Z)|\((?:slot|0x|id|serial|C_|CK|error|rv|code)|"
    r"(?:in|on|at|of|for|from|with)\s(?:the\s)?slot\b|(?:slot|serial|label|manufacturer|model|flags|handle|id)\b|"
    rf"(?:{_VERBS})\b|[\w.-]{{1,30}}(?:\s(?:num|number|id))?\s?[:=]))"
)
_NOT_A_NAME = rf"(?!(?i:{_VERBS})\b|C_[A-Z]|CK[A-Z]{{0,4}}_|\s)"
#: To the end of the field: `token: Acme HSM Production, ...`.
_FIELD = rf"{_NOT_A_NAME}(?!\(\d)(?P<KIND>(?:(?!(?i:{_END}))[^\n\"',;<>|{{}}\[\]]){{1,200}})"
#: One word, and more that begin with a capital: `token=Acme HSM Production rv=5`.
_WORDS = (
    r"(?!C_[A-Z]|CK[A-Z]{0,4}_)(?P<KIND>[^\s;,&\"'?()\[\]{}<>]{1,200}"
    rf"(?:\s(?!(?i:{_VERBS})\b|C_|CK)[A-Z][\w-]{{0,40}}(?![\w:=.(])){{0,6}})"
)
_WORD = r"(?P<KIND>[^\s;,&\"'?()\[\]{}<>]{1,200})"


def _values(kind: str, *forms: str) -> str:
    """Return the expression of a value of one kind in one of the forms."""
    numbered = (form.replace("KIND", f"{kind}{n}").replace("MARK", f"q{n}") for n, form in enumerate(forms))
    return f"(?:{'|'.join(numbered)})"


_LABEL = (
    r"(?:label|token|object|alias|nick_?name|friendly_?name|partition|key[_-]?name|key[_-]?label|labels)"
    r"(?:[_ -]?(?:name|label))?"
)
_KEY_START = r"(?<![A-Za-z0-9])[A-Za-z_-]{0,24}?"
_SERIAL = r"(?:serial(?:[_ -]?(?:number|num|no\b\.?))?|CKA_(?:ID|OBJECT_ID|UNIQUE_ID|VALUE|MODULUS|EC_POINT|PUBLIC_KEY_INFO))"
_DN_STRONG = r"CN|OU|emailAddress|givenName|surname"
_DN_WEAK = r"O|L|ST|DC|UID|STREET|E|SN|GN|serialNumber|title|dnQualifier"
_DN_VALUE = (
    r"\s?=\s?(?:\\{0,3}[\"'](?P<label>[^\"'\n\\]{1,200})|"
    rf"(?P<label1>(?:(?!(?i:{_END}))(?:\\,|[^,;/+\"'\n\\)\]}}>|])){{1,200}}))"
)
_URI_START = r"(?:(?<=[;?&])|(?<=pkcs11:))"
_URI_VALUE = r"[^;?&\s\"'<>\\,)\]}]{1,300}"

LABELS: tuple[Finder, ...] = (
    re.compile(rf"{_URI_START}(?P<keep>(?:model|(?:slot-|library-)?manufacturer|library-description)={_URI_VALUE})"),
    re.compile(rf"{_URI_START}(?:token|object)=(?P<uri>{_URI_VALUE})"),
    re.compile(rf"{_URI_START}serial=(?P<uriserial>{_URI_VALUE})"),
    re.compile(rf"{_URI_START}id=(?P<id>(?:%[0-9A-Fa-f]{{2}}|[\w.-]){{1,300}})"),
    re.compile(rf"{_URI_START}(?:pin-source|module-path)=(?P<uripath>[\w.:-]{{0,20}}%2[fF]{_URI_VALUE})"),
    re.compile(rf"(?i:(?<![A-Za-z])(?:{_DN_STRONG})){_DN_VALUE}"),
    re.compile(rf"(?i:(?:(?<=[,/+;])|(?<=[,+;]\s))(?:{_DN_WEAK})){_DN_VALUE}"),
    re.compile(rf"(?<![\w=?&-])(?:{_DN_WEAK})(?=\s?=\s?[^=,\n]{{1,100}},\s?(?:{_DN_STRONG}|{_DN_WEAK}|C)\s?=){_DN_VALUE}"),
    # key and value: label: "x", "token_label":"x", CKA_LABEL = (1) "x", serial number: 12
    re.compile(
        rf"(?i:{_KEY_START}{_SERIAL})(?:{_QUOTE})?\s{{0,20}}[:=]\s{{0,20}}(?:\(\d{{1,9}}\)\s)?" + _values("serial", _QUOTED, _CURLED, _WORD)
    ),
    re.compile(
        rf"(?i:{_KEY_START}{_LABEL})(?:{_QUOTE})?\s{{0,20}}[:=]\s{{0,20}}(?:\(\d{{1,9}}\)\s)?" + _values("label", _QUOTED, _CURLED)
    ),
    re.compile(rf"(?i:{_KEY_START}{_LABEL})=" + _values("label", _WORDS)),
    re.compile(rf"(?i:{_KEY_START}{_LABEL})\s{{0,20}}[:=]\s{{0,20}}" + _values("label", _FIELD)),
    # in quotes after a word: token "x", slot 0 "x"
    re.compile(
        rf"(?i:{_KEY_START}(?:{_LABEL}|key|certificate|cert|slot\s(?:0x)?[0-9A-Fa-f]{{1,16}}))\s{{1,4}}"
        + _values("label", _QUOTED, _CURLED)
    ),
    re.compile(rf"(?i:{_KEY_START}{_LABEL})\s{{0,4}}[:=]?\s{{0,4}}" + _values("label", _ANGLED, _BRACKETED)),
    re.compile(r"(?i:\b(?:slot|(?:authenticate|log\s?in|login)\sto))\s" + _values("label", _QUOTED)),
    re.compile(r"(?i:\b(?:authenticate|log\s?in|login)\sto\s(?:token|slot)\s)(?P<label>[\w.-]{1,32}\w)"),
    # options of commands
    re.compile(r"(?<![\w-])--(?:[a-z]{1,12}-)?(?:label|token|alias|object|token-name)(?:=|\s)(?P<label>(?!-)[^\s\"'`;&|]{1,200})"),
    re.compile(r"(?<![\w-])--(?:[a-z]{1,12}-)?(?:serial|serial-number|id)(?:=|\s)(?P<serial>(?!-)[^\s\"'`;&|]{2,200})"),
    re.compile(
        r"(?i:(?<![A-Za-z])serial(?:\s(?:number|num|no\.?))?)\s{0,4}[:=]?\s{0,4}" + _values("serial", _QUOTED, _CURLED, _ANGLED, _BRACKETED)
    ),
    re.compile(
        r"(?i:(?<![A-Za-z])serial(?:\s(?:number|num|no\.?))?)\s{1,4}(?:is\s|was\s|#)?(?P<serial>(?=[A-Za-z-]{0,40}\d)[\w.-]{3,60}\w)"
    ),
    re.compile(r"(?<![A-Za-z])S/?N\s?[:=#]?\s?(?P<serial>(?=[A-Za-z-]{0,40}\d)[\w-]{4,60})"),
    re.compile(r"#(?P<serial>\d{6,40})\b"),
)  # fmt: skip

URLS: tuple[Finder, ...] = (
    # documentation of standards and products, which messages refer to
    re.compile(
        r"(?P<keep>https?://docs\.(?:example|aws\.amazon\.com|oasis-open\.org|oracle\.com|microsoft\.com|redhat\.com)"
        r"/[^\s\"'`<>]{0,300})"
    ),
    re.compile(
        r"(?<![\w+.-])(?!file:)[A-Za-z][A-Za-z0-9+.-]{0,19}://"
        r"(?:(?P<user>[^\s:@/\"'`<>]{1,100})(?::(?P<secret>[^\s/\"'`<>]{0,200}))?@)?"
        r"(?:\[(?P<host>[0-9A-Fa-f:.%]{2,60})\]|(?P<host1>[^\s:/@?#\"'`<>,;()\[\]{}\\|]{1,255}))"
        r"(?::\d{1,5})?(?P<path>[/?#][^\s\"'`<>\\]{0,2000}[^\s\"'`<>\\.,;:)\]}])?"
    ),
)
PATHS: tuple[Finder, ...] = (
    re.compile(
        rf"(?<=[\"'])(?P<path>(?:(?:~|\.{{1,2}})?/(?!/)|[A-Za-z]:\\)(?:(?!(?i:{_END}))[^\"'\n:;<>|,]){{1,300}})(?=[\"'])"
    ),
    re.compile(r"(?<![\w:\\])(?P<path>\\\\(?:\\\\)?[\w.$-]{1,255}\\[^\s'\"<>|;,:]{1,2000})"),
    re.compile(
        r"\b(?P<path>[A-Za-z]:\\(?:[^\s\\/:*?\"'<>|;,]{1,255}(?: (?!C_|CK)[^\s\\/:*?\"'<>|;,]{1,60}){0,4}\\{1,2})*"
        r"[^\s'\"<>|;,:()]{0,255})"
    ),
    re.compile(
        r"(?P<path>(?:(?<=file://)|(?<![\w./<]))(?:~|\.{1,2})?/(?!/)[^\s'\"<>|:;,()\[\]{}`\x00-\x1f]*"
        r"[^\s'\"<>|:;,()\[\]{}`\x00-\x1f.])"
    ),
)
_SUFFIXES = r"py|pyx|c|cc|cpp|cxx|h|hpp|java|kt|scala|go|rs|rb|js|mjs|ts|cs|pl|pm|php|swift|lua|m|jar|conf|cfg|log|txt|json|xml|toml"
KEPT: tuple[Finder, ...] = (
    # names of vendors and of packages
    re.compile(r"(?<![\w.@-])(?P<keep>www\.yubico\.com|(?:github\.com|golang\.org|gopkg\.in)(?=/))(?![\w-])"),
    re.compile(r"(?<![\w.])(?P<keep>C_[A-Z]\w{1,60}|CK[A-Z]{0,4}_\w{1,100})"),
    # com.acme.Signer.sign, System.Security.Cryptography
    re.compile(r"(?<![\w.$@-])(?=[\w.$]{0,200}?[a-z])(?P<keep>(?:[A-Za-z_$][\w$]{0,60}\.){1,20}[A-Z][\w$]{0,60}(?:\.[\w$<>]{1,60}){0,9})(?=[(:,\s\[]|\Z)(?![^\S\n]?@)"),
    re.compile(rf"(?<![\w.+@-])(?P<keep>[\w.+-]{{1,100}}\.(?:so(?:\.\d{{1,4}}){{0,4}}|dll|dylib|{_SUFFIXES}))(?![\w.-])"),
    re.compile(
        r"(?P<keep>(?i:(?<![A-Za-z])(?:version|ver|v|release|firmware|fw|rev|revision|driver|build|library))\.?"
        r"[ :=/]{0,3}v?\d{1,6}(?:\.\d{1,9}){1,5})"
    ),
    re.compile(r"(?P<keep>\b[A-Za-z][\w+]{1,40}[/-]v?\d{1,4}(?:\.\d{1,6}){2,4})(?![\w.])"),
)  # fmt: skip
_USER_KEY = r"(?:r|ru|remote_?|db_?|hsm_?|login_?|crypto_?)?(?:user(?:[_-]?(?:name|id))?|acct|account|owner|principal|logname)"
_USER = r"(?:[\w.-]{1,40}\\{1,2})?[\w.+-]{0,63}\w\$?"
_NO_USER = (
    r"(?!(?i:pins?|types?|names?|ids?|mode|data|sessions?|and|or|in|on|as|to|of|at|by|the|an?|its?|input|agents?|space|function|functions|"
    r"\w{1,8}n't|pressed|specified|selected|supplied|given|defined|chose|interface|library|has|objects?|only|must|should|may|might|who|that|which|this|logged|logging|logs?|logout|already|authenticated|authentication|authorized|auth|"
    r"cancel(?:led|ed)?|canceled|abort(?:ed)?|denied|requested|requests?|provided|entered|password|credentials?|certificates?|keys?|"
    r"tokens?|slots?|role|roles|initiated|account|accounts|group|groups|interaction|presence|touch|init|initialized|wrong|"
    rf"{_VERBS})\b|C_[A-Z]|CK[A-Z]{{0,4}}_)"
)
SECRETS: tuple[Finder, ...] = (
    re.compile(
        r"(?i:(?<![A-Za-z0-9_-])(?!bad_|invalid_)(?:[A-Za-z]{1,12}[_-]){0,2}"
        rf"(?:password|passwd|passphrase|pwd|secret|api[_-]?key|authorization))(?:{_QUOTE})?\s{{0,4}}[:=]\s{{0,4}}"
        rf"(?:(?i:bearer|basic)\s)?(?!(?i:the|an?|your)\s){_NOT_A_NAME}" + _values("secret", _QUOTED, _WORD)
    ),
    re.compile(r"\b(?i:bearer)\s(?P<secret>[\w.~+/=-]{8,2000})"),
)
USERS: tuple[Finder, ...] = (
    re.compile(rf"(?i:(?<![A-Za-z0-9])[A-Za-z]{{0,12}}?[_-]?{_USER_KEY})(?:{_QUOTE})?\s{{0,4}}[:=]\s{{0,4}}" + _values("user", _QUOTED)),
    re.compile(r"(?i:(?<![A-Za-z])(?:user(?:[_\s-]?name)?|account|owner|login))\s{1,4}" + _values("user", _QUOTED, _CURLED)),
    re.compile(
        r"(?<![\w.+-])(?P<user>[\w.+-]{1,64})@(?![0-9a-f]{4,16}\b)(?P<host>(?:[A-Za-z0-9-]{1,63}\.){1,10}(?!service\b|socket\b|timer\b|so\b|js\b)[A-Za-z]{2,24})(?![\w-])"
    ),
    re.compile(
        r"(?<![\w.+@/-])(?P<user>[a-z_][a-z0-9_.-]{0,31})@(?!plt\b|GLIBC|[0-9a-f]{4,16}\b)(?P<host>[a-z][a-z0-9-]{0,62})(?![\w@(]|\.\w|://)"
    ),
    re.compile(rf"(?i:(?<![A-Za-z0-9])(?:[A-Za-z]{{1,12}}[_-])?{_USER_KEY})\s{{0,4}}[:=]\s{{0,4}}{_NO_USER}(?P<user>{_USER})"),
    re.compile(rf"(?i:(?<![\w-])user)\s{{1,4}}{_NO_USER}(?P<user>[A-Za-z_]{_USER})(?![\w=])"),
    re.compile(r"\b(?i:user|uid|gid|upn|username|principal)\s?\[(?P<user>(?!true\b|false\b|\d{1,9}\])[^\[\]\n]{1,64})\]"),
    re.compile(r"\b[er]?[ug]id\s?=?\s?\d{1,10}\s?\((?P<user>[^()\n]{1,64})\)"),
    re.compile(
        r"(?<![\w\\/:.%])(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|FAILED|OK)\\)"
        r"(?P<user>[A-Z][A-Z0-9.-]{1,14}\\{1,2}(?!C_|CK|[nrt](?:C_|CK|[A-Z]))[A-Za-z][\w.-]{1,40})(?![\\\w])"
    ),
)  # fmt: skip
_HEX4 = r"[0-9A-Fa-f]{0,4}"
# Names of top-level domains that are no common members, methods or endings of files.
_TOP2 = (
    "com|net|org|edu|gov|mil|de|fr|nl|ch|at|uk|eu|jp|cn|ru|br|se|fi|dk|cz|be|ca|au|us|"
    "internal|local|lan|corp|intranet|localdomain|example|invalid|bank"
)
_TOP3 = (
    _TOP2
    + "|io|dev|app|cloud|network|systems|tech|online|site|info|biz|home|test|arpa|svc|priv|private|prod|int|"
    "it|es|no|pl|ie|pt|gr|hu|ro|bg|hr|si|sk|lt|lv|ee|lu|mt|cy|is|li|tr|ua|il|in|sg|hk|tw|kr|nz|za|mx|ar|cl|co|ae|sa|th|vn|id|my|ph"
)
_NO_PACKAGE = r"(?!(?i:com|org|net|java|javax|jdk|sun|io|edu|gov|iaik|self|this|threading|system)\.)"
PLACES: tuple[Finder, ...] = (
    # in quotes, in nested JSON, in events of Windows
    re.compile(r"(?i:(?<![A-Za-z])(?:hsm|host|server|node|cluster|appliance|machine))\s" + _values("host", _QUOTED)),
    re.compile(r"(?i:host|node|pod)\"\s?:\s?\{\s?\"(?:host)?name\"\s?:\s?\"(?P<host>[^\"\n]{1,255})\""),
    re.compile(r"(?i:user)\"\s?:\s?\{\s?\"name\"\s?:\s?\"(?P<user>[^\"\n]{1,64})\""),
    re.compile(r"<Computer>(?P<host>[^<\n]{1,255})<"),
    re.compile(r"Name=[\"'](?:Subject|Target)User(?:Name|Sid)[\"']>(?P<user>[^<\n]{1,64})<"),
    # sshd: for jsmith from 10.1.2.3
    re.compile(rf"\bfor\s{_NO_USER}(?P<user>[A-Za-z_]{_USER})(?=\sfrom\s(?:\d|host-))"),
    # clouds: resources, machines, accounts, pods, containers
    re.compile(r"\b(?P<serial>arn:[\w-]{1,20}:[\w-]{1,30}:[\w-]{0,30}:\d{0,12}:[^\s\"',;)\]}]{1,500})"),
    re.compile(r"(?<![\w-])(?P<host>i-[0-9a-f]{8,17}|cluster-[a-z0-9]{8,17}|hsm-[a-z2-7]{11})(?![\w-])"),
    re.compile(r"\b(?i:account)(?:\s?id)?\s?[:=]?\s?(?P<serial>\d{12})\b"),
    re.compile(r"(?<![\w.-])(?P<host>[a-z][a-z0-9-]{0,200}-[0-9a-z]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5})(?![\w-])"),
    re.compile(r"\b(?i:container)(?:\s?id)?\s?[:=]?\s?(?P<host>[0-9a-f]{12,64})\b"),
)  # fmt: skip
ADDRESSES: tuple[Finder, ...] = (
    re.compile(r"(?<![\w:.-])(?P<host>(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2})(?![\w:-])"),
    re.compile(rf"(?<![\w:.])(?P<six>(?:{_HEX4}:){{2,7}}(?:(?:\d{{1,3}}\.){{3}}\d{{1,3}}|{_HEX4})(?:%\w{{1,15}})?)(?![\w:])"),
    re.compile(r"(?<![\w.])(?P<four>(?:\d{1,3}\.){3}\d{1,3})(?!\w|\.\w)"),
    re.compile(r"(?<![\w.-])(?P<host>ip-\d{1,3}(?:-\d{1,3}){3}(?:\.[a-z0-9-]{1,63}){0,8})(?![\w-])"),
    re.compile(
        rf"(?<![\w.@$-]){_NO_PACKAGE}(?P<host>(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{{0,62}})\.){{2,10}}(?i:{_TOP3})|"
        rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,62}}\.(?:{_TOP2}))(?![\w(-]|\.\w)"
    ),
)  # fmt: skip
#: Those that also apply to the texts of a probe report, whose names are known from their places.
SURE: tuple[Finder, ...] = (*URLS, *PATHS, *KEPT, USERS[2], *ADDRESSES)
ALL: tuple[Finder, ...] = (*URLS, *SECRETS, *LABELS, *PATHS, *KEPT, *PLACES, *USERS, *ADDRESSES)
