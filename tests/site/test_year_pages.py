"""Activity plans as HTML: a draft says so, what nobody reported on says so, and every activity stands once in full."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import plankit
from plankit.html.page import Page, Site
from plankit.html.pieces import BY_NAME, draw
from plankit.papers.whole import single_papers, year_document
from plankit.views.outline import all_chapters, outline
from plankit.views.reading import Reading

TEXT = """\
plan: {id: p, title: Plan, language: en, period: 2026-2029}
agencies: [{id: school, name: The school}, {id: other, name: Another}]
decisions: [{id: d1, body: The council, date: 2025-12-10}]
parts: [{id: across, title: Across, kind: across}, {id: unread, title: Units, empty: {contents: unknown}}]
measures:
- {id: m1, title: Course, deadline: 2026-12}
- {id: m2, title: Routine, deadline: 2026-10}
- {id: m3, title: Meetings, deadline: continuously}
activity_plans:
- {id: y26, title: Year 2026, period: 2026, stage: adopted, decision: d1, parts: [across, unread]}
- {id: y27, title: Year 2027, period: 2027, stage: draft}
- {id: y28, title: Year 2028, period: 2028}
activities:
- {id: a, activity_plan: y26, part: across, measures: m1, title: "First <b>course</b>", responsible: school, when: 2026-05}
- {id: b, activity_plan: y27, measures: m1, title: Second course, carried_from: a, status: under way}
- {id: c, activity_plan: y26, title: Visits, status: dropped, reason: No money, cost: 50 000 kr}
vocabulary: [{field: activity-status, term: under way, code: ongoing}]
"""
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    folder: Path = tmp_path_factory.mktemp("plan")
    (folder / "plan.yaml").write_text(TEXT, encoding="utf-8")
    loaded = plankit.load(folder, rules=())
    assert loaded.plan is not None
    assert [one.message for one in loaded.findings] == []
    return Reading(loaded.plan, None, "en")


def _drawn(reading: Reading, piece: str, **options: str) -> str:
    return draw(Page(Site(reading, today=DAY), "x"), piece, options)


def test_activity_plan_that_is_not_adopted_says_so(reading: Reading) -> None:
    """A draft is never taken for what was decided, nor silence for a draft; one that was decided shows its decision."""
    words = "This activity plan is not adopted."
    assert words in _drawn(reading, "year", year="y27")
    unsaid = _drawn(reading, "year", year="y28")
    assert "The plan does not say whether this activity plan is adopted." in unsaid
    assert words not in unsaid
    adopted = _drawn(reading, "year", year="y26")
    assert words not in adopted
    assert "The council, 2025-12-10" in adopted


def test_activity_plan_shows_each_of_its_activities_once_and_no_other(reading: Reading) -> None:
    """What a page shows is what the piece says that it shows, so that links find it."""
    for plan, ids in (("y26", {"a", "c"}), ("y27", {"b"})):
        text = _drawn(reading, "year", year=plan)
        for name in ("a", "b", "c"):
            assert text.count(f' id="{name}"') == (name in ids)
        shown = {one.key for one in BY_NAME["year"].shows(reading, {"year": plan})}
        assert shown == {plan} | ids


def test_part_whose_activities_could_not_be_seen_says_that(reading: Reading) -> None:
    """Unknown is not the same as none."""
    text = _drawn(reading, "year", year="y26")
    assert "Which activities stand in this part is not known." in text
    assert "No activities in this part." not in text


def test_activity_plan_tells_what_has_no_activity_and_what_is_not_done(reading: Reading) -> None:
    """Measures that are due come before those that run on; the reason of what was dropped stands there."""
    text = _drawn(reading, "year", year="y26")
    assert text.index("Due by the end of 2026") < text.index("Routine") < text.index("Run on")
    assert text.index("Run on") < text.index("Meetings")
    assert "No money" in text
    assert "50\u00a0000\u00a0kr" in text


def test_measure_tells_its_activities_year_by_year(reading: Reading) -> None:
    """Both years stand on the card, each activity with how it went; a title is never markup."""
    text = _drawn(reading, "measures", ids="m1")
    assert text.index("2026</strong>") < text.index("First &lt;b&gt;course") < text.index("2027</strong>")
    assert text.count("goes on in a later year") == 1
    assert text.count("ongoing") >= 1
    assert "Activities year by year" not in _drawn(reading, "measures", ids="m2")


def test_agency_tells_its_activities(reading: Reading) -> None:
    """An agency without activities has no such section."""
    assert "First &lt;b&gt;course" in _drawn(reading, "agency", agency="school")
    assert "Its activities each year" not in _drawn(reading, "agency", agency="other")


def test_chapters_hold_a_page_for_each_activity_plan(reading: Reading) -> None:
    """The oldest first, beneath one chapter; a tab tells the year and no title."""
    chapters = {one.name: one for one in all_chapters(outline(reading))}
    names = [one.name for one in chapters["years"].children]
    assert names == ["years/y26", "years/y27", "years/y28"]
    assert chapters["years/y27"].plain == "Activity plan 2027"
    assert "Year 2026" in _drawn(reading, "years")


def test_activity_plan_can_be_a_paper_of_its_own(reading: Reading) -> None:
    """The paper has the activity plan's title, and its front claims no adoption of the plan for it."""
    assert single_papers(reading)["y27"] == "year"
    paper = year_document(reading, "y27", today=DAY)
    assert (paper.title, paper.subtitle, paper.kind) == ("Year 2027", "Plan", "year")
    assert [chapter.title for chapter in paper.chapters] == ["Year 2027"]
    assert "adopted" not in str(paper.front)
