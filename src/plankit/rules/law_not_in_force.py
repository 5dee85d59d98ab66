"""What it checks
    The plan cites a provision or an act that the guide says is not in force, on the day of the check or, for a
    plan whose period is over or not begun, on the nearest day of its period. A sentence that also names what took
    its place, or says that it was repealed, is left alone.

Why it matters
    The guide asks for the duties of each service in law (guide 2.6). Whoever looks up a repealed section finds
    nothing, or an older duty than the one that binds today.

Bad
    legal_source: krisesenterlova § 8

Good
    legal_source: kommuneloven § 25-1
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.lapses import Lapse, lapses, provision_name

_ENDED = N_("not in force since")
_COMING = N_("not in force before")
_NOTHING = N_("nothing that the guide knows of")


def _values(subject: Subject, found: Lapse) -> dict[str, object]:
    assert subject.guide is not None
    names = [provision_name(subject.guide, name, subject.text) for name in found.successors]
    return {
        "law": " ".join(found.citation.text.split()),
        "reason": _COMING if found.is_coming else _ENDED,
        "day": found.day.isoformat(),
        "wanted": ", ".join(dict.fromkeys(names)) or _NOTHING,
    }


def find(subject: Subject) -> Iterator[Hit]:
    """Each reference to law that does not hold, once in each text for each provision."""
    book = subject.law_book
    for passage, citations in subject.cited:
        if book is None or book.all_hold(citations, subject.law_day):
            continue
        told: set[tuple[str, str | None]] = set()
        for found in lapses(book, passage.text, subject.law_day):
            about = (found.citation.acts[0], found.citation.law)
            if about not in told or passage.is_page:
                told.add(about)
                offset = found.citation.start if passage.is_page else None
                values = _values(subject, found)
                yield Hit(at=passage.entry, path=passage.path, offset=offset, values=values)


RULE = Rule(
    code="PK603",
    name="law-not-in-force",
    severity=Severity.WARNING,
    message=N_("“{law}” is {reason} {day}. In its place: {wanted}."),
    hint=N_("Cite what holds now, or say in the same sentence that it is repealed and what replaced it."),
    check=find,
)
