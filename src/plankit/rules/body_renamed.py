"""What it checks
    A text calls a body by a name that the guide says it no longer has. A sentence that also has the name of today
    is left alone, and so are “formerly” with the old name and the former names that the plan's own agencies list.

Why it matters
    Contact between services must be easy to take up (guide 2.6). Under an old name, nobody finds the office, its
    number or its duties.

Bad
    text: Fylkesmannen fører tilsyn.

Good
    text: Statsforvalteren (tidligere fylkesmannen) fører tilsyn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Text, Translated
from plankit.model.guide import GuideAgency
from plankit.model.parties import FormerName
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.citations import Given
from plankit.views.passages import Passage, plain, sentence_at

_FORMERLY = re.compile(
    r"\b(?:tidligere|tidlegare|tidigare|før|førre|förut|formerly|former|den gang|dåverende|daværende|dåvarande)"
    r"(?: (?:kalt|kalla|kallad|het|hette|heitte|called|the))?[ “«”\"(]{1,3}\Z"
)
_NEAR = 40


class OldName(NamedTuple):
    """An old name in a text: where it begins, as it is written there, and whose it was."""

    start: int
    written: str
    agency: GuideAgency
    former: FormerName


class _Old(NamedTuple):
    agency: GuideAgency
    former: FormerName


def _in_all_languages(*texts: Text | None) -> tuple[str, ...]:
    found: list[str] = []
    for text in texts:
        found += (one for _, one in text.values) if isinstance(text, Translated) else (text,) if text else ()
    return tuple(plain(one).strip() for one in found if one.strip())


@lru_cache(maxsize=8)
def _old_names(given: Given, day: date) -> dict[str, _Old]:
    """The names that bodies had before `day`, without those that a name of today is, or begins with.

    Nobody takes “shelter” for an old name of the “shelter service”.
    """
    agencies = given.guide.agencies
    taken = {name for one in agencies for name in _in_all_languages(one.name, one.short_name)}
    found: dict[str, _Old] = {}
    for agency in agencies:
        for former in agency.former_names:
            last = former.until.end_day if former.until else None
            if last is None or last < day:
                for name in _in_all_languages(former.name, *former.forms):
                    if not any(now.startswith(name) for now in taken):
                        found.setdefault(name, _Old(agency, former))
    return found


def _since(former: FormerName) -> str:
    last = former.until.end_day if former.until else None
    return (
        (last + timedelta(days=1)).isoformat() if last and last < date.max else N_("since when is not known")
    )


def _has_new_name(sentence: str, agency: GuideAgency) -> bool:
    names = "|".join(re.escape(one) for one in _in_all_languages(agency.name, agency.short_name))
    return re.search(rf"(?<!\w)(?:{names})", plain(sentence)) is not None


def _in(passage: Passage, pattern: re.Pattern[str], old: dict[str, _Old]) -> Iterator[tuple[int, str, _Old]]:
    """Each old name in a text that stands there alone: its place, as it is written, and whose it was."""
    small = plain(passage.text)
    for match in pattern.finditer(small):
        start, end = match.span()
        whose = old[match[0]]
        first, last = sentence_at(passage.text, start, end)
        is_said = _FORMERLY.search(small[max(0, start - _NEAR) : start])
        if not is_said and not _has_new_name(passage.text[first:last], whose.agency):
            yield start, passage.text[start:end], whose


def _pattern(old: dict[str, _Old]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(old, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")


def old_names_in(subject: Subject, passage: Passage) -> tuple[OldName, ...]:
    """Every old name that stands alone in one text."""
    old = _old_names(Given(subject.guide), subject.law_day) if subject.guide else {}
    if not old:
        return ()
    return tuple(
        OldName(start, written, whose.agency, whose.former)
        for start, written, whose in _in(passage, _pattern(old), old)
    )


def find(subject: Subject) -> Iterator[Hit]:
    """Each old name, once in each text that is not a page of prose."""
    old = _old_names(Given(subject.guide), subject.law_day) if subject.guide else {}
    if not old:
        return
    pattern = _pattern(old)
    for passage in subject.passages.holding(old):
        told: set[str] = set()
        for start, written, whose in _in(passage, pattern, old):
            if passage.is_page or whose.agency.id not in told:
                told.add(whose.agency.id)
                yield Hit(
                    at=passage.entry,
                    path=passage.path,
                    offset=start if passage.is_page else None,
                    values={
                        "former": written,
                        "name": subject.text(whose.agency.name),
                        "reason": _since(whose.former),
                    },
                )


RULE = Rule(
    code="PK604",
    name="body-renamed",
    severity=Severity.ADVICE,
    message=N_("“{former}” is called “{name}” now ({reason})."),
    hint=N_("Write the name of today; the old one may stand in brackets behind it."),
    check=find,
)
