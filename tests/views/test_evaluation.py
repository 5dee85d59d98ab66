"""The guide's questions of an evaluation, and what a plan's data tell of each."""

from __future__ import annotations

from datetime import date

import pytest
from tests.views.conftest import ReadPlan

from plankit.guides import load_guide, pack_names
from plankit.model.vocabulary import built_in
from plankit.views.evaluation import FIGURES, Evaluation, evaluation
from plankit.views.evaluation_figures import Grid

DAY = date(2027, 6, 1)
PLAN = """\
  period: 2026-2029
agencies: [{id: school, name: Skolen}, {id: health, name: Helse}]
areas: [{id: a1, name: Hjelp}]
measures:
- {id: m1, title: Kurs, areas: [a1], responsible: school}
- {id: m2, title: Rutine, areas: [a1], responsible: health}
- {id: m3, title: Møte}
progress:
- {measure: m1, date: 2026-10-01, status: gjennomført, outcome: fortsette}
- {measure: m3, date: 2026-10-01, status: pågår, obstacles: Ingen tid.}
evaluation:
- {id: e, title: Midtveis, kind: midtveisevaluering, questions: [Hva nå?]}
indicators:
- {id: i, name: Møter, unit: dager, series: [{period: "2025", value: "41"}, {period: "2026", value: "30", break_in_series: Nytt skjema}]}
"""


def _found(read_plan: ReadPlan, text: str = PLAN, day: date = DAY) -> Evaluation:
    return evaluation(read_plan(text, guide=True), day)


def _grid(found: Evaluation, name: str) -> Grid:
    return next(grid for one in found.asked for grid in one.grids if grid.name == name)


def _told(grid: Grid) -> list[tuple[str, ...]]:
    return [tuple(cell.text or ",".join(cell.ids) for cell in row) for row in grid.rows]


def test_every_word_of_the_list_is_told_by_something() -> None:
    """A guide cannot name a figure that nothing works out."""
    assert set(FIGURES) == set(built_in()["evaluation-figure"])


@pytest.mark.parametrize("name", ["no-vold", "se-vald"])
def test_pack_has_questions_with_a_source_and_known_figures(name: str) -> None:
    """Each question says where it comes from, and only names what can be worked out; one is left to people."""
    assert name in pack_names()
    guide, _ = load_guide(name)
    assert guide is not None
    asked = guide.evaluation_questions
    assert len(asked) >= 6
    assert all(one.address and one.checked_on and one.step in guide.by_id for one in asked)
    assert {code for one in asked for code in one.answered_by} <= set(FIGURES)
    assert any(not one.answered_by for one in asked)


def test_evaluation_tells_what_was_begun_by_agency_and_who_is_silent(read_plan: ReadPlan) -> None:
    """An agency that reported nothing is named with its measures."""
    assert _told(_grid(_found(read_plan), "measures-begun")) == [
        ("school", "1", "1", "0", "0", "0", ""),
        ("health", "1", "0", "0", "0", "1", "m2"),
        ("no agency named", "1", "1", "0", "0", "0", ""),
    ]


def test_evaluation_tells_areas_indicators_and_what_stood_in_the_way(read_plan: ReadPlan) -> None:
    """Counts by area, first and last value with the break between them, and the obstacle in the report's words."""
    found = _found(read_plan)
    assert _told(_grid(found, "measures-by-area")) == [
        ("a1", "0", "2", "1", "0", "0", "1"),
        ("Without an area", "0", "1", "1", "0", "0", "0"),
    ]
    assert _told(_grid(found, "indicators")) == [
        ("i", "dager", "41 (2025)", "30 (2026)", "", "break in series 2026")
    ]
    assert [row[2] for row in _told(_grid(found, "not-done"))] == ["Ingen tid."]


def test_evaluation_withholds_small_numbers(read_plan: ReadPlan) -> None:
    """A value that counts few is a colon here too."""
    text = PLAN.replace("unit: dager", "unit: personer").replace('value: "30"', 'value: "3"')
    assert _told(_grid(_found(read_plan, text), "indicators"))[0][2:4] == ("41 (2025)", ": (2026)")


def test_question_that_the_data_cannot_answer_says_so(read_plan: ReadPlan) -> None:
    """It is left to people, and the plan's own questions come last."""
    asked = _found(read_plan).asked
    views = next(one for one in asked if one.guide_entry and one.guide_entry.id == "question-views")
    assert not views.is_told
    assert (asked[-1].title, asked[-1].inside) == ("Hva nå?", "Midtveis")


def test_evaluation_before_the_plan_begins_is_about_its_first_day(read_plan: ReadPlan) -> None:
    """An odd day gives an empty answer, not an error."""
    span = _found(read_plan, day=date(2020, 1, 1)).span
    assert span.start == span.end == date(2026, 1, 1)
