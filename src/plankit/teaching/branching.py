"""Cases played step by step: what to do at each point is what the plan says, else what the guide asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plankit.language import N_
from plankit.teaching.exercise import BranchingCase, Point, Pointer, Turn
from plankit.teaching.grounds import (
    case_objectives,
    case_warning,
    duty_pointers,
    news_words,
    said_by_plan,
    step_pointers,
)
from plankit.teaching.guided import Stage, stages_of
from plankit.teaching.played import Beat, Played, played_cases, spread
from plankit.teaching.subject import Subject
from plankit.teaching.turns import Wrong, wrong_turns
from plankit.walks.result import Event
from plankit.walks.words import case_words, clock, gap_words

MOST_CASES, MOST_POINTS, MOST_WRONG = 8, 7, 3
_FEWEST_POINTS = 2

_FIRST = N_("What does the plan say to do first?")
_NOW = N_("What does the plan say to do now?")
_NO_ANSWER = N_("The plan does not answer here: {gap}. What would you do?")
_ENDED = N_("The procedure ends here.")
_OWNER = N_("“{agency}” has the case.")
_SAFE = N_(
    "The plan takes the exposed person to be safe from {time} on. Is that so? Talk about what may still go wrong."
)


@dataclass(frozen=True, kw_only=True)
class _Draft:
    """A point before it is linked with the others."""

    clock: str
    text: str
    right: str
    feedback: str
    pointers: tuple[Pointer, ...]
    wrong: tuple[Wrong, ...]


def branching_cases(subject: Subject) -> tuple[BranchingCase, ...]:
    """Cases of guide and plan that can be played, those with a lesson first; the same seed chooses the same."""
    playable = [(one, drafts) for one in played_cases(subject) if (drafts := _drafts(subject, one))]
    chosen = spread(subject, "branching", [one for one, _ in playable], MOST_CASES)
    drafts_of = {one.id: drafts for one, drafts in playable}
    return tuple(_branching(subject, one, drafts_of[one.id]) for one in chosen)


def _branching(subject: Subject, played: Played, drafts: Sequence[_Draft]) -> BranchingCase:
    names = subject.names
    name = f"branching-{played.id}"
    objectives = case_objectives(subject, "branching", played)
    gaps = tuple(f"{_capital(gap_words(names, gap))}." for gap in played.gaps) if subject.has_plan else ()
    return BranchingCase(
        id=name,
        case=played.id,
        title=names.text(played.told.title),
        story=names.text(played.told.story),
        warning=case_warning(subject, played),
        start=f"{name}-1",
        points=_points(subject, name, drafts, _end(subject, played, objectives, drafts)),
        gaps=tuple(dict.fromkeys(gaps)),
        objectives=objectives,
        audiences=played.lesson.audiences if played.lesson else (),
        minutes=5 + 2 * len(drafts),
    )


def _points(subject: Subject, name: str, drafts: Sequence[_Draft], end: Point) -> tuple[Point, ...]:
    """The points in order, each leading to the next; a wrong way leads back to where it was chosen."""
    points = []
    for number, draft in enumerate(drafts, start=1):
        dice = subject.dice(f"{name}/{number}")
        here = f"{name}-{number}"
        turns = [
            Turn(
                text=draft.right,
                follows_plan=True,
                feedback=draft.feedback,
                leads=f"{name}-{number + 1}",
                pointers=draft.pointers,
            )
        ]
        for one in _dealt(draft.wrong, dice.sample(range(len(draft.wrong)), len(draft.wrong))):
            turns.append(
                Turn(
                    text=one.text,
                    follows_plan=False,
                    feedback=" ".join((one.why, subject.names.t(_INSTEAD, step=draft.right), draft.feedback)),
                    leads=here,
                    pointers=tuple(dict.fromkeys((*one.pointers, *draft.pointers))),
                )
            )
        dice.shuffle(turns)
        points.append(
            Point(
                id=here, clock=draft.clock, text=draft.text, turns=tuple(turns), pointers=draft.pointers[:1]
            )
        )
    last = f"{name}-{len(drafts) + 1}"
    return (*points, Point(id=last, clock=end.clock, text=end.text, pointers=end.pointers))


_INSTEAD = N_("What is to be done now: {step}")


def _dealt(wrong: Sequence[Wrong], order: Sequence[int]) -> list[Wrong]:
    """At most three, of as many kinds as there are; to wait for who is not there is the first of them."""
    ranked: list[tuple[int, bool, int]] = []
    count: dict[str, int] = {}
    for place in order:
        kind = wrong[place].kind
        ranked.append((count.get(kind, 0), kind != "shut", place))
        count[kind] = count.get(kind, 0) + 1
    ranked.sort(key=lambda each: each[:2])
    return [wrong[place] for _, _, place in ranked[:MOST_WRONG]]


def _drafts(subject: Subject, played: Played) -> tuple[_Draft, ...]:
    """The points of a case that there is something to choose at: by the plan, else by what the guide asks for."""
    chosen = _chosen(subject, played) if subject.has_plan else []
    if len(chosen) >= _FEWEST_POINTS:
        told = 0
        drafts = []
        for place, wrong in chosen:
            drafts.append(_draft(subject, played, (told, place), wrong))
            told = place
        return tuple(drafts)
    stages = stages_of(subject, played)[:MOST_POINTS]
    return tuple(_guided(subject, played, one) for one in stages) if len(stages) >= _FEWEST_POINTS else ()


def _chosen(subject: Subject, played: Played) -> list[tuple[int, tuple[Wrong, ...]]]:
    """Places of the steps to choose at, each with the ways that are wrong there."""
    offered = [(place, wrong_turns(subject, played, beat)) for place, beat in enumerate(played.beats)]
    offered = [one for one in offered if len(one[1]) > 1]
    weights = {place: _weight(played.beats[place], place, wrong) for place, wrong in offered}
    best = sorted(weights, key=lambda place: (-weights[place], place))[:MOST_POINTS]
    return [one for one in offered if one[0] in best]


def _weight(beat: Beat, place: int, wrong: tuple[Wrong, ...]) -> int:
    """How much there is to learn at a step: the first, where the way turns, where the case changes hands."""
    kinds = {one.kind for one in wrong}
    return (
        4 * (place == 0)
        + 3 * bool(beat.before or beat.gaps)
        + 2 * (beat.node.receiver is not None or beat.step.safe is True)
        + len(kinds - {"alone"})
    )


def _draft(subject: Subject, played: Played, places: tuple[int, int], wrong: tuple[Wrong, ...]) -> _Draft:
    names = subject.names
    since, place = places
    beat = played.beats[place]
    told = [news_words(subject, one.event) for one in played.beats[since:place]]
    told += [news_words(subject, one) for one in beat.before]
    lines = [f"{_capital(one).rstrip('.')}." for one in told]
    if place == 0:
        lines.insert(0, f"{case_words(names, played.case)}.")
    lines += [names.t(_NO_ANSWER, gap=gap_words(names, one)) for one in beat.gaps]
    lines.append(names.t(_FIRST if place == 0 else _NOW))
    return _Draft(
        clock=clock(names, beat.event.at),
        text=" ".join(lines),
        right=names.text(beat.step.what),
        feedback=said_by_plan(subject, beat),
        pointers=step_pointers(subject, beat),
        wrong=wrong,
    )


def _guided(subject: Subject, played: Played, stage: Stage) -> _Draft:
    names = subject.names
    lines = [] if stage.number > 1 else [f"{case_words(names, played.case)}."]
    if stage.number == 1 and subject.has_plan:
        lines += [names.t(_NO_ANSWER, gap=gap_words(names, one)) for one in played.gaps_at_end[:1]]
    lines.append(names.t(N_("What does the guide ask for here?")))
    return _Draft(
        clock=clock(names, subject.ready.calendar.local(subject.ready.calendar.moment(played.case.at))),
        text=" ".join(lines),
        right=stage.right,
        feedback=stage.feedback,
        pointers=stage.pointers,
        wrong=stage.wrong,
    )


def _end(subject: Subject, played: Played, objectives: tuple[str, ...], drafts: Sequence[_Draft]) -> Point:
    """The last point: what else happened, who has the case, and what the plan does not answer."""
    names = subject.names
    walked = subject.has_plan and bool(played.beats)
    lines = (
        [f"{_capital(news_words(subject, one)).rstrip('.')}." for one in _told_last(played, drafts)]
        if walked
        else []
    )
    walk = played.walk
    if walked and not any(gap.kind in ("nobody-there", "uncovered", "loop", "dead-end") for gap in walk.gaps):
        lines.append(names.t(_ENDED))
    if walked and walk.owner is not None:
        lines.append(names.t(_OWNER, agency=names.agency(walk.owner)))
    if walked and walk.safe_at is not None and walk.reaches_safety:
        lines.append(names.t(_SAFE, time=clock(names, walk.safe_at)))
    if walked:
        lines += [names.t(_NO_ANSWER, gap=gap_words(names, one)) for one in played.gaps_at_end]
    elif not subject.has_plan:
        lines.append(
            names.t(N_("That is what the guide asks for in this case. How is it done where you work?"))
        )
    else:
        lines.append(
            names.t(N_("That is what the guide asks for. The plan does not say who does it. Who should?"))
        )
    at = (
        walk.ended_at
        if walked
        else subject.ready.calendar.local(subject.ready.calendar.moment(played.case.at))
    )
    return Point(
        id="end", clock=clock(names, at), text=" ".join(lines), pointers=duty_pointers(subject, objectives)
    )


def _told_last(played: Played, drafts: Sequence[_Draft]) -> tuple[Event, ...]:
    """What happened after the last step that was told of at a point."""
    right = drafts[-1].right if drafts else ""
    beats = played.beats
    last = max((n for n, one in enumerate(beats) if _same(one, right)), default=-1)
    return (*(one.event for one in beats[last:]), *played.after)


def _same(beat: Beat, right: str) -> bool:
    what = beat.step.what
    texts = [what] if isinstance(what, str) else [text for _, text in what.values]
    return any(" ".join(text.split()) == right for text in texts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
