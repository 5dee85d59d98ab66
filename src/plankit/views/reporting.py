"""What was reported on each measure, period by period. What nobody reported on is never taken to be fine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plankit.model.contents import Measure, Progress
from plankit.model.durations import read_duration
from plankit.views.reading import Reading

CLOSED = frozenset({"done", "implemented", "ordinary-operation", "not-carried-out", "not-applicable"})
"""Statuses after which nothing more is expected of a measure."""

_LONGEST = 40


@dataclass(frozen=True, kw_only=True)
class Span:
    """A period of reporting, its last day included."""

    start: date
    end: date

    @property
    def name(self) -> str:
        """The year, or both days where it is not a calendar year."""
        if (self.start.month, self.start.day, self.end) == (1, 1, date(self.start.year, 12, 31)):
            return str(self.start.year)
        return f"{self.start.isoformat()}–{self.end.isoformat()}"

    def holds(self, day: date | None) -> bool:
        """Whether `day` lies in it."""
        return day is not None and self.start <= day <= self.end


class Reported(StrEnum):
    """What is known of a measure in a period."""

    REPORTED = "reported"
    NOT_REPORTED = "not-reported"
    NOT_YET = "not-yet"
    """The period has not ended, and nobody has reported so far."""
    CLOSED = "closed"
    """An earlier report closed it."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One measure in one period."""

    measure: Measure
    state: Reported
    report: Progress | None
    """The last report of the period."""


def spans(reading: Reading, today: date) -> tuple[Span, ...]:
    """The plan's periods of reporting, oldest first.

    They begin with the plan's period and are as long as the recurring report among `evaluation` says (kind
    `yearly-report`); a year where there is none. Without a period they are the calendar years from the first report to `today`.
    """
    start, end = _reach(reading, today)
    months = _months(reading)
    found: list[Span] = []
    while start <= end and len(found) < _LONGEST * 12:
        after = _later(start, months)
        found.append(Span(start=start, end=min(after - timedelta(days=1), end)))
        start = after
    return tuple(found)


def _reach(reading: Reading, today: date) -> tuple[date, date]:
    period = reading.plan.plan.period
    start, end = (period.start_day, period.end_day) if period else (None, None)
    if start is None:
        years = [one.date.end_day.year for one in reading.plan.progress if one.date.end_day]
        start = date(min([*years, today.year]), 1, 1)
    if end is None or end < start:
        end = date(max(today.year, start.year), 12, 31)
    return start, min(end, date(min(start.year + _LONGEST, 9999), 12, 31))


def _months(reading: Reading) -> int:
    code = reading.vocabulary.code
    found = []
    for one in reading.plan.evaluation:
        if one.when and one.kind and code("evaluation-kind", one.kind) == "yearly-report":
            length = read_duration(one.when.reading.recurrence)
            if length is not None and length.months:
                found.append(length.months)
    return min([*found, 12])


def _later(day: date, months: int) -> date:
    month = day.month - 1 + months
    year = day.year + month // 12
    return date.max if year > 9998 else date(year, month % 12 + 1, min(day.day, 28))


def standings(reading: Reading, span: Span, today: date) -> tuple[Standing, ...]:
    """Every measure of the plan in its order, and what is known of it in the period."""
    return tuple(_standing(reading, measure, span, today) for measure in reading.plan.measures)


def _standing(reading: Reading, measure: Measure, span: Span, today: date) -> Standing:
    reports = reading.reports.get(measure.id, ())
    own = [one for one in reports if is_about(one, span)]
    if own:
        return Standing(measure=measure, state=Reported.REPORTED, report=own[-1])
    earlier = [one for one in reports if (one.date.end_day or date.max) < span.start and one.status]
    last = earlier[-1].status if earlier else measure.status_at_adoption
    if last and reading.vocabulary.code("measure-status", last) in CLOSED:
        return Standing(measure=measure, state=Reported.CLOSED, report=None)
    state = Reported.NOT_YET if span.end >= today else Reported.NOT_REPORTED
    return Standing(measure=measure, state=state, report=None)


def is_about(report: Progress, span: Span) -> bool:
    """Whether a report is about the period: its own `period` ends in it, or, where it names none, its date lies in it."""
    if report.period is not None and report.period.end_day is not None:
        return span.holds(report.period.end_day)
    return span.holds(report.date.end_day)
