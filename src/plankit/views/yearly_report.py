"""The yearly report to the council: what was promised, what became of it, and what is asked of the council.

Everything in it is worked out from the plan as it is read. What nobody reported on stands as not reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from plankit.model.frame import Decision
from plankit.views.agenda import agenda
from plankit.views.agenda_task import Deed, Task
from plankit.views.change_list import PlanChanges
from plankit.views.indicator_series import Series, series_of
from plankit.views.reading import Reading
from plankit.views.report_lines import Due, Fate, Line, lacks_money, lines
from plankit.views.reporting import Span, is_about, span_name, spans
from plankit.views.years import Year, activity_plans, span_of
from plankit.views.years import year as year_of

PROPOSING = ("stop", "revise", "prolong", "new")
"""Outcomes of a report that change what was adopted."""

_YEAR = timedelta(days=366)
_TO_DECIDE = frozenset({Deed.DECIDE, Deed.EVALUATE, Deed.RENEW})


@dataclass(frozen=True, kw_only=True)
class Since:
    """What changed in the plan since the text that was in force before the year."""

    version: str
    decided: date
    changes: PlanChanges


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What only the council can settle."""

    overdue: tuple[Line, ...]
    """Measures whose deadline passed."""
    without_money: tuple[Line, ...]
    """Measures that are not closed and whose money nobody granted."""
    proposed: tuple[tuple[str, tuple[Line, ...]], ...]
    """Code of each outcome that changes what was adopted, and the measures that a report proposes it for."""
    coming: tuple[Task, ...]
    """What is to be decided, evaluated or renewed in the year that follows."""


@dataclass(frozen=True, kw_only=True)
class YearlyReport:
    """What a plan's data say of one year."""

    year: int
    span: Span
    name: str
    """What to call the period that it is about."""
    has_ended: bool
    lines: tuple[Line, ...]
    """Every measure once, in the plan's order."""
    years: tuple[Year, ...]
    """The activity plans that are for a part of the period, each as it stood when the period ended, or stands now."""
    decided: tuple[Decision, ...]
    """Decisions on the plan in the year."""
    indicators: tuple[Series, ...]
    """Every indicator, with its values until the end of the year."""
    asked: Asked
    since: Since | None
    """`None` where no text from before the year is sealed, or nobody looked."""

    @cached_property
    def promised(self) -> tuple[Line, ...]:
        """The measures that were to be worked on in the year."""
        return tuple(one for one in self.lines if one.is_promised)

    @cached_property
    def counts(self) -> Mapping[tuple[Due, Fate], int]:
        """How many of the promised measures there are of each deadline and fate."""
        found: dict[tuple[Due, Fate], int] = {}
        for one in self.promised:
            found[one.due, one.fate] = found.get((one.due, one.fate), 0) + 1
        return found

    def of(self, *fates: Fate) -> tuple[Line, ...]:
        """The measures with one of these fates."""
        return tuple(one for one in self.lines if one.fate in fates)


def report_spans(reading: Reading, today: date) -> Mapping[int, Span]:
    """What each year's report is about, oldest first: all periods of reporting that end in the year, as one."""
    found: dict[int, Span] = {}
    for span in spans(reading, today):
        known = found.get(span.end.year)
        found[span.end.year] = Span(start=known.start, end=span.end) if known else span
    return found


def reported_years(reading: Reading) -> tuple[int, ...]:
    """The years that something was reported on, oldest first."""
    days = [one.date.end_day for one in reading.plan.progress if one.date.end_day]
    if not days:
        return ()
    found = report_spans(reading, max(days))
    return tuple(
        year for year, span in found.items() if any(is_about(one, span) for one in reading.plan.progress)
    )


def yearly_report(
    reading: Reading, year: int, today: date, since: Since | None = None
) -> YearlyReport | None:
    """The report on one year as its data stand on `today`; `None` where no period of reporting ends in that year.

    What was reported and measured after the year is not in it, so that an old report does not change as work goes on.
    """
    span = report_spans(reading, today).get(year)
    if span is None:
        return None
    found = lines(reading, span, today)
    return YearlyReport(
        year=year,
        span=span,
        name=span_name(reading, span),
        has_ended=span.end < today,
        lines=found,
        years=tuple(
            year_of(reading, one, min(today, _after(span)))
            for one in activity_plans(reading.plan)
            if (days := span_of(one)) and days[0] <= span.end and days[1] >= span.start
        ),
        decided=tuple(one for one in reading.plan.decisions if one.date and span.holds(one.date.end_day)),
        indicators=tuple(series_of(reading, one, span.end) for one in reading.plan.indicators),
        asked=_asked(reading, span, found),
        since=since,
    )


def _asked(reading: Reading, span: Span, found: tuple[Line, ...]) -> Asked:
    open_ones = [one for one in found if one.fate not in (Fate.CLOSED, Fate.DONE)]
    proposed: dict[str, list[Line]] = {}
    for one in found:
        code = outcome_code(reading, one)
        if code in PROPOSING:
            proposed.setdefault(code, []).append(one)
    after = _after(span)
    return Asked(
        overdue=tuple(one for one in found if one.is_overdue),
        without_money=tuple(one for one in open_ones if lacks_money(one.measure)),
        proposed=tuple((code, tuple(proposed[code])) for code in PROPOSING if code in proposed),
        coming=tuple(
            one
            for one in agenda(reading, after)
            if one.deed in _TO_DECIDE and after <= one.day < after + _YEAR
        ),
    )


def _after(span: Span) -> date:
    """The day after the period."""
    return min(span.end, date.max - 2 * _YEAR) + timedelta(days=1)


def outcome_code(reading: Reading, line: Line) -> str:
    """Code of what the year's reports say should be done; empty where they say nothing, or nothing known."""
    return (reading.vocabulary.code("progress-outcome", line.outcome) if line.outcome else None) or ""
