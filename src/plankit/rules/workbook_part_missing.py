"""What it checks
    A sheet or a column that was exported is no longer in the workbook, or has another name.

Why it matters
    What somebody wrote there would be lost without a word.

Bad
    the sheet “Measures” is called “Measures (2)”

Good
    the sheet “Measures” is called so
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK052",
    name="workbook-part-missing",
    severity=Severity.WARNING,
    message=N_("The {kind} “{name}” is not there. Nothing was read from it."),
    hint=N_("If it has another name now, give it back the one that it had."),
)
