"""A table-top exercise on paper: the plan of it, its news as cards to cut out, and forms for afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Group, Listing, Paragraph, Span
from plankit.papers.teaching_cases import warned
from plankit.papers.teaching_frame import Frame, line, write_lines
from plankit.teaching.exercise import Inject, TableTop
from plankit.teaching.kit import Kit
from plankit.teaching.observing import SCALE, criteria

TITLE = N_("Table-top exercise")
_EMPTY_ROWS = 8


def table_top_pack(kit: Kit) -> Document | None:
    """Everything that whoever leads the exercise needs; `None` where the kit has none."""
    frame, top = Frame(kit), kit.table_top
    if top is None:
        return None
    t = frame.t
    parts = (
        ("run", N_("How it is led"), _led),
        ("cards", N_("News, as cards to cut out"), _cards),
        ("expected", N_("What the plan expects"), _expected),
        ("observer", N_("Form for whoever observes"), _observer),
        ("debrief", N_("Afterwards: talk together"), _debrief),
        ("after", N_("What comes of it"), _after),
    )
    chapters = (
        Chapter(name=name, title=t(title), level=1, blocks=tuple(blocks(frame, top)))
        for name, title, blocks in parts
    )
    return frame.paper(f"{t(TITLE)}: {top.title}", chapters, kind="leaves")


def _led(frame: Frame, top: TableTop) -> Iterator[Block]:
    t = frame.t
    yield frame.help()
    yield from warned(frame, top.warning)
    yield from frame.said(t(N_("Time:")), frame.minutes(top.minutes))
    yield from frame.said(t(N_("Who takes part:")), ", ".join(top.agencies))
    yield from frame.prose(top.story, "run")
    steps = (
        N_(
            "Read out the warning and the story. Say that the case is made up, and that the plan is tested, not people."
        ),
        N_("Give each card to its agency at its time, whatever the others are doing."),
        N_(
            "Nobody plays the exposed person. Whoever leads reads out a card to that person, and asks the others who "
            "would hear of it, and how."
        ),
        N_("Ask: what do you do now, whom do you call, and where does it stand in the plan?"),
        N_("Tell nobody what the plan expects before the talk afterwards."),
        N_("Stop at once if somebody needs it. Nobody has to say why."),
    )
    yield Listing(items=tuple((line(t(one)),) for one in steps), ordered=True)
    yield from frame.table(
        t(N_("The news in order")),
        (t(N_("Number")), t(N_("After")), t(N_("The clock shows")), t(N_("Given to"))),
        tuple((f"{one.number}", frame.minutes(one.after), one.clock, one.agency) for one in top.injects),
    )


def _cards(frame: Frame, top: TableTop) -> Iterator[Block]:
    for one in top.injects:
        lead = (Span(text=f"{one.number} · {one.agency}", bold=True), Span(text=f" · {one.clock}"))
        yield Group(blocks=(Paragraph(spans=lead), line(one.text)), style="cut")


def _expected(frame: Frame, top: TableTop) -> Iterator[Block]:
    for one in top.injects:
        blocks: list[Block] = [line(_name(one), "label"), line(one.text)]
        if one.expected:
            blocks.append(Listing(items=tuple((line(text),) for text in one.expected)))
        blocks += frame.labelled(frame.t(N_("What the plan does not answer")), one.gaps)
        blocks += frame.pointers(one.pointers)
        yield Group(blocks=tuple(blocks), style="question")


def _name(one: Inject) -> str:
    return f"{one.number} · {one.agency} · {one.clock}"


def _observer(frame: Frame, top: TableTop) -> Iterator[Block]:
    t = frame.t
    yield line(t(N_("Say nothing while they work. Write what was done, not who did it.")))
    heads = tuple(map(t, (N_("News"), N_("What the plan expects"), N_("Ring one"), N_("What was unclear"))))
    marks = "\n".join(t(words) for _, words in SCALE)
    names = {one.number: _name(one) for one in top.injects}
    rows = tuple((names[one.inject], one.text, marks, "") for one in criteria(top))
    yield from frame.table("", heads, rows, style="form")


def _debrief(frame: Frame, top: TableTop) -> Iterator[Block]:
    yield line(
        frame.t(N_("First everybody tells how it was. Then the questions. Then what the plan expects."))
    )
    items = tuple((line(text), *write_lines(3)) for text in top.debrief)
    if items:
        yield Listing(items=items, ordered=True)
    yield frame.help()


def _after(frame: Frame, top: TableTop) -> Iterator[Block]:
    t = frame.t
    told = N_(
        "What did the plan not answer, or answer too late? Each line can become a measure. Fill in the same in the list "
        "“after-action”, and it makes drafts of them."
    )
    yield line(t(told))
    heads = tuple(map(t, (N_("What we saw"), N_("What is to be done"), N_("Who"), N_("By when"))))
    known = dict.fromkeys(gap for one in top.injects for gap in one.gaps)
    rows = [(gap, "\n\n", "", "") for gap in known]
    rows += [("\n\n", "", "", "")] * max(0, _EMPTY_ROWS - len(rows))
    yield from frame.table("", heads, tuple(rows), style="form")
