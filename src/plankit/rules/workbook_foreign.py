"""What it checks
    A workbook was not made from this plan, or by a version of plankit that this one does not know.

Why it matters
    Its ids may be those of other measures, and nobody could tell what was changed in it.

Bad
    plankit import xlsx last-years-plan.xlsx my-plan

Good
    plankit import xlsx my-plan.xlsx my-plan
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK051",
    name="workbook-foreign",
    severity=Severity.ERROR,
    message=N_("“{workbook}” cannot be taken back into this plan: {reason}."),
    hint=N_("Export the plan again, and write the changes into that workbook."),
)
