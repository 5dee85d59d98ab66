"""One exercise a month: on a working Tuesday, from what the kit holds, and quiet in a calendar that others see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from tests.teaching.kits import small_kit
from tests.teaching.small_guide import small_guide

from plankit.calendar_files.monthly import FILE, write_calendar
from plankit.guides import load_guide
from plankit.model.guide import Guide
from plankit.model.teaching import MonthlyExercise
from plankit.teaching.kit import Kit, kit_of
from plankit.teaching.monthly import monthly, of_kind, working_tuesday
from plankit.teaching.subject import Subject
from plankit.views.guide_reading import guide_reading

KINDS = (
    "responsible",
    "case",
    "duty",
    "branching",
    "help",
    "dilemma",
    "order",
    "gap-hunt",
    "table-top",
    "own",
)


def _exercise(month: int, **given: object) -> MonthlyExercise:
    told = {
        "id": f"month-{month}",
        "month": str(month),
        "title": f"Exercise {month}",
        "text": "Ten minutes at the staff meeting.",
        "minutes": "10",
        "exercise": KINDS[month % len(KINDS)],
        "objectives": ("obj-who",),
        **given,
    }
    return MonthlyExercise.model_validate(told)


def _kit(*exercises: MonthlyExercise, today: date = date(2026, 11, 22), audience: str = "all") -> Kit:
    whole = small_guide()
    guide = Guide(
        **{
            **{name: getattr(whole, name) for name in type(whole).model_fields},
            "monthly_exercises": exercises or tuple(_exercise(month) for month in range(1, 13)),
        }
    )
    small = small_kit()
    reading = guide_reading(guide, "en")
    return replace(small, subject=replace(small.subject, reading=reading, today=today, audience=audience))


def _events(kit: Kit, folder: Path) -> list[Event]:
    write_calendar(kit, folder)
    return [
        one
        for one in Calendar.from_ical((folder / FILE).read_bytes()).walk("VEVENT")
        if isinstance(one, Event)
    ]


def _told(event: Event) -> str:
    return str(event["description"])


def test_year_begins_with_the_month_after_and_has_each_month_once() -> None:
    """A kit of late November begins in December and ends in November."""
    items = monthly(_kit())
    assert [(one.date.year, one.date.month) for one in items] == [
        (2026, 12),
        *((2027, month) for month in range(1, 12)),
    ]
    assert {one.date.weekday() for one in items} == {1}
    assert max(one.date.day for one in items) <= 14


@pytest.mark.parametrize(
    ("first", "day"),
    [(date(2027, 3, 1), 2), (date(2029, 5, 1), 8), (date(2030, 1, 1), 8), (date(2026, 12, 1), 1)],
)
def test_first_tuesday_that_is_a_holiday_gives_way_to_the_next(first: date, day: int) -> None:
    """The first of May 2029 and New Year 2030 are Tuesdays on which nobody has a staff meeting."""
    assert working_tuesday(first, "NO").day == day


def test_country_whose_holidays_are_unknown_still_gets_a_tuesday() -> None:
    """A guide for another country has a calendar too."""
    assert working_tuesday(date(2030, 1, 1), "XX") == date(2030, 1, 1)


def test_each_exercise_is_done_with_something_of_its_kind_and_nothing_twice() -> None:
    """What the month uses is of the kind that the guide asks for, and another each time while there is another."""
    kit = _kit(*(_exercise(month, exercise="duty") for month in range(1, 4)))
    items = monthly(kit)
    held = {one.id for one in of_kind(kit, "duty")}
    assert {name for one in items for name in one.ids} == held
    for one in monthly(_kit()):
        assert one.ids
        assert set(one.ids) <= {used.id for used in of_kind(_kit(), one.exercise)}


def test_exercise_for_which_the_kit_has_nothing_stays_without() -> None:
    """A kit without a plan has no gap hunt; the month is told all the same."""
    kit = replace(_kit(_exercise(3, exercise="gap-hunt")), hunt=None)
    (item,) = monthly(kit)
    assert (item.used, item.ids, item.title) == (None, (), "Exercise 3")


def test_audience_gets_its_own_exercise_before_one_for_everybody() -> None:
    """And never one that is for others."""
    exercises = (
        _exercise(3, id="for-all"),
        _exercise(3, id="for-council", audiences=("council",)),
        _exercise(4, id="for-school", audiences=("school",)),
    )
    assert [one.id for one in monthly(_kit(*exercises, audience="council"))] == ["for-council"]
    assert [one.id for one in monthly(_kit(*exercises, audience="school"))] == ["for-all", "for-school"]
    assert [one.id for one in monthly(_kit(*exercises))] == ["for-all", "for-school"]


def test_calendar_is_whole_days_that_any_program_can_read(tmp_path: Path) -> None:
    """Twelve events with the day, the minutes, and what to do, stamped with the day of the kit."""
    events = _events(_kit(), tmp_path)
    assert len(events) == 12
    first = events[0]
    assert first["summary"] == "Exercise 12 (10 minutes)"
    assert first["dtstart"].to_ical() == b"20261201"
    assert {one["dtstamp"].to_ical() for one in events} == {b"20261122T000000Z"}
    assert len({str(one["uid"]) for one in events}) == 12
    assert {(str(one["class"]), str(one["transp"])) for one in events} == {("PRIVATE", "TRANSPARENT")}
    assert all(_told(one).startswith("Ten minutes at the staff meeting.") for one in events)


def test_title_that_tells_the_theme_is_not_what_the_entry_is_called(tmp_path: Path) -> None:
    """Somebody else may see the calendar; a title that tells nothing stays."""
    events = _events(_kit(_exercise(3, title="On heat"), _exercise(4, title="Who does what")), tmp_path)
    assert [str(one["summary"]) for one in events] == [
        "Exercise of the month (10 minutes)",
        "Who does what (10 minutes)",
    ]


def test_entry_tells_the_question_but_not_its_answer(tmp_path: Path) -> None:
    """All there is to choose from stands in it; feedback, and what decides, stay in the kit."""
    questions = tuple(one for one in small_kit().questions if one.id in ("q-one", "q-order", "q-match"))
    kit = _kit(
        _exercise(3, exercise="responsible"),
        _exercise(4, exercise="order"),
        _exercise(5, exercise="responsible"),
    )
    told = "\n".join(_told(one) for one in _events(replace(kit, questions=questions), tmp_path))
    for question in questions:
        assert question.text in told
        assert all(one.text in told for one in question.choices)
        assert all(one.feedback not in told for one in question.choices if one.feedback)
        assert not question.feedback or question.feedback not in told
    assert "– Help\n– Look\n– Tell" in told
    assert "Shade · Warning" not in told


def test_entry_of_a_case_tells_its_warning_and_title_but_no_story(tmp_path: Path) -> None:
    """A calendar lies open on a telephone; the story is read in the room, after the warning."""
    kit = _kit(_exercise(3, exercise="case"))
    (event,) = _events(kit, tmp_path)
    assert kit.cases[0].warning in _told(event)
    assert kit.cases[0].title in _told(event)
    assert kit.cases[0].story not in _told(event)


def test_same_kit_gives_the_same_bytes_and_a_later_one_the_same_ids(tmp_path: Path) -> None:
    """A calendar that reads the file anew in a month finds each month again, whatever it is done with."""
    write_calendar(_kit(), tmp_path / "a")
    write_calendar(_kit(), tmp_path / "b")
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()
    early = {str(one["uid"]) for one in _events(_kit(), tmp_path / "a")}
    late = {str(one["uid"]) for one in _events(_kit(today=date(2026, 12, 22)), tmp_path / "c")}
    assert len(early & late) == 11
    other = {str(one["uid"]) for one in _events(_kit(audience="school"), tmp_path / "d")}
    assert not early & other


def test_guide_without_exercises_gives_no_calendar(tmp_path: Path) -> None:
    """An empty calendar helps nobody."""
    kit = _kit(_exercise(3, audiences=("council",)), audience="school")
    write_calendar(kit, tmp_path)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("name", ["no-vold", "se-vald"])
def test_guide_that_comes_with_plankit_fills_a_quiet_year(name: str, tmp_path: Path) -> None:
    """Every audience of it has twelve months, and no entry is called by the theme."""
    guide, _ = load_guide(name, teaching=True)
    assert guide is not None
    assert guide.audiences
    for audience in ("all", *(one.id for one in guide.audiences)):
        reading = guide_reading(guide, guide.guide.language)
        subject = Subject(reading=reading, has_plan=False, today=date(2026, 11, 22), audience=audience)
        events = _events(kit_of(subject), tmp_path / audience)
        assert len(events) == 12
        stems = guide.guide.revealing
        assert not [one for one in events if any(stem in str(one["summary"]).casefold() for stem in stems)]
