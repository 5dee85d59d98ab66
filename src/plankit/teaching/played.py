"""A case as it is played under the plan: step after step, with what came before each and what was not answered there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from plankit.model.case import Case, CaseFields
from plankit.model.guide import GuideCase
from plankit.model.procedure import Procedure, Step
from plankit.model.teaching import CaseLesson
from plankit.teaching.subject import Subject
from plankit.walks.cases import CaseError, all_cases, walk_case
from plankit.walks.prepared import Goal, Node
from plankit.walks.result import GAP_KINDS, Event, Gap, Walk, WalkCase
from plankit.walks.walking import walk_prepared


@dataclass(frozen=True, kw_only=True, eq=False)
class Beat:
    """A step that is taken in a case."""

    event: Event
    node: Node
    before: tuple[Event, ...]
    """Waits, fallbacks and what was not done because it is forbidden, since the step before."""
    gaps: tuple[Gap, ...]
    """What the plan does not answer at this step."""
    forbidden: tuple[tuple[str, str], ...]
    """Actions that nobody may take here, each with the address that forbids it; those of the step itself first."""

    @property
    def step(self) -> Step:
        """The step as the plan has it."""
        return self.node.step

    @property
    def procedure(self) -> Procedure:
        """Its procedure."""
        return self.node.way.procedure


@dataclass(frozen=True, kw_only=True, eq=False)
class Played:
    """A case with its walk under the plan."""

    told: CaseFields
    id: str
    case: WalkCase
    walk: Walk
    lesson: CaseLesson | None
    nodes: dict[tuple[str, str], Node]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What the plan does not answer, the gravest first."""
        return tuple(sorted(self.walk.gaps, key=lambda one: GAP_KINDS.index(one.kind)))

    @cached_property
    def beats(self) -> tuple[Beat, ...]:
        """The steps that are taken, in their order."""
        beats: list[Beat] = []
        before: list[Event] = []
        bans: dict[str, str] = {}
        left = list(self.walk.gaps)
        for event in self.walk.events:
            node = self.nodes.get((event.procedure, event.step))
            if event.what != "acted" or node is None:
                before.append(event)
                continue
            way = node.way
            for action in way.procedure.forbids:
                bans.setdefault(action, way.procedure.id)
            own = dict.fromkeys(node.step.forbids, f"{way.procedure.id}.{node.step.id}")
            here = [one for one in left if (one.procedure, one.step) == (event.procedure, event.step)]
            here = [one for one in here if one.kind in ("too-late", "no-ground", "forbidden")]
            left = [one for one in left if one not in here]
            later = {**own, **{action: place for action, place in bans.items() if action not in own}}
            beats.append(
                Beat(
                    event=event,
                    node=node,
                    before=tuple(before),
                    gaps=tuple(here),
                    forbidden=tuple(later.items()),
                )
            )
            for action, place in own.items():
                bans.setdefault(action, place)
            before = []
        return tuple(beats)

    @cached_property
    def after(self) -> tuple[Event, ...]:
        """What happened after the last step that was taken."""
        events = self.walk.events
        last = max((number for number, one in enumerate(events) if one.what == "acted"), default=-1)
        return events[last + 1 :]

    @cached_property
    def gaps_at_end(self) -> tuple[Gap, ...]:
        """What the plan does not answer, and what is told of at no step."""
        told = {id(gap) for beat in self.beats for gap in beat.gaps}
        return tuple(gap for gap in self.gaps if id(gap) not in told)

    @cached_property
    def within_reach(self) -> frozenset[int]:
        """The steps (by `id` of their node) that the plan can lead to from any step that is taken."""
        todo = [
            self.nodes[key] for one in self.walk.events if (key := (one.procedure, one.step)) in self.nodes
        ]
        found: set[int] = set()
        while todo:
            node = todo.pop()
            if id(node) in found:
                continue
            found.add(id(node))
            goals = [one.goal for one in node.onward]
            goals += [node.following, *([node.fallback] if node.fallback else [])]
            todo += [next_one for goal in goals for next_one in _nodes_of(goal)]
        return frozenset(found)


def _nodes_of(goal: Goal) -> list[Node]:
    if goal.node is not None:
        return [goal.node]
    if goal.way is None:
        return []
    if goal.kind == "branches":
        return [node for _, first in goal.way.branches for node in _nodes_of(first)]
    return _nodes_of(goal.way.first)


def all_nodes(subject: Subject) -> dict[tuple[str, str], Node]:
    """Every step of the plan by procedure and id."""
    found: dict[tuple[str, str], Node] = {}
    todo = [goal for way in subject.ready.ways for goal in (way.first, *(first for _, first in way.branches))]
    seen: set[int] = set()
    while todo:
        for node in _nodes_of(todo.pop()):
            if id(node) in seen:
                continue
            seen.add(id(node))
            found.setdefault((node.way.procedure.id, node.step.id), node)
            todo += [one.goal for one in node.onward]
            todo += [node.following, *([node.fallback] if node.fallback else [])]
    return dict(sorted(found.items()))


def played_cases(subject: Subject) -> tuple[Played, ...]:
    """Every case of guide and plan that is for the audience, played; those with a lesson first.

    A case whose time is not understood, or that does not say that it is made up, is left out.
    """
    lessons = {one.case: one for one in subject.guide.case_lessons}
    nodes = all_nodes(subject)
    found = []
    for told in all_cases(subject.ready):
        if not isinstance(told, Case | GuideCase) or not told.id or told.fictional is not True:
            continue
        lesson = lessons.get(told.id)
        if lesson is not None and not subject.is_for(lesson.audiences):
            continue
        try:
            case = walk_case(subject.ready, told)
        except CaseError:
            continue
        walk = walk_prepared(subject.ready, case)
        found.append(Played(told=told, id=told.id, case=case, walk=walk, lesson=lesson, nodes=nodes))
    return tuple(sorted(found, key=lambda one: one.lesson is None))


def spread(subject: Subject, name: str, cases: Iterable[Played], most: int) -> tuple[Played, ...]:
    """At most so many of the cases, dealt by chance over severity and who is exposed; those with a lesson first."""
    dice = subject.dice(name)
    chosen: list[Played] = []
    for with_lesson in (True, False):
        left = [one for one in cases if (one.lesson is not None) is with_lesson]
        dice.shuffle(left)
        while left and len(chosen) < most:
            next_one = min(left, key=lambda one: _likeness(one, chosen))
            chosen.append(next_one)
            left.remove(next_one)
    return tuple(chosen)


def _likeness(one: Played, chosen: list[Played]) -> int:
    """How many of the chosen are as grave, or about the same group."""
    same = [
        (one.case.severity == other.case.severity, one.case.exposed == other.case.exposed) for other in chosen
    ]
    return sum(grave + 2 * group for grave, group in same)
