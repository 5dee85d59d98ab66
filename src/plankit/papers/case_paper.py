"""The council's case paper: what is decided, why, what was said of it, who carries it out and what it costs."""

from __future__ import annotations

from plankit.language import N_
from plankit.papers.blocks import Chapter, Document
from plankit.papers.case_parts import CaseParts
from plankit.papers.names import running_head
from plankit.papers.sentences import open_places
from plankit.papers.whole import words as words_of_form
from plankit.views.reading import Reading

SECTIONS = (
    ("decision", N_("Proposed decision")),
    ("summary", N_("The case in brief")),
    ("background", N_("Background")),
    ("mandate", N_("Mandate")),
    ("process", N_("How the plan came about")),
    ("hearing", N_("Hearing")),
    ("holds", N_("What the plan holds")),
    ("carried_out_by", N_("Who carries it out")),
    ("cost", N_("Cost and money")),
    ("consequences", N_("Consequences")),
    ("follow_up", N_("Reporting and evaluation")),
    ("assessment", N_("Assessment")),
    ("next_steps", N_("Next steps")),
    ("annexes", N_("Annexes")),
)
"""The parts of a case paper in order: name and heading."""


def case_paper(reading: Reading, *, stamp: tuple[str, ...] = ()) -> Document:
    """The case paper of the plan. What the plan does not say stands in it as a blank to fill in."""
    made = CaseParts(reading)
    frame = reading.plan.plan
    subtitle = ": ".join(part for part in (reading.text(frame.title), reading.text(frame.subtitle)) if part)
    return Document(
        title=reading.words(N_("Case paper")),
        subtitle=subtitle,
        language=reading.language,
        running=running_head(reading),
        stamp=stamp,
        kind="case-paper",
        front=(made.head(),),
        chapters=tuple(
            Chapter(name=name, title=reading.words(title), level=1, blocks=tuple(getattr(made, name)()))
            for name, title in SECTIONS
        ),
        words=words_of_form(reading),
    )


def blanks(document: Document) -> tuple[str, ...]:
    """What is to be filled in, in the order of the paper."""
    parts = (document.front, *(chapter.blocks for chapter in document.chapters))
    return tuple(one for blocks in parts for one in open_places(blocks))
