"""Finds references to law in a text: which act, which section, and which provision of the guide that is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plankit.model.base import Translated
from plankit.model.guide import Guide
from plankit.model.guide_law import Act, Law
from plankit.views.passages import Passage, Passages, plain
from plankit.views.provisions import in_force
from plankit.views.sections import Mark, between, marks

_SHORT = 6
"""Names as short as this may be other words too: `SoL`, `hol`."""
_AFTER_NAME = re.compile(
    r"s?(?![\w-])(?:\.(?= {0,4}(?:§|\d{1,3} ?(?:kap|§)|kap|art)))?"
    r"(?: {0,4}[(,]? {0,4}(?:av|fra|frå|från|of|from|sfs|lov)?[ -]{0,4}(?:\d{1,2}\. {0,4}[a-zæøåä]{3,9} {1,4})?"
    r"(?P<year>(?:1[89]|20)\d\d)(?:(?P<number>:\d{1,4})(?!\d)|-\d\d-\d\d-(?P<serial>\d{1,4})|"
    r" {0,4}nr\.? {0,4}(?P<nr>\d{1,4}))?(?![\d§:-])\)?)?"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_OWN_YEAR = re.compile(r"[\s(,]*(?:av|fra|från|of|sfs)?\s*(?:1[89]|20)\d\d(?::\d+)?\)?$")
_SERIAL = re.compile(r"((?:1[89]|20)\d\d)(?::|-\d\d-\d\d-)(\d+)")
_LED = re.compile(
    r"(?: {1,4}(?:første|andre|annet|tredje|fjerde|femte|fyrste|första|tredje|first|second|third|\d)\.? "
    r"{0,4}(?:ledd|punktum|punkt|st\.|stycket|paragraph))?(?: {1,4}(?:bokstav|nr\.?|punkt) {0,4}\w{1,2})?"
    r" {1,4}(?:(?:i|av|etter|ifølge|of|in|under|to) {1,4})?"
    r"(?:(?:den|det|the|nye|nya|ny|new|gamle|gamla|tidligere|tidigare|eldre|äldre|old|former) {1,4}){0,3}"
)
_BARE = re.compile(r" {1,4}(?:i {1,4})?")
_BESIDE = re.compile(r" {0,4}")
_APART = re.compile(r" {0,4}[,(:] {0,4}")
_CHAIN = re.compile(r" {0,4}(?:,|;|og|och|and|eller|or|samt|jf\.?|jfr\.?){0,2} {0,4}")
_LONGEST_GAP = 60
_LONGEST_NAME = 400
_NEAR = 200
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference in a text. Two citations of a text stand at the same place or at places that do not meet."""

    text: str
    start: int
    end: int
    acts: tuple[str, ...]
    """Ids of the acts that it may mean, the likeliest first; never empty."""
    section: str | None = None
    """In one spelling: `§ 3-3 a`, `13 kap. 1 §`, `kap. 24`, `art. 10`; none where the act alone is named."""
    law: str | None = None
    """Id of the guide's provision; none where the guide has none, or the act alone is named."""


class _Name(NamedTuple):
    start: int
    end: int
    acts: tuple[str, ...]
    is_sure: bool
    """Whether it names an act by itself; an abbreviation needs a section beside it."""


