"""One agency's whole part of a plan: what it answers for, what others may expect of it, what it must know."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.model.contents import Measure, Responsible
from plankit.model.knowledge import Duty, TrainingItem
from plankit.model.parties import Arena, Contact, Responsibility, Service
from plankit.model.procedure import Procedure, Step
from plankit.views.matrix import Cut, Row, responsibility_matrix
from plankit.views.reading import Party, Reading


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """Everything in a plan that concerns one agency, in the plan's order."""

    party: Party
    owns: tuple[tuple[Measure, Responsible], ...]
    contributes: tuple[tuple[Measure, Responsible], ...]
    rows: tuple[Row, ...]
    statements: tuple[Responsibility, ...]
    steps: tuple[tuple[Procedure, Step], ...]
    services: tuple[Service, ...]
    contacts: tuple[Contact, ...]
    arenas: tuple[Arena, ...]
    training: tuple[TrainingItem, ...]
    duties: tuple[Duty, ...]


def agency_chapter(reading: Reading, agency: str) -> Chapter:
    """The part of the plan that concerns `agency`. Empty parts are empty tuples."""
    plan = reading.plan
    owns: list[tuple[Measure, Responsible]] = []
    contributes: list[tuple[Measure, Responsible]] = []
    for measure in plan.measures:
        for one in measure.responsible:
            if one.agency == agency:
                (owns if reading.is_owner(one) else contributes).append((measure, one))
        contributes += [(measure, one) for one in measure.contributors if one.agency == agency]
    return Chapter(
        party=reading.party(agency),
        owns=tuple(owns),
        contributes=tuple(contributes),
        rows=_rows(reading, agency),
        statements=tuple(one for one in plan.responsibilities if one.agency == agency and one.text),
        steps=tuple(
            (procedure, step)
            for procedure in plan.procedures
            for step in procedure.all_steps()
            if step.agency == agency or (step.handover and step.handover.receiver == agency)
        ),
        services=tuple(one for one in plan.services if one.agency == agency),
        contacts=tuple(one for one in plan.contacts if one.agency == agency),
        arenas=tuple(one for one in plan.arenas if agency in one.member_agencies),
        training=tuple(one for one in plan.training if agency in one.agencies),
        duties=tuple(one for one in plan.duties if agency in one.agencies),
    )


def _rows(reading: Reading, agency: str) -> tuple[Row, ...]:
    """The agency's column: of the matrix of roles, then of the guide's further matrices."""
    names = ("", *(one.id for one in reading.guide.matrices)) if reading.guide else ("",)
    return tuple(
        row for name in names for row in responsibility_matrix(reading, Cut(matrix=name, agency=agency)).rows
    )
