"""What it checks
    Two rows of a sheet have the same id.

Why it matters
    They may say different things, and which of them holds is not for a program to decide.

Bad
    t1-4 in rows 5 and 9

Good
    t1-4 in row 5 alone
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK054",
    name="workbook-row-twice",
    severity=Severity.ERROR,
    message=N_("“{id}” stands in {first} already. Only the first of the rows was read."),
    hint=N_("Delete one of them."),
)
