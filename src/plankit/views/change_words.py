"""What a key of an entry is called, and what its value is in words, for those who read what changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import Any

from plankit.language import N_
from plankit.model.base import Entity, Translated
from plankit.model.contents import Responsible
from plankit.model.cost import Cost
from plankit.model.references import TARGETS
from plankit.model.seal import canonical
from plankit.model.vocabulary import CODED_FIELDS
from plankit.model.when import When, WhenKind
from plankit.views.reading import Reading

LABELS: Mapping[str, str] = {
    "about": N_("About"),
    "access": N_("How to get it"),
    "access_text": N_("How to get it"),
    "actor": N_("Who acts"),
    "address": N_("Address"),
    "age_limits": N_("Age"),
    "agencies": N_("Agencies"),
    "agency": N_("Agency"),
    "agency_role": N_("Role"),
    "agreement": N_("Agreement"),
    "applies_to": N_("Holds for"),
    "approved_by": N_("Approved by"),
    "areas": N_("Area"),
    "around_the_clock": N_("Day and night"),
    "as_measure": N_("Measure"),
    "audience": N_("Written for"),
    "base": N_("Of"),
    "baseline": N_("Start value"),
    "basis": N_("Rests on"),
    "basis_text": N_("Rests on"),
    "body": N_("Body"),
    "by": N_("By"),
    "can_do": N_("May"),
    "capacity": N_("Capacity"),
    "case_refs": N_("Cases"),
    "caveat": N_("Caveat"),
    "chair": N_("Led by"),
    "channel": N_("By way of"),
    "commandable": N_("Whether the municipality may order it"),
    "commandable_by": N_("Takes orders from"),
    "condition": N_("For cases where"),
    "content": N_("Content"),
    "contents": N_("Holds"),
    "contributors": N_("Contributes"),
    "cost": N_("Cost"),
    "cross_refs": N_("See also"),
    "date": N_("Date"),
    "deadline": N_("Deadline"),
    "deadline_text": N_("Time limit"),
    "definition": N_("Definition"),
    "depends_on": N_("Depends on"),
    "description": N_("Text"),
    "documentation": N_("Write down"),
    "document_date": N_("Dated"),
    "document_owner": N_("Owner of the document"),
    "document_type": N_("Kind of document"),
    "due": N_("Due"),
    "editions": N_("Editions"),
    "empty": N_("Why something is left empty"),
    "evaluation_date": N_("Evaluated"),
    "expected_result": N_("Expected result"),
    "fallback": N_("If nobody can be reached"),
    "for_whom": N_("For whom"),
    "frequency": N_("How often"),
    "funder": N_("Funder"),
    "gap": N_("Does not cover"),
    "goals": N_("Goals"),
    "handover": N_("Hand over to"),
    "heading": N_("Heading"),
    "hours": N_("Hours"),
    "how": N_("How"),
    "id": N_("Id"),
    "in_force_from": N_("In force from"),
    "indicators": N_("Indicators"),
    "kind": N_("Kind"),
    "language": N_("Language"),
    "law": N_("Law"),
    "legal_basis": N_("Law"),
    "legal_source": N_("Law"),
    "level": N_("Level"),
    "level_text": N_("Level"),
    "local_need": N_("Why here"),
    "location": N_("Where"),
    "mandate": N_("Mandate"),
    "mandatory": N_("mandatory"),
    "member_agencies": N_("Members"),
    "members": N_("Members"),
    "mitigation": N_("What is done"),
    "must_do": N_("Must"),
    "must_not": N_("Must not"),
    "name": N_("Name"),
    "next": N_("Next"),
    "notes": N_("Remark"),
    "notice": N_("Notice"),
    "number": N_("Number"),
    "offer": N_("Help it gives"),
    "opening_hours": N_("Hours"),
    "order": N_("Place in the list"),
    "owner": N_("Owner"),
    "page": N_("Page"),
    "parent": N_("Part of"),
    "parents": N_("Part of"),
    "participant": N_("For"),
    "participants": N_("For"),
    "parts": N_("Parts"),
    "path": N_("Page"),
    "period": N_("Period"),
    "personal_duty": N_("Whether the duty is each employee's own"),
    "phase": N_("Phase"),
    "phases": N_("Phase"),
    "phone": N_("Telephone"),
    "prevention_level": N_("Prevention"),
    "principles": N_("Principles"),
    "process_owner": N_("Owner of the process"),
    "provider": N_("By"),
    "read_on": N_("Read on"),
    "receiver": N_("Replies to"),
    "responsible": N_("Responsible"),
    "role": N_("Role"),
    "roles": N_("Roles"),
    "safe": N_("Safe"),
    "scope": N_("Scope"),
    "scope_organisation": N_("Binds"),
    "section": N_("Section"),
    "severity": N_("Severity"),
    "short_name": N_("Short name"),
    "source": N_("Source"),
    "sources": N_("Sources"),
    "stage": N_("State"),
    "starts": N_("Starts when"),
    "status": N_("Status"),
    "status_at_adoption": N_("Status at adoption"),
    "subtitle": N_("Subtitle"),
    "target": N_("Target"),
    "target_groups": N_("For whom"),
    "targets": N_("Targets"),
    "task": N_("Task"),
    "term": N_("Word"),
    "text": N_("Text"),
    "theme": N_("Theme"),
    "threshold": N_("When it sets in"),
    "tied_to": N_("Tied to"),
    "title": N_("Title"),
    "to": N_("To"),
    "tools": N_("Tools"),
    "topic": N_("Topic"),
    "topics": N_("Topics"),
    "trigger": N_("Starts when"),
    "unit": N_("Unit"),
    "user_cost": N_("Costs you"),
    "valid_from": N_("In force from"),
    "valid_to": N_("until"),
    "value": N_("Value"),
    "value_text": N_("Value"),
    "verified_on": N_("Checked"),
    "what": N_("What"),
    "when": N_("When"),
    "who": N_("Who"),
    "within": N_("Time limit"),
    "measurement": N_("How it is measured"),
    "purpose": N_("Purpose"),
    "quality_dimension": N_("Quality dimension"),
    "quality_area": N_("Quality area"),
    "indicator_area": N_("Indicator area"),
    "discontinued": N_("No longer measured since"),
    "break_in_series": N_("Break in series"),
    "publisher": N_("Published by"),
    "files": N_("Files read"),
}
"""Keys that readers meet most; any other is shown as it stands in the files."""

RASCI = {
    "R": N_("carries it out"),
    "A": N_("is accountable"),
    "S": N_("supports"),
    "C": N_("is consulted"),
    "I": N_("is informed"),
}

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"[-−+]?\d+(?:[.,:/–-]\d+)*\s?[%‰]?")
_LONG_WORD, _LONGEST_WORD = 6, 60
_SAME_SPELLING = 0.85


def label_of(reading: Reading, key: str) -> str:
    """What a key is called in the reader's language."""
    return reading.words(LABELS[key]) if key in LABELS else key.replace("_", " ")


