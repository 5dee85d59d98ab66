"""What it checks
    A file of the plan cannot be opened.

Why it matters
    What it holds is missing from every page and every check.

Bad
    a file without read permission

Good
    a file that the one who builds may read
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK002",
    name="file-unreadable",
    severity=Severity.ERROR,
    message=N_("The file cannot be opened: {reason}."),
    hint=N_("Check that the file exists and that you may read it."),
)
