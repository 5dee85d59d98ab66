"""What it checks
    A folder in “local” bears a name that is no participant's id.

Why it matters
    What lies in `local/havn` holds for the participant `havn` alone. In a folder of nobody it would hold for all,
    though each municipality answers for its own plan (guide 1.2).

Bad
    participants: [{id: havn, name: Havn}]        # and the folder local/hamn

Good
    participants: [{id: havn, name: Havn}]        # and the folder local/havn
"""

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK120",
    name="local-folder-of-nobody",
    severity=Severity.ERROR,
    message=N_("The folder “{folder}” is no participant's. What lies in it would hold for all."),
    hint=N_("Name the folder by the id of a participant: {known}."),
)
