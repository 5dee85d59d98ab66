"""What it checks
    A table of figures lacks a column that the plan's mapping names.

Why it matters
    Offices rename columns between two editions of a table; figures from another column would be wrong without
    anybody seeing it.

Bad
    column: value, where the file has only region, year and share

Good
    column: share
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK063",
    name="table-column-missing",
    severity=Severity.ERROR,
    message=N_("The file has no column “{column}”. Its columns are: {columns}."),
    hint=N_("Write in the mapping the column's name as it stands in the file."),
)
