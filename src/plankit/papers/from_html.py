"""The HTML of pieces as blocks of a paper. What a screen needs and paper does not is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plankit.papers.blocks import Block, Facts, Figure, Group, Heading, Inline, Listing, Paragraph
from plankit.papers.drawings import drawn_for_paper
from plankit.papers.from_table import table
from plankit.papers.inline import INLINE, Place, anchor, is_dropped, spans
from plankit.papers.tree import Node, parse

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

PARAGRAPHS = {
    "pk-notice": "notice",
    "pk-subtitle": "subtitle",
    "pk-warning": "warning",
    "pk-note": "note",
    "pk-tile-title": "label",
    "pk-tile-foot": "note",
    "pk-card-branch": "label",
    "pk-card-foot": "note",
    "pk-card-rest": "note",
    "pk-condition": "condition",
    "pk-what": "step",
    "admonition-title": "label",
}
"""Style of a paragraph by its class."""

GROUPS = {
    "pk-action-card": "action-card",
    "pk-card": "card",
    "pk-lead": "lead",
    "pk-tile": "tile",
    "admonition": "admonition",
}
"""Style of a group by its class."""


def blocks_of(markup: str, place: Place) -> tuple[Block, ...]:
    """Some HTML of ours as blocks, for the chapter at `place`.

    Headings count from the chapter's own, which is what `h1` would be. Details are all open.
    """
    return tuple(_flow(place, parse(markup).children))


def _flow(place: Place, children: Iterable[Node | str], style: str = "") -> Iterator[Block]:
    """What stands in a container, in order; runs of text between blocks become paragraphs."""
    line: list[Node | str] = []
    for child in children:
        if isinstance(child, str) or (child.tag in INLINE and not _holds_blocks(child)):
            line.append(child)
        elif not is_dropped(child):
            yield from _line(place, line, style)
            line = []
            yield from _block(place, child, style)
    yield from _line(place, line, style)


def _holds_blocks(node: Node) -> bool:
    return any(child.tag not in INLINE or _holds_blocks(child) for child in node.elements)


def _line(place: Place, line: list[Node | str], style: str) -> Iterator[Block]:
    """The paragraph of a line. A place in it that links lead to becomes the place of the paragraph."""
    runs = spans(place, line)
    if not runs:
        return
    made: Block = Paragraph(spans=runs, style=style)
    name = next(_names(line), "")
    yield Group(blocks=(made,), anchor=anchor(place, name)) if name else made


def _names(children: Iterable[Node | str]) -> Iterator[str]:
    for child in children:
        if isinstance(child, Node) and not is_dropped(child):
            if child.attributes.get("id"):
                yield child.attributes["id"]
            yield from _names(child.children)


def _block(place: Place, node: Node, style: str) -> Iterator[Block]:
    tag = node.tag
    if tag in HEADINGS:
        yield from _heading(place, node)
    elif tag == "p":
        yield from _at(place, node, _paragraph(place, node, style))
    elif tag == "pre":
        text = "".join(_texts(node)).strip("\n")
        yield Paragraph(spans=spans(place, [Node("code", children=_with_breaks(text))]), style="code")
    elif tag in BLOCKS:
        yield from _at(place, node, BLOCKS[tag](place, node))
    else:
        yield from _container(place, node, style)


def _at(place: Place, node: Node, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, as a group where links lead to their element."""
    made = tuple(blocks)
    name = anchor(place, node.attributes.get("id", ""))
    if name:
        yield Group(blocks=made, anchor=name)
    else:
        yield from made


def _heading(place: Place, node: Node) -> Iterator[Block]:
    runs = spans(place, node.children)
    if runs:
        # A second heading of the first level in a page would stand beside the chapters.
        level = place.level + max(1, HEADINGS[node.tag] - 1)
        yield Heading(level=level, spans=runs, anchor=anchor(place, node.attributes.get("id", "")))


def _paragraph(place: Place, node: Node, style: str) -> Iterator[Block]:
    named = next((PARAGRAPHS[name] for name in node.classes if name in PARAGRAPHS), style)
    yield from _flow(place, node.children, named)


