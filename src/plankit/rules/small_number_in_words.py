"""What it checks
    A figure is withheld, and the words beside it repeat its number, in digits or written out.

Why it matters
    A colon in the table protects nobody if the remark below it says how many there were (GDPR article 4). Those words are left out on
    sites and papers, but the file is often published too.

Bad
    - {topic: Menn på krisesenteret, value: '2', suppressed: true, caveat: Begge to hadde barn med seg.}

Good
    - {topic: Menn på krisesenteret, suppressed: true, caveat: Noen hadde barn med seg.}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.small_counts import number, tells


def find(subject: Subject) -> Iterator[Hit]:
    """Each text that repeats a withheld figure. The figure itself is not repeated."""
    plan, found = subject.plan, subject.figures
    for one in plan.statistics:
        shown, value = found.of(one), number(one.value)
        also = ("topic", "area_text", "source")
        beside = {
            key for key in also if value is not None and tells(getattr(one, key), value, plan.plan.language)
        }
        if shown.is_withheld:
            for key in sorted(shown.repeats | beside):
                yield Hit(at=one, path=(key,), values={"topic": subject.text(one.topic)})
    for indicator in plan.indicators:
        values: dict[str, object] = {"topic": subject.text(indicator.name)}
        for key in sorted(found.of(indicator).repeats):
            yield Hit(at=indicator, path=(key,), values=values)
        for place, period in enumerate(indicator.series):
            for key in sorted(found.of(period).repeats):
                yield Hit(at=indicator, path=("series", place, key), values=values)


RULE = Rule(
    code="PK711",
    name="small-number-in-words",
    severity=Severity.ERROR,
    message=N_("These words repeat the figure on “{topic}”, which is withheld."),
    hint=N_("Say it without the number."),
    check=find,
)
