"""What it checks
    The file uses YAML's anchors (`&`) or aliases (`*`).

Why it matters
    They hide from the reader what an entry says, and they can blow a small file up to fill the memory.

Bad
    contact: *police

Good
    agency: police
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK009",
    name="yaml-anchor",
    severity=Severity.WARNING,
    message=N_("Anchors and aliases (“&{anchor}”, “*{anchor}”) are not part of the plan format."),
    hint=N_("Write the text out where it belongs, or refer to an entry by its id."),
)
