"""What the generator says to a contributor's mistake: the file, the line, the key, and the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._generate import sources
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.generate.project import Project

LOCKED = "ckrtool/data/codes/CKR_PIN_LOCKED.toml"


def problems(project: Project) -> list[str]:
    """Return the problems of the copy's data."""
    return [str(problem) for problem in sources.load(project.root / "ckrtool/data").problems]


def test_the_projects_own_data_have_no_problem() -> None:
    assert [str(problem) for problem in sources.load(ROOT / "ckrtool/data").problems] == []


def test_an_unknown_function_in_advice(project: Project) -> None:
    with project.file(LOCKED).open("a") as stream:
        stream.write('[[cause]]\ntext = "x"\nwhen = ["C_Logn"]\n')
    number = project.file(LOCKED).read_text().count("[[cause]]")
    line = len(project.file(LOCKED).read_text().splitlines())
    expected = (
        f"{LOCKED}:{line}: cause {number}: when: C_Logn is not a function or phase (did you mean C_Login?)"
    )
    assert problems(project) == [expected]
    ran = project.generate("--check")
    assert (ran.status, ran.err) == (1, expected + "\n")


NAMES = [
    ("codes/CKR_PIN_LOCKED.toml", "", '[[cause]]\ntext = "x"\nstack = "softhsm"\n', "stack: softhsm is not a stack (did you mean softhsm2?)"),
    ("codes/CKR_PIN_LOCKED.toml", "", '[[confused_with]]\ncode = "CKR_PIN_EXPIERD"\ndifference = "x"\n', "code: CKR_PIN_EXPIERD is not a code (did you mean CKR_PIN_EXPIRED?)"),
    ("functions/C_Login.toml", '"CKR_PIN_LOCKED"', '"CKR_PIN_LOKED"', "listed: 2.40: CKR_PIN_LOKED is not a code (did you mean CKR_PIN_LOCKED?)"),
    ("bindings/pykcs11.toml", "", '[sentences]\n"Locked" = "CKR_PIN_LOKED"\n', "sentences: Locked: CKR_PIN_LOKED is not a code (did you mean CKR_PIN_LOCKED?)"),
    ("findings/token-changed.toml", 'see = ["CKR_DEVICE_REMOVED"', 'see = ["CKR_DEVICE_REMOVE"', "see: CKR_DEVICE_REMOVE is not a finding, code or function (did you mean CKR_DEVICE_REMOVED?)"),
    ("causes/already-initialized.toml", "", '[[check]]\ntext = "x"\nwhen = ["C_Initialise"]\n', "when: C_Initialise is not a function or phase (did you mean C_Initialize?)"),
    ("standard/legality.toml", '"C_GetInfo"', '"C_GetInfos"', "classes: no_token: C_GetInfos is not a function (did you mean C_GetInfo?)"),
    ("standard/legality.toml", 'codes = ["CKR_GENERAL_ERROR"', 'codes = ["CKR_GENERAL_EROR"', "rule 1: codes: CKR_GENERAL_EROR is not a code (did you mean CKR_GENERAL_ERROR?)"),
    ("standard/precedence.toml", 'section = "5.1.1"', 'section = "5.1.11"', "list 1: section: 5.1.11 is not a section (did you mean 5.1.1?)"),
]  # fmt: skip


def test_names_that_do_not_exist_are_reported_all_at_once(project: Project) -> None:
    for file, old, new, _ in NAMES:
        path = f"ckrtool/data/{file}"
        if old:
            project.change(path, old, new)
        else:
            project.file(path).write_text(project.file(path).read_text() + new)
    found = problems(project)
    assert len(found) == len(NAMES)
    for file, _, _, expected in NAMES:
        (problem,) = (one for one in found if one.endswith(expected))
        path = f"ckrtool/data/{file}"
        line = int(problem.split(":")[1])
        assert problem.startswith(f"{path}:{line}: ")
        word = expected.split(" is not ", maxsplit=1)[0].rsplit(": ", maxsplit=1)[-1]
        assert word in project.file(path).read_text().splitlines()[line - 1]


def test_a_rule_that_quotes_what_the_section_does_not_say(project: Project) -> None:
    path = "ckrtool/data/standard/precedence.toml"
    project.change(path, "The relative priorities of these errors", "The priorities of these errors")
    (found,) = problems(project)
    assert found.startswith(f"{path}:8: list 1: text: 5.1.1 does not say: The priorities")


SEQUENCE = """sequence = "extra"
title = "One call more"
profile = "health"
order = 35

[[step]]
call = "C_GetInfo"
expect = ["CKR_CRYPTOKI_NOT_INITIALIZED"]
"""


