"""The HTML of pieces as blocks of a paper: nothing that is read is lost, nothing is added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.papers.papers_of import TODAY, every, fjordvik, words
from tests.site.whole_plan import ARGUMENTS, LANGUAGES, write_whole_plan

from plankit.html.page import Page, Site
from plankit.html.pieces import PIECES, draw
from plankit.papers.blocks import (
    Block,
    Cell,
    Facts,
    Figure,
    Group,
    Heading,
    Listing,
    Paragraph,
    Span,
    Table,
)
from plankit.papers.from_html import blocks_of
from plankit.papers.inline import Place, words_of
from plankit.views.reading import Reading

HERE = Place(chapter="here", level=1)
ONLY_ON_SCREEN = re.compile(
    r"\b(?:headerlink|pk-by-agency|pk-skip|pk-hidden|pk-say|pk-print-card|pk-stages|footnote-backref)\b"
)
NOT_READ = {"button", "form", "label", "nav", "option", "select", "svg", "textarea"}
VOID = {"br", "hr", "img", "input"}


class Reader(HTMLParser):
    """Reads HTML as somebody with paper in the hand would want it read, without knowing how blocks are made."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        css = given.get("class") or ""
        ornament = given.get("aria-hidden") == "true" and "pk-mark" not in css
        left_out = tag in NOT_READ or bool(ONLY_ON_SCREEN.search(css)) or "hidden" in given or ornament
        if tag not in VOID:
            self._open.append((tag, left_out))
        if tag not in ("a", "code", "em", "span", "strong", "sup"):
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()
        if tag not in ("a", "code", "em", "span", "strong", "sup"):
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not any(left_out for _, left_out in self._open):
            self.words.append(data)


def read(markup: str) -> list[str]:
    """Every word of some HTML that paper should hold."""
    reader = Reader()
    reader.feed(markup)
    return "".join(reader.words).split()


