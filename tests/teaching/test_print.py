"""The sheets that learners get: they help first and last, warn before they tell, and hold no answer."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pypdf
import pytest
from tests.pdf.verapdf import verdicts
from tests.teaching.kits import small_branching, small_kit

from plankit.papers.blocks import Block, Group, Heading, Paragraph, Table
from plankit.papers.inline import words_of
from plankit.papers.settle import inside
from plankit.papers.teaching_branching import game_book
from plankit.papers.teaching_cases import case_sheet
from plankit.papers.teaching_dilemmas import dilemma_cards
from plankit.papers.teaching_hunt import hunt_sheet
from plankit.papers.teaching_poster import poster
from plankit.papers.teaching_questions import question_sheet, sections
from plankit.pdf.teaching import write_print
from plankit.teaching.kit import Kit

LINE = "The heat line"
SIZES = {"a3": (842, 1191), "a4": (595, 842), "a5": (420, 595)}


def words(blocks: Iterable[Block]) -> list[str]:
    """The lines of some blocks, in order."""
    found = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            found.append(words_of(block.spans))
        if isinstance(block, Table):
            found.append(words_of(block.caption))
        for inner in inside(block):
            found += words(inner)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of the small kit."""
    made = tmp_path_factory.mktemp("print")
    write_print(small_kit(), made)
    return made


