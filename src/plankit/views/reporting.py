"""What was reported on each measure, period by period. What nobody reported on is never taken to be fine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plankit.model.contents import Measure, Progress
from plankit.model.durations import read_duration
from plankit.model.vocabulary import Vocabulary
from plankit.model.when import When
from plankit.views.participation import had_gone, joins_later
from plankit.views.reading import Reading
from plankit.views.sheet_dates import month_name

CLOSED = frozenset({"done", "implemented", "ordinary-operation", "not-carried-out", "not-applicable"})
"""Statuses after which nothing more is expected of a measure."""

GOES_ON = frozenset({"continue", "revise", "prolong"})
"""Outcomes by which a measure that was not carried out is still to be."""

RHYTHM = frozenset({"yearly-report", "progress-report"})
"""Kinds of evaluation whose recurrence is that of the periods of reporting; of several, the shortest."""
STRAGGLING = timedelta(days=90)
"""How long after the end of a period its reports are still what is asked for."""
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
    ELSEWHERE = "elsewhere"
    """It holds for municipalities that were not in the plan yet, or not any more."""


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
    `yearly-report` or `progress-report`); a year where there is none. Without a period they are the calendar years from
    the first report to `today`.
    """
    return stretches(reading, today, _months(reading))


def stretches(reading: Reading, today: date, months: int) -> tuple[Span, ...]:
    """The time of the plan cut into pieces of so many months; the last may be shorter."""
    start, end = _reach(reading, today)
    found: list[Span] = []
    while start <= end and len(found) < _LONGEST * 12:
        after = _later(start, months)
        found.append(Span(start=start, end=min(after - timedelta(days=1), end)))
        start = after
    return tuple(found)


def begun(reading: Reading, today: date) -> tuple[Span, ...]:
    """The periods of reporting that have begun, oldest first."""
    return tuple(span for span in spans(reading, today) if span.start <= today)


def span_to_report(reading: Reading, day: date) -> Span:
    """The period that reports are asked for on a day: the one that runs, for three months the one before."""
    found = spans(reading, day)
    asked = [span for span in found if span.start <= max(day - STRAGGLING, found[0].start)]
    return asked[-1]


def span_name(reading: Reading, span: Span, language: str = "") -> str:
    """What to call a period: the year, else its months, else its days. Read back, it is the same period."""
    last = span.end + timedelta(days=1)
    if span.name.isdigit() or span.start.year != span.end.year or (span.start.day, last.day) != (1, 1):
        return span.name
    spoken = language or reading.language
    first, end = (month_name(day, spoken) for day in (span.start, span.end))
    name = f"{first} {span.start.year}" if first == end else f"{first}–{end} {span.start.year}"
    return name if When(text=name).end_day == span.end else span.name


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
        if one.when and one.kind and code("evaluation-kind", one.kind) in RHYTHM:
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
    applies_to, plan = measure.applies_to, reading.plan
    if joins_later(applies_to, plan, span.end) or had_gone(applies_to, plan, span.start):
        return Standing(measure=measure, state=Reported.ELSEWHERE, report=None)
    earlier = [one for one in reports if (told_until(one) or date.max) < span.start and one.status]
    words = reading.vocabulary
    if closes(words, earlier[-1]) if earlier else is_closing(words, measure.status_at_adoption):
        return Standing(measure=measure, state=Reported.CLOSED, report=None)
    state = Reported.NOT_YET if span.end >= today else Reported.NOT_REPORTED
    return Standing(measure=measure, state=state, report=None)


def is_closing(words: Vocabulary, status: str | None) -> bool:
    """Whether nothing more is expected of a measure with that status."""
    return bool(status) and words.code("measure-status", status or "") in CLOSED


def closes(words: Vocabulary, report: Progress) -> bool:
    """Whether nothing more is expected of the measure after that report.

    What was not carried out, but is to go on by the decision in the report, is still expected.
    """
    if not is_closing(words, report.status):
        return False
    outcome = words.code("progress-outcome", report.outcome) if report.outcome else None
    return words.code("measure-status", report.status or "") != "not-carried-out" or outcome not in GOES_ON


def has_ended(reading: Reading, measure: Measure) -> bool:
    """Whether the newest report with a status closed the measure; without one, whether its own status does."""
    told = [one for one in reading.reports.get(measure.id, ()) if one.status]
    return closes(reading.vocabulary, told[-1]) if told else is_closing(reading.vocabulary, measure.status)


def told_until(report: Progress) -> date | None:
    """The last day that a report tells of: that of its period, or its own where that is earlier or there is none."""
    days = [
        one.end_day for one in (report.period, report.date) if one is not None and one.end_day is not None
    ]
    return min(days, default=None)


def is_about(report: Progress, span: Span) -> bool:
    """Whether a report is about the period: its own `period` ends in it, or, where it names none, its date lies in it."""
    if report.period is not None and report.period.end_day is not None:
        return span.holds(report.period.end_day)
    return span.holds(report.date.end_day)
