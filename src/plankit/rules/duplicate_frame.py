"""What it checks
    A key that may stand once in a plan, such as `plan`, stands in two files.

Why it matters
    A plan has one frame.

Bad
    plan: in plan.yaml and in more.yaml

Good
    plan: in plan.yaml
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK020",
    name="duplicate-frame",
    severity=Severity.ERROR,
    message=N_("“{key}” stands in two files: here and in {other}. The first was kept."),
    hint=N_("Keep one of the two."),
)
