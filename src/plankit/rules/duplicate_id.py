"""What it checks
    Two entries have the same id, in one file or in two.

Why it matters
    A reference to it means one of them, and nobody can tell which.

Bad
    - id: t1
    …
    - id: t1

Good
    - id: t1
    …
    - id: t2
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK019",
    name="duplicate-id",
    severity=Severity.ERROR,
    message=N_("The id “{id}” is used twice: here and in {other}."),
    hint=N_("Give one of the two another id."),
)
