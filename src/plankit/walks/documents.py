"""Walks and stresses as plain values for programs: the same keys in the same order every time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plankit.walks.cases import case_text
from plankit.walks.result import Event, Gap, Walk, WalkCase
from plankit.walks.stress import Share, Stress
from plankit.walks.words import Names, gap_words, sentence


def walk_document(names: Names, walk: Walk) -> dict[str, Any]:
    """A walk.

    `case` (see below), `began_at`, `ended_at`, `safe_at` (or null), `reaches_safety`, `owner` (agency or null),
    `events` (each `at`, `done_at`, `procedure`, `step`, `text`, `actor`, `agency`, `what`, `ground`, `handed_to`,
    `waited` in seconds, `assumptions`), `gaps` (each `kind`, `at`, `procedure`, `step`, `agency`, `detail`, `until`,
    `text`) and `expectations` (each `expected`, as in the file, and `held`). Times are ISO 8601 with their offset.
    """
    return {
        "case": case_document(names, walk.case),
        "began_at": _time(walk.began_at),
        "ended_at": _time(walk.ended_at),
        "safe_at": _time(walk.safe_at),
        "reaches_safety": walk.reaches_safety,
        "owner": walk.owner,
        "events": [_event(names, one) for one in walk.events],
        "gaps": [_gap(names, one) for one in walk.gaps],
        "expectations": [
            {"expected": one.model_dump(mode="json", exclude_none=True, exclude_defaults=True), "held": held}
            for one, held in zip(walk.case.must, walk.held, strict=True)
        ],
    }


def stress_document(names: Names, found: Stress) -> dict[str, Any]:
    """A stress.

    `cases`, `safe` and `share` (safe of all, four decimals); `by_exposed`, `by_door`, `by_severity`, `by_moment` and
    `by_leader` (each a list of `value`, `cases`, `safe`, `share`); `moments` (the local time of each); and `gaps` (each
    `kind`, `place`, `procedure`, `step`, `count`, `case` and `sentence`).
    """
    return {
        "cases": found.cases,
        "safe": found.safe,
        "share": share_of(found.safe, found.cases),
        "by_exposed": _shares(found.by_exposed),
        "by_door": _shares(found.by_door),
        "by_severity": _shares(found.by_severity),
        "by_moment": _shares(found.by_moment),
        "by_leader": _shares(found.by_leader),
        "moments": {key: at.isoformat(timespec="minutes") for key, at in found.times.items()},
        "gaps": [
            {
                "kind": one.kind,
                "place": one.gap.place,
                "procedure": one.procedure,
                "step": one.step,
                "count": one.count,
                "case": case_document(names, one.case),
                "sentence": sentence(names, one.case, one.gap),
            }
            for one in found.gaps
        ],
    }


def case_document(names: Names, case: WalkCase) -> dict[str, Any]:
    """A case: `id` and `title` (null where it has none), its keys, and `text`, which `plankit walk` accepts."""
    return {
        "id": case.id,
        "title": names.text(case.title) if case.title is not None else None,
        "exposed": case.exposed,
        "door": case.door,
        "severity": case.severity,
        "at": case.at.isoformat(timespec="minutes"),
        "leader_reachable": case.leader_reachable,
        "suspect": case.suspect,
        "adaptations": list(case.adaptations),
        "participant": case.participant,
        "text": case_text(case),
    }


def share_of(safe: int, cases: int) -> float:
    """`safe` of `cases`, rounded to four decimals; 0 of nothing."""
    return round(safe / cases, 4) if cases else 0.0


def _shares(shares: tuple[Share, ...]) -> list[dict[str, Any]]:
    return [
        {"value": one.value, "cases": one.cases, "safe": one.safe, "share": share_of(one.safe, one.cases)}
        for one in shares
    ]


def _time(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at is not None else None


def _event(names: Names, event: Event) -> dict[str, Any]:
    return {
        "at": _time(event.at),
        "done_at": _time(event.done_at),
        "procedure": event.procedure,
        "step": event.step,
        "text": names.step(event.procedure, event.step),
        "actor": event.actor,
        "agency": event.agency,
        "what": event.what,
        "ground": list(event.ground),
        "handed_to": event.handed_to,
        "waited": event.waited,
        "assumptions": list(event.assumptions),
    }


def _gap(names: Names, gap: Gap) -> dict[str, Any]:
    return {
        "kind": gap.kind,
        "at": _time(gap.at),
        "procedure": gap.procedure,
        "step": gap.step,
        "agency": gap.agency,
        "detail": gap.detail,
        "until": _time(gap.until),
        "text": gap_words(names, gap),
    }
