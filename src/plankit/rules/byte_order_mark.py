"""What it checks
    A file starts with a byte order mark.

Why it matters
    Other programs take the mark as part of the first key.

Bad
    the file saved as “UTF-8 with BOM”

Good
    the file saved as “UTF-8”
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK005",
    name="byte-order-mark",
    severity=Severity.ADVICE,
    message=N_("The file starts with an invisible byte order mark; it was skipped."),
    hint=N_("Save the file as UTF-8 without BOM."),
)
