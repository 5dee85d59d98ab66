"""Who is responsible for a measure, and who holds a task at which level."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.model.contents import Measure
from plankit.teaching.exercise import Choice, Question
from plankit.teaching.parts import Agencies, choices, holds_everywhere
from plankit.teaching.picking import Asked, on_one_line, same
from plankit.teaching.subject import Subject
from plankit.views.levels import LevelMatrix, level_matrices
from plankit.views.matrix import Row
from plankit.views.reading import Party

_WRONG = 3
_GIVEN_UP = ("not-carried-out", "not-applicable")
"""Status of a measure that nobody is asked about."""


def measure_questions(subject: Subject, agencies: Agencies) -> Iterator[Asked]:
    """Who is responsible for each measure that exactly one agency is responsible for."""
    for measure in subject.reading.plan.measures:
        made = _of_measure(subject, agencies, measure)
        if made is not None:
            yield Asked(about=measure.id, question=made)


def responsible_for(subject: Subject, measure: Measure) -> str | None:
    """The one agency that the plan makes responsible for a measure; `None` where there is none or more than one."""
    owners = [one for one in measure.responsible if subject.reading.is_owner(one)]
    named = {one.agency for one in owners}
    holds = holds_everywhere(subject, measure.applies_to)
    if not holds or subject.reading.status_code(measure) in _GIVEN_UP or len(named) != 1:
        return None
    return named.pop()


def _of_measure(subject: Subject, agencies: Agencies, measure: Measure) -> Question | None:
    right, name = responsible_for(subject, measure), f"responsible-measure-{measure.id}"
    party = next((one for one in agencies.known if one.id == right), None)
    title = on_one_line(subject, measure.title)
    if right is None or party is None or not title:
        return None
    everybody = (*measure.responsible, *measure.contributors)
    texts = [text for one in everybody for text in (one.role, one.text, one.notes)]
    about = same(
        " ".join(on_one_line(subject, text) for text in (*texts, measure.title, measure.description))
    )
    involved = {right, *(one.agency for one in everybody if one.agency)}
    # Who is named in words only has a part too, though no id tells it.
    involved |= {one.id for one in agencies.known if same(one.short_name) in about or same(one.name) in about}
    wrong = agencies.wrong(involved, right, "", name, _WRONG)
    if len(wrong) < _WRONG:
        return None
    laid = choices(subject, name, _laid(subject, party, wrong))
    if not laid:
        return None
    objectives = subject.objectives("responsible")
    words = subject.reading.words
    return Question(
        id=name,
        kind="one",
        exercise="responsible",
        text=words(N_("Who is responsible for the measure “{measure}”?")).format(measure=title),
        choices=laid,
        feedback=words(N_("It stands with the measure in the plan.")),
        pointers=(subject.plan_entry(measure.id, subject.reading.numbered_title(measure.id), "responsible"),),
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )


def _laid(subject: Subject, right: Party, wrong: tuple[Party, ...]) -> list[Choice]:
    words = subject.reading.words
    yes, no = (
        N_("{agency} is responsible for the measure."),
        N_("The plan gives no part in this measure to: {agency}."),
    )
    return [
        Choice(text=right.name, right=True, feedback=words(yes).format(agency=right.name)),
        *(Choice(text=one.name, right=False, feedback=words(no).format(agency=one.name)) for one in wrong),
    ]


def level_questions(subject: Subject, agencies: Agencies) -> Iterator[Asked]:
    """Who holds a task at a level, where exactly one agency does."""
    for matrix in level_matrices(subject.reading):
        for row in matrix.matrix.rows:
            for level, words in matrix.levels:
                made = _of_level(subject, agencies, matrix, row, (level, words))
                if made is not None:
                    yield Asked(about=row.task, question=made)


def _of_level(
    subject: Subject, agencies: Agencies, matrix: LevelMatrix, row: Row, level: tuple[str, str]
) -> Question | None:
    holding = [name for name, cell in row.cells.items() if level[0] in cell.levels]
    name = f"responsible-level-{row.task}-{level[0]}"
    party = next((one for one in agencies.known if holding == [one.id]), None)
    certain = all(
        holds_everywhere(subject, one.applies_to) for cell in row.cells.values() for one in cell.entries
    )
    if party is None or not certain:
        return None
    wrong = agencies.wrong(row.cells, party.id, row.phase, name, _WRONG)
    words = subject.reading.words
    right_words, wrong_words = (
        N_("{agency} holds the task at this level."),
        N_("The plan gives no part in this task to: {agency}."),
    )
    told = [Choice(text=party.name, right=True, feedback=words(right_words).format(agency=party.name))]
    told += [
        Choice(text=one.name, right=False, feedback=words(wrong_words).format(agency=one.name))
        for one in wrong
    ]
    laid = choices(subject, name, told) if len(wrong) == _WRONG else ()
    if not laid:
        return None
    objectives = subject.objectives("responsible", tasks=(row.task,))
    text = words(N_("Who holds the task “{task}” at the level “{level}”?"))
    return Question(
        id=name,
        kind="one",
        exercise="responsible",
        text=text.format(task=row.title, level=level[1]),
        choices=laid,
        feedback=words(N_("It stands in the matrix “{matrix}” of the plan.")).format(matrix=matrix.title),
        pointers=(subject.plan_entry(row.task, key="level"),),
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )
