"""What it checks
    A row of a workbook has an id that it did not have when it was exported, none at all, or that of an entry that
    is gone.

Why it matters
    Its values could end up in an entry that they do not belong to.

Bad
    the row of t1-4 has the id t1-44

Good
    the row of t1-4 has the id t1-4
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK053",
    name="workbook-row-unknown",
    severity=Severity.ERROR,
    message=N_("There is no “{id}” in the plan that this row could belong to. It was not read."),
    hint=N_("A new entry is written into the files of the plan; only reports can be added in the workbook."),
)
