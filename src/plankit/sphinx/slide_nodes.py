"""Slides as documents that Sphinx writes: every word of a plan is a text in a node, and can never become markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from docutils import nodes
from sphinx_revealjs._ext.notes import revealjs_notes
from sphinx_revealjs.nodes import revealjs_section

from plankit.language import N_
from plankit.teaching.slide import (
    Alternative,
    Alternatives,
    Block,
    Bullets,
    Deck,
    Links,
    Paragraph,
    Quote,
    Slide,
    Table,
    levels,
    notes_told,
)

_OPENS = 2
"""Level of the slides that stand directly below the first."""


def deck_nodes(deck: Deck) -> nodes.section:
    """The deck as sections in sections: the first slide, below it the first of each part, below that the others."""
    top, *others = (_slide(deck, one) for one in deck.slides)
    part = top
    for section, level in zip(others, levels(deck)[1:], strict=True):
        if level == _OPENS:
            part = section
            top += section
        else:
            part += section
    return top


def _slide(deck: Deck, slide: Slide) -> nodes.section:
    section = nodes.section(ids=[slide.id])
    marks = {"data-kind": slide.kind, "data-size": str(slide.size)}
    section += revealjs_section("", **marks)
    section += nodes.title("", slide.title)
    section += [_block(one, f"{slide.id}-{at}") for at, one in enumerate(slide.blocks, start=1)]
    told = notes_told(deck, slide)
    if told:
        lines = (f"{part.name}: {' '.join(part.lines)}" for part in told)
        section += revealjs_notes("", *(nodes.paragraph("", line) for line in lines))
    return section


def _block(block: Block, name: str) -> nodes.Element:
    match block:
        case Paragraph(text=text, style=style):
            return nodes.paragraph("", text, classes=[style] if style else [])
        case Quote(text=text):
            return nodes.block_quote("", nodes.paragraph("", text))
        case Bullets():
            items = (nodes.list_item("", nodes.paragraph("", one)) for one in block.items)
            if block.ordered:
                return nodes.enumerated_list("", *items, enumtype="arabic", start=block.start)
            return nodes.bullet_list("", *items)
        case Links(items=links):
            rows = (nodes.paragraph("", "", _outside(*one)) for one in links)
            return nodes.bullet_list("", *(nodes.list_item("", row) for row in rows))
        case Table():
            return _table(block, f"table-{name}")
        case Alternatives(items=choices):
            return nodes.enumerated_list("", *map(_choice, choices), classes=["alternatives"])


def _outside(words: str, address: str) -> nodes.Node:
    if not address.startswith(("https://", "http://")):
        return nodes.Text(words)
    return nodes.reference("", words, refuri=address, classes=["outside"])


def _to(name: str, words: str) -> nodes.reference:
    return nodes.reference("", words, refuri=f"#{name}", internal=True)


def _choice(choice: Alternative) -> nodes.list_item:
    line = nodes.paragraph("", "", nodes.inline("", choice.sign, classes=["sign"]), nodes.Text(" "))
    if choice.right is None and choice.leads:
        line += _to(choice.leads, choice.text)
    else:
        line += nodes.Text(choice.text)
    if choice.mark:
        told = f"{'✓' if choice.right else '✗'} {choice.mark}"
        line += [nodes.Text(" "), nodes.inline("", told, classes=["mark"])]
    item = nodes.list_item("", line)
    if choice.right is not None:
        item["classes"].append("right" if choice.right else "wrong")
    if choice.said or choice.onward:
        small = nodes.paragraph("", choice.said, classes=["said"])
        if choice.onward:
            small += [nodes.Text(" "), _to(choice.leads, choice.onward)]
        item += small
    return item


def _table(table: Table, name: str) -> nodes.table:
    group = nodes.tgroup("", cols=len(table.head))
    group += [
        nodes.colspec("", colwidth=1, **({"stub": 1} if at == 0 else {})) for at in range(len(table.head))
    ]
    group += nodes.thead("", _row(table.head))
    group += nodes.tbody("", *map(_row, table.rows))
    return nodes.table("", nodes.title("", table.caption), group, ids=[name], classes=["colwidths-auto"])


def _row(cells: Iterable[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", one)) for one in cells))


def notes_nodes(deck: Deck) -> nodes.section:
    """The notes of every slide, each with the minute that it begins at."""
    top = nodes.section("", ids=["notes"])
    top += nodes.title("", deck.t(N_("Notes for whoever leads")))
    ends = accumulate((one.notes.minutes for one in deck.slides), initial=0)
    for number, (slide, begins) in enumerate(zip(deck.slides, ends, strict=False), start=1):
        section = nodes.section("", ids=[f"notes-{slide.id}"])
        section += revealjs_section("", **{"data-kind": "notes"})
        section += nodes.title("", "", nodes.Text(f"{number}. "), _in_deck(slide))
        clock = deck.t(N_("From minute {minute}")).format(minute=begins)
        section += nodes.paragraph("", clock, classes=["clock"])
        section += list(_notes(deck, slide))
        top += section
    return top


def _in_deck(slide: Slide) -> nodes.reference:
    return nodes.reference("", slide.title, refuri=f"index.html#{slide.id}", internal=True)


def _notes(deck: Deck, slide: Slide) -> Iterator[nodes.definition_list]:
    told = notes_told(deck, slide)
    if told:
        items = (
            nodes.definition_list_item(
                "",
                nodes.term("", part.name),
                nodes.definition("", *(nodes.paragraph("", line) for line in part.lines)),
            )
            for part in told
        )
        yield nodes.definition_list("", *items)
