"""Durations, hours of the day by class, and when an agency can be reached."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.walks.building import OFFICE, clock

from plankit.model.durations import Duration, after, read_duration
from plankit.model.parties import Agency, OpeningHours, Service
from plankit.walks.calendar import calendar_of
from plankit.walks.cases import read_moment
from plankit.walks.opening import read_hours, schedule_of

NO, SE = calendar_of("NO"), calendar_of("SE")


def _local(text: str) -> int:
    return NO.moment(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("PT0S", Duration(0, 0)),
        ("P1D", Duration(0, 86_400)),
        ("P2W", Duration(0, 14 * 86_400)),
        ("P1Y2M", Duration(14, 0)),
        ("PT1H30M", Duration(0, 5_400)),
        ("P1DT5S", Duration(0, 86_405)),
        (" PT2H ", Duration(0, 7_200)),
    ],
)
def test_duration_in_iso_is_read(text: str, read: Duration) -> None:
    """Months are kept apart from seconds, because the calendar decides how long they are."""
    assert read_duration(text) == read


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "1D", "PT1D", "P-1D", "soon", "P1H", None])
def test_duration_that_is_none_is_refused(text: str | None) -> None:
    """What is no duration is no limit."""
    assert read_duration(text) is None


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    """A month after 31 January is 28 February."""
    start = int(datetime.fromisoformat("2027-01-31T12:00+00:00").timestamp())
    assert datetime.fromtimestamp(after(start, Duration(1, 0)), NO.zone).date() == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("at", "hours"),
    [
        ("2027-01-12T07:59", "night"),
        ("2027-01-12T08:00", "office"),
        ("2027-01-12T15:29", "office"),
        ("2027-01-12T15:30", "evening"),
        ("2027-01-12T21:59", "evening"),
        ("2027-01-12T22:00", "night"),
        ("2027-01-16T12:00", "weekend"),
        ("2027-05-17T12:00", "holiday"),
        ("2027-12-25T03:00", "holiday"),
    ],
)
def test_hours_of_a_moment_follow_clock_and_holidays(at: str, hours: str) -> None:
    """The bounds belong to the class that begins there, and a public holiday wins over all."""
    assert NO.hours(_local(at)) == hours


def test_holidays_are_those_of_the_country() -> None:
    """17 May is a holiday in Norway only, 6 January in Sweden only; a Sunday is none by being a Sunday."""
    assert NO.is_holiday(date(2027, 5, 17))
    assert not SE.is_holiday(date(2028, 5, 17))
    assert SE.is_holiday(date(2027, 1, 6))
    assert not NO.is_holiday(date(2027, 1, 6))
    assert not SE.is_holiday(date(2027, 1, 10))


def test_country_that_is_not_known_has_no_holidays() -> None:
    """Nothing is invented of a country that nobody told of."""
    assert not calendar_of("XX").is_holiday(date(2027, 12, 25))


def _next(hours: list[dict[str, Any]], at: str) -> str:
    agency = Agency.model_validate({"id": "a", "name": "A", "opening_hours": hours})
    schedule = schedule_of(agency, (), NO)
    assert schedule is not None
    opens = schedule.next_open(_local(at))
    return clock(NO.local(opens)) if opens is not None else ""


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2027-01-12T08:00", "2027-01-12 08:00"),
        ("2027-01-12T15:29", "2027-01-12 15:29"),
        ("2027-01-12T15:30", "2027-01-13 08:00"),
        ("2027-01-15T16:30", "2027-01-18 08:00"),
        ("2027-03-24T16:00", "2027-03-30 08:00"),  # Easter
        ("2027-05-14T16:30", "2027-05-18 08:00"),  # 17 May is a Monday and Whit Monday
    ],
)
def test_office_opens_next_on_a_working_day(at: str, opens: str) -> None:
    """Closing time is outside; weekends and holidays are waited through."""
    assert _next(OFFICE, at) == opens


def test_opening_hours_over_midnight_last_into_the_next_day() -> None:
    """A duty service from 15:30 to 08:00 is there at three in the night after a day that it names."""
    night = [{"days": ["fri"], "opens": "15:30", "closes": "08:00"}]
    assert _next(night, "2027-01-16T03:00") == "2027-01-16 03:00"
    assert _next(night, "2027-01-16T08:00") == "2027-01-22 15:30"


def test_holiday_takes_only_entries_that_name_it_or_name_no_days() -> None:
    """On 17 May, a Monday, the hours of Mondays do not count."""
    monday = {"days": ["mon"], "opens": "08:00", "closes": "24:00"}
    assert _next([monday], "2027-05-17T12:00") == "2027-05-24 08:00"
    assert _next(
        [monday, {"days": ["holiday"], "opens": "14:00", "closes": "15:00"}], "2027-05-17T12:00"
    ) == ("2027-05-17 14:00")
    assert _next([{"opens": "11:00", "closes": "13:00"}], "2027-05-17T12:00") == "2027-05-17 12:00"


def test_nobody_opens_within_fourteen_days() -> None:
    """A wait that is longer than 14 days is none."""
    assert _next([{"days": ["never"], "opens": "08:00", "closes": "09:00"}], "2027-01-12T08:00") == ""


def test_wait_of_fourteen_days_is_the_longest() -> None:
    """Who opens on public holidays only is waited for when Easter is 14 days away, and not the day before."""
    holidays = [{"days": ["holiday"]}]
    assert _next(holidays, "2027-03-11T00:00") == "2027-03-25 00:00"
    assert _next(holidays, "2027-03-10T23:59") == ""


def test_entry_that_closes_when_it_opens_is_open_all_day() -> None:
    """From eight to eight is a day and a night."""
    assert _next([{"opens": "08:00", "closes": "08:00"}], "2027-01-12T07:00") == "2027-01-12 07:00"


def test_service_open_from_midnight_to_midnight_never_closes_at_clock_changes() -> None:
    """All day is all day on the days of 23 and 25 hours too."""
    whole = [{"opens": "00:00", "closes": "24:00"}]
    for at in ("2027-03-28T01:59", "2027-03-28T03:00", "2027-10-31T02:30", "2027-10-31T23:59"):
        assert _next(whole, at) == clock(NO.local(_local(at)))


def test_agency_without_hours_has_those_of_its_services_together() -> None:
    """An agency can be reached while one of its services can; its own hours win over theirs."""
    agency = Agency.model_validate({"id": "a", "name": "A"})
    early = Service.model_validate(
        {"id": "s", "name": "S", "opening_hours": [{"opens": "06:00", "closes": "07:00"}]}
    )
    late = Service.model_validate(
        {"id": "t", "name": "T", "opening_hours": [{"opens": "20:00", "closes": "21:00"}]}
    )
    both = schedule_of(agency, (early, late), NO)
    assert both is not None
    assert not both.assumed
    assert both.next_open(_local("2027-01-12T06:30")) == _local("2027-01-12T06:30")
    assert both.next_open(_local("2027-01-12T07:00")) == _local("2027-01-12T20:00")
    own = Agency.model_validate({"id": "a", "name": "A", "opening_hours": OFFICE})
    mine = schedule_of(own, (early,), NO)
    assert mine is not None
    assert mine.next_open(_local("2027-01-12T06:30")) == _local("2027-01-12T08:00")


def test_agency_around_the_clock_has_no_schedule() -> None:
    """Whoever is always there is never waited for, whether the agency or a service of it says so."""
    always = Service.model_validate({"id": "s", "name": "S", "around_the_clock": "true"})
    assert schedule_of(Agency.model_validate({"id": "a", "name": "A"}), (always,), NO) is None


def test_agency_that_tells_nothing_is_assumed_to_keep_office_hours() -> None:
    """The assumption is marked as one."""
    assumed = schedule_of(None, (), NO)
    assert assumed is not None
    assert assumed.assumed
    assert assumed.next_open(_local("2027-01-12T15:30")) == _local("2027-01-13T08:00")


@pytest.mark.parametrize("opens", ["8", "25:00", "08:60", "morning"])
def test_times_that_are_not_understood_open_nothing(opens: str) -> None:
    """An entry whose time is not understood is left out."""
    assert read_hours(OpeningHours(opens=opens, closes="24:00")) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2027-03-05T16:30", "2027-03-05 16:30"),
        ("2027-03-05 16:30", "2027-03-05 16:30"),
        ("fri 16:30", "2027-01-08 16:30"),  # 1 January is a Friday and a holiday
        ("FRI 9:05", "2027-01-08 09:05"),
        ("holiday 12:00", "2027-01-01 12:00"),
        ("clock-change 01:30", "2027-03-28 01:30"),
        ("someday 12:00", ""),
        ("fri 24:30", ""),
        ("fri", ""),
        ("0001-01-01T00:00", ""),
        ("9999-12-31T23:59", ""),
    ],
)
def test_moment_of_a_case_is_a_day_or_the_next_such_day(text: str, at: str) -> None:
    """A named weekday is never a public holiday; what is not understood is `None`."""
    assert clock(read_moment(text, NO, date(2027, 1, 1))) == at
