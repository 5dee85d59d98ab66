"""What a walk gives: everything that happened, and every gap that was met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plankit.model.base import Text
from plankit.model.case import Expectation

GAP_KINDS = (
    "no-procedure",
    "uncovered",
    "nobody-there",
    "too-late",
    "forbidden",
    "loop",
    "dead-end",
    "not-safe",
    "no-owner",
    "no-ground",
    "expectation",
)
"""Every kind of gap, the gravest first."""

BLOCKING = frozenset({"no-procedure", "uncovered", "nobody-there", "too-late", "forbidden", "loop"})
"""Gaps after which nobody is said to have reached safety."""


@dataclass(frozen=True, kw_only=True)
class WalkCase:
    """A case in codes, ready to be walked."""

    exposed: str
    door: str
    severity: str
    at: datetime
    """What the clock shows; without a zone."""
    leader_reachable: bool = True
    suspect: str | None = None
    adaptations: tuple[str, ...] = ()
    participant: str | None = None
    id: str | None = None
    title: Text | None = None
    must: tuple[Expectation, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One thing that happened, or one wait."""

    at: datetime
    procedure: str
    step: str
    actor: str
    """`discoverer`, `leader` or `agency`."""
    agency: str | None
    what: str
    """`acted`, `fallback`, `waited` or `skipped-forbidden`."""
    ground: tuple[str, ...] = ()
    """The legal basis of the step and of its hand-over, as the plan writes them."""
    handed_to: str | None = None
    waited: int = 0
    """Seconds."""
    done_at: datetime
    """When the step was over; when a wait ended."""
    assumptions: tuple[str, ...] = ()
    """What the plan does not say and was assumed: `office-hours`, `condition-holds`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """One thing that the plan does not answer, or answers too late."""

    kind: str
    """One of `GAP_KINDS`."""
    at: datetime
    procedure: str | None = None
    step: str | None = None
    agency: str | None = None
    detail: str | None = None
    """The limit that was passed, the action that is forbidden, or what did not hold: `reaches`, `never`, …"""
    until: datetime | None = None
    """When somebody acts at last."""
    expected: Expectation | None = None

    @property
    def place(self) -> str | None:
        """The address that the plan would have to be changed at: `procedure.step`, or the procedure."""
        return f"{self.procedure}.{self.step}" if self.procedure and self.step else self.procedure


@dataclass(frozen=True, kw_only=True, slots=True)
class Walk:
    """A case played through a plan's procedures."""

    case: WalkCase
    events: tuple[Event, ...]
    gaps: tuple[Gap, ...]
    began_at: datetime
    ended_at: datetime
    safe_at: datetime | None
    reaches_safety: bool
    """Whether the exposed person was safe before any gap that blocks the way (`BLOCKING`)."""
    owner: str | None
    """The agency that has the case at the end."""
    held: tuple[bool, ...]
    """For each expectation of the case, whether it held."""
