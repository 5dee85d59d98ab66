"""Text to HTML. Whatever comes from a plan passes through here, so that it can never become markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from itertools import chain, repeat
from typing import Any, NewType

from markdown_it import MarkdownIt

Html = NewType("Html", str)
"""Markup that is safe to put on a page."""

NOTHING = Html("")
_PLAIN = re.compile(r"[^\\`*_{}\[\]<>#|~\n&!]*")
_CARDS = 6
"""With more columns than that, a table is one of figures, and stays a table on every screen."""
_NO_NAME = re.compile(r"[^\w.:-]+")
_LIST = re.compile(r"\s*(?:[-+]|\d+[.)])\s")


def esc(text: str) -> Html:
    """`text` with everything that HTML reads as markup written out."""
    return Html(escape(text))


def anchor_name(text: str) -> str:
    """`text` as the name of a place on a page: letters, digits and a few signs, the rest as hyphens."""
    return _NO_NAME.sub("-", text)


def join(parts: Iterable[Html], between: str = "") -> Html:
    """The parts one after the other."""
    return Html(between.join(parts))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # Raw HTML is off: a plan's text is never markup. Images are off: a fragment loads nothing.
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def prose(text: str, link: Callable[[str], str | None] | None = None) -> Html:
    """A text of a plan as paragraphs. Markdown in it counts; `[words](#id)` leads to the entry of that id."""
    if _PLAIN.fullmatch(text) and not _LIST.match(text):
        return Html(f"<p>{escape(text.strip())}</p>\n") if text.strip() else NOTHING
    tokens = _markdown().parse(text)
    if link is not None:
        for token in tokens:
            for child in token.children or ():
                _resolve(child, link)
    return Html(str(_markdown().renderer.render(tokens, _markdown().options, {})))


def _resolve(token: Any, link: Callable[[str], str | None]) -> None:
    href = token.attrGet("href") if token.type == "link_open" else None
    if isinstance(href, str) and href.startswith("#"):
        target = link(href[1:])
        if target:
            token.attrSet("href", target)


def inline(text: str) -> Html:
    """A text of a plan inside a line. Nothing in it counts as Markdown."""
    return Html(escape(text))


def anchor(href: str, words: str) -> Html:
    """A link inside the site."""
    return Html(f'<a class="reference internal" href="{escape(href)}">{escape(words)}</a>')


def outside(href: str, words: str) -> Html:
    """A link to another site; only web addresses become links, anything else stays words."""
    if not href.startswith(("https://", "http://")):
        return esc(words)
    return Html(f'<a class="reference external" rel="noreferrer" href="{escape(href)}">{escape(words)}</a>')


def bullets(items: Iterable[Html], css: str = "") -> Html:
    """An unordered list; nothing where there are no items."""
    rows = "".join(f"<li>{item}</li>\n" for item in items)
    if not rows:
        return NOTHING
    return Html(f'<ul class="{css}">\n{rows}</ul>\n' if css else f"<ul>\n{rows}</ul>\n")


def facts(pairs: Iterable[tuple[str, Html]]) -> Html:
    """Name and value pairs as a definition list, without those that have no value."""
    rows = "".join(
        f"<div><dt>{escape(name)}</dt>\n<dd>{value}</dd></div>\n" for name, value in pairs if value
    )
    return Html(f'<dl class="pk-facts">\n{rows}</dl>\n') if rows else NOTHING


def table(
    caption: str,
    heads: Iterable[str],
    rows: Iterable[Iterable[Html]],
    *,
    css: str = "",
    label: str = "",
    marks: Iterable[str] = (),
) -> Html:
    """A table whose first column heads its rows, inside a region that scrolls sideways and takes the keyboard.

    On a narrow screen a table of words becomes a list of cards, whose cells say which column they are of.
    `marks` are the attributes of the rows, each with a space before it.
    """
    names = tuple(map(escape, heads))
    head = "".join(f'<th scope="col">{one}</th>\n' for one in names)
    body = []
    for row, mark in zip(rows, chain(marks, repeat("")), strict=False):
        first, *rest = row
        cells = "".join(
            f'<td data-label="{name}">{cell}</td>\n' for name, cell in zip(names[1:], rest, strict=True)
        )
        body.append(f'<tr{mark}><th scope="row">{first}</th>\n{cells}</tr>\n')
    if not body:
        return NOTHING
    cards = " pk-cards" if 3 <= len(names) <= _CARDS else ""
    return wrapped(
        f'<table class="docutils pk-table {css}{cards}">\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{''.join(body)}</tbody>\n</table>\n",
        label or caption,
    )


def wrapped(markup: str, label: str) -> Html:
    """A wide thing inside a region that scrolls sideways by itself."""
    return Html(
        f'<div class="pk-scroll" role="region" tabindex="0" aria-label="{escape(label)}">\n{markup}</div>\n'
    )
