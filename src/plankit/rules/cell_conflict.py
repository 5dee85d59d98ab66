"""What it checks
    The same value was changed in the workbook and, meanwhile, in the plan or in another sheet.

Why it matters
    Each was changed on purpose by somebody; whoever came last must not win by that.

Bad
    the workbook says “done”, the plan now says “stopped”

Good
    both say “done”
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK061",
    name="cell-conflict",
    severity=Severity.ERROR,
    message=N_(
        "Changed in two places: {workbook} says “{theirs}”, the plan says “{ours}”. Before, it was “{before}”. Nothing was written."
    ),
    hint=N_(
        "Agree on one, and use --prefer file or --prefer plan, or write it into the workbook or the file."
    ),
)
