"""What it checks
    The plan follows a guide, or an edition of it, that is not installed.

Why it matters
    Without the guide nobody can say what the plan should answer, and its help lines are not on the pages.

Bad
    guide: {id: no-vodl, edition: "2022"}

Good
    guide: {id: no-vold, edition: "2022"}
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK033",
    name="guide-unknown",
    severity=Severity.ERROR,
    message=N_("The guide “{id}” in edition “{edition}” is not there. There are: {known}."),
    hint=N_("Write the id and edition of a guide that is installed."),
)
