"""`plankit due`: the agenda as text, JSON and calendars."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import vobject
from click.testing import Result
from icalendar import Calendar

Plan = Callable[..., Path]
Run = Callable[..., Result]

TEXT = """\
plan: {id: p, title: Trygg, language: nb, period: 2026-2027, process_owner: Koordinator}
agencies: [{id: school, name: Skolen}, {id: health, name: Helse}]
measures:
- {id: m1, title: "Åpent hus; med «kaffe», og mer", deadline: 2026-09, responsible: school}
- {id: m2, title: Kurs, deadline: 2027-06, responsible: health}
"""
DAY = ("--date", "2026-11-22")


def test_due_text_tells_late_soon_and_later(plan: Plan, run: Run) -> None:
    """Three headings, each task on a line with day, deed and who; something late ends with exit code 1."""
    plan(TEXT)
    result = run("due", "my-plan", *DAY, "--language", "en")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == "Late:"
    assert "  2026-09-30 Carry out: Åpent hus; med «kaffe», og mer – Skolen (2026-09)" in lines
    assert lines[-1] == "1 late, 2 within sixty days, 2 later."


def test_due_with_nothing_late_ends_well(plan: Plan, run: Run) -> None:
    """A plan on time passes in CI."""
    plan(TEXT)
    assert run("due", "my-plan", "--date", "2026-02-01").exit_code == 0


def test_due_json_holds_one_agency_and_the_asked_days(plan: Plan, run: Run) -> None:
    """`--agency` and `--days` cut the list down; the document names plan and day."""
    plan(TEXT)
    result = run("due", "my-plan", *DAY, "--format", "json", "--agency", "school", "--days", "60")
    document = json.loads(result.stdout)
    assert (document["plan"], document["date"]) == ("p", "2026-11-22")
    assert {(one["deed"], one["day"], one["state"]) for one in document["tasks"]} == {
        ("carry-out", "2026-09-30", "late"),
        ("report", "2026-12-31", "soon"),
    }


def test_due_agency_that_is_not_there_is_told_with_a_near_one(plan: Plan, run: Run) -> None:
    """A misspelt agency is an error of the call."""
    plan(TEXT)
    result = run("due", "my-plan", "--agency", "schol")
    assert result.exit_code == 2
    assert "Did you mean “school”?" in result.stderr


def test_due_calendars_are_read_by_two_readers(plan: Plan, run: Run, tmp_path: Path) -> None:
    """A calendar for each agency and one of everything; to-dos and whole days agree, and alarms lie before them."""
    plan(TEXT)
    run("due", "my-plan", *DAY, "--format", "ics", "-o", "out")
    assert sorted(path.name for path in Path("out").iterdir()) == ["all.ics", "health.ics", "school.ics"]
    data = Path("out/school.ics").read_bytes()
    calendar: Any = Calendar.from_ical(data)
    events, todos = calendar.walk("VEVENT"), calendar.walk("VTODO")
    assert len(events) == len(todos) == 2
    assert {one["dtstart"].dt for one in events} == {date(2026, 9, 30), date(2026, 12, 31)}
    assert {one["due"].dt - timedelta(days=1) for one in todos} == {one["dtstart"].dt for one in events}
    assert all(alarm["trigger"].dt < timedelta(0) for alarm in calendar.walk("VALARM"))
    other = vobject.readOne(data.decode())
    assert "Åpent hus; med «kaffe», og mer" in {
        one.summary.value.split(": ", 1)[1] for one in other.vevent_list
    }


def test_due_calendar_is_the_same_on_two_runs_and_ids_stay(plan: Plan, run: Run) -> None:
    """The same plan gives the same bytes; on another day the ids are still the same."""
    plan(TEXT)
    first = run("due", "my-plan", *DAY, "--format", "ics")
    again = run("due", "my-plan", *DAY, "--format", "ics")
    later = run("due", "my-plan", "--date", "2026-11-23", "--format", "ics")
    assert first.stdout_bytes == again.stdout_bytes
    ids = [[str(one["uid"]) for one in _events(result.stdout_bytes)] for result in (first, later)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def _events(data: bytes) -> Any:
    return Calendar.from_ical(data).walk("VEVENT")


def test_due_without_a_plan_is_an_error_of_the_call(here: Path, run: Run) -> None:
    """An empty folder is told of in one line."""
    (here / "empty").mkdir()
    result = run("due", "empty")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
