"""Which provisions a plan cites, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plankit.model.base import Item
from plankit.model.contents import LegalRef
from plankit.model.knowledge import Duty
from plankit.model.plan import Plan
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Cited:
    """One provision as the plan writes it, and the entries that cite it."""

    text: str
    by: tuple[str, ...]


def _refs(entry: Item) -> tuple[LegalRef, ...]:
    own = getattr(entry, "legal_source", None) or getattr(entry, "legal_basis", None) or ()
    steps = entry.all_steps() if hasattr(entry, "all_steps") else ()
    inner = [ref for step in steps for ref in step.legal_basis]
    inner += [ref for step in steps if step.handover for ref in step.handover.legal_basis]
    return (*own, *inner)


def cited_law(plan: Plan) -> tuple[Cited, ...]:
    """Every provision that measures, tasks, responsibilities and procedures cite, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for kind in (plan.measures, plan.tasks, plan.responsibilities, plan.procedures):
        for entry in kind:
            for ref in _refs(entry):
                places = found.setdefault(ref.text, [])
                name = entry.id or getattr(entry, "task", None) or ""
                if name and name not in places:
                    places.append(name)
    return tuple(Cited(text=text, by=tuple(found[text])) for text in sorted(found, key=_by_number))


def _by_number(text: str) -> list[tuple[int, str]]:
    return [
        (int(part), "") if part.isdigit() else (0, part)
        for part in re.split(r"(\d+)", text.casefold())
        if part
    ]


def duties(reading: Reading) -> tuple[Duty, ...]:
    """The duties and rights in law that the plan tells of, in its order."""
    return reading.plan.duties
