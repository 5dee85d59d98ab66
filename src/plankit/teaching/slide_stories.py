"""Cases, dilemmas, a gap hunt and a table-top exercise as slides. A warning stands before every case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plankit.language import N_
from plankit.teaching.exercise import BranchingCase, CaseTold, DilemmaCard, Hunt, Point, TableTop
from plankit.teaching.slide import (
    Alternative,
    Alternatives,
    Block,
    Bullets,
    Notes,
    Paragraph,
    Quote,
    Slide,
    Table,
)
from plankit.teaching.slide_fit import briefly
from plankit.teaching.slide_questions import letter
from plankit.teaching.subject import Subject

MADE_UP = N_("The case is made up. Nobody in it is a real person.")
GO_OUT = N_("Whoever goes out need not say why, and may come back at any time.")
_MOST_SAID = 110
"""Letters of what is said of a way on the slide; all of it stands in the notes."""
_WAIT = N_("Read this aloud, then wait a moment before the next slide.")


def warning_slide(subject: Subject, name: str, case: str, warning: str = "") -> Slide:
    """The warning before a case: what the guide says of this one, that it is made up, and that one may leave."""
    words, text = subject.reading.words, subject.reading.text
    of_guide = next((text(one.warning) for one in subject.guide.case_lessons if one.case == case), "")
    told = warning or of_guide
    lead = (Paragraph(text=told, style="lead"),) if told else ()
    return Slide(
        id=name,
        title=words(N_("Before the case")),
        kind="warning",
        blocks=(*lead, Bullets(items=(words(MADE_UP), *(() if told else (words(GO_OUT),))))),
        notes=Notes(does=(words(_WAIT),)),
    )


def case_groups(subject: Subject, case: CaseTold, name: str) -> Iterator[tuple[Slide, ...]]:
    """The case with its warning, its questions and what happens under the plan; then what else is said of it, apart."""
    words = subject.reading.words
    yield tuple(_case(subject, case, name))
    parts = (
        ("expected", N_("What the guide asks for"), case.expected),
        ("mistakes", N_("Common mistakes"), case.mistakes),
        ("gaps", N_("What the plan does not answer"), case.gaps),
    )
    for part, title, items in parts:
        if items:
            yield (
                Slide(
                    id=f"{name}-{part}",
                    title=words(title),
                    kind="told",
                    blocks=(Bullets(items=items),),
                    notes=Notes(pointers=case.pointers),
                ),
            )


def _case(subject: Subject, case: CaseTold, name: str) -> Iterator[Slide]:
    words = subject.reading.words
    yield warning_slide(subject, f"{name}-before", case.id, case.warning)
    facts = Table(caption=case.title, head=(words(N_("What")), words(N_("In this case"))), rows=case.facts)
    yield Slide(
        id=name,
        title=case.title,
        kind="case",
        blocks=(*_quotes(case.story), *((facts,) if case.facts else ())),
        notes=Notes(does=_lines(words(N_("Read the case aloud, slowly.")), case.facilitator)),
    )
    if case.questions:
        yield Slide(
            id=f"{name}-questions",
            title=words(N_("Talk in groups")),
            kind="text",
            blocks=(Bullets(items=case.questions, ordered=True),),
            notes=Notes(
                does=_lines(case.facilitator),
                answers=(*case.expected, *case.mistakes),
                pointers=case.pointers,
            ),
        )
    if case.way:
        yield Slide(
            id=f"{name}-way",
            title=words(N_("What happens under this plan")),
            kind="told",
            blocks=(Bullets(items=case.way, ordered=True),),
            notes=Notes(pointers=case.pointers),
        )


def dilemma_slides(subject: Subject, card: DilemmaCard, name: str) -> Iterator[Slide]:
    """The dilemma and its sides. Nothing tells a right answer."""
    words = subject.reading.words
    yield Slide(
        id=name,
        title=card.title,
        kind="dilemma",
        blocks=tuple(_quotes(card.text)),
        notes=Notes(
            does=_lines(card.facilitator, words(N_("There is no right answer. Let all sides be heard."))),
            pointers=card.pointers,
        ),
    )
    blocks: list[Block] = []
    if card.sides:
        blocks += [Bullets(items=card.sides)]
    if card.questions:
        blocks += [
            Paragraph(text=words(N_("Talk together")), style="strong"),
            Bullets(items=card.questions, ordered=True),
        ]
    if blocks:
        yield Slide(
            id=f"{name}-sides",
            title=words(N_("What pulls each way")),
            kind="dilemma",
            blocks=tuple(blocks),
            notes=Notes(does=_lines(card.facilitator), pointers=card.pointers),
        )


def branching_groups(subject: Subject, case: BranchingCase, name: str) -> Iterator[tuple[Slide, ...]]:
    """The case played point by point: what to choose between, then what the plan says of each way.

    First the story with its warning, then a group a point.
    """
    words = subject.reading.words
    places = {point.id: f"{name}-{number}" for number, point in enumerate(_ordered(case), start=1)}
    story = Slide(
        id=name,
        title=case.title,
        kind="case",
        blocks=tuple(_quotes(case.story)),
        notes=Notes(does=(words(N_("The group agrees on a way before you show what the plan says.")),)),
    )
    yield warning_slide(subject, f"{name}-before", case.case), story
    for point in _ordered(case):
        yield tuple(_point_slides(subject, point, places))
    if case.gaps:
        blocks = (Bullets(items=case.gaps),)
        title = words(N_("What the plan does not answer"))
        yield (Slide(id=f"{name}-gaps", title=title, kind="told", blocks=blocks),)


def _ordered(case: BranchingCase) -> tuple[Point, ...]:
    """The points with the first one first."""
    return tuple(sorted(case.points, key=lambda one: one.id != case.start))


def _point_slides(subject: Subject, point: Point, places: dict[str, str]) -> Iterator[Slide]:
    words, here = subject.reading.words, places[point.id]
    told = f"{here}-told"
    pointers = tuple(
        dict.fromkeys((*point.pointers, *(one for turn in point.turns for one in turn.pointers)))
    )
    right = tuple(f"{letter(at)}: {turn.text}" for at, turn in enumerate(point.turns) if turn.follows_plan)
    whole = tuple(f"{letter(at)}: {turn.feedback}" for at, turn in enumerate(point.turns) if turn.feedback)
    asked = Alternatives(
        items=tuple(
            Alternative(sign=letter(at), text=turn.text, leads=told) for at, turn in enumerate(point.turns)
        )
    )
    yield Slide(
        id=here,
        title=point.clock,
        kind="point" if point.turns else "told",
        blocks=(Paragraph(text=point.text), *((asked,) if point.turns else ())),
        notes=Notes(answers=right, pointers=pointers),
    )
    if point.turns:
        yield Slide(
            id=told,
            title=words(N_("{clock}: what the plan says")).format(clock=point.clock),
            kind="told",
            blocks=(Alternatives(items=tuple(_turns(subject, point, places))),),
            notes=Notes(answers=whole, pointers=pointers),
        )


def _turns(subject: Subject, point: Point, places: dict[str, str]) -> Iterator[Alternative]:
    words = subject.reading.words
    for at, turn in enumerate(point.turns):
        mark = N_("The plan says so") if turn.follows_plan else N_("Not what the plan says")
        leads = places.get(turn.leads or "", "")
        onward = "" if not leads else N_("Choose again") if turn.leads == point.id else N_("Go on from here")
        yield Alternative(
            sign=letter(at),
            text=turn.text,
            right=turn.follows_plan,
            mark=words(mark),
            said=briefly(turn.feedback, _MOST_SAID),
            leads=leads,
            onward=words(onward) if onward else "",
        )


def hunt_slides(subject: Subject, hunt: Hunt, name: str) -> Iterator[Slide]:
    """What the group does, then the key."""
    words = subject.reading.words
    key = tuple(f"{one.number}: {one.what}" for one in hunt.planted)
    pointers = tuple(dict.fromkeys(point for one in hunt.planted for point in one.pointers))
    hints = words(N_("If a group is stuck: {hint}"))
    yield Slide(
        id=name,
        title=hunt.title,
        kind="question",
        blocks=tuple(Paragraph(text=one) for one in hunt.text.split("\n\n")),
        notes=Notes(
            does=tuple(hints.format(hint=one.hint) for one in hunt.planted if one.hint),
            answers=key,
            pointers=pointers,
        ),
    )
    yield Slide(
        id=f"{name}-answer",
        title=words(N_("What was spoiled")),
        kind="answer",
        blocks=(
            Bullets(
                items=tuple(
                    _planted(words(N_("It should say: {text}")), one.what, one.was) for one in hunt.planted
                ),
                ordered=True,
            ),
        ),
        notes=Notes(pointers=pointers),
    )


def _planted(should: str, what: str, was: str) -> str:
    return f"{what} {should.format(text=was)}" if was else what


def table_top_slides(subject: Subject, exercise: TableTop, name: str) -> Iterator[Slide]:
    """The case, its news one by one, and the talk afterwards. What is expected stands in the notes alone."""
    words = subject.reading.words
    yield warning_slide(subject, f"{name}-before", exercise.case, exercise.warning)
    around = words(N_("Around the table: {agencies}")).format(agencies=", ".join(exercise.agencies))
    yield Slide(
        id=name,
        title=exercise.title,
        kind="case",
        blocks=(*_quotes(exercise.story), Paragraph(text=around, style="small")),
    )
    after = words(N_("Give it out {minutes} minutes after the beginning."))
    for inject in exercise.injects:
        yield Slide(
            id=f"{name}-{inject.number}",
            title=words(N_("{clock}: news to {agency}")).format(clock=inject.clock, agency=inject.agency),
            kind="inject",
            blocks=tuple(_quotes(inject.text)),
            notes=Notes(
                does=(after.format(minutes=inject.after),),
                answers=(*inject.expected, *inject.gaps),
                pointers=inject.pointers,
            ),
        )
    if exercise.debrief:
        yield Slide(
            id=f"{name}-debrief",
            title=words(N_("Afterwards")),
            kind="text",
            blocks=(Bullets(items=exercise.debrief, ordered=True),),
        )


def _quotes(text: str) -> Iterator[Quote]:
    yield from (Quote(text=one.strip()) for one in text.split("\n\n") if one.strip())


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(one for one in _each(texts) if one)


def _each(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (line.strip() for line in text.split("\n\n"))