def _container(place: Place, node: Node, style: str) -> Iterator[Block]:
    """What stands in a division; as a group where it is a card, or where links lead to it."""
    group = next((GROUPS[name] for name in node.classes if name in GROUPS), "")
    blocks = tuple(_flow(place, node.children, style))
    name = anchor(place, node.attributes.get("id", ""))
    if group == "action-card":
        size = next((one for one in node.classes if one.startswith("pk-card-")), "")
        group = f"{group} {size.removeprefix('pk-card-')}".strip()
    if group or name:
        yield Group(blocks=blocks, style=group, anchor=name)
    else:
        yield from blocks


def _facts(place: Place, node: Node) -> Iterator[Block]:
    rows: list[tuple[Inline, tuple[Block, ...]]] = []
    for one in node.inside("dt", "dd"):
        if one.tag == "dt":
            rows.append((spans(place, one.children), ()))
        elif rows:
            name, told = rows[-1]
            rows[-1] = (name, (*told, *_flow(place, one.children)))
    if rows:
        yield Facts(rows=tuple(rows))


def _list(place: Place, node: Node) -> Iterator[Block]:
    if "pk-card-steps" in node.classes:
        yield _card_steps(place, node)
        return
    items = tuple(_item(place, one) for one in node.elements if one.tag == "li")
    filled = tuple(item for item in items if item)
    if filled:
        start = node.attributes.get("start", "")
        yield Listing(
            items=filled,
            ordered=node.tag == "ol",
            start=int(start) if start.isdigit() else 1,
            plain=not {"pk-plain", "pk-tiles", "pk-signs"}.isdisjoint(node.classes),
            style="must-not" if "pk-must-not" in node.classes else "",
        )


def _card_steps(place: Place, node: Node) -> Facts:
    """The steps of an action card: their numbers are names, such as `A1 b`, not places in a list."""
    rows = []
    for one in node.elements:
        number, *told = one.elements
        rows.append((spans(place, [number]), tuple(_flow(place, told))))
    return Facts(rows=tuple(rows), style="steps")


def _item(place: Place, node: Node) -> tuple[Block, ...]:
    return tuple(_container(place, node, ""))


def _details(place: Place, node: Node) -> Iterator[Block]:
    """A group under what its summary says. A drawing says again what stands above it: no heading of its own."""
    blocks: list[Block] = []
    for child in node.elements:
        if child.tag == "summary":
            runs = spans(place, child.children)
            drawing = "pk-drawing" in node.classes
            blocks.append(
                Paragraph(spans=runs, style="label")
                if drawing
                else Heading(level=place.level + 2, spans=runs)
            )
    blocks += _flow(place, (one for one in node.children if isinstance(one, str) or one.tag != "summary"))
    yield Group(blocks=tuple(blocks), style="details")


def _quote(place: Place, node: Node) -> Iterator[Block]:
    yield from _flow(place, node.children, "quote")


def _drawing(place: Place, node: Node) -> Iterator[Block]:
    if node.attributes.get("role") == "img":
        yield drawn_for_paper(node.drawing)


def _table(place: Place, node: Node) -> Iterator[Block]:
    yield table(place, node, lambda cell: tuple(_flow(place, cell.children)))


def _image(place: Place, node: Node) -> Iterator[Block]:
    """Nothing: the pieces hold no pictures but drawings, and those of pages are placed by their name."""
    source = node.attributes.get("src", "")
    alt = node.attributes.get("alt", "")
    if source:
        yield Figure(svg="", title=alt, source=source)


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _texts(child)


def _with_breaks(text: str) -> list[Node | str]:
    """A text whose line ends and spaces stay."""
    found: list[Node | str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append(Node("br"))
        found.append(line.replace(" ", "\N{NO-BREAK SPACE}"))
    return found


BLOCKS: dict[str, Callable[[Place, Node], Iterator[Block]]] = {
    "blockquote": _quote,
    "details": _details,
    "dl": _facts,
    "img": _image,
    "ol": _list,
    "svg": _drawing,
    "table": _table,
    "ul": _list,
}
"""How each element becomes blocks; those that are not here are containers."""
