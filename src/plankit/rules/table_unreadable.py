"""What it checks
    A file cannot be read as a table: it is neither CSV nor an Excel workbook, it is written in another
    encoding, or its mapping does not fit the plan.

Why it matters
    Nothing of it can be read, and that must not look as if there were no new figures.

Bad
    plankit import table figures.pdf my-plan

Good
    plankit import table figures.csv my-plan
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK069",
    name="table-unreadable",
    severity=Severity.ERROR,
    message=N_("“{file}” cannot be read as a table: {reason}."),
    hint=N_("Save the table as CSV in UTF-8 or as .xlsx, and look at what the mapping says of it."),
)
