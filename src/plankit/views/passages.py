"""Every text of a plan with its place, and the sentences of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from plankit.model.base import Entity, Translated
from plankit.model.contents import LegalRef
from plankit.model.frame import Succession
from plankit.model.knowledge import Duty, Source, Term, Waiver
from plankit.model.parties import FormerName
from plankit.model.plan import Page, Plan
from plankit.model.references import entity_in, entries

Path = tuple[str | int, ...]

QUOTED = (Source, Succession, Term, Waiver)
"""Kinds of entry whose words are the names of other works or of lists: the plan does not say them itself."""

_SPACES = "\n\r\t\f\v\x00\x85\xa0\u2007\u2009\u2028\u2029\u202f"
_ABBREVIATION = re.compile(
    r"(?:\A|[^\w.])(?:art|bl|bl\.a|ca|dvs|eks|f|f\.eks|flg|hol|iht|jf|jfr|kap|kfr|kl|m\.fl|m\.m|m\.v|mfl|mv|nr|o\.l|osv|"
    r"pga|pkt|st|t\.d|t\.ex|tlf|vs)\Z",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\n[ \t]{0,40}(?:\n|[-*+|#>][ \t|#>]|\d{1,3}[.)][ \t])|[.!?…][\"'”’»)\]*_]{0,4}(?=\s{1,4}[\"'“‘”«(\[*_]{0,4}[A-ZÆØÅÄÖ0-9§])"
)
_LONGEST_ABBREVIATION = 8
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """`text` in small letters with every kind of space as a space; as long as before, so that places stay."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if small.isascii() and small.isprintable():
        return small
    # Faster than `translate`, which looks every character up.
    for char in _SPACES:
        if char in small:
            small = small.replace(char, " ")
    return small.replace("\u2011", "-")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a place in `text` begins and ends. The dot of `kap.` or `nr.` ends none."""
    first, last = 0, len(text)
    for stop in _stops(text):
        if stop <= start:
            first = stop
        elif stop >= end:
            last = stop
            break
    return first, last


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of `text`, each with where it begins."""
    start = 0
    for stop in _stops(text):
        yield start, text[start:stop]
        start = stop
    yield start, text[start:]


def _stops(text: str) -> Iterator[int]:
    for match in _BREAK.finditer(text):
        before = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        if match[0][0] != "." or not _ABBREVIATION.search(before):
            yield match.end()


class Passage(NamedTuple):
    """One text of a plan."""

    entry: Entity
    path: Path
    text: str
    is_page: bool = False
    """Whether it is the prose of a Markdown page, in which a place is an offset."""


@lru_cache(maxsize=None)
def _slots(cls: type[Entity]) -> dict[str, bool]:
    """The keys of `cls` that hold texts, and those that hold values with such keys; whether it is a text."""
    slots = {}
    for field, info in cls.model_fields.items():
        inner = entity_in(info.annotation)
        if inner is None or inner is FormerName:
            continue
        if inner is Translated or inner is LegalRef or inner is cls or _slots(inner):
            slots[field] = inner is Translated
    return slots


def _strings(part: Entity, into: list[str]) -> None:
    """Add every text inside `part`, in no order: only what the file gives is looked at, which is little."""
    values, slots = vars(part), _slots(type(part))
    for field in part.model_fields_set:
        if field in slots and (value := values[field]):
            for one in value if type(value) is tuple else (value,):
                if type(one) is str:
                    into.append(one)
                elif type(one) is LegalRef:
                    into.append(ref_words(one))
                elif type(one) is Translated:
                    into += [text for _, text in one.values]
                else:
                    _strings(one, into)


def _gather(entry: Entity, part: Entity, path: Path) -> Iterator[Passage]:
    """Every text inside `part`, in the order of the keys."""
    values = vars(part)
    for field in _slots(type(part)):
        value = values[field]
        if type(value) is tuple:
            for number, one in enumerate(value):
                yield from _gather_one(entry, one, (*path, field, number))
        elif value:
            yield from _gather_one(entry, value, (*path, field))


def _gather_one(entry: Entity, value: Entity | str, path: Path) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(entry, path, value)
    elif isinstance(value, LegalRef):
        yield Passage(entry, path, ref_words(value))
    elif isinstance(value, Translated):
        yield from (Passage(entry, (*path, tag), text) for tag, text in value.values)
    else:
        yield from _gather(entry, value, path)


def ref_words(ref: LegalRef) -> str:
    """A reference in words: as the plan writes it, with act and section where its words lack the act."""
    if ref.law is None or ref.law.casefold() in ref.text.casefold():
        return ref.text
    return f"{ref.text} ({ref.law} {ref.section or ''})"


def duty_words(duty: Duty) -> str:
    """The provision of a duty in words; empty where the plan names none."""
    return f"{duty.law} {duty.section or ''}".strip() if duty.law else ""


def passages_of(entry: Entity) -> Iterator[Passage]:
    """Every text of an entry."""
    yield from _gather(entry, entry, ())
    if isinstance(entry, Duty) and entry.law:
        yield Passage(entry, ("law",), duty_words(entry))
    elif isinstance(entry, Page):
        yield Passage(entry, (), entry.text, True)


def _words_of(entry: Entity) -> str:
    found: list[str] = []
    _strings(entry, found)
    if isinstance(entry, Duty):
        found.append(duty_words(entry))
    elif isinstance(entry, Page):
        found.append(entry.text)
    return _on_one_line("\x1f".join(found))


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "  " in text else text


@dataclass(frozen=True)
class Passages:
    """All texts of a plan, made so that one search goes through them all."""

    plan: Plan

    @cached_property
    def _entries(self) -> tuple[Entity, ...]:
        return tuple(one for one in entries(self.plan) if not isinstance(one, QUOTED))

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All texts in one, in small letters and with one space between words, and where each entry begins."""
        texts = [_words_of(one) for one in self._entries]
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        return plain("\n".join(texts)), starts[:-1]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the plan in small letters."""
        return frozenset(_WORD.findall(" ".join(set(self._joined[0].split()))))

    def holding(self, phrases: Iterable[str]) -> tuple[Passage, ...]:
        """The texts that hold one of `phrases`, given in small letters; they may stand inside longer words."""
        joined, starts = self._joined
        found: dict[int, list[str]] = {}
        for phrase in phrases:
            at = joined.find(phrase)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                found.setdefault(number, []).append(phrase)
                at = joined.find(phrase, starts[number + 1]) if number + 1 < len(starts) else -1
        return tuple(
            passage
            for number in sorted(found)
            for passage in passages_of(self._entries[number])
            if _holds(plain(_on_one_line(passage.text)), found[number])
        )


def _holds(small: str, phrases: Iterable[str]) -> bool:
    return any(phrase in small for phrase in phrases)
