"""What it checks
    Loading or checking a plan for a registry failed, which must never happen.

Why it matters
    The plan is missing from every figure. The other plans are not touched by it.

Bad
    (a defect in plankit)

Good
    (every plan gives facts or findings)
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK092",
    name="registry-plan-crashed",
    severity=Severity.ERROR,
    message=N_("Reading the plan in “{folder}” failed ({error})."),
    hint=N_("Report it to the makers of plankit, with the plan if it may be shared."),
)
