"""A kit: everything that is taught with, put together once and rendered by every output."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plankit.teaching.exercise import (
    BranchingCase,
    CaseTold,
    DilemmaCard,
    Hunt,
    Question,
    TableTop,
)
from plankit.teaching.subject import Subject

if TYPE_CHECKING:
    from plankit.teaching.gap_hunt import Bench


@dataclass(frozen=True, kw_only=True, eq=False)
class Kit:
    """Everything that a kit holds for its audience, in the order that it is shown in."""

    subject: Subject
    questions: tuple[Question, ...] = ()
    """Those of every generator, then the teachers' own; each id stands once."""
    cases: tuple[CaseTold, ...] = ()
    branching: tuple[BranchingCase, ...] = ()
    dilemmas: tuple[DilemmaCard, ...] = ()
    hunt: Hunt | None = None
    """`None` without a plan to spoil."""
    table_top: TableTop | None = None

    @cached_property
    def by_objective(self) -> dict[str, tuple[str, ...]]:
        """For each objective of the guide, the ids of what serves it, in the order of the kit."""
        found: dict[str, list[str]] = {one.id: [] for one in self.subject.guide.objectives}
        for one in self.everything:
            for name in one.objectives:
                if name in found:
                    found[name].append(one.id)
        return {name: tuple(ids) for name, ids in found.items()}

    @property
    def everything(self) -> tuple[Question | CaseTold | BranchingCase | DilemmaCard | Hunt | TableTop, ...]:
        """Every exercise of whatever kind."""
        single = tuple(one for one in (self.hunt, self.table_top) if one is not None)
        return (*self.questions, *self.cases, *self.branching, *self.dilemmas, *single)


def kit_of(subject: Subject, bench: Bench | None = None) -> Kit:
    """Everything for the subject's audience. The same subject gives the same kit.

    With a bench (`plankit.kits.bench_of`), each place of the gap hunt is proven and its copy has files.
    """
    from plankit.teaching.branching import branching_cases
    from plankit.teaching.cases import cases_told
    from plankit.teaching.dilemmas import dilemma_cards
    from plankit.teaching.duties import duty_questions
    from plankit.teaching.gap_hunt import gap_hunt
    from plankit.teaching.help import help_questions
    from plankit.teaching.ordering import order_questions
    from plankit.teaching.own import own_questions, with_own_cases
    from plankit.teaching.responsibility import responsibility_questions
    from plankit.teaching.table_top import table_top

    subject = with_own_cases(subject)
    made = (responsibility_questions, order_questions, duty_questions, help_questions, own_questions)
    questions: dict[str, Question] = {}
    for one in (one for make in made for one in make(subject)):
        questions.setdefault(one.id, one)
    return Kit(
        subject=subject,
        questions=tuple(one for one in questions.values() if subject.is_for(one.audiences)),
        cases=tuple(one for one in cases_told(subject) if subject.is_for(one.audiences)),
        branching=tuple(one for one in branching_cases(subject) if subject.is_for(one.audiences)),
        dilemmas=tuple(one for one in dilemma_cards(subject) if subject.is_for(one.audiences)),
        hunt=gap_hunt(subject, bench),
        table_top=table_top(subject),
    )
