"""Each block of a paper becomes the thing in Word that it is: headings, tables, lists and links, not their looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.word import building as b

from plankit.papers.blocks import Document, Listing, Paragraph, Span


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A paper with every kind of block, as a file."""
    plan = b.reading(tmp_path_factory.mktemp("plan"))
    return b.written(b.paper(*b.every_block()), plan)


def test_headings_are_words_own(data: bytes) -> None:
    """Chapters and headings have the styles that navigation and screen readers go by."""
    styled = [(line.style.name if line.style else "", line.text) for line in b.opened(data).paragraphs]
    assert [one for one in styled if one[0].startswith("Heading")] == [
        ("Heading 1", "First chapter"),
        ("Heading 2", "Heading two"),
        ("Heading 3", "Heading three"),
        ("Heading 2", "Second chapter"),
    ]
    assert ("Title", "Trygg heim") in styled
    assert ("Subtitle", "Handlingsplan") in styled


def test_head_row_is_marked_and_cells_are_joined(data: bytes) -> None:
    """The head is repeated on each page, and cells over rows or columns are one cell."""
    tables = b.found(b.root(data), ".//w:tbl")
    rows = b.found(tables[1], "w:tr")
    assert [bool(b.found(row, "w:trPr/w:tblHeader")) for row in rows] == [True, False, False, False]
    assert [b.attribute(one, "w:val") for one in b.found(tables[1], ".//w:gridSpan")] == ["2", "2"]
    assert [b.attribute(one, "w:val") for one in b.found(tables[1], ".//w:vMerge")] == ["restart", "None"]
    assert [[b.text(cell) for cell in b.found(row, "w:tc")] for row in rows] == [
        ["Task", "Agencies"],
        ["Ask", "School", "R"],
        ["", "Police", "I"],
        ["Tell", "Nobody"],
    ]


def test_lists_are_lists_and_each_numbered_one_begins_at_its_start(data: bytes) -> None:
    """Items belong to a list of Word's; a second numbered list is not counted on from the first."""
    body = b.root(data)
    named = {
        b.text(line): (b.attribute(number[0], "w:val"), b.attribute(b.found(line, ".//w:ilvl")[0], "w:val"))
        for line in b.found(body, ".//w:p")
        if (number := b.found(line, "w:pPr/w:numPr/w:numId"))
    }
    assert named["one"][0] == named["two"][0]
    assert named["one"][0] != named["again one"][0]
    assert named["inner"][1] == "1"
    assert named["bullet"] == named["bullet two"]
    starts = b.found(b.root(data, "word/numbering.xml"), ".//w:startOverride")
    assert [b.attribute(one, "w:val") for one in starts] == ["1", "1"]


def test_numbered_list_keeps_its_start(tmp_path: Path) -> None:
    """A list that begins at four does so in Word."""
    made = b.paper(Listing(items=((b.para("four"),),), ordered=True, start=4))
    data = b.written(made, b.reading(tmp_path))
    starts = b.found(b.root(data, "word/numbering.xml"), ".//w:startOverride")
    assert [b.attribute(one, "w:val") for one in starts] == ["4"]


def test_pictures_have_their_words(data: bytes) -> None:
    """Whoever does not see a picture hears its title and description; one that Word cannot show becomes words."""
    told = [(one.get("title"), one.get("descr")) for one in b.found(b.root(data), ".//wp:docPr")]
    assert told == [("Way", "From asking to telling"), ("Square", "A square")]
    assert "A picture that Word does not show" in b.text(b.root(data))


def test_links_lead_to_bookmarks_and_out(data: bytes) -> None:
    """Every link inside leads to a bookmark that is there; a link to nothing is plain words."""
    body = b.root(data)
    marks = {b.attribute(one, "w:name") for one in b.found(body, ".//w:bookmarkStart")}
    inside = {b.attribute(one, "w:anchor") for one in b.found(body, ".//w:hyperlink[@w:anchor]")}
    assert inside
    assert inside <= marks
    assert all(len(mark) <= 40 for mark in marks)
    links = [b.text(one) for one in b.found(body, ".//w:hyperlink") if not b.found(one, ".//w:tab")]
    assert links == ["To the table", "out"]
    assert b"https://example.org/?a=1&amp;b=2" in b.parts(data)["word/_rels/document.xml.rels"]


