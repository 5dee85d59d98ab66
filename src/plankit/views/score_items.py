"""What one item of a guide's rubric got, from which evidence, and who judged it.

A score says what a plan documents. It never says that the plan or the work is good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plankit.model.guide import RubricItem
from plankit.model.knowledge import Judgement
from plankit.views.coverage import Answered, State
from plankit.views.reading import Reading

MOST = 2
"""The highest score of an item."""
RATERS = 2
"""How many people must have judged before what they say counts."""
STRONG = ("law", "must")
"""Forces of a requirement that make its item one that must be met; the strongest first."""
_SCORES = {State.MET: 2, State.PARTLY: 1, State.NOT_MET: 0}


class Standing(StrEnum):
    """Whether a judgement counts, and if not, why."""

    COUNTS = "counts"
    OTHER_EDITION = "other-edition"
    REPEATED = "repeated"
    WITHOUT_PLACE = "without-place"
    NOT_UNDERSTOOD = "not-understood"


class Status(StrEnum):
    """How far an item is decided."""

    DECIDED = "decided"
    OPEN = "open"
    DISAGREED = "disagreed"
    NOT_APPLICABLE = "not-applicable"


class Basis(StrEnum):
    """What a decided score rests on."""

    PROGRAM = "program"
    PLAN = "plan"
    PEOPLE = "people"


class Duty(StrEnum):
    """For an item that the guide says must be there: whether it is, whatever the score."""

    MET = "met"
    NOT_MET = "not-met"
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Rating:
    """What one person judged."""

    judgement: Judgement
    by: str
    score: int | None
    standing: Standing


@dataclass(frozen=True, kw_only=True)
class ItemScore:
    """One item: what the program found, what people judged, and what follows from both."""

    item: RubricItem
    answers: tuple[Answered, ...]
    """The requirements that it rests on, each with its places in the plan."""
    ratings: tuple[Rating, ...]
    is_said: bool = False
    """Whether the plan itself says of a requirement that it answers it, and names the places."""

    @cached_property
    def found(self) -> int | None:
        """What the program finds; `None` where it cannot tell."""
        return _folded(self.answers) if self.item.decided_by != "person" else None

    @cached_property
    def judged(self) -> tuple[int, ...]:
        """The scores of those whose judgements count."""
        return tuple(
            one.score for one in self.ratings if one.standing is Standing.COUNTS and one.score is not None
        )

    @cached_property
    def basis(self) -> Basis | None:
        """What the score rests on: people where enough have judged what is theirs to judge, else what is found."""
        is_found = self.found is not None
        if len(self.judged) >= RATERS and not (is_found and self.item.decided_by == "rule"):
            return Basis.PEOPLE
        if not is_found:
            return None
        return Basis.PLAN if self.is_said else Basis.PROGRAM

    @cached_property
    def status(self) -> Status:
        """Decided, open until people have judged, judged differently, or not asked of this plan."""
        if self.answers and all(one.state is State.NOT_APPLICABLE for one in self.answers):
            return Status.NOT_APPLICABLE
        if self.basis is None:
            return Status.OPEN
        if self.basis is Basis.PEOPLE and len(set(self.judged)) > 1:
            return Status.DISAGREED
        return Status.DECIDED

    @property
    def score(self) -> int | None:
        """0, 1 or 2 where it is decided."""
        if self.status is not Status.DECIDED:
            return None
        return self.judged[0] if self.basis is Basis.PEOPLE else self.found

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most that it may come to: what is open may come to anything."""
        if self.status is Status.DISAGREED:
            return min(self.judged), max(self.judged)
        score = self.score
        return (0, MOST) if score is None else (score, score)

    @cached_property
    def force(self) -> str | None:
        """`law` or `must`, where a requirement that it rests on is that strong."""
        forces = {one.requirement.force for one in self.answers if one.state is not State.NOT_APPLICABLE}
        return next((one for one in STRONG if one in forces), None)

    @cached_property
    def duty(self) -> Duty | None:
        """Whether what must be there is; `None` where nothing must. It does not depend on other items."""
        if self.force is None or self.status is Status.NOT_APPLICABLE:
            return None
        if self.basis is Basis.PEOPLE:
            low, high = self.bounds
            return Duty.MET if low == MOST else Duty.NOT_MET if high < MOST else Duty.OPEN
        if self.item.decided_by == "person":
            return Duty.OPEN
        found = _folded(one for one in self.answers if one.requirement.force in STRONG)
        return Duty.OPEN if found is None else Duty.MET if found == MOST else Duty.NOT_MET

    @cached_property
    def where(self) -> tuple[str, ...]:
        """Every place in the plan that the score can be seen from, those that people named first."""
        named = [
            place for one in self.ratings if one.standing is Standing.COUNTS for place in one.judgement.where
        ]
        return tuple(dict.fromkeys((*named, *(place for one in self.answers for place in one.where))))


def _folded(answers: Iterable[Answered]) -> int | None:
    """Everything met is 2, nothing met is 0, in between is 1; what only a person can tell leaves it open."""
    states = [one.state for one in answers if one.state is not State.NOT_APPLICABLE]
    if not states or State.NEEDS_A_PERSON in states:
        return None
    scores = {_SCORES[state] for state in states}
    return scores.pop() if len(scores) == 1 else 1


def item_score(reading: Reading, item: RubricItem, answered: Mapping[str, Answered]) -> ItemScore:
    """The score of one item of the guide that the plan follows."""
    return ItemScore(
        item=item,
        answers=tuple(answered[name] for name in item.requirements if name in answered),
        ratings=ratings(reading, item),
        is_said=any(one.requirement in item.requirements for one in reading.plan.answers),
    )


def ratings(reading: Reading, item: RubricItem) -> tuple[Rating, ...]:
    """Every judgement of the item in the plan's order, and whether it counts. The first of the same role does."""
    edition = reading.guide.guide.rubric_edition if reading.guide else None
    seen: set[str] = set()
    made = []
    for one in reading.plan.judgements:
        if one.criterion != item.id:
            continue
        by = reading.text(one.by)
        code = reading.vocabulary.code("rubric-score", one.score)
        score = int(code) if code else None
        standing = _standing(one, score, edition, is_repeated=by.casefold().strip() in seen)
        if standing is Standing.COUNTS:
            seen.add(by.casefold().strip())
        made.append(Rating(judgement=one, by=by, score=score, standing=standing))
    return tuple(made)


def _standing(one: Judgement, score: int | None, edition: str | None, *, is_repeated: bool) -> Standing:
    if one.edition != edition:
        return Standing.OTHER_EDITION
    if score is None:
        return Standing.NOT_UNDERSTOOD
    if score and not one.where:
        return Standing.WITHOUT_PLACE
    return Standing.REPEATED if is_repeated else Standing.COUNTS
