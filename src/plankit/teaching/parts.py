"""Who has a part in which task: as the plan's matrix and the law say it, and who certainly has none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plankit.language import N_
from plankit.model.guide import GuideAgency, GuideTask, Settled
from plankit.model.parties import Responsibility, Task
from plankit.teaching.exercise import Choice, Pointer
from plankit.teaching.picking import all_differ, on_one_line, same
from plankit.teaching.subject import Subject
from plankit.views.guide_reading import is_unconfirmed
from plankit.views.matrix import holds_on, phase_code, tasks_of
from plankit.views.reading import Party

_MANY_AGENCIES = 4
"""A plan with fewer agencies of its own is asked about those of the guide too."""
_NEAREST = 8
"""Among so many agencies that lie nearest chance chooses who is offered as a wrong answer."""


@dataclass(frozen=True, kw_only=True)
class TaskParts:
    """A task, and what each agency is to it on the day of the kit."""

    id: str
    title: str
    phase: str
    letters: dict[str, str]
    """Letters of each agency that holds them everywhere, by its id."""
    loose: str
    """Letters of which nobody can say who alone holds them: in some municipalities only, or one of several agencies."""
    involved: frozenset[str]
    """Everybody who has anything to do with it, at whatever time and place."""
    laws: dict[str, tuple[str, ...]]
    """Provisions that settle the part of an agency."""
    is_personal: bool = False
    """Whether the duty rests on each person who works there."""
    in_plan: bool = True
    """Whether it has a row in the plan's matrix; otherwise only law tells of it."""

    def holders(self, letter: str) -> tuple[str, ...]:
        """Ids of who holds one of these letters."""
        return tuple(name for name, letters in self.letters.items() if set(letter) & set(letters))

    @property
    def accountable(self) -> str | None:
        """The one agency that answers for it; `None` where there is none, or more than one, or it depends."""
        found = self.holders("A")
        return found[0] if len(found) == 1 and "A" not in self.loose else None


def all_parts(subject: Subject) -> tuple[TaskParts, ...]:
    """The tasks of the matrix of roles in which somebody has a part, in the order of the plan, then of the guide."""
    entries: dict[str, list[Responsibility]] = {}
    for one in subject.reading.plan.responsibilities:
        for name in dict.fromkeys((one.task, *one.about)):
            entries.setdefault(name or "", []).append(one)
    taken: dict[str, set[str]] = {}
    for step in (step for one in subject.reading.plan.procedures for step in one.all_steps()):
        receiver = step.handover.receiver if step.handover else None
        taken.setdefault(step.task or "", set()).update(filter(None, (step.agency, receiver)))
    tasks = (task for task in tasks_of(subject.reading).values() if not getattr(task, "matrix", None))
    made = (_parts(subject, task, entries.get(task.id, []), taken.get(task.id, set())) for task in tasks)
    return tuple(one for one in made if one.letters and one.title)


def _parts(
    subject: Subject, task: Task | GuideTask, entries: list[Responsibility], steps: set[str]
) -> TaskParts:
    letters, loose = _of_plan(subject, task.id, entries)
    involved = {*(one.agency for one in entries), *steps}
    laws: dict[str, tuple[str, ...]] = {}
    for cell in task.settled if isinstance(task, GuideTask) else ():
        own = own_agencies(subject, cell.agency)
        involved |= {*own, cell.agency}
        holders = [one for one in own if set(cell.role) <= set(letters.get(one, ""))]
        found = () if is_unconfirmed(task) else _laws(subject, cell)
        if found and not holders and len(own) == 1:
            letters[own[0]] = letters.get(own[0], "") + cell.role
        elif found and not holders:
            loose += cell.role
        laws.update(dict.fromkeys(holders or own, found))
    for name in task.agencies if isinstance(task, GuideTask) else ():
        involved |= {name, *own_agencies(subject, name)}
    in_plan = any(one.task == task.id for one in entries)
    involved |= _too_near(subject, letters, in_plan=in_plan)
    return TaskParts(
        id=task.id,
        title=on_one_line(subject, task.title),
        phase=phase_code(subject.reading, task),
        letters={name: "".join(one for one in "RASCI" if one in told) for name, told in letters.items()},
        loose=loose,
        involved=frozenset(involved),
        laws=laws,
        is_personal=bool(task.personal_duty),
        in_plan=in_plan,
    )


def _of_plan(subject: Subject, task: str, entries: list[Responsibility]) -> tuple[dict[str, str], str]:
    """The letters of each agency on the day of the kit, and those that hold in some municipalities only."""
    letters: dict[str, str] = {}
    loose = ""
    for one in entries:
        if one.role is None or one.task != task or not holds_on(one, subject.today):
            continue
        if holds_everywhere(subject, one.applies_to) and _is_everywhere(subject, one.agency):
            letters[one.agency] = letters.get(one.agency, "") + one.role
        else:
            loose += one.role
    return letters, loose


def holds_everywhere(subject: Subject, applies_to: tuple[str, ...]) -> bool:
    """Whether an entry holds in every municipality of the plan."""
    return not applies_to or {one.id for one in subject.reading.plan.participants} <= set(applies_to)


def _is_everywhere(subject: Subject, agency: str) -> bool:
    entry = subject.reading.party(agency).entry
    return entry is None or holds_everywhere(subject, entry.applies_to)


def own_agencies(subject: Subject, agency: str) -> tuple[str, ...]:
    """The plan's agencies that are this one of the guide; that of the guide where there is none."""
    own = (one.id for one in subject.reading.plan.agencies if (one.guide_agency or one.id) == agency)
    return tuple(dict.fromkeys(own)) or (agency,)


