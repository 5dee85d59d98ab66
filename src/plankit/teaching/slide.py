"""What a deck is made of. The page, the PDF and the PowerPoint file draw the same slides, so that they cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from plankit.language import N_, N_count, translate, translate_count
from plankit.teaching.exercise import Pointer

KINDS = (
    "title",
    "text",
    "warning",
    "question",
    "answer",
    "case",
    "dilemma",
    "point",
    "told",
    "inject",
    "pause",
    "sources",
    "help",
)
"""`question` is answered by the `answer` after it, `point` (of a branching case) by the `told` after it."""
SIZES = (30, 24, 20, 17)
"""Sizes of type in points on a slide that is 960 points wide: the first that lets a slide hold what it must."""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph. `style` is empty, `lead`, `strong` or `small`."""

    text: str
    style: str = ""


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """A list; the items of an ordered one are counted from `start`."""

    items: tuple[str, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, kw_only=True)
class Table:
    """A small table. The first column heads its rows."""

    caption: str
    """What it shows; read aloud, not drawn."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of a story, read aloud."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """One way to answer."""

    sign: str
    """A letter."""
    text: str
    right: bool | None = None
    """`None` on the slide that asks."""
    mark: str = ""
    """The same in a word; empty on the slide that asks."""
    said: str = ""
    """Why; empty on the slide that asks."""
    leads: str = ""
    """Id of the slide that it leads to; empty where it leads nowhere."""
    onward: str = ""
    """The words of a link to there, where the text itself is none."""


@dataclass(frozen=True, kw_only=True)
class Alternatives:
    """What to choose between, or what was right of it."""

    items: tuple[Alternative, ...]


@dataclass(frozen=True, kw_only=True)
class Links:
    """Words, each with an address outside the deck; empty where there is none."""

    items: tuple[tuple[str, str], ...]


Block: TypeAlias = Paragraph | Bullets | Table | Quote | Alternatives | Links


@dataclass(frozen=True, kw_only=True)
class Notes:
    """What whoever leads needs beside a slide."""

    minutes: int = 0
    """How long the slide may take; 0 where it takes no time of its own."""
    does: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Slide:
    """A slide."""

    id: str
    """Names its place in the deck, never its theme."""
    title: str
    kind: str
    """One of `KINDS`."""
    blocks: tuple[Block, ...] = ()
    notes: Notes = field(default_factory=Notes)
    opens: bool = False
    """Whether a part of the session begins with it."""
    goes_on: bool = False
    """Whether it is a later part of a slide that held too much."""
    size: int = SIZES[1]
    """Size of its type: one of `SIZES`."""


@dataclass(frozen=True, kw_only=True)
class Deck:
    """The slides of a session."""

    title: str
    subtitle: str
    running: str
    """What programs show as its name: it tells nothing of the theme."""
    language: str
    slides: tuple[Slide, ...]

    def t(self, words: str) -> str:
        """A sentence of plankit's in the language of the deck."""
        return translate(words, self.language)


def levels(deck: Deck) -> tuple[int, ...]:
    """How deep each slide's title lies: 1 for the first, 2 for those that open a part, 3 for those inside one.

    Before the first part has begun, a slide is no deeper than 2.
    """
    found, inside = [1], False
    for slide in deck.slides[1:]:
        inside = inside or slide.opens
        found.append(3 if inside and not slide.opens else 2)
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class NotePart:
    """A part of the notes: its name, and its lines."""

    name: str
    lines: tuple[str, ...]


def notes_told(deck: Deck, slide: Slide) -> tuple[NotePart, ...]:
    """The notes of a slide in words; parts with nothing to say are left out."""
    notes = slide.notes
    minutes = translate_count(*N_count("{count} minute", "{count} minutes"), notes.minutes, deck.language)
    parts = (
        (N_("Time to allow"), (minutes,) if notes.minutes else ()),
        (N_("What you do"), notes.does),
        (N_("Answer"), notes.answers),
        (N_("What decides"), tuple(pointer_words(deck.language, one) for one in notes.pointers)),
    )
    return tuple(NotePart(name=deck.t(name), lines=lines) for name, lines in parts if lines)


def pointer_words(language: str, pointer: Pointer) -> str:
    """What a pointer is called, with a word where nobody has confirmed what the guide says there."""
    unsure = f" ({translate(N_('not confirmed'), language)})" if pointer.unsure else ""
    return f"{pointer.words}{unsure}"