@dataclass(frozen=True, eq=False)
class LawBook:
    """The acts and provisions of a guide, made for looking up."""

    names: Mapping[str, tuple[str, ...]]
    """For each name in small letters, the acts that are called so."""
    starting: Mapping[str, tuple[str, ...]]
    """For each word, the names that begin with it, longest first."""
    ending: Mapping[str, tuple[tuple[frozenset[str], str], ...]]
    """For each word, the names that end with it or whose genitive does, each after its words."""
    spelled: frozenset[str]
    """Short names as they are spelled, such as `SoL`."""
    acts: Mapping[str, Act]
    laws: Mapping[str, Law]
    sections: Mapping[tuple[str, str], str]
    """For each act and section, the provision."""

    def find(self, text: str, day: date) -> tuple[Citation, ...]:
        """Every reference in `text`, in order.

        An act that shares its name with another is the one in force on `day`, unless the text gives a number
        or year, or a section that only the other has.
        """
        small = plain(text)
        names = tuple(self._names(text, small))
        return tuple(self._citations(text, small, names, day)) if names else ()

    def in_plan(self, passages: Passages) -> tuple[Passage, ...]:
        """The texts of a plan that may name an act; no other does."""
        here = passages.words
        likely = (one for last in self.ending.keys() & here for one in self.ending[last])
        names: list[str] = []
        for name in sorted({name for words, name in likely if here.issuperset(words)}, key=len):
            if not any(shorter in name for shorter in names):
                names.append(name)
        return passages.holding(names)

    def _names(self, text: str, small: str) -> Iterator[_Name]:
        here = self.starting.keys() & set(_WORD.findall(small))
        free = 0
        for start, word in sorted((at, one) for one in here for at in _places(one, small)):
            if start < free:
                continue
            for name in self.starting[word]:
                end = _end_of(name, small, start)
                after = _AFTER_NAME.match(small, end) if end is not None else None
                if end is not None and after is not None:
                    yield self._name(name, text[start:end], (start, end), after)
                    free = end
                    break

    def _name(self, name: str, written: str, place: tuple[int, int], after: re.Match[str]) -> _Name:
        start, end = place
        acts = self.names[name]
        chosen = tuple(one for one in acts if _fits(self.acts[one], after)) if after["year"] else ()
        close = after.end() if chosen or not after["year"] else end + after[0].startswith("s")
        return _Name(start, close, chosen or acts, len(name) > _SHORT or written in self.spelled)

    def _citations(self, text: str, small: str, names: tuple[_Name, ...], day: date) -> Iterator[Citation]:
        found: list[Citation] = []
        named: set[_Name] = set()
        for group in _groups(small, names):
            for mark, name, is_first in _owned(small, group, names):
                start, end = mark.start, mark.end
                if is_first:
                    named.add(name)
                    start, end = min(start, name.start), max(end, name.end)
                found += [
                    self._citation(text[start:end], start, end, name.acts, section, day)
                    for section in self._spread(name.acts, mark)
                ]
        for name in names:
            if name not in named and name.is_sure:
                words = text[name.start : name.end]
                found.append(self._citation(words, name.start, name.end, name.acts, None, day))
        yield from sorted(found, key=lambda one: one.start)

    def _spread(self, acts: tuple[str, ...], mark: Mark) -> tuple[str, ...]:
        """The sections of a mark; `§ 17-19` is a range in an act that has `§ 17` and no `§ 17-19`."""
        first, dash, last = mark.names[0].removeprefix("§ ").partition("-")
        if len(mark.names) > 1 or not dash or not last.isdigit() or not first.isdigit():
            return mark.names
        has_first = any((act, f"§ {first}") in self.sections for act in acts)
        has_both = any((act, mark.names[0]) in self.sections for act in acts)
        spread = between(first, last) if has_first and not has_both else ()
        return tuple(f"§ {number}" for number in spread) or mark.names

    def _citation(
        self, words: str, start: int, end: int, acts: tuple[str, ...], section: str | None, day: date
    ) -> Citation:
        having = [act for act in acts if section and self.provision(act, section)] or acts
        order = tuple(sorted(having, key=lambda act: not in_force(self.acts[act], day)))
        law = self.provision(order[0], section) if section else None
        return Citation(words, start, end, order, section, law)

    def provision(self, act: str, section: str) -> str | None:
        """The guide's provision for a section of an act: that section, else the chapter that it stands in."""
        found = self.sections.get((act, section))
        if found is None and section.startswith("§ ") and "-" in section:
            found = self.sections.get((act, f"kap. {section[2:].partition('-')[0]}"))
        if found is None and " kap. " in section:
            found = self.sections.get((act, f"{section.partition(' kap. ')[0]} kap."))
        return found

    def all_hold(self, citations: Iterable[Citation], day: date) -> bool:
        """Whether everything cited is in force on `day`, as far as the guide knows."""
        entries = (one for citation in citations for one in self.entries(citation))
        return all(in_force(entry, day) for entry in entries)

    def entries(self, citation: Citation) -> tuple[Act | Law, ...]:
        """The provision that is cited, where the guide has it, and its act."""
        law = self.laws.get(citation.law or "")
        act = self.acts[citation.acts[0]]
        return (law, act) if law else (act,)


