"""Which kind a teacher's question is, and what it lacks to be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plankit.language import N_
from plankit.model.lesson import OwnQuiz
from plankit.teaching.exercise import QUESTION_KINDS, Question
from plankit.teaching.picking import all_differ
from plankit.teaching.subject import Subject

Make = Callable[[Subject], tuple[Question, ...]]
_GAP = "____"


class Kind(NamedTuple):
    """The kind of a question, or why it is none."""

    kind: str = ""
    fault: str = ""
    """A sentence; empty where there is nothing wrong."""


def kind_of(quiz: OwnQuiz) -> Kind:
    """The kind that a question says it is, else the one that its body looks like; and what it lacks."""
    kind = quiz.kind or _looks_like(quiz)
    if kind not in QUESTION_KINDS:
        return Kind(fault=N_("there is no such kind of question"))
    if not quiz.text.strip():
        return Kind(fault=N_("it has no question"))
    fault = _FAULTS[kind](quiz)
    return Kind(fault=fault) if fault else Kind(kind)


def _looks_like(quiz: OwnQuiz) -> str:
    right = sum(one.right for one in quiz.choices)
    if quiz.choices:
        return "gap" if _GAP in quiz.text else "one" if right == 1 else "several"
    if quiz.pairs:
        return "match"
    if quiz.steps:
        return "order"
    if quiz.answers:
        return "number" if all(_is_number(one) for one in quiz.answers) else "text"
    return "open"


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True


def _one(quiz: OwnQuiz) -> str:
    if len(quiz.choices) < 2:
        return N_("it needs two alternatives at least")
    if not all_differ([one.text for one in quiz.choices]):
        return N_("two alternatives are the same")
    if sum(one.right for one in quiz.choices) != 1:
        return N_("exactly one alternative must be right, marked [x]")
    return ""


def _several(quiz: OwnQuiz) -> str:
    if len(quiz.choices) < 2:
        return N_("it needs two alternatives at least")
    if not all_differ([one.text for one in quiz.choices]):
        return N_("two alternatives are the same")
    right = sum(one.right for one in quiz.choices)
    return "" if 0 < right < len(quiz.choices) else N_("some alternatives must be right and some wrong")


def _true_false(quiz: OwnQuiz) -> str:
    if len(quiz.choices) != 2:
        return N_("a statement has two alternatives, true first")
    return _one(quiz)


def _gap(quiz: OwnQuiz) -> str:
    return _one(quiz) if quiz.text.count(_GAP) == 1 else N_("the sentence must hold ____ once")


def _order(quiz: OwnQuiz) -> str:
    if len(quiz.steps) < 3:
        return N_("it needs three steps at least")
    return "" if all_differ(quiz.steps) else N_("two steps are the same")


def _match(quiz: OwnQuiz) -> str:
    if len(quiz.pairs) < 3:
        return N_("it needs three pairs at least")
    sides = ([one for one, _ in quiz.pairs], [one for _, one in quiz.pairs])
    return "" if all(map(all_differ, sides)) else N_("two pairs have a side in common")


def _text(quiz: OwnQuiz) -> str:
    return "" if quiz.answers else N_("it tells no answer under “answers”")


def _number(quiz: OwnQuiz) -> str:
    if not quiz.answers:
        return N_("it tells no answer under “answers”")
    return "" if all(_is_number(one) for one in quiz.answers) else N_("its answer is no number")


def _open(_quiz: OwnQuiz) -> str:
    return ""


_FAULTS: dict[str, Callable[[OwnQuiz], str]] = {
    "one": _one,
    "several": _several,
    "true-false": _true_false,
    "gap": _gap,
    "order": _order,
    "match": _match,
    "text": _text,
    "number": _number,
    "open": _open,
}


def _responsible() -> Make:
    from plankit.teaching.responsibility import responsibility_questions

    return responsibility_questions


def _in_order() -> Make:
    from plankit.teaching.ordering import order_questions

    return order_questions


def _duty() -> Make:
    from plankit.teaching.duties import duty_questions

    return duty_questions


def _help() -> Make:
    from plankit.teaching.help import help_questions

    return help_questions


GENERATED: dict[str, Callable[[], Make]] = {
    "responsible": _responsible,
    "order": _in_order,
    "duty": _duty,
    "help": _help,
}
"""Kinds of exercise that plankit makes questions of, and what makes them; found when asked for, they are not small."""
