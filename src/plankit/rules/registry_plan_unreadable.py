"""What it checks
    A folder that a registry is to hold has no plan in it that can be read.

Why it matters
    Its municipality is counted as if it had no plan, though there may only be a slip in a file.

Bad
    a folder without plan.yaml, or one whose plan.yaml is cut off in the midst

Good
    a folder in which `plankit check` finds a plan
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK091",
    name="registry-plan-unreadable",
    severity=Severity.ERROR,
    message=N_("The folder “{folder}” holds no plan that can be read ({codes})."),
    hint=N_("Run “plankit check {folder}”, which tells file and line."),
)
