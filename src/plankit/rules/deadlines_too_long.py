"""What it checks
    A made-up case of the guide or the plan says how soon somebody must act or be safe. Each step on its way is in
    time when somebody is there, but the deadlines of these steps add up to more than the case can wait.

Why it matters
    Plans are to make clear who does what (guide 2.2.2), and protection is assessed at once (SoL 20 kap. 1 §). Staff
    who keep to every deadline of the procedure must not come too late by it.

Bad
    cases:
    - {id: c, title: Natt, …, must: [{reaches: vakt, within: PT1H}]}
    steps:
    - {id: snakk, what: Snakk med barnet, deadline: P1D}
    - {id: ring, what: Ring vakta, agency: vakt, deadline: PT0S}

Good
    steps:
    - {id: snakk, what: Snakk med barnet, deadline: PT30M}
    - {id: ring, what: Ring vakta, agency: vakt, deadline: PT0S}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.ways import places

_SAFETY = N_("safety")


def find(subject: Subject) -> Iterator[Hit]:
    """For each case, the first such thing, at the step that lets most time pass; once for each step and thing."""
    ready = subject.prepared
    if ready is None:
        return
    from plankit.walks.promises import late_promises  # heavy: only for plans that can be walked

    told: set[tuple[str, str, str]] = set()
    for late in late_promises(ready):
        procedure, step = late.node.way.procedure, late.node.step
        wanted = late.expected.reaches or _SAFETY
        if (procedure.id, step.id, wanted) in told:
            continue
        told.add((procedure.id, step.id, wanted))
        values: dict[str, object] = {
            "case": subject.text(late.title),
            "wanted": wanted,
            "within": late.expected.within or late.expected.safe_within or "",
            "all": _written(late.seconds),
            "step": step.id,
        }
        path = next((path for path, one in places(procedure) if one is step), ())
        yield Hit(at=procedure, path=(*path, "deadline"), values=values)


def _written(seconds: int) -> str:
    """Seconds as an ISO 8601 duration."""
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    minutes, rest = divmod(rest, 60)
    time = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (rest, "S")) if count)
    return f"P{f'{days}D' if days else ''}{f'T{time}' if time else ''}"


RULE = Rule(
    code="PK432",
    name="deadlines-too-long",
    severity=Severity.ADVICE,
    message=N_(
        "The case “{case}” needs {wanted} within {within}, and the deadlines on its way add up to {all}; “{step}” lets most time pass."
    ),
    hint=N_("Shorten the deadlines of the steps before, or let the step come earlier."),
    check=find,
)
