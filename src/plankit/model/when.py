"""When something happens or is due: the words of the plan beside what they mean.

The words are kept exactly. What they mean is worked out from them (`reading`), unless the file says
it outright. Only kinds with an end can be compared or become overdue: "continuously" is never late
and never done.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from plankit.model import calendar_words
from plankit.model.base import Entity, checked
from plankit.model.partial_dates import first_day, is_partial_date, last_day


class WhenKind(StrEnum):
    """The kinds of time met in 42 real plans."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    RANGE = "range"
    START_ONLY = "start-only"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    PLAN_PERIOD = "plan-period"
    EVENT = "event"
    NOT_APPLICABLE = "not-applicable"
    PLACEHOLDER = "placeholder"
    UNREAD = "unread"


WITH_END = frozenset(
    {WhenKind.DATE, WhenKind.MONTH, WhenKind.QUARTER, WhenKind.HALF_YEAR, WhenKind.YEAR, WhenKind.RANGE}
)
"""Kinds that have a last day and can therefore be late."""


def _check_partial(value: str) -> str:
    if not is_partial_date(value):
        raise PydanticCustomError("date", "not a date: {value}", {"value": value})
    return value


PartialDate = Annotated[str, checked(_check_partial)]
"""`2027`, `2027-H1`, `2027-Q3`, `2027-06` or `2027-06-30`, as written."""


class Reading(NamedTuple):
    """What a `When` means: its kind, first and last day, and how often it comes back."""

    kind: WhenKind
    start: date | None = None
    end: date | None = None
    recurrence: str | None = None


class When(Entity):
    """A point or stretch of time, as written and as understood.

    Written as plain words (`Q3 2027`, `løpende`) or as a mapping with `text` and the parts that the
    words alone do not tell.
    """

    text: str
    kind: WhenKind | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    recurrence: str | None = None
    """ISO 8601 duration between two occurrences: `P1Y`, `P6M`."""
    event: str | None = None
    """What it waits for, when it waits for something."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"text": value}
        if isinstance(value, dict) and "text" not in value and ("start" in value or "end" in value):
            return {**value, "text": _joined(value.get("start"), value.get("end"))}
        return value

    @model_serializer(mode="wrap")
    def _to_words(self, handler: SerializerFunctionWrapHandler) -> str | dict[str, Any]:
        given = {key: value for key, value in handler(self).items() if value is not None}
        if given.keys() == {"text"}:
            return self.text
        if (self.start or self.end) and self.text == _joined(self.start, self.end):
            del given["text"]
        return given

    @cached_property
    def reading(self) -> Reading:
        """What it means. Parts that the file gives win over what the words say."""
        said = calendar_words.read(self.text)
        kind, start, end, recurrence = WhenKind(said.kind), said.start, said.end, said.recurrence
        if self.start or self.end:
            start = first_day(self.start) if self.start else None
            end = last_day(self.end) if self.end else None
            kind = WhenKind.RANGE if end else WhenKind.START_ONLY
        if self.recurrence:
            kind, recurrence = WhenKind.RECURRING, self.recurrence
        if self.event:
            kind = WhenKind.EVENT
        return Reading(self.kind or kind, start, end, recurrence)

    @property
    def start_day(self) -> date | None:
        """The first day, where there is one."""
        return self.reading.start

    @property
    def end_day(self) -> date | None:
        """The last day, where there is one."""
        return self.reading.end

    def is_over(self, day: date) -> bool | None:
        """Whether it lies wholly before `day`; `None` where the question makes no sense."""
        kind, _, end, _ = self.reading
        return end < day if end and kind in WITH_END else None

    def is_before(self, other: When) -> bool | None:
        """Whether it ends before `other` ends; `None` where one of the two has no end to compare."""
        mine, theirs = self.reading, other.reading
        if mine.kind not in WITH_END or theirs.kind not in WITH_END or not mine.end or not theirs.end:
            return None
        return mine.end < theirs.end

    def sort_key(self) -> tuple[int, date, str]:
        """Orders what has an end by that end, then what has only a start, then the rest by its words."""
        _, start, end, _ = self.reading
        if end:
            return (0, end, self.text)
        if start:
            return (1, start, self.text)
        return (2, date.max, self.text)


def _joined(start: object, end: object) -> str:
    return "–".join(str(part) for part in (start, end) if part)


Period = When
"""A stretch of time; written `2026–2029` or `{start: 2026, end: 2029}`."""