def pieces(reading: Reading, arguments: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Name and HTML of every piece, with each of what it may ask for."""
    site = Site(reading, today=TODAY)
    for piece in PIECES:
        for value in arguments.get(piece.argument, ("",)) if piece.argument else ("",):
            options = {piece.argument: value} if piece.argument else {}
            yield f"{piece.name} {value}", draw(Page(site, "here"), piece.name, options)


def test_pieces_of_the_example_become_blocks_without_a_word_lost_or_added() -> None:
    """Every word of every piece stands in its blocks, in the same order, and no other does."""
    reading = fjordvik()
    plan = reading.plan
    arguments = {
        "area": tuple(one.id for one in plan.areas),
        "agency": tuple(one.id for one in reading.named_parties),
        "procedure": tuple(one.id for one in plan.procedures),
        "task": tuple(one.task for one in plan.responsibilities[:5] if one.task),
    }
    for name, markup in pieces(reading, arguments):
        assert words(blocks_of(markup, HERE)) == read(markup), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_pieces_of_every_language_become_blocks_without_a_word_lost_or_added(
    language: str, tmp_path: Path
) -> None:
    """The same holds for a plan that has every kind of chapter, in each language."""
    loaded = write_whole_plan(tmp_path, language)
    assert loaded.plan is not None
    reading = Reading(loaded.plan, loaded.guide, language, loaded.findings)
    for name, markup in pieces(reading, {key: (value,) for key, value in ARGUMENTS.items()}):
        assert words(blocks_of(markup, HERE)) == read(markup), name


def one(markup: str) -> Block:
    """The one block of some HTML."""
    (found,) = blocks_of(markup, HERE)
    return found


def test_heading_has_no_link_to_itself() -> None:
    """What a site puts beside a heading for the mouse is not part of its words; its anchor is that of the paper."""
    markup = '<h2 id="goals">Mål<a class="headerlink" href="#goals">#</a></h2>'
    assert one(markup) == Heading(level=2, spans=(Span(text="Mål"),), anchor="here#goals")


def test_heading_in_a_chapter_below_goes_further_down() -> None:
    """Levels count from the chapter that the piece stands in."""
    (found,) = blocks_of("<h3>Mål</h3>", Place(chapter="areas/a", level=2))
    assert isinstance(found, Heading)
    assert found.level == 4


def test_link_inside_leads_to_a_place_of_the_paper_and_link_outside_keeps_its_address() -> None:
    """Words stay words; where they led is kept."""
    found = one(
        '<p>Se <a href="paper:areas/a#t1">1.1</a>, <a href="#t2">her</a> og <a href="https://lovdata.no/x">lov</a>.</p>'
    )
    assert isinstance(found, Paragraph)
    assert [(span.text, span.to, span.href) for span in found.spans] == [
        ("Se ", "", ""),
        ("1.1", "areas/a#t1", ""),
        (", ", "", ""),
        ("her", "here#t2", ""),
        (" og ", "", ""),
        ("lov", "", "https://lovdata.no/x"),
        (".", "", ""),
    ]


def test_link_that_could_do_something_becomes_words() -> None:
    """An address that is neither of the web nor a telephone or a letter leads nowhere."""
    found = one('<p><a href="javascript:alert(1)">Trykk</a></p>')
    assert found == Paragraph(spans=(Span(text="Trykk"),))


def test_table_keeps_caption_heads_and_joined_cells() -> None:
    """Who listens to the table hears the same heads as on the site."""
    found = one(
        '<div class="pk-scroll" tabindex="0"><table class="docutils pk-table pk-measures"><caption>Tiltak</caption>'
        '<thead><tr><th scope="col">Hva</th><th scope="col" colspan="2">Når</th></tr></thead>'
        '<tbody><tr><th scope="row" id="t1">Spørre</th><td>nå</td><td rowspan="2">alltid</td></tr></tbody></table></div>'
    )
    assert isinstance(found, Table)
    assert words_of(found.caption) == "Tiltak"
    assert (found.style, found.columns) == ("measures", 3)
    assert [(cell.header, cell.columns) for cell in found.head[0]] == [("col", 1), ("col", 2)]
    first, _, last = found.body[0]
    assert first.header == "row"
    assert first.blocks == (Group(blocks=(Paragraph(spans=(Span(text="Spørre"),)),), anchor="here#t1"),)
    assert last == Cell(blocks=(Paragraph(spans=(Span(text="alltid"),)),), rows=2)


def test_facts_hold_lists_beside_their_names() -> None:
    """A name can stand for more than a line."""
    found = one(
        '<dl class="pk-facts"><div><dt>Skal ikke</dt><dd><ul class="pk-must-not"><li>Vente</li></ul></dd></div></dl>'
    )
    assert isinstance(found, Facts)
    ((name, told),) = found.rows
    assert words_of(name) == "Skal ikke"
    assert told == (Listing(items=((Paragraph(spans=(Span(text="Vente"),)),),), style="must-not"),)


def test_details_are_open_under_their_summary() -> None:
    """Paper cannot be unfolded."""
    found = one("<details><summary>Hva det bygger på</summary><p>Lov</p></details>")
    assert isinstance(found, Group)
    heading, told = found.blocks
    assert isinstance(heading, Heading)
    assert words_of(heading.spans) == "Hva det bygger på"
    assert told == Paragraph(spans=(Span(text="Lov"),))


def test_card_of_a_measure_is_a_group() -> None:
    """What belongs together is told to belong together."""
    found = one('<article class="pk-card pk-measure"><h3 id="t1">Spørre</h3><p>Tekst</p></article>')
    assert isinstance(found, Group)
    assert found.style == "card"
    assert [type(block) for block in found.blocks] == [Heading, Paragraph]


def test_drawing_stands_alone_with_its_words_beside_it() -> None:
    """A picture in a file of its own needs its colours in it; its words are those that a listener hears."""
    found = one(
        '<svg class="pk-flow" viewBox="0 0 20 10" width="20" height="10" role="img"><title>Akutt</title>'
        "<desc>En tegning.</desc><linearGradient/><rect class='pk-box'/></svg>"
    )
    assert isinstance(found, Figure)
    assert (found.title, found.description) == ("Akutt", "En tegning.")
    assert 'xmlns="http://www.w3.org/2000/svg"' in found.svg
    assert "linearGradient" in found.svg, "the names of SVG have capital letters"
    assert ".pk-box" in found.svg
    assert "<title>" not in found.svg


def test_ornament_is_left_out() -> None:
    """A bar beside a number says what the number says."""
    assert one('<p><svg class="pk-bar" aria-hidden="true"><rect/></svg> 6.4 ganger</p>') == Paragraph(
        spans=(Span(text="6.4 ganger"),)
    )


def test_letters_of_a_cell_stay_and_the_sentence_for_listeners_goes() -> None:
    """The matrix shows its letters to the eye; on paper these are what everybody reads."""
    found = one(
        '<p><span class="pk-mark" aria-hidden="true">RA</span><span class="pk-say">Skolen gjør det</span></p>'
    )
    assert isinstance(found, Paragraph)
    assert words_of(found.spans) == "RA"


def test_steps_of_a_card_are_named_not_numbered() -> None:
    """`A1 b` is a name that other steps refer to; a list would count anew."""
    found = one(
        '<ol class="pk-card-steps"><li><span class="pk-card-number">A1 b</span><div>Ring</div></li></ol>'
    )
    assert isinstance(found, Facts)
    assert found.style == "steps"
    assert words_of(found.rows[0][0]) == "A1 b"


def test_plan_text_with_markup_in_it_stays_text() -> None:
    """What a planner wrote was escaped for the page and is read back as written."""
    found = one("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Trygg&quot;</p>")
    assert found == Paragraph(spans=(Span(text='<script>alert(1)</script> & "Trygg"'),))


def test_every_figure_has_words() -> None:
    """Somebody who does not see a drawing of the example is told what it shows."""
    from tests.papers.papers_of import whole_fjordvik

    figures = [
        block
        for chapter in whole_fjordvik().chapters
        for block in every(chapter.blocks)
        if isinstance(block, Figure)
    ]
    assert figures
    assert all(figure.title and figure.description for figure in figures)
