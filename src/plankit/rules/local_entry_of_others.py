"""What it checks
    An entry or a page in a municipality's own folder in “local” says that it holds for others, or for all.

Why it matters
    Each municipality answers for its own plan (guide 1.2). Whoever looks after the folder of one does not expect that
    what stands there changes the plans of the others.

Bad
    # local/havn/services.yaml
    services:
    - {id: shelter, name: Shelter, applies_to: [vik]}

Good
    # local/havn/services.yaml
    services:
    - {id: shelter, name: Shelter}
"""

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK121",
    name="local-entry-of-others",
    severity=Severity.WARNING,
    message=N_("It lies in “{folder}”, but says that it holds for: {names}."),
    hint=N_("Leave “applies_to” out, or move the entry to a file outside “local”."),
)
