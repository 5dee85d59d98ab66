"""The gap hunt on paper: what is searched, and apart from it the key."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Group, Heading, Span
from plankit.papers.teaching_frame import Frame, line, write_lines
from plankit.teaching.exercise import Hunt
from plankit.teaching.kit import Kit

TITLE, KEY = N_("Gap hunt"), N_("Key to the gap hunt")


def hunt_sheet(kit: Kit, size: str = "a4") -> Document | None:
    """The passages to search, the spoiled among the sound; `None` without a hunt. It does not tell which are which."""
    frame, hunt = Frame(kit), kit.hunt
    if hunt is None:
        return None
    blocks: list[Block] = []
    for place, (head, text) in enumerate(hunt.sheet, start=1):
        blocks.append(Heading(level=2, spans=(Span(text=f"{place}. {head}"),)))
        blocks += frame.prose(text, "search")
        blocks += write_lines(1)
    front = (
        line(
            frame.t(N_("This is not the plan. The passages are spoiled on purpose: do not act on them.")),
            "warning",
        ),
        line(hunt.text),
        line(frame.t(N_("Time: {minutes}.")).format(minutes=frame.minutes(hunt.minutes)), "note"),
        frame.help(),
    )
    chapter = Chapter(
        name="search",
        title=frame.t(N_("What is wrong, missing or impossible here?")),
        level=1,
        blocks=tuple(blocks),
    )
    return frame.paper(hunt.title or frame.t(TITLE), (chapter,), size=size, front=front)


def hunt_key(kit: Kit) -> Document | None:
    """Each spoiled place with what stands in the plan itself, and hints for a group that is stuck."""
    frame, hunt = Frame(kit), kit.hunt
    if hunt is None:
        return None
    hints = tuple((f"{one.number}", one.hint) for one in hunt.planted)
    chapters = (
        Chapter(
            name="hints",
            title=frame.t(N_("Hints, one at a time")),
            level=1,
            blocks=tuple(frame.table("", (frame.t(N_("Number")), frame.t(N_("Hint"))), hints)),
        ),
        Chapter(name="key", title=frame.t(N_("What was spoiled")), level=1, blocks=tuple(_key(frame, hunt))),
    )
    return frame.paper(frame.t(KEY), chapters, front=(line(hunt.text),))


def _key(frame: Frame, hunt: Hunt) -> Iterator[Block]:
    t = frame.t
    for one in hunt.planted:
        blocks: list[Block] = [line(f"{one.number}. {one.what}", "label")]
        blocks += frame.said(t(N_("In the plan:")), one.was)
        blocks += frame.said(t(N_("In the copy:")), one.now or t(N_("taken out")))
        if one.codes:
            codes = ", ".join(one.codes)
            blocks.append(line(t(N_("“plankit check” finds it as {codes}.")).format(codes=codes), "note"))
        blocks += frame.pointers(one.pointers)
        yield Group(blocks=tuple(blocks), style="question")
