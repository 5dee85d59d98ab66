"""Pages that a plan's authors wrote, as blocks of a paper."""

from __future__ import annotations

import pytest
from tests.papers.papers_of import TODAY, every, fjordvik, words

from plankit.html.page import Page, Site
from plankit.papers.blocks import (
    Block,
    Facts,
    Figure,
    Group,
    Heading,
    Listing,
    Paragraph,
    Span,
    Table,
)
from plankit.papers.inline import INSIDE, Place, words_of
from plankit.papers.prose import ADMONITIONS, pieces_in, prose_blocks, without_heading

MEASURE = next(iter(fjordvik().measures))
SITE = Site(
    fjordvik(),
    addresses={MEASURE: ("areas/a", MEASURE), "chapter:pages/other": ("pages/other", "")},
    uri=lambda start, document: f"{INSIDE}{document}",
    today=TODAY,
)


def blocks(text: str) -> tuple[Block, ...]:
    """The text as a page in the folder `pages`."""
    return prose_blocks(text, Page(SITE, "pages/mine"), Place(chapter="pages/mine"))


def one(text: str) -> Block:
    """The only block of a text."""
    (found,) = blocks(text)
    return found


def links(text: str) -> list[tuple[str, str]]:
    """Words and target of each link inside the paper."""
    return [
        (span.text, span.to)
        for block in every(blocks(text))
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.to
    ]


