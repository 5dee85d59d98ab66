"""What it checks
    An objective of the guide is served by nothing in a teacher's own files nor by anything that plankit makes of the
    plan. It is looked at only where teachers have written files of their own.

Why it matters
    What nobody practises is forgotten first, and the guide asks for training in the areas that the plan has chosen
    (guide 2.5). The plan may also lack what an exercise would be made of.

Bad
    objectives: [obj-lead]   # in the guide, and no exercise serves it

Good
    :objectives: obj-lead    # in an exercise of the teacher's own
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.taught import taught
from plankit.teaching.kit import kit_of


def find(subject: Subject) -> Iterator[Hit]:
    """Each objective that no exercise of a kit for everybody serves."""
    made = taught(subject)
    if made is None or not made.guide.objectives:
        return
    served = kit_of(made).by_objective
    for one in made.guide.objectives:
        if not served[one.id]:
            title = made.reading.text(one.title)
            yield Hit(at=subject.lessons[0], offset=0, values={"objective": one.id, "title": title})


RULE = Rule(
    code="PK852",
    name="objective-without-exercise",
    severity=Severity.ADVICE,
    message=N_("No exercise serves the objective “{objective}” ({title})."),
    hint=N_("Write an exercise of your own for it, with “objectives: {objective}”."),
    check=find,
)
