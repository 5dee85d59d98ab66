"""What it checks
    The arms or the style sheet that `plan.site` names are not in the plan folder, or of a kind that a site cannot use.

Why it matters
    The site would be built without them, and nobody would be told.

Bad
    site: {arms: arms.eps}

Good
    site: {arms: arms.svg}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.site_files import named_files
from plankit.rules.base import Hit, Rule, Subject


def find(subject: Subject) -> Iterator[Hit]:
    """Each file that is named and cannot be used; nothing where nobody looked."""
    frame = subject.plan.plan
    if subject.site_files is None:
        return
    for key, name in named_files(frame.site).items():
        if key not in subject.site_files.there:
            yield Hit(at=frame, path=("site", key), values={"file": name})


RULE = Rule(
    code="PK036",
    name="site-file-missing",
    severity=Severity.ERROR,
    message=N_("There is no file “{file}” in the plan folder that the site can use."),
    hint=N_(
        "Write the path from the plan folder. Arms end in .svg, .png, .jpg or .webp, a style sheet in .css."
    ),
    check=find,
)
