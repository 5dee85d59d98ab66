"""What it checks
    A folder under `versions/` holds a sealed version of the plan whose files are no longer as they were sealed: one
    was changed, added or taken away, or the seal itself was.

Why it matters
    The sealed version is the proof of what was adopted. Once it can be changed without anybody noticing, nobody can
    say any more which text the council voted for.

Bad
    versions/v1-0/plan.yaml, with a word put right after the version was sealed

Good
    versions/v1-0/plan.yaml, as `plankit freeze` wrote it; the word is put right in the plan itself
"""

from __future__ import annotations

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Rule

RULE = Rule(
    code="PK035",
    name="sealed-version-changed",
    severity=Severity.ERROR,
    message=N_("The sealed version “{version}” is not as it was sealed: {reason}."),
    hint=N_(
        "Fetch the folder as it was sealed, from a backup or the version history. Never edit in “versions”."
    ),
)
