"""What must be done to keep a plan alive: carried out, reported, decided, evaluated, renewed, checked. By whom, by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plankit.language import N_
from plankit.model.contents import Measure
from plankit.model.durations import read_duration
from plankit.model.knowledge import Evaluation
from plankit.model.when import WITH_END, When
from plankit.views.agenda_checks import laws, numbers
from plankit.views.agenda_shared import adoptions, of_those_here
from plankit.views.agenda_task import Deed, Task
from plankit.views.agenda_years import years
from plankit.views.reading import Reading
from plankit.views.reporting import Reported, begun, has_ended, is_about, span_name, standings, stretches


def agenda(reading: Reading, today: date) -> tuple[Task, ...]:
    """Everything that is to be done, past and ahead, by day. What was done, or has no day, is not in it."""
    tasks = [
        *_measures(reading),
        *_reports(reading, today),
        *_decisions(reading),
        *_evaluations(reading, today),
        *_renewal(reading),
        *numbers(reading, today),
        *laws(reading, today),
        *_waivers(reading),
        *years(reading, today),
        *adoptions(reading, today),
    ]
    return tuple(sorted(of_those_here(reading, tasks, today), key=lambda one: (one.day, one.deed, one.key)))


def may_be_due(reading: Reading) -> bool:
    """Whether the plan promises anything for a day, on whatever day it is asked."""
    frame, plan = reading.plan.plan, reading.plan
    days = (one.when for one in plan.evaluation)
    return bool(plan.measures or plan.waivers or frame.evaluation_date or frame.period or any(days))


def agencies_of(tasks: tuple[Task, ...]) -> tuple[str, ...]:
    """The agencies that have something to do, in the order of their first day."""
    return tuple(dict.fromkeys(name for task in tasks for name in task.agencies))


def of_agency(tasks: tuple[Task, ...], agency: str) -> tuple[Task, ...]:
    """What one agency has to do."""
    return tuple(task for task in tasks if agency in task.agencies)


def _plan_title(reading: Reading) -> str:
    return reading.text(reading.plan.plan.title)


def _owners(reading: Reading, measure: Measure) -> tuple[tuple[str, ...], str]:
    owners = [one for one in measure.responsible if reading.is_owner(one)]
    named = tuple(dict.fromkeys(one.agency for one in owners if one.agency))
    return named, "; ".join(filter(None, map(reading.who, owners)))


def _measures(reading: Reading) -> Iterator[Task]:
    for measure in reading.plan.measures:
        deadline = measure.deadline
        if deadline is None or has_ended(reading, measure):
            continue
        kind, _, end, _ = deadline.reading
        if end is None or kind not in WITH_END:
            continue
        agencies, who = _owners(reading, measure)
        yield Task(
            key=f"measure.{measure.id}",
            deed=Deed.CARRY_OUT,
            day=end,
            title=reading.numbered_title(measure.id),
            subject=measure.id,
            agencies=agencies,
            who=who,
            until_told=deadline.text,
        )


def _reports(reading: Reading, today: date) -> Iterator[Task]:
    """Of the period that ended last and the one that runs; older ones cannot be mended by a report now."""
    for span in begun(reading, today)[-2:]:
        for one in standings(reading, span, today):
            if one.state not in (Reported.NOT_REPORTED, Reported.NOT_YET):
                continue
            if any(
                (each.date.end_day or span.end) > span.end for each in reading.reports.get(one.measure.id, ())
            ):
                continue  # What was reported later tells more than what is missing.
            agencies, who = _owners(reading, one.measure)
            yield Task(
                key=f"report.{one.measure.id}.{span.end.isoformat()}",
                deed=Deed.REPORT,
                day=span.end,
                title=reading.numbered_title(one.measure.id),
                subject=one.measure.id,
                agencies=agencies,
                who=who,
                until_told=span_name(reading, span),
            )


def _decisions(reading: Reading) -> Iterator[Task]:
    """A hearing that closes; whoever adopts must then decide."""
    for number, hearing in enumerate(reading.plan.hearings, start=1):
        day = hearing.closes.end_day if hearing.closes else None
        if day is None or hearing.outcome or reading.plan.decisions:
            continue
        yield Task(
            key=f"hearing.{hearing.id or number}",
            deed=Deed.DECIDE,
            day=day,
            title=reading.words(N_("What the hearing leads to")),
            subject=hearing.id or "",
            who=reading.text(hearing.receiver),
            until_told=hearing.closes.text if hearing.closes else "",
        )


def _evaluations(reading: Reading, today: date) -> Iterator[Task]:
    for number, one in enumerate(reading.plan.evaluation, start=1):
        if one.when is None:
            continue
        for day in _days(reading, one, today):
            yield Task(
                key=f"evaluation.{one.id or number}.{day.isoformat()}",
                deed=Deed.EVALUATE,
                day=day,
                title=_evaluation_title(reading, one),
                subject=one.id or "",
                agencies=(one.agency,) if one.agency else (),
                who=reading.text(one.by),
                until_told=one.when.text,
            )
    date_set = reading.plan.plan.evaluation_date
    if date_set and date_set.end_day and date_set.end_day not in _evaluation_days(reading, today):
        yield Task(
            key=f"evaluation.plan.{date_set.end_day.isoformat()}",
            deed=Deed.EVALUATE,
            day=date_set.end_day,
            title=_plan_title(reading),
            subject="",
            who=reading.text(reading.plan.plan.process_owner),
            until_told=date_set.text,
        )


def _evaluation_days(reading: Reading, today: date) -> set[date]:
    return {day for one in reading.plan.evaluation if one.when for day in _days(reading, one, today)}


def _evaluation_title(reading: Reading, one: Evaluation) -> str:
    return reading.text(one.title) or reading.label("evaluation-kind", one.kind) or _plan_title(reading)


def _days(reading: Reading, one: Evaluation, today: date) -> tuple[date, ...]:
    """The day it is due; of what comes back, the last that is past, and the next.

    Where it is a measure too, a report on that tells that it was done.
    """
    kind, _, end, recurrence = one.when.reading if one.when else When(text="").reading
    reports = reading.reports.get(one.as_measure or "", ())
    if end is not None and kind in WITH_END:
        measure = reading.measures.get(one.as_measure or "")
        return () if measure and reports and has_ended(reading, measure) else (end,)
    length = read_duration(recurrence)
    if length is None or not length.months:
        return ()
    due = stretches(reading, today, length.months)
    past = [span for span in due if span.end < today][-1:]
    ahead = [span for span in due if span.end >= today][:1]
    return tuple(
        span.end for span in (*past, *ahead) if not any(is_about(report, span) for report in reports)
    )


def _renewal(reading: Reading) -> Iterator[Task]:
    frame = reading.plan.plan
    if frame.period and frame.period.end_day:
        yield Task(
            key=f"plan.{frame.id}",
            deed=Deed.RENEW,
            day=frame.period.end_day,
            title=_plan_title(reading),
            subject="",
            who=reading.text(frame.process_owner) or reading.text(frame.document_owner),
            until_told=frame.period.text,
        )
    for part in reading.plan.parts:
        if part.renewal and part.renewal.end_day:
            yield Task(
                key=f"part.{part.id or part.number}",
                deed=Deed.RENEW,
                day=part.renewal.end_day,
                title=reading.text(part.title),
                subject=part.id or "",
                who=reading.text(part.owner),
                until_told=part.renewal.text,
            )


def _waivers(reading: Reading) -> Iterator[Task]:
    for number, one in enumerate(reading.plan.waivers, start=1):
        if one.expires.end_day:
            yield Task(
                key=f"waiver.{one.id or number}",
                deed=Deed.DECIDE,
                day=one.expires.end_day,
                title=reading.words(N_("Whether {code} is still waived")).format(code=one.code),
                subject=one.item or "",
                who=reading.text(one.decided_by),
                until_told=one.expires.text,
            )
