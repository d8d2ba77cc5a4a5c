"""Markdown, read back by a Markdown reader: hostile text stays inside its cell and starts nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ckrtool.render import report_markdown
from tests.render.goldens import REPORTS, report

SENTENCE = {
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline",
    "text", "text_special",
}  # fmt: skip
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
OWN_HTML = ("<details>", "</details>")
HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("|`\\\n\r*_[]()<>!#&~@-+=1. "), st.characters()), max_size=60
)


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for token in READER.parse(text):
        found += [token, *(token.children or ())]
    return found


def rows(text: str) -> list[tuple[int, int]]:
    """Return (columns of the head, cells) for every row of every table."""
    found, columns, cells = [], 0, 0
    for token in READER.parse(text):
        if token.type == "thead_open":
            columns = 0
        columns += token.type == "th_open"
        if token.type == "tr_open":
            cells = 0
        cells += token.type in {"td_open", "th_open"}
        if token.type == "tr_close":
            found.append((columns, cells))
    return found


@pytest.mark.parametrize("name", REPORTS)
def test_every_row_of_a_table_has_its_columns(name: str) -> None:
    found = rows(report_markdown.render(report(name)))
    assert len(found) > 20
    assert all(columns == cells for columns, cells in found)


@pytest.mark.parametrize("name", REPORTS)
def test_text_from_outside_makes_no_markup(name: str) -> None:
    found = tokens(report_markdown.render(report(name)))
    kinds = {token.type for token in found}
    addresses = [str(token.attrGet("href")) for token in found if token.type == "link_open"]
    assert all(
        one.startswith("https://github.com/") for one in addresses
    )  # references of the project's own data
    assert not kinds & {"image", "html_inline", "s_open", "em_open", "fence", "code_block"}
    assert all(token.content.startswith(OWN_HTML) for token in found if token.type == "html_block")
    assert {token.tag for token in found if token.type == "heading_open"} <= {"h2", "h3", "h4"}


@pytest.mark.parametrize("text", ["a|b", "`", "``a`", "\\", "a\\b", "<b>", "a``|`b", "*a*"])
def test_a_value_is_read_back_as_it_was(text: str) -> None:
    table = report_markdown.table(("A",), [(report_markdown.code(text),)])
    assert [token.content for token in tokens(table) if token.type == "code_inline"] == [text]


@given(HOSTILE)
def test_any_text_stays_in_its_cell_and_sentence(text: str) -> None:
    table = report_markdown.table(("A", "B"), [(report_markdown.code(text), report_markdown.prose(text))])
    assert rows(table) == [(2, 2), (2, 2)]
    kinds = {token.type for token in tokens(f"- {report_markdown.prose(text)}")}
    assert kinds <= SENTENCE


@given(
    st.lists(st.one_of(HOSTILE, st.sampled_from(["C_Login", "CKR_OK", "_", " "])), max_size=6).map("".join)
)
def test_names_in_a_sentence_are_code_and_nothing_else_is(text: str) -> None:
    kinds = {token.type for token in tokens(f"- {report_markdown.words(text)}")}
    assert kinds <= {*SENTENCE, "code_inline"}


def test_names_need_no_escapes() -> None:
    made = report_markdown.words("C_Login returned CKR_PIN_INCORRECT, not CKR_OK; ulMinPinLen is 4")
    assert made == "`C_Login` returned `CKR_PIN_INCORRECT`, not `CKR_OK`; `ulMinPinLen` is 4"


def test_nobody_is_called_and_nothing_is_referred_to() -> None:
    text = report_markdown.prose("ask @root about #12")
    assert "@root" not in text
    assert "#12" not in text


def test_many_calls_are_folded_but_never_the_odd_one() -> None:
    many = report("pin")
    sequence: Any = many["sequences"][2]
    calls = [{**sequence["calls"][1], "n": number} for number in range(500)]
    sequence["calls"] = [*calls, *sequence["calls"]]
    text = report_markdown.render(many)
    assert text.count("\n") < 400
    assert "more calls, all as expected" in text
    assert "**`CKR_MECHANISM_INVALID`**" in text


def test_the_answer_to_what_happened_is_in_it() -> None:
    text = report_markdown.render(report("pin"))
    for part in (
        "CKR_PIN_INCORRECT (0x000000A0)",
        "count low",
        "signing-prod",
        "may burn a PIN try",
        "3 of 16 open",
    ):
        assert part in text
