"""What it checks
    The process that loaded a plan died, and the one that tried again died too.

Why it matters
    The plan is missing from every figure. Mostly there was too little memory for it.

Bad
    a plan so large that the machine ends the process

Good
    a plan that one process can hold
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK093",
    name="registry-worker-lost",
    severity=Severity.ERROR,
    message=N_("Nothing is known of the plan in “{folder}”: each process that read it died."),
    hint=N_("Try again with fewer processes at a time, or with more memory."),
)
