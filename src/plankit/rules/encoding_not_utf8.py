r"""What it checks
    A file holds bytes that are not UTF-8.

Why it matters
    Read with a guessed encoding, æ, ø and å turn into other letters and nobody notices until it is published.

Bad
    title: Bl\xe5 (saved as Windows-1252)

Good
    title: Blå (saved as UTF-8)
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK004",
    name="encoding-not-utf8",
    severity=Severity.ERROR,
    message=N_("The file is not written in UTF-8; the first character that cannot be read stands here."),
    hint=N_("Save the file again as UTF-8. In Notepad: “Save as”, then choose UTF-8."),
)
