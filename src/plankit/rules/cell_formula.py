"""What it checks
    A cell that came back holds a formula.

Why it matters
    A formula can fetch things from elsewhere, and what it shows depends on the program that shows it.

Bad
    =HYPERLINK(...)

Good
    12 May 2027
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK058",
    name="cell-formula",
    severity=Severity.ERROR,
    message=N_("The cell holds a formula ({value}). Formulas are not read."),
    hint=N_("Write what it gives, as text."),
)
