"""What became of each measure in a year: what was promised, what was reported, and what nobody reported on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plankit.model.base import Absence
from plankit.model.contents import Measure, Progress
from plankit.model.cost import CostKind
from plankit.model.when import WITH_END, WhenKind
from plankit.views.participation import joins_later
from plankit.views.reading import Reading
from plankit.views.reporting import Reported, Span, Standing, closes, is_about, standings

DONE = frozenset({"done", "implemented", "ordinary-operation"})
"""Statuses that say that a measure was carried out."""

NOT_DONE = frozenset({"not-started", "planned", "new", "not-carried-out", "not-applicable"})
"""Statuses that say that nothing of it was carried out."""

UNDER_WAY = frozenset({"ongoing", "continuous", "revised", "prolonged"})

WITHOUT_MONEY = frozenset({CostKind.PROPOSAL, CostKind.DEPENDS_ON_GRANT, CostKind.NOT_COSTED})
"""Costs that nobody has granted or reckoned."""


class Fate(StrEnum):
    """What is known of a measure in the year."""

    DONE = "done"
    UNDER_WAY = "under-way"
    NOT_DONE = "not-done"
    WITHOUT_STATUS = "without-status"
    """Reported, but with no status, or one that means nothing to plankit."""
    NOT_REPORTED = "not-reported"
    NOT_YET = "not-yet"
    """Not reported, but the period still runs."""
    BEGINS_LATER = "begins-later"
    """Not reported, and to begin after the year."""
    CLOSED = "closed"
    """A report before the year closed it, or the municipalities that it held for had left the plan."""


class Due(StrEnum):
    """When a measure is due, beside the year."""

    EARLIER = "earlier"
    IN_YEAR = "in-year"
    LATER = "later"
    NO_DAY = "no-day"
    """It runs on, or the plan sets no day."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One measure in one year."""

    measure: Measure
    fate: Fate
    due: Due
    reports: tuple[Progress, ...] = ()
    """The reports about the year, oldest first."""
    is_overdue: bool = False
    """Whether its deadline passed, by the day that the year is judged on, and no report closed it."""

    @property
    def is_promised(self) -> bool:
        """Whether it was to be worked on in the year: neither closed before nor to begin later."""
        return self.fate not in (Fate.CLOSED, Fate.BEGINS_LATER)

    @property
    def status(self) -> str:
        """The last status that was reported, in the plan's words; empty where none was."""
        return next((one.status for one in reversed(self.reports) if one.status), "")

    @property
    def outcome(self) -> str:
        """What was last decided or proposed, in the plan's words; empty where nothing was."""
        return next((one.outcome for one in reversed(self.reports) if one.outcome), "")


def lines(reading: Reading, span: Span, today: date) -> tuple[Line, ...]:
    """Every measure of the plan in its order, and what became of it in the period."""
    return tuple(_line(reading, one, span, today) for one in standings(reading, span, today))


def _line(reading: Reading, standing: Standing, span: Span, today: date) -> Line:
    measure, deadline = standing.measure, standing.measure.deadline
    reports = tuple(one for one in reading.reports.get(measure.id, ()) if is_about(one, span))
    code = _code(reading, reports)
    fate = _fate(reading, standing, span, code)
    told = [one for one in reports if one.status]
    closed = fate is Fate.CLOSED or bool(told and closes(reading.vocabulary, told[-1]))
    over = deadline.is_over(min(today, _after(span))) if deadline else None
    return Line(
        measure=measure,
        fate=fate,
        due=_due(measure, span),
        reports=reports,
        is_overdue=bool(over) and not closed,
    )


def _after(span: Span) -> date:
    return date.fromordinal(min(span.end.toordinal() + 1, date.max.toordinal()))


def _code(reading: Reading, reports: tuple[Progress, ...]) -> str | None:
    word = next((one.status for one in reversed(reports) if one.status), None)
    return reading.vocabulary.code("measure-status", word) if word else None


def _fate(reading: Reading, standing: Standing, span: Span, code: str | None) -> Fate:
    if standing.state is Reported.CLOSED:
        return Fate.CLOSED
    if standing.state is Reported.ELSEWHERE:
        later = joins_later(standing.measure.applies_to, reading.plan, span.end)
        return Fate.BEGINS_LATER if later else Fate.CLOSED
    if standing.state is not Reported.REPORTED:
        if _begins_later(standing.measure, span):
            return Fate.BEGINS_LATER
        return Fate.NOT_YET if standing.state is Reported.NOT_YET else Fate.NOT_REPORTED
    if code in DONE:
        return Fate.DONE
    if code in NOT_DONE:
        return Fate.NOT_DONE
    return Fate.UNDER_WAY if code in UNDER_WAY else Fate.WITHOUT_STATUS


def _begins_later(measure: Measure, span: Span) -> bool:
    deadline = measure.deadline
    kinds = (WhenKind.RANGE, WhenKind.START_ONLY)
    return bool(
        deadline
        and deadline.reading.kind in kinds
        and deadline.start_day is not None
        and deadline.start_day > span.end
    )


def _due(measure: Measure, span: Span) -> Due:
    deadline = measure.deadline
    if deadline is None or deadline.end_day is None or deadline.reading.kind not in WITH_END:
        return Due.NO_DAY
    if deadline.end_day < span.start:
        return Due.EARLIER
    return Due.LATER if deadline.end_day > span.end else Due.IN_YEAR


def lacks_money(measure: Measure) -> bool:
    """Whether the plan says of its cost that nobody granted or reckoned it, or says nothing."""
    if measure.cost is not None:
        return measure.cost.reading.kind in WITHOUT_MONEY
    return measure.absence("cost") is not Absence.NOT_APPLICABLE


def owners(reading: Reading, measure: Measure) -> str:
    """Who answers for a measure, in words; empty where the plan does not say."""
    return "; ".join(filter(None, (reading.who(one) for one in measure.responsible if reading.is_owner(one))))
