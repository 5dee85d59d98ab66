"""What it checks
    A mapping does not tell where the periods and the values of a table stand.

Why it matters
    Nothing may be guessed about figures that will be published.

Bad
    {id: ssb, indicator: i1, period: year}

Good
    {id: ssb, indicator: i1, period: year, value: share}
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK066",
    name="table-mapping-incomplete",
    severity=Severity.ERROR,
    message=N_("The mapping “{mapping}” does not tell where periods and values stand."),
    hint=N_(
        "Name the columns under “period” and “value”; leave out both where the columns themselves are named after years."
    ),
)
