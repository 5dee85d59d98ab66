"""What it checks
    The plan cites a provision that the guide marks as unconfirmed, and the guide's own limit for how long a
    provision may stand so has passed. Each provision is told of once.

Why it matters
    The guide's facts on law are read from sources, and some could not be read (guide 2.6). A provision that nobody
    confirmed for so long may have another number or other content by now.

Bad
    legal_source: barnehageloven § 46   # unconfirmed in the guide for more than its `law_limit`

Good
    legal_source: barnehageloven § 46   # confirmed in a newer edition of the guide
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.freshness import is_stale
from plankit.views.provisions import law_name


def find(subject: Subject) -> Iterator[Hit]:
    """The first reference to each provision that stood unconfirmed for too long."""
    guide, book = subject.guide, subject.law_book
    limit = guide.guide.law_limit if guide else None
    if guide is None or book is None or limit is None:
        return
    stale = {
        law.id: law.checked_on.text
        for law in guide.laws
        if law.checked_on
        and law.confidence == "unconfirmed"
        and is_stale(law.checked_on, limit, subject.today)
    }
    if not stale:
        return
    for passage, citations in subject.cited:
        for citation in citations:
            date = stale.pop(citation.law or "", None)
            if citation.law and date:
                offset = citation.start if passage.is_page else None
                values: dict[str, object] = {
                    "law": law_name(guide, citation.law, subject.text),
                    "date": date,
                }
                yield Hit(at=passage.entry, path=passage.path, offset=offset, values=values)


RULE = Rule(
    code="PK606",
    name="law-unconfirmed",
    severity=Severity.ADVICE,
    message=N_("The guide has not confirmed “{law}” (last looked up: {date})."),
    hint=N_("Look the provision up at the official source, and tell the guide's editors what you found."),
    check=find,
)
