"""Questions in GIFT, the text format of Moodle's question bank.

Format: https://docs.moodle.org/en/GIFT_format, read 2026-11-22 as summarised there and as two parsers understand it. GIFT
knows no ordering; steps are matched with their numbers instead, which asks the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plankit.teaching.exercise import Choice, Question

SIGNS = "\\~=#{}:"
"""Signs that mean something in GIFT; a backslash before them makes them plain."""
_FORMATS = ("[html]", "[moodle]", "[plain]", "[markdown]")
_ARROW, _SHOWN_ARROW = "->", "\u2192"
"""What parts the sides of a pair cannot be escaped inside one, so readers get a real arrow."""


def gift(questions: Iterable[Question], category: str) -> str:
    """The questions as one GIFT file, by exercise below `category`; the same questions give the same text."""
    return "\n".join(_lines(tuple(questions), category)) + "\n"


def _lines(questions: tuple[Question, ...], category: str) -> Iterator[str]:
    for exercise in dict.fromkeys(one.exercise for one in questions):
        yield f"$CATEGORY: {_category(category)}/{exercise}"
        yield ""
        for one in questions:
            if one.exercise == exercise:
                tags = "".join(f" [tag:{name}]" for name in one.objectives)
                yield f"// [id:{one.id}]{tags}"
                yield gift_question(one)
                yield ""


def gift_question(question: Question) -> str:
    """One question: its name, its text and, in braces, its answers."""
    head = f"::{escaped(question.id)}::[plain]"
    if question.kind == "gap":
        before, _, after = question.text.partition("____")
        return f"{head}{escaped(before)}{_braces(question)}{escaped(after)}"
    return f"{head}{escaped(question.text)} {_braces(question)}"


def escaped(text: str) -> str:
    """`text` so that GIFT reads it as it is, on one line."""
    plain = text.replace(_ARROW, _SHOWN_ARROW).replace("\r", "")
    return "".join(f"\\{sign}" if sign in SIGNS else sign for sign in plain).replace("\n", "\\n")


def _category(name: str) -> str:
    return " ".join(name.replace("/", "-").split())


def _braces(question: Question) -> str:
    answers = list(_ANSWERS[question.kind](question))
    general = [f"####{escaped(question.feedback)}"] if question.feedback else []
    if len(answers) < 2:
        return "{" + "".join(answers + general) + "}"
    return "{\n" + "\n".join(f"\t{line}" for line in answers + general) + "\n}"


def _choice(one: Choice, sign: str, weight: str = "") -> str:
    # An answer that begins with a percent sign would be read as a weight of its own.
    if not weight and one.text.startswith("%"):
        weight = "100" if one.right else "0"
    share = f"%{weight}%" if weight else ""
    said = f"#{_answer(one.feedback)}" if one.feedback else ""
    return f"{sign}{share}{_answer(one.text)}{said}"


def _answer(text: str) -> str:
    """An answer or what is said of it; one that begins like the name of a format is told to be plain."""
    return f"[plain]{escaped(text)}" if text.startswith(_FORMATS) else escaped(text)


def _one(question: Question) -> Iterator[str]:
    for one in question.choices:
        yield _choice(one, "=" if one.right else "~")


def _several(question: Question) -> Iterator[str]:
    right, wrong = question.right, len(question.choices) - question.right
    for one in question.choices:
        yield _choice(one, "~", _share(right) if one.right else f"-{_share(wrong)}")


def _share(count: int) -> str:
    """An equal share of 100 in the digits that Moodle knows: `33.33333`."""
    return f"{100 / count:.5f}".rstrip("0").rstrip(".")


def _true_false(question: Question) -> Iterator[str]:
    true, false = question.choices
    wrong, right = (false, true) if true.right else (true, false)
    said = f"#{_answer(wrong.feedback)}#{_answer(right.feedback)}" if wrong.feedback or right.feedback else ""
    yield f"{'TRUE' if true.right else 'FALSE'}{said}"


def _order(question: Question) -> Iterator[str]:
    for place in question.shown:
        yield f"={_answer(question.steps[place])} -> {place + 1}"


def _match(question: Question) -> Iterator[str]:
    for left, right in question.pairs:
        yield f"={_answer(left)} -> {escaped(right)}"


def _text(question: Question) -> Iterator[str]:
    for answer in question.answers:
        yield f"={_answer(answer)}"


def _number(question: Question) -> Iterator[str]:
    # Several ways to write one number are one answer, and Moodle wants a point, whatever the language.
    answers = tuple(dict.fromkeys(f"{float(answer.replace(',', '.')):g}" for answer in question.answers))
    if len(answers) == 1:
        yield f"#{answers[0]}:0"
        return
    yield "#"
    for answer in answers:
        yield f"={answer}:0"


def _open(_question: Question) -> Iterator[str]:
    yield from ()


_ANSWERS = {
    "one": _one,
    "several": _several,
    "true-false": _true_false,
    "order": _order,
    "match": _match,
    "text": _text,
    "number": _number,
    "gap": _one,
    "open": _open,
}
