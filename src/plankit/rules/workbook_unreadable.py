"""What it checks
    A file that was given to be read back is no workbook that can be opened.

Why it matters
    Nothing of it can be read, and a damaged or locked file must not look as if nothing had been changed in it.

Bad
    plankit import xlsx report.pdf my-plan

Good
    plankit import xlsx report.xlsx my-plan
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK050",
    name="workbook-unreadable",
    severity=Severity.ERROR,
    message=N_("“{workbook}” cannot be read as an Excel workbook: {reason}."),
)
