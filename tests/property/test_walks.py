"""Laws of walks, over arbitrary plans and over plans whose every way has a limit."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.property.strategies import values
from tests.walks.building import guide_of
from tests.walks.test_stress import agrees

from plankit.model.case import Case, Situation
from plankit.model.frame import PlanFrame
from plankit.model.parties import Agency, Service
from plankit.model.plan import Plan
from plankit.model.procedure import Procedure, Step
from plankit.walks.documents import stress_document, walk_document
from plankit.walks.prepared import prepare
from plankit.walks.problems import walk_problems
from plankit.walks.result import Walk, WalkCase
from plankit.walks.stress import stress
from plankit.walks.walking import walk, walk_prepared
from plankit.walks.words import Names

GUIDE = guide_of()
AGENCIES = ("one", "two", "three")
STEPS = ("a", "b", "c", "d")
PROCEDURES = ("p", "q")
ACTIONS = ("tell-guardian", "call-police")
DAYS = ("mon", "tue", "fri", "sat", "sun", "holiday")

durations = st.sampled_from((None, "PT0S", "PT1H", "PT8H", "P2D", "P1M"))
clocks = st.sampled_from(("00:00", "02:30", "08:00", "15:30", "16:45", "22:00", "24:00"))
hours = st.fixed_dictionaries(
    {"days": st.lists(st.sampled_from(DAYS), unique=True), "opens": clocks, "closes": clocks}
)
agencies = st.lists(hours, max_size=3)
situations = st.fixed_dictionaries(
    {},
    optional={
        "exposed": st.sampled_from(("child", "adult")),
        "doors": st.sampled_from(("school", "clinic")),
        "severity": st.sampled_from(("serious", "concern")),
        "suspects": st.sampled_from(("guardian", "partner")),
        "adaptations": st.sampled_from(("sign", "interpreter")),
        "hours": st.lists(st.sampled_from(("office", "evening", "night", "weekend", "holiday")), min_size=1),
        "leader": st.sampled_from(("reachable", "out-of-reach")),
    },
)
flags = st.sampled_from(("true", "false", "false"))
ways = st.one_of(
    st.fixed_dictionaries({"step": st.sampled_from(STEPS)}, optional={"when": situations}),
    st.fixed_dictionaries({"procedure": st.sampled_from(PROCEDURES)}, optional={"when": situations}),
)
steps = st.fixed_dictionaries(
    {"what": st.just("W"), "safe": flags, "end": flags},
    optional={
        "actor": st.sampled_from(("discoverer", "leader", "agency")),
        "agency": st.sampled_from(AGENCIES),
        "deadline": durations.filter(bool),
        "takes": durations.filter(bool),
        "fallback": st.sampled_from(STEPS),
        "next": st.lists(ways, max_size=2),
        "does": st.lists(st.sampled_from(ACTIONS), max_size=1),
        "forbids": st.lists(st.sampled_from(ACTIONS), max_size=1),
        "handover": st.fixed_dictionaries({"receiver": st.sampled_from(AGENCIES)}),
    },
)
moments = st.one_of(
    st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31)),
    st.builds(
        lambda day, minutes: datetime.fromisoformat(day) + timedelta(minutes=minutes),
        st.sampled_from(("2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31", "2027-03-24", "2026-12-24")),
        st.integers(0, 1439),
    ),
).map(lambda moment: moment.replace(second=0, microsecond=0))
cases = st.builds(
    WalkCase,
    exposed=st.sampled_from(("child", "adult", "elder")),
    door=st.sampled_from(("school", "clinic")),
    severity=st.sampled_from(("acute-serious", "serious", "concern")),
    at=moments,
    leader_reachable=st.booleans(),
    suspect=st.sampled_from((None, "guardian", "partner")),
    adaptations=st.lists(st.sampled_from(("sign", "interpreter")), unique=True).map(tuple),
    participant=st.sampled_from((None, "here")),
)


def _procedure(
    name: str, told: list[dict[str, Any]], *, starts: dict[str, Any] | None, branch: int
) -> dict[str, Any]:
    named = [{"id": one, **step} for one, step in zip(STEPS, told, strict=False)]
    procedure: dict[str, Any] = {"id": name, "title": name, "steps": named[:branch]}
    if starts is not None:
        procedure["starts"] = starts
    if named[branch:]:
        procedure["branches"] = [{"title": "B", "severity": "serious", "steps": named[branch:]}]
    return procedure


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of two procedures whose ways lead anywhere, also nowhere and round in rings."""
    made = [
        _procedure(
            name,
            draw(st.lists(steps, max_size=4)),
            starts=draw(st.none() | situations) if name == "q" else draw(situations),
            branch=draw(st.integers(0, 4)),
        )
        for name in PROCEDURES
    ]
    parties = [{"id": name, "name": name, "opening_hours": draw(agencies)} for name in AGENCIES]
    frame = {"id": "p", "title": "P", "period": "2027"}
    return Plan.model_validate({"plan": frame, "agencies": parties, "procedures": made})


