"""What must be checked again: telephone numbers, and provisions of law that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plankit.language import N_
from plankit.model.base import Item
from plankit.model.durations import read_duration
from plankit.model.when import When
from plankit.views.agenda_task import Deed, Task
from plankit.views.citations import law_book
from plankit.views.passages import Passages
from plankit.views.reading import Reading

A_YEAR = "P1Y"
"""How long a telephone number holds that somebody has called or looked up, where the guide says nothing."""


def numbers(reading: Reading, today: date) -> Iterator[Task]:
    """Telephone numbers, a year after they were checked; of the guide's, as long after as the guide says."""
    code = reading.vocabulary.code
    found: list[tuple[Item, str, str | None, When | None]] = [
        (one, reading.text(one.party), one.agency, one.verified_on)
        for one in reading.plan.contacts
        if code("channel", one.channel) in ("phone", "sms")
    ]
    found += [
        (one, reading.text(one.name), one.agency, one.verified_on)
        for one in reading.plan.services
        if one.phone
    ]
    for number, (entry, name, agency, checked) in enumerate(found, start=1):
        day = _after(checked, A_YEAR)
        yield Task(
            key=f"number.{entry.id or f'{name}-{number}'}",
            deed=Deed.CHECK,
            day=day or today,
            title=reading.words(N_("The number of {name}")).format(name=name),
            subject=entry.id or "",
            agencies=(agency,) if agency else (),
            who=reading.text(reading.plan.plan.process_owner),
            until_told=checked.text if checked else reading.words(N_("never checked")),
        )
    limit = reading.guide.guide.number_limit if reading.guide else None
    for line in reading.guide.help_lines if reading.guide else ():
        day = _after(line.checked_on, limit or A_YEAR)
        if day is not None and line.number:
            yield Task(
                key=f"line.{line.id}",
                deed=Deed.CHECK,
                day=day,
                title=reading.words(N_("The number of {name}")).format(name=reading.text(line.name)),
                subject=line.id,
                who=reading.words(N_("whoever looks after the guide")),
                until_told=line.checked_on.text if line.checked_on else "",
            )


def laws(reading: Reading, today: date) -> Iterator[Task]:
    """Provisions of the guide that the plan refers to and nobody has confirmed, as long after as the guide says."""
    guide = reading.guide
    limit = guide.guide.law_limit if guide else None
    if guide is None or limit is None:
        return
    book, passages = law_book(guide), Passages(reading.plan)
    cited = {one.law for passage in book.in_plan(passages) for one in book.find(passage.text, today)}
    for law in guide.laws:
        day = _after(law.checked_on, limit)
        if law.confidence == "unconfirmed" and day is not None and law.id in cited:
            yield Task(
                key=f"law.{law.id}",
                deed=Deed.CHECK,
                day=day,
                title=reading.law_name(law.id),
                subject=law.id,
                who=reading.words(N_("whoever looks after the guide")),
                until_told=law.checked_on.text if law.checked_on else "",
            )


def _after(checked: When | None, duration: str) -> date | None:
    """The day that lies an ISO 8601 duration after the last day of `checked`."""
    day, length = checked.end_day if checked else None, read_duration(duration)
    if day is None or length is None:
        return None
    month = day.month - 1 + length.months
    year = day.year + month // 12
    if year > 9000:
        return None
    return date(year, month % 12 + 1, min(day.day, 28)) + timedelta(seconds=length.seconds)
