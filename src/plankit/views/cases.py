"""The made-up cases that a plan is walked with: the guide's and its own."""

from __future__ import annotations

from plankit.model.case import Case
from plankit.model.guide import GuideCase
from plankit.views.reading import Reading


def cases_of(reading: Reading) -> tuple[Case | GuideCase, ...]:
    """The guide's cases, then the plan's own. One of the plan's with the id of a guide's takes its place."""
    own = {case.id for case in reading.plan.cases}
    of_guide = reading.guide.cases if reading.guide else ()
    return (*(case for case in of_guide if case.id not in own), *reading.plan.cases)


def walks_cases(reading: Reading) -> bool:
    """Whether there is something to walk and somewhere to begin, or the plan tells cases of its own."""
    begins = any(one.starts is not None for one in reading.plan.procedures)
    return bool(reading.plan.cases) or (begins and bool(cases_of(reading)))
