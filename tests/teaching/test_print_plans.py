"""The papers of real plans: every poster is one page, and what the example's papers show is what its plan says."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import pypdf
import pytest
from tests.pdf.verapdf import verdicts
from tests.teaching.kits import DAY
from tests.teaching.subjects import PLANS, of_plan
from tests.teaching.test_print import SIZES, words

from plankit.papers.teaching_action_cards import action_cards
from plankit.papers.teaching_cases import case_sheet
from plankit.papers.teaching_poster import poster
from plankit.papers.teaching_questions import question_sheet
from plankit.pdf.setting import Look, set_paper
from plankit.pdf.teaching import one_page_poster
from plankit.teaching.cases import cases_told
from plankit.teaching.kit import Kit, kit_of
from plankit.teaching.strands import main_way, needed_strands

LOOK = Look(day=DAY)


@lru_cache(maxsize=16)
def with_cases(name: str, audience: str = "all") -> Kit:
    """The kit of a plan with no more than its cases, which is what a poster is made from."""
    subject = of_plan(name, audience=audience)
    cases = tuple(one for one in cases_told(subject) if subject.is_for(one.audiences))
    return Kit(subject=subject, cases=cases)


@lru_cache(maxsize=1)
def example() -> Kit:
    """The whole kit of the example plan."""
    return kit_of(of_plan("fjordvik"))


@pytest.mark.parametrize("name", PLANS)
def test_poster_of_every_plan_is_one_page_even_on_a5(name: str) -> None:
    """However long a plan's steps are, and however few it has."""
    made = one_page_poster(with_cases(name), "a5", LOOK)
    (page,) = pypdf.PdfReader(io.BytesIO(made.data)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES["a5"]


def test_poster_shows_the_numbers_and_first_steps_of_the_audience() -> None:
    """Schools see the child first; the numbers are those of the plan and the guide."""
    kit = with_cases("fjordvik", "school")
    told = "\n".join(words(poster(kit, "a4").chapters[0].blocks)).replace("\u00a0", " ")
    assert "Bekymring for at et barn er utsatt for vold eller overgrep" in told
    assert "112" in told
    assert "00 00 00 02" in told
    assert "Barnevernvakta" in told


def test_poster_names_no_address_and_no_place_of_a_service() -> None:
    """Where somebody may be in hiding hangs on no wall."""
    kit = with_cases("fjordvik")
    told = "\n".join(words(poster(kit, "a3").chapters[0].blocks))
    services = kit.subject.reading.plan.services
    places = [kit.subject.reading.text(one.location) for one in services] + [one.address for one in services]
    assert any(places)
    assert [one for one in places if one and one in told] == []


def test_main_way_leaves_out_what_is_done_only_when_nobody_answers() -> None:
    """A poster has room for the way that most go."""
    (card,) = (one for one in needed_strands(with_cases("fjordvik")) if one.procedure.id == "pro-akutt")
    numbers = [one.number for one in main_way(card.strand)]
    assert numbers[:4] == ["1", "2", "3", "4"]
    assert not any(" b" in one for one in numbers)


@pytest.mark.parametrize(("audience", "size"), [("all", "a4"), ("school", "a5")])
def test_cases_of_the_example_take_a_page_each(audience: str, size: str) -> None:
    """A sheet that goes over two pages is no sheet, and the help at its end would be lost."""
    kit = with_cases("fjordvik", audience)
    document = case_sheet(kit, size)
    assert document is not None
    assert set_paper(document, LOOK).pages == len(kit.cases)


def test_papers_of_the_example_are_for_everybody(tmp_path: Path) -> None:
    """With long words, tables, cards and a grid they are PDF/UA-1 too."""
    kit = example()
    cards = action_cards(kit)
    assert cards is not None
    assert set_paper(cards, LOOK).pages == len(kit.subject.reading.plan.procedures)
    (tmp_path / "poster.pdf").write_bytes(one_page_poster(kit, "a4", LOOK).data)
    (tmp_path / "questions.pdf").write_bytes(set_paper(question_sheet(kit, "a5"), LOOK).data)
    assert {one.file: one.failed for one in verdicts(sorted(tmp_path.iterdir()), ["ua1"]) if one.failed} == {}
