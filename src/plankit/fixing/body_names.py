"""The name that a body has today, in place of the one that it had; only where nothing else in the sentence changes."""

from __future__ import annotations

import re

from plankit.findings import Problem
from plankit.fixing.bench import Bench, Mend
from plankit.fixing.texts import Swap, edits_of, passage_of, swapped
from plankit.model.base import Text, Translated
from plankit.rules.base import Subject
from plankit.rules.body_renamed import OldName, old_names_in
from plankit.views.passages import Passage, plain, sentence_at

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PLACE = re.compile(r" (?:i|for|of|in) [A-ZÆØÅÄÖ]")
"""What follows a name that is that of one office: `Fylkesmannen i Hordaland` is not `Statsforvalteren i Hordaland`."""
_QUOTES = (("«", "»"), ("“", "”"), ("”", "”"), ('"', '"'))


def body_name(problem: Problem, bench: Bench) -> Mend | None:
    """The new name for every old one of that body in the text, where each may be swapped as it stands.

    Left to a person are other inflections than the genitive, an office of one place, words of somebody else, and
    sentences about a year in which the old name held.
    """
    subject, passage = bench.subject, passage_of(problem, bench)
    if subject is None or passage is None:
        return None
    found = [one for one in old_names_in(subject, passage) if _is_about(one, problem, bench, passage)]
    swaps = [swap for one in found if (swap := _swap(subject, passage, one))]
    if not found or len(swaps) < len(found):
        return None
    if old_names_in(subject, passage._replace(text=swapped(passage.text, swaps))) and not passage.is_page:
        return None
    return Mend(edits=edits_of(problem, passage, swaps), old=swaps[0].old, new=swaps[0].new)


def _is_about(one: OldName, problem: Problem, bench: Bench, passage: Passage) -> bool:
    if problem.values.get("former") is None:
        return False
    if not passage.is_page:
        subject = bench.subject
        return subject is not None and subject.text(one.agency.name) == problem.values.get("name")
    return bench.place(problem.file, passage.text, one.start) == (problem.line, problem.column)


def _swap(subject: Subject, passage: Passage, one: OldName) -> Swap | None:
    name = subject.text(one.agency.name)
    old = plain(one.written)
    known = {plain(each) for each in _texts(one.former.name)}
    is_genitive = old not in known and old.endswith("s") and old[:-1] in known and not name.endswith("s")
    if (old not in known and not is_genitive) or _is_of_its_time(passage.text, one):
        return None
    new = name if one.written[:1].isupper() else name[:1].lower() + name[1:]
    return Swap(one.start, one.written, f"{new}s" if is_genitive else new)


def _is_of_its_time(text: str, one: OldName) -> bool:
    """Whether the sentence tells of the body as it was, or says what somebody else said."""
    end = one.start + len(one.written)
    first, last = sentence_at(text, one.start, end)
    until = one.former.until.end_day if one.former.until else None
    if until and any(int(year[0]) <= until.year for year in _YEAR.finditer(text[first:last])):
        return True
    if _PLACE.match(text, end):
        return True
    return any(a in text[first : one.start] and b in text[end:last] for a, b in _QUOTES)


def _texts(value: Text) -> tuple[str, ...]:
    return tuple(text for _, text in value.values) if isinstance(value, Translated) else (value,)
