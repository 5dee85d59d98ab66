"""What it checks
    A measure was reported as ended, and a later report says that it is at work again, though nobody decided that.

Why it matters
    A measure that was reported as ended (guide 4.1) is not asked about any more. If it has begun again, readers must see
    that somebody decided so; else one of the two reports is about another measure.

Bad
    progress:
    - {measure: t1, date: 2027-01-15, status: gjennomført}
    - {measure: t1, date: 2027-06-15, status: pågår}

Good
    progress:
    - {measure: t1, date: 2027-01-15, status: gjennomført, outcome: fortsette}
    - {measure: t1, date: 2027-06-15, status: pågår}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.contents import Progress
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.reporting import CLOSED, GOES_ON

GOING_ON = GOES_ON | {"new"}
"""What may be decided of a measure so that it goes on."""


def find(subject: Subject) -> Iterator[Hit]:
    """Each report that follows on one that ended its measure and says that it has not ended."""
    by_measure: dict[str, list[Progress]] = {}
    for one in sorted(subject.plan.progress, key=lambda report: report.date.sort_key()):
        if one.status:
            by_measure.setdefault(one.measure, []).append(one)
    for reports in by_measure.values():
        for before, after in pairwise(reports):
            if _ends(subject, before) and not _ends(subject, after) and _is_later(before, after):
                if _goes_on(subject, before) or _goes_on(subject, after):
                    continue
                values: dict[str, object] = {"measure": after.measure, "date": after.date.text}
                values |= {"earlier": before.date.text, "status": before.status}
                yield Hit(at=after, path=("status",), values=values)


def _ends(subject: Subject, report: Progress) -> bool:
    return subject.code("measure-status", report.status or "") in CLOSED


def _goes_on(subject: Subject, report: Progress) -> bool:
    return bool(report.outcome) and subject.code("progress-outcome", report.outcome or "") in GOING_ON


def _is_later(before: Progress, after: Progress) -> bool:
    end, start = before.date.end_day, after.date.start_day
    return end is not None and start is not None and end < start


RULE = Rule(
    code="PK532",
    name="report-after-end",
    severity=Severity.WARNING,
    message=N_(
        "The report of {date} says that “{measure}” goes on, but that of {earlier} said that it had ended: “{status}”."
    ),
    hint=N_(
        "Say in “outcome” that it was decided to go on, or look whether a report is on the wrong measure."
    ),
    check=find,
)
