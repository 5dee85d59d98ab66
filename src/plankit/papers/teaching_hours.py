"""When a service can be reached, in a few words that fit a poster."""

from __future__ import annotations

from plankit.html.help import DAYS
from plankit.language import N_
from plankit.model.parties import OpeningHours, Service
from plankit.views.reading import Reading

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday")


def hours_of(reading: Reading, service: Service) -> str:
    """Such as `Monday–Friday 08:00–15:30`; as the plan tells it in words where it does; empty where it says nothing."""
    if service.around_the_clock:
        return reading.words(N_("around the clock"))
    if service.opening_hours:
        by_days: dict[str, list[str]] = {}
        for one in service.opening_hours:
            by_days.setdefault(_days(reading, one), []).append(
                f"{one.opens or ''}–{one.closes or ''}".strip("–")
            )
        told = (f"{days} {', '.join(times)}".strip() for days, times in by_days.items())
        return "; ".join(told)
    return reading.text(service.hours)


def _days(reading: Reading, one: OpeningHours) -> str:
    """The days; three or more in a row as the first and the last."""
    if not one.days:
        return reading.words(N_("every day"))
    known = sorted({_WEEK.index(day) for day in one.days if day in _WEEK})
    parts: list[str] = []
    runs: list[list[int]] = []
    for day in known:
        # Holidays are no day of the week: they end a run.
        if runs and day == runs[-1][-1] + 1 and day < len(_WEEK) - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        names = [reading.words(DAYS[_WEEK[day]]) for day in run]
        parts.append(f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names))
    return ", ".join([*parts, *(day for day in one.days if day not in _WEEK)])
