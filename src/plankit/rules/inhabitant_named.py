"""What it checks
    A statement from an inhabitant says who it is from: its `body` holds more than a word for an inhabitant.

Why it matters
    Whoever writes to the municipality about violence may have been exposed to it. In a small place a name, a street
    or a family tells neighbours who it is, and names are personal data (GDPR articles 5 and 6). Pages and papers show
    only “Inhabitant”, but the file is shared too.

Bad
    statements:
    - {kind: innbygger, body: Kari Nordmann}

Good
    statements:
    - {kind: innbygger}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Text, Translated
from plankit.rules.base import Hit, Rule, Subject

_INHABITANT = "inhabitant"


def find(subject: Subject) -> Iterator[Hit]:
    """Each statement of an inhabitant whose body is more than that."""
    for hearing in subject.plan.hearings:
        for place, one in enumerate(hearing.statements):
            if one.body is None or one.kind is None or not _is_inhabitant(subject, one.kind):
                continue
            if not all(_is_inhabitant(subject, word) for word in _in_all_languages(one.body)):
                yield Hit(at=hearing, path=("statements", place, "body"))


def _in_all_languages(text: Text) -> tuple[str, ...]:
    return tuple(one for _, one in text.values) if isinstance(text, Translated) else (text,)


def _is_inhabitant(subject: Subject, word: str) -> bool:
    return subject.code("statement-kind", word) == _INHABITANT


RULE = Rule(
    code="PK709",
    name="inhabitant-named",
    severity=Severity.ERROR,
    message=N_("This statement is from an inhabitant, and “body” tells who."),
    hint=N_(
        "Take “body” away. If a body said it, and no private person, write what kind of body under “kind”."
    ),
    check=find,
)
