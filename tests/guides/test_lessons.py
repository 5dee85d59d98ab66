"""The made-up cases of the guides as they are taught: enough of them, whole, in every language, and of nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from plankit.guides import load_guide, pack_names
from plankit.model.base import Text
from plankit.model.guide import Guide, GuideCase
from plankit.model.teaching import CaseLesson, RunningCase
from plankit.places.tables import COUNTRIES, municipalities
from plankit.views.guide_reading import guide_reading

PACKS = pack_names()
FEWEST = {"no-vold": 24, "se-vald": 12}
"""How many of its cases a guide teaches at least."""
PER_AUDIENCE = 4
SHORTEST, LONGEST = 5 * 60, 7 * 60
"""Minutes of a day of training, breaks apart."""
WORDS_OF_A_SENTENCE = 30
_SENTENCE = re.compile(r"(?<=[.!?])[»”’)]?\s+")
_OPENING = re.compile(r"(?:^|[.!?:–][»”’)]?\s+|[«“”‘(]\s*)[A-ZÆØÅÄÖ][\w-]*")
_TELEPHONE = re.compile(r"\d[\d ]{4,}\d|\b1(?!12\b)[16]\d\b")
"""Any number but 112, which is the same in all of Europe."""
_SECTION = r"§ \d+(?:-\d+)?(?: [a-z]\b)?|art\. \d+|kap\. \d+\b(?! §)|(?:\d+ kap\. )?\d+(?: [a-z])? §"
_PROVISION = re.compile(rf"(?<![\w-])([^\W\d][\w-]*) ({_SECTION})")
_AFTER_AN_ACT = {"etter", "og", "och", "and", "under"}
"""What stands before the second section of an act that was just named."""


def _guide(name: str) -> Guide:
    guide, problems = load_guide(name, teaching=True)
    assert guide is not None
    assert problems == ()
    return guide


def _texts(guide: Guide) -> Iterator[tuple[str, Text]]:
    """Everything that is said in a lesson or a running case, with the id of what it stands in."""
    for lesson in guide.case_lessons:
        yield from ((lesson.id, text) for text in _lesson_texts(lesson))
    for running in guide.running_cases:
        yield from ((running.id, text) for text in _running_texts(running))


def _lesson_texts(lesson: CaseLesson) -> tuple[Text, ...]:
    facilitator = (lesson.facilitator,) if lesson.facilitator else ()
    return (lesson.warning, *lesson.questions, *lesson.mistakes, *facilitator)


def _running_texts(running: RunningCase) -> tuple[Text, ...]:
    parts = ((part.title, part.text, *part.questions) for part in running.parts)
    return (running.title, running.text, running.warning, *(text for part in parts for text in part))


def _languages(guide: Guide) -> tuple[str, ...]:
    return (*guide.guide.languages, *guide.guide.partial_languages)


def _in(text: Text, language: str) -> str:
    """The text in exactly this language; empty where it is not there."""
    return "" if isinstance(text, str) else dict(text.values).get(language, "")


def _told(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Id, language and words of every text in every language that it stands in."""
    for name, text in _texts(guide):
        yield from ((name, language, _in(text, language)) for language in _languages(guide))


def _cases(guide: Guide) -> dict[str, GuideCase]:
    return {case.id: case for case in guide.cases}


def _inside(words: str) -> str:
    """The words without those that open a sentence or a quotation, whose capital letter says nothing."""
    return _OPENING.sub(" ", words)


@pytest.mark.parametrize("words", ["Mora svarer kort.", "«Mora svarer.» Mora ventar.", "time og mark"])
def test_inside_of_sentence_that_only_opens_with_a_capital_names_nothing(words: str) -> None:
    """The nynorsk word for the mother opens sentences, and is a Swedish municipality too."""
    assert re.findall(r"\b[A-ZÆØÅ]\w+", _inside(words)) == []


@pytest.mark.parametrize(
    ("words", "telephone"),
    [
        ("§ 13-2 frå 2026", False),
        ("ring 116 006", True),
        ("ring 112", False),
        ("ring 113", True),
        ("22 84 29 50", True),
    ],
)
def test_telephone_number_in_words_is_seen_and_a_provision_is_not(words: str, telephone: bool) -> None:
    """Numbers change and belong to the help lines of guide and plan, which carry the day they were checked."""
    assert bool(_TELEPHONE.search(words)) is telephone


@pytest.mark.parametrize("name", PACKS)
def test_guide_teaches_enough_cases_each_by_one_lesson(name: str) -> None:
    """A guide with few cases taught would have each audience hear the same one again."""
    taught = Counter(lesson.case for lesson in _guide(name).case_lessons)
    assert len(taught) >= FEWEST[name]
    assert [case for case, times in taught.items() if times > 1] == []


@pytest.mark.parametrize("name", PACKS)
def test_case_that_is_taught_exists_and_says_that_it_is_fictional(name: str) -> None:
    """No case is of a real person, and learners are told so."""
    guide = _guide(name)
    cases = _cases(guide)
    named = {lesson.case for lesson in guide.case_lessons}
    named |= {part.case for running in guide.running_cases for part in running.parts if part.case}
    assert [case for case in sorted(named) if case not in cases or cases[case].fictional is not True] == []


