"""What changed between two texts of a plan, as a paper for the council."""

from __future__ import annotations

from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Facts, Heading, Inline, Paragraph, Span
from plankit.papers.blocks import Group as Kept
from plankit.papers.whole import words
from plankit.views.change_list import FieldChange, PlanChanges
from plankit.views.changes_told import Told, ToldGroup, summary, told
from plankit.views.reading import Reading


def changes_document(
    reading: Reading,
    changes: PlanChanges,
    *,
    title: str,
    lines: tuple[str, ...] = (),
    stamp: tuple[str, ...] = (),
) -> Document:
    """The changes as a paper; `lines` tell which two texts are compared."""
    front = [Paragraph(spans=(Span(text=line),)) for line in (*lines, summary(reading, changes))]
    return Document(
        title=title,
        language=reading.language,
        running=title,
        stamp=stamp,
        kind="changes",
        front=tuple(front),
        chapters=tuple(_chapter(reading, group) for group in told(reading, changes)),
        words=words(reading),
    )


def _chapter(reading: Reading, group: ToldGroup) -> Chapter:
    blocks: list[Block] = []
    for kind in group.kinds:
        blocks.append(Heading(level=2, spans=_line(kind.title)))
        blocks += [_told(reading, one) for one in kind.changes]
    return Chapter(
        name=f"group-{group.group}", title=f"{group.title} ({group.count})", level=1, blocks=tuple(blocks)
    )


def _told(reading: Reading, one: Told) -> Kept:
    note = (Span(text=f" – {one.note}"),) if one.note else ()
    blocks: list[Block] = [Paragraph(spans=(Span(text=one.title, bold=True), *note))]
    if one.about:
        blocks.append(Paragraph(spans=_line(one.about)))
    if one.fields:
        blocks.append(Facts(rows=tuple((_line(field.label), _sides(reading, field)) for field in one.fields)))
    return Kept(blocks=tuple(blocks))


def _sides(reading: Reading, field: FieldChange) -> tuple[Block, ...]:
    sides = ((reading.words(N_("before")), field.old), (reading.words(N_("now")), field.new))
    return tuple(
        Paragraph(spans=(Span(text=f"{side}: ", italic=True), Span(text=" ".join(text.split()))))
        for side, text in sides
        if text
    )


def _line(text: str) -> Inline:
    return (Span(text=text),)
