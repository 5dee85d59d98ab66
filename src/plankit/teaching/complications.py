"""What makes a case harder and is still answered by the plan: the same case with one thing changed, walked anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plankit.language import N_
from plankit.teaching.played import Beat, Played
from plankit.teaching.subject import Subject
from plankit.walks.cases import read_moment
from plankit.walks.result import WalkCase
from plankit.walks.walking import walk_prepared
from plankit.walks.words import clock

_HOURS = ("sat 02:00", "holiday 12:00", "fri 16:30")
"""When it is tried who is not there."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Complication:
    """The same case with one thing changed, and the step that the plan takes because of it."""

    text: str
    """The news, in sentences."""
    played: Played
    beat: Beat
    place: int
    """The step of the case itself that it comes at."""


def complications(subject: Subject, played: Played) -> tuple[Complication, ...]:
    """Everything that changes the way of a case and is answered without a new gap, in a fixed order."""
    found: list[Complication] = []
    for case, text in _changed(subject, played.case):
        other = replace(played, case=case, walk=walk_prepared(subject.ready, case))
        if len(other.walk.gaps) > len(played.walk.gaps):
            continue
        one = _first_difference(subject, played, (other, text))
        if one is not None and all(_step(one.beat) != _step(each.beat) for each in found):
            found.append(one)
    return tuple(found)


def _changed(subject: Subject, case: WalkCase) -> Iterator[tuple[WalkCase, str]]:
    """The case with one thing changed, and the words for it; `{agency}` stands for who is not there."""
    names, ready = subject.names, subject.ready
    if case.leader_reachable and ready.leader_acts:
        yield replace(case, leader_reachable=False), names.t(N_("The leader cannot be reached now."))
    for adaptation in subject.guide.adaptations:
        if adaptation.id not in case.adaptations:
            needed = names.one("adaptation", adaptation.id)
            text = names.t(N_("It turns out that the exposed person needs this: {need}."), need=needed)
            yield replace(case, adaptations=(*case.adaptations, adaptation.id)), text
    for hours in _HOURS:
        at = read_moment(hours, ready.calendar, ready.base)
        if at is not None:
            time = clock(names, at)
            yield (
                replace(case, at=at),
                names.t(
                    N_("Think of the same at another hour: {time}. “{{agency}}” does not answer."), time=time
                ),
            )


def _first_difference(subject: Subject, played: Played, changed: tuple[Played, str]) -> Complication | None:
    """The first step that is taken in the changed case and not in the case itself; its fallback where hours changed."""
    other, text = changed
    own = {_step(one) for one in played.beats}
    for place, beat in enumerate(other.beats):
        if _step(beat) in own:
            continue
        away = next((one for one in beat.before if one.what == "fallback"), None)
        if "{agency}" in text:
            if away is None or away.agency is None:
                return None
            text = text.replace("{agency}", subject.names.agency(away.agency))
        return Complication(text=text, played=other, beat=beat, place=min(place, len(played.beats) - 1))
    return None


def _step(beat: Beat) -> tuple[str, str]:
    return beat.event.procedure, beat.event.step
