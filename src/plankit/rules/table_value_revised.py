"""What it checks
    A table gives another value for a period than the plan has.

Why it matters
    Offices revise their figures, and people mistype; either way somebody must choose.

Bad
    2024: 12 in the plan, 13 in the file

Good
    plankit import table figures.csv my-plan --prefer file
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK068",
    name="table-value-revised",
    severity=Severity.WARNING,
    message=N_("The plan has {ours} for “{period}”, the file has {theirs}. Neither was changed."),
    hint=N_("Choose with --prefer file or --prefer plan."),
)
