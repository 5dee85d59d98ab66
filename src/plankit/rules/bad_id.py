"""What it checks
    An id holds characters that addresses and file names cannot.

Why it matters
    Ids become addresses of pages. They must survive every system and every e-mail.

Bad
    id: Tiltak 1

Good
    id: tiltak-1
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK018",
    name="bad-id",
    severity=Severity.ERROR,
    message=N_("“{value}” cannot be an id."),
    hint=N_(
        "Use only the letters a–z, digits, dots, hyphens and underscores, and start and end with a letter or digit."
    ),
)
