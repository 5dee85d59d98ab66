"""Which procedures an audience needs: those that its cases run into first, the urgent ones apart from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from plankit.model.case import CaseFields
from plankit.model.procedure import Procedure
from plankit.teaching.kit import Kit
from plankit.teaching.subject import Subject
from plankit.views.action_card import CardStep, CardStrand, action_card
from plankit.walks.cases import CaseError, all_cases, walk_case
from plankit.walks.walking import walk_prepared

URGENT = "acute-serious"
"""Code of the severity that asks to act at once."""


class Needed(NamedTuple):
    """A branch of a procedure that the audience needs."""

    procedure: Procedure
    strand: CardStrand
    urgent: bool


def needed_strands(kit: Kit) -> tuple[Needed, ...]:
    """The branches that cases of the kit begin in, those that most begin in first; where no case begins, every branch."""
    subject = kit.subject
    found: Counter[tuple[str, int, bool]] = Counter()
    told = {one.id for one in kit.cases}
    if subject.has_plan:
        for case in all_cases(subject.ready):
            if not told or getattr(case, "id", "") in told:
                found.update(_begun(subject, case))
    by_id = {one.id: one for one in subject.reading.plan.procedures}
    cards = {name: action_card(subject.reading, one) for name, one in by_id.items()}
    if not found:
        found.update(
            (name, place, by_id[name].branches[:1] == () or place == 0)
            for name, card in cards.items()
            for place in range(len(card.strands))
        )
    order = {name: place for place, name in enumerate(by_id)}
    ranked = sorted(found.items(), key=lambda one: (-one[1], order[one[0][0]], one[0][1]))
    return tuple(
        Needed(by_id[name], cards[name].strands[place], urgent) for (name, place, urgent), _ in ranked
    )


def main_way(strand: CardStrand) -> tuple[CardStep, ...]:
    """The steps that are taken when everybody is there and no condition leads elsewhere, in order."""
    by_id = {one.step.id: place for place, one in enumerate(strand.steps)}
    found: dict[str, CardStep] = {}
    place: int | None = 0 if strand.steps else None
    while place is not None and (one := strand.steps[place]).step.id not in found:
        found[one.step.id] = one
        if one.step.next:
            inside = [way for way in one.step.next if way.step in by_id]
            # Of several ways the one without a condition is for everybody else.
            chosen = next((way for way in inside if way.when is None and way.condition is None), None)
            way = chosen or next(iter(inside), None)
            place = by_id[way.step] if way and way.step else None
        else:
            place = place + 1 if place + 1 < len(strand.steps) and not one.step.end else None
    return tuple(found.values())


def _begun(subject: Subject, case: CaseFields) -> Iterator[tuple[str, int, bool]]:
    """Procedure and branch that a case begins in; nothing where the plan does not tell."""
    try:
        ready = walk_case(subject.ready, case)
    except CaseError:
        return
    events = walk_prepared(subject.ready, ready).events
    if not events:
        return
    first = events[0]
    procedure = next((one for one in subject.reading.plan.procedures if one.id == first.procedure), None)
    if procedure is None:
        return
    parts = [procedure.steps] if procedure.steps else []
    parts += [branch.steps for branch in procedure.branches]
    place = next((n for n, steps in enumerate(parts) if any(one.id == first.step for one in steps)), None)
    if place is not None:
        yield procedure.id, place, ready.severity == URGENT
