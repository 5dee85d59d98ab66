"""The page on what a plan documents: a picture, the same as a table, and what people said."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

import plankit
from plankit.html.page import Page, Site
from plankit.html.pieces import draw
from plankit.language import LANGUAGES
from plankit.views.reading import Reading
from plankit.views.score import score, span_words
from plankit.views.score_items import Status

FJORDVIK = Path(__file__).parents[2] / "examples" / "fjordvik"


@pytest.fixture(scope="module")
def loaded() -> plankit.Loaded:
    """The example plan."""
    return plankit.load(FJORDVIK, today=date(2026, 11, 22))


def _reading(loaded: plankit.Loaded, language: str = "en") -> Reading:
    assert loaded.plan is not None
    return Reading(loaded.plan, loaded.guide, language, loaded.findings)


def _page(reading: Reading) -> html.HtmlElement:
    return html.fragment_fromstring(str(draw(Page(Site(reading), "score"), "score", {})), create_parent=True)


def test_picture_and_table_tell_the_same(loaded: plankit.Loaded) -> None:
    """Every principle has its name and figures as text in the picture and in a row of the table."""
    reading = _reading(loaded)
    page = _page(reading)
    shown = [" ".join(one.itertext()) for one in page.xpath(".//svg//text[contains(@class, 'pk-bar-name')]")]
    rows = page.xpath(".//table")[0].xpath("./tbody/tr")
    found = score(reading)
    assert len(shown) == 2 * len(found.principles)
    for number, one in enumerate(found.principles):
        span = span_words(one, "en")
        assert shown[2 * number] == one.title
        assert shown[2 * number + 1].split(" · ")[0] == span
        cells = [" ".join(cell.itertext()).strip() for cell in rows[number]]
        assert cells[:2] == [one.title, span]
        assert cells[3:6] == [
            str(one.count(state)) for state in (Status.DECIDED, Status.OPEN, Status.DISAGREED)
        ]


def test_what_is_open_is_hatched_and_not_told_by_colour_alone(loaded: plankit.Loaded) -> None:
    """A part with a pattern stands exactly where a principle has items that are not settled."""
    reading = _reading(loaded)
    page = _page(reading)
    hatched = page.xpath(".//svg/rect[@class='pk-bar-open']")
    unsettled = [one for one in score(reading).principles if one.bounds and one.bounds[0] < one.bounds[1]]
    assert len(hatched) == len(unsettled) > 0
    assert {one.get("fill") for one in hatched} == {f"url(#{page.xpath('.//svg//pattern/@id')[0]})"}
    assert page.xpath(".//svg/title")
    assert page.xpath(".//svg/desc")


def test_people_who_differ_are_both_there(loaded: plankit.Loaded) -> None:
    """The item that two judged differently shows both roles, both scores and no mean."""
    text = " ".join(_page(_reading(loaded)).text_content().split())
    assert "judged differently: 2 · 1" in text
    assert re.search(r"Folkehelserådgiver i Ytterholm kommune, 2026-09-14: 2 \(specific\)", text)
    assert re.search(r"Internrevisor i Fjordvik kommune, 2026-09-21: 1 \(vague\)", text)
    assert "1.5" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_says_documented_and_never_good(loaded: plankit.Loaded, language: str) -> None:
    """In every language the page says what it is not, and has no total."""
    page = _page(_reading(loaded, language))
    lead = page.xpath(".//p[@class='pk-lead']")[0].text_content()
    assert re.search("document|dokumenter", lead)
    assert re.search("not say|sier ikke|seier ikkje|säger inte", lead)
    assert re.search("no total|ingen sum", page.text_content())


def test_every_key_of_a_judgement_reaches_the_page(tmp_path: Path) -> None:
    """A word under each key of a judgement stands on the page."""
    (tmp_path / "plan.yaml").write_text(
        'plan: {id: p, title: P, language: en, guide: {id: no-vold, edition: "2022"}}\n'
        "measures: [{id: m, title: Showing}]\n"
        "judgements:\n- {id: j, criterion: rubric-plain, by: Adviser, date: 2026-02-03, score: 2, where: m, "
        "edition: '0.9', reason: Wordy, notes: Remarked}\n",
        encoding="utf-8",
    )
    text = _page(_reading(plankit.load(tmp_path, rules=()))).text_content()
    for word in ("Adviser", "2026-02-03", "2 (specific)", "Showing", "(0.9)", "Wordy", "Remarked"):
        assert word in text


def test_page_of_a_plan_without_guide_says_so(tmp_path: Path) -> None:
    """A piece on a page of prose has something to say in every plan."""
    (tmp_path / "plan.yaml").write_text("plan: {id: p, title: P, language: en}\n", encoding="utf-8")
    text = _page(_reading(plankit.load(tmp_path, rules=()))).text_content()
    assert text.strip() == "The plan follows no guide with a rubric."
