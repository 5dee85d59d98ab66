"""The slides around the exercises: welcome, objectives, the plan, who does what, pauses, sources and closing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plankit.language import N_, N_count, translate_count
from plankit.model.parties import Rasci
from plankit.teaching.exercise import Pointer
from plankit.teaching.programme import Programme, ProgrammeItem
from plankit.teaching.slide import Bullets, Links, Notes, Paragraph, Slide, Table, pointer_words
from plankit.teaching.slide_stories import GO_OUT
from plankit.teaching.subject import ALL, Subject
from plankit.views.adopted import stage_line
from plankit.views.guide_reading import agencies_of
from plankit.views.help import help_box
from plankit.views.matrix import responsibility_matrix

_MOST_ROWS = 6
"""Tasks on the slide that tells who does what."""
_MOST_PLACES = 6
"""Places of the plan that are named among the sources; the notes of each slide name its own."""
_MOST_NAMES = 6
"""Municipalities that are named one by one."""
_BEFORE = (
    N_("All cases are made up. Nobody in them is a real person."),
    GO_OUT,
    N_("Somebody here may have own experience. Speak as if they sat beside you."),
    N_("Tell no stories about people whom others could recognise."),
    N_("There is a pause. Whoever leads stays in the room, also afterwards."),
)


def audience_words(subject: Subject) -> str:
    """Whom the session is for, in the guide's words."""
    known = {one.id: one for one in subject.guide.audiences}
    if subject.audience == ALL or subject.audience not in known:
        return subject.reading.words(N_("For everybody"))
    name = subject.reading.text(known[subject.audience].name)
    return subject.reading.words(N_("For {audience}")).format(audience=name)


def minutes_words(subject: Subject, minutes: int) -> str:
    """A number of minutes in words."""
    return translate_count(*N_count("{count} minute", "{count} minutes"), minutes, subject.language)


def title_of(subject: Subject) -> str:
    """What the session is called: the plan's title; the guide's where there is no plan."""
    reading = subject.reading
    return reading.text(reading.plan.plan.title if subject.has_plan else subject.guide.guide.title)


def help_table(subject: Subject) -> tuple[Table, ...]:
    """The numbers of the guide's help box; none where it has none."""
    words, lines = subject.reading.words, help_box(subject.reading)
    if not lines:
        return ()
    rows = tuple((one.number or "", subject.reading.text(one.name)) for one in lines)
    head = (words(N_("Number")), words(N_("Who answers")))
    return (Table(caption=words(N_("Do you need help now?")), head=head, rows=rows),)


def _asked_for_help(subject: Subject) -> tuple[Paragraph | Table, ...]:
    table = help_table(subject)
    head = Paragraph(text=subject.reading.words(N_("Do you need help now?")), style="strong")
    return (head, *table) if table else ()


def opening(subject: Subject, programme: Programme, item: ProgrammeItem, name: str) -> Iterator[Slide]:
    """From the welcome to who does what. The first slide shows where help is."""
    words = subject.reading.words
    subtitle = " · ".join((audience_words(subject), minutes_words(subject, programme.minutes)))
    yield Slide(
        id=name,
        title=title_of(subject),
        kind="title",
        blocks=(Paragraph(text=subtitle, style="lead"), *_asked_for_help(subject)),
        notes=Notes(does=(item.text,)),
        opens=True,
    )
    before = tuple(words(one) for one in _BEFORE)
    yield Slide(
        id=f"{name}-before",
        title=words(N_("Before we begin")),
        kind="warning",
        blocks=(Bullets(items=before),),
        notes=Notes(
            does=(words(N_("Read it aloud, and wait a moment. Say where you can be found afterwards.")),)
        ),
    )
    yield from _objectives(subject, programme, name)
    yield _plan(subject, name)
    yield from _who(subject, programme, name)


def _objectives(subject: Subject, programme: Programme, name: str) -> Iterator[Slide]:
    text = subject.reading.text
    items = tuple(text(one.title) for one in subject.guide.objectives if one.id in programme.covered)
    if items:
        yield Slide(
            id=f"{name}-objectives",
            title=subject.reading.words(N_("Afterwards")),
            kind="text",
            blocks=(Bullets(items=items),),
        )


def _plan(subject: Subject, name: str) -> Slide:
    """The plan on one slide: whose it is, for when, and which text it is; else the guide."""
    words, text = subject.reading.words, subject.reading.text
    frame, guide = subject.reading.plan.plan, subject.guide.guide
    edition = f"{text(guide.title)}, {guide.edition}"
    rows: list[tuple[str, str]] = []
    if subject.has_plan:
        names = [text(one.name) for one in subject.reading.plan.participants]
        many = translate_count(
            *N_count("{count} municipality", "{count} municipalities"), len(names), subject.language
        )
        rows += [
            (words(N_("The plan")), text(frame.title)),
            (words(N_("Whose")), ", ".join(names) if len(names) <= _MOST_NAMES else many),
            (words(N_("Period")), frame.period.text if frame.period else ""),
            (words(N_("Stage")), stage_line(subject.reading)),
        ]
    rows += [(words(N_("Guide")), edition), (words(N_("As of")), subject.today.isoformat())]
    title = words(
        N_("The plan that we work under") if subject.has_plan else N_("The guide that we work under")
    )
    head = (words(N_("What")), words(N_("Here")))
    notice = text(frame.notice) if subject.has_plan else ""
    return Slide(
        id=f"{name}-plan",
        title=title,
        kind="text",
        blocks=(
            Table(caption=title, head=head, rows=tuple(row for row in rows if row[1])),
            *((Paragraph(text=notice, style="small"),) if notice else ()),
        ),
    )


