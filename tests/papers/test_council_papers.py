"""The yearly report and the evaluation as papers: everything in its order, with blanks where people must add."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.freezing.building import seal
from tests.papers.papers_of import every, fjordvik, words
from tests.site.building import FJORDVIK

import plankit
from plankit.papers.blocks import Document, Figure, Table
from plankit.papers.case_paper import blanks
from plankit.papers.council import EVALUATION, council_names, council_paper, report_on
from plankit.papers.inline import words_of
from plankit.papers.yearly_report import report_document, report_page
from plankit.views.reading import Reading

DAY = date(2027, 2, 1)


@pytest.fixture(scope="module")
def report() -> Document:
    """The report of the example on 2026."""
    found = report_on(2026, FJORDVIK, plankit.load(FJORDVIK, today=DAY), fjordvik(), DAY)
    assert found is not None
    return report_document(fjordvik(), found, today=DAY)


def _captions(document: Document) -> list[str]:
    return [
        words_of(one.caption)
        for chapter in document.chapters
        for one in every(chapter.blocks)
        if isinstance(one, Table)
    ]


def test_report_has_its_parts_in_order(report: Document) -> None:
    """From what was promised to what is asked; the proposed decision comes last."""
    names = [one.name for one in report.chapters if one.name != "activities"]
    assert names == [
        "in-short",
        "promised",
        "done",
        "not-done",
        "not-reported",
        "decided",
        "indicators",
        "changes",
        "asked",
        "assessment",
        "decision",
    ]
    assert all(one.blocks for one in report.chapters)


def test_report_has_a_drawing_for_each_series_with_its_table_after_it(report: Document) -> None:
    """No figure stands in a picture alone."""
    chapter = next(one for one in report.chapters if one.name == "indicators")
    blocks = list(every(chapter.blocks))
    drawings = [place for place, one in enumerate(blocks) if isinstance(one, Figure)]
    assert len(drawings) >= 3
    for place in drawings:
        drawing, table = blocks[place], next(one for one in blocks[place:] if isinstance(one, Table))
        assert isinstance(drawing, Figure)
        assert drawing.title == words_of(table.caption)


def test_report_leaves_blanks_for_case_number_assessment_and_decision(report: Document) -> None:
    """What the data cannot say is marked, not made up."""
    left = " ".join(blanks(report))
    for words_there in ("saksnummer", "administrasjonens vurdering", "hva som vedtas"):
        assert words_there in left


def test_report_tells_nothing_of_its_theme_in_running_head_and_tab(report: Document) -> None:
    """What stands in histories and heads of pages is neutral."""
    found = report_on(2026, FJORDVIK, plankit.load(FJORDVIK, today=DAY), fjordvik(), DAY)
    assert found is not None
    page = report_page(fjordvik(), found, today=DAY)
    tab = page.partition("<title>")[2].partition("</title>")[0]
    for text in (report.running, report.title, tab):
        assert "vold" not in text.lower()
    assert "<script" not in page
    assert "src=" not in page


def _plan(folder: Path, deadline: str) -> None:
    (folder / "plan.yaml").write_text(
        "plan: {id: p, title: P, language: nb, period: 2026-2029, stage: in-force}\n"
        "versions: [{id: v1, label: '1.0', date: 2025-12-01}]\n"
        "decisions: [{id: d1, body: Kommunestyret, kind: vedtatt, date: 2025-12-01, version: v1}]\n"
        f"measures: [{{id: m1, title: Kurs, deadline: {deadline}}}]\n",
        encoding="utf-8",
    )


def test_report_tells_what_changed_since_the_sealed_text(tmp_path: Path) -> None:
    """The version that held when the year began is compared with the plan as it is; without one, that is said."""
    _plan(tmp_path, "2026-06-30")
    seal(tmp_path)
    _plan(tmp_path, "2027-06-30")
    loaded = plankit.load(tmp_path, today=DAY)
    assert loaded.plan is not None
    reading = Reading(loaded.plan, None, "en")
    report = report_on(2026, tmp_path, loaded, reading, DAY)
    assert report is not None
    assert report.since is not None
    document = report_document(reading, report, today=DAY)
    told = " ".join(words(next(one for one in document.chapters if one.name == "changes").blocks))
    assert "From version 1.0, decided 2025-12-01" in told
    assert "“2026-06-30” became “2027-06-30”" in told


def test_report_without_a_sealed_text_says_that_changes_cannot_be_told(report: Document) -> None:
    """Silence would look as if nothing had changed."""
    told = " ".join(words(next(one for one in report.chapters if one.name == "changes").blocks))
    assert "forseglet" in told


def test_council_papers_are_found_by_their_names() -> None:
    """The evaluation and every year of the plan; another name is none of them."""
    loaded = plankit.load(FJORDVIK, today=DAY)
    assert council_names(fjordvik(), DAY) == (EVALUATION, *(f"report-{year}" for year in range(2026, 2030)))
    for name, wanted in (("report-2026", "arsrapport-2026"), (EVALUATION, "evaluering-av-planen")):
        paper = council_paper(name, FJORDVIK, loaded, fjordvik(), DAY)
        assert paper is not None
        assert paper.stem.endswith(wanted)
    for other in (None, "report-2031", "report-26", "barnevernet"):
        assert council_paper(other, FJORDVIK, loaded, fjordvik(), DAY) is None


def test_evaluation_has_each_question_with_blanks_under_it() -> None:
    """A chapter for each question of the guide and of the plan, then the recommendation."""
    paper = council_paper(EVALUATION, FJORDVIK, plankit.load(FJORDVIK, today=DAY), fjordvik(), DAY)
    assert paper is not None
    document = paper.document
    plan, guide = fjordvik().plan, fjordvik().guide
    assert guide is not None
    count = len(guide.evaluation_questions) + sum(len(one.questions) for one in plan.evaluation)
    assert len(document.chapters) == count + 1
    assert len(blanks(document)) == 2 * count + 1
    assert "Hva som er satt i gang, etter etat" in _captions(document)
