"""What is due, as a page groups it."""

from __future__ import annotations

from datetime import date

from plankit.views.agenda_page import stretches_of
from plankit.views.agenda_task import Deed, Task

DAY = date(2026, 11, 22)


def _task(key: str, day: date, who: str = "Aa", deed: Deed = Deed.REPORT) -> Task:
    return Task(key=key, deed=deed, day=day, title=key, subject=key, agencies=("a",), who=who)


def test_nothing_due_makes_no_stretch() -> None:
    """Empty stretches are left out."""
    assert stretches_of((), DAY) == ()


def test_stretches_are_past_the_next_three_months_and_later() -> None:
    """Today itself is not past; the same day three months on is still soon."""
    days = [date(2026, 11, 21), DAY, date(2027, 2, 22), date(2027, 2, 23)]
    found = stretches_of([_task(f"t{n}", day) for n, day in enumerate(days)], DAY)
    assert [(one.key, one.count) for one in found] == [("past", 1), ("soon", 2), ("later", 1)]


def test_like_tasks_of_one_party_stand_in_one_line() -> None:
    """The same deed by the same party by the same day is one line; another party or deed is another."""
    day = date(2026, 12, 31)
    tasks = [_task("t1", day), _task("t2", day), _task("t3", day, "Bb"), _task("t4", day, deed=Deed.CHECK)]
    lines = stretches_of(tasks, DAY)[0].lines
    assert [[task.key for task in line.tasks] for line in lines] == [["t1", "t2"], ["t3"], ["t4"]]


def test_three_months_from_the_end_of_a_long_month_end_in_the_short_one() -> None:
    """From 30 November it goes to 28 February."""
    found = stretches_of([_task("t", date(2027, 2, 28)), _task("u", date(2027, 3, 1))], date(2026, 11, 30))
    assert [one.key for one in found] == ["soon", "later"]
