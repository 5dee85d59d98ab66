"""A plan made ready for walks: every condition as sets of codes, every way as a link, every agency with its hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plankit.model.contents import LegalRefs
from plankit.model.durations import Duration, read_duration
from plankit.model.guide import Guide, GuideTask
from plankit.model.parties import Task
from plankit.model.plan import Plan
from plankit.model.procedure import Branch, Next, Procedure, Step
from plankit.model.vocabulary import Vocabulary
from plankit.walks.calendar import FIRST_YEAR, LAST_YEAR, Calendar, calendar_of
from plankit.walks.conditions import Condition, Conditions
from plankit.walks.opening import Schedule, schedule_of

DISCOVERER, LEADER_ACTS, AGENCY = range(3)
"""Who acts."""
ACTORS = ("discoverer", "leader", "agency")

NOWHERE = Duration(0, 0)


@dataclass(slots=True, eq=False)
class Goal:
    """Where a way leads: to a step, into a procedure, to a procedure's branches, to the end, or nowhere."""

    kind: str
    """`step`, `procedure`, `branches`, `end` or `dead`."""
    node: Node | None = None
    way: Way | None = None


END = Goal("end")
DEAD = Goal("dead")


@dataclass(slots=True, eq=False)
class Onward:
    """One entry of a step's `next`."""

    condition: Condition | None
    goal: Goal
    in_words: bool
    """Whether its condition stands only in words, so that it is assumed to hold."""


@dataclass(slots=True, eq=False)
class Node:
    """A step, ready to be taken."""

    step: Step
    way: Way
    actor: int
    agency: str | None
    schedule: Schedule | None
    """Hours of the agency; `None` is always."""
    limits: tuple[tuple[str, Duration], ...]
    """Each as written and as read."""
    takes: Duration
    does: frozenset[str]
    forbids: frozenset[str]
    receiver: str | None
    without_ground: bool
    """Whether it hands the case to another agency and names no legal basis for that."""
    ground: tuple[str, ...]
    fallback: Goal | None = None
    onward: tuple[Onward, ...] = ()
    following: Goal = END


@dataclass(slots=True, eq=False)
class Way:
    """A procedure, ready to be walked."""

    procedure: Procedure
    starts: Condition | None
    forbids: frozenset[str]
    first: Goal = DEAD
    branches: tuple[tuple[Condition, Goal], ...] = ()


@dataclass(slots=True, eq=False)
class Prepared:
    """A plan and its guide, ready to be walked. It never changes what a walk gives."""

    plan: Plan
    guide: Guide | None
    vocabulary: Vocabulary
    calendar: Calendar
    base: date
    """The day from which on `fri 16:30` and the like are looked for."""
    conditions: Conditions
    ways: tuple[Way, ...]
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    """For each agency, its own id and that of the guide's agency that it is."""
    leader_acts: bool = False
    """Whether any step is the leader's to take."""

    def is_agency(self, agency: str, wanted: str) -> bool:
        """Whether `agency` is the one that `wanted` names, be it by the plan's id or the guide's."""
        return agency == wanted or wanted in self.names.get(agency, ())


def base_day(plan: Plan, today: date | None = None) -> date:
    """The day that cases without a date are looked for from: `today` if given, else the plan's first day.

    Where neither is told or possible it is the first day of 2027, so that the same plan always gives the same walks.
    """
    period = plan.plan.period
    day = today or (period.start_day if period else None)
    return day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else date(2027, 1, 1)


def country_of(plan: Plan, guide: Guide | None) -> str:
    """The country whose clock and holidays hold: the guide's, else the plan's, else that of its language."""
    told = (guide.guide.country if guide else None) or plan.plan.country
    return (told or "").strip().upper() or ("SE" if plan.plan.language == "sv" else "NO")


def prepare(plan: Plan, guide: Guide | None, *, today: date | None = None) -> Prepared:
    """`plan` ready to be walked."""
    vocabulary = Vocabulary(plan, guide)
    conditions = Conditions(vocabulary)
    made = _Maker(plan, guide, conditions, calendar_of(country_of(plan, guide)))
    ways = made.ways()
    return Prepared(
        plan=plan,
        guide=guide,
        vocabulary=vocabulary,
        calendar=made.calendar,
        base=base_day(plan, today),
        conditions=conditions,
        ways=ways,
        names={one.id: frozenset(filter(None, (one.id, one.guide_agency))) for one in plan.agencies},
        leader_acts=made.leader_acts,
    )