def _laws(subject: Subject, cell: Settled) -> tuple[str, ...]:
    return tuple(name for name in cell.laws if subject.in_force(name) and not subject.law(name).unsure)


def _too_near(subject: Subject, holders: Iterable[str], *, in_plan: bool) -> set[str]:
    """Who takes orders from these agencies, since a unit does the work of its board.

    Where only law tells of the task, also who gives them orders, and who is of their kind: law says “the municipality”
    or “health care”, and leaves open which body of it.
    """
    entries = [entry for name in holders if (entry := subject.reading.party(name).guide_entry)]
    mine, kinds = {one.id for one in entries}, {one.kind for one in entries if one.kind}
    if in_plan:
        near = {one.id for one in subject.guide.agencies if mine & set(one.commanded_by)}
    else:
        above = {name for one in mine for name in _commanders(subject, one)}
        near = {
            one.id
            for one in subject.guide.agencies
            if one.id in above or one.kind in kinds or mine & _commanders(subject, one.id)
        }
    return {own for name in near for own in (name, *own_agencies(subject, name))}


def _commanders(subject: Subject, agency: str) -> set[str]:
    """Who may give it orders, at whatever remove."""
    found: set[str] = set()
    left = [agency]
    while left:
        entry = subject.guide.by_id.get(left.pop())
        new = set(entry.commanded_by) - found if isinstance(entry, GuideAgency) else set()
        found |= new
        left += new
    return found


class Agencies:
    """The agencies that a question may name, and which of them are too close to one another to be told apart."""

    def __init__(self, subject: Subject, parts: Iterable[TaskParts]) -> None:
        self._subject = subject
        reading = subject.reading
        own = [reading.party(one.id) for one in reading.plan.agencies]
        others = [reading.party(one.id) for one in subject.guide.agencies]
        known = own if len(own) >= _MANY_AGENCIES else own + others
        once = {one.id: one for one in known if same(one.name) and _is_everywhere(subject, one.id)}
        self.known = tuple(once.values())
        self._phases: dict[str, set[str]] = {}
        for one in parts:
            for name in one.letters:
                self._phases.setdefault(name, set()).add(one.phase)
        steps = (step for one in reading.plan.procedures for step in one.all_steps())
        self._acting = {step.agency for step in steps}

    def kin(self, name: str) -> frozenset[str]:
        """The agency itself, those above and below it, and those that are the same by another name."""
        party = self._subject.reading.party(name)
        mine = {name, *self._above(name)}
        names = {same(party.name), same(party.short_name)}
        of_guide = party.guide_entry.id if party.guide_entry else name
        return frozenset(
            {
                *mine,
                *(
                    one.id
                    for one in self.known
                    if name in self._above(one.id)
                    or (one.guide_entry is not None and one.guide_entry.id == of_guide)
                    or names & {same(one.name), same(one.short_name)}
                ),
            }
        )

    def _above(self, name: str) -> tuple[str, ...]:
        found: list[str] = []
        entry = self._subject.reading.party(name).entry
        while entry and entry.parent and entry.parent not in (*found, name):
            found.append(entry.parent)
            entry = self._subject.reading.party(entry.parent).entry
        return tuple(found)

    def strangers(self, involved: Iterable[str]) -> tuple[Party, ...]:
        """Those who have no part, neither themselves nor anyone close to them; no two called the same."""
        near = {one for name in set(involved) for one in self.kin(name)}
        taken = {same(self._subject.reading.party(name).name) for name in near}
        found: dict[str, Party] = {}
        for one in self.known:
            if one.id not in near and same(one.name) not in taken:
                found.setdefault(same(one.name), one)
        return tuple(found.values())

    def wrong(
        self, involved: Iterable[str], right: str, phase: str, name: str, count: int = 3
    ) -> tuple[Party, ...]:
        """So many who have no part, near to the right one; fewer where there are not so many."""
        dice = self._subject.dice(name)
        found = list(self.strangers(involved))
        dice.shuffle(found)
        of_right = self._subject.reading.party(right)
        found.sort(key=lambda one: -self._nearness(one, of_right, phase))
        return tuple(dice.sample(found[:_NEAREST], min(count, len(found))))

    def _nearness(self, one: Party, right: Party, phase: str) -> int:
        near = (
            2 * (phase in self._phases.get(one.id, ())),
            2 * (one.id in self._acting),
            one.level == right.level,
            one.commandable == right.commandable,
        )
        return sum(near)


def choices(subject: Subject, name: str, told: Iterable[Choice]) -> tuple[Choice, ...]:
    """The alternatives as chance lays them; none where two of them read the same."""
    laid = list(told)
    if not all_differ([one.text for one in laid]):
        return ()
    subject.dice(f"{name}/laid").shuffle(laid)
    return tuple(laid)


def cell_pointers(subject: Subject, parts: TaskParts, agencies: Iterable[str]) -> tuple[Pointer, ...]:
    """The row of the plan's matrix, else the guide's task; and the provisions that settle parts of these agencies."""
    laws = tuple(dict.fromkeys(law for name in agencies for law in parts.laws.get(name, ())))
    words = subject.reading.words(N_("The responsibility matrix, “{task}”")).format(task=parts.title)
    row = subject.plan_entry(parts.id, words, "role") if parts.in_plan else subject.guide_entry(parts.id)
    return (row, *(subject.law(name) for name in laws))
