"""What it checks
    A section or annex names a page that is not in the folder.

Why it matters
    The section would be published as a heading with nothing beneath it.

Bad
    - {heading: Innledning, page: innledning.md}   # no such file

Good
    - {heading: Innledning, page: pages/innledning.md}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Entity
from plankit.model.contents import Section
from plankit.model.nearest import nearest
from plankit.rules.base import Hit, Rule, Subject


def _named(section: Section, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if section.page:
        yield (*path, "page"), section.page
    for number, child in enumerate(section.children):
        yield from _named(child, (*path, "children", number))


def find(subject: Subject) -> Iterator[Hit]:
    """Each page that is named and not there."""
    have = {page.path for page in subject.plan.pages}
    named: list[tuple[Entity, tuple[str | int, ...], str]] = []
    for section in subject.plan.sections:
        named += [(section, path, page) for path, page in _named(section, ())]
    named += [(annex, ("page",), annex.page) for annex in subject.plan.annexes if annex.page]
    for entry, path, page in named:
        if page not in have and subject.complete:
            yield Hit(at=entry, path=path, values={"page": page}, suggestion=nearest(page, sorted(have)))


RULE = Rule(
    code="PK034",
    name="page-missing",
    severity=Severity.ERROR,
    message=N_("There is no page “{page}” in the folder."),
    hint=N_("Write the path from the plan folder, with its ending .md."),
    check=find,
)
