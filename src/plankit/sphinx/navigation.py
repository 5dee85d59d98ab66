"""The way around a site: the chapters as a list, and only so much of it as a page needs.

A full tree on every page grows with the square of the number of pages; the branch that a page stands in
does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from itertools import groupby

from plankit.views.outline import Chapter

WINDOW = 24
"""Most brothers and sisters of a page that its list shows."""


def titled(chapters: Iterable[Chapter], title: Callable[[str], str]) -> tuple[Chapter, ...]:
    """The chapters, those without a title with the heading that `title` gives for their page."""
    return tuple(
        replace(one, title=one.title or title(one.name), children=titled(one.children, title))
        for one in chapters
    )


def documents(chapters: Iterable[Chapter]) -> list[str]:
    """Names of all chapters in reading order."""
    found = []
    for chapter in chapters:
        found.append(chapter.name)
        found += documents(chapter.children)
    return found


def _holds(chapter: Chapter, name: str) -> bool:
    return chapter.name == name or any(_holds(child, name) for child in chapter.children)


def _window(children: tuple[Chapter, ...], name: str) -> tuple[Chapter, ...]:
    if len(children) <= WINDOW:
        return children
    here = next((number for number, child in enumerate(children) if _holds(child, name)), 0)
    start = max(0, min(here - WINDOW // 2, len(children) - WINDOW))
    return children[start : start + WINDOW]


def _item(chapter: Chapter, name: str, level: int, uri: Callable[[str], str]) -> str:
    here = chapter.name == name
    inside = _holds(chapter, name)
    css = f"toctree-l{level}" + (" current" if inside else "") + (" current-page" if here else "")
    mark = ' aria-current="page"' if here else ""
    link = (
        f'<a class="reference internal" href="{escape(uri(chapter.name))}"{mark}>{escape(chapter.title)}</a>'
    )
    children = ""
    if inside and chapter.children:
        items = "".join(_item(child, name, level + 1, uri) for child in _window(chapter.children, name))
        children = f"<ul>{items}</ul>"
    return f'<li class="{css}">{link}{children}</li>\n'


def navigation(chapters: Iterable[Chapter], name: str, uri: Callable[[str], str]) -> str:
    """The list for the page `name`: every chapter, and what is beneath the one that the page stands in."""
    parts = []
    for words, together in groupby(chapters, key=lambda chapter: chapter.group):
        if words:
            parts.append(
                f'<p class="caption" role="heading" aria-level="2"><span>{escape(words)}</span></p>\n'
            )
        parts.append("<ul>\n" + "".join(_item(chapter, name, 1, uri) for chapter in together) + "</ul>\n")
    return "".join(parts)
