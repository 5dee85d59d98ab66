"""What it checks
    A report on progress that stood in the newest sealed version of the plan is gone, or says something else now.

Why it matters
    Services report on what was started, carried out and ended (guide 4.1), and the evaluation looks back at it
    (guide 4.5): what a council was told last year must still stand as it was told. A new report puts right what was wrong.

Bad
    # In the sealed version
    progress:
    - {id: f1, measure: t1, date: 2027-01-15, status: ikke startet}
    # In the plan now
    progress:
    - {id: f1, measure: t1, date: 2027-01-15, status: gjennomført}

Good
    progress:
    - {id: f1, measure: t1, date: 2027-01-15, status: ikke startet}
    - {id: f2, measure: t1, date: 2027-03-01, status: gjennomført}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Text
from plankit.model.contents import Progress
from plankit.rules.base import Hit, Rule, Subject

SAID = (
    "measure",
    "date",
    "period",
    "reported_by",
    "status",
    "result",
    "obstacles",
    "outcome",
    "next_step",
    "notes",
)
"""What a report says. Ids, sources and the like may be added to it."""
CHANGED, GONE = N_("says something else now"), N_("is gone")


def find(subject: Subject) -> Iterator[Hit]:
    """Each sealed report that is not in the plan as it was, at its measure where it is gone."""
    if subject.sealed is None or not subject.is_whole:
        return
    now = [(_said(subject, one), one) for one in subject.plan.progress]
    sealed = {_said(subject, one): one for one in subject.sealed.reports}
    left = [one for said, one in now if said not in sealed]
    known = {said for said, _ in now}
    for said, one in sealed.items():
        if said in known:
            continue
        like = next((each for each in left if _is_same(one, each)), None)
        if like is not None:
            left.remove(like)
        yield Hit(
            at=like or subject.plan.by_id.get(one.measure),
            values={
                "measure": one.measure,
                "date": one.date.text,
                "version": subject.sealed.version,
                "reason": CHANGED if like else GONE,
            },
        )


def _said(subject: Subject, report: Progress) -> tuple[str, ...]:
    """What a report says, in the plan's own language; a translation that was added changes nothing."""
    return tuple(_plain(subject, getattr(report, key)) for key in SAID)


def _plain(subject: Subject, value: Any) -> str:
    words: Text | None = getattr(value, "text", value)
    return " ".join(subject.text(words).split())


def _is_same(old: Progress, new: Progress) -> bool:
    """Whether it is the same report that was changed: of the same id, else on the same measure and day."""
    if old.id and new.id:
        return old.id == new.id
    return (old.measure, old.date.text) == (new.measure, new.date.text)


RULE = Rule(
    code="PK530",
    name="report-rewritten",
    severity=Severity.WARNING,
    message=N_("The report of {date} on “{measure}”, which stood in version “{version}”, {reason}."),
    hint=N_(
        "Reports are added, never rewritten. Put it back as it was, and add a report that puts it right."
    ),
    check=find,
)
