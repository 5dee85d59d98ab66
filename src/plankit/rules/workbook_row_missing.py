"""What it checks
    A row that was exported is no longer in the workbook.

Why it matters
    Rows are also lost by mistake; a plan must not lose a measure because a line was selected too many.

Bad
    the row of t1-4 was deleted

Good
    t1-4 was taken out of the file, and the plan exported again
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK055",
    name="workbook-row-missing",
    severity=Severity.WARNING,
    message=N_("The row of “{id}” was deleted in the workbook. The plan keeps it."),
    hint=N_("To take an entry out of the plan, take it out of the file that it stands in."),
)
