"""Slides that can be read from the back row: what is too much for one is told on several."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from plankit.teaching.slide import (
    SIZES,
    Alternative,
    Alternatives,
    Block,
    Bullets,
    Links,
    Notes,
    Paragraph,
    Quote,
    Slide,
    Table,
)

BASE = 24
"""The size of type that the room below is told for."""
LETTERS = 68
"""Letters on a line."""
LINES = 12.8
"""Lines under a title of one line."""
TITLE = 48
"""Letters on a line of a title."""
LONGEST_TITLE = 92
_WHOLE = frozenset({"question", "point"})
"""Kinds that must stand on one slide: who chooses must see everything to choose between."""
_BETWEEN = 0.5
"""Lines between two blocks."""
_ITEM = 0.35
"""Lines between two items."""
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
_WHOLE_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zæøåäö]|[«“”\"])")
_One = TypeVar("_One")


class Room(NamedTuple):
    """What a slide holds in one size of type."""

    letters: float
    lines: float


def room(size: int, title: str) -> Room:
    """The room under such a title in type of that size."""
    lost = 1.5 if len(title) > TITLE else 0.0
    return Room(LETTERS * BASE / size, (LINES - lost) * BASE / size)


def fitted(slide: Slide) -> tuple[Slide, ...]:
    """The slide, or those that it takes: each holds no more than can be read.

    Smaller type is tried first. The first keeps the id and the notes' minutes.
    """
    slide = _short_title(slide)
    for size in SIZES:
        if height(slide.blocks, room(size, slide.title)) <= room(size, slide.title).lines:
            return (replace(slide, size=size),)
    # What takes several slides anyhow is told in type that the back row reads with ease.
    size = SIZES[-1] if slide.kind in _WHOLE else SIZES[-2]
    return tuple(_parts(slide, list(_pages(slide.blocks, room(size, slide.title))), size))


def briefly(text: str, most: int) -> str:
    """The first sentences of a text, as many as `most` letters hold; always the first, with … where it is too long."""
    made = ""
    for sentence in _WHOLE_SENTENCE.split(text.strip()):
        if made and len(made) + 1 + len(sentence) > most:
            break
        made = f"{made} {sentence}".strip()
    return made if len(made) <= 2 * most else textwrap.shorten(made, 2 * most, placeholder=" …")


def _short_title(slide: Slide) -> Slide:
    """The slide with a title that fits; what is cut off the title stands in full below it."""
    if len(slide.title) <= LONGEST_TITLE:
        return slide
    short = textwrap.shorten(slide.title, LONGEST_TITLE, placeholder=" …")
    if len(short) < LONGEST_TITLE // 2:
        short = f"{slide.title[: LONGEST_TITLE - 2]} …"
    whole = Paragraph(text=slide.title, style="strong")
    return replace(slide, title=short, blocks=(whole, *slide.blocks))


def _parts(slide: Slide, pages: Sequence[tuple[Block, ...]], size: int) -> Iterator[Slide]:
    last = len(pages) - 1
    for number, blocks in enumerate(pages):
        # Only the last slide of a question asks: what answers it comes right after.
        kind = slide.kind if number == last or slide.kind not in _WHOLE else "text"
        title = f"{slide.title} ({number + 1}/{len(pages)})" if last else slide.title
        yield replace(
            slide,
            id=slide.id if number == 0 else f"{slide.id}-{number + 1}",
            title=title,
            kind=kind,
            blocks=blocks,
            notes=slide.notes if number == 0 or kind in _WHOLE else _without_time(slide.notes),
            opens=slide.opens and number == 0,
            goes_on=number > 0,
            size=size,
        )


def _without_time(notes: Notes) -> Notes:
    return replace(notes, minutes=0, does=())


def shares(table: Table) -> tuple[float, ...]:
    """How much of the width each column takes; together they are 1."""
    told = [
        max(
            12.0, math.sqrt(sum(len(row[at]) for row in (table.head, *table.rows) if at < len(row)) + 1.0) * 3
        )
        for at in range(len(table.head))
    ]
    return tuple(one / sum(told) for one in told)


def height(blocks: Iterable[Block], where: Room) -> float:
    """About how many lines the blocks take there."""
    found = []
    for block in blocks:
        rows = list(_rows(block, where))
        found.append(sum(one.lines for one in rows) + (rows[0].first if rows else 0.0))
    return sum(found) + _BETWEEN * max(0, len(found) - 1)


class _Row(NamedTuple):
    """The least part of a block, as a block of its own."""

    block: Block
    lines: float
    first: float = 0.0
    """Lines more where it begins its block on a slide: the head of a table."""


def _wrapped(text: str, letters: float) -> int:
    width = max(8.0, letters)
    return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))


def _rows(block: Block, where: Room) -> Iterator[_Row]:
    letters, most = where
    match block:
        case Paragraph() | Quote():
            for text in _cut(block.text, letters * max(1.0, most - 1)):
                small = 0.85 if isinstance(block, Paragraph) and block.style == "small" else 1.0
                extra = 0.4 if isinstance(block, Quote) else 0.1
                yield _Row(replace(block, text=text), _wrapped(text, letters / small) * small + extra)
        case Bullets(items=items):
            width = letters - 4
            pieces = [text for item in items for text in _cut(item, width * max(1.0, most - 1))]
            for number, text in enumerate(pieces, start=block.start):
                row = replace(block, items=(text,), start=number)
                yield _Row(row, _wrapped(text, width) + _ITEM)
        case Links(items=items):
            for one in items:
                yield _Row(Links(items=(one,)), _wrapped(one[0], letters - 4) + _ITEM)
        case Alternatives(items=choices):
            for choice in choices:
                yield from _choice_rows(choice, where)
        case Table():
            yield from _table_rows(block, where)


def _choice_rows(choice: Alternative, where: Room) -> Iterator[_Row]:
    width = where.letters - 6
    most = width * max(1.0, where.lines - 2)
    texts = list(_cut(choice.text, most))
    for number, text in enumerate(texts):
        last = number == len(texts) - 1
        parts = replace(
            choice, text=text, said=choice.said if last else "", onward=choice.onward if last else ""
        )
        small = f"{parts.said} {parts.onward}".strip()
        lines = _wrapped(f"{choice.mark}  {text}", width) + (
            0.9 * _wrapped(small, width / 0.88) if small else 0.0
        )
        yield _Row(Alternatives(items=(parts,)), lines + 0.55)


def _table_rows(table: Table, where: Room) -> Iterator[_Row]:
    widths = [share * where.letters * 0.94 for share in shares(table)]
    head = (
        max((_wrapped(text, width) for text, width in zip(table.head, widths, strict=True)), default=1) + 0.5
    )
    most = max(2, int(where.lines - head) - 2)
    for row in table.rows:
        cells = tuple(
            textwrap.shorten(text, int(most * width), placeholder=" …") if len(text) > most * width else text
            for text, width in zip(row, widths, strict=True)
        )
        lines = max(_wrapped(text, width) for text, width in zip(cells, widths, strict=True)) + 0.5
        yield _Row(replace(table, rows=(cells,)), lines, head)


def _pages(blocks: Sequence[Block], where: Room) -> Iterator[tuple[Block, ...]]:
    """The blocks on as many slides as they take, none of them empty."""
    page: list[list[_Row]] = []
    used = 0.0
    for block in blocks:
        fresh = True
        for row in _rows(block, where):
            lines = row.lines + (row.first if fresh else 0.0) + (_BETWEEN if fresh and page else 0.0)
            if page and used + lines > where.lines:
                yield tuple(_joined(rows) for rows in page)
                page, used, fresh, lines = [], 0.0, True, row.lines + row.first
            if fresh:
                page.append([row])
            else:
                page[-1].append(row)
            used, fresh = used + lines, False
    if page:
        yield tuple(_joined(rows) for rows in page)


def _joined(rows: Sequence[_Row]) -> Block:
    """The rows of one block as one block again."""
    blocks = [row.block for row in rows]
    first = blocks[0]
    if isinstance(first, Paragraph | Quote):
        return replace(first, text=" ".join(one.text for one in blocks if isinstance(one, Paragraph | Quote)))
    if isinstance(first, Table):
        return replace(first, rows=_all(blocks, lambda one: one.rows if isinstance(one, Table) else ()))
    if isinstance(first, Bullets):
        return replace(first, items=_all(blocks, lambda one: one.items if isinstance(one, Bullets) else ()))
    if isinstance(first, Links):
        return Links(items=_all(blocks, lambda one: one.items if isinstance(one, Links) else ()))
    return Alternatives(items=_all(blocks, lambda one: one.items if isinstance(one, Alternatives) else ()))


def _all(blocks: Iterable[Block], parts: Callable[[Block], tuple[_One, ...]]) -> tuple[_One, ...]:
    return tuple(one for block in blocks for one in parts(block))


def _cut(text: str, most: float) -> Iterator[str]:
    """The text in parts of whole sentences that are no longer than `most` letters; a longer sentence by its words."""
    limit = max(40, int(most * 0.8))
    if len(text) <= limit:
        yield text
        return
    made = ""
    for sentence in _SENTENCE.split(text.strip()):
        for part in textwrap.wrap(sentence, limit) if len(sentence) > limit else (sentence,):
            if made and len(made) + 1 + len(part) > limit:
                yield made
                made = part
            else:
                made = f"{made} {part}".strip()
    yield made
