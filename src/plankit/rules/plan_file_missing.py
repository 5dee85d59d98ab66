"""What it checks
    The folder has no file named `plan.yaml`.

Why it matters
    Without the frame of the plan nothing else can be placed.

Bad
    my-plan/measures.yaml alone

Good
    my-plan/plan.yaml beside it
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK001",
    name="plan-file-missing",
    severity=Severity.ERROR,
    message=N_("The folder has no plan.yaml."),
    hint=N_("Run “plankit new” to start a plan, or point to the folder that holds plan.yaml."),
)
