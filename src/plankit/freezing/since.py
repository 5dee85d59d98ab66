"""What changed in a plan since the text that was in force when a period began."""

from __future__ import annotations

from pathlib import Path

from plankit.freezing.standing import sealed_plan
from plankit.loading import Loaded
from plankit.model.plan import Plan
from plankit.model.seal import Seal
from plankit.views.one_municipality import as_seen_by
from plankit.views.plan_changes import plan_changes
from plankit.views.reading import Reading
from plankit.views.reporting import Span
from plankit.views.yearly_report import Since


def changed_since(folder: Path, loaded: Loaded, reading: Reading, span: Span) -> Since | None:
    """What differs, without what lives on, between the sealed text that held before the period and the plan as read.

    Where none is that old, the first one sealed by the end of the period counts. `None` where there is none at all.
    """
    seal = _in_force(loaded, span)
    plan = sealed_plan(folder, seal) if seal else None
    if plan is not None and loaded.municipality is not None:
        plan = _own(plan, loaded.municipality)
    if seal is None or plan is None:
        return None
    before = Reading(plan, reading.guide, reading.language)
    return Since(version=seal.name, decided=seal.day, changes=plan_changes(before, reading).adopted())


def _in_force(loaded: Loaded, span: Span) -> Seal | None:
    plan = loaded.whole
    own = [one for one in loaded.seals if plan is not None and one.plan == plan.plan.id]
    older = [one for one in own if one.day <= span.start]
    return older[-1] if older else next((one for one in own if one.day <= span.end), None)


def _own(plan: Plan, municipality: str) -> Plan | None:
    """What the municipality had of the sealed plan; `None` where it was no part of it."""
    try:
        return as_seen_by(plan, municipality)
    except LookupError:
        return None
