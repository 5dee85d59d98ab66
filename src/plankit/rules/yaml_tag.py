"""What it checks
    A value carries a YAML tag such as `!!int` or `!include`.

Why it matters
    The plan format decides the type of every value itself; a tag would be obeyed by some programs and not by others.

Bad
    number: !!str 0301

Good
    number: 0301
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK011",
    name="yaml-tag",
    severity=Severity.WARNING,
    message=N_("The tag “{tag}” is not part of the plan format; the value was read as it stands."),
    hint=N_("Remove the tag."),
)
