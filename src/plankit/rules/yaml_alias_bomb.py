"""What it checks
    Aliases that refer to themselves, to nothing, or that together stand for more than a small bound.

Why it matters
    A few lines of such aliases can stand for billions of values.

Bad
    a: &a [*a]

Good
    a: []
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK010",
    name="yaml-alias-bomb",
    severity=Severity.ERROR,
    message=N_("The alias “*{anchor}” was not followed: it refers to itself, to nothing, or to too much."),
    hint=N_("Write the text out instead."),
)
