"""Papers for those who will train others: gatherings with homework, and a short exercise for each month."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.model.teaching import Gathering
from plankit.papers.blocks import Block, Chapter, Document
from plankit.papers.teaching_frame import Frame, line
from plankit.teaching.kit import Kit

TITLE = N_("To train those who train others")
MONTHS = N_("January February March April May June July August September October November December")
"""In one text, since “May” alone is another word too."""


def trainer_programme(kit: Kit) -> Document | None:
    """The gatherings in order, then the months; `None` where the guide has neither."""
    frame, subject = Frame(kit), kit.subject
    chapters = [
        Chapter(
            name=one.id,
            title=f"{one.number}. {frame.reading.text(one.title)}",
            level=1,
            blocks=tuple(_gathering(frame, one)),
        )
        for one in subject.guide.gatherings
        if subject.is_for(one.audiences)
    ]
    months = tuple(_months(frame))
    if months:
        title = frame.t(N_("One short exercise a month"))
        chapters.append(Chapter(name="months", title=title, level=1, blocks=months))
    return frame.paper(frame.t(TITLE), chapters) if chapters else None


def _gathering(frame: Frame, one: Gathering) -> Iterator[Block]:
    t, text = frame.t, frame.reading.text
    if one.text:
        yield from frame.prose(text(one.text), one.id)
    yield from frame.said(t(N_("Room:")), text(one.room))
    yield from frame.labelled(t(N_("Material")), map(text, one.materials))
    begins, rows = 0, []
    for part in one.parts:
        length = int(part.minutes)
        told = ". ".join(words.rstrip(".") for words in (text(part.title), text(part.text)) if words)
        rows.append((f"{begins}–{begins + length}", frame.minutes(length), told))
        begins += length
    if rows:
        rows.append((t(N_("Sum")), frame.minutes(begins), ""))
    yield from frame.table("", (t(N_("Minute")), t(N_("How long")), t(N_("What"))), tuple(rows))
    yield from frame.labelled(t(N_("Homework until next time")), map(text, one.homework))


def _months(frame: Frame) -> Iterator[Block]:
    text, subject = frame.reading.text, frame.kit.subject
    chosen = sorted(
        (one for one in subject.guide.monthly_exercises if subject.is_for(one.audiences)),
        key=lambda one: int(one.month),
    )
    if chosen:
        told = N_("At a staff meeting, a few minutes are enough. The calendar of the kit holds the same.")
        yield line(frame.t(told))
    months = frame.t(MONTHS).split()
    rows = tuple(
        (
            months[int(one.month) - 1],
            text(one.title),
            text(one.text),
            frame.minutes(int(one.minutes)),
        )
        for one in chosen
        if 1 <= int(one.month) <= len(months)
    )
    heads = tuple(map(frame.t, (N_("Month"), N_("Exercise"), N_("What to do"), N_("How long"))))
    yield from frame.table("", heads, rows)
