"""Papers of a teaching kit as Word files, so that whoever teaches can change them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plankit.papers.blocks import Document
from plankit.papers.teaching_cases import case_sheet
from plankit.papers.teaching_day import day_script, day_sheets
from plankit.papers.teaching_dilemmas import dilemma_cards
from plankit.papers.teaching_facilitator import script
from plankit.papers.teaching_questions import question_sheet
from plankit.papers.teaching_survey import survey_paper
from plankit.papers.teaching_table_top import table_top_pack
from plankit.teaching.kit import Kit
from plankit.word.form import word_file


def write_word(kit: Kit, folder: Path) -> None:
    """Write the files into `print`, `facilitator` and `trainer` below `folder`. The same kit gives the same bytes.

    What the kit does not have gets no file.
    """
    for name, document in papers(kit):
        if document is not None:
            place = folder / f"{name}.docx"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(
                word_file(document, kit.subject.reading, template=None, today=kit.subject.today)
            )


def papers(kit: Kit) -> Iterator[tuple[str, Document | None]]:
    """Every paper by the name of its file, without the ending; `None` where the kit has nothing for it."""
    if kit.questions:
        yield "print/worksheet-questions", question_sheet(kit)
    yield "print/cases", case_sheet(kit)
    yield "print/dilemmas", dilemma_cards(kit, "a4")
    yield "print/day", day_sheets(kit)
    yield "facilitator/script", script(kit)
    yield "facilitator/day", day_script(kit)
    yield "facilitator/table-top", table_top_pack(kit)
    yield "trainer/survey", survey_paper(kit)
