"""The slides of a session: what every deck holds, whatever the kit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.teaching.kits import DAY, small_kit
from tests.teaching.subjects import of_plan

from plankit.language import translate
from plankit.teaching.deck import MOST, deck
from plankit.teaching.exercise import Choice
from plankit.teaching.kit import Kit, kit_of
from plankit.teaching.slide import Alternatives, Bullets, Deck, Paragraph, Slide, Table, notes_told
from plankit.teaching.slide_fit import fitted, height, room
from plankit.teaching.slide_stories import GO_OUT

DECKS = [("en", 45), ("nb", 90), ("nn", 180), ("sv", 90)]


@pytest.fixture(scope="module", params=DECKS, ids=str)
def made(request: pytest.FixtureRequest) -> Deck:
    """The deck of the small kit."""
    language, minutes = request.param
    return deck(small_kit(language, "all", minutes))


def words(slide: Slide) -> str:
    """Everything that stands on a slide."""
    found = [slide.title]
    for block in slide.blocks:
        match block:
            case Alternatives():
                found += [part for one in block.items for part in (one.sign, one.text, one.mark, one.said)]
            case Bullets():
                found += block.items
            case Table():
                found += [cell for row in (block.head, *block.rows) for cell in row]
            case Paragraph(text=text):
                found.append(text)
            case _:
                found.append(str(block))
    return "\n".join(found)


def test_help_numbers_stand_first_and_last(made: Deck) -> None:
    """Whoever sees the first or the last slide sees whom to call."""
    assert "555 01 234" in words(made.slides[0])
    assert "555 01 234" in words(made.slides[-1])


def test_ids_are_unique_and_tell_no_theme(made: Deck) -> None:
    """Addresses of slides name their place in the session and nothing else."""
    ids = [slide.id for slide in made.slides]
    assert len(set(ids)) == len(ids)
    assert not [one for one in ids if "heat" in one or "hot" in one]
    assert "heat" not in made.running.casefold()


def test_question_is_followed_by_its_answer_and_tells_nothing_of_it(made: Deck) -> None:
    """No alternative is marked on the slide that asks, and the next slide answers."""
    asked = [number for number, slide in enumerate(made.slides) if slide.kind == "question"]
    assert asked
    for number in asked:
        slide, after = made.slides[number], made.slides[number + 1]
        assert after.kind == "answer"
        assert after.id.startswith(slide.id.removesuffix("-2"))
        for block in slide.blocks:
            if isinstance(block, Alternatives):
                assert {(one.right, one.mark, one.said) for one in block.items} == {(None, "", "")}


def test_point_of_a_branching_case_is_followed_by_what_the_plan_says(made: Deck) -> None:
    """Whoever chooses does not see which way the plan tells until the next slide."""
    for number, slide in enumerate(made.slides):
        if slide.kind == "point":
            told = [one for one in made.slides[number + 1].blocks if isinstance(one, Alternatives)]
            assert made.slides[number + 1].kind == "told"
            assert {one.right for block in told for one in block.items} == {True, False}
            assert "✓" not in words(slide)


def test_warning_stands_before_every_case(made: Deck) -> None:
    """Each case begins after a slide that warns, and says that it is made up; that one may leave the warning says itself."""
    cases = [number for number, slide in enumerate(made.slides) if slide.kind == "case"]
    assert cases
    for number in cases:
        before = made.slides[number - 1]
        assert before.kind == "warning"
        assert "The case is about a child who falls ill." in words(before)
        assert len(words(before).splitlines()) >= 3
        assert words(before).casefold().count(translate(GO_OUT, made.language).casefold()) == 0


def test_minutes_of_the_notes_are_those_of_the_session() -> None:
    """The notes give out the time of the programme, no more and no less."""
    for minutes in MOST:
        kit = small_kit("en", "all", minutes)
        assert sum(slide.notes.minutes for slide in deck(kit).slides) == minutes


def test_notes_of_a_question_tell_the_answer_and_what_decides() -> None:
    """Whoever leads finds the right answers and the pointer beside the question, with what is not confirmed marked."""
    slides = {slide.title: slide for slide in deck(small_kit("en", "all", 180)).slides}
    told = {part.name: part.lines for part in notes_told(deck(small_kit()), slides["Who is responsible – 1"])}
    assert told["Answer"][0] == "B: The weather service"
    assert told["What decides"] == ("skyggeloven § 1",)
    sides = {part.name: part.lines for part in notes_told(deck(small_kit()), slides["Shade or sun"])}
    assert "The duty to warn (not confirmed)" in sides["What decides"]


def test_links_lead_to_slides_of_the_deck(made: Deck) -> None:
    """No choice leads to a slide that is not there."""
    known = {slide.id for slide in made.slides}
    links = {
        one.leads
        for slide in made.slides
        for block in slide.blocks
        if isinstance(block, Alternatives)
        for one in block.items
    }
    assert links - {""} <= known


def test_every_slide_holds_no_more_than_can_be_read(made: Deck) -> None:
    """What is too much for a slide was told on several."""
    for slide in made.slides:
        where = room(slide.size, slide.title)
        assert height(slide.blocks, where) <= where.lines, slide.id


def test_long_slide_is_split_and_loses_nothing() -> None:
    """Every item of a long list stands on one of the slides, in order, and the count goes on."""
    items = tuple(f"Item {number} says something that takes a while to read aloud." for number in range(60))
    long = Slide(id="a", title="Long", kind="told", blocks=(Bullets(items=items, ordered=True),))
    parts = fitted(long)
    found = [
        one for part in parts for block in part.blocks if isinstance(block, Bullets) for one in block.items
    ]
    starts = [block.start for part in parts for block in part.blocks if isinstance(block, Bullets)]
    assert tuple(found) == items
    assert len(parts) > 2
    assert starts == sorted(starts)
    assert starts[1] == len(parts[0].blocks[0].items) + 1  # type: ignore[union-attr]
    assert [part.id for part in parts[:2]] == ["a", "a-2"]


def test_question_that_takes_two_slides_asks_on_the_last() -> None:
    """What a question is about may stand on a slide before it; the answer comes right after the choices."""
    kit = small_kit("en", "all", 45)
    long = replace(
        kit.questions[0],
        text="This is a long sentence about the weather. " * 40,
        choices=tuple(Choice(text="A choice of many words. " * 8, right=number == 2) for number in range(8)),
    )
    slides = deck(Kit(subject=kit.subject, questions=(long,))).slides
    at = next(number for number, slide in enumerate(slides) if slide.kind == "question")
    assert slides[at].goes_on
    assert slides[at - 1].kind == "text"
    assert slides[at + 1].kind == "answer"


def test_empty_kit_still_makes_a_session() -> None:
    """A guide that has nothing to teach gives a deck with help, programme and closing."""
    slides = deck(Kit(subject=small_kit().subject)).slides
    assert [slide.kind for slide in slides][:2] == ["title", "warning"]
    assert slides[-1].kind == "help"


@pytest.mark.parametrize(("audience", "minutes"), [("school", 45), ("council", 90), ("all", 180)])
def test_deck_of_the_example_has_a_sensible_length(audience: str, minutes: int) -> None:
    """A session of 45, 90 or 180 minutes has about 25, 40 or 65 slides."""
    made = deck(kit_of(of_plan("fjordvik", audience=audience, minutes=minutes)))
    assert MOST[minutes] // 2 < len(made.slides) <= MOST[minutes] + 4
    assert sum(slide.notes.minutes for slide in made.slides) == minutes
    assert DAY.isoformat() in "\n".join(map(words, made.slides))
