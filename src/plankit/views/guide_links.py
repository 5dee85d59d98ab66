"""Addresses in the published site of a plan's guide, for what the plan says of its guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plankit.model.contents import Section
from plankit.model.guide import Requirement
from plankit.views.guide_addresses import guide_address
from plankit.views.reading import Reading


def guide_link(reading: Reading, entry_id: str) -> str | None:
    """The address of an entry of the guide in the reader's language, or in the guide's own where it lacks that.

    `None` where nobody says at what address the guide is published, or the guide has no such entry.
    """
    guide = reading.guide
    asked = reading.plan.plan.guide
    if guide is None:
        return None
    site = (asked.site if asked else None) or guide.guide.site
    place = guide_address(guide, entry_id)
    if not site or place is None:
        return None
    frame = guide.guide
    promised = (frame.language, *frame.languages, *frame.partial_languages)
    language = reading.language if reading.language in promised else frame.language
    return f"{site.rstrip('/')}/{language}/{place}"


def answered_on(reading: Reading, document: str) -> tuple[Requirement, ...]:
    """The requirements of the guide that a page says it answers, in the guide's order.

    A page is the plan's own Markdown file of that name, or the sections that point at it.
    """
    guide = reading.guide
    if guide is None:
        return ()
    plan = reading.plan
    named = {
        name for page in plan.pages if page.path.removesuffix(".md") == document for name in page.answers
    }
    for section in _all_sections(plan.sections):
        if section.page and section.page.removesuffix(".md") == document:
            named.update(section.answers)
    return tuple(one for one in guide.requirements if one.id in named)


def _all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.children)
