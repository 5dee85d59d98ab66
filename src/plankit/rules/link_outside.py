"""What it checks
    A symbolic link in the folder leads out of it, or a folder is a link.

Why it matters
    A plan that is copied or built elsewhere would lose the file, and a hostile one could publish files of the machine.

Bad
    pages/intro.md -> /home/…/intro.md

Good
    pages/intro.md as a file
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK012",
    name="link-outside",
    severity=Severity.ERROR,
    message=N_("This is a link that leads out of the plan folder; it was not followed."),
    hint=N_("Copy the file into the folder."),
)