def _who(subject: Subject, programme: Programme, name: str) -> Iterator[Slide]:
    """Who answers for the tasks that the objectives are about, and who does them."""
    words = subject.reading.words
    served = {task for one in subject.guide.objectives if one.id in programme.covered for task in one.tasks}
    rows = list(_rows_of_plan(subject) if subject.has_plan else _rows_of_guide(subject))
    chosen = [row for task, *row in rows if task in served] or [row for _, *row in rows]
    if chosen:
        title = words(N_("Who does what"))
        head = (words(N_("Task")), words(N_("Answers for it")), words(N_("Does it")))
        shown = tuple((row[0], row[1], row[2]) for row in chosen[:_MOST_ROWS])
        yield Slide(
            id=f"{name}-who",
            title=title,
            kind="text",
            blocks=(Table(caption=title, head=head, rows=shown),),
        )


_Row = tuple[str, str, str, str]


def _rows_of_plan(subject: Subject) -> Iterator[_Row]:
    party = subject.reading.party
    for row in responsibility_matrix(subject.reading).rows:
        named = [
            ", ".join(party(one).short_name for one, cell in row.cells.items() if letter in cell.letters)
            for letter in (Rasci.ACCOUNTABLE, Rasci.RESPONSIBLE)
        ]
        if any(named):
            yield row.task, row.title, named[0], named[1]


def _rows_of_guide(subject: Subject) -> Iterator[_Row]:
    party = subject.reading.party
    for task in subject.guide.tasks:
        named = [
            ", ".join(party(one).short_name for one, letters in agencies_of(task) if letter in letters)
            for letter in (Rasci.ACCOUNTABLE, Rasci.RESPONSIBLE)
        ]
        if any(named):
            yield task.id, subject.reading.text(task.title), named[0], named[1]


def spoken(subject: Subject, item: ProgrammeItem, name: str) -> Slide:
    """A part without an exercise: a pause, or time to talk. What the facilitator does in a pause is not shown."""
    pause = item.title == subject.reading.words(N_("Pause"))
    return Slide(
        id=name,
        title=item.title,
        kind="pause",
        blocks=(Paragraph(text=minutes_words(subject, item.minutes) if pause else item.text, style="lead"),),
        notes=Notes(does=(item.text,)),
        opens=True,
    )


def sources(subject: Subject, pointers: Iterable[Pointer], name: str) -> Iterator[Slide]:
    """What decided the answers: provisions and the guide by address, then places in the plan."""
    words = subject.reading.words
    named: dict[str, Pointer] = {}
    for one in pointers:
        named.setdefault(pointer_words(subject.language, one), one)
    outside = tuple((told, one.address) for told, one in named.items() if one.kind != "plan")
    places = [told for told, one in named.items() if one.kind == "plan"]
    inside = "; ".join(places[:_MOST_PLACES]) + (" …" if len(places) > _MOST_PLACES else "")
    blocks = (
        *((Links(items=outside),) if outside else ()),
        *(
            (Paragraph(text=words(N_("In the plan: {places}")).format(places=inside), style="small"),)
            if inside
            else ()
        ),
    )
    if blocks:
        yield Slide(
            id=name, title=words(N_("What the answers rest on")), kind="sources", blocks=blocks, opens=True
        )


def rest(subject: Subject, name: str) -> Slide:
    """What stands in place of the points of a case that a short session has no slides for."""
    words = subject.reading.words
    told = words(N_("The last points are left out here. They are played on the site of the kit."))
    return Slide(
        id=f"{name}-rest",
        title=words(N_("Go on from here")),
        kind="told",
        blocks=(Paragraph(text=told, style="lead"),),
    )


def closing(subject: Subject, item: ProgrammeItem, name: str) -> Iterator[Slide]:
    """What each takes along, and where help is: the last slide stays on the wall."""
    words = subject.reading.words
    yield Slide(
        id=name,
        title=words(N_("From tomorrow")),
        kind="text",
        blocks=(
            Paragraph(
                text=words(N_("Tell one thing that you will do differently from tomorrow.")), style="lead"
            ),
            Paragraph(text=words(N_("What did the plan not answer? Note it for whoever keeps the plan."))),
        ),
        notes=Notes(does=(item.text,)),
        opens=True,
    )


def last(subject: Subject, name: str) -> Slide:
    """Where help is."""
    words = subject.reading.words
    thanks = Paragraph(text=words(N_("Thank you. It is fine to stay and talk.")), style="lead")
    return Slide(
        id=name,
        title=words(N_("Do you need help now?")),
        kind="help",
        blocks=(*help_table(subject), thanks),
        notes=Notes(does=(words(N_("Leave this slide on the wall while people go.")),)),
    )
