"""The survey before and after on paper: numbers to ring, nobody's name."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document
from plankit.papers.teaching_frame import Frame, line, write_lines
from plankit.teaching.confidence import Survey, survey
from plankit.teaching.kit import Kit

TITLE = N_("How sure are you that you would act?")
_TIMES = (("before", N_("Before")), ("after", N_("After")))


def survey_paper(kit: Kit) -> Document | None:
    """The same statements on a sheet for before and one for after; `None` where the guide has none."""
    frame, asked = Frame(kit), survey(kit.subject)
    if not asked.statements:
        return None
    chapters = (
        Chapter(name=name, title=frame.t(title), level=1, blocks=tuple(_sheet(frame, asked, name)))
        for name, title in _TIMES
    )
    return frame.paper(frame.t(TITLE), chapters, kind="leaves")


def _sheet(frame: Frame, asked: Survey, time: str) -> Iterator[Block]:
    t = frame.t
    yield frame.help()
    yield line(t(N_("Write no name, and nothing that you have been through. Ring one number on each line.")))
    scale = ", ".join(f"{number} = {words}" for number, words in enumerate(asked.scale, start=1))
    yield line(scale, "note")
    marks = tuple(str(number) for number in range(1, len(asked.scale) + 1))
    rows = tuple((f"{one.number}. {one.text}", *marks) for one in asked.statements)
    yield from frame.table("", (t(N_("Statement in the survey")), *marks), rows)
    if time == "after":
        yield line(t(N_("What will you do differently?")), "label")
        yield from write_lines(3)
    told = t(N_("Figures are told for the whole group only, and not where fewer than {count} have answered."))
    yield line(told.format(count=asked.below), "note")
    yield frame.help()
