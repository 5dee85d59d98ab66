"""What it checks
    The plan orders its sections, and a page is named by none of them nor by an annex.

Why it matters
    A page outside the order is hard to come to; the plan should be easy to find one's way in (guide 4.4).

Bad
    sections:
    - {heading: Innledning, page: pages/innledning.md}
    # pages/organisering.md is in the folder, too

Good
    sections:
    - {heading: Innledning, page: pages/innledning.md}
    - {heading: Organisering, page: pages/organisering.md}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.contents import Section
from plankit.rules.base import Hit, Rule, Subject

_OUTSIDE = frozenset({"index.md", "README.md"})
"""Pages that are there for the website or for the folder, not as a section."""


def _named(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        if section.page:
            yield section.page
        yield from _named(section.children)


def find(subject: Subject) -> Iterator[Hit]:
    """Each page that nothing names, in a plan that has sections."""
    plan = subject.plan
    if not plan.sections or not subject.is_whole:
        return
    named = {*_named(plan.sections), *(annex.page for annex in plan.annexes if annex.page)}
    for page in plan.pages:
        if page.path not in named and page.path.rpartition("/")[2] not in _OUTSIDE:
            yield Hit(at=page, values={"page": page.path})


RULE = Rule(
    code="PK801",
    name="page-unlisted",
    severity=Severity.ADVICE,
    message=N_("No section or annex names the page “{page}”."),
    hint=N_("Add a section with “page: {page}”, or take the page out."),
    check=find,
)
