"""What the guide asks for in a case, stage by stage: for kits without a plan, and for cases that a plan has no way for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plankit.language import N_
from plankit.model.case import Expectation
from plankit.model.durations import read_duration
from plankit.teaching.exercise import Pointer
from plankit.teaching.played import Played
from plankit.teaching.subject import Subject
from plankit.teaching.turns import Wrong, alone, forbidden, waiting
from plankit.walks.words import limit_words

_MONTH = 31 * 86_400
_LONG = 10**9


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Something that the guide asks for in a case."""

    number: int
    agency: str | None
    """Name of the agency that it is about."""
    written: str | None
    """The time limit as the guide writes it."""
    right: str
    feedback: str
    pointers: tuple[Pointer, ...]
    wrong: tuple[Wrong, ...]


def stages_of(subject: Subject, played: Played) -> tuple[Stage, ...]:
    """What the guide asks for, the most urgent first; what nothing wrong can be set against is left out."""
    asked = [one for one in played.case.must if one.reaches or one.safe_within or one.owner]
    asked.sort(key=_urgency)
    stages: list[Stage] = []
    for one in asked:
        wrong = tuple(_wrong(subject, played, one))
        if wrong:
            stages.append(_stage(subject, played, one, (len(stages) + 1, wrong)))
    return tuple(stages)


def _urgency(one: Expectation) -> tuple[int, int]:
    """When it is asked for: who is to have the case at the end comes last."""
    read = read_duration(one.within or one.safe_within)
    seconds = read.months * _MONTH + read.seconds if read else _LONG
    return (1 if one.owner and not one.reaches else 0, seconds)


def _stage(subject: Subject, played: Played, one: Expectation, made: tuple[int, tuple[Wrong, ...]]) -> Stage:
    names = subject.names
    entry = subject.guide.by_id.get(played.id)
    pointers = (subject.guide_entry(played.id),) if entry is not None else (subject.plan_entry(played.id),)
    agency = one.reaches or one.owner
    title = pointers[0].words
    unsure = names.t(N_("The guide marks it as unconfirmed.")) if pointers[0].unsure else ""
    asks = f"{names.t(_reason(one))} {names.t(N_('So it is asked for in the case “{title}”.'), title=title)}"
    return Stage(
        number=made[0],
        agency=names.agency(agency) if agency else None,
        written=one.within or one.safe_within,
        right=right_words(subject, one),
        feedback=f"{asks} {unsure}".strip(),
        pointers=pointers,
        wrong=made[1],
    )


def _reason(one: Expectation) -> str:
    """Why a case asks for it."""
    if one.reaches:
        return N_("Whoever has not heard of it cannot act.")
    if one.safe_within:
        return N_("What the exposed person needs first is to be out of danger.")
    return N_("As long as nobody has taken it over, it rests with whoever knows.")


def right_words(subject: Subject, one: Expectation) -> str:
    """What is to be done, as a sentence."""
    names = subject.names
    if one.reaches and one.within:
        return names.t(
            N_("See to it that “{agency}” has the case {limit}."),
            agency=names.agency(one.reaches),
            limit=limit_words(names, one.within),
        )
    if one.reaches:
        return names.t(N_("See to it that “{agency}” gets the case."), agency=names.agency(one.reaches))
    if one.safe_within:
        return names.t(
            N_("See to it that the exposed person is safe {limit}."),
            limit=limit_words(names, one.safe_within),
        )
    return names.t(
        N_("Do not let go before “{agency}” has taken the case over."), agency=names.agency(one.owner)
    )


def _wrong(subject: Subject, played: Played, one: Expectation) -> Iterator[Wrong]:
    names = subject.names
    entry = subject.guide.by_id.get(played.id)
    place = subject.guide_entry(played.id) if entry is not None else subject.plan_entry(played.id)
    for never in dict.fromkeys(other.never for other in played.case.must if other.never):
        if names.action(never) != never:
            yield forbidden(subject, never, place)
    written = one.within or one.safe_within
    if written:
        yield from waiting(subject, played.walk.began_at, written, read_duration(written))
    agency = one.reaches or one.owner
    if agency:
        yield alone(subject, names.agency(agency))
