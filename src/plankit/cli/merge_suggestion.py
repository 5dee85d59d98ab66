"""What the tables of municipalities know of those whose plans are merged: a suggestion, nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from plankit.language import N_, translate

if TYPE_CHECKING:
    from plankit.model.plan import Plan


def suggest_merger(plans: Sequence[Plan], today: date, language: str) -> Iterator[str]:
    """A line for each municipality of today that several of the plans' municipalities have become."""
    from plankit.places.changes import ChangeKind, Place, changes

    became: dict[tuple[Place, date], list[Place]] = {}
    for plan in plans:
        numbers = {one.number for one in plan.participants if one.number}
        for change in changes(plan.plan.country or "NO"):
            if change.kind is ChangeKind.MERGED and change.old.number in numbers and change.day <= today:
                old = became.setdefault((change.new[0], change.day), [])
                if change.old not in old:
                    old.append(change.old)
    for (new, day), old in became.items():
        if len(old) > 1:
            message = N_(
                "{old} became {new} on {date}. If that is why you merge: --kind merger --municipality “{name}” --on {date}"
            )
            yield translate(message, language).format(
                old=", ".join(map(str, old)), new=new, name=new.name, date=day.isoformat()
            )
