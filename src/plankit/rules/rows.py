"""The rows of the responsibility matrix: each task with its cells and what guide and plan say of the task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plankit.model.base import Entity
from plankit.model.guide import GuideTask
from plankit.model.parties import Rasci, Responsibility, Task
from plankit.rules.base import Subject
from plankit.rules.bodies import Bodies
from plankit.rules.cells import cells_by_task
from plankit.views.provisions import law_name


@dataclass(frozen=True, kw_only=True)
class Row:
    """One task that has cells today. `own` is the plan's task, `of_guide` the guide's; the plan's goes before."""

    task: str
    cells: tuple[Responsibility, ...]
    own: Task | None
    of_guide: GuideTask | None

    @property
    def place(self) -> tuple[Entity, tuple[str | int, ...]]:
        """The entry and path to speak of the row at: the plan's own task, else the first cell."""
        return (self.own, ()) if self.own else (self.cells[0], ("task",))

    @property
    def is_personal(self) -> bool:
        """Whether the duty rests on each employee."""
        return bool(self.own.personal_duty if self.own else self.of_guide and self.of_guide.personal_duty)

    @property
    def is_public_authority(self) -> bool:
        """Whether the task exercises public authority."""
        return bool(
            self.own.public_authority if self.own else self.of_guide and self.of_guide.public_authority
        )

    @property
    def is_around_the_clock(self) -> bool:
        """Whether somebody must be there at all hours."""
        return bool(
            self.own.around_the_clock if self.own else self.of_guide and self.of_guide.around_the_clock
        )

    def having(self, letter: Rasci) -> tuple[Responsibility, ...]:
        """The cells with this letter, in the order of the file."""
        return tuple(cell for cell in self.cells if cell.role is letter)

    def by_participant(self) -> Iterator[tuple[Responsibility, ...]]:
        """The cells that hold in each municipality that has some of its own; all of them where none has."""
        named = dict.fromkeys(one for cell in self.cells for one in cell.applies_to)
        if not named:
            yield self.cells
        for one in named:
            yield tuple(cell for cell in self.cells if not cell.applies_to or one in cell.applies_to)


def rows(subject: Subject) -> tuple[Row, ...]:
    """Every row that has cells today, in the order of the file."""
    return subject.once(_rows)


def _rows(subject: Subject) -> tuple[Row, ...]:
    own = {task.id: task for task in subject.plan.tasks}
    known = {task.id: task for task in subject.guide.tasks} if subject.guide else {}
    return tuple(
        Row(
            task=task,
            cells=tuple(cells),
            own=own.get(task),
            of_guide=None if task in own else known.get(task),
        )
        for task, cells in cells_by_task(subject).items()
    )


def is_settled(row: Row, cell: Responsibility, bodies: Bodies) -> bool:
    """Whether law itself puts this letter into this cell."""
    kin = bodies.kin(cell.agency)
    if row.of_guide is None or kin is None or cell.role is None:
        return False
    return any(one.agency == kin.id and cell.role in one.role for one in row.of_guide.settled)


def agencies_having(cells: tuple[Responsibility, ...], letter: Rasci) -> tuple[Responsibility, ...]:
    """For each agency with the letter, its first cell that has it."""
    found: dict[str, Responsibility] = {}
    for cell in cells:
        if cell.role is letter:
            found.setdefault(cell.agency, cell)
    return tuple(found.values())


def law_names(subject: Subject, laws: tuple[str, ...]) -> str:
    """Provisions of the guide as texts write them, with commas between."""
    guide = subject.guide
    return ", ".join(law_name(guide, law, subject.text) for law in laws) if guide else ""
