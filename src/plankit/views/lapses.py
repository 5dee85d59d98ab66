"""Which references to law do not hold on a day, and what took the place of the provision."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from plankit.model.guide import Guide
from plankit.model.guide_law import Act, Law
from plankit.views.citations import Citation, LawBook
from plankit.views.passages import plain, sentence_at
from plankit.views.provisions import ToText, in_force, law_name

_OF_THE_PAST = re.compile(
    r"\b(?:opphev[de]t?|oppheva|opphevet|tidligere|tidlegare|erstatt\w*|avløst\w*|avløyst\w*|upphävd\w*|upphävt\w*|"
    r"tidigare|föregångare\w*|forgjeng[ae]r\w*|predecessor|ersatt\w*|ersätt\w*|repealed|formerly|former (?:act|law|section)|replaced|replaces)\b"
)
_LONGEST_LINE = 8
"""Successors of successors that are looked up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lapse:
    """Why a provision does not hold on a day."""

    citation: Citation
    day: date
    """The first day on which it no longer holds, or will."""
    is_coming: bool
    """Whether it is not in force yet."""
    successors: tuple[str, ...]
    """Ids of the provisions or acts that hold instead."""


def lapse(book: LawBook, citation: Citation, day: date) -> Lapse | None:
    """Why what is cited is not in force on `day`; `None` where it is, as far as the guide knows."""
    entry = next((one for one in book.entries(citation) if not in_force(one, day)), None)
    if entry is None:
        return None
    first = entry.valid_from.start_day if entry.valid_from else None
    last = entry.valid_to.end_day if entry.valid_to else None
    if last is None or day <= last:
        return Lapse(citation=citation, day=first or day, is_coming=True, successors=())
    lines = (_successors(book, one, day) for one in book.entries(citation))
    return Lapse(
        citation=citation,
        day=last + timedelta(days=1),
        is_coming=False,
        successors=next(filter(None, lines), ()),
    )


def _successors(book: LawBook, entry: Act | Law, day: date) -> tuple[str, ...]:
    """What holds instead of `entry` on `day`, following each line of successors; else the nearest there are."""
    wanted, holding = list(entry.replaced_by), []
    for _ in range(_LONGEST_LINE):
        known = [(name, book.laws.get(name) or book.acts.get(name)) for name in wanted]
        holding += [name for name, one in known if one and in_force(one, day)]
        wanted = [name for _, one in known if one and not in_force(one, day) for name in one.replaced_by]
    return tuple(dict.fromkeys(holding)) or entry.replaced_by


def lapses(book: LawBook, text: str, day: date) -> tuple[Lapse, ...]:
    """The references in `text` that do not hold on `day` and are written as if they did.

    Left out are those in a sentence that also names what took their place, or says that they are of the past.
    """
    citations = book.find(text, day)
    return tuple(
        found
        for citation in citations
        if (found := lapse(book, citation, day)) and not _says_so(book, found, text, citations)
    )


def _says_so(book: LawBook, found: Lapse, text: str, citations: Iterable[Citation]) -> bool:
    start, end = found.citation.start, found.citation.end
    first, last = sentence_at(text, start, end)
    if _OF_THE_PAST.search(plain(text[first:last])):
        return True
    new = {*found.successors, *(law.act for name in found.successors if (law := book.laws.get(name)))}
    others = (one for one in citations if first <= one.start < last and one.start != start)
    return any(
        one.law in new or (one.acts[0] in new and one.acts[0] != found.citation.acts[0]) for one in others
    )


def day_of(today: date, period: tuple[date | None, date | None]) -> date:
    """The day that law is judged on: today, or the nearest day of the plan's period."""
    first, last = period
    if last is not None and today > last:
        return last
    return first if first is not None and today < first else today


def provision_name(guide: Guide, name: str, text: ToText) -> str:
    """The provision or act with this id as texts write it; the id where there is none."""
    entry = guide.by_id.get(name)
    return text(entry.short_name) if isinstance(entry, Act) else law_name(guide, name, text)
