"""What it checks
    A contact or service of the plan has the name or the website of a help line of the guide, but another number.
    Services and contacts of the municipality's own may be added freely. A website that several lines share
    tells nothing.

Why it matters
    Whoever needs help must find it (guide 4.4). Two numbers for one national line, on one site, mean that one of
    them is wrong, and nobody who is afraid should have to find out which.

Bad
    services:
    - {id: vo, name: VO-linjen, phone: 116 060}

Good
    services:
    - {id: vo, name: VO-linjen, phone: 116 006}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Text, Translated
from plankit.model.guide_help import HelpLine
from plankit.model.parties import Contact, Service
from plankit.rules.base import Hit, Rule, Subject

_CALLED = frozenset({"phone", "sms"})
_SEVERAL = re.compile(r"[/,;|]|\b(?:eller|og|och|or|and)\b")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


class _Entry(NamedTuple):
    entry: Contact | Service
    key: str
    name: Text
    number: str
    site: str | None


def _entries(subject: Subject) -> Iterator[_Entry]:
    for contact in subject.plan.contacts:
        if subject.code("channel", contact.channel) in _CALLED:
            yield _Entry(contact, "value", contact.party, contact.value, None)
    for service in subject.plan.services:
        if service.phone:
            yield _Entry(service, "phone", service.name, service.phone, service.address)


def _names(name: Text) -> frozenset[str]:
    """A name in each language, without capitals, punctuation and spare spaces."""
    texts = (one for _, one in name.values) if isinstance(name, Translated) else (name,)
    return frozenset(" ".join(re.sub(r"\W+", " ", text.casefold()).split()) for text in texts) - {""}


def _site(address: str) -> str:
    return _SCHEME.sub("", address.strip()).rstrip("/").casefold()


def _digits(number: str) -> str:
    """What tells a number from others: its digits, without the country's code and the zero before an area's."""
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith(("+", "00")) and len(digits) > 8:
        digits = digits.removeprefix("00")[2:]
    return digits.lstrip("0") or digits


def _has(written: str, line: HelpLine) -> bool:
    number = _digits(line.number or "")
    return any(_digits(part) == number for part in (written, *_SEVERAL.split(written)))


def find(subject: Subject) -> Iterator[Hit]:
    """Each contact or service that stands for a line of the guide, with another number."""
    lines = [line for line in subject.guide.help_lines if line.number] if subject.guide else []
    by_name: dict[str, list[HelpLine]] = {}
    by_site: dict[str, list[HelpLine]] = {}
    for line in lines:
        for name in _names(line.name):
            by_name.setdefault(name, []).append(line)
        if line.site:
            by_site.setdefault(_site(line.site), []).append(line)
    for entry, key, called, number, address in _entries(subject) if lines else ():
        meant = [line for name in sorted(_names(called)) for line in by_name.get(name, ())]
        of_site = by_site.get(_site(address), []) if address else []
        meant = meant or (of_site if len(of_site) == 1 else [])
        if meant and not any(_has(number, line) for line in meant):
            values: dict[str, object] = {
                "name": subject.text(meant[0].name),
                "number": number,
                "right": meant[0].number,
            }
            yield Hit(at=entry, path=(key,), values=values)


RULE = Rule(
    code="PK505",
    name="national-number-overridden",
    severity=Severity.ERROR,
    message=N_("“{name}” is a help line of the guide with the number {right}, but has {number} here."),
    hint=N_("Take the entry out, or give it the guide's number; a local service needs a name of its own."),
    check=find,
)
