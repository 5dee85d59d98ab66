"""What it checks
    A file over 8 MB, or a folder of over 5,000 files.

Why it matters
    A plan is text. Something this large is there by mistake, or to exhaust the machine.

Bad
    a photo renamed to plan.yaml

Good
    text files of some hundred kilobytes
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK003",
    name="folder-too-large",
    severity=Severity.ERROR,
    message=N_("The file or folder is larger than plankit reads (limit {limit})."),
    hint=N_("Split the file, or move what does not belong to the plan elsewhere."),
)
