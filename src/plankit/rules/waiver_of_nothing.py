"""What it checks
    A waiver names a code that no rule has, or one that cannot be waived.

Why it matters
    It waives nothing, while whoever wrote it believes that it does. Findings on files and format
    cannot be waived: what could not be read is missing from the plan.

Bad
    code: PK9999

Good
    code: PK202
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK032",
    name="waiver-of-nothing",
    severity=Severity.ERROR,
    message=N_("“{value}” is no rule that can be waived."),
    hint=N_("Waive by the code of the finding, such as PK202; findings on files (PK0…) cannot be waived."),
)
