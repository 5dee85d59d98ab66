"""What it checks
    The deadline of a step is longer than the time that its task may take by law, alone or together with the steps
    before it that carry out the same task.

Why it matters
    Some limits stand in law: protection is assessed at once, an inquiry is opened within 14 days and done within four
    months (SoL 20 kap. 1–3 §§). A procedure that gives more time tells staff to break them.

Bad
    steps:
    - {id: open, what: Inled utredning, task: open-inquiry, deadline: P21D}   # law: P14D

Good
    steps:
    - {id: open, what: Inled utredning, task: open-inquiry, deadline: P14D}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.procedure import Procedure, Step
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.durations import NOTHING, Length, length
from plankit.rules.rows import law_names
from plankit.rules.ways import entries, following, places


def _limits(subject: Subject) -> dict[str, tuple[str, str]]:
    """For each task with a limit: the limit as written, and the law that sets it."""
    found: dict[str, tuple[str, str]] = {}
    for task in subject.guide.tasks if subject.guide else ():
        if task.within:
            found[task.id] = (task.within, law_names(subject, task.laws) or subject.text(task.title))
    for own in subject.plan.tasks:
        if own.within:
            found[own.id] = (
                own.within,
                ", ".join(one.text for one in own.legal_basis) or subject.text(own.title),
            )
    return found


def _spent(procedure: Procedure) -> dict[str, Length]:
    """For each step, the least that the steps before it with the same task may take together, by any way to it."""
    steps = {step.id: step for step in procedure.all_steps()}
    leads = following(procedure)
    spent: dict[str, Length] = dict.fromkeys(entries(procedure), NOTHING)
    waiting = list(spent)
    while waiting:
        step = steps[waiting.pop(0)]
        for name in leads[step.id]:
            if name not in steps:
                continue
            before = _after(step, spent[step.id]) if steps[name].task == step.task else NOTHING
            if name not in spent or before < spent[name]:
                spent[name] = before
                waiting.append(name)
    return spent


def _after(step: Step, spent: Length) -> Length:
    return spent + (length(step.deadline) or NOTHING)


def find(subject: Subject) -> Iterator[Hit]:
    """Each step by which its task takes longer than law allows, the first of a way alone."""
    limits = _limits(subject)
    for procedure in subject.plan.procedures if limits else ():
        spent = _spent(procedure)
        for path, step in places(procedure):
            own = length(step.deadline)
            if own is None or step.task not in limits:
                continue
            within, law = limits[step.task]
            limit = length(within)
            before = spent.get(step.id, NOTHING)
            if limit is None or before.shortest > limit.longest:
                continue
            if own.shortest > limit.longest or (before + own).shortest > limit.longest:
                values: dict[str, object] = {
                    "step": step.id,
                    "deadline": step.deadline,
                    "task": step.task,
                    "within": within,
                    "law": law,
                }
                yield Hit(at=procedure, path=(*path, "deadline"), values=values)


RULE = Rule(
    code="PK409",
    name="time-limit-exceeded",
    severity=Severity.ERROR,
    message=N_(
        "With the step “{step}” ({deadline}) the task “{task}” may take longer than {within} ({law})."
    ),
    hint=N_("Shorten the deadline, or that of the steps before it with the same task."),
    check=find,
)
