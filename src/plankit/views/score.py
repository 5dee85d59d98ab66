"""What a plan documents, principle by principle. There is no total: ten kinds of things do not add up to one."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.language import N_, N_count
from plankit.model.guide import GuideTerm
from plankit.views.coverage import coverage
from plankit.views.reading import Reading
from plankit.views.score_items import MOST, Basis, Duty, ItemScore, Standing, Status, item_score

SCALE = 10
"""What a principle comes to where every item has the highest score."""

STATUS_WORDS = {
    Status.DECIDED: N_("decided"),
    Status.OPEN: N_("open"),
    Status.DISAGREED: N_("judged differently"),
    Status.NOT_APPLICABLE: N_("not asked of this plan"),
}
BASIS_WORDS = {
    Basis.PROGRAM: N_("found in the plan by the program"),
    Basis.PLAN: N_("the plan says so itself, and names the places"),
    Basis.PEOPLE: N_("two or more people agree"),
}
DUTY_WORDS = {Duty.MET: N_("met"), Duty.NOT_MET: N_("not met"), Duty.OPEN: N_("open")}
STANDING_WORDS = {
    Standing.OTHER_EDITION: N_("does not count: another edition of the rubric"),
    Standing.REPEATED: N_("does not count: the same role judged before"),
    Standing.WITHOUT_PLACE: N_("does not count: names no place in the plan"),
    Standing.NOT_UNDERSTOOD: N_("does not count: the score is not 0, 1 or 2"),
}
"""Why a judgement does not count."""
COUNTED = {
    Status.DECIDED: N_count("{count} item decided", "{count} items decided"),
    Status.OPEN: N_count("{count} open", "{count} open"),
    Status.DISAGREED: N_count("{count} judged differently", "{count} judged differently"),
    Status.NOT_APPLICABLE: N_count("{count} not asked of this plan", "{count} not asked of this plan"),
}
SAYS = N_(
    "This says what the plan documents. It does not say whether the plan is good, whether the work is done or "
    "whether anybody is safer."
)
"""What stands beside every score."""


@dataclass(frozen=True, kw_only=True)
class PrincipleScore:
    """One principle and its items."""

    id: str
    title: str
    items: tuple[ItemScore, ...]

    def count(self, status: Status) -> int:
        """How many items have that status."""
        return sum(one.status is status for one in self.items)

    @property
    def value(self) -> float | None:
        """0 to 10 over the items that are decided; `None` where none is."""
        scores = [one.score for one in self.items if one.score is not None]
        return SCALE * sum(scores) / (MOST * len(scores)) if scores else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The least and the most, 0 to 10, that it may come to over all items; `None` where nothing is asked."""
        bounds = [one.bounds for one in self.items if one.status is not Status.NOT_APPLICABLE]
        if not bounds:
            return None
        full = MOST * len(bounds)
        return SCALE * sum(low for low, _ in bounds) / full, SCALE * sum(high for _, high in bounds) / full

    def duties(self, state: Duty) -> tuple[ItemScore, ...]:
        """The items that must be there and are in that state."""
        return tuple(one for one in self.items if one.duty is state)


@dataclass(frozen=True, kw_only=True)
class Score:
    """The vector: a score for each principle of the guide's rubric, in its order."""

    edition: str
    date: str
    principles: tuple[PrincipleScore, ...]

    @property
    def items(self) -> tuple[ItemScore, ...]:
        """Every item in order."""
        return tuple(item for one in self.principles for item in one.items)


def has_rubric(reading: Reading) -> bool:
    """Whether the plan follows a guide that has a rubric."""
    return bool(reading.guide and reading.guide.rubric)


def score(reading: Reading) -> Score:
    """What the plan documents of each item of its guide's rubric; without a rubric there are no principles.

    The reading must hold the findings of a check, else what the rules decide is not known.
    """
    guide = reading.guide
    if guide is None:
        return Score(edition="", date="", principles=())
    answered = {one.requirement.id: one for one in coverage(reading)}
    items = tuple(item_score(reading, one, answered) for one in guide.rubric)
    known = {one.id for one in guide.principles}
    made = [_principle(reading, one, items) for one in guide.principles]
    loose = tuple(one for one in items if one.item.principle not in known)
    if loose:
        made.append(PrincipleScore(id="other", title=reading.words(N_("Other")), items=loose))
    date = guide.guide.rubric_date
    return Score(
        edition=guide.guide.rubric_edition or "",
        date=date.text if date else "",
        principles=tuple(one for one in made if one.items),
    )


def _principle(reading: Reading, principle: GuideTerm, items: tuple[ItemScore, ...]) -> PrincipleScore:
    own = tuple(one for one in items if one.item.principle == principle.id)
    return PrincipleScore(id=principle.id, title=reading.text(principle.name), items=own)


def for_people(found: Score) -> tuple[ItemScore, ...]:
    """The items that people are asked to judge: those that are open."""
    return tuple(one for one in found.items if one.status is Status.OPEN)


def figure(number: float, language: str) -> str:
    """A number from 0 to 10 with one decimal, as the language writes it."""
    words = f"{number:.1f}"
    return words if language == "en" else words.replace(".", ",")


def span_words(one: PrincipleScore, language: str) -> str:
    """The least and the most that a principle may come to: one number where both are the same."""
    if one.bounds is None:
        return "–"
    low, high = (figure(number, language) for number in one.bounds)
    return low if low == high else f"{low}–{high}"
