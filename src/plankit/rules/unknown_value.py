"""What it checks
    A value outside a closed list.

Why it matters
    A few words steer how the plan is read; for those there is no “nearly right”.

Bad
    role: X

Good
    role: A
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK017",
    name="unknown-value",
    severity=Severity.ERROR,
    message=N_("“{value}” is not allowed for “{key}”. Allowed are: {known}."),
)
