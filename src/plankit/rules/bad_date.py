"""What it checks
    A key that holds a date (`start`, `end`) holds something else.

Why it matters
    Deadlines are sorted and followed up by these dates.

Bad
    end: neste år

Good
    end: 2027
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK024",
    name="bad-date",
    severity=Severity.ERROR,
    message=N_("“{value}” is not a date."),
    hint=N_("Write 2027, 2027-H1, 2027-Q3, 2027-06 or 2027-06-30; other words belong in “text”."),
)
