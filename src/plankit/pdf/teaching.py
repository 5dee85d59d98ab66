"""The papers of a teaching kit as PDF: sheets to print, and apart from them what facilitators and trainers need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plankit.papers.blocks import Document
from plankit.papers.teaching_action_cards import action_cards
from plankit.papers.teaching_branching import game_book
from plankit.papers.teaching_cases import case_sheet
from plankit.papers.teaching_day import day_script, day_sheets
from plankit.papers.teaching_dilemmas import dilemma_cards
from plankit.papers.teaching_facilitator import answers, script
from plankit.papers.teaching_hunt import hunt_key, hunt_sheet
from plankit.papers.teaching_poster import ROOMS, poster
from plankit.papers.teaching_questions import question_sheet
from plankit.papers.teaching_survey import survey_paper
from plankit.papers.teaching_table_top import table_top_pack
from plankit.papers.teaching_trainer import trainer_programme
from plankit.pdf.setting import Look, Set, set_paper
from plankit.teaching.kit import Kit

_BOTH = ("a4", "a5")
_POSTERS = ("a3", "a4", "a5")


def write_print(kit: Kit, folder: Path) -> None:
    """Write the papers into `print`, `facilitator` and `trainer` below `folder`. The same kit gives the same bytes.

    What the kit does not have gets no paper.
    """
    look = Look(day=kit.subject.today)
    for name, document in papers(kit):
        if document is not None:
            _write(folder / f"{name}.pdf", set_paper(document, look))
    for size in _POSTERS:
        _write(folder / f"print/poster-{size}.pdf", one_page_poster(kit, size, look))


def papers(kit: Kit) -> Iterator[tuple[str, Document | None]]:
    """Every paper but the posters by the name of its file, without the ending; `None` where the kit has nothing for it."""
    for size in _BOTH:
        if kit.questions:
            yield f"print/worksheet-questions-{size}", question_sheet(kit, size)
        yield f"print/cases-{size}", case_sheet(kit, size)
        yield f"print/dilemmas-{size}", dilemma_cards(kit, size)
        yield f"print/branching-{size}", game_book(kit, size)
        yield f"print/day-{size}", day_sheets(kit, size)
        yield f"print/gap-hunt-sheet-{size}", hunt_sheet(kit, size)
        yield f"print/action-cards-{size}", action_cards(kit, size)
    yield "facilitator/script", script(kit)
    yield "facilitator/script-a5", script(kit, "a5")
    yield "facilitator/answers", answers(kit)
    yield "facilitator/day", day_script(kit)
    yield "facilitator/gap-hunt-key", hunt_key(kit)
    yield "facilitator/table-top", table_top_pack(kit)
    yield "trainer/programme", trainer_programme(kit)
    yield "trainer/survey-a4", survey_paper(kit)


def one_page_poster(kit: Kit, size: str, look: Look) -> Set:
    """The poster with as much on it as fits one page."""
    made = set_paper(poster(kit, size), look)
    for room in ROOMS[1:]:
        if made.pages == 1:
            break
        made = set_paper(poster(kit, size, room), look)
    return made


def _write(place: Path, made: Set) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(made.data)
