"""What it checks
    A line is indented with a tab.

Why it matters
    YAML forbids it, because editors show tabs with different widths.

Bad
    <tab>title: Tiltak

Good
      title: Tiltak
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK007",
    name="yaml-tab",
    severity=Severity.ERROR,
    message=N_("There is a tab here; only spaces may indent."),
    hint=N_("Replace the tab by spaces. Most editors can do it for the whole file."),
)
