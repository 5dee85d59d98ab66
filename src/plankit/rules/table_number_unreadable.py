"""What it checks
    A cell that should hold a number holds something else, or a number that can be read in two ways.

Why it matters
    1.234 is a thousand in one file and a little more than one in the next; the wrong one would be published.

Bad
    1.234, in a file whose mapping says nothing of decimals

Good
    decimal: "," in the mapping; the value is then 1234
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK067",
    name="table-number-unreadable",
    severity=Severity.ERROR,
    message=N_("“{value}” is not a number that can be read for certain. The value was left out."),
    hint=N_(
        "Say under “decimal” which sign stands before decimals, and under “missing” what the office writes where there is no value."
    ),
)
