"""What it checks
    The arms or the style sheet of the site ask for something from another place, or run a script.

Why it matters
    Whoever serves what is asked for learns who reads the plan: an address on the net is personal data (GDPR).
    Sites of plankit ask nobody but their own server.

Bad
    @import url("https://fonts.example.com/inter.css");

Good
    :root { --ds-color-accent-base-default: #0062ba; }
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.site_files import named_files
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.reaching_out import reaches_out


def find(subject: Subject) -> Iterator[Hit]:
    """Each file that asks something of others or runs."""
    frame = subject.plan.plan
    if subject.site_files is None:
        return
    names = named_files(frame.site)
    for key, text in sorted(subject.site_files.texts.items()):
        found = reaches_out(text, picture=key == "arms")
        if found and key in names:
            yield Hit(at=frame, path=("site", key), values={"file": names[key], "what": found})


RULE = Rule(
    code="PK813",
    name="site-file-reaches-out",
    severity=Severity.ERROR,
    message=N_("“{file}” asks for something from elsewhere, or runs: “{what}”."),
    hint=N_("Take it out. Readers must be known to nobody but the site's own server."),
    check=find,
)
