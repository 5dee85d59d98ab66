"""Cases ready to be walked: from a plan, from a guide, and from one line of text and back."""

from __future__ import annotations

import re
import shlex
from datetime import date, datetime, time, timedelta

from plankit.model.case import Case, CaseFields
from plankit.model.guide import GuideCase
from plankit.model.vocabulary import OF_GUIDE, built_in
from plankit.walks.calendar import FIRST_YEAR, LAST_YEAR, WEEKDAYS, Calendar
from plankit.walks.prepared import Prepared
from plankit.walks.result import WalkCase

_DAY_AND_TIME = re.compile(r"([a-z-]+) +(\d{1,2}):(\d{2})", re.ASCII)
_FARTHEST = 400
"""Days within which `holiday` and the weekdays are looked for."""

KEYS = ("exposed", "door", "severity", "at", "leader", "suspect", "adaptation", "participant")
"""The keys of a case as text, in their order."""
_MUST_HAVE = ("exposed", "door", "severity", "at")
_LISTS = {
    "exposed": "target-group",
    "door": "door",
    "severity": "severity",
    "leader": "leader",
    "suspect": "suspect",
    "adaptation": "adaptation",
}


class CaseError(ValueError):
    """A case cannot be walked: `reason` is a code, `values` tell more."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(f"{reason}: {values}")
        self.reason = reason
        """`no-moment`, `unknown-key`, `missing-key`, `unknown-word` or `twice`."""
        self.values = values


def read_moment(text: str, calendar: Calendar, base: date) -> datetime | None:
    """The local time that `text` writes: a day and time, or the next `fri 16:30` or `holiday 12:00` from `base` on.

    A day of the week is one that is no public holiday, so that the case keeps its meaning in every year; `holiday` is
    a public holiday from Monday to Friday, and `clock-change` the next night in which the clocks are changed.
    """
    text = text.strip().casefold()
    match = _DAY_AND_TIME.fullmatch(text)
    try:
        if match is None:
            local = datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)
            return local if FIRST_YEAR <= local.year <= LAST_YEAR else None
        at = time(int(match[2]), int(match[3]))
    except ValueError:
        return None
    day = _next_day(match[1], calendar, base)
    return datetime.combine(day, at) if day else None


def _next_day(word: str, calendar: Calendar, base: date) -> date | None:
    if word == "clock-change":
        return calendar.clock_change(base)
    for ahead in range(_FARTHEST):
        day = base + timedelta(days=ahead)
        holiday = calendar.is_holiday(day)
        if (word == "holiday" and holiday and day.weekday() < 5) or (
            not holiday and word == WEEKDAYS[day.weekday()]
        ):
            return day
    return None


def walk_case(ready: Prepared, told: CaseFields) -> WalkCase:
    """A case of a plan or guide, its words as codes. Raises `CaseError` where its time is not understood."""
    at = read_moment(told.at, ready.calendar, ready.base)
    if at is None:
        raise CaseError("no-moment", value=told.at)
    code = ready.conditions.code
    return WalkCase(
        exposed=code("target-group", told.exposed),
        door=code("door", told.door),
        severity=code("severity", told.severity),
        at=at,
        leader_reachable=told.leader_reachable is not False,
        suspect=code("suspect", told.suspect) if told.suspect else None,
        adaptations=tuple(code("adaptation", word) for word in told.adaptations),
        participant=told.participant,
        id=told.id if isinstance(told, Case | GuideCase) else None,
        title=told.title,
        must=told.must,
    )


def all_cases(ready: Prepared) -> tuple[CaseFields, ...]:
    """The guide's cases, then the plan's own. One of the plan's with the id of a guide's takes its place."""
    own = {case.id for case in ready.plan.cases}
    guides = ready.guide.cases if ready.guide else ()
    return (*(case for case in guides if case.id not in own), *ready.plan.cases)


def case_text(case: WalkCase) -> str:
    """The case on one line, as `read_case_text` reads it. What it must do is not in it."""
    pairs = [("exposed", case.exposed), ("door", case.door), ("severity", case.severity)]
    pairs.append(("at", case.at.isoformat(timespec="minutes")))
    if not case.leader_reachable:
        pairs.append(("leader", "out-of-reach"))
    if case.suspect is not None:
        pairs.append(("suspect", case.suspect))
    pairs += [("adaptation", one) for one in case.adaptations]
    if case.participant is not None:
        pairs.append(("participant", case.participant))
    return " ".join(f"{key}={shlex.quote(value)}" for key, value in pairs)


def read_case_text(ready: Prepared, text: str) -> WalkCase:
    """The case that one line writes: `exposed=child door=school severity=serious at='fri 16:30'`.

    Raises `CaseError` where a key or word is not known, or one that every case must have is missing.
    """
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise CaseError("unknown-key", value=text, known=", ".join(KEYS)) from error
    given: dict[str, list[str]] = {}
    for word in words:
        key, _, value = word.partition("=")
        if key not in KEYS or not value:
            raise CaseError("unknown-key", value=word, known=", ".join(KEYS))
        if key in given and key != "adaptation":
            raise CaseError("twice", key=key)
        given.setdefault(key, []).append(_known(ready, key, value))
    missing = [key for key in _MUST_HAVE if key not in given]
    if missing:
        raise CaseError("missing-key", key=missing[0])
    at = read_moment(given["at"][0], ready.calendar, ready.base)
    if at is None:
        raise CaseError("no-moment", value=given["at"][0])
    return WalkCase(
        exposed=given["exposed"][0],
        door=given["door"][0],
        severity=given["severity"][0],
        at=at,
        leader_reachable=given.get("leader", ["reachable"])[0] == "reachable",
        suspect=given.get("suspect", [None])[0],
        adaptations=tuple(given.get("adaptation", ())),
        participant=given.get("participant", [None])[0],
    )


def _known(ready: Prepared, key: str, word: str) -> str:
    """The code of a word in a case as text; a word of a list that has no codes at all stays as it is."""
    if key == "participant":
        known = [one.id for one in ready.plan.participants if one.id]
        if word not in known:
            raise CaseError("unknown-word", key=key, value=word, known=", ".join(known))
        return word
    field = _LISTS.get(key)
    if field is None:
        return word
    code = ready.vocabulary.code(field, word)
    if code is None and ready.vocabulary.has(field):
        raise CaseError("unknown-word", key=key, value=word, known=", ".join(codes_of(ready, field)))
    return code or word.casefold().strip()


def codes_of(ready: Prepared, field: str) -> tuple[str, ...]:
    """The codes of a list, in its own order."""
    kind = OF_GUIDE.get(field)
    if kind is None:
        return tuple(built_in().get(field, ()))
    return tuple(term.id for term in getattr(ready.guide, kind)) if ready.guide else ()
