"""A whole day of training on paper: the parts of a running case to hand out, and the day of whoever leads it."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.model.teaching import RunningCase
from plankit.papers.blocks import Block, Chapter, Document, Heading, Listing, Span
from plankit.papers.teaching_cases import warned
from plankit.papers.teaching_facilitator import FILES, ONLY_LEADERS, OWN_EXPERIENCE, QUESTIONS, READY
from plankit.papers.teaching_frame import Frame, line, write_lines
from plankit.teaching.day import DayItem, training_day
from plankit.teaching.kit import Kit

SHEETS, DAY = N_("One case through a day"), N_("A whole day, for whoever leads")


def day_sheets(kit: Kit, size: str = "a4") -> Document | None:
    """Each part of the running cases on a sheet of its own; `None` where the guide has none for the audience."""
    frame = Frame(kit)
    chapters = tuple(
        Chapter(
            name=f"{one.id}-{place}",
            title=f"{place}. {frame.reading.text(part.title)}",
            level=1,
            blocks=tuple(_sheet(frame, one, place - 1, size)),
        )
        for one in _running(kit)
        for place, part in enumerate(one.parts, start=1)
    )
    return frame.paper(frame.t(SHEETS), chapters, kind="leaves", size=size) if chapters else None


def day_script(kit: Kit) -> Document | None:
    """The day of each running case, hour by hour; `None` where the guide has none for the audience."""
    frame = Frame(kit)
    t = frame.t
    chapters = [
        Chapter(name=one.id, title=frame.reading.text(one.title), level=1, blocks=tuple(_day(frame, one)))
        for one in _running(kit)
    ]
    if not chapters:
        return None
    before = (
        *frame.labelled(t(N_("Room")), map(t, READY)),
        *frame.labelled(t(N_("If somebody tells of own experience")), map(t, OWN_EXPERIENCE)),
    )
    chapters.insert(0, Chapter(name="before", title=t(N_("Before they come")), level=1, blocks=before))
    return frame.paper(t(DAY), chapters, front=(line(t(ONLY_LEADERS), "warning"), frame.help()))


def _running(kit: Kit) -> tuple[RunningCase, ...]:
    subject = kit.subject
    return tuple(one for one in subject.guide.running_cases if subject.is_for(one.audiences))


def _sheet(frame: Frame, one: RunningCase, place: int, size: str) -> Iterator[Block]:
    t, text, part = frame.t, frame.reading.text, one.parts[place]
    yield frame.help()
    yield from warned(frame, text(one.warning))
    made_up = t(N_("The case is made up. Nobody in it exists."))
    allowed = t(N_("Time: {minutes}.")).format(minutes=frame.minutes(int(part.minutes)))
    yield line(f"{made_up} {allowed}", "note")
    if place == 0:
        yield from frame.prose(text(one.text), one.id)
    yield from frame.prose(text(part.text), one.id)
    if part.questions:
        yield line(t(N_("Talk about")), "label")
        told = (one.warning, part.text, one.text if place == 0 else None, *part.questions)
        words = sum(len(text(words)) for words in told)
        room = write_lines(frame.room(size, words, questions=len(part.questions)))
        items = tuple((line(text(question)), *room) for question in part.questions)
        yield Listing(items=items, ordered=True)
    yield frame.help()


def _day(frame: Frame, one: RunningCase) -> Iterator[Block]:
    t, text = frame.t, frame.reading.text
    day = training_day(frame.kit.subject, one)
    yield from warned(frame, text(one.warning))
    yield from frame.prose(text(one.text), one.id)
    rows = [(item.clock, frame.minutes(item.item.minutes), item.item.title) for item in day]
    rows.append((t(N_("Sum")), frame.minutes(sum(item.item.minutes for item in day)), ""))
    yield from frame.table("", (t(N_("The clock shows")), t(N_("How long")), t(N_("What"))), tuple(rows))
    for item in day:
        yield from _part(frame, item)


def _part(frame: Frame, one: DayItem) -> Iterator[Block]:
    t, item = frame.t, one.item
    head = f"{one.clock} · {item.title} ({frame.minutes(item.minutes)})"
    yield Heading(level=2, spans=(Span(text=head),))
    yield from frame.prose(item.text, "day")
    if one.part is None:
        return
    yield from frame.labelled(t(N_("Questions")), map(frame.reading.text, one.part.questions))
    if item.exercise:
        kind = frame.reading.label("exercise", item.exercise)
        yield from frame.said(t(N_("Then:")), f"{kind}. {t(FILES.get(item.exercise, QUESTIONS))}.")
    titles = {case.id: case.title for case in frame.kit.cases}
    noted = [titles[name] for name in item.ids if name in titles]
    if noted:
        told = t(N_("What the plan says stands in “answers”, under “{title}”."))
        yield line(told.format(title=noted[0]), "note")
