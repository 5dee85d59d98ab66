"""What it checks
    A key stands twice in one mapping.

Why it matters
    Most programs silently keep the last. Which one the planner meant, nobody knows; here the first is kept.

Bad
    title: A
    title: B

Good
    title: A
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK008",
    name="yaml-duplicate-key",
    severity=Severity.ERROR,
    message=N_("The key “{key}” stands twice in the same entry; the first is on line {first}."),
    hint=N_("Keep one of the two."),
)
