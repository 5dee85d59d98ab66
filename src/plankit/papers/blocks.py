"""What a paper is made of. PDF and Word render the same blocks, so that they cannot say different things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, kw_only=True)
class Span:
    """A run of text inside a line."""

    text: str
    """A line end in it is a line break."""
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""
    """Address outside the paper."""
    to: str = ""
    """Anchor of a chapter or block of the same paper; empty where the paper has no such block."""
    mark: str = ""
    """Why it is marked: a class of the piece that it comes from, such as `pk-unsure`."""


Inline: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    spans: Inline
    style: str = ""
    """What it is, where it is more than text.

    `notice`, `subtitle`, `warning`, `quote`, `caption`, `note` (small), `label` (a heading that is no heading),
    `condition` (when the steps below apply), `step` (the lead of a step), `code`, `write` (a line to write on) or `number` (a telephone number on a poster).
    """
    number: str = ""
    """Its number in a hearing; empty outside one."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading inside a chapter. Level 1 is that of the chapters themselves."""

    level: int
    spans: Inline
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Names and what they stand for."""

    rows: tuple[tuple[Inline, tuple[Block, ...]], ...]
    style: str = ""
    """`steps` where the names are numbers of steps on a card."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A list; each item holds blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    plain: bool = False
    """Without bullets."""
    style: str = ""
    """`must-not` where each item is something that nobody may do, `ticks` where each has a box to write in."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table."""

    blocks: tuple[Block, ...] = ()
    header: str = ""
    """`col` or `row` where it is a head."""
    columns: int = 1
    rows: int = 1
    style: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table. `head` holds the rows that are repeated on every page."""

    caption: Inline = ()
    head: tuple[tuple[Cell, ...], ...] = ()
    body: tuple[tuple[Cell, ...], ...] = ()
    anchor: str = ""
    style: str = ""
    """`matrix`, or `form` where it is written in."""

    @property
    def columns(self) -> int:
        """How many columns it has."""
        rows = (*self.head, *self.body)
        return max((sum(cell.columns for cell in row) for row in rows), default=0)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Blocks that belong together, such as the card of a measure; kept on one page where they fit."""

    blocks: tuple[Block, ...]
    style: str = ""
    """`card`, `lead`, `tile`, `details`, `admonition`, or `action-card` and its size of type (`large`, `tiny`).

    On papers to teach with: `question`, `cut` (to be cut out), `side-by-side` (each group in it a column of a poster)
    and `box`. Empty where the group only gives a place a name.
    """
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A picture, and what it shows in words: an SVG document, or the bytes of another kind of file."""

    svg: str
    title: str
    description: str = ""
    source: str = ""
    """Of a picture of the plan: the name of its file in the plan folder."""
    data: bytes = b""
    """Of a picture that is no SVG: its bytes."""
    form: str = ""
    """Of a picture that is no SVG: `png`, `jpg`, `gif` or `webp`."""


Block: TypeAlias = Paragraph | Heading | Facts | Listing | Table | Group | Figure


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A chapter of a paper. `level` is 1 for those at the top."""

    name: str
    """Stable name, that of the page of the site. It is the chapter's anchor; those inside are `name#anchor`."""
    title: str
    level: int
    blocks: tuple[Block, ...]
    landscape: bool = False
    """Whether it needs the page on its side."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole paper."""

    title: str
    subtitle: str = ""
    language: str
    """Language of its words: `nb`, `nn`, `sv` or `en`."""
    running: str
    """What stands at the head of each page: kind of plan, period and municipality, and no more."""
    stamp: tuple[str, ...] = ()
    """What stands at the foot of each page: version, decision, date, case number, checksum."""
    kind: str = "plan"
    """`plan`, `card`, `agency`, `year`, `case-paper` or `changes`; to teach with: `worksheet` (chapters follow each other),
    `leaves` (each begins a page) or `poster` (one page)."""
    size: str = "a4"
    """Size of its pages: `a3`, `a4` or `a5`."""
    arms: Figure | None = None
    """The municipality's arms, for the front."""
    front: tuple[Block, ...] = ()
    chapters: tuple[Chapter, ...]
    words: tuple[tuple[str, str], ...] = ()
    """Words that the form needs, such as “Contents” and “Page”, in the language of the paper."""
