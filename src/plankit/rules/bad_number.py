"""What it checks
    A key that holds a number holds something else.

Why it matters
    Amounts and figures are added and compared.

Bad
    amount: ca. 50 000

Good
    amount: 50000
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK025",
    name="bad-number",
    severity=Severity.ERROR,
    message=N_("“{value}” is not a number."),
    hint=N_("Write digits, with a point before decimals; other words belong in “text”."),
)
