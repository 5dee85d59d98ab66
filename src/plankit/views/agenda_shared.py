"""What a shared plan adds to the agenda: who must still adopt it, and that nothing is due of those that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plankit.language import N_
from plankit.model.frame import Participation
from plankit.views.agenda_task import Deed, Task
from plankit.views.participation import Standing, gone, is_lapsed, memberships
from plankit.views.reading import Reading


def adoptions(reading: Reading, today: date) -> Iterator[Task]:
    """Municipalities of a shared plan that have not adopted it, by the day that it is in force from."""
    plan = reading.plan
    if len(plan.participants) < 2 and plan.plan.shared is None:
        return
    for one in memberships(plan, reading.vocabulary, today):
        day, told = _first_day(reading, one.participant)
        if one.standing is Standing.NOT_ADOPTED and day is not None:
            name = reading.text(one.participant.name)
            yield Task(
                key=f"adoption.{one.participant.id}",
                deed=Deed.DECIDE,
                day=day,
                title=reading.words(N_("Whether {name} adopts the plan")).format(name=name),
                subject=one.participant.id,
                who=name,
                until_told=told,
            )


def _first_day(reading: Reading, participant: Participation) -> tuple[date | None, str]:
    """The first day that the plan is in force, and when that is in the plan's words."""
    frame = reading.plan.plan
    for said in (participant.in_force_from, frame.in_force_from, frame.period):
        if said is not None and said.start_day is not None:
            return said.start_day, said.text
    return None, ""


def of_those_here(reading: Reading, tasks: Iterable[Task], today: date) -> Iterator[Task]:
    """The tasks without those that hold only for municipalities that have left or become part of another."""
    plan = reading.plan
    away = gone(plan, reading.vocabulary, today)
    for task in tasks:
        entry = plan.by_id.get(task.subject)
        if not away or not is_lapsed(entry.applies_to if entry else (), plan, away):
            yield task
