"""The source files of a plan's site: its own pages, and a small page for each chapter made from data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plankit.html.pieces import BY_NAME, VIEW_PIECES
from plankit.model.plan import Page
from plankit.sphinx.navigation import documents
from plankit.views.outline import Chapter, page_heading
from plankit.views.paragraphs import chapter_numbers, numbered_text
from plankit.views.reading import Reading

ROOT = "index"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"\s*# [^\n]*\n?")


def escaped(text: str) -> str:
    """A text on one line in which nothing counts as Markdown."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def site_sources(reading: Reading, chapters: tuple[Chapter, ...]) -> dict[str, str]:
    """The text of each source file by its name. A page that the plan's authors wrote is never replaced."""
    pages = {page.path.removesuffix(".md"): page for page in reading.plan.pages}
    texts, numbers = {}, chapter_numbers(reading)
    for chapter in _all(chapters):
        page = pages.get(chapter.name)
        text = _written(page, chapter) if page else _made(chapter)
        texts[f"{chapter.name}.md"], _ = numbered_text(text, numbers.get(chapter.name, ""))
    texts[f"{ROOT}.md"] = _front(reading, chapters, pages.get(ROOT))
    return texts


def _all(chapters: Iterable[Chapter]) -> Iterable[Chapter]:
    for chapter in chapters:
        yield chapter
        yield from _all(chapter.children)


def _written(page: Page, chapter: Chapter) -> str:
    """A page of prose under the heading that the plan's own order of sections gives it."""
    if chapter.title == page_heading(page.text):
        return page.text
    body = page.text
    heading = _HEADING.match(body)
    if heading:
        body = body[heading.end() :]
    return f"# {escaped(chapter.title)}\n\n{body}"


def _made(chapter: Chapter) -> str:
    title = f"# {escaped(chapter.title)}\n\n"
    if not chapter.view:
        return f"{title}{chapter.text}\n"
    name = VIEW_PIECES.get(chapter.view, chapter.view)
    argument = f" {chapter.argument}" if BY_NAME[name].argument else ""
    return f"{title}```{{plan:{name}}}{argument}\n```\n"


def _front(reading: Reading, chapters: tuple[Chapter, ...], own: Page | None) -> str:
    contents = "\n".join(documents(chapters))
    tree = f"\n```{{toctree}}\n:hidden:\n\n{contents}\n```\n" if contents else ""
    if own is not None:
        return f"{own.text}\n{tree}"
    title = escaped(reading.text(reading.plan.plan.title))
    return f"# {title}\n\n```{{plan:front}}\n```\n\n```{{plan:front-areas}}\n```\n{tree}"