@pytest.mark.parametrize("name", PACKS)
def test_lesson_has_warning_time_questions_mistakes_and_a_note_to_the_facilitator(name: str) -> None:
    """Without one of them a trainer would have to make it up in front of the group."""
    bare = [
        lesson.id
        for lesson in _guide(name).case_lessons
        if not (
            10 <= int(lesson.minutes) <= 60
            and lesson.warning
            and 3 <= len(lesson.questions) <= 5
            and 2 <= len(lesson.mistakes) <= 4
            and lesson.facilitator
        )
    ]
    assert bare == []


@pytest.mark.parametrize("name", PACKS)
def test_text_of_lesson_and_running_case_stands_in_every_language_of_the_guide(name: str) -> None:
    """A group that is taught in nynorsk does not get half of its case in bokmål."""
    assert [(one, language) for one, language, words in _told(_guide(name)) if not words.strip()] == []


@pytest.mark.parametrize("name", PACKS)
def test_lesson_warns_asks_and_notes_in_words_of_its_own(name: str) -> None:
    """What is said the same way before every case is soon not heard."""
    times = Counter((language, words) for _, language, words in _told(_guide(name)))
    assert [text for text, number in times.items() if number > 1] == []


@pytest.mark.parametrize("name", PACKS)
def test_lesson_serves_objectives_of_each_of_its_audiences(name: str) -> None:
    """A lesson for elected members that only trains what staff must do would leave them out."""
    guide = _guide(name)
    audiences = {one.id: set(one.audiences) for one in guide.objectives}
    left_out = [
        (lesson.id, audience)
        for lesson in guide.case_lessons
        for audience in lesson.audiences
        if not any(not audiences[one] or audience in audiences[one] for one in lesson.objectives)
    ]
    assert left_out == []


@pytest.mark.parametrize("name", PACKS)
def test_every_audience_has_several_cases(name: str) -> None:
    """A kit for one audience has enough to choose from."""
    guide = _guide(name)
    times = Counter(
        audience.id
        for audience in guide.audiences
        for lesson in guide.case_lessons
        if not lesson.audiences or audience.id in lesson.audiences
    )
    assert {one.id for one in guide.audiences if times[one.id] < PER_AUDIENCE} == set()


@pytest.mark.parametrize("name", PACKS)
def test_running_case_fills_a_day_with_parts_of_different_exercises(name: str) -> None:
    """A day is five to seven hours with breaks apart, and nobody sits through the same exercise all day."""
    (running,) = _guide(name).running_cases
    assert SHORTEST <= sum(int(part.minutes) for part in running.parts) <= LONGEST
    assert 7 <= len(running.parts) <= 9
    assert len({part.exercise for part in running.parts}) >= 5


@pytest.mark.parametrize("name", PACKS)
def test_sentence_of_lesson_and_running_case_is_short(name: str) -> None:
    """The texts are read aloud."""
    long = [
        (one, language, sentence)
        for one, language, words in _told(_guide(name))
        for sentence in _SENTENCE.split(words)
        if len(sentence.split()) > WORDS_OF_A_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize("name", PACKS)
def test_text_of_lesson_and_running_case_names_no_municipality(name: str) -> None:
    """A case that named a real place would be read as one that happened there."""
    places = {one for country in COUNTRIES for place in municipalities(country) for one in place.names}
    named = [
        (one, language, place)
        for one, language, words in _told(_guide(name))
        for place in sorted(set(re.findall(r"\w+", _inside(words))) & places)
    ]
    assert named == []


@pytest.mark.parametrize("name", PACKS)
def test_text_of_lesson_and_running_case_has_no_telephone_number(name: str) -> None:
    """Numbers come from the help lines of guide and plan; in a text they would grow old unseen."""
    assert [(one, words) for one, _, words in _told(_guide(name)) if _TELEPHONE.search(words)] == []


@pytest.mark.parametrize("name", PACKS)
def test_provision_named_in_a_lesson_is_one_of_the_guide_and_not_repealed(name: str) -> None:
    """A lesson says nothing about law that the guide does not hold, and never cites what was repealed."""
    guide = _guide(name)
    known = _provisions(guide)
    sections = {form for _, section in known for form in (section, section.rpartition("kap. ")[2])}
    unknown = [
        (one, f"{act} {section}")
        for one, _, words in _told(guide)
        for act, section in _PROVISION.findall(words)
        if (act.casefold(), section) not in known and not (act in _AFTER_AN_ACT and section in sections)
    ]
    assert unknown == []


def _provisions(guide: Guide) -> set[tuple[str, str]]:
    """Last word of the act's name, and the section, of every provision that was not repealed, in every language."""
    laws = [entry for entry in guide.laws if not entry.valid_to]
    readings = [guide_reading(guide, language) for language in _languages(guide)]
    names = [reading.law_name(law.id) for reading in readings for law in laws]
    return {(act.casefold(), section) for name in names for act, section in _PROVISION.findall(name)}