@st.composite
def timed_plans(draw: st.DrawFn) -> Plan:
    """A plan whose steps must all be taken at once, each perhaps with another that then goes on in its place.

    In such a plan no wait is without a limit, and no fallback leads past a step that may fail.
    """
    count = draw(st.integers(1, 4))
    told: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for number in range(count):
        last = number == count - 1
        onward = {"end": "true", "safe": "true"} if last else {"next": [{"step": f"s{number + 1}"}]}
        step = {"id": f"s{number}", "what": "W", "deadline": "PT0S", **onward, **draw(_who)}
        if draw(st.booleans()):
            step["fallback"] = f"o{number}"
            others.append({"id": f"o{number}", "what": "W", "deadline": "PT0S", **onward, **draw(_who)})
        told.append(step)
    parties = [
        {"id": name, "name": name, "opening_hours": draw(st.lists(hours, min_size=1, max_size=3))}
        for name in AGENCIES
    ]
    frame = {"id": "p", "title": "P", "period": "2027"}
    procedure = {"id": "p", "title": "P", "starts": draw(situations), "steps": [*told, *others]}
    return Plan.model_validate({"plan": frame, "agencies": parties, "procedures": [procedure]})


_who = st.one_of(
    st.just({"actor": "discoverer"}),
    st.just({"actor": "leader"}),
    st.sampled_from(AGENCIES).map(lambda name: {"agency": name}),
)


def _share(plan: Plan) -> tuple[int, int]:
    found = stress(prepare(plan, GUIDE))
    return found.safe, found.cases


def _with_steps(plan: Plan, change: dict[str, Step]) -> Plan:
    """The plan with some steps of its first procedure changed, by id."""

    def changed(some: tuple[Step, ...]) -> tuple[Step, ...]:
        return tuple(change.get(step.id, step) for step in some)

    first = plan.procedures[0]
    branches = tuple(one.model_copy(update={"steps": changed(one.steps)}) for one in first.branches)
    procedure: Procedure = first.model_copy(update={"steps": changed(first.steps), "branches": branches})
    return plan.model_copy(update={"procedures": (procedure, *plan.procedures[1:])})


def _with_agency(plan: Plan, number: int, **update: object) -> Plan:
    parties = list(plan.agencies)
    parties[number] = parties[number].model_copy(update=update)
    return plan.model_copy(update={"agencies": tuple(parties)})


@given(
    procedures=st.lists(values(Procedure), max_size=2, unique_by=lambda one: one.id),
    agencies=st.lists(values(Agency), max_size=2, unique_by=lambda one: one.id),
    services=st.lists(values(Service), max_size=2, unique_by=lambda one: one.id),
    told=st.lists(values(Case), max_size=2, unique_by=lambda one: one.id),
    frame=values(PlanFrame),
    case=cases,
)
def test_walks_of_arbitrary_words_never_raise(
    procedures: list[Procedure],
    agencies: list[Agency],
    services: list[Service],
    told: list[Case],
    frame: PlanFrame,
    case: WalkCase,
) -> None:
    """Whatever stands in the files, a walk and a stress come to an end and can be told."""
    started = [one.model_copy(update={"starts": one.starts or Situation()}) for one in procedures]
    plan = Plan(
        plan=frame,
        procedures=tuple(started),
        agencies=tuple(agencies),
        services=tuple(services),
        cases=tuple(told),
    )
    ready = prepare(plan, None)
    names = Names(ready, "nb")
    walk_document(names, walk_prepared(ready, case))
    stress_document(names, stress(ready))
    assert len(list(walk_problems(ready))) <= len(told)


@given(plan=plans(), case=cases)
def test_same_input_gives_the_same_walk(plan: Plan, case: WalkCase) -> None:
    """Nothing is remembered from one walk to the next, and nothing depends on chance."""
    ready = prepare(plan, GUIDE)
    first = walk_prepared(ready, case)
    assert walk_prepared(ready, case) == first == walk(Plan.model_validate(plan.model_dump()), GUIDE, case)


@given(plan=plans(), case=cases)
def test_time_never_runs_backwards(plan: Plan, case: WalkCase) -> None:
    """Whatever the clocks and holidays do, what comes later in a walk is not earlier in time."""
    found = walk_prepared(prepare(plan, GUIDE), case)
    now = found.began_at.timestamp()
    for event in found.events:
        assert now <= event.at.timestamp() <= event.done_at.timestamp()
        now = event.done_at.timestamp()
    assert now <= found.ended_at.timestamp()
    for gap in found.gaps:
        assert found.began_at.timestamp() <= gap.at.timestamp() <= found.ended_at.timestamp()
        assert gap.until is None or gap.at.timestamp() < gap.until.timestamp()
    if found.safe_at is not None:
        assert found.began_at.timestamp() <= found.safe_at.timestamp() <= found.ended_at.timestamp()


