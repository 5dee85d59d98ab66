"""What it checks
    The plan says nothing of how it is evaluated.

Why it matters
    The administration starts an evaluation under the plan routines (guide 4.5), with a mid-term evaluation on
    the way (guide 2.7).

Bad
    plan: {id: havn, title: Handlingsplan}

Good
    evaluation:
    - {title: Midtveisevaluering, kind: mid-term, when: 2028, by: Ressursgruppa}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """The frame, if the plan has no evaluation and does not say why."""
    if subject.is_whole and subject.plan.absence("evaluation") is Absence.NOT_STATED:
        yield Hit(at=subject.plan.plan)


RULE = Rule(
    code="PK502",
    name="evaluation-missing",
    severity=Severity.WARNING,
    message=N_("The plan says nothing of how it is evaluated."),
    hint=N_("Add an entry under “evaluation”: when, by whom, and what is asked."),
    check=find,
)
