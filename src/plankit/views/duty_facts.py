"""What a guide says of a duty in keys, as sentences that are true and as their opposites."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.language import N_
from plankit.model.guide_law import LegalDuty
from plankit.views.reading import Reading


@dataclass(frozen=True, kw_only=True)
class DutyFact:
    """One thing that is so, and the sentence that denies it."""

    key: str
    """Key of the duty, with the other duty after a dot where there are several."""
    true: str
    false: str


_SAID: dict[str, tuple[str, str]] = {
    "personal": (
        N_("It rests on each person, and no leader can take it over."),
        N_("A leader can take it over, so that the employee no longer has it."),
    ),
    "everyone": (
        N_("It rests on everybody, also outside work."),
        N_("It rests on certain services or professions, not on everybody."),
    ),
    "own_initiative": (N_("One acts without being asked."), N_("One waits until somebody asks.")),
    "at_once": (N_("It must be done at once."), N_("It need not be done at once.")),
    "overrides_confidentiality": (
        N_("It goes before the duty of confidentiality."),
        N_("It does not go before the duty of confidentiality."),
    ),
    "without_exception": (N_("It holds without any exception."), N_("There are exceptions from it.")),
    "leaves_choice": (
        N_("One may choose whether to do it."),
        N_("When its conditions are met, one may not choose whether to do it."),
    ),
    "needs_consent": (
        N_("It always takes the consent of the person it is about."),
        N_("It does not always take the consent of the person it is about."),
    ),
    "needs_suspicion": (
        N_("It applies only when there is a suspicion."),
        N_("It applies also when there is no suspicion."),
    ),
    "covers_past": (N_("It covers what is over too."), N_("It does not cover what is over.")),
    "children_only": (N_("It is only about children."), N_("It is about adults too.")),
}
"""Each flag: what it says when it is true, and when it is false."""
_OTHER_WAYS = (
    N_("It can be met in other ways than by telling this agency: {agency}."),
    N_("It can only be met by telling this agency: {agency}."),
)
_YIELDS = (N_("“{other}” goes before it."), N_("“{other}” does not go before it."))
RECEIVER = N_("The agency that is told is: {agency}.")


def duty_facts(reading: Reading, duty: LegalDuty) -> tuple[DutyFact, ...]:
    """What the guide says of the duty in flags, in the order of its keys; nothing of what it leaves open."""
    found = []
    for key, (yes, no) in _SAID.items():
        flag: bool | None = getattr(duty, key)
        if flag is not None:
            found.append(_fact(reading, key, (yes, no) if flag else (no, yes)))
    if duty.other_ways is not None and duty.receiver:
        sides = _OTHER_WAYS if duty.other_ways else _OTHER_WAYS[::-1]
        found.append(_fact(reading, "other_ways", sides, agency=reading.title(duty.receiver)))
    for other in duty.yields_to:
        found.append(_fact(reading, f"yields_to.{other}", _YIELDS, other=reading.title(other)))
    return tuple(found)


def receiver_words(reading: Reading, agency: str) -> str:
    """That this agency is told."""
    return reading.words(RECEIVER).format(agency=reading.title(agency))


def _fact(reading: Reading, key: str, sides: tuple[str, str], **values: str) -> DutyFact:
    true, false = (reading.words(one).format(**values) for one in sides)
    return DutyFact(key=key, true=true, false=false)