def test_a_sequence_that_is_dropped_in_runs_and_is_listed_at_its_place(project: Project) -> None:
    project.file("ckrtool/data/sequences/extra.toml").write_text(SEQUENCE)
    assert project.generate().status == 0
    assert project.generate("--check").status == 0  # once is enough
    listed = [line.split()[0] for line in project.ckr("probe", "--list-sequences").out.splitlines()]
    assert listed[2:5] == ["identity", "extra", "sessions"]
    run = project.ckr("probe", "--module", "/nonexistent.so", "--dry-run", "--profile", "health")
    assert "extra" in run.out
    assert "extra" in project.file("completions/fish/ckr.fish").read_text()


MISTAKES = [
    ('profile = "health"\n', "", '1: profile: is missing: write profile = "health" or profile = "conformance"'),
    ("order = 35\n", "", "1: order: is missing: write order = N, the place in the profile health (taken: 10 load, 20"),
    ("order = 35", "order = 30", "4: order: 30 is given twice: write another in one of the files (taken: 10 load,"),
    ("order = 35", 'order = "last"', "4: order is a whole number"),
    ('profile = "health"', 'profile = "helth"', "3: profile is one of health, conformance, all, internal"),
    ('sequence = "extra"', 'sequence = "other"', "1: sequence: is 'other', and the file's name is 'extra'"),
    ("C_GetInfo", "C_GetInf", "6: step 1 (C_GetInf): unknown"),
    ("[[step]]", "[[step]", "6: "),
]  # fmt: skip


def _numbered(text: str, number: int) -> str:
    """Return the text of the sequence `extra` for one of several, each with a name and place of its own."""
    return text.replace("extra", f"extra{number}").replace("order = 35", f"order = {200 + number}")


def test_sequences_with_a_mistake_are_refused_by_name(project: Project) -> None:
    for number, (right, wrong, _) in enumerate(MISTAKES):
        text, old = _numbered(SEQUENCE, number), _numbered(right, number)
        assert old in text
        path = project.file(f"ckrtool/data/sequences/extra{number}.toml")
        path.write_text(text.replace(old, _numbered(wrong, number)))
    found = problems(project)
    for number, (_, _, expected) in enumerate(MISTAKES):
        wanted = f"ckrtool/data/sequences/extra{number}.toml:{_numbered(expected, number)}"
        assert any(line.startswith(wanted) for line in found), (wanted, found)


ADVICE = [
    ("codes", '[[warning]]\ntext = "Keep the key"\n', "text: a don't begins with"),
    ("codes", '[[recovery]]\ntext = "pkcs11-tool --init-token"\n', "text: --init-token: add `danger`"),
    ("codes", '[[check]]\ntext = "pkcs11-tool --keypairgen"\n', "text: --keypairgen: add `danger`"),
    ("findings", '[[recovery]]\ntext = "Update the firmware"\n', "text: firmware: add `danger`"),
    ("codes", '[[check]]\ntext = "Look"\nunless = "the card is a SmartCard-HSM"\n', "unless: names the stack smartcard-hsm"),
    ("causes", '[[recovery]]\ntext = "ckr probe --risk-pin"\n', "text: --risk-pin: add `danger`"),
    ("causes", '[[check]]\ntext = "Look"\nnot_for = ["softhsm"]\n', "not_for: softhsm is not a stack (did you mean softhsm2?)"),
]  # fmt: skip
FILES = {
    "codes": "CKR_PIN_LOCKED.toml",
    "findings": "token-changed.toml",
    "causes": "already-initialized.toml",
}


def test_advice_that_hides_a_danger_or_an_exception_is_refused(project: Project) -> None:
    for kind, text, _ in ADVICE:
        path = project.file(f"ckrtool/data/{kind}/{FILES[kind]}")
        path.write_text(path.read_text() + text)
    found = problems(project)
    assert len(found) == len(ADVICE)
    for _, _, expected in ADVICE:
        assert any(expected in problem for problem in found), expected


def test_a_danger_or_the_reason_for_none_is_accepted(project: Project) -> None:
    path = project.file(LOCKED)
    path.write_text(
        path.read_text()
        + '[[recovery]]\ntext = "pkcs11-tool --init-token"\ndanger = "erases the token"\n'
        + '[[recovery]]\ntext = "Read the firmware"\nharmless = "it is read"\n'
        + '[[check]]\ntext = "Look"\nunless = "the card is a SmartCard-HSM"\nnot_for = ["smartcard-hsm"]\n'
    )
    assert problems(project) == []
