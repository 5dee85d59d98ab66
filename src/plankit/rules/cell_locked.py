"""What it checks
    A cell that is only for reading was changed.

Why it matters
    Whoever changed it believes that the plan says so now.

Bad
    the area of a measure was written over

Good
    the area was changed in the file
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK060",
    name="cell-locked",
    severity=Severity.WARNING,
    message=N_("“{column}” cannot be changed here. The change was not read."),
    hint=N_("Change it in the file of the plan."),
)
