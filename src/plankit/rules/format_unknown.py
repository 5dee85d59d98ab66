"""What it checks
    `format` names a version of the file format that this plankit does not read.

Why it matters
    Reading it anyway could misunderstand it without a word.

Bad
    format: 7

Good
    format: 1
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK021",
    name="format-unknown",
    severity=Severity.ERROR,
    message=N_("This plan says it is in format {value}; this version of plankit reads format {known}."),
    hint=N_(
        "Use the version of plankit that the plan was written for, or change the number after reading the changelog."
    ),
)
