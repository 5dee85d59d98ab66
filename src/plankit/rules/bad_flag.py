"""What it checks
    A key that holds `true` or `false` holds something else.

Why it matters
    YAML readers disagree on whether `no` is a word or a truth value; here it is a word.

Bad
    mandatory: ja

Good
    mandatory: true
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK026",
    name="bad-flag",
    severity=Severity.ERROR,
    message=N_("“{value}” is neither true nor false."),
    hint=N_("Write true or false. “no” and “ja” are words, not truth values."),
)
