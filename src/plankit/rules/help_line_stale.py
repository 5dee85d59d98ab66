"""What it checks
    A help line of the guide that the plan follows was not checked within the guide's own limit. There is one
    finding for each line.

Why it matters
    The guide's numbers stand on every page of the plan's site, so that help is easy to find (guide 4.4). A number
    that was changed since leads whoever calls it nowhere.

Bad
    guide: {id: no-vold, edition: '2022'}   # its VO-linjen was last checked two years ago

Good
    guide: {id: no-vold, edition: '2022'}   # in a version of plankit whose numbers were checked this year
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.freshness import is_stale


def find(subject: Subject) -> Iterator[Hit]:
    """Each help line of the guide that is older than the guide allows."""
    guide = subject.guide
    limit = guide.guide.number_limit if guide else None
    for line in guide.help_lines if guide else ():
        reach = line.number or line.site
        if reach and line.checked_on and is_stale(line.checked_on, limit, subject.today):
            date = line.checked_on.text
            values: dict[str, object] = {"name": subject.text(line.name), "number": reach, "date": date}
            yield Hit(at=subject.plan.plan, path=("guide",), values=values)


RULE = Rule(
    code="PK504",
    name="help-line-stale",
    severity=Severity.WARNING,
    message=N_("The guide's help line “{name}”, {number}, is out of date (last checked: {date})."),
    hint=N_("Check the number with the service, and use a newer edition of the guide."),
    check=find,
)
