"""What it checks
    A row of an after-action list says neither what is to be done nor who does it.

Why it matters
    A gap that nobody is asked to see to is there again at the next exercise. A draft measure needs both.

Bad
    Gap that was seen: nobody answered at night / What is to be done: (empty)

Good
    Gap that was seen: nobody answered at night / What is to be done: put the night number on every card / Responsible agency: NAV
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK071",
    name="row-without-action",
    severity=Severity.ERROR,
    message=N_("The row says nothing under “{column}”. It was not read."),
    hint=N_("Fill in what is to be done and who does it, or empty the whole row."),
)
