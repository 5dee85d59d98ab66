"""Numbers of paragraphs while a plan is on hearing, so that a statement can say what it is about.

A number is that of the chapter, a hyphen, and the place in the chapter: `2-4`, `C.1-3`. Chapters of the plan's own that
have a number keep it; all others get letters, which no such number can clash with. Numbers depend on the plan alone,
so that the site and every paper have the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_uppercase

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plankit.model.contents import Section
from plankit.model.merged import of_this_plan
from plankit.views.outline import Chapter, outline
from plankit.views.reading import Reading

_NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]?", re.ASCII)
_NO_PROSE = re.compile(r"\s*(?::{3,}|!\[)")
"""How paragraphs begin that are none to a reader: boxes and pictures."""
_UNSEEN = re.compile(r"\s*(?:%|\([^()\s]+\)=\s*$)")
"""Lines before a paragraph that no reader sees: comments and targets."""


def is_on_hearing(reading: Reading) -> bool:
    """Whether the plan is on hearing: as its frame says, else its last version."""
    plan = reading.plan
    versions = of_this_plan(plan.versions)
    word = plan.plan.stage or (versions[-1].stage if versions else None)
    return word is not None and reading.vocabulary.code("stage", word) == "hearing"


def chapter_numbers(reading: Reading) -> Mapping[str, str]:
    """The number of each chapter by its name; none where the plan is not on hearing."""
    if not is_on_hearing(reading):
        return {}
    own = {_name(section): section.number for section in _sections(reading.plan.sections) if section.number}
    return dict(_numbered(outline(reading), own))


def _sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.children)


def _name(section: Section) -> str:
    return section.page.removesuffix(".md") if section.page else section.id or ""


def _numbered(chapters: Iterable[Chapter], own: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    letters = _letters()
    for chapter in chapters:
        number = own.get(chapter.name, "").strip().rstrip(".")
        if not _NUMBER.fullmatch(number) or number in taken:
            number = next(letters)
        taken.add(number)
        yield chapter.name, number
        yield from _below(chapter, number)


def _below(chapter: Chapter, number: str) -> Iterator[tuple[str, str]]:
    for place, child in enumerate(chapter.children, start=1):
        yield child.name, f"{number}.{place}"
        yield from _below(child, f"{number}.{place}")


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    yield from (first + second for first in ascii_uppercase for second in ascii_uppercase)


def numbered_text(text: str, chapter: str) -> tuple[str, int]:
    """A page of Markdown with a number before each paragraph and each item of a list, and how many there are.

    `chapter` is the number of its chapter; without one the text stays as it is.
    """
    if not chapter:
        return text, 0
    lines = text.split("\n")
    places = list(_places(_markdown().parse(text), lines))
    for count, line in enumerate(places, start=1):
        head = re.match(r"\s*(?:(?:[-+*]|\d+[.)])\s+)?", lines[line])
        at = head.end() if head else 0
        lines[line] = f"{lines[line][:at]}**{chapter}-{count}** {lines[line][at:]}"
    return "\n".join(lines), len(places)


def _places(tokens: list[Token], lines: list[str]) -> Iterator[int]:
    """The lines on which paragraphs and items of lists begin, outside tables, quotes and boxes."""
    for place, token in enumerate(tokens):
        if token.type != "paragraph_open" or token.map is None:
            continue
        first_of_item = token.level == 2 and tokens[place - 1].type == "list_item_open"
        first, end = token.map
        while first < end and _UNSEEN.match(lines[first]):
            first += 1
        if (token.level == 0 or first_of_item) and first < end and not _NO_PROSE.match(lines[first]):
            yield first


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def prose_counts(reading: Reading) -> Mapping[str, int]:
    """How many numbered paragraphs the own text of each chapter has; those of its entries come after them."""
    found = {page.path.removesuffix(".md"): numbered_text(page.text, "1")[1] for page in reading.plan.pages}
    for section in _sections(reading.plan.sections):
        if section.text and not section.page and section.id:
            found[section.id] = numbered_text(reading.text(section.text), "1")[1]
    return found
