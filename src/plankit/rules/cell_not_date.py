"""What it checks
    A cell for a day holds something else, or a day that no calendar has.

Why it matters
    Reports are put in order by their days, and deadlines are watched by them.

Bad
    Date: 2027-13-45

Good
    Date: 2027-05-01
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK057",
    name="cell-not-date",
    severity=Severity.ERROR,
    message=N_("“{value}” is not a date. The cell was not read."),
    hint=N_("Write the day as 2027-05-01."),
)
