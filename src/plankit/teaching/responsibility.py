"""Who is responsible: for the tasks of the matrix, for measures, and in matrices of levels.

Nothing is asked where the plan does not say exactly one thing: a task that nobody or more than one answers for is a
gap, and gaps are for the gap hunt. Nothing is asked either of a task whose duty is personal, or that many carry out: it
rests on everybody who works there, and a question would teach that it is somebody else's. Who takes part is asked only
of the plan's own matrix: law settles that somebody has a part, never that another has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

from plankit.language import N_
from plankit.teaching.exercise import Choice, Question
from plankit.teaching.measures import level_questions, measure_questions
from plankit.teaching.parts import Agencies, TaskParts, all_parts, cell_pointers, choices
from plankit.teaching.picking import Asked, all_differ, mixed, spread
from plankit.teaching.subject import Subject
from plankit.views.matrix import LETTERS
from plankit.views.reading import Party

TASKS, MATCHES, MEASURES = 13, 3, 4
"""Questions of each sort in a kit."""
_PAIRS = (4, 5)
_MOST_RIGHT = 4
_TAKES_PART = "RS"
"""Letters of who does something for a task; who only answers for it, is asked or told is neither right nor wrong."""
_SAME_ANSWER = 3
"""So many tasks that law alone settles have the same agency for an answer."""
_MANY = 3
"""A task that so many carry out is everybody's: who is not in the matrix may have a part in it all the same."""
_WRONG = 3
_WHAT = {"R": N_("carries it out"), "A": N_("answers for it"), "S": N_("supports it")}
_PART = N_("{agency}: {what}.")
_NO_PART = (
    N_("The guide gives no part in this task to: {agency}."),
    N_("The plan gives no part in this task to: {agency}."),
)
"""Of a task that only law tells of, and of one in the plan's matrix."""
_WHO_ANSWERS = (
    N_("Who is to see to it by law that this is done: “{task}”?"),
    N_("Who is to see to it by the plan’s responsibility matrix that this is done: “{task}”?"),
)
_WHO_TAKES_PART = N_(
    "Which of these carry out or support this by the plan’s responsibility matrix: “{task}”?"
)
_WHICH_ANSWERS = (
    N_("Which agency is to see to it by law that which task is done?"),
    N_("Which agency is to see to it by the plan’s responsibility matrix that which task is done?"),
)
_ALL_STAND = (
    N_("Law settles who answers for each of these tasks."),
    N_("It stands in the responsibility matrix of the plan."),
)


def responsibility_questions(subject: Subject) -> tuple[Question, ...]:
    """Questions on who is responsible, the best spread of all that the plan or guide answers."""
    parts = all_parts(subject)
    agencies = Agencies(subject, parts)
    shared = tuple(_by_law([one for one in parts if not one.is_personal and len(one.holders("R")) < _MANY]))
    tasks = [one for task in shared for one in _of_task(subject, agencies, task)]
    return spread(
        subject,
        "responsible",
        ([*tasks, *level_questions(subject, agencies)], TASKS),
        (_matches(subject, shared), MATCHES),
        (measure_questions(subject, agencies), MEASURES),
    )


def _by_law(parts: list[TaskParts]) -> Iterator[TaskParts]:
    """The tasks, of those that law alone settles not many with one answer, and none with a wrong answer too near.

    Whoever answers for one task by law is no wrong answer to another: whether a council or its chief executive sees to
    it, law often leaves open.
    """
    holders = {one.accountable for one in parts if not one.in_plan and one.accountable}
    seen: Counter[str | None] = Counter()
    for one in parts:
        if one.in_plan:
            yield one
        elif seen[one.accountable] < _SAME_ANSWER:
            seen[one.accountable] += 1
            yield replace(one, involved=one.involved | holders)


def _of_task(subject: Subject, agencies: Agencies, task: TaskParts) -> Iterator[Asked]:
    made = (_one(subject, agencies, task), _several(subject, agencies, task))
    yield from (Asked(about=task.id, question=one) for one in made if one is not None)


def _one(subject: Subject, agencies: Agencies, task: TaskParts) -> Question | None:
    right, name = task.accountable, f"responsible-one-{task.id}"
    if right is None or not _is_known(subject, right):
        return None
    wrong = agencies.wrong(task.involved, right, task.phase, name, _WRONG)
    if len(wrong) < _WRONG:
        return None
    holder = subject.reading.party(right)
    told = [
        _told(subject, holder, "A", task.in_plan),
        *(_told(subject, one, "", task.in_plan) for one in wrong),
    ]
    return _question(
        subject,
        task,
        name,
        kind="one",
        text=subject.reading.words(_WHO_ANSWERS[task.in_plan]),
        told=told,
        right=(right,),
    )


