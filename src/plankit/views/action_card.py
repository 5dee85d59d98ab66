"""A procedure as a card for the wall: who, what, within what time, which number, what not. It fits one page, A5.

How much fits is reckoned, not tried: a page of that size holds so many lines of so many letters at each size of
type. What does not fit even at the smallest is left out from the end, and the card says how many steps that are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from plankit.model.procedure import Procedure, Step
from plankit.views.flow import Strand, actor, strands
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Size:
    """A size of type, and how much of it a page of A5 holds below the head of the card."""

    name: str
    lines: int
    letters: int


SIZES = (
    Size(name="large", lines=39, letters=64),
    Size(name="medium", lines=44, letters=72),
    Size(name="small", lines=50, letters=81),
    Size(name="tiny", lines=60, letters=93),
)
"""Of 10, 9, 8 and 7 points: smaller cannot be read on a wall."""


@dataclass(frozen=True, kw_only=True)
class CardStep:
    """A step on the card."""

    step: Step
    number: str
    who: str
    what: str
    phone: str
    must_not: tuple[str, ...]
    otherwise: str
    """Number of the step to take when nobody can be reached."""


@dataclass(frozen=True, kw_only=True)
class CardStrand:
    """The steps of one branch."""

    title: str
    condition: str
    steps: tuple[CardStep, ...]


@dataclass(frozen=True, kw_only=True)
class ActionCard:
    """What stands on the card of one procedure."""

    procedure: Procedure
    trigger: str
    must_not: tuple[str, ...]
    strands: tuple[CardStrand, ...]
    size: str
    left_out: int
    """How many steps did not fit."""


def action_card(reading: Reading, procedure: Procedure) -> ActionCard:
    """The card of a procedure, at the largest size at which it fits a page."""
    card = ActionCard(
        procedure=procedure,
        trigger=reading.text(procedure.trigger),
        must_not=_must_not(reading, procedure),
        strands=tuple(_strand(reading, one) for one in strands(reading, procedure)),
        size=SIZES[0].name,
        left_out=0,
    )
    for size in SIZES:
        if _length(card, size) <= size.lines:
            return replace(card, size=size.name)
    return _cut(replace(card, size=SIZES[-1].name), SIZES[-1])


def phone(reading: Reading, step: Step) -> str:
    """The number to call in a step: its own contact, else a telephone of its agency; empty where there is none."""
    if step.contact:
        return step.contact
    if step.agency is None:
        return ""
    code = reading.vocabulary.code
    found = [
        one
        for one in reading.plan.contacts
        if one.agency == step.agency and code("channel", one.channel) == "phone"
    ]
    order = {"emergency": 0, "professionals": 1}
    found.sort(key=lambda one: order.get(code("contact-audience", one.audience or "") or "", 2))
    return found[0].value if found else ""


def _must_not(reading: Reading, entry: Step | Procedure) -> tuple[str, ...]:
    """In the plan's own words; where it has none, the guide's actions that are forbidden."""
    return tuple(map(reading.text, entry.must_not)) or tuple(map(reading.title, entry.forbids))


def _strand(reading: Reading, strand: Strand) -> CardStrand:
    numbers = {box.step.id: box.number for box in strand.boxes}
    steps = tuple(
        CardStep(
            step=box.step,
            number=box.number,
            who=actor(reading, box.step),
            what=reading.text(box.step.what),
            phone=phone(reading, box.step),
            must_not=_must_not(reading, box.step),
            otherwise=numbers.get(box.step.fallback or "", ""),
        )
        for box in strand.boxes
    )
    return CardStrand(title=strand.title, condition=strand.condition or strand.when, steps=steps)


def _lines(letters: int, size: Size) -> int:
    return -(-letters // size.letters)


def _step_length(one: CardStep, size: Size) -> int:
    # Time limit and marks stand on the same line as who and what; 26 letters is what they take.
    written = len(one.who) + len(one.what) + len(one.phone) + len(one.otherwise) + 26
    return _lines(written, size) + _lines(sum(len(words) + 5 for words in one.must_not), size)


def _strand_length(one: CardStrand, size: Size) -> int:
    head = 2 * bool(one.title) + _lines(len(one.condition), size)
    return head + sum(_step_length(step, size) for step in one.steps)


def _head_length(card: ActionCard, size: Size) -> int:
    told = _lines(len(card.trigger), size) + sum(_lines(len(one) + 4, size) for one in card.must_not)
    return told + 3


def _length(card: ActionCard, size: Size) -> int:
    return _head_length(card, size) + sum(_strand_length(one, size) for one in card.strands)


def _cut(card: ActionCard, size: Size) -> ActionCard:
    """The card with as many steps as fit, those at the end left out. Each branch keeps its first."""
    kept = [replace(one, steps=one.steps[:1]) for one in card.strands]
    for number, strand in enumerate(card.strands):
        for step in strand.steps[1:]:
            longer = replace(kept[number], steps=(*kept[number].steps, step))
            tried = [*kept[:number], longer, *kept[number + 1 :]]
            if _length(replace(card, strands=tuple(tried)), size) >= size.lines:
                break
            kept = tried
    left = sum(len(one.steps) for one in card.strands) - sum(len(one.steps) for one in kept)
    return replace(card, strands=tuple(kept), left_out=left)
