"""What it checks
    Two forms that are read together report another status on the same measure for the same period.

Why it matters
    Services report whether a measure was started, carried out or ended (guide 4.1). Where two of them answer for it and
    disagree, plankit chooses for neither.

Bad
    the school's form says “ongoing”, the health station's form says “done”

Good
    both say “ongoing”, each with its own result
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK070",
    name="forms-disagree",
    severity=Severity.ERROR,
    message=N_("On “{measure}”, {workbook} says “{theirs}” and {other} says “{ours}”. Nothing was written."),
    hint=N_("Let those who answer for the measure agree on one status, and write it into both forms or one."),
)
