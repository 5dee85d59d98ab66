"""A table-top exercise: a case as timed pieces of news to agencies, and what the plan expects of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plankit.language import N_
from plankit.teaching.complications import complications
from plankit.teaching.exercise import Inject, Pointer, TableTop
from plankit.teaching.grounds import case_objectives, case_warning, news_words, said_by_plan, step_pointers
from plankit.teaching.guided import Stage, stages_of
from plankit.teaching.played import Beat, Played, played_cases
from plankit.teaching.subject import Subject
from plankit.walks.result import Event
from plankit.walks.words import actor_words, case_words, clock, gap_words

LENGTHS = {45: 30, 90: 60, 180: 120}
"""Minutes of the exercise by those of the session."""
MOST = {45: 5, 90: 7, 180: 9}
"""Most pieces of news by minutes of the session."""
FEWEST = 5
_BEGINS = 5
"""Minutes for the story before the first piece of news."""
_BEST = 3
"""Among so many of the cases that cross most agencies, chance chooses."""

_DEBRIEF = (
    N_("What went as the plan says, and what made that easy?"),
    N_("Where did somebody wait for somebody else?"),
    N_("Which hand-over was unclear: who gave, who took, what was told, and on what ground?"),
    N_("What did the exposed person notice of all this?"),
    N_(
        "Where did the plan not answer? Write each such place into the after-action list, with one who sees to it."
    ),
)


@dataclass(frozen=True, kw_only=True)
class News:
    """A piece of news before it has a number and a time."""

    place: int
    """The step of the case that it comes at."""
    clock: str
    agency: str
    text: str
    expected: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    gaps: tuple[str, ...] = ()


def table_top(subject: Subject) -> TableTop | None:
    """The exercise for the audience, on one of the cases that cross most agencies; `None` where no case has enough."""
    known = played_cases(subject)
    walked = [(one, _parties(subject, one)) for one in known if subject.has_plan and len(one.beats) > 2]
    if walked:
        played = _choice(subject, walked)
        news = _of_walk(subject, played)
    else:
        guided = [(one, len(stages_of(subject, one))) for one in known]
        guided = [one for one in guided if one[1] > 1]
        if not guided:
            return None
        played = _choice(subject, guided)
        news = _of_guide(subject, played)
    return _table_top(subject, played, news)


def _choice(subject: Subject, scored: Sequence[tuple[Played, int]]) -> Played:
    best = sorted(scored, key=lambda one: (-one[1], one[0].lesson is None, one[0].id))[:_BEST]
    return subject.dice("table-top").choice(best)[0]


def _parties(subject: Subject, played: Played) -> int:
    return len({party(subject, played, beat.event) for beat in played.beats})


def party(subject: Subject, played: Played, event: Event) -> str:
    """Name of whom a piece of news is given to: the agency, the leader, or who discovered it."""
    if event.actor == "discoverer":
        word = subject.names.one("door", played.case.door)
        return word[:1].upper() + word[1:]
    return actor_words(subject.names, event)


def _table_top(subject: Subject, played: Played, news: Sequence[News]) -> TableTop:
    names = subject.names
    minutes = LENGTHS.get(subject.minutes, 60)
    # A third of the time is for the talk afterwards.
    room = minutes - minutes // 3 - _BEGINS
    injects = tuple(
        Inject(
            number=number,
            clock=one.clock,
            after=_BEGINS + room * (number - 1) // len(news),
            agency=one.agency,
            text=one.text,
            expected=one.expected,
            pointers=one.pointers,
            gaps=one.gaps,
        )
        for number, one in enumerate(news, start=1)
    )
    return TableTop(
        id=f"table-top-{played.id}",
        case=played.id,
        title=names.text(played.told.title),
        story=names.text(played.told.story),
        warning=case_warning(subject, played),
        agencies=tuple(dict.fromkeys(one.agency for one in injects)),
        injects=injects,
        debrief=tuple(names.t(one) for one in _DEBRIEF),
        minutes=minutes,
        objectives=case_objectives(subject, "table-top", played),
        audiences=played.lesson.audiences if played.lesson else (),
    )


def _of_walk(subject: Subject, played: Played) -> list[News]:
    most = MOST.get(subject.minutes, 7)
    groups = _groups(subject, played)
    extra = complications(subject, played)[: max(1, most // 3)]
    kept = _weighed(played, groups, most - len(extra))
    news, told = [], 0
    for place, (start, end) in enumerate(kept):
        last = place == len(kept) - 1
        news.append(_news(subject, played, (told, start, end), last=last))
        told = end
    for one in extra:
        beat = one.beat
        news.append(
            News(
                place=one.place,
                clock=clock(subject.names, beat.event.at),
                agency=party(subject, one.played, beat.event),
                text=f"{one.text} {subject.names.t(_ASKED)}",
                expected=(expected_words(subject, beat),),
                pointers=step_pointers(subject, beat),
            )
        )
    return sorted(news, key=lambda one: one.place)


_ASKED = N_("What do you do now, whom do you tell, and by when?")


def _groups(subject: Subject, played: Played) -> list[tuple[int, int]]:
    """Stretches of steps that the same party takes, as first place and the place after the last."""
    groups: list[tuple[int, int]] = []
    for place, beat in enumerate(played.beats):
        same = place and party(subject, played, beat.event) == party(
            subject, played, played.beats[place - 1].event
        )
        if same and not beat.before:
            groups[-1] = (groups[-1][0], place + 1)
        else:
            groups.append((place, place + 1))
    return groups


def _weighed(played: Played, groups: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """At most so many of the stretches, in their order: the first, then where the way turns or the case changes hands."""

    def weight(group: tuple[int, int]) -> int:
        beats = played.beats[slice(*group)]
        turns = sum(bool(one.before or one.gaps) for one in beats)
        hands = sum(one.node.receiver is not None or one.step.safe is True for one in beats)
        return 9 * (group[0] == 0) + 3 * turns + 2 * hands + len(beats)

    return sorted(sorted(groups, key=lambda one: (-weight(one), one))[:most])


def _news(subject: Subject, played: Played, places: tuple[int, int, int], *, last: bool) -> News:
    names = subject.names
    told, start, end = places
    beats = played.beats[start:end]
    lines = [news_words(subject, one.event) for one in played.beats[told:start]]
    lines += [news_words(subject, one) for one in beats[0].before]
    if start == 0:
        lines.insert(0, _story(subject, played))
    elif not lines:
        lines = [news_words(subject, played.beats[start - 1].event)]
    text = " ".join(f"{one[:1].upper()}{one[1:].rstrip('.')}." for one in lines)
    gaps = [gap for one in beats for gap in one.gaps]
    gaps += played.gaps_at_end if last else ()
    first = names.one("door", played.case.door)
    return News(
        place=start,
        clock=clock(names, beats[0].event.at),
        agency=f"{first[:1].upper()}{first[1:]}" if start == 0 else party(subject, played, beats[0].event),
        text=f"{text} {names.t(_ASKED)}",
        expected=tuple(expected_words(subject, one) for one in beats),
        pointers=tuple(dict.fromkeys(each for one in beats for each in step_pointers(subject, one))),
        gaps=tuple(dict.fromkeys(f"{_capital(gap_words(names, one))}." for one in gaps)),
    )


def expected_words(subject: Subject, beat: Beat) -> str:
    """What the plan says that is done at a step, by whom, by when and on what ground."""
    names = subject.names
    who = names.text(beat.step.who) or actor_words(names, beat.event)
    step = names.text(beat.step.what).rstrip(".")
    return f"{names.t(N_('{who}: {step}.'), who=_capital(who), step=step)} {said_by_plan(subject, beat)}"


def _of_guide(subject: Subject, played: Played) -> list[News]:
    names = subject.names
    at = clock(names, played.walk.began_at)
    door = _capital(names.one("door", played.case.door))
    start = News(place=0, clock=at, agency=door, text="", expected=(), pointers=())
    news = []
    for number, stage in enumerate(stages_of(subject, played)[: MOST.get(subject.minutes, 7)]):
        told = _story(subject, played) if number == 0 else _since(subject, stage)
        gaps = (
            tuple(f"{_capital(gap_words(names, one))}." for one in played.gaps)
            if subject.has_plan and not number
            else ()
        )
        news.append(
            replace(
                start,
                place=number,
                agency=door if number == 0 else stage.agency or door,
                text=f"{told} {names.t(_ASKED)}",
                expected=(f"{stage.right} {stage.feedback}",),
                pointers=stage.pointers,
                gaps=gaps,
            )
        )
    return news


def _story(subject: Subject, played: Played) -> str:
    """What happened, as the case tells it; what is known of it, where it tells nothing."""
    names = subject.names
    return names.text(played.told.story) or f"{case_words(names, played.case)}."


def _since(subject: Subject, stage: Stage) -> str:
    names = subject.names
    if stage.agency is None:
        return names.t(N_("Time passes, and the exposed person is not safe yet."))
    if stage.written is None:
        return names.t(N_("The others ask whether they may let go of the case now."))
    return names.t(N_("“{agency}” hears of the case."), agency=stage.agency)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
