"""Tables of pieces as tables of papers."""

from __future__ import annotations

from collections.abc import Callable

from plankit.papers.blocks import Block, Cell, Group, Table
from plankit.papers.inline import Place, anchor, spans
from plankit.papers.tree import Node

Blocks = Callable[[Node], tuple[Block, ...]]


def table(place: Place, node: Node, blocks: Blocks) -> Table:
    """A table with its caption, the rows that head it and those below. `blocks` says what a cell holds."""
    caption = next((spans(place, one.children) for one in node.elements if one.tag == "caption"), ())
    return Table(
        caption=caption,
        head=_rows(place, node, "thead", blocks),
        body=_rows(place, node, "tbody", blocks),
        anchor=anchor(place, node.attributes.get("id", "")),
        style=_style(node),
    )


def _style(node: Node) -> str:
    """What kind of table it is: `matrix`, `measures`; empty for any table."""
    names = [name.removeprefix("pk-") for name in node.classes if name.startswith("pk-")]
    return next((name for name in names if name != "table"), "")


def _rows(place: Place, node: Node, part: str, blocks: Blocks) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(_cell(place, cell, part, blocks) for cell in row.inside("th", "td"))
        for section in node.inside(part)
        for row in section.inside("tr")
    )


def _cell(place: Place, node: Node, part: str, blocks: Blocks) -> Cell:
    header = ""
    if node.tag == "th":
        header = node.attributes.get("scope") or ("col" if part == "thead" else "row")
    told = blocks(node)
    name = anchor(place, node.attributes.get("id", ""))
    if name:
        told = (Group(blocks=told, anchor=name),)
    return Cell(
        blocks=told,
        header="col" if header.startswith("col") else "row" if header else "",
        columns=_span(node, "colspan"),
        rows=_span(node, "rowspan"),
        style=" ".join(name.removeprefix("pk-") for name in node.classes if name.startswith("pk-")),
    )


def _span(node: Node, attribute: str) -> int:
    value = node.attributes.get(attribute, "")
    return max(1, int(value)) if value.isdigit() else 1
