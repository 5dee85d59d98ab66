"""What it checks
    A cell holds an error of the spreadsheet program, such as #REF!.

Why it matters
    It says that a value was lost on the way, not that it is empty.

Bad
    #REF!

Good
    12 May 2027
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK059",
    name="cell-error-value",
    severity=Severity.ERROR,
    message=N_("The cell holds the error {value} instead of a value. It was not read."),
    hint=N_("Write the value again."),
)
