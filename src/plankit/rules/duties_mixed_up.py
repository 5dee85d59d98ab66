"""What it checks
    A sentence names one duty in law and cites a provision that another duty rests on, and none of its own; or an
    entry under `duties` has the kind of one and the provision of another. What is said of a duty that yields
    (“uten hinder av taushetsplikt”) is left alone.

Why it matters
    The duties to report, to avert and to keep a secret bind different persons at different times (guide 2.6).
    Whoever follows the wrong one reports too late, or tells what should not be told.

Bad
    text: Meldeplikten til barnevernet følger av straffeloven § 196.

Good
    text: Meldeplikten følger av barnevernsloven § 13-2, avvergingsplikten av straffeloven § 196.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Translated
from plankit.model.guide_law import LegalDuty
from plankit.model.knowledge import Duty
from plankit.model.vocabulary import built_in
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.citations import Citation, Given
from plankit.views.passages import Passage, plain, sentences
from plankit.views.provisions import law_name

_LIST = "duty-kind"
_YIELDS = re.compile(
    r"(?:hinder|hindra|tross|trots|trass|uavhengig|uavhengj|ubunden|oavsett|unntak|unntatt|undantag|foran|framfor|före|"
    r"bryt|bröt|brudd|brot|opphev|oppheve|lempe|fritar|fritak|uten|utan|without|despite|regardless|exception|exempt|"
    r"overrid|notwithstanding|lift)\w*[^.;:!?]{0,40}\Z"
)
_GIVES_WAY = re.compile(
    r"\w*,? {1,4}(?:er ikke|er ikkje|hindrer ikke|hindrar ikkje|gjelder ikke|gjeld ikkje|viker|vik )"
)
_NEAR = 60


@dataclass(frozen=True)
class _Duties:
    """The duties of a guide, by the words that name them and the provisions that they rest on."""

    pattern: re.Pattern[str]
    named: Mapping[str, frozenset[str]]
    """For each word or phrase, the ids of the duties that it may mean."""
    of_law: Mapping[str, frozenset[str]]
    """For each provision, the ids of the duties that rest on it."""
    by_id: Mapping[str, LegalDuty]

    def in_sentence(self, small: str) -> frozenset[str]:
        """The duties that a sentence names, without those that it says yield."""
        found: set[str] = set()
        for match in self.pattern.finditer(small):
            before = small[max(0, match.start() - _NEAR) : match.start()]
            if not _YIELDS.search(before) and not _GIVES_WAY.match(small, match.end()):
                found |= self.named[match[1]]
        return frozenset(found)

    def mixed_up(self, named: Iterable[str], laws: Iterable[str]) -> tuple[str, str] | None:
        """A provision among `laws` and the duty that it belongs to, where no provision belongs to a duty of `named`."""
        own = frozenset(named)
        known = [(law, self.of_law[law]) for law in laws if law in self.of_law]
        if not own or not known or any(duties & own for _, duties in known):
            return None
        law, duties = known[0]
        return law, self.first(duties)

    def first(self, duties: frozenset[str]) -> str:
        """The one of `duties` that stands first in the guide."""
        return next(one for one in self.by_id if one in duties)


@lru_cache(maxsize=8)
def _duties(given: Given, own: tuple[tuple[str, str], ...]) -> _Duties | None:
    """The duties of a guide; `own` are words of the plan, each with the kind of duty that it stands for."""
    duties = given.guide.legal_duties
    words: dict[str, set[str]] = {}
    for kind in {duty.kind for duty in duties}:
        code = built_in()[_LIST].get(kind)
        of_kind = [*code.words.values(), *code.also] if code else []
        for word in (*of_kind, *(term for term, one in own if one == kind)):
            words.setdefault(plain(word), set()).update(one.id for one in duties if one.kind == kind)
    for duty in duties:
        names = [one for _, one in duty.name.values] if isinstance(duty.name, Translated) else [duty.name]
        for word in (*names, *duty.also):
            words.setdefault(plain(word), set()).add(duty.id)
    of_law: dict[str, set[str]] = {}
    for duty in duties:
        for law in duty.laws:
            of_law.setdefault(law, set()).add(duty.id)
    words.pop("", None)
    if not words or not of_law:
        return None
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=lambda one: (-len(one), one)))
    return _Duties(
        pattern=re.compile(rf"(?<![\w-])({longest_first})"),
        named={word: frozenset(some) for word, some in words.items()},
        of_law={law: frozenset(some) for law, some in of_law.items()},
        by_id={duty.id: duty for duty in duties},
    )


def _in_text(
    passage: Passage, citations: tuple[Citation, ...], duties: _Duties
) -> Iterator[tuple[int, str, tuple[str, str]]]:
    """Where a sentence mixes duties up: the place of its first reference, the duty that it names, and what it cites."""
    for start, sentence in sentences(passage.text):
        cited = [one for one in citations if start <= one.start < start + len(sentence)]
        if not cited:
            continue
        named = duties.in_sentence(plain(sentence))
        wrong = duties.mixed_up(named, [one.law for one in cited if one.law])
        if wrong:
            place = next(one.start for one in cited if one.law == wrong[0])
            yield place, duties.first(named), wrong


def find(subject: Subject) -> Iterator[Hit]:
    """Each sentence and each entry under `duties` that gives one duty the provision of another."""
    guide = subject.guide
    own = tuple((one.term, one.code) for one in subject.plan.vocabulary if one.field == _LIST and one.code)
    duties = _duties(Given(guide), own) if guide else None
    if guide is None or duties is None:
        return
    for passage, citations in subject.cited:
        if not any(one.law in duties.of_law for one in citations):
            continue
        found: Iterable[tuple[int, str, tuple[str, str]]]
        if isinstance(passage.entry, Duty) and passage.path == ("law",):
            kind = subject.code(_LIST, passage.entry.kind or "")
            named = [duty.id for duty in guide.legal_duties if duty.kind == kind]
            wrong = duties.mixed_up(named, [one.law for one in citations if one.law])
            found = [(0, named[0], wrong)] if wrong else []
        else:
            found = _in_text(passage, citations, duties)
        for place, name, (law, other) in found:
            yield Hit(
                at=passage.entry,
                path=passage.path,
                offset=place if passage.is_page else None,
                values={
                    "named": subject.text(duties.by_id[name].name),
                    "law": law_name(guide, law, subject.text),
                    "other": subject.text(duties.by_id[other].name),
                },
            )


RULE = Rule(
    code="PK605",
    name="duties-mixed-up",
    severity=Severity.WARNING,
    message=N_("This is about “{named}”, but “{law}” is the provision of “{other}”."),
    hint=N_("Cite the provision of the duty that is meant, or name the duty that the provision is about."),
    check=find,
)