@given(plan=plans(), case=cases)
def test_walk_never_takes_a_forbidden_step(plan: Plan, case: WalkCase) -> None:
    """No step that is taken does what was forbidden by then, and one that is passed over did."""
    found = walk_prepared(prepare(plan, GUIDE), case)
    forbidden: set[str] = set()
    by_id = {one.id: one for one in plan.procedures}
    for event in found.events:
        step = next(one for one in by_id[event.procedure].all_steps() if one.id == event.step)
        if event.what == "acted":
            forbidden |= set(step.forbids)
            assert not forbidden & set(step.does)
        elif event.what == "skipped-forbidden":
            assert (forbidden | set(step.forbids)) & set(step.does)


@given(plan=plans(), case=cases)
def test_safety_is_reached_only_before_any_gap_that_blocks(plan: Plan, case: WalkCase) -> None:
    """Whoever is said to be safe was so before the plan failed."""
    found: Walk = walk_prepared(prepare(plan, GUIDE), case)
    blocking = {"no-procedure", "uncovered", "nobody-there", "too-late", "forbidden", "loop"}
    if found.reaches_safety:
        assert found.safe_at is not None
        for gap in found.gaps:
            assert gap.kind not in blocking or gap.at >= found.safe_at


@given(plan=plans())
def test_stress_agrees_with_playing_every_combination(plan: Plan) -> None:
    """What is played once for many is what each of them gives."""
    ready = prepare(plan, GUIDE)
    agrees(stress(ready), ready)


@given(plan=plans(), data=st.data())
def test_cutting_a_step_never_increases_the_share_that_reaches_safety(
    plan: Plan, data: st.DataObject
) -> None:
    """A step is taken away by letting the way end there; to leave it out and go on could pass over a failing step."""
    all_steps = plan.procedures[0].all_steps()
    if not all_steps:
        return
    step = data.draw(st.sampled_from(all_steps))
    cut = Step.model_validate({"id": step.id, "what": "W", "end": "true"})
    assert _share(_with_steps(plan, {step.id: cut})) <= _share(plan)


@given(plan=plans(), data=st.data())
def test_cutting_a_fallback_never_increases_the_share_that_reaches_safety(
    plan: Plan, data: st.DataObject
) -> None:
    """A fallback is taken away by letting it lead nowhere."""
    with_fallback = [step for step in plan.procedures[0].all_steps() if step.fallback]
    if not with_fallback:
        return
    step = data.draw(st.sampled_from(with_fallback))
    cut = step.model_copy(update={"fallback": "gone"})
    assert _share(_with_steps(plan, {step.id: cut})) <= _share(plan)


@given(plan=timed_plans(), data=st.data())
def test_removing_a_fallback_never_increases_the_share_that_reaches_safety(
    plan: Plan, data: st.DataObject
) -> None:
    """Where every step must be taken at once, no fallback leaves only the wait, which is too long."""
    with_fallback = [step for step in plan.procedures[0].steps if step.fallback]
    if not with_fallback:
        return
    step = data.draw(st.sampled_from(with_fallback))
    without = step.model_copy(update={"fallback": None})
    assert _share(_with_steps(plan, {step.id: without})) <= _share(plan)


@given(plan=timed_plans(), data=st.data())
def test_removing_an_opening_hour_never_increases_the_share_that_reaches_safety(
    plan: Plan, data: st.DataObject
) -> None:
    """One of several entries is removed: without any, office hours would be assumed."""
    number = data.draw(st.integers(0, len(AGENCIES) - 1))
    told = plan.agencies[number].opening_hours
    if len(told) < 2:
        return
    out = data.draw(st.integers(0, len(told) - 1))
    fewer = _with_agency(plan, number, opening_hours=told[:out] + told[out + 1 :])
    assert _share(fewer) <= _share(plan)


@given(plan=timed_plans(), data=st.data())
def test_agency_that_is_always_there_never_decreases_the_share_that_reaches_safety(
    plan: Plan, data: st.DataObject
) -> None:
    """An agency that opens round the clock helps or changes nothing, and so does one more with every task."""
    number = data.draw(st.integers(0, len(AGENCIES) - 1))
    assert _share(_with_agency(plan, number, around_the_clock=True)) >= _share(plan)
    more = plan.agencies[0].model_copy(update={"id": "more", "around_the_clock": True})
    assert _share(plan.model_copy(update={"agencies": (*plan.agencies, more)})) >= _share(plan)


@given(plan=plans())
def test_removing_responsibilities_changes_no_walk(plan: Plan) -> None:
    """Walks rest on what procedures say, not on the matrix: what only the matrix says helps nobody at night."""
    cells = [{"agency": name, "task": "t", "role": "R"} for name in AGENCIES]
    tasks = [{"id": "t", "title": "T"}]
    full = Plan.model_validate({**plan.model_dump(), "responsibilities": cells, "tasks": tasks})
    assert stress(prepare(full, GUIDE)) == stress(prepare(plan, GUIDE))
