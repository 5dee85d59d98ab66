"""What it checks
    A text in several languages has a key that is no language code.

Why it matters
    The text would never be shown.

Bad
    title: {norsk: Kurs}

Good
    title: {nb: Kurs}
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK027",
    name="bad-language",
    severity=Severity.ERROR,
    message=N_("“{value}” is not a language code."),
    hint=N_("Use codes such as nb, nn, sv, en, se; with an edition: nb-easy-read."),
)
