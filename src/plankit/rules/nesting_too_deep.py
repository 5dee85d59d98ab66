"""What it checks
    Lists or mappings inside each other beyond 40 levels.

Why it matters
    No plan needs it, and programs crash on it.

Bad
    [[[[[[…]]]]]]

Good
    a list of entries
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK022",
    name="nesting-too-deep",
    severity=Severity.ERROR,
    message=N_("Lists and mappings are nested deeper than {limit} levels here."),
    hint=N_("Something is indented far too much; a plan needs eight levels."),
)
