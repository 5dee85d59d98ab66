"""What it checks
    A figure that counts people or their cases, the whole that it is a part of, or the rest of that whole, is more than
    none and below the threshold (`plan.suppress_below`, 5 without it), and the plan does not say that it is withheld.
    Figures for the whole country and estimates are left alone; units of money, time and means count no people.

Why it matters
    In a small municipality, few in a table are people whom neighbours recognise (GDPR article 4; statistics offices
    withhold such cells). Sites and papers print a colon in any case, but the file is often published too.

Bad
    - {topic: Menn på krisesenteret, value: '2', unit: personer, period: 2025, source: Årsmelding}

Good
    - {topic: Menn på krisesenteret, suppressed: true, unit: personer, period: 2025, source: Årsmelding}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.suppression import Reason


def find(subject: Subject) -> Iterator[Hit]:
    """Each such figure. The figure itself is not repeated."""
    found = subject.figures
    for one in subject.plan.statistics:
        if found.of(one).reason is Reason.FEW:
            values: dict[str, object] = {"topic": subject.text(one.topic), "below": f"{found.below:f}"}
            yield Hit(at=one, path=("value",) if one.value else ("base",), values=values)
    for indicator in subject.plan.indicators:
        for place, value in enumerate(indicator.series):
            if found.of(value).reason is Reason.FEW:
                values = {"topic": subject.text(indicator.name), "below": f"{found.below:f}"}
                key = "value" if value.value else "base"
                yield Hit(at=indicator, path=("series", place, key), values=values)


RULE = Rule(
    code="PK708",
    name="small-number",
    severity=Severity.WARNING,
    message=N_("The figure on “{topic}” counts fewer than {below} and is printed as a colon."),
    hint=N_(
        "Write “suppressed: true” and take the value out of the file. If it counts no people, write “counts_people: false”."
    ),
    check=find,
)
