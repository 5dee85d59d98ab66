"""What it checks
    Two folders that a registry is to hold are alike to the last letter.

Why it matters
    A shared plan that lies once for each municipality would be counted several times.

Bad
    plans/a/plan.yaml and plans/b/plan.yaml, the one a copy of the other

Good
    one folder, whose `participants` names each municipality
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK094",
    name="registry-plan-twice",
    severity=Severity.ERROR,
    message=N_("The folder “{folder}” holds the same plan as “{first}” and is not counted."),
    hint=N_("Name one folder in the list. Who shares the plan stands under participants in it."),
)
