"""What it checks
    A list where a text belongs, a text where a mapping belongs, and so on.

Why it matters
    What stands there cannot be understood.

Bad
    title: [Kurs]

Good
    title: Kurs
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK016",
    name="wrong-shape",
    severity=Severity.ERROR,
    message=N_("“{key}” should hold a {wanted}."),
    hint=N_("Look at an example of the entry in the reference."),
)
