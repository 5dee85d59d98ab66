"""What it checks
    Between the end of a plan that this one replaces and its own beginning lie whole years, and the plan does not say
    what held in them.

Why it matters
    The guide asks that the next period is prepared in time (guide 4.5). Years without a plan are common, and readers
    of the new plan should be told whether the old one was extended or nothing held.

Bad
    plan: {period: 2023–2026}
    succession:
    - {direction: replaces, title: Interkommunal plan, period: 2015–2019}

Good
    plan: {period: 2023–2026}
    succession:
    - direction: replaces
      title: Interkommunal plan
      period: 2015–2019
      text: Kommunen hadde ingen plan fra 2020 til 2022.
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.merged import of_this_plan
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.chain import gap_between, years_of


def find(subject: Subject) -> Iterator[Hit]:
    """Each plan that is replaced after years that nobody accounts for."""
    own = years_of(subject.plan.plan.period)
    for one in of_this_plan(subject.plan.succession):
        if subject.code("succession-direction", one.direction) != "replaces" or one.text or one.notes:
            continue
        gap = gap_between(years_of(one.period), own)
        if gap is not None:
            years = str(gap[0]) if gap[0] == gap[1] else f"{gap[0]}–{gap[1]}"
            yield Hit(at=one, path=("period",), values={"title": one.title, "years": years})


RULE = Rule(
    code="PK124",
    name="years-without-plan",
    severity=Severity.ADVICE,
    message=N_("No plan covers {years}, between “{title}” and this one."),
    hint=N_("Say under “text” of that entry what held in those years."),
    check=find,
)
