"""The made-up cases that a plan is walked with: the guide's and its own."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.model.case import Case
from plankit.model.guide import GuideCase
from plankit.model.vocabulary import built_in
from plankit.views.groups import capitalised
from plankit.views.reading import Reading

MANY = 20
"""With more cases than that, one page would be too long to read, and slow to open on a phone."""


def cases_of(reading: Reading) -> tuple[Case | GuideCase, ...]:
    """The guide's cases, then the plan's own. One of the plan's with the id of a guide's takes its place."""
    own = {case.id for case in reading.plan.cases}
    of_guide = reading.guide.cases if reading.guide else ()
    return (*(case for case in of_guide if case.id not in own), *reading.plan.cases)


@dataclass(frozen=True, kw_only=True)
class CaseGroup:
    """Cases of one severity."""

    severity: str
    """The code, or the plan's own word where it has none."""
    heading: str
    cases: tuple[Case | GuideCase, ...]


def cases_by_severity(reading: Reading) -> tuple[CaseGroup, ...]:
    """The cases by how serious they are, in the order of the list; last those in the plan's own words."""
    found: dict[str, list[Case | GuideCase]] = {}
    for case in cases_of(reading):
        found.setdefault(reading.vocabulary.code("severity", case.severity) or case.severity, []).append(case)
    order = {code: number for number, code in enumerate(built_in().get("severity", {}))}
    return tuple(
        CaseGroup(
            severity=code, heading=capitalised(reading.label("severity", code)), cases=tuple(found[code])
        )
        for code in sorted(found, key=lambda code: order.get(code, len(order)))
    )


def case_pages(reading: Reading) -> tuple[CaseGroup, ...]:
    """The groups that have a page each; none where so few cases are told that one page holds them."""
    groups = cases_by_severity(reading)
    return groups if len(groups) > 1 and len(cases_of(reading)) > MANY else ()


def walks_cases(reading: Reading) -> bool:
    """Whether there is something to walk and somewhere to begin, or the plan tells cases of its own."""
    begins = any(one.starts is not None for one in reading.plan.procedures)
    return bool(reading.plan.cases) or (begins and bool(cases_of(reading)))
