"""What it checks
    A page of prose in a guide has almost the name of an entry, or lies in the folder of a language that is not
    promised.

Why it matters
    It is shown beside the entry that it was written for, not with it, or nobody gets to see it at all.

Bad
    pages/nb/step1.1.md     # where the step is called step-1.1

Good
    pages/nb/step-1.1.md
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.nearest import nearest
from plankit.rules.base import GuideSubject, Hit, Rule

OWN_PAGES = frozenset(
    {
        "about",
        "agencies",
        "cases",
        "crosswalk",
        "evaluation",
        "glossary",
        "help",
        "index",
        "law",
        "quality",
        "requirements",
        "safety",
        "tasks",
        "template",
    }
)
"""Pages of a guide's site that belong to no single entry; any other name gets a page of its own."""


def find(subject: GuideSubject) -> Iterator[Hit]:
    """Each page whose name is a slip of the pen, or whose language the guide does not have."""
    frame = subject.guide.guide
    languages = {frame.language, *frame.languages, *frame.partial_languages}
    names = sorted(subject.guide.by_id)
    for page in subject.guide.pages:
        name = f"{page.language}/{page.name}"
        if page.language not in languages:
            yield Hit(at=page, values={"name": name})
        elif page.name not in OWN_PAGES and page.name not in subject.guide.by_id:
            near = nearest(page.name, names)
            if near:
                yield Hit(at=page, values={"name": name}, suggestion=near)


RULE = Rule(
    code="PK044",
    name="guide-page-astray",
    severity=Severity.WARNING,
    message=N_("The page “{name}” is shown with no entry of the guide."),
    hint=N_(
        "Name it like the entry that it tells more of, in the folder of a language that guide.yaml promises."
    ),
    guide_check=find,
)
