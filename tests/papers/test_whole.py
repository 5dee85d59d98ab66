"""Papers put together: the whole plan, an agency's part, a card."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.papers.papers_of import TODAY, every, fjordvik, lines, whole_fjordvik, words
from tests.site.building import FJORDVIK
from tests.site.whole_plan import LANGUAGES, write_whole_plan

from plankit.model.plan import Page
from plankit.papers.blocks import Block, Figure, Group, Heading, Table
from plankit.papers.inline import words_of
from plankit.papers.names import file_stem, plain, running_head
from plankit.papers.pictures import plan_pictures
from plankit.papers.settle import anchors
from plankit.papers.sheets import MOST, on_sheets
from plankit.papers.whole import LEFT_OUT, agency_document, card_document, plan_document
from plankit.views.outline import Chapter, outline
from plankit.views.reading import Reading


def flat(chapters: tuple[Chapter, ...]) -> list[Chapter]:
    """Chapters with those below them, in order."""
    return [one for chapter in chapters for one in (chapter, *flat(chapter.children))]


@pytest.fixture(params=LANGUAGES)
def reading(request: pytest.FixtureRequest, tmp_path: Path) -> Reading:
    """A plan that has every kind of chapter, in each language."""
    loaded = write_whole_plan(tmp_path, request.param)
    assert loaded.plan is not None
    return Reading(loaded.plan, loaded.guide, request.param, loaded.findings)


def test_every_chapter_of_the_site_is_on_paper_or_left_out_for_a_reason(reading: Reading) -> None:
    """A chapter that somebody adds to the site is not forgotten on paper."""
    paper = plan_document(reading, today=TODAY)
    told = flat(outline(reading))
    left_out = {below.name for one in told if one.view in LEFT_OUT for below in flat((one,))}
    assert left_out
    assert [(one.name, one.title) for one in paper.chapters] == [
        (one.name, one.title) for one in told if one.name not in left_out
    ]
    assert all(LEFT_OUT.values())


def test_no_chapter_on_paper_is_empty(reading: Reading) -> None:
    """A heading with nothing beneath it is a hole, unless chapters follow below it."""
    chapters = plan_document(reading, today=TODAY).chapters
    for one, after in zip(chapters, (*chapters[1:], None), strict=True):
        assert words(one.blocks) or (after and after.level > one.level), one.name


def test_headings_go_down_by_one(reading: Reading) -> None:
    """Who listens is told the parts of a paper in order; a level that is left out is a missing part."""
    for chapter in plan_document(reading, today=TODAY).chapters:
        level = chapter.level
        for block in every(chapter.blocks):
            if isinstance(block, Heading):
                assert chapter.level < block.level <= level + 1, words_of(block.spans)
                level = block.level


def test_links_inside_lead_to_something() -> None:
    """A link goes to a chapter or a place that is there, and each place is there once."""
    chapters = whole_fjordvik().chapters
    places = Counter(name for chapter in chapters for name in (chapter.name, *anchors(chapter.blocks)))
    assert [name for name, count in places.items() if count > 1] == []
    led = [span.to for chapter in chapters for line in lines(chapter.blocks) for span in line if span.to]
    assert len(led) > 500
    assert set(led) <= set(places)


def test_measure_is_linked_to_where_it_stands_in_full() -> None:
    """The register leads to the card of the measure, not to another table."""
    chapters = whole_fjordvik().chapters
    register = next(one for one in chapters if one.name == "measures")
    table = next(block for block in every(register.blocks) if isinstance(block, Table))
    first = next(span for line in lines((table,)) for span in line if span.to)
    assert first.to == "areas/omrade-1#t1-1"


def test_front_says_whose_plan_it_is_and_who_adopted_it() -> None:
    """What a council asks first stands first."""
    front = " ".join(words(whole_fjordvik().front))
    for told in (
        "oppdiktet",
        "Fjordvik kommune",
        "2026–2029",
        "Kommunestyret",
        "11. desember 2025",
        "PS 25/97",
    ):
        assert told in front


def test_wide_tables_turn_the_page() -> None:
    """The matrix stands on pages on their side; nothing else does."""
    assert [one.name for one in whole_fjordvik().chapters if one.landscape] == ["matrix"]


def test_every_measure_has_its_card() -> None:
    """Title, owner, deadline and status of each measure are on paper."""
    chapters = whole_fjordvik().chapters
    cards = [
        " ".join(words([block]))
        for chapter in chapters
        for block in every(chapter.blocks)
        if isinstance(block, Group) and block.style == "card" and chapter.name.startswith("areas/")
    ]
    for measure in fjordvik().plan.measures:
        title = fjordvik().numbered_title(measure.id)
        (card,) = {one for one in cards if one.startswith(title)}
        assert fjordvik().status(measure) in card
        if measure.deadline:
            assert measure.deadline.text in card


def test_paper_of_an_agency_holds_its_measures_in_full() -> None:
    """Who answers for a measure need not ask for the rest of the plan."""
    paper = agency_document(fjordvik(), "barnevernet", today=TODAY)
    assert (paper.kind, paper.title) == ("agency", "Barnevernstjenesten i Fjordvik")
    own, measures = paper.chapters
    cards = [block for block in every(measures.blocks) if isinstance(block, Group) and block.style == "card"]
    assert len(cards) >= 2
    led = {span.to for line in lines(own.blocks) for span in line if span.to}
    assert led
    assert all(one.startswith(("measures", "agency")) for one in led)


def test_paper_of_an_agency_without_measures_has_no_empty_chapter() -> None:
    """A chapter that would hold nothing is not there."""
    without = next(
        party.id
        for party in fjordvik().named_parties
        if all(party.id not in {who.agency for who in one.responsible} for one in fjordvik().plan.measures)
    )
    assert all(chapter.blocks for chapter in agency_document(fjordvik(), without, today=TODAY).chapters)


@pytest.mark.parametrize("procedure", [one.id for one in fjordvik().plan.procedures])
def test_card_holds_the_procedure_under_its_title_once(procedure: str) -> None:
    """The title is the heading of the paper; the card does not repeat it."""
    paper = card_document(fjordvik(), procedure, today=TODAY)
    assert (paper.kind, paper.title) == ("card", fjordvik().numbered_title(procedure))
    (chapter,) = paper.chapters
    assert not [block for block in every(chapter.blocks) if isinstance(block, Heading)]
    entry = next(one for one in fjordvik().plan.procedures if one.id == procedure)
    first = entry.all_steps()[0]
    assert fjordvik().text(first.what).split()[0] in words(chapter.blocks)


def with_page(path: str, text: str) -> Reading:
    """The example with one more page."""
    plan = fjordvik().plan
    pages = (*plan.pages, Page(path=path, text=text))
    return replace(fjordvik(), plan=plan.model_copy(update={"pages": pages}))


def test_front_page_of_its_authors_is_the_first_chapter() -> None:
    """What the site opens with, the paper does too."""
    paper = plan_document(with_page("index.md", "# Velkommen\n\nTil planen.\n"), today=TODAY)
    assert (paper.chapters[0].name, paper.chapters[0].title) == ("index", "Velkommen")
    assert words(paper.chapters[0].blocks) == ["Til", "planen."]


def figures(blocks: tuple[Block, ...]) -> list[Figure]:
    """The pictures in some blocks."""
    return [block for block in every(blocks) if isinstance(block, Figure)]


def test_picture_of_the_plan_is_in_the_paper() -> None:
    """Its bytes go along, and its words."""
    text = "# Bilde\n\n![En sol](sol.png)\n\n![Våpen](../arms.svg)\n\n![Borte](borte.png)\n"
    paper = plan_document(
        with_page("pages/bilde.md", text),
        today=TODAY,
        pictures={"pages/sol.png": b"bytes", "arms.svg": b"<svg/>"},
    )
    chapter = next(one for one in paper.chapters if one.name == "pages/bilde")
    sun, arms = figures(chapter.blocks)
    assert (sun.data, sun.form, sun.title) == (b"bytes", "png", "En sol")
    assert (arms.svg, arms.title) == ("<svg/>", "Våpen")
    assert words(chapter.blocks) == ["Borte"], "of a picture that is not there, its words"


def test_arms_stand_on_the_front() -> None:
    """The municipality is known by its arms, and who does not see them is told what they show."""
    paper = plan_document(fjordvik(), today=TODAY, pictures=plan_pictures(FJORDVIK))
    assert paper.arms is not None
    assert paper.arms.svg.startswith("<svg") or "<svg" in paper.arms.svg
    assert "fjell" in paper.arms.title


def test_names_others_may_see_do_not_tell_the_theme() -> None:
    """Who looks over a shoulder reads a kind of plan, a period and a municipality."""
    assert running_head(fjordvik()) == "Handlingsplan 2026–2029 · Fjordvik kommune"
    assert file_stem(fjordvik()) == "handlingsplan-2026-2029"
    own = fjordvik().plan.plan.model_copy(update={"document_type": "plan mot vold"})
    told = replace(fjordvik(), plan=fjordvik().plan.model_copy(update={"plan": own}))
    assert running_head(told) == "Plan 2026–2029 · Fjordvik kommune"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Åtgärdsplan", "atgardsplan"), ("Ørsta/Volda", "orsta-volda"), ("Kárášjohka", "karasjohka"), ("!", "")],
)
def test_name_of_a_file_is_plain_letters(text: str, name: str) -> None:
    """A records system of any age takes it."""
    assert plain(text) == name


def test_matrix_that_is_too_wide_becomes_several() -> None:
    """Every column is on some sheet, each sheet has the heads of the rows, and all are about equally wide."""
    table = next(
        block
        for chapter in whole_fjordvik().chapters
        for block in every(chapter.blocks)
        if isinstance(block, Table) and block.style == "matrix"
    )
    heads, body = table.head[0], table.body[0]
    wide = replace(table, head=((*heads, *heads[1:], *heads[1:]),), body=((*body, *body[1:], *body[1:]),))
    parts = [one for one in on_sheets(fjordvik(), (wide,)) if isinstance(one, Table)]
    assert len(parts) > 1
    assert all(one.columns <= MOST for one in parts)
    assert max(one.columns for one in parts) - min(one.columns for one in parts) <= len(parts)
    assert [one.head[0][0] for one in parts] == [heads[0]] * len(parts)
    assert [cell for one in parts for cell in one.head[0][1:]] == [*wide.head[0][1:]]
    assert list(on_sheets(fjordvik(), (table,))) == [table], "one that fits stays whole"
