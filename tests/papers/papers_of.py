"""What the tests of papers share: plans to make papers of, and looking into what came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from tests.site.building import FJORDVIK

from plankit.loading import load
from plankit.papers.blocks import Block, Document, Facts, Figure, Heading, Inline, Paragraph, Table
from plankit.papers.inline import words_of
from plankit.papers.settle import inside
from plankit.papers.whole import plan_document
from plankit.views.reading import Reading

TODAY = date(2026, 11, 22)


@lru_cache(maxsize=1)
def fjordvik() -> Reading:
    """The example plan in its own language."""
    loaded = load(FJORDVIK, language="nb", today=TODAY)
    assert loaded.plan is not None
    return Reading(loaded.plan, loaded.guide, "nb", loaded.findings)


@lru_cache(maxsize=1)
def whole_fjordvik() -> Document:
    """The example plan as a paper."""
    return plan_document(fjordvik(), today=TODAY)


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks and all that they hold, in order."""
    for block in blocks:
        yield block
        for part in inside(block):
            yield from every(part)


def lines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Every line of some blocks, in the order of a reader."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block.spans
        elif isinstance(block, Facts):
            for name, told in block.rows:
                yield name
                yield from lines(told)
        elif not isinstance(block, Figure):
            if isinstance(block, Table):
                yield block.caption
            for part in inside(block):
                yield from lines(part)


def words(blocks: Iterable[Block]) -> list[str]:
    """Every word of some blocks, in the order of a reader."""
    return " ".join(words_of(line) for line in lines(blocks)).split()
