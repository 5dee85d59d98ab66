"""Laws of questions: each has as many right answers as it claims, under the plan it came from, whatever the plan."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.plausible import plausible_plans
from tests.property.strategies import plans
from tests.teaching.recomputed import holds, is_well_formed

from plankit.guides import load_guide
from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.teaching.duties import duty_questions
from plankit.teaching.exercise import Question
from plankit.teaching.help import help_questions
from plankit.teaching.ordering import order_questions
from plankit.teaching.responsibility import responsibility_questions
from plankit.teaching.subject import Subject
from plankit.views.reading import Reading

DAY = date(2026, 11, 22)
FEW = settings(max_examples=20)
HOURS = ("00:00", "02:00", "08:00", "10:30", "15:30", "16:00", "19:30", "22:00", "24:00")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday")


@lru_cache(maxsize=2)
def guide_of(name: str) -> Guide:
    """A guide that comes with plankit, with what it teaches."""
    guide, _ = load_guide(name, teaching=True)
    assert guide is not None
    return guide


def subject_of(plan: Plan, guide: str, *, language: str = "en", seed: str = "1") -> Subject:
    """The plan read under the guide."""
    reading = Reading(plan, guide_of(guide), language)
    return Subject(reading=reading, has_plan=True, today=DAY, seed=seed)


def all_questions(subject: Subject) -> tuple[Question, ...]:
    """What the four generators ask."""
    made = (responsibility_questions, order_questions, duty_questions, help_questions)
    return tuple(one for make in made for one in make(subject))


_times = st.fixed_dictionaries(
    {"days": st.lists(st.sampled_from(DAYS), unique=True)},
    optional={"opens": st.sampled_from(HOURS), "closes": st.sampled_from(HOURS)},
)
_cells = st.fixed_dictionaries(
    {
        "task": st.sampled_from(("warn", "watch", "house", "talk", "count", "assess-risk", "shelter-phone")),
        "agency": st.sampled_from([f"e{number}" for number in range(9)]),
        "role": st.sampled_from("RASCI"),
    },
    optional={"applies_to": st.just(["k1"]), "valid_to": st.sampled_from(("2025", "2030"))},
)
_steps = st.fixed_dictionaries(
    {
        "what": st.sampled_from(
            ("Ring etat 1.", "Ring 112.", "Skriv.", "Vent i 3 dager.", "Snakk med etat 2 nå.")
        )
    },
    optional={
        "agency": st.sampled_from(("e1", "e2", "e3")),
        "task": st.sampled_from(("warn", "watch")),
        "deadline": st.sampled_from(("PT0S", "PT30M", "P1D", "PT36H", "P3D", "P1M", "P1MT1H", "x")),
        "deadline_text": st.sampled_from(("neste dag", "innen 36 timer")),
        "contact": st.sampled_from(("112", "00 00 00 01")),
        "order": st.sampled_from(("1", "2", "3 b")),
        "fallback": st.sampled_from(("s0", "s2", "s5")),
        "end": st.sampled_from(("true", "false")),
        "next": st.lists(
            st.fixed_dictionaries(
                {"step": st.sampled_from(("s1", "s2", "s3", "s4"))},
                optional={"condition": st.just("om natta")},
            ),
            max_size=2,
        ),
    },
)
_services = st.fixed_dictionaries(
    {},
    optional={
        "agency": st.sampled_from(("e1", "e2")),
        "opening_hours": st.lists(_times, min_size=1, max_size=3),
        "around_the_clock": st.sampled_from(("true", "false")),
        "age_limits": st.sampled_from(("16+", "0–18", "13-23", "under 18", "0–18, med samtykke til 25")),
        "target_groups": st.lists(st.sampled_from(("barn", "voksne", "eldre", "menn")), min_size=1),
        "access": st.sampled_from(("uten henvisning", "henvisning", "vedtak", "ukjent")),
        "phone": st.sampled_from(("116 117", "00 00 00 01")),
        "offer": st.sampled_from(("Samtaler.", "Husrom.", "Råd.", "Mat.", "Klær.")),
    },
)


@st.composite
def tangled_plans(draw: st.DrawFn) -> Plan:
    """A plan with all that questions are made of, in every tangle: holes, doubles, rings, and hours past midnight."""
    steps = draw(st.lists(_steps, max_size=6))
    services = draw(st.lists(_services, max_size=7))
    names = {f"e{number}": f"Etat {number}" for number in range(9)}
    return Plan.model_validate(
        {
            "plan": {"id": "p", "title": "P", "language": "nb"},
            "participants": [{"id": "k1", "name": "A"}, {"id": "k2", "name": "B"}],
            "agencies": [
                {
                    "id": one,
                    "name": name,
                    **({"parent": "e0"} if one == draw(st.sampled_from(("e4", "e5"))) else {}),
                }
                for one, name in names.items()
            ],
            "tasks": [
                {"id": one, "title": f"Oppgave {one}", "phase": "prevent"}
                for one in ("warn", "watch", "house", "talk", "count")
            ],
            "responsibilities": draw(st.lists(_cells, max_size=25)),
            "procedures": [
                {"id": "q", "title": "Q", "steps": [{"id": f"s{n}", **one} for n, one in enumerate(steps)]}
            ],
            "services": [
                {"id": f"t{n}", "name": f"Tjeneste {n}", "verified_on": "2026-10-01", **one}
                for n, one in enumerate(services)
            ],
        }
    )


@settings(max_examples=50)
@given(plan=tangled_plans(), guide=st.sampled_from(("no-vold", "se-vald")))
def test_questions_of_a_tangled_plan_hold_under_it(plan: Plan, guide: str) -> None:
    """Each has exactly the right answers that it claims, worked out anew, and no wrong answer is right."""
    subject = subject_of(plan, guide)
    questions = all_questions(subject)
    is_well_formed(questions)
    for one in questions:
        holds(subject, one)


@FEW
@given(plan=plausible_plans(guide=guide_of("no-vold")))
def test_questions_of_a_plausible_plan_hold_under_it(plan: Plan) -> None:
    """The same of plans as municipalities write them."""
    subject = subject_of(plan, "no-vold")
    questions = all_questions(subject)
    is_well_formed(questions)
    for one in questions:
        holds(subject, one)


@FEW
@given(
    plan=plans(),
    guide=st.sampled_from(("no-vold", "se-vald")),
    language=st.sampled_from(("nb", "nn", "sv", "en")),
)
def test_questions_of_arbitrary_plans_are_well_formed(plan: Plan, guide: str, language: str) -> None:
    """Whatever stands in the files, the generators come to an end with sound questions."""
    is_well_formed(all_questions(subject_of(plan, guide, language=language)))


@FEW
@given(plan=tangled_plans(), seed=st.sampled_from(("2", "x")))
def test_questions_of_another_seed_have_the_same_answers(plan: Plan, seed: str) -> None:
    """The same plan and seed give the same questions; another seed asks others, but none with other answers."""
    first = all_questions(subject_of(plan, "no-vold"))
    assert all_questions(subject_of(Plan.model_validate(plan.model_dump()), "no-vold")) == first
    others = {one.id: one for one in all_questions(subject_of(plan, "no-vold", seed=seed))}
    for one in first:
        if one.id in others:
            assert answers(others[one.id]) == answers(one)


def answers(question: Question) -> tuple[object, ...]:
    """What is asked, and what is right."""
    right = frozenset(choice.text for choice in question.choices if choice.right)
    return question.text, right, question.steps, question.pairs, question.answers
