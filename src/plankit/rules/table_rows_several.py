"""What it checks
    A table has several rows for the same period that all fit the mapping.

Why it matters
    Which of them is meant is not for a program to decide: one may be for women, the other for men.

Bad
    where: [{column: region, value: Fjordvik}]

Good
    where: [{column: region, value: Fjordvik}, {column: sex, value: both}]
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK064",
    name="table-rows-several",
    severity=Severity.ERROR,
    message=N_("Several rows hold a value for “{period}”: rows {rows}. None of them was read."),
    hint=N_("Add conditions under “where” of the mapping, so that one row is left for each period."),
)
