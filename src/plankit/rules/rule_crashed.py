"""What it checks
    A rule raised an error instead of giving an answer.

Why it matters
    The run goes on without it, so its subject is unchecked: the plan must not be called clean.

Bad
    (a defect in plankit, or in a rule of your own)

Good
    (every rule runs to its end)
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK000",
    name="rule-crashed",
    severity=Severity.ERROR,
    message=N_("The rule {rule} itself failed ({error}). The other rules were run."),
    hint=N_("Report it to the makers of plankit, with the plan if it may be shared."),
)
