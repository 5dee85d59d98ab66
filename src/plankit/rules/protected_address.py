"""What it checks
    A street address with a house number stands together with words for protected housing: in a service, contact or
    agency that is one, or in the same sentence of a text or page. The guide says which words these are; without a
    guide nothing is looked for.

Why it matters
    People are safe in such a place only as long as those who look for them do not know where it is (GDPR article 5). Some crisis
    centres have an address that is public; then the finding is accepted with a waiver that says so.

Bad
    services:
    - {id: s, name: Krisesenteret, kind: krisesenter, location: Storgata 12 B}

Good
    services:
    - {id: s, name: Krisesenteret, kind: krisesenter, location: Adressen er ikke offentlig, phone: 00 00 00 01}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Entity
from plankit.model.parties import Agency, Contact, Service
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.written import Found, first_of_each, texts_of, written
from plankit.views.passages import plain, sentence_at

_CAPITAL = r"[A-ZÆØÅÄÖÁŠ][\w'-]*"
_KIND = (
    r"(?:gata|gate|gaten|gatan|veien|vei|vegen|veg|vägen|väg|allé|alléen|alleen|allén|plass|plassen|plats|torg|torget|"
    r"gränd|gränden|stien|stigen|stig|brygga|bryggen|kaien|kajen|bakken|backen|svingen|smauet|smuget|tunet|terrasse|"
    r"ringen|promenaden|esplanaden|lia|haugen|åsen|løkka|leitet|stredet|strete)"
)
_NUMBER = r"[ \u00a0]\d{1,3}(?:[ \u00a0]?[A-Za-z])?(?![\w§%]|[.,:/-]\d|[ \u00a0]*%)"
_STREET = re.compile(
    rf"\b{_CAPITAL}{_KIND}{_NUMBER}|\b{_CAPITAL}(?:[ ]{_CAPITAL}|[ ][a-zæøåäö]+){{0,3}}[ ]{_KIND}{_NUMBER}"
    rf"|\b{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}[ \u00a0]\d{{1,3}}(?:[ \u00a0]?[A-Za-z])?,?[ ]"
    rf"(?:\d{{4}}|\d{{3}}[ ]\d\d)[ ](?:{_CAPITAL})"
)
_OF_ITSELF = frozenset(
    {"id", "name", "short_name", "kind", "agency", "guide_agency", "party", "role", "level"}
)
"""Keys that say what an entry is."""


def _is_one(entry: Entity, words: re.Pattern[str]) -> bool:
    """Whether the entry itself is such a place, or hangs together with one."""
    if not isinstance(entry, Service | Contact | Agency):
        return False
    told = (
        text
        for key in type(entry).model_fields
        if key in _OF_ITSELF
        for _, text in texts_of(getattr(entry, key))
    )
    return any(words.search(plain(text)) for text in told)


def _stands_beside(found: Found, words: re.Pattern[str]) -> bool:
    start, end = sentence_at(found.text, found.match.start(), found.match.end())
    return bool(words.search(plain(found.text[start:end])))


def find(subject: Subject) -> Iterator[Hit]:
    """Each address that stands together with such words. The address itself is not repeated."""
    beginnings = subject.guide.guide.protected if subject.guide else ()
    if not beginnings:
        return
    words = re.compile("|".join(rf"\b{re.escape(plain(one))}" for one in beginnings))
    yield from first_of_each(
        found.hit()
        for found in written(subject).find(_STREET)
        if _is_one(found.entry, words) or _stands_beside(found, words)
    )


RULE = Rule(
    code="PK707",
    name="protected-address",
    severity=Severity.ERROR,
    message=N_("This text tells the street address of what looks like protected housing."),
    hint=N_(
        "Take the address out, also from earlier versions of the file. If it is public, accept the finding with a waiver."
    ),
    check=find,
)
