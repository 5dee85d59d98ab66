"""What it checks
    A measure's deadline has passed, and nobody has reported on it.

Why it matters
    Services report on measures started, carried out and ended (guide 4.1); the evaluation asks what was not done
    and why (guide 4.5).

Bad
    measures:
    - {id: t1, title: Opplæring, deadline: 2025-06}

Good
    progress:
    - {measure: t1, date: 2025-07-01, status: gjennomført}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Absence
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.participation import gone, is_lapsed
from plankit.views.reporting import is_closing


def find(subject: Subject) -> Iterator[Hit]:
    """Each measure that is past its deadline without a report and without a status that closes it."""
    plan = subject.plan
    if not subject.is_whole or plan.absence("progress") not in (None, Absence.NOT_STATED):
        return
    reported = {report.measure for report in plan.progress}
    away = gone(plan, subject.vocabulary, subject.today)
    for measure in plan.measures:
        if away and is_lapsed(measure.applies_to, plan, away):
            continue
        if measure.id in reported or not measure.deadline or not measure.deadline.is_over(subject.today):
            continue
        if is_closing(subject.vocabulary, measure.status):
            continue
        yield Hit(
            at=measure, path=("deadline",), values={"id": measure.id, "deadline": measure.deadline.text}
        )


RULE = Rule(
    code="PK503",
    name="progress-missing",
    severity=Severity.WARNING,
    message=N_("The measure “{id}” was due “{deadline}”, and nobody has reported on it."),
    hint=N_("Add a report under “progress”, or the “status” that it ended with."),
    check=find,
)
