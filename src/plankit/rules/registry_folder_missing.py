"""What it checks
    A folder that a registry is to hold is not there, or cannot be looked into.

Why it matters
    Its plan is missing from every figure, as if its municipality had none.

Bad
    plans/0301   # in the list, but on no disk

Good
    plans/oslo
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK090",
    name="registry-folder-missing",
    severity=Severity.ERROR,
    message=N_("The folder “{folder}” is not there, or cannot be opened."),
    hint=N_("Correct the list, or see that you may read the folder."),
)