def _several(subject: Subject, agencies: Agencies, task: TaskParts) -> Question | None:
    name = f"responsible-several-{task.id}"
    right = [one for one in task.holders(_TAKES_PART) if _is_known(subject, one)][:_MOST_RIGHT]
    if len(right) < 2 or not task.in_plan:
        return None
    wrong = agencies.wrong(task.involved, right[0], task.phase, name, _WRONG)
    if len(wrong) < _WRONG:
        return None
    told = [_told(subject, subject.reading.party(one), task.letters[one], task.in_plan) for one in right]
    return _question(
        subject,
        task,
        name,
        kind="several",
        text=subject.reading.words(_WHO_TAKES_PART),
        told=[*told, *(_told(subject, one, "", task.in_plan) for one in wrong)],
        right=tuple(right),
    )


def _question(
    subject: Subject,
    task: TaskParts,
    name: str,
    *,
    kind: str,
    text: str,
    told: list[Choice],
    right: tuple[str, ...],
) -> Question | None:
    laid = choices(subject, name, told)
    if not laid:
        return None
    objectives = subject.objectives("responsible", tasks=(task.id,))
    return Question(
        id=name,
        kind=kind,
        exercise="responsible",
        text=text.format(task=task.title),
        choices=laid,
        feedback=_decides(subject, task, right),
        pointers=cell_pointers(subject, task, right),
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )


def _decides(subject: Subject, task: TaskParts, right: tuple[str, ...]) -> str:
    """What decides, in a sentence or two."""
    words = subject.reading.words
    laws = tuple(dict.fromkeys(law for one in right for law in task.laws.get(one, ())))
    named = ", ".join(subject.reading.law_name(one) for one in laws)
    settles = N_("Law settles it: {laws}.") if len(right) == 1 else N_("Law settles a part of it: {laws}.")
    told = [words(settles).format(laws=named.rstrip("."))] if laws else []
    if task.in_plan:
        told.insert(0, words(_ALL_STAND[1]))
    return " ".join(told)


def _told(subject: Subject, party: Party, letters: str, in_plan: bool) -> Choice:
    """An alternative with what the agency is to the task; without letters it is none of the right ones."""
    words = subject.reading.words
    what = ", ".join(words(_WHAT[one]) for one in LETTERS if one in letters and one in _WHAT)
    feedback = words(_PART if what else _NO_PART[in_plan]).format(agency=party.name, what=what)
    return Choice(text=party.name, right=bool(letters), feedback=feedback)


def _is_known(subject: Subject, agency: str) -> bool:
    """Whether somebody has described the agency, so that it has a name."""
    party = subject.reading.party(agency)
    return bool((party.entry or party.guide_entry) and party.name.strip())


def _matches(subject: Subject, parts: tuple[TaskParts, ...]) -> Iterator[Asked]:
    """Tasks of one phase with who answers for each; the same tasks whatever the seed."""
    for in_plan in (True, False):
        for phase in dict.fromkeys(one.phase for one in parts):
            group: list[tuple[TaskParts, str]] = []
            for task in parts:
                holder = task.accountable if (task.phase, task.in_plan) == (phase, in_plan) else None
                if holder and _is_known(subject, holder) and _fits(subject, group, task, holder):
                    group.append((task, holder))
                if len(group) == _PAIRS[1]:
                    yield _match(subject, group)
                    group = []
            if len(group) >= _PAIRS[0]:
                yield _match(subject, group)


def _fits(subject: Subject, group: list[tuple[TaskParts, str]], task: TaskParts, holder: str) -> bool:
    """Whether nobody who does something for one of the tasks is the answer to another, and no two look the same."""
    reading = subject.reading
    if any(one in task.holders("RAS") or holder in other.holders("RAS") for other, one in group):
        return False
    holders = [reading.party(one).name for _, one in group]
    titles = [one.title for one, _ in group]
    return all_differ([*holders, reading.party(holder).name]) and all_differ([*titles, task.title])


def _match(subject: Subject, group: list[tuple[TaskParts, str]]) -> Asked:
    whole = crc32(" ".join(task.id for task, _ in group).encode())
    name = f"responsible-match-{group[0][0].id}-{whole:08x}"
    in_plan = group[0][0].in_plan
    pointers = tuple(one for task, holder in group for one in cell_pointers(subject, task, (holder,)))
    objectives = subject.objectives("responsible", tasks=tuple(task.id for task, _ in group))
    words = subject.reading.words
    question = Question(
        id=name,
        kind="match",
        exercise="responsible",
        text=words(_WHICH_ANSWERS[in_plan]),
        pairs=tuple((task.title, subject.reading.party(holder).name) for task, holder in group),
        shown=mixed(subject.dice(name), len(group)),
        feedback=words(_ALL_STAND[in_plan]),
        pointers=tuple(one for one in pointers if one.kind != "law" or not in_plan),
        objectives=objectives,
        audiences=subject.audiences(objectives),
        minutes=2,
    )
    return Asked(about=group[0][0].phase, question=question)