def test_bookmark_numbers_are_unique(data: bytes) -> None:
    """Word repairs files in which two bookmarks have one number, and tells the reader that they are damaged."""
    numbers = [b.attribute(one, "w:id") for one in b.found(b.root(data), ".//w:bookmarkStart")]
    assert len(numbers) == len(set(numbers))
    ends = [b.attribute(one, "w:id") for one in b.found(b.root(data), ".//w:bookmarkEnd")]
    assert sorted(ends) == sorted(numbers)


def test_contents_are_there_before_word_works_them_out(data: bytes) -> None:
    """The field has its lines, and Word is asked to bring them up to date."""
    body = b.root(data)
    assert ' TOC \\o "1-2" \\h \\z \\u ' in [one.text for one in b.found(body, ".//w:instrText")]
    lines = [b.text(one) for one in b.found(body, './/w:p[w:pPr/w:pStyle[starts-with(@w:val, "TOC")]]')]
    assert lines == ["Innhold", "First chapter", "Heading two", "Second chapter"]
    assert b.found(b.root(data, "word/settings.xml"), "w:updateFields")
    kinds = [b.attribute(one, "w:fldCharType") for one in b.found(body, ".//w:fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


@pytest.mark.parametrize(
    ("language", "locale"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("sv", "sv-SE"), ("en", "en-GB")]
)
def test_language_of_the_paper_is_that_of_the_file(tmp_path: Path, language: str, locale: str) -> None:
    """Spelling is checked and text is read aloud in the language of the paper."""
    data = b.written(b.paper(language=language), b.reading(tmp_path))
    told = {b.attribute(one, "w:val") for one in b.found(b.root(data, "word/styles.xml"), ".//w:lang")}
    assert told == {locale}


def test_stamp_and_page_number_stand_on_each_page(data: bytes) -> None:
    """The foot of every section says what the text is and which page of how many."""
    document = b.opened(data)
    for section in document.sections:
        words = " ".join(line.text for line in section.footer.paragraphs)
        assert words == "Vedtatt · Versjon 1.0 · Kontrollsum 1a2b 1 av 1"
        assert section.header.paragraphs[0].text == "Handlingsplan 2027–2030 · Havn kommune"


def test_what_is_to_be_filled_in_can_be_seen(data: bytes) -> None:
    """A blank has a style of its own, and a character that XML cannot hold is left out."""
    blank = b.found(b.root(data), './/w:r[w:rPr/w:rStyle/@w:val="ToFillIn"]')
    assert [b.text(one) for one in blank] == ["[fylles ut: dato]"]


def test_number_of_a_paragraph_stands_before_it(data: bytes) -> None:
    """In a hearing everybody can say which paragraph is meant."""
    assert "1-1  A paragraph." in [b.text(one) for one in b.found(b.root(data), ".//w:p")]


def test_wide_chapter_lies_on_its_side_and_the_rest_stands(tmp_path: Path) -> None:
    """Only the chapter that needs it is turned, and heads of narrow columns stand on their side."""
    data = b.written(b.paper(b.matrix(), landscape=True), b.reading(tmp_path))
    sections = b.opened(data).sections
    assert [one.orientation is not None and one.page_width > one.page_height for one in sections] == [  # type: ignore[operator]
        False,
        True,
        False,
    ]
    assert len(b.found(b.root(data), './/w:textDirection[@w:val="btLr"]')) == 12
    widths = [int(b.attribute(one, "w:w")) for one in b.found(b.root(data), ".//w:tbl//w:gridCol")]
    assert sum(widths) <= 16838 - 2 * 1418


@pytest.mark.parametrize("words", ["", "æøå 𝔘 \u202e", "<w:p/>", "]]>", "\x00\x0b"])
def test_any_words_make_a_file_that_opens(tmp_path: Path, words: str) -> None:
    """Text is never markup, and no text breaks the file."""
    spans = (Span(text=words, bold=True, italic=True, code=True),)
    made = b.paper(Paragraph(spans=spans), Listing(items=((),), ordered=True), Listing(items=((b.table(),),)))
    data = b.written(made, b.reading(tmp_path))
    kept = "".join(sign for sign in words if sign >= " ")
    assert kept in "".join(line.text for line in b.opened(data).paragraphs)


def test_paper_that_is_no_plan_has_no_table_of_contents(tmp_path: Path) -> None:
    """A case paper of a few pages begins with what is to be decided."""
    made: Document = b.paper(kind="case-paper")
    data = b.written(made, b.reading(tmp_path))
    assert not [one for one in b.found(b.root(data), ".//w:instrText") if "TOC" in (one.text or "")]
