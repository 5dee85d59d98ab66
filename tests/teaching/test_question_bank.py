"""The question bank: what a learning platform reads in it is what the questions say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.teaching.gift_reader import read_gift
from tests.teaching.kits import small_kit

from plankit.question_bank.bank import write_bank
from plankit.question_bank.data import question_data, question_schema
from plankit.question_bank.gift import gift
from plankit.question_bank.plain import plain_text, right_answer
from plankit.teaching.exercise import QUESTION_KINDS, Choice, Question

TYPES = {
    "one": "MC",
    "several": "MC",
    "true-false": "TF",
    "order": "Matching",
    "match": "Matching",
    "text": "Short",
    "number": "Numerical",
    "gap": "MC",
    "open": "Essay",
}
HOSTILE = (
    "= ~ # { } : \\ and {#5} and ::title:: and ####",
    "%50% of all",
    "// no comment",
    "$CATEGORY: none",
    "two\n\nparagraphs",
    "a -> b -> c",
    "[html]<b>bold</b>",
    "ends with a backslash \\",
    "«æøå» ”åäö” § 13-2 — ‘x’ & <y>",
    "=",
    "TRUE",
)


def _answers(read: dict[str, Any]) -> Any:
    """The right answers as the parser understood them."""
    kind = read["type"]
    if kind == "MC":
        return {
            one["text"]["text"]: one["isCorrect"] if one["weight"] is None else one["weight"] > 0
            for one in read["choices"]
        }
    if kind == "TF":
        return read["isTrue"]
    if kind == "Matching":
        return {one["subquestion"]["text"]: one["subanswer"] for one in read["matchPairs"]}
    if kind == "Short":
        return [one["text"]["text"] for one in read["choices"]]
    if kind == "Numerical":
        return read["choices"]["number"]
    return None


def _meant(question: Question) -> Any:
    """The right answers as the question has them."""
    if question.kind in ("one", "several", "gap"):
        return {one.text: one.right for one in question.choices}
    if question.kind == "true-false":
        return question.choices[0].right
    if question.kind == "order":
        return {text: str(number) for number, text in enumerate(question.steps, start=1)}
    if question.kind == "match":
        return dict(question.pairs)
    if question.kind == "text":
        return list(question.answers)
    if question.kind == "number":
        return float(question.answers[0].replace(",", "."))
    return None


def test_gift_of_every_kind_read_by_a_parser_holds_the_same_answers() -> None:
    """A parser that others wrote finds each question under its id, of its type, with the right answers marked."""
    questions = small_kit().questions
    assert {one.kind for one in questions} == set(QUESTION_KINDS), "the kit lacks a kind of question"
    read = {one["title"]: one for one in read_gift(gift(questions, "A/B: plan"))}
    assert set(read) == {one.id for one in questions}
    for question in questions:
        told = read[question.id]
        assert told["type"] == TYPES[question.kind], question.id
        assert _answers(told) == _meant(question), question.id
        assert told["tags"] == list(question.objectives)
        general = told["globalFeedback"]
        assert (general["text"] if general else "") == question.feedback, question.id


def _hostile() -> list[Question]:
    """Questions whose texts are made of what GIFT reads as signs."""
    made = []
    for number, text in enumerate(HOSTILE):
        choices = tuple(
            Choice(text=f"{one}{number}", right=one == HOSTILE[number], feedback=one)
            for one in HOSTILE
            if ("\n" not in one and "->" not in one) or one == text
        )
        made.append(
            Question(
                id=f"one-{number}", kind="one", exercise="own", text=text, choices=choices, feedback=text
            )
        )
        made.append(Question(id=f"text-{number}", kind="text", exercise="own", text=text, answers=(text,)))
        steps = ("first", text, "last")
        made.append(
            Question(
                id=f"order-{number}", kind="order", exercise="own", text=text, steps=steps, shown=(2, 0, 1)
            )
        )
    return made


def test_gift_of_hostile_texts_read_by_a_parser_is_what_was_written() -> None:
    """Signs of the format inside a text stay text; an arrow, which cannot be escaped, becomes a drawn one."""
    questions = _hostile()
    read = {one["title"]: one for one in read_gift(gift(questions, "x"))}
    assert len(read) == len(questions)
    for question in questions:
        told = read[question.id]
        wanted = question.text.replace("->", "→")
        # A platform shows runs of blanks as one, and a line break in a question as a blank.
        assert told["stem"]["text"].split() == wanted.split(), question.id
        assert told["stem"]["format"] == "plain"
        if question.kind == "one":
            right = [one["text"]["text"] for one in told["choices"] if one["isCorrect"]]
            assert [one.split() for one in right] == [
                one.text.replace("->", "→").split() for one in question.choices if one.right
            ]
            assert len(told["choices"]) == len(question.choices)


@pytest.mark.parametrize("right", range(1, 11))
def test_gift_of_several_right_answers_shares_add_up_to_all_and_wrong_ones_to_nothing(right: int) -> None:
    """Ticking all right answers gives everything, to five digits as Moodle knows them; ticking all, nothing."""
    choices = tuple(Choice(text=f"c{number}", right=number < right) for number in range(right + 2))
    question = Question(id="q", kind="several", exercise="help", text="?", choices=choices)
    (read,) = read_gift(gift([question], "x")) if right in (1, 7) else ({"choices": _weights(question)},)
    weights = [one["weight"] for one in read["choices"]]
    assert sum(one for one in weights if one > 0) == pytest.approx(100, abs=0.001)
    assert sum(weights) == pytest.approx(0, abs=0.001)


def _weights(question: Question) -> list[dict[str, float]]:
    """The weights as they stand in the file, for those that the parser is not started for."""
    lines = gift([question], "x").splitlines()
    return [{"weight": float(line.split("%")[1])} for line in lines if line.startswith("\t~%")]


def test_data_of_every_kind_keeps_its_schema() -> None:
    """The data file of a kit with every kind of question is valid, and a key that the schema lacks is not."""
    told = question_data(small_kit())
    jsonschema.Draft202012Validator.check_schema(question_schema())
    jsonschema.validate(told, question_schema(), cls=jsonschema.Draft202012Validator)
    told["questions"][0]["strange"] = True
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, question_schema(), cls=jsonschema.Draft202012Validator)


def test_plain_text_answers_stand_after_the_last_question() -> None:
    """Whoever prints the questions can cut off the answers: each stands below the heading, none above it."""
    kit = small_kit()
    asked, _, answered = plain_text(kit).partition("\nAnswers\n")
    for number, question in enumerate(kit.questions, start=1):
        assert f"{number}. {question.text}" in asked
        assert f"{number}. {right_answer(kit.subject.reading, question)}" in answered
        for one in question.pointers:
            assert one.words in answered
    assert not any(one.feedback and one.feedback in asked for one in kit.questions)


def test_bank_of_same_kit_written_twice_is_the_same(tmp_path: Path) -> None:
    """The same kit gives the same files, byte for byte; another question changes them."""
    kit = small_kit()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_bank(kit, tmp_path / name)
    first = {one.name: one.read_bytes() for one in (tmp_path / "a" / "questions").iterdir()}
    assert set(first) == {"questions.gift", "questions.txt", "questions.json", "questions.schema.json"}
    assert first == {one.name: one.read_bytes() for one in (tmp_path / "b" / "questions").iterdir()}
    (tmp_path / "c").mkdir()
    write_bank(replace(kit, questions=kit.questions[1:]), tmp_path / "c")
    assert first["questions.gift"] != (tmp_path / "c" / "questions" / "questions.gift").read_bytes()