class _Maker:
    """Makes the procedures of one plan ready."""

    def __init__(self, plan: Plan, guide: Guide | None, conditions: Conditions, calendar: Calendar) -> None:
        self.plan = plan
        self.conditions = conditions
        self.calendar = calendar
        self.leader_acts = False
        tasks: list[GuideTask | Task] = [*(guide.tasks if guide else ()), *plan.tasks]
        self._within = {task.id: task.within for task in tasks if task.within}
        self._schedules: dict[str, Schedule | None] = {}
        self._ways: dict[str, Way] = {}

    def ways(self) -> tuple[Way, ...]:
        """Every procedure of the plan, each linked with the others."""
        made = [(self._way(one), one) for one in self.plan.procedures]
        for way, procedure in made:
            self._ways.setdefault(procedure.id, way)
        for way, procedure in made:
            self._link(way, procedure)
        return tuple(way for way, _ in made)

    def _way(self, procedure: Procedure) -> Way:
        starts = None
        if procedure.starts is not None:
            starts = self.conditions.ready(procedure.starts, applies_to=procedure.applies_to)
        return Way(procedure, starts, frozenset(procedure.forbids))

    def _link(self, way: Way, procedure: Procedure) -> None:
        lists = [procedure.steps, *(branch.steps for branch in procedure.branches)]
        nodes = [[self._node(step, way) for step in steps] for steps in lists]
        goals: dict[str, Goal] = {}
        for node in (node for some in nodes for node in some):
            goals.setdefault(node.step.id, Goal("step", node=node))
        after_steps = Goal("branches", way=way) if procedure.branches else END
        for number, some in enumerate(nodes):
            last = after_steps if number == 0 else END
            for place, node in enumerate(some):
                later = some[place + 1 : place + 2]
                node.following = Goal("step", node=later[0]) if later else last
                node.onward = tuple(self._onward(one, goals) for one in node.step.next)
                node.fallback = goals.get(node.step.fallback, DEAD) if node.step.fallback else None
        way.branches = tuple(
            (self._branch(branch), Goal("step", node=some[0]) if some else DEAD)
            for branch, some in zip(procedure.branches, nodes[1:], strict=True)
        )
        if nodes[0]:
            way.first = Goal("step", node=nodes[0][0])
        elif procedure.branches:
            way.first = after_steps

    def _branch(self, branch: Branch) -> Condition:
        return self.conditions.ready(
            branch.when, severity=branch.severity, exposed=branch.victim, applies_to=branch.applies_to
        )

    def _onward(self, one: Next, goals: dict[str, Goal]) -> Onward:
        condition = self.conditions.ready(one.when) if one.when is not None else None
        if one.step is not None:
            goal = goals.get(one.step, DEAD)
        else:
            way = self._ways.get(one.procedure or "")
            goal = Goal("procedure", way=way) if way else DEAD
        return Onward(condition, goal, one.when is None and one.condition is not None)

    def _node(self, step: Step, way: Way) -> Node:
        actor = self._actor(step)
        agency = step.agency if actor == AGENCY else None
        limits = (step.deadline, self._within.get(step.task or ""))
        handover = step.handover
        receiver = handover.receiver if handover else None
        return Node(
            step=step,
            way=way,
            actor=actor,
            agency=agency,
            schedule=self._schedule(agency or "") if actor == AGENCY else None,
            limits=tuple((text, read) for text in limits if text and (read := read_duration(text))),
            takes=read_duration(step.takes) or NOWHERE,
            does=frozenset(step.does),
            forbids=frozenset(step.forbids),
            receiver=receiver,
            without_ground=bool(handover and receiver and receiver != agency and not handover.legal_basis),
            ground=_texts((*step.legal_basis, *(handover.legal_basis if handover else ()))),
        )

    def _actor(self, step: Step) -> int:
        word = self.conditions.code("actor", step.actor) if step.actor else None
        self.leader_acts = self.leader_acts or word == ACTORS[LEADER_ACTS]
        if word in ACTORS:
            return ACTORS.index(word)
        return AGENCY if step.agency else DISCOVERER

    def _schedule(self, agency: str) -> Schedule | None:
        if agency not in self._schedules:
            entry = next((one for one in self.plan.agencies if one.id == agency), None)
            services = [one for one in self.plan.services if one.agency == agency]
            self._schedules[agency] = schedule_of(entry, services, self.calendar)
        return self._schedules[agency]


def _texts(refs: LegalRefs) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.text for one in refs))
