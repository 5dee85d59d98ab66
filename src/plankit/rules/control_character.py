"""What it checks
    The text holds a control character.

Why it matters
    The file cannot be read beyond it.

Bad
    title: Kurs<0x0B>

Good
    title: Kurs
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK023",
    name="control-character",
    severity=Severity.ERROR,
    message=N_("There is an invisible control character here, which YAML does not allow."),
    hint=N_("Delete the character; it often comes with text pasted from Word or PDF."),
)
