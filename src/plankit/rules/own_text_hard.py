"""What it checks
    The story of a case, or the text of a question, in a teacher's file is hard to read: its readability index (LIX) is
    above 45 in Norwegian or Swedish, above 40 in English. Texts of fewer than thirty words are left alone.

Why it matters
    Cases are heard once, read aloud, by people of whom some learned the language as adults. Norwegian law (språklova
    § 9) and Swedish law (språklagen 11 §) ask public bodies for language that is clear to those it is meant for.

Bad
    story: Kommunens tverrfaglige samarbeidskonstellasjoner vedrørende utsatte familiesituasjoner forutsetter …

Good
    story: Skolen og barnevernet snakker sammen. De er bekymret for et barn.
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.lesson import OwnCase, OwnQuiz
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.taught import hit, own
from plankit.teaching.readability import LIMITS, is_hard


def find(subject: Subject) -> Iterator[Hit]:
    """Each story and question that is too hard to read, with its index."""
    language = subject.plan.plan.language
    for lesson, one in own(subject):
        if isinstance(one, OwnCase):
            text = subject.text(one.story)
        elif isinstance(one, OwnQuiz):
            text = one.text
        else:
            continue
        index = is_hard(text, language)
        if index is not None:
            yield hit(lesson, one.line, index=index, limit=LIMITS.get(language, LIMITS["nb"]))


RULE = Rule(
    code="PK855",
    name="own-text-hard",
    severity=Severity.ADVICE,
    message=N_(
        "This text is hard to read: its LIX is {index}, and {limit} is enough for a text that is read aloud."
    ),
    hint=N_("Write shorter sentences, and take shorter words where there are any."),
    check=find,
)
