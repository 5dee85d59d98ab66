"""What it checks
    A measure rests on a law, but does not say on which section.

Why it matters
    The evaluation asks whether statutory duties were met (guide 4.5); an act has many duties, a section mostly
    one.

Bad
    legal_source: krisesenterlova

Good
    legal_source: krisesenterlova § 4
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject

_SECTION = re.compile(
    r"(?:§+|\bkap(?:ittel|itlet|\.)?|\bartikk?el|\bart\.|\barticle|\bchapter|\bsection)\s*\d", re.IGNORECASE
)


def find(subject: Subject) -> Iterator[Hit]:
    """Each legal source of a measure that names neither section, chapter nor article by number."""
    named: dict[str, bool] = {}
    for measure in subject.plan.measures:
        for number, ref in enumerate(measure.legal_source):
            if ref.section:
                continue
            if ref.text not in named:
                named[ref.text] = bool(_SECTION.search(ref.text))
            if not named[ref.text]:
                yield Hit(at=measure, path=("legal_source", number), values={"law": ref.text})


RULE = Rule(
    code="PK602",
    name="legal-ref-without-section",
    severity=Severity.ADVICE,
    message=N_("“{law}” names no section of the law."),
    hint=N_("Add the section: “krisesenterlova § 4”."),
    check=find,
)
