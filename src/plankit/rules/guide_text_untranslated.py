"""What it checks
    A text of a guide lacks a language that the guide promises.

Why it matters
    Those who read the guide in that language get another one, and a plan in that language has no title for what it
    must answer.

Bad
    guide: {languages: [nb, en]}
    steps:
    - {id: step-1, title: {nb: Mandat}}

Good
    guide: {languages: [nb, en]}
    steps:
    - {id: step-1, title: {nb: Mandat, en: Mandate}}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Translated
from plankit.rules.base import GuideSubject, Hit, Rule
from plankit.rules.guide_texts import guide_texts


def find(subject: GuideSubject) -> Iterator[Hit]:
    """Each text of the guide that lacks a promised language, and each page of prose that does."""
    guide = subject.guide
    for one in guide_texts(guide):
        if isinstance(one.text, Translated):
            have = {tag for tag, _ in one.text.values}
        else:
            have = set(one.promised) if one.is_name else {guide.guide.language}
        missing = [tag for tag in one.promised if tag not in have]
        if missing:
            yield Hit(at=one.entry, path=one.path, values={"languages": ", ".join(missing)})
    languages = guide.guide.languages or (guide.guide.language,)
    there = {(page.name, page.language) for page in guide.pages}
    seen: set[str] = set()
    for page in guide.pages:
        missing = [tag for tag in languages if (page.name, tag) not in there]
        if missing and page.name not in seen:
            yield Hit(at=page, values={"languages": ", ".join(missing)})
        seen.add(page.name)


RULE = Rule(
    code="PK040",
    name="guide-text-untranslated",
    severity=Severity.WARNING,
    message=N_("This text of the guide is missing in: {languages}."),
    hint=N_("Add the text in that language, or take the language out of what guide.yaml promises."),
    guide_check=find,
)
