"""What it checks
    A cell that takes a word from a list holds another.

Why it matters
    Statuses and agencies are counted and sorted by these words.

Bad
    Status: nesten ferdig

Good
    Status: pågår
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK056",
    name="cell-word-unknown",
    severity=Severity.ERROR,
    message=N_("“{value}” is not one of the words for “{column}”. The cell was not read."),
    hint=N_("Choose from the list in the cell. A new word goes into the plan’s “vocabulary” first."),
)
