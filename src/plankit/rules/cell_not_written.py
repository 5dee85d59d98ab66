"""What it checks
    A value is right in itself but cannot be written into the files.

Why it matters
    It must not be lost without a word.

Bad
    the title of a measure was emptied

Good
    the measure has a title
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK062",
    name="cell-not-written",
    severity=Severity.ERROR,
    message=N_("The cell was not taken over: {reason}."),
)
