"""What it checks
    A case in a teacher's file has no `warning`, or does not say with `fictional: true` that it is made up.

Why it matters
    Somebody in the room may have lived it; what they would tell by staying or leaving is a matter of health and of
    private life (GDPR art. 9). A warning lets them go out in time, without having to say why.

Bad
    ~~~{plan-case} bus
    :title: On the bus
    ~~~

Good
    ~~~{plan-case} bus
    :title: On the bus
    :fictional: true
    :warning: The case is about violence against a child. You may go out whenever you like.
    ~~~
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.lesson import OwnCase
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.taught import hit, own


def find(subject: Subject) -> Iterator[Hit]:
    """Each case without a warning, or that does not say that it is made up."""
    for lesson, one in own(subject):
        if isinstance(one, OwnCase):
            if not subject.text(one.warning).strip():
                yield hit(lesson, one.line, key="warning", case=one.id)
            if one.fictional is not True:
                yield hit(lesson, one.line, key="fictional", case=one.id)


RULE = Rule(
    code="PK854",
    name="case-without-warning",
    severity=Severity.WARNING,
    message=N_("The case “{case}” lacks “{key}”."),
    hint=N_(
        "Say before the story what it touches on and that anybody may go out, and write “fictional: true”."
    ),
    check=find,
)
