"""What the papers of a teaching kit have in common: head and foot, where help is, and places to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from plankit.html.markup import prose
from plankit.language import N_, N_count, translate_count
from plankit.model.seal import SHOWN, content_checksum
from plankit.papers.blocks import Block, Cell, Chapter, Document, Inline, Listing, Paragraph, Span, Table
from plankit.papers.from_html import blocks_of
from plankit.papers.inline import Place
from plankit.papers.names import running_head
from plankit.papers.whole import words as words_of_form
from plankit.teaching.exercise import Pointer
from plankit.teaching.kit import Kit
from plankit.views.help import help_box

_PAGES = {"a4": (54, 92), "a5": (39, 74)}
"""Lines of a page, and letters of a line."""
_LINE = 1.9
"""How many lines of text one line to write on takes."""
_OTHER = 13
"""Lines that headings, the frames of notices and the half-empty ends of paragraphs take on a sheet."""
_MOST = 6
MINUTES = N_count("{count} minute", "{count} minutes")


class Frame:
    """Makes blocks and papers of one kit."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.reading = kit.subject.reading
        self.t = kit.subject.reading.words

    def paper(
        self,
        title: str,
        chapters: Iterable[Chapter],
        *,
        kind: str = "worksheet",
        size: str = "a4",
        front: Iterable[Block] = (),
    ) -> Document:
        """A paper of the kit. Its head tells plan, day and edition, and nothing of the theme."""
        return Document(
            title=title,
            subtitle=self.audience(),
            language=self.reading.language,
            running=self.head(),
            stamp=(title, *self.origin()),
            kind=kind,
            size=size,
            front=tuple(front),
            chapters=tuple(chapters),
            words=words_of_form(self.reading),
        )

    def head(self) -> str:
        """Kind of plan, period and municipality, or that it is of a guide alone; then the day and the guide's edition."""
        subject = self.kit.subject
        what = running_head(self.reading) if subject.has_plan else self.t(N_("Guide"))
        edition = self.t(N_("edition {edition}")).format(edition=subject.guide.guide.edition)
        return " · ".join((what, subject.today.isoformat(), edition))

    def origin(self) -> tuple[str, ...]:
        """For the foot: the checksum of the plan that the answers come from."""
        if not self.kit.subject.has_plan:
            return ()
        return (content_checksum(self.reading.plan)[:SHOWN],)

    def audience(self) -> str:
        """Whom the kit is for; empty where it is for all."""
        found = (one for one in self.kit.subject.guide.audiences if one.id == self.kit.subject.audience)
        name = next((self.reading.text(one.name) for one in found), "")
        return name[:1].upper() + name[1:]

    def minutes(self, count: int) -> str:
        """So many minutes, in words."""
        return translate_count(*MINUTES, count, self.reading.language)

    def help(self) -> Paragraph:
        """The numbers that belong on every sheet."""
        lines = [
            (f"{self.reading.text(line.name)} ", f"{line.number}", self.reading.text(line.hours))
            for line in help_box(self.reading)
        ]
        spans = [Span(text=self.t(N_("Here is help:")) + " ", bold=True)]
        for place, (name, number, hours) in enumerate(lines):
            more = f" ({hours})" if hours else ""
            end = f"{more}." if place == len(lines) - 1 else f"{more} · "
            # The spaces of a number must not end a line.
            spans += [Span(text=name), Span(text=number.replace(" ", "\u00a0"), bold=True), Span(text=end)]
        return Paragraph(spans=tuple(spans), style="notice")

    def room(self, size: str, letters: int, *, questions: int, facts: int = 0) -> int:
        """Lines to write on for each question of a sheet with so many letters, so that it stays one page if it can.

        At least one, at most six. Help at both ends of the sheet is counted here.
        """
        lines, wide = _PAGES[size]
        helped = 2 * sum(len(span.text) for span in self.help().spans)
        taken = (letters + helped) / wide + facts + questions + _OTHER
        return max(1, min(_MOST, int((lines - taken) / _LINE / max(1, questions))))

    def prose(self, text: str, chapter: str) -> tuple[Block, ...]:
        """A text with its paragraphs."""
        return blocks_of(prose(text), Place(chapter=chapter, level=1))

    def pointers(self, pointers: Iterable[Pointer]) -> Iterator[Paragraph]:
        """What decides, in one line; nothing where nothing is named."""
        named = tuple(pointers)
        if not named:
            return
        spans = [Span(text=self.t(N_("Decided by:")) + " ")]
        for place, one in enumerate(named):
            unsure = f" ({self.t(N_('unconfirmed'))})" if one.unsure else ""
            href = one.address if one.address.startswith(("https://", "http://")) else ""
            spans += [Span(text="; ")] if place else []
            spans += [Span(text=one.words, href=href), Span(text=unsure)]
        yield Paragraph(spans=tuple(one for one in spans if one.text), style="note")

    def labelled(self, label: str, items: Iterable[str]) -> Iterator[Block]:
        """A list under its label; nothing where there are no items."""
        rows = tuple((line(one),) for one in items)
        if rows:
            yield line(label, "label")
            yield Listing(items=rows)

    def said(self, label: str, text: str) -> Iterator[Block]:
        """A text after its label; nothing where there is none."""
        if text:
            yield Paragraph(spans=(Span(text=f"{label} ", bold=True), Span(text=text)))

    def table(
        self,
        caption: str,
        heads: Iterable[str],
        rows: Iterable[tuple[str | Inline, ...]],
        *,
        style: str = "",
    ) -> Iterator[Block]:
        """A table whose first column heads its rows; nothing where there are no rows."""
        body = tuple(
            tuple(Cell(blocks=_in_cell(one), header="" if place else "row") for place, one in enumerate(row))
            for row in rows
        )
        if body:
            head = tuple(Cell(blocks=_in_cell(one), header="col") for one in heads)
            yield Table(
                caption=(Span(text=caption),) if caption else (), head=(head,), body=body, style=style
            )


def line(text: str, style: str = "", *, bold: bool = False) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(spans=(Span(text=text, bold=bold),) if text else (), style=style)


def write_lines(count: int) -> tuple[Paragraph, ...]:
    """So many lines to write on."""
    return (Paragraph(spans=(), style="write"),) * count


def letter(place: int) -> str:
    """The letter of an alternative, from 0: A, B … Z, AA, AB …"""
    more, one = divmod(place, len(ascii_uppercase))
    return (letter(more - 1) if more else "") + ascii_uppercase[one]


def _in_cell(told: str | Inline) -> tuple[Block, ...]:
    spans = (Span(text=told),) if isinstance(told, str) else told
    return (Paragraph(spans=spans),) if spans and spans[0].text else ()
