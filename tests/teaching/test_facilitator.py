"""What whoever leads gets: every minute of the session accounted for, every answer with what decides it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.teaching.kits import LAW, PLACE, UNSURE, small_kit
from tests.teaching.test_print import words

from plankit.language import translate
from plankit.papers.blocks import Block, Chapter, Document, Group, Paragraph, Span, Table
from plankit.papers.settle import inside
from plankit.papers.teaching_day import day_script, day_sheets
from plankit.papers.teaching_facilitator import OWN_EXPERIENCE, answers, script
from plankit.papers.teaching_hunt import hunt_key
from plankit.papers.teaching_poster import poster
from plankit.papers.teaching_questions import numbers
from plankit.papers.teaching_survey import survey_paper
from plankit.papers.teaching_table_top import table_top_pack
from plankit.papers.teaching_trainer import MONTHS, trainer_programme
from plankit.teaching.exercise import CaseTold
from plankit.teaching.programme import programme


def chapter(paper: Document, name: str) -> Chapter:
    """The chapter of that name."""
    return next(one for one in paper.chapters if one.name == name)


def text(paper: Document) -> str:
    """All that a paper says."""
    return "\n".join([*words(paper.front), *(one for part in paper.chapters for one in words(part.blocks))])


def spans(blocks: Iterable[Block]) -> list[Span]:
    """Every run of text."""
    found: list[Span] = []
    for block in blocks:
        found += block.spans if isinstance(block, Paragraph) else ()
        for inner in inside(block):
            found += spans(inner)
    return found


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_script_tells_the_minutes_of_every_part_and_they_sum_up_to_the_session(minutes: int) -> None:
    """Nobody who leads has to guess how long a part may take."""
    kit = small_kit("en", "all", minutes)
    session, paper = programme(kit), script(kit)
    table = next(one for one in chapter(paper, "programme").blocks if isinstance(one, Table))
    rows = [words(row[1].blocks) for row in table.body]
    told = [int(one[0].split(" ")[0]) for one in rows]
    assert told[:-1] == [one.minutes for one in session.items]
    assert sum(told[:-1]) == told[-1] == minutes
    heads = "\n".join(
        "".join(span.text for span in one.spans)
        for one in chapter(paper, "minutes").blocks
        if not isinstance(one, Table | Group) and hasattr(one, "spans")
    )
    for item in session.items:
        assert f"{item.begins}–{item.begins + item.minutes} · {item.title} ({item.minutes} minutes)" in heads


def test_script_says_what_to_do_if_somebody_tells_of_own_experience() -> None:
    """Somebody in the room may have lived it."""
    told = text(script(small_kit()))
    assert all(one in told for one in OWN_EXPERIENCE)
    assert "The heat line" in words(script(small_kit()).front)[1]


def test_script_warns_before_a_case_and_tells_mistakes_and_the_way_of_the_plan() -> None:
    """Who leads knows what the plan says before the group asks."""
    kit = small_kit()
    told = text(script(kit))
    case = kit.cases[0]
    places = [told.index(one) for one in (case.warning, case.questions[0], case.way[0], case.mistakes[0])]
    assert places == sorted(places)


def test_script_names_the_sheets_to_print_and_no_others() -> None:
    """A list of material that nobody needs is not read."""
    kit = small_kit()
    told = text(script(replace(kit, dilemmas=(), branching=())))
    assert "dilemmas" not in told
    assert "“cases”" in told


def test_answers_stand_under_the_numbers_of_the_sheet_with_what_decides() -> None:
    """Sheet and key can be laid beside each other."""
    kit = small_kit()
    paper = answers(kit)
    groups = [one for part in paper.chapters for one in part.blocks if isinstance(one, Group)]
    by_lead = {words(one.blocks)[0]: one for one in groups}
    for one in kit.questions:
        lead = f"{numbers(kit)[one.id]}. {one.text}"
        told = "\n".join(words(by_lead[lead].blocks))
        for choice in one.choices:
            assert (choice.text in told.split("\n")[1]) == choice.right
        assert all(pointer.words in told for pointer in one.pointers)
    several = "\n".join(words(by_lead[f"{numbers(kit)['q-several']}. Who can help at night?"].blocks))
    assert "Right: A The heat line; C The neighbour" in several
    order = words(by_lead[f"{numbers(kit)['q-order']}. Put the steps in order."].blocks)
    assert order[2:5] == ["B\u2002Look", "C\u2002Tell", "A\u2002Help"]


def test_pointers_lead_to_the_law_and_say_what_is_unconfirmed() -> None:
    """An answer can be looked up, and doubt is told."""
    found = spans(chapter(answers(small_kit()), "part-1").blocks)
    assert any(one.text == LAW.words and one.href == LAW.address for one in found)
    told = text(answers(small_kit()))
    assert f"{UNSURE.words} (unconfirmed)" in told
    assert PLACE.words in told


def test_dilemma_notes_tell_no_right_answer() -> None:
    """Not even whoever leads gets one."""
    told = "\n".join(words(chapter(answers(small_kit()), "dilemmas").blocks))
    assert "Right" not in told
    assert "Let everybody speak." in told


def test_hunt_key_tells_what_was_and_what_is_and_hints_come_before() -> None:
    """A stuck group gets a hint before it gets the answer."""
    paper = hunt_key(small_kit())
    assert paper is not None
    told = text(paper)
    assert told.index("Look at step 2.") < told.index("The time limit is gone.")
    assert "In the plan: within two hours" in told
    assert "In the copy: taken out" in told


def test_table_top_keeps_what_is_expected_off_the_cards() -> None:
    """Cards are cut out and handed round."""
    paper = table_top_pack(small_kit())
    assert paper is not None
    cards = "\n".join(words(chapter(paper, "cards").blocks))
    assert "A pupil feels ill." in cards
    assert "Call the heat line." not in cards
    assert "does not say" not in cards
    assert "Call the heat line." in "\n".join(words(chapter(paper, "expected").blocks))
    assert {one.name for one in paper.chapters} >= {"observer", "debrief", "after"}


def test_table_top_lists_each_gap_once_for_afterwards() -> None:
    """What the plan does not answer can become a measure."""
    kit = small_kit()
    assert kit.table_top is not None
    paper = table_top_pack(kit)
    assert paper is not None
    told = words(chapter(paper, "after").blocks)
    assert [one.strip() for one in told].count(kit.table_top.injects[1].gaps[0]) == 1


def test_trainer_gets_gatherings_with_minutes_homework_and_the_months() -> None:
    """Three evenings, something to do between them, and a year of short exercises."""
    kit = small_kit()
    paper = trainer_programme(kit)
    guide = kit.subject.guide
    assert paper is not None
    told = text(paper)
    for one in guide.gatherings:
        assert f"{sum(int(part.minutes) for part in one.parts)} minute" in told
        assert all(kit.subject.reading.text(work) in told for work in one.homework)
    for month in guide.monthly_exercises:
        assert kit.subject.reading.text(month.title) in told


@pytest.mark.parametrize(("language", "may"), [("nb", "mai"), ("nn", "mai"), ("sv", "maj"), ("en", "May")])
def test_every_language_has_twelve_months(language: str, may: str) -> None:
    """May is a month, and not what one may do."""
    months = translate(MONTHS, language).split()
    assert len(months) == 12
    assert months[4] == may


def test_survey_asks_the_same_before_and_after_and_no_name() -> None:
    """Figures can be compared, and nobody found."""
    paper = survey_paper(small_kit())
    assert paper is not None
    before, after = (next(one for one in part.blocks if isinstance(one, Table)) for part in paper.chapters)
    assert before == after
    assert "Write no name" in text(paper)


def test_a_case_without_warning_still_offers_the_pause() -> None:
    """Whatever the guide forgot."""
    kit = small_kit()
    bare = CaseTold(
        id="bare",
        title="Bare",
        story="It is hot.",
        facts=(),
        warning="",
        questions=(),
        mistakes=(),
        facilitator="",
        way=(),
    )
    assert "Whoever goes out" in text(script(replace(kit, cases=(bare,))))


def test_poster_of_a_kit_without_plan_tells_the_duties() -> None:
    """Where there are no procedures, law is what everybody has to do."""
    told = words(poster(small_kit(), "a4").chapters[0].blocks)
    duties = small_kit().subject.guide.legal_duties
    assert any(small_kit().subject.reading.text(duties[0].name).lower() in one.lower() for one in told)


def test_day_has_every_part_with_its_minutes_and_a_sheet_for_each() -> None:
    """One case leads through the day: who leads knows the clock, who learns gets one part at a time."""
    kit = small_kit()
    (running,) = kit.subject.guide.running_cases
    led, sheets = day_script(kit), day_sheets(kit)
    assert led is not None
    assert sheets is not None
    assert len(sheets.chapters) == len(running.parts)
    for part, sheet in zip(running.parts, sheets.chapters, strict=True):
        lines = words(sheet.blocks)
        assert "The heat line" in lines[0]
        assert "The heat line" in lines[-1]
        warning = next(place for place, one in enumerate(lines) if str(running.warning) in one)
        assert warning < lines.index(str(part.text))
        assert f"{part.title} ({part.minutes} minutes)" in text(led)
    later = [one.text for one in running.parts[1:]]
    assert not any(str(one) in words(sheets.chapters[0].blocks) for one in later)
