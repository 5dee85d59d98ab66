"""What it checks
    The head of a Markdown page is no mapping.

Why it matters
    What it was meant to say is lost.

Bad
    ---
    Innledning
    ---

Good
    ---
    title: Innledning
    ---
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK028",
    name="page-head",
    severity=Severity.ERROR,
    message=N_("The head of the page, between the two lines “---”, should hold keys and values."),
    hint=N_("Write for example “title: Innledning”, or remove the two lines."),
)
