"""What it checks
    The file breaks the rules of YAML, so that it cannot be read.

Why it matters
    Everything in the file is lost to the plan until it is mended.

Bad
    title: Tiltak: barn

Good
    title: "Tiltak: barn"
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK006",
    name="yaml-syntax",
    severity=Severity.ERROR,
    message=N_("The file cannot be read from here on: {reason}."),
    hint=N_(
        "Look at this line and the one before it: a colon without a space, a missing quote, or a line that is indented too much or too little."
    ),
)
