"""What it checks
    A withheld figure can be worked out: its total (`part_of`) less the other parts that are shown leaves it, or the
    least and most that it can be are the same. Looked at are totals and their parts at every level; a figure has one
    total. An earlier count that a later one includes is a part of it too. Not found are tables with totals both ways,
    figures in prose, and what somebody knows from elsewhere.

Why it matters
    A colon beside a total protects nobody if one subtraction gives the figure (GDPR article 4; statistics offices
    withhold a second cell for that reason). Sites and papers withhold the smallest other part in any case; the plan's author knows better
    which one readers can do without.

Bad
    - {id: all, topic: På krisesenteret, value: '26', unit: personer}
    - {id: w, topic: Kvinner, value: '11', unit: personer, part_of: all}
    - {id: c, topic: Barn, value: '13', unit: personer, part_of: all}
    - {id: m, topic: Menn, suppressed: true, unit: personer, part_of: all}

Good
    - {id: all, topic: På krisesenteret, value: '26', unit: personer}
    - {id: w, topic: Kvinner, suppressed: true, unit: personer, part_of: all}
    - {id: c, topic: Barn, value: '13', unit: personer, part_of: all}
    - {id: m, topic: Menn, suppressed: true, unit: personer, part_of: all}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.suppression import Reason, given_away


def find(subject: Subject) -> Iterator[Hit]:
    """Each withheld figure that what the plan shows gives away, with what is withheld beside it for now."""
    plan = subject.plan
    for place in given_away(plan, subject.vocabulary):
        one = plan.statistics[place]
        found = subject.figures
        beside = [
            subject.text(other.topic)
            for other in plan.statistics
            if found.of(other).reason is Reason.PROTECTS
        ]
        values: dict[str, object] = {
            "topic": subject.text(one.topic),
            "others": ", ".join(beside) or "–",
        }
        yield Hit(at=one, path=("part_of",) if one.part_of else (), values=values)


RULE = Rule(
    code="PK710",
    name="number-given-away",
    severity=Severity.WARNING,
    message=N_(
        "The withheld figure on “{topic}” can be worked out from its total. Also withheld for that reason: {others}."
    ),
    hint=N_("Choose a second figure of the same total and write “suppressed: true” there too."),
    check=find,
)
