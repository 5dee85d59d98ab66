"""Provisions of a guide as texts write them, and which of them hold on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from plankit.model.base import Translated
from plankit.model.guide import Guide
from plankit.model.guide_law import Act, Law

ToText = Callable[[str | Translated | None], str]


def act_of(guide: Guide, law: Law) -> Act | None:
    """The act that a provision stands in."""
    found = guide.by_id.get(law.act)
    return found if isinstance(found, Act) else None


def law_name(guide: Guide, name: str, text: ToText) -> str:
    """The provision with this id as texts write it, `krisesenterlova § 2`; the id where there is none."""
    law = guide.by_id.get(name)
    if not isinstance(law, Law):
        return name
    act = act_of(guide, law)
    words = text(act.short_name) if act else law.act
    return f"{words} {law.section}" if law.section else words


def in_force(entry: Act | Law, day: date) -> bool:
    """Whether an act or provision is in force on `day`, as far as the guide knows its dates."""
    first = entry.valid_from.start_day if entry.valid_from else None
    last = entry.valid_to.end_day if entry.valid_to else None
    return (first is None or first <= day) and (last is None or day <= last)
