"""What it checks
    A text is given in several languages, but lacks one that the plan is published in.

Why it matters
    Information should reach everyone it is for, also those with little Norwegian (guide 2.2.1, 4.4); a text that
    lacks a language is shown in another.

Bad
    plan: {languages: [nb, en, nn]}
    goals:
    - {id: m1, text: {nb: Trygg hjemme, en: Safe at home}}

Good
    goals:
    - {id: m1, text: {nb: Trygg hjemme, en: Safe at home, nn: Trygg heime}}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Translated
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.parts import all_values


def find(subject: Subject) -> Iterator[Hit]:
    """Each text in several languages that lacks one of the plan's."""
    languages = subject.plan.plan.languages
    if not languages:
        return
    for entry, path, text in all_values(subject.plan, Translated):
        have = {tag for tag, _ in text.values}
        missing = [tag for tag in languages if tag not in have]
        if missing:
            yield Hit(at=entry, path=path, values={"languages": ", ".join(missing)})


RULE = Rule(
    code="PK802",
    name="translation-missing",
    severity=Severity.ADVICE,
    message=N_("This text is missing in: {languages}."),
    hint=N_("Add the text in that language."),
    check=find,
)
