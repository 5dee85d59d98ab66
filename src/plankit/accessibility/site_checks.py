"""Quick checks of a built site: what its files alone show to be wrong. A browser and a person see much more."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plankit.accessibility.page_facts import Facts, facts_of
from plankit.language import N_

_MOST_BYTES = 20_000_000
CHECKED = ("1.1.1", "1.3.1", "2.4.1", "2.4.2", "2.4.4", "2.4.6", "3.1.1", "3.3.2", "4.1.1", "4.1.2")
"""Requirements that these checks can find something wrong with."""


@dataclass(frozen=True, kw_only=True, order=True)
class Fault:
    """Something that a file shows to be wrong."""

    number: str
    """The requirement."""
    file: str
    line: int
    words: str
    """What is wrong, in English; it is translated where it is shown."""


@dataclass(frozen=True, kw_only=True)
class SiteReport:
    """What the files of a site tell."""

    pages: int
    faults: tuple[Fault, ...]
    holds: frozenset[str]
    """`media`, `motion` and `forms`, where some page has some."""
    unread: tuple[str, ...] = ()
    """Files that could not be read or are too large."""


def check_site(folder: Path) -> SiteReport:
    """Look at every page of the site in `folder`, in the order of names. Links out of the folder are not followed."""
    faults: list[Fault] = []
    holds: set[str] = set()
    unread: list[str] = []
    pages = 0
    for path in _pages(folder):
        name = path.relative_to(folder).as_posix()
        try:
            if path.stat().st_size > _MOST_BYTES:
                unread.append(name)
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            unread.append(name)
            continue
        facts = facts_of(text)
        pages += 1
        holds |= facts.holds
        faults += (
            Fault(number=number, file=name, line=line, words=words) for number, line, words in _faults(facts)
        )
    return SiteReport(pages=pages, faults=tuple(faults), holds=frozenset(holds), unread=tuple(unread))


def _pages(folder: Path) -> list[Path]:
    found = []
    for place, _, names in os.walk(folder):
        found += [Path(place) / name for name in names if name.lower().endswith((".html", ".htm"))]
    return sorted(path for path in found if not path.is_symlink())


_Told = Iterator[tuple[str, int, str]]


def _faults(facts: Facts) -> _Told:
    yield from _frame(facts)
    yield from _headings(facts)
    yield from _names(facts)


def _frame(facts: Facts) -> _Told:
    if not facts.language.strip():
        yield "3.1.1", 1, N_("The page does not say its language.")
    if not facts.title.strip():
        yield "2.4.2", 1, N_("The page has no title.")
    if len(facts.mains) != 1:
        yield "2.4.1", 1, N_("The page does not mark one part as its main content.")
    counts = Counter(name for name, _ in facts.ids)
    seen: set[str] = set()
    for name, line in facts.ids:
        if counts[name] > 1 and name in seen:
            yield "4.1.1", line, N_("An id stands twice on the page.")
        seen.add(name)


def _headings(facts: Facts) -> _Told:
    levels = [int(one.tag[1]) for one in facts.headings]
    if levels.count(1) != 1:
        yield "1.3.1", 1, N_("The page does not have one heading of the first level.")
    for before, heading in zip(facts.headings, facts.headings[1:], strict=False):
        if int(heading.tag[1]) > int(before.tag[1]) + 1:
            yield "1.3.1", heading.line, N_("A level of headings is left out.")
    for heading in facts.headings:
        if not heading.name:
            yield "2.4.6", heading.line, N_("A heading is empty.")


def _names(facts: Facts) -> _Told:
    for picture in facts.pictures:
        if "alt" not in picture.attributes and picture.attributes.get("aria-hidden") != "true":
            yield "1.1.1", picture.line, N_("A picture has no text.")
    for link in facts.links:
        if not link.name and link.attributes.get("aria-hidden") != "true":
            yield "2.4.4", link.line, N_("A link or button has no words.")
    for one in facts.fields:
        is_named = one.is_labelled or one.attributes.get("id") in facts.labelled
        if not (is_named or one.attributes.get("aria-label") or one.attributes.get("aria-labelledby")):
            yield "3.3.2", one.line, N_("A field has no label.")
    for frame in facts.frames:
        if not frame.attributes.get("title"):
            yield "4.1.2", frame.line, N_("A frame has no title.")
