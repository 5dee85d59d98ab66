"""A country's time: its clock with daylight saving, its public holidays, and the hours of a day by class.

Moments are whole seconds in UTC. Local time is only for people and for opening hours, so that time never runs
backwards when the clocks are changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

ZONES: Mapping[str, str] = {
    "NO": "Europe/Oslo",
    "SE": "Europe/Stockholm",
    "DK": "Europe/Copenhagen",
    "FI": "Europe/Helsinki",
    "IS": "Atlantic/Reykjavik",
}
"""Clock of each country that is known; any other has UTC."""

OFFICE = (8 * 60, 15 * 60 + 30)
"""Office hours from Monday to Friday, in minutes of the day."""
EVENING_ENDS = 22 * 60
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Years that cases may happen in; of others no holidays are known."""
LAST_MOMENT = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp())
"""Where time stands still, however long the steps of a plan take."""


class Calendar:
    """The time of one country. It remembers what it has worked out; what it answers never changes."""

    def __init__(self, country: str) -> None:
        self.country = country
        self.zone = ZoneInfo(ZONES.get(country, "UTC"))
        self._holidays: dict[int, frozenset[date]] = {}
        self._classes: dict[int, str] = {}

    def moment(self, local: datetime) -> int:
        """The moment of a local time; one that the clocks jump over is read as if they had not yet been changed."""
        return int(local.replace(tzinfo=self.zone).timestamp())

    def minute(self, day: date, minute: int) -> int:
        """The moment when the clock shows `minute` of `day`; 1440 is midnight at its end."""
        days, rest = divmod(minute, 1440)
        return self.moment(datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60)))

    def local(self, moment: int) -> datetime:
        """What the clock shows at a moment."""
        return datetime.fromtimestamp(moment, self.zone)

    def is_holiday(self, day: date) -> bool:
        """Whether `day` is a public holiday. A Sunday is none by being a Sunday."""
        found = self._holidays.get(day.year)
        if found is None:
            found = self._holidays[day.year] = _holidays(self.country, day.year)
        return day in found

    def hours(self, moment: int) -> str:
        """The class that a moment belongs to: `holiday`, `weekend`, `office`, `evening` or `night`."""
        found = self._classes.get(moment)
        if found is None:
            found = self._classes[moment] = self._class_of(self.local(moment))
        return found

    def _class_of(self, local: datetime) -> str:
        if self.is_holiday(local.date()):
            return "holiday"
        if local.weekday() >= 5:
            return "weekend"
        minute = local.hour * 60 + local.minute
        if OFFICE[0] <= minute < OFFICE[1]:
            return "office"
        return "evening" if OFFICE[1] <= minute < EVENING_ENDS else "night"

    def clock_change(self, day: date) -> date | None:
        """The first day from `day` on whose night changes the clocks; `None` where no such day comes in a year."""
        for ahead in range(400):
            one = day + timedelta(days=ahead)
            if self.minute(one, 1440) - self.minute(one, 0) != 86_400:
                return one
        return None


@lru_cache(maxsize=8)
def calendar_of(country: str) -> Calendar:
    """The time of a country, by its two letters."""
    return Calendar(country)


@lru_cache(maxsize=64)
def _holidays(country: str, year: int) -> frozenset[date]:
    import holidays  # a quarter of a second: only when somebody walks

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
