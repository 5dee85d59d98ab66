"""What it checks
    The file holds more than one YAML document.

Why it matters
    Only one is read; the rest would be lost in silence.

Bad
    goals: []
    ---
    measures: []

Good
    two files
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK013",
    name="yaml-second-document",
    severity=Severity.ERROR,
    message=N_("A second document starts here (“---”); only the first was read."),
    hint=N_("Put the second document into a file of its own."),
)
