"""Times and actions of procedures in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plankit.html.page import Page
from plankit.language import N_count
from plankit.model.procedure import Step

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_WEEKS = re.compile(r"P(\d+)W")
_Words = tuple[str, str]

WITHIN: dict[str, _Words] = {
    "weeks": N_count("within {count} week", "within {count} weeks"),
    "days": N_count("within {count} day", "within {count} days"),
    "hours": N_count("within {count} hour", "within {count} hours"),
    "minutes": N_count("within {count} minute", "within {count} minutes"),
}
LASTING: dict[str, _Words] = {
    "weeks": N_count("{count} week", "{count} weeks"),
    "days": N_count("{count} day", "{count} days"),
    "hours": N_count("{count} hour", "{count} hours"),
    "minutes": N_count("{count} minute", "{count} minutes"),
}


def _measured(text: str) -> tuple[str, int] | None:
    """A duration as a number of the largest unit that it is a whole number of; `None` for what is none."""
    weeks = _WEEKS.fullmatch(text)
    if weeks:
        return "weeks", int(weeks[1])
    match = _DURATION.fullmatch(text)
    if not match or text in ("P", "PT"):
        return None
    days, hours, minutes, _ = (int(part or 0) for part in match.groups())
    if minutes:
        return "minutes", (days * 24 + hours) * 60 + minutes
    if hours:
        return "hours", days * 24 + hours
    return "days", days


def duration(page: Page, text: str) -> str:
    """An ISO 8601 duration as a time limit in words; other text as it is."""
    measured = _measured(text)
    if measured is None:
        return text
    unit, count = measured
    return page.count(*WITHIN[unit], count) if count else page.t("at once")


def lasting(page: Page, text: str) -> str:
    """An ISO 8601 duration as a length of time in words; other text as it is."""
    measured = _measured(text)
    if measured is None:
        return text
    unit, count = measured
    return page.count(*LASTING[unit], count)


def time_limit(page: Page, step: Step) -> str:
    """Within what time a step is due, in the plan's words or else in ours; empty where it has no limit."""
    if step.deadline_text:
        return page.reading.text(step.deadline_text)
    return duration(page, step.deadline) if step.deadline else ""


def actions(page: Page, ids: Iterable[str]) -> list[str]:
    """Actions of the guide's list, in words."""
    return [page.reading.title(one) for one in ids]