def test_plain_markdown_becomes_blocks() -> None:
    """Paragraphs, emphasis, lists, quotes and tables are what they are."""
    found = blocks(
        "Tekst **fet** og *skrå*.\n\n3. tre\n4. fire\n\n> sitat\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    )
    text, numbered, quote, table = found
    assert text == Paragraph(
        spans=(
            Span(text="Tekst "),
            Span(text="fet", bold=True),
            Span(text=" og "),
            Span(text="skrå", italic=True),
            Span(text="."),
        )
    )
    assert isinstance(numbered, Listing)
    assert (numbered.ordered, numbered.start, len(numbered.items)) == (True, 3, 2)
    assert quote == Paragraph(spans=(Span(text="sitat"),), style="quote")
    assert isinstance(table, Table)
    assert [
        words_of(cell.blocks[0].spans) for cell in table.head[0] if isinstance(cell.blocks[0], Paragraph)
    ] == [
        "A",
        "B",
    ]


def test_html_in_a_page_stays_text() -> None:
    """A plan's text is never markup, on paper as on the site."""
    assert words(blocks("<script>alert(1)</script>\n\nEt <b>ord</b>")) == [
        "<script>alert(1)</script>",
        "Et",
        "<b>ord</b>",
    ]


def test_piece_is_drawn_where_it_stands() -> None:
    """A fence with the name of a piece holds that piece on paper too."""
    found = blocks(f"Før\n\n```{{plan:measures}}\n:ids: {MEASURE}\n```\n\nEtter")
    assert isinstance(found[1], Group)
    assert (found[1].style, words([found[0]]), words([found[2]])) == ("card", ["Før"], ["Etter"])
    assert list(pieces_in(f"```{{plan:measures}}\n:ids: {MEASURE}\n```")) == [("measures", {"ids": MEASURE})]


def test_piece_in_a_box_is_found() -> None:
    """Links must know of pieces wherever they stand."""
    text = ":::{note}\n```{plan:agency} politiet\n```\n:::\n"
    assert list(pieces_in(text)) == [("agency", {"agency": "politiet"})]
    assert "Havland" in words(blocks(text))


@pytest.mark.parametrize("name", [*ADMONITIONS, "admonition"])
def test_box_stands_under_its_name(name: str) -> None:
    """A note is known as one, in the words of the reader."""
    found = one(
        f":::{{{name}}} Husk\nRing først.\n:::"
        if name == "admonition"
        else f":::{{{name}}}\nRing først.\n:::"
    )
    assert isinstance(found, Group)
    assert found.style == "admonition"
    title = "Husk" if name == "admonition" else fjordvik().words(ADMONITIONS[name])
    assert words([found]) == [*title.split(), "Ring", "først."]


def test_roles_lead_to_entries_with_their_titles() -> None:
    """A role has the entry's title or the author's words."""
    title = fjordvik().numbered_title(MEASURE)
    assert links(f"Se {{plan:measure}}`{MEASURE}` og {{any}}`dette <{MEASURE}>`.") == [
        (title, f"areas/a#{MEASURE}"),
        ("dette", f"areas/a#{MEASURE}"),
    ]


def test_role_to_what_the_paper_does_not_show_is_words() -> None:
    """Nothing is lost where there is no place to lead to."""
    told = "Se Havland politidistrikt, Fjordvik politistasjon og Hva vi mener med vold i nære relasjoner."
    assert words(blocks("Se {plan:agency}`politiet` og {doc}`vold`.")) == told.split()


def test_links_between_pages_lead_to_chapters() -> None:
    """A link to a file of the plan is one to its chapter, seen from the page's own folder."""
    assert links("[annen](other.md) [del](../law.md#x) [her](#mine)") == [
        ("annen", "pages/other"),
        ("del", "law#x"),
        ("her", "pages/mine#mine"),
    ]


def test_link_by_id_without_words_gets_the_title() -> None:
    """`[](#id)` has the title of the entry."""
    assert links(f"Se [](#{MEASURE}).") == [(fjordvik().numbered_title(MEASURE), f"areas/a#{MEASURE}")]


def test_picture_is_named_by_its_place_in_the_plan_folder() -> None:
    """Names count from the page's folder, as on the site."""
    for text in ("![En sol](img/sol.png)", "```{figure} img/sol.png\n:alt: En sol\n```"):
        found = one(text)
        assert isinstance(found, Figure)
        assert (found.source, found.title) == ("pages/img/sol.png", "En sol")


def test_picture_from_elsewhere_is_never_fetched() -> None:
    """Only its words are on paper."""
    assert words(blocks("![En sol](https://example.org/sol.png)")) == ["En", "sol"]


def test_what_arranges_a_site_says_nothing() -> None:
    """Contents, comments and marks for links are not text."""
    assert blocks("```{toctree}\nother\n```\n\n% en merknad\n\n+++\n") == ()


def test_note_at_the_foot_is_kept_with_its_number() -> None:
    """A footnote is read at the end of its page."""
    found = blocks("Tekst[^a].\n\n[^a]: Merknaden.\n")
    assert words(found) == ["Tekst[1].", "Merknaden."]


def test_definition_list_and_glossary_are_facts() -> None:
    """A word and what it means belong together."""
    for text in ("Ord\n: Mening\n", "```{glossary}\nOrd\n  Mening\n```\n"):
        found = [block for block in every(blocks(text)) if isinstance(block, Facts)]
        assert len(found) == 1, text
        assert words(found) == ["Ord", "Mening"]


def test_code_keeps_its_lines() -> None:
    """What was set apart letter by letter stays so."""
    found = one("```python\na = 1\n  b\n```")
    assert isinstance(found, Paragraph)
    assert found.style == "code"
    assert words_of(found.spans).replace("\N{NO-BREAK SPACE}", " ") == "a = 1\n  b"


def test_directive_that_is_not_known_keeps_its_text() -> None:
    """An extension that only the site has does not cost the reader of paper a sentence."""
    assert words(blocks(":::{dropdown} Mer\nTeksten.\n:::")) == ["Mer", "Teksten."]


def test_first_heading_is_that_of_the_chapter() -> None:
    """It stands once; later ones of its level go beneath it."""
    assert without_heading("# Tittel\n\nTekst") == "\nTekst"
    (found,) = blocks("# Enda en")
    assert isinstance(found, Heading)
    assert found.level == 2
