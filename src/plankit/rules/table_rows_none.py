"""What it checks
    A table has no row that fits the conditions of the mapping.

Why it matters
    A misspelt name of a municipality would otherwise look as if there were no new figures.

Bad
    where: [{column: region, value: Fjordvig}]

Good
    where: [{column: region, value: Fjordvik}]
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK065",
    name="table-rows-none",
    severity=Severity.ERROR,
    message=N_("No row of the file fits the conditions of the mapping: {conditions}."),
    hint=N_("Compare the names under “where” with those in the file, letter by letter."),
)
