"""What it checks
    One agency is accountable (A) for a task and another carries it out (R), and nobody is consulted (C) or informed
    (I). A matrix that has no C and no I at all is told of once.

Why it matters
    Services work together on the same family (guide 2.7). RASCI practice: where a task crosses agencies and none
    asks or tells another, they do not talk to each other about it.

Bad
    responsibilities:
    - {task: avdekke, agency: barnevern, role: A}
    - {task: avdekke, agency: skole, role: R}

Good
    responsibilities:
    - {task: avdekke, agency: barnevern, role: A}
    - {task: avdekke, agency: skole, role: R}
    - {task: avdekke, agency: helsestasjon, role: I}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Rasci
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.bodies import Bodies
from plankit.rules.rows import Row, is_settled, rows

_TALK = frozenset({Rasci.CONSULTED, Rasci.INFORMED})


def _is_silent(row: Row) -> bool:
    if row.is_personal or any(cell.role in _TALK for cell in row.cells):
        return False
    accountable = {cell.agency for cell in row.having(Rasci.ACCOUNTABLE)}
    doers = {cell.agency for cell in row.having(Rasci.RESPONSIBLE)}
    return bool(accountable and doers and len(accountable | doers) > 1)


def find(subject: Subject) -> Iterator[Hit]:
    """Each task that crosses agencies without a word between them; the first alone where the whole matrix is so."""
    if not subject.is_whole:
        return
    every = rows(subject)
    bodies = subject.once(Bodies)
    uses_them = any(
        cell.role in _TALK and not is_settled(row, cell, bodies) for row in every for cell in row.cells
    )
    for row in every:
        if _is_silent(row):
            entry, path = row.place
            yield Hit(at=entry, path=path, values={"task": row.task})
            if not uses_them:
                return


RULE = Rule(
    code="PK308",
    name="nobody-consulted-or-informed",
    severity=Severity.WARNING,
    message=N_("Several agencies share the task “{task}”, and nobody is consulted (C) or informed (I)."),
    hint=N_("Say who is asked before (“role: C”) and who is told after (“role: I”)."),
    check=find,
)