def in_words(reading: Reading, cls: type[Entity], key: str, value: Any) -> str:
    """The value of a key in words; empty where there is none."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, tuple):
        return "; ".join(filter(None, (in_words(reading, cls, key, one) for one in value)))
    if isinstance(value, bool):
        return reading.words(N_("yes")) if value else reading.words(N_("no"))
    if isinstance(value, Entity) and not isinstance(value, Translated):
        return _entity(reading, value)
    if isinstance(value, Enum):
        return reading.words(RASCI[value.value]) if value.value in RASCI else str(value.value)
    names = [base.__name__ for base in cls.__mro__]
    if isinstance(value, str):
        if any(f"{name}.{key}" in TARGETS for name in names):
            return reading.numbered_title(value)
        field = next(
            (CODED_FIELDS[place] for name in names if (place := f"{name}.{key}") in CODED_FIELDS), ""
        )
        return reading.label(field, value) if field else value
    return reading.text(value)


def _entity(reading: Reading, value: Entity) -> str:
    if isinstance(value, When):
        return value.text
    if isinstance(value, Cost):
        return ", ".join(filter(None, (value.text, reading.text(value.funder))))
    if isinstance(value, Responsible):
        function = reading.function(value)
        return f"{reading.who(value)} ({function})" if function else reading.who(value)
    cls = type(value)
    parts = (
        in_words(reading, cls, key, getattr(value, key))
        for key in cls.model_fields
        if key not in ("id", "empty")
    )
    return ", ".join(part for part in parts if part)


def same_meaning(old: Any, new: Any) -> bool:
    """Whether two values mean the same though they are written in other ways: a date, or a sum of money."""
    if isinstance(old, When) and isinstance(new, When):
        known = old.reading.kind not in (WhenKind.UNREAD, WhenKind.EVENT, WhenKind.PLACEHOLDER)
        return known and old.reading == new.reading
    if isinstance(old, Cost) and isinstance(new, Cost):
        more = ("period", "funder", "original_purpose", "used_for", "covers", "decision")
        same = all(getattr(old, key) == getattr(new, key) for key in more)
        return same and old.reading.amount is not None and old.reading == new.reading
    return False


def only_spelling(old: str, new: str) -> bool:
    """Whether two texts have the same words, but for spelling, capitals, punctuation and spaces.

    Careful: a number, a short word such as “not” or “shall”, or a word that begins in another way makes them
    different, so that nothing that may matter passes as spelling.
    """
    figures = [["".join(figure.split()) for figure in _FIGURE.findall(text)] for text in (old, new)]
    if figures[0] != figures[1]:
        return False
    one, other = _WORD.findall(old.casefold()), _WORD.findall(new.casefold())
    if not one or not other:
        return not one and not other
    if one == other:
        return True
    if "".join(one) == "".join(other):
        return True
    if len(one) != len(other):
        return False
    return all(a == b or _same_word(a, b) for a, b in zip(one, other, strict=True))


def _same_word(one: str, other: str) -> bool:
    if (
        not _LONG_WORD <= min(len(one), len(other)) <= max(len(one), len(other)) <= _LONGEST_WORD
        or one[0] != other[0]
        or not (one + other).isalpha()
    ):
        return False
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _SAME_SPELLING


def list_difference(
    reading: tuple[Reading, Reading],
    cls: type[Entity],
    key: str,
    values: tuple[Sequence[Any], Sequence[Any]],
    said: Sequence[Any],
) -> tuple[str, str]:
    """What only the old list has and what only the new one has, in words; both whole where the order alone differs.

    `said` is the old list with the ids of its own plan; `values` has those of the new one, to compare by.
    """
    old = [
        (in_words(reading[0], cls, key, shown), _plain(one))
        for one, shown in zip(values[0], said, strict=True)
    ]
    new = [(in_words(reading[1], cls, key, one), _plain(one)) for one in values[1]]
    had, has = {plain for _, plain in old}, {plain for _, plain in new}
    gone = [words for words, plain in old if plain not in has]
    come = [words for words, plain in new if plain not in had]
    if not gone and not come:
        gone, come = [words for words, _ in old], [words for words, _ in new]
    return "; ".join(filter(None, gone)), "; ".join(filter(None, come))


def _plain(value: Any) -> str:
    return canonical(value.model_dump(mode="json")) if isinstance(value, Entity) else canonical(value)
