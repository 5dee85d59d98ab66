"""What it checks
    An entry lacks a key that it cannot do without.

Why it matters
    An entry without it cannot be shown or referred to.

Bad
    - title: Kurs

Good
    - id: t1
      title: Kurs
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK015",
    name="missing-key",
    severity=Severity.ERROR,
    message=N_("The key “{key}” is missing."),
    hint=N_("Add it; the reference says what it holds."),
)