class Given:
    """A guide that is the same only as itself: to compare all that it holds would take longer than to read it."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Given) and other.guide is self.guide

    def __hash__(self) -> int:
        return id(self.guide)


def law_book(guide: Guide) -> LawBook:
    """The law of a guide, made for looking up; made once for each guide."""
    return _made(Given(guide))


@lru_cache(maxsize=8)
def _made(given: Given) -> LawBook:
    guide = given.guide
    names: dict[str, list[str]] = {}
    spelled: set[str] = set()
    for act in guide.acts:
        for called in _called(act):
            name = _spaced(plain(called)).strip(".,;:")
            if _WORD.match(name):
                spelled.update({called.strip(". ")} if len(name) <= _SHORT and not called.islower() else ())
                of_name = names.setdefault(name, [])
                of_name += [act.id] if act.id not in of_name else []
    starting: dict[str, list[str]] = {}
    ending: dict[str, list[tuple[frozenset[str], str]]] = {}
    for name in sorted(names, key=len, reverse=True):
        words = _WORD.findall(name)
        for last in (words[-1], f"{words[-1]}s"):
            starting.setdefault(words[0] if len(words) > 1 else last, []).append(name)
            ending.setdefault(last, []).append((frozenset((*words[:-1], last)), name))
    return LawBook(
        ending={word: tuple(some) for word, some in ending.items()},
        names={name: tuple(acts) for name, acts in names.items()},
        starting={word: tuple(dict.fromkeys(some)) for word, some in starting.items()},
        spelled=frozenset(spelled),
        acts={act.id: act for act in guide.acts},
        laws={law.id: law for law in guide.laws},
        sections=_sections(guide),
    )


def _sections(guide: Guide) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for law in guide.laws:
        for run in marks(plain(law.section or "")):
            for section in (section for mark in run for section in mark.names):
                found.setdefault((law.act, section), law.id)
    return found


def _places(word: str, small: str) -> Iterator[int]:
    """Where a word stands by itself, and not after a hyphen."""
    at = small.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = small[at - 1 : at], small[end : end + 1]
        if not (before.isalnum() or before in ("-", "_") or after.isalnum() or after == "_"):
            yield at
        at = small.find(word, end)


def _end_of(name: str, small: str, start: int) -> int | None:
    """Where a name that begins at `start` ends; a line may break inside it. `None` where it does not stand there."""
    if small.startswith(name, start):
        return start + len(name)
    if " " not in name:
        return None
    at = start
    for number, part in enumerate(name.split(" ")):
        while number and small.startswith(" ", at) and at - start < _LONGEST_NAME:
            at += 1
        if not small.startswith(part, at):
            return None
        at += len(part)
    return at


def _called(act: Act) -> Iterator[str]:
    """What an act is called: its names in every language, both Norwegian forms, and each without its year."""
    for value in (act.short_name, act.name, *act.also):
        for name in (one for _, one in value.values) if isinstance(value, Translated) else (value,):
            for form in dict.fromkeys((name, _OWN_YEAR.sub("", name))):
                yield form
                if form.endswith("loven"):
                    yield f"{form[:-2]}a"
                elif form.endswith("lova"):
                    yield f"{form[:-1]}en"


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _fits(act: Act, after: re.Match[str]) -> bool:
    """Whether an act has the year, and the number if there is one, that stand after its name."""
    said = f"{act.citation or ''} {act.name} {act.short_name}"
    number = (after["number"] or "").removeprefix(":") or after["serial"] or after["nr"]
    own = _SERIAL.search(said)
    if number and own:
        return (own[1], own[2].lstrip("0")) == (after["year"], number.lstrip("0"))
    years = set(_YEAR.findall(said)) | ({act.valid_from.text[:4]} if act.valid_from else set())
    return after["year"] in years


def _groups(small: str, names: tuple[_Name, ...]) -> Iterator[list[Mark]]:
    """Runs of sections with nothing but commas and such between them, and no name of an act."""
    group: list[Mark] = []
    starts = [name.start for name in names]
    for run in (run for start, end in _around(names) for run in marks(small, start, end)):
        place = bisect_right(starts, run[0].start)
        if place and names[place - 1].end > run[0].start:
            continue
        gap = small[group[-1].end : run[0].start] if group else ""
        if group and (len(gap) > _LONGEST_GAP or not _CHAIN.fullmatch(gap)):
            yield group
            group = []
        group += run
    if group:
        yield group


def _around(names: tuple[_Name, ...]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that lie near a name; a section further away belongs to none."""
    first, last = -1, -1
    for name in names:
        if first >= 0 and name.start - _NEAR > last:
            yield first, last
            first = -1
        first = max(0, name.start - _NEAR) if first < 0 else first
        last = name.end + _NEAR
    yield first, last


def _owned(small: str, group: list[Mark], names: tuple[_Name, ...]) -> Iterator[tuple[Mark, _Name, bool]]:
    """Each section of a run with the act that it belongs to, and whether it stands beside the act's name."""
    place = bisect_left(names, group[0].start, key=lambda name: name.start)
    before = names[place - 1] if place else None
    after = names[place] if place < len(names) else None
    head = (
        small[before.end : group[0].start] if before and group[0].start - before.end < _LONGEST_GAP else None
    )
    tail = (
        small[group[-1].end : after.start] if after and after.start - group[-1].end < _LONGEST_GAP else None
    )
    follows = tail is not None and _LED.fullmatch(tail) is not None
    at_once = follows and (group[-1].number_last or not _BESIDE.fullmatch(tail or ""))
    beside = head is not None and _BESIDE.fullmatch(head) is not None
    apart = head is not None and _APART.fullmatch(head) is not None
    own = [before if beside else None] * len(group)
    if at_once:
        own[-1] = after if len(group) > 1 or not beside else before
        own = own if beside else [after] * len(group)
    elif not beside:
        own = [after if follows else before if apart else None] * len(group)
    for number, (mark, name) in enumerate(zip(group, own, strict=True)):
        if name is not None:
            edge = 0 if name is before else len(group) - 1
            yield mark, name, number == edge
