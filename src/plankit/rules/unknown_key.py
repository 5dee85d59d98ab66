"""What it checks
    A key that the format does not have.

Why it matters
    A misspelt key is a statement that nobody reads: the measure has no deadline, though one was written.

Bad
    dealine: 2027

Good
    deadline: 2027
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK014",
    name="unknown-key",
    severity=Severity.ERROR,
    message=N_("“{key}” is not a key that is known here."),
    hint=N_("See the list of keys in the reference, or “plankit schema”."),
)