@lru_cache(maxsize=32)
def _pages(data: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def pages(folder: Path, name: str) -> tuple[str, ...]:
    """The text of each page of a paper."""
    return _pages((folder / f"{name}.pdf").read_bytes())


def test_sheets_for_learners_hold_no_answer_and_no_feedback(folder: Path) -> None:
    """Whoever gets a sheet learns from it neither what is right nor why."""
    kit = small_kit()
    case, hunt = kit.cases[0], kit.hunt
    assert hunt is not None
    feedback = [one.feedback for one in kit.questions]
    feedback += [choice.feedback for one in kit.questions for choice in one.choices]
    secrets = {
        "worksheet-questions-a4": feedback,
        "cases-a4": [*case.way, *case.mistakes, *case.expected, *case.gaps, case.facilitator],
        "dilemmas-a4": [one.facilitator for one in kit.dilemmas],
        "gap-hunt-sheet-a4": [text for one in hunt.planted for text in (one.what, one.hint)]
        + ["within two hours"],
    }
    for name, told in secrets.items():
        text = " ".join(" ".join(pages(folder, f"print/{name}")).split())
        assert [one for one in told if one and one in text] == [], name


def test_question_sheet_shows_every_question_once_with_room(folder: Path) -> None:
    """Each question stands under one number, and each kind of it has a place for the answer."""
    kit = small_kit()
    numbered = [pair for section in sections(kit) for pair in section.questions]
    assert [number for number, _ in numbered] == list(range(1, len(kit.questions) + 1))
    text = " ".join(" ".join(pages(folder, "print/worksheet-questions-a4")).split())
    for number, one in numbered:
        assert text.count(f"{number}. {one.text}") == 1, one.id


def test_steps_are_shown_mixed_and_right_sides_by_letter() -> None:
    """A sheet that showed the right order would answer itself."""
    lines = words(question_sheet(small_kit()).chapters[0].blocks)
    for chapter in question_sheet(small_kit()).chapters:
        lines += words(chapter.blocks)
    steps = [one[2:] for one in lines if one[2:] in ("Look", "Tell", "Help")]
    assert steps == ["Help", "Look", "Tell"]
    assert "A\u2002Warning" in lines


def test_every_case_sheet_begins_and_ends_with_help_and_warns_before_the_story() -> None:
    """Somebody in the room may need it; and may leave before the story is read."""
    made = case_sheet(small_kit())
    assert made is not None
    for chapter, case in zip(made.chapters, small_kit().cases, strict=True):
        lines = words(chapter.blocks)
        assert LINE in lines[0]
        assert LINE in lines[-1]
        warning = next(place for place, text in enumerate(lines) if case.warning in text)
        assert "out" in lines[warning]
        made_up = next(place for place, text in enumerate(lines) if "made up" in text)
        assert warning < lines.index(case.story)
        assert made_up < lines.index(case.story)
        assert f"{case.minutes} minutes" in lines[made_up]


def test_each_case_and_dilemma_has_a_page_of_its_own() -> None:
    """Sheets are handed out one by one."""
    kit = small_kit()
    two = replace(kit, cases=(kit.cases[0], replace(kit.cases[0], id="other", title="Another day")))
    made = case_sheet(two)
    assert made is not None
    assert made.kind == "leaves"
    assert len(made.chapters) == 2
    cards = dilemma_cards(kit)
    assert cards is not None
    assert cards.size == "a5"


def test_dilemma_card_tells_both_sides_and_no_right_one() -> None:
    """Nothing on the card says which side wins."""
    made = dilemma_cards(small_kit())
    assert made is not None
    lines = words(made.chapters[0].blocks)
    assert {"Children need to move.", "Children need shade."} <= set(lines)
    assert any("No answer is the right one" in one for one in lines)
    assert LINE in lines[-1]


def test_game_book_leads_from_every_choice_to_a_point_that_is_there() -> None:
    """Each number that is gone to stands once; played from point 1, the end is reached by what the plan says."""
    made = game_book(small_kit())
    assert made is not None
    groups = [one for one in made.chapters[0].blocks if isinstance(one, Group)]
    text = [words(one.blocks) for one in groups]
    places = {one[0].split(" ")[0]: one for one in text}
    assert len(places) == len(text) == 3 + 4
    for lines in text:
        for number in re.findall(r"Go to\W+(\d+)", " ".join(lines)):
            assert number in places
    assert "A pupil feels ill" in places["1"][1]


def test_game_book_mixes_its_points_and_keeps_feedback_away_from_choices() -> None:
    """Nobody reads by the way what the plan says of a choice."""
    case = small_branching()
    made = game_book(small_kit())
    assert made is not None
    for block in made.chapters[0].blocks:
        lines = " ".join(words((block,)))
        if case.points[0].turns[0].text in lines:
            assert case.points[0].turns[0].feedback not in lines


def test_gap_hunt_sheet_says_first_that_it_is_no_plan() -> None:
    """A spoiled passage on a desk must not be acted on."""
    made = hunt_sheet(small_kit())
    assert made is not None
    assert "not the plan" in words(made.front)[0]


def test_without_a_hunt_there_is_no_sheet(tmp_path: Path) -> None:
    """What a kit does not have gets no empty paper."""
    bare = Kit(subject=small_kit().subject)
    write_print(bare, tmp_path)
    names = {path.stem for path in tmp_path.rglob("*.pdf")}
    assert {"poster-a4", "script", "answers"} <= names
    assert (
        not {"gap-hunt-sheet-a4", "cases-a4", "worksheet-questions-a4", "table-top", "action-cards-a4"}
        & names
    )


@pytest.mark.parametrize("size", ["a3", "a4", "a5"])
def test_poster_is_one_page_of_its_size(folder: Path, size: str) -> None:
    """It hangs on a wall."""
    reader = pypdf.PdfReader(folder / f"print/poster-{size}.pdf")
    assert len(reader.pages) == 1
    assert (round(reader.pages[0].mediabox.width), round(reader.pages[0].mediabox.height)) == SIZES[size]


def test_sheets_have_the_size_that_their_names_tell(folder: Path) -> None:
    """A5 is A5."""
    for path in (folder / "print").glob("*-a[45].pdf"):
        box = pypdf.PdfReader(path).pages[0].mediabox
        assert (round(box.width), round(box.height)) == SIZES[path.stem[-2:]], path.name


def test_head_tells_plan_day_and_edition_and_foot_the_page(folder: Path) -> None:
    """Whoever finds a sheet later knows what it was made from."""
    first = pages(folder, "print/worksheet-questions-a4")[0]
    assert "2026-11-22" in first
    assert "edition 1" in first
    assert "1 of 2" in first


def test_poster_names_no_address() -> None:
    """Where somebody may be in hiding hangs on no wall."""
    kit = small_kit()
    lines = words(poster(kit, "a4").chapters[0].blocks)
    assert any("555" in one for one in lines)
    assert not any("Street" in one for one in lines)


def test_same_kit_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """No clock and no chance without the seed."""
    write_print(small_kit(), tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.pdf")}
    assert made == {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.pdf")}


def test_papers_are_for_everybody(folder: Path) -> None:
    """Every paper of the kit is PDF/UA-1, by the word of the reference checker."""
    found = verdicts(sorted(folder.rglob("*.pdf")), ["ua1"])
    assert {one.file: one.failed for one in found if one.failed} == {}
    assert len(found) >= 20


def test_no_large_area_is_dark(folder: Path) -> None:
    """It is printed in black and white, on the machine in the corridor: ink goes into letters, not into areas."""
    dark = [
        path.name
        for path in sorted(folder.rglob("*.pdf"))
        for page in pypdf.PdfReader(path).pages
        for tone, area in filled(page)
        if area > SQUARE and tone < PALE
    ]
    assert dark == []


SQUARE, PALE = 80 * 80, 0.8
"""Square points of an area that is large; how light it is at least, 1 is white."""


def filled(page: pypdf.PageObject) -> Iterator[tuple[float, float]]:
    """The filled areas of a page: how light each is, and how large the box around it is."""
    content = page.get_contents()
    assert content is not None
    tone = 0.0
    xs: list[float] = []
    ys: list[float] = []
    for operands, operator in pypdf.generic.ContentStream(content, page.pdf).operations:
        numbers = [float(one) for one in operands if isinstance(one, int | float)]
        match operator:
            case b"g" | b"rg" | b"sc" | b"scn":
                tone = max(numbers)
            case b"m" | b"l" | b"c":
                xs, ys = xs + numbers[0::2], ys + numbers[1::2]
            case b"re":
                xs, ys = [*xs, 0, numbers[2]], [*ys, 0, numbers[3]]
            case b"f" | b"f*" | b"B":
                yield tone, (max(xs) - min(xs)) * (max(ys) - min(ys))
                xs, ys = [], []
            case b"S" | b"n":
                xs, ys = [], []


def test_every_sheet_to_print_is_there_in_a4_and_a5(folder: Path) -> None:
    """Whatever the printer has: each sheet exists in both sizes, and so does the script."""
    names = {path.stem for path in (folder / "print").glob("*.pdf")}
    kinds = {name.rpartition("-")[0] for name in names}
    assert {f"{kind}-{size}" for kind in kinds for size in ("a4", "a5")} <= names
    box = pypdf.PdfReader(folder / "facilitator" / "script-a5.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == SIZES["a5"]
