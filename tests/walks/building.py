"""Small plans and guides for walks, made in memory."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.walks.prepared import Prepared, prepare
from plankit.walks.result import Walk, WalkCase
from plankit.walks.walking import walk_prepared

OFFICE = [{"days": ["mon", "tue", "wed", "thu", "fri"], "opens": "08:00", "closes": "15:30"}]
AGENCIES: list[dict[str, Any]] = [
    {"id": "day", "name": "Day service", "guide_agency": "child-welfare", "opening_hours": OFFICE},
    {"id": "always", "name": "Duty service", "around_the_clock": "true"},
    {"id": "silent", "name": "Service that tells no hours"},
]
SAFE_STEP: dict[str, Any] = {"id": "safe", "agency": "always", "safe": "true", "end": "true"}
"""A step that makes safe at any hour, and ends."""
TERMS: dict[str, list[str]] = {
    "target_groups": ["child", "adult"],
    "doors": ["school", "clinic"],
    "suspects": ["guardian", "partner"],
    "adaptations": ["interpreter", "sign"],
    "actions": ["tell-guardian", "call-police"],
}


def guide_of(country: str = "NO", **more: Any) -> Guide:
    """A guide with short lists."""
    terms = {kind: [{"id": one, "name": one.title()} for one in ids] for kind, ids in TERMS.items()}
    frame = {"id": "g", "edition": "1", "title": "G", "country": country}
    return Guide.model_validate({"guide": frame, **terms, **more})


def plan_of(*procedures: dict[str, Any], **more: Any) -> Plan:
    """A plan with three agencies and the given procedures."""
    frame = {"id": "p", "title": "P", "period": "2027–2030"}
    return Plan.model_validate({"plan": frame, "agencies": AGENCIES, "procedures": list(procedures), **more})


def procedure(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A procedure `p` that every case begins with."""
    told = [{"what": f"Do {one['id']}", **one} for one in steps]
    return {"id": "p", "title": "Procedure", "starts": {}, "steps": told, **more}


def ready(*procedures: dict[str, Any], country: str = "NO", **more: Any) -> Prepared:
    """A plan with the given procedures, ready for walks."""
    return prepare(plan_of(*procedures, **more), guide_of(country))


def case(at: str = "2027-01-12T10:00", **more: Any) -> WalkCase:
    """A child, at school, serious; a Tuesday morning where nothing else is said."""
    told = {"exposed": "child", "door": "school", "severity": "serious", **more}
    return WalkCase(at=datetime.fromisoformat(at), **told)


def walked(*procedures: dict[str, Any], at: str = "2027-01-12T10:00", **more: Any) -> Walk:
    """A case played through the given procedures."""
    return walk_prepared(ready(*procedures), case(at, **more))


def trail(walk: Walk) -> list[tuple[str, str]]:
    """What happened: each step with what became of it."""
    return [(event.step, event.what) for event in walk.events]


def kinds(walk: Walk) -> list[str]:
    """The kinds of the gaps, in order."""
    return [gap.kind for gap in walk.gaps]


def clock(moment: datetime | None) -> str:
    """A moment without its zone: `2027-01-12 10:00`."""
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
